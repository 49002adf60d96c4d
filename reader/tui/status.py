"""The last line of the screen: where the reader is, what is going on, and the keys one forgets."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from rich.text import Text
from textual.widgets import Static

from reader.render.cells import safe
from reader.session import Cover, Session
from reader.tui.commands import COMMANDS, keys_of, spoken

MOST = 4
"""Rows that a message may take, with the one that is always there."""


class StatusLine(Static, can_focus=False):
    """One line, cut to the width; what is told takes as many more as it needs, up to MOST."""

    DEFAULT_CSS = "StatusLine { height: 1; padding: 0 1; background: $panel; color: $foreground; }"

    def __init__(self, keymap: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self._hints = hints(keymap)
        self._shown = Text()

    def show(self, session: Session, working: str = "") -> None:
        line = status(session, working, self._hints, max(10, self.size.width))
        if line != self._shown or line.spans != self._shown.spans:
            self._shown = line
            rows = min(MOST, len(line.wrap(self.app.console, max(10, self.size.width)))) if "\n" in line.plain else 1
            if self.styles.height is None or self.styles.height.value != rows:
                self.styles.height = rows
            self.update(line, layout=False)


def hints(keymap: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, str], ...]:
    """(key, word) of the commands that the footer names."""
    return tuple(
        (spoken(keys[0]), command.label)
        for command in COMMANDS
        if command.label and (keys := keys_of(command, keymap))
    )


def status(session: Session, working: str, hints: tuple[tuple[str, str], ...], cells: int) -> Text:
    """Place and progress, then what the last key did, or the keys, as far as there is room.

    A message for which there is no room beside them stands above them, and is not cut.
    """
    book, here = session.book, session.place.paragraph
    share = 1.0 if here >= len(book) - 1 else book.share(here)
    parts = [safe(book.document.name), f"§{here + 1}/{len(book)}", f"{share:.0%}"]
    if session.reveal.testing:
        parts.append(f"test: {session.reveal.score}")
    elif session.reveal.cover is not Cover.SHOWN and not session.said:
        parts.append(f"English {session.reveal.cover}")
    found = safe(session.search.status) if session.search.hits else ""  # that nothing was found is said once, below
    parts += [part for part in (f"#{session.tag}" if session.tag else "", found, working) if part]
    if cells < 50:
        parts = parts[1:]
    text = Text("  ".join(parts), no_wrap=True, overflow="ellipsis")
    if session.said:
        told = Text(safe(session.said), "bold")
        if text.cell_len + 2 + told.cell_len <= cells:
            return text.append("  ").append_text(told)
        return told.append("\n").append_text(text)
    if about := _about_sentence(session):
        text.append("  " + safe(about), "bold")
        return text
    room = cells - 4 - text.cell_len
    if room > 0 and (chosen := _fitting(hints, room)):
        text.append(" " * (room - chosen.cell_len + 2))
        text.append_text(chosen)
    return text


@lru_cache(maxsize=256)
def _fitting(hints: tuple[tuple[str, str], ...], room: int) -> Text:
    """As many of the hints as there is room for."""
    chosen = Text()
    for key, word in hints:
        piece = Text.assemble("  ", (key, "bold"), " ", word)
        if chosen.cell_len + piece.cell_len > room:
            break
        chosen.append_text(piece)
    return chosen


def _about_sentence(session: Session) -> str:
    """The reader's note on the sentence, or what a check found in it."""
    note, unit = session.lists.notes.get(session.place, ""), session.unit
    if note:
        return f"✎ {note}"
    if unit is None or not unit.findings or session.covered(unit):  # what is doubted would tell what is hidden
        return ""
    return "! " + "; ".join(finding.message for finding in unit.findings)
