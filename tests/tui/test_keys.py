"""Every key of every command: what is so once it was pressed, and was not so before.

A command without a case here fails the suite; so does a case that holds although its command does nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from reader.opening import Opened, Options
from reader.render.layout import Mode
from reader.session import Cover, Familiarity, Session
from reader.store import memory_file, ownterms, texts
from reader.tui.commands import BY_NAME, COMMANDS
from reader.tui.dialogs import Help
from tests import sample
from tests.tui.pilot import PATH, Reader, reading

Holds = Callable[[Reader], bool]


class Case(NamedTuple):
    """One thing that a command does."""

    command: str
    holds: Holds
    """What its key brings about."""
    before: tuple[str, ...] = ()
    """Keys pressed first."""
    then: tuple[str, ...] = ()
    """Keys that answer what the command asks."""
    copies: int = 1


def at(paragraph: int, sentence: int = 0) -> Holds:
    return lambda reader: reader.place == (paragraph, sentence)


def within(first: int, last: int) -> Holds:
    return lambda reader: first <= reader.place[0] <= last


def shows(text: str) -> Holds:
    return lambda reader: text in reader.shown


def hides(text: str) -> Holds:
    return lambda reader: text not in reader.shown


def session(holds: Callable[[Session], bool]) -> Holds:
    return lambda reader: holds(reader.now)


def on_word(word: int | None, side: str = "source") -> Holds:
    return session(lambda now: (now.cursor.word, now.cursor.side) == (word, side))


def laid_out(mode: Mode) -> Holds:
    return session(lambda now: now.layout.mode is mode)


def familiar(how: Familiarity) -> Holds:
    return session(lambda now: now.lists.words.get("skryte av") is how)


def copied(text: str) -> Holds:
    return lambda reader: reader.app.clipboard == text


def kept(name: str, text: str) -> Holds:
    """A file in the reader's home that holds a text."""

    def holds(_: Reader) -> bool:
        path = Path.home() / name
        return path.is_file() and text in path.read_text("utf-8")

    return holds


def highlighted(text: str) -> Holds:
    """Whether a term is drawn as one."""

    def holds(reader: Reader) -> bool:
        strips = reader.app.screen._compositor.render_strips()
        found = [segment for strip in strips for segment in strip if text in segment.text]
        return any(segment.style is not None and segment.style.underline for segment in found)

    return holds


def plain(text: str) -> Holds:
    drawn = highlighted(text)
    return lambda reader: not drawn(reader)


