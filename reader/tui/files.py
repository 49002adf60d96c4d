"""Texts and documents from inside: the library, another file, an export."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from reader import formats
from reader.errors import ReaderError
from reader.formats.sparing import spared
from reader.store import texts
from reader.tui.dialogs import Ask, Choice, Choose

if TYPE_CHECKING:
    from reader.tui.screen import ReadingScreen


def library(screen: ReadingScreen, _: str) -> None:
    """Texts that were read before, the latest first."""
    known = [record for record in texts.library() if not record.path.startswith("-")]
    choices = [
        Choice(record.title, f"{Path(record.path).name}  {record.opened[:10]}  {record.share:>4.0%}")
        for record in known
    ]

    def answer(index: int | None) -> None:
        if index is not None:
            screen.program.open_text(known[index].path)

    def erase(index: int) -> None:
        def sure(chosen: int | None) -> None:
            if chosen == 0:
                screen.program.forget(known[index].path)

        ways = [Choice("Take it out, with its place, marks and notes"), Choice("Leave it")]
        screen.app.push_screen(Choose(known[index].title, ways, 1), sure)

    screen.app.push_screen(Choose("Texts you have read", choices, 0, "None yet: o opens one.", (), erase), answer)


def open_file(screen: ReadingScreen, _: str) -> None:
    def answer(given: str | None) -> None:
        if given and given.strip():
            screen.program.open_text(unquoted(given))

    screen.app.push_screen(Ask("Open which file?"), answer)


def unquoted(given: str) -> str:
    """A path as a terminal pastes it when a file is dropped: quoted, escaped, or as a file:// address."""
    path = given.strip()
    if path.startswith(("'", '"')) or ("\\" in path and os.sep == "/"):
        path = _one_word(path)
    if path.startswith("file://"):
        path = unquote(re.sub("^file://[^/]*", "", path))
    return os.path.expanduser(path)  # Path's own raises when there is no such user


def _one_word(given: str) -> str:
    """What a shell would read; as it was given when that is not one word."""
    with suppress(ValueError):  # a quotation mark without its partner
        words = shlex.split(given)
        if len(words) == 1:
            return words[0]
    return given


def dropped(screen: ReadingScreen, text: str) -> None:
    """Open the file whose path was pasted."""
    path = unquoted(text)
    if os.path.exists(path):
        screen.program.open_text(path)
    elif path:
        said = f"There is no file {' '.join(path.split())[:80]}"
        screen.become(lambda session: session.told(said))


def export(screen: ReadingScreen, _: str) -> None:
    """A bilingual document of the whole text; its format by the suffix of the path."""
    known = " ".join(sorted(formats.WRITERS))
    name = Path(screen.now.book.document.name)
    stem = (name.stem or "text") + ("-en" if name.suffix.lower() == ".html" else "")

    def answer(given: str | None) -> None:
        if not given or not given.strip():
            return
        path = Path(unquoted(given))
        try:
            formats.writer(path)
            spared((path,), screen.opened.inputs())
        except ReaderError as error:
            problem = str(error)
            screen.become(lambda session: session.told(problem))
            return
        if path.exists():
            confirmed(screen, path, screen.export)
        else:
            screen.export(path)

    screen.app.push_screen(Ask(f"Save as ({known})", f"{stem}.html"), answer)


def confirmed(screen: ReadingScreen, path: Path, save: Callable[[Path], object]) -> None:
    """Ask before something is written over."""

    def answer(index: int | None) -> None:
        if index == 0:
            save(path)

    screen.app.push_screen(Choose(f"{path.name} exists", [Choice("Write over it"), Choice("Leave it")], 1), answer)