SOURCE, TARGET = "Samtalen varte i en time.", "The call lasted an hour."
CASES = (
    Case("next-sentence", at(1)),
    Case("previous-sentence", at(1), before=("j", "j")),
    Case("next-paragraph", at(4), before=("j", "j", "}")),
    Case("previous-paragraph", at(2), before=("j", "j", "j")),
    Case("next-section", at(4)),
    Case("previous-section", at(4), before=("]", "]")),
    Case("page-down", within(10, 16), copies=12),
    Case("page-up", within(100, 110), before=("G",), copies=12),
    Case("half-page-down", within(4, 9), copies=12),
    Case("half-page-up", within(111, 116), before=("G",), copies=12),
    Case("beginning", at(0), before=("j", "j")),
    Case("end", at(9, 1)),
    Case("back", at(1), before=("j", "G")),
    Case("forward", at(9, 1), before=("G", "ctrl+o")),
    Case("next-word", on_word(0)),
    Case("previous-word", on_word(1), before=("right", "right", "right")),
    Case("cross", on_word(0, "target"), before=("right",)),
    Case("next-term", at(2)),
    Case("next-term", on_word(1), before=("j",)),
    Case("previous-term", at(2), before=("]",)),
    Case("entry", shows("boast of · boast that"), before=("j", "j")),
    Case("entry", hides("boast of · boast that"), before=("j", "j", "d")),
    Case("terms", shows("Terms: 5, 5 places")),
    Case("terms", at(4), then=(*"release", "enter")),
    Case("filter", plain("tok seg tid"), then=(*"law", "enter")),
    Case("weak", plain("møte")),
    Case("everyday", highlighted("fornuften")),
    Case("highlight", plain("løslatelse")),
    Case("hide", session(lambda now: now.reveal.cover is Cover.DIMMED)),
    Case("hide", hides("common sense"), before=("h",)),
    Case("reveal", shows("common sense"), before=("j", "j", "h", "h")),
    Case("reveal-paragraph", shows("an hour"), before=("j", "j", "h", "h")),
    Case("self-test", shows("test: 1 of 1 without help")),
    Case("self-test", shows("common sense"), before=("S",)),
    Case("search", at(2), then=(*"fornuft", "enter")),
    Case("next-hit", at(9), before=("/", *"fornuft", "enter")),
    Case("previous-hit", at(2), before=("/", *"fornuft", "enter", "n")),
    Case("go-to", at(2), then=("3", "enter")),
    Case("contents", at(7), then=("down", "down", "enter")),
    Case("next-finding", at(5)),
    Case("clear", on_word(None), before=("right",)),
    Case("clear", hides("boast of · boast that"), before=("j", "j", "d", "escape")),
    Case("clear", session(lambda now: not now.search.hits), before=("/", *"fornuft", "enter")),
    Case("mark", session(lambda now: set(now.lists.marks) == {"a"}), then=("a",)),
    Case("jump", at(1), before=("j", "m", "a", "G"), then=("a",)),
    Case("bookmark", shows("◆")),
    Case("bookmark", hides("◆"), before=("b",)),
    Case("bookmarks", at(0), before=("b", "G"), then=("enter",)),
    Case("note", session(lambda now: "husk" in now.lists.notes.values()), then=(*"husk", "enter")),
    Case("known", familiar(Familiarity.KNOWN), before=(".",)),
    Case("known", hides("* skryte av"), before=(".",)),
    Case("learning", familiar(Familiarity.LEARNING), before=(".",)),
    Case("save-words", kept("ord.csv", "skryte av"), before=(".", "i"), then=("ctrl+u", *"~/ord.csv", "enter")),
    Case("edit", shows("common sense. Oh."), before=("j", "j"), then=(*" Oh.", "ctrl+s")),
    Case("edit", lambda _: memory_file().is_file(), before=("j", "j"), then=(*" Oh.", "enter")),
    Case("add-term", lambda _: b"fred" in ownterms.content(), then=("ctrl+u", *"fred: peace", "enter")),
    Case("enforce", shows("first renderings")),
    Case("enforce", shows("as the engine says it"), before=("E",)),
    Case("undo", hides("◆"), before=("b",)),
    Case("copy", copied(f"{SOURCE}\n{TARGET}"), before=("j", "j", "j")),
    Case("copy-sentence", copied(SOURCE), before=("j", "j", "j")),
    Case("copy-paragraph", lambda reader: reader.app.clipboard.endswith(TARGET), before=("j", "j")),
    Case("export", kept("ut.jsonl", TARGET), then=("ctrl+u", *"~/ut.jsonl", "enter")),
    Case("layout", laid_out(Mode.STACKED)),
    Case("columns", shows(" │ "), before=("2",)),
    Case("stacked", hides(" │ ")),
    Case("interlinear", shows("take the time")),
    Case("norwegian", hides("common sense")),
    Case("english", hides("sunn fornuft")),
    Case("wider", session(lambda now: now.layout.measure == 80)),
    Case("narrower", session(lambda now: now.layout.measure == 72)),
    Case("usual-width", session(lambda now: (now.layout.measure, now.layout.ratio) == (76, 0.5)), before=("+", ">")),
    Case("more-norwegian", session(lambda now: now.layout.ratio == 0.55)),
    Case("more-english", session(lambda now: now.layout.ratio == 0.45)),
    Case("colours", lambda reader: reader.app.palette.name == "light"),
    Case("library", shows("Hei på deg."), then=(*"annen", "enter")),
    Case("open", shows("Hei på deg."), then=(*"~/annen.txt", "enter")),
    Case("help", lambda reader: isinstance(reader.app.screen, Help)),
    Case("palette", at(4), then=(*"next heading", "enter")),
    Case("quit", lambda _: texts.record(PATH, "").offset > 0, before=("j",)),
)


@pytest.fixture(autouse=True)
def _prepared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another text in the library, a small glossary for it, and English that comes anew at once."""
    home = Path.home()
    (home / "ord.yaml").write_text("dag: day\n", "utf-8")
    (home / "annen.txt").write_text("Hei på deg.\n", "utf-8")
    texts.keep(texts.TextRecord(str(home / "annen.txt"), "Annen tekst"))

    def reopened(_: str, options: Options, __: object) -> Opened:
        return replace(sample.opened(), made_by=(("terms", "enforced"),) if options.enforce else ())

    monkeypatch.setattr("reader.terms.shipped", lambda: home / "ord.yaml")
    monkeypatch.setattr("reader.tui.keeping.reopened", reopened)


async def outcome(case: Case, key: str) -> tuple[bool, bool]:
    """Whether what the case says holds: before its command's key, and after."""
    async with reading(*case.before, copies=case.copies) as reader:
        before = case.holds(reader)
        await reader.press(key)
        if case.then:
            await reader.press(*case.then)
        return before, case.holds(reader)


PRESSES = [(case, key) for case in CASES for key in BY_NAME[case.command].keys]


@pytest.mark.parametrize(("case", "key"), PRESSES, ids=[f"{case.command}-{key}" for case, key in PRESSES])
async def test_a_key_does_what_its_command_says(case: Case, key: str) -> None:
    assert await outcome(case, key) == (False, True)


ASKED = [case for case in CASES if case.then]


@pytest.mark.parametrize("case", ASKED, ids=[case.command for case in ASKED])
async def test_the_answers_alone_do_not_do_it(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    command = BY_NAME[case.command]
    monkeypatch.setitem(BY_NAME, case.command, replace(command, action=lambda session: session))
    assert await outcome(case, command.keys[0]) == (False, False)


def test_every_command_has_a_case() -> None:
    assert {case.command for case in CASES} == {command.name for command in COMMANDS}
