"""The reading screen as a whole: what commands do together, with the disk, and in windows of any size."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from reader import terms
from reader.model import Entry, Origin
from reader.opening import Engine, Opened, Options, opened
from reader.render.layout import Mode
from reader.session import Cover, Familiarity, Manner, Place
from reader.store import memory_file, ownterms, settings, texts, vocabulary
from reader.translate.protocol import Draft, Segment
from reader.tui import keeping
from reader.tui.app import Begin, ReaderApp
from reader.tui.bindings import named
from reader.tui.commands import COMMANDS, Group, key_table
from reader.tui.themes import PALETTES
from tests import sample
from tests.tui.pilot import PATH, Reader, reading


async def test_every_command_can_be_pressed_anywhere_and_nothing_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.tui.keeping.reopened", lambda *_: sample.opened(2))
    async with reading(copies=2) as reader:
        for command in COMMANDS:
            if command.name != "quit":
                await reader.tap(command.keys[-1])
                while len(reader.app.screen_stack) > 1:
                    await reader.app.pop_screen()
        await reader.settled()
        assert reader.now.unit is not None


async def test_pages_go_through_the_whole_text_and_back() -> None:
    async with reading(copies=12, size=(80, 24)) as reader:
        seen = [reader.place]
        for _ in range(40):
            await reader.tap("space")
            seen.append(reader.place)
        assert seen == sorted(seen)
        assert seen[-1][0] >= 115
        for _ in range(40):
            await reader.tap("pageup")
        assert reader.place[0] <= 1
        await reader.press("ctrl+d", "ctrl+d", "ctrl+u")
        assert 0 < reader.place[0] < 20


async def test_the_english_comes_and_both_sides_stand_beside_each_other() -> None:
    async with reading("j", "j") as reader:
        row = next(line for line in reader.lines() if "Trump skryter" in line)
        assert "Trump boasts" in row
        assert len(reader.now.blocks) == len(reader.now.book)


async def test_narrow_screens_stack() -> None:
    async with reading(size=(60, 20)) as reader:
        row = next(line for line in reader.lines() if "Trump skryter" in line)
        assert "Trump boasts" not in row
        assert "Trump boasts" in reader.shown


@pytest.mark.parametrize("size", [(40, 12), (20, 5), (300, 60), (70, 3)])
async def test_any_size_of_screen(size: tuple[int, int]) -> None:
    async with reading("j", "j", "j", "d", size=size) as reader:
        assert reader.place == (2, 1)
        await reader.pilot.resize_terminal(90, 25)
        await reader.settled()
        assert "Samtalen varte" in reader.shown


async def test_a_line_being_read_stays_where_it_is_when_the_window_changes() -> None:
    async with reading(*["j"] * 60, copies=12, size=(100, 30)) as reader:
        unit = reader.now.unit
        assert unit is not None
        for width in (60, 140, 90):
            await reader.pilot.resize_terminal(width, 30)
            await reader.settled()
            assert unit.source[:20] in reader.shown


async def test_text_is_never_mark_up_nor_escape_sequence() -> None:
    async with reading("]", "}", "}") as reader:
        assert "[b]Dette er ikke oppmerking[/b]" in reader.shown
        assert "\x1b" not in reader.shown
        await reader.press("e")
        assert "\x1b" not in reader.shown
        await reader.press("escape", "B")
        assert "\x1b" not in reader.shown


async def test_hiding_and_revealing() -> None:
    async with reading("j", "j", "h", "h") as reader:
        assert reader.now.reveal.cover is Cover.HIDDEN
        assert "common sense" not in reader.shown
        before = reader.lines()
        await reader.press("r")
        assert "common sense" in reader.shown
        assert "an hour" not in reader.shown
        assert [line.split("│")[0] for line in before][:20] == [line.split("│")[0] for line in reader.lines()][:20]
        await reader.press("r", "p")
        assert "an hour" in reader.shown
        await reader.press("h", "h")
        assert not any(reader.now.covered(unit) for unit in reader.now.block(2).units)


@pytest.mark.parametrize("hidden", [("h", "h"), ("S",)], ids=["hidden", "self-test"])
async def test_what_is_said_about_hidden_english_is_hidden_too(hidden: tuple[str, ...]) -> None:
    told = ("! a number differs", "* skryte av: boast of")
    async with reading("!") as reader:
        assert [reader.shown.count(note) for note in told] == [2, 1]  # under the text, and in the last line
        await reader.press(*hidden, "k", "j")
        assert not any(note in reader.shown for note in told)
        await reader.press("r")
        assert [reader.shown.count(note) for note in told] == [2, 0]


async def test_the_entry_does_not_tell_hidden_english() -> None:
    async with reading("j", "j", "right", "d") as reader:
        assert "here: Trump" in reader.shown
        await reader.press("x")
        assert "← Trump" in reader.shown
        await reader.press("h", "h")
        assert "The English is hidden" in reader.shown
        assert "← Trump" not in reader.shown
        await reader.press("x")
        assert "here: Trump" not in reader.shown
        await reader.press(".")
        assert "boast of · boast that" in reader.shown
        assert "the English says it otherwise" not in reader.shown
        await reader.press("r")
        assert "the English says it otherwise" in reader.shown


async def test_self_test() -> None:
    async with reading("S", "j", "j", "r") as reader:
        assert "2 of 3 without help" in reader.shown
        await reader.press("S")
        assert not reader.now.reveal.testing


async def test_searching() -> None:
    async with reading("/") as reader:
        await reader.type("fornuft")
        await reader.press("enter")
        assert reader.place == (2, 0)
        assert "1/2 fornuft" in reader.shown
        await reader.press("n")
        assert reader.place == (9, 0)
        await reader.press("N")
        assert reader.place == (2, 0)
        await reader.press("/", "tab", "tab")
        await reader.pilot.press("ctrl+u")
        await reader.type("fornuften")
        await reader.press("enter")
        assert reader.now.search.manner == "lemma"
        await reader.press("escape", "escape")
        assert not reader.now.search.query


async def test_a_broken_pattern_is_told_in_one_line() -> None:
    async with reading("/", "tab") as reader:
        await reader.type("((")
        await reader.press("enter")
        assert "is no pattern" in reader.shown


async def test_the_entry_follows_the_cursor() -> None:
    async with reading("j", "j", "d") as reader:
        assert "boast of" in reader.shown
        await reader.press(".")
        assert "Also a campaign slogan." in reader.shown
        assert "Bruk sunn fornuft!" in reader.shown
        await reader.press("enter")
        assert "Also a campaign slogan." not in reader.shown


async def test_words_and_crossing() -> None:
    async with reading("j", "j", "right", "right", "x") as reader:
        assert reader.now.cursor.side == "target"
        await reader.press("left", "x", "escape")
        assert reader.now.cursor.word is None


async def test_contents_goto_marks_and_notes() -> None:
    async with reading("t") as reader:
        await reader.press("down", "down", "enter")
        assert reader.place == (7, 0)
        await reader.press(":")
        await reader.type("3")
        await reader.press("enter")
        assert reader.place == (2, 0)
        await reader.press("m", "q", "G", "`", "q")
        assert reader.place == (2, 0)
        await reader.press("b", "a")
        await reader.type("husk denne")
        await reader.press("enter", "B")
        assert "husk denne" in reader.shown
        await reader.press("enter")
        assert reader.place == (2, 0)
    held = texts.record(PATH, "")
    assert set(held.marks) == {"q"}
    assert list(held.notes.values()) == ["husk denne"]
    assert len(held.bookmarks) == 1


async def test_terms_and_filter() -> None:
    async with reading("T") as reader:
        assert "Terms: 5, 5 places" in reader.shown
        await reader.type("law")
        await reader.press("enter")
        assert reader.place == (4, 0)
        await reader.press("f")
        await reader.type("time")
        await reader.press("enter", ".")
        assert reader.place == (5, 1)
        await reader.press("w", "W", "*")
        assert not reader.now.layout.highlight


async def test_known_words_go_to_the_disk_at_once() -> None:
    async with reading(".", "i") as reader:
        assert vocabulary.words() == {"skryte av": "known"}
        await reader.press("u")
        assert vocabulary.words() == {"skryte av": "new"}
        await reader.press("l")
        assert reader.now.lists.words["skryte av"] is Familiarity.LEARNING


async def test_a_correction_goes_to_the_memory_and_undo_takes_it_back() -> None:
    async with reading("j", "j", "j", "e") as reader:
        await reader.pilot.press("ctrl+a")
        await reader.type("It went on. ")
        await reader.press("ctrl+s")
        assert reader.now.unit is not None
        assert reader.now.unit.target.startswith("It went on.")
        assert "It went on." in memory_file().read_text("utf-8")
        await reader.press("u")
        assert not memory_file().exists()
        assert reader.now.unit.target == "The call lasted an hour."


async def test_a_term_of_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    reopened: list[bytes] = []

    def again(*_: object) -> Opened:
        reopened.append(ownterms.content())
        return sample.opened()

    monkeypatch.setattr("reader.tui.keeping.reopened", again)
    async with reading("j", "j", "A") as reader:
        await reader.pilot.press("ctrl+u")
        await reader.type("fred: peace; quiet")
        await reader.press("enter")
        (entry,) = terms.load([ownterms.file()]).entries
        assert (entry.lemma, entry.renderings) == ("fred", ("peace", "quiet"))
        assert "kept in your glossary" in reader.shown
        assert reader.place == (2, 0)
        assert "common sense" in reader.shown
        await reader.press("u")
        assert not ownterms.file().exists()
        assert reopened[1] == b""
        assert reader.place == (2, 0)


async def test_a_term_of_ones_own_is_at_work_beside_another_glossary_than_the_shipped_one(tmp_path: Path) -> None:
    path, glossary = tmp_path / "tekst.txt", tmp_path / "ord.yaml"
    path.write_text("Et ufattelig ord.\n", "utf-8")
    glossary.write_text("ord: word\nufattelig: odd\n", "utf-8")
    options = Options(glossaries=(glossary,), engine=Engine.GLOSS)
    work, chosen = opened(str(path), options), settings.Settings()
    app = ReaderApp(Begin(str(path), options, work, keeping.begun(work, str(path), chosen), chosen, {}))
    async with app.run_test(size=(100, 30)) as pilot:
        reader = Reader(app, pilot)
        await reader.settled()
        assert "odd word" in reader.shown
        await reader.press("A", "ctrl+u", *"ufattelig: beyond belief", "enter")
        assert "kept in your glossary" in reader.shown
        assert "beyond belief word" in reader.shown


async def test_a_changed_glossary_is_at_work_without_being_asked_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("reader.tui.app.WATCH_EVERY", 0.05)
    monkeypatch.setattr("reader.tui.keeping.reopened", lambda *_: sample.opened())
    async with reading("j", "j", "j") as reader:
        ownterms.keep(Entry("fred", ("peace",)))
        for _ in range(40):
            await reader.pilot.pause(0.05)
            if "has changed" in reader.shown:
                break
        await reader.settled()
        assert reader.place == (2, 1)
        assert "an hour" in reader.shown


async def test_renderings_of_the_glossary_in_the_english(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []

    def again(_: str, options: Options, __: object) -> Opened:
        asked.append(options.enforce)
        return replace(sample.opened(), made_by=(("terms", "enforced"),) if options.enforce else ())

    monkeypatch.setattr("reader.tui.keeping.reopened", again)
    async with reading("j", "j", "E") as reader:
        assert "first renderings" in reader.shown
        await reader.press("E")
        assert asked == [True, False]
        assert "as the engine says it" in reader.shown


async def test_words_are_saved_for_other_programs(tmp_path: Path) -> None:
    path = tmp_path / "ord.csv"
    async with reading(".", "i", "L") as reader:
        await reader.pilot.press("ctrl+u")
        await reader.type(str(path))
        await reader.press("enter")
        assert "Saved 1 words" in reader.shown
    sentence, english = "Trump skryter av at Putin har sunn fornuft.", "Trump boasts that Putin has common sense."
    assert path.read_text("utf-8").splitlines()[1] == f"skryte av,boast of; boast that,{sentence},{english},known,speech"


async def test_terms_are_narrowed_by_state() -> None:
    async with reading("T") as reader:
        assert "kept 1" in reader.shown
        before = reader.shown.count("×")
        await reader.press("tab", "tab", "tab", "tab")
        assert 0 < reader.shown.count("×") < before
        assert "missed 1" in reader.shown
        assert "kept 1" not in reader.shown


@pytest.fixture
def shortsighted(monkeypatch: pytest.MonkeyPatch) -> None:
    """English is kept for a few paragraphs only, as in a long book."""
    for name, characters in (("AHEAD", 600), ("BEHIND", 300), ("NEAR", 100), ("KEPT", 900)):
        monkeypatch.setattr(f"reader.tui.jobs.{name}", characters)


async def test_the_next_term_is_looked_for_where_nobody_has_looked_yet(shortsighted: None) -> None:
    async with reading("G", copies=20) as reader:
        reader.app.reading.become(lambda now: replace(now.jumped(Place(100, 0)), blocks={}, meanwhile={}))
        await reader.press(",")
        assert reader.place == (98, 0)
        assert reader.now.cursor.word is not None
        assert not reader.now.seeking
        reader.app.reading.become(lambda now: replace(now.jumped(Place()), blocks={}, meanwhile={}))
        await reader.press(",")
        assert "No term before" in reader.shown


async def test_a_text_is_taken_out_of_the_library(tmp_path: Path) -> None:
    texts.keep(texts.TextRecord("/annen.txt", "Annen tekst"))
    async with reading("R") as reader:
        await reader.press("delete", "up", "enter")
        assert "Taken out" in reader.shown
        await reader.press("R")
        assert "Annen tekst" not in reader.shown


async def test_how_to_get_better_english_is_told_when_a_gloss_was_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    work = sample.opened()
    glossed = replace(work, sources=(Glossing(),), hint="Install a package.")
    for one, told in ((replace(work, hint="Install a package."), False), (glossed, True), (glossed, False)):
        begun = keeping.begun(one, PATH, settings.Settings())
        app = ReaderApp(Begin(PATH, Options(), one, begun, settings.Settings(), {}))
        async with app.run_test(size=(100, 30)) as pilot:
            reader = Reader(app, pilot)
            await reader.settled()
            assert ("Install a package." in reader.shown) is told


class Glossing:
    """A source that has nothing but a gloss."""

    def translate(self, segments: Sequence[Segment]) -> list[Draft | None]:
        return [Draft(one.text.upper(), Origin.GLOSS) for one in segments]


async def test_english_that_has_not_come_is_said_not_to_have_been_searched(shortsighted: None) -> None:
    async with reading(copies=20) as reader:
        reader.app.reading.search("common sense", Manner.PLAIN)
        await reader.settled()
        assert f"English of {len(reader.now.blocks)} of 200 §" in reader.shown
        found = len(reader.now.search.hits)
        await reader.press("G")
        assert len(reader.now.search.hits) > found
        await reader.press("/")
        await reader.pilot.press("ctrl+u")
        await reader.type("finnesikke")
        await reader.press("enter")
        assert reader.shown.count("nothing found") == 1


async def test_the_items_of_a_list_stand_close(tmp_path: Path) -> None:
    async with reading("]", "]", copies=1) as reader:
        lines = reader.lines()
        row = next(n for n, line in enumerate(lines) if "et fysisk møte" in line)
        assert "Ingen vet" in lines[row + 2]


async def test_export_asks_before_it_writes_over(tmp_path: Path) -> None:
    path = tmp_path / "ut.jsonl"
    async with reading() as reader:
        for again in (False, True):
            await reader.press("s")
            await reader.pilot.press("ctrl+u")
            await reader.type(str(path))
            await reader.press("enter")
            if again:
                assert "exists" in reader.shown
                await reader.press("up", "enter")
        assert "Saved" in reader.shown
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert [line["source"] for line in lines][:2] == ["Invitert til Moskva", "Oslo, 12. februar 2025"]


async def test_copying(monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading("j", "j", "j") as reader:
        await reader.press("y")
        assert reader.app.clipboard == "Samtalen varte i en time.\nThe call lasted an hour."
        await reader.press("Y")
        assert reader.app.clipboard == "Samtalen varte i en time."


async def test_layouts_and_widths() -> None:
    async with reading("v") as reader:
        assert reader.now.layout.mode is Mode.STACKED
        await reader.press("1", "+", "+", ">")
        assert (reader.now.layout.measure, reader.now.layout.ratio) == (84, 0.55)
        await reader.press("=", "4")
        assert "boasts" not in reader.shown
        await reader.press("5")
        assert "skryter" not in reader.shown


async def test_colours_go_round_and_are_kept() -> None:
    async with reading() as reader:
        for _ in PALETTES:
            await reader.press("c")
        assert reader.app.palette.name == "dark"
        await reader.press("c", "3", "q")
    assert settings.settings().colours == "light"
    assert settings.settings().layout == "interlinear"


async def test_the_place_is_kept() -> None:
    async with reading("]", "}", "j", "q") as reader:
        left = reader.place
    async with reading() as again:
        assert again.place == left


async def test_opening_another_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ord.yaml").write_text("dag: day\n", "utf-8")  # the shipped glossary takes seconds in a new home
    monkeypatch.setattr("reader.terms.shipped", lambda: tmp_path / "ord.yaml")
    path = tmp_path / "annen.txt"
    path.write_text("Hei på deg.\n\nHa det bra.\n", "utf-8")
    async with reading("j", "j", "o") as reader:
        await reader.type(str(path))
        await reader.press("enter")
        assert reader.now.book.document.name == "annen.txt"
        assert "Hei på deg." in reader.shown
        await reader.press("o")
        await reader.type("/finnes/ikke.txt")
        await reader.press("enter")
        assert "does not exist" in reader.shown
        assert reader.now.book.document.name == "annen.txt"
        await reader.press("R")
        assert "annen.txt" in reader.shown


async def test_help_and_palette_name_every_command() -> None:
    async with reading("?", size=(120, 120)) as reader:
        for command in COMMANDS:
            assert command.help in reader.shown
        await reader.press("q", "ctrl+p")
        await reader.type("next heading")
        await reader.press("enter")
        assert reader.place == (4, 0)


async def test_the_reader_s_own_keys() -> None:
    async with reading("x", keymap={"next-sentence": ("x",)}) as reader:
        assert reader.place == (1, 0)
        await reader.press("j")
        assert reader.place == (1, 0)


@pytest.mark.parametrize("command", ["next-sentence", "quit"])
def test_a_key_of_one_s_own_is_no_other_command_s(command: str) -> None:
    names = named({command: ("x", "/")})
    assert names["x"] == names["slash"] == command
    assert names["right_square_bracket"] == "next-section"


async def test_mouse(tmp_path: Path) -> None:
    from reader.tui.view import ReadingView

    async with reading() as reader:
        row = next(n for n, line in enumerate(reader.lines()) if "Trump skryter" in line)
        await reader.pilot.click(ReadingView, offset=(reader.lines()[row].index("Putin"), row))
        await reader.settled()
        assert reader.place == (2, 0)
        assert reader.now.cursor.word == 4
        await reader.pilot.click(ReadingView, offset=(reader.lines()[row].index("common"), row))
        await reader.settled()
        assert reader.now.cursor.side == "target"


async def test_a_full_disk_is_told_and_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.errors import StoreError

    def full(*_: object) -> None:
        raise StoreError("disk full", hint="")

    say, keep = vocabulary.say, texts.keep
    monkeypatch.setattr(vocabulary, "say", full)
    monkeypatch.setattr(texts, "keep", full)
    async with reading(".", "i") as reader:
        assert "disk full" in reader.shown
        assert reader.now.lists.words == {"skryte av": Familiarity.KNOWN}
        monkeypatch.setattr(vocabulary, "say", say)  # there is room again
        monkeypatch.setattr(texts, "keep", keep)
        await reader.press("j", "q")
    assert vocabulary.words() == {"skryte av": "known"}
    assert texts.record(PATH, "").offset > 0


def test_the_key_table_has_every_command() -> None:
    table = key_table()
    assert all(f"| {command.help} |" in table for command in COMMANDS)
    assert all(f"| **{group}** |" in table for group in Group)


def test_no_key_is_given_twice() -> None:
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("size", [(120, 30), (80, 24), (40, 12)])
async def test_a_message_is_not_cut(size: tuple[int, int]) -> None:
    message = "'(a' is no pattern: missing ), unterminated subpattern at 0. Look for it as plain text, or mend it."
    async with reading(size=size) as reader:
        here = reader.shown.splitlines()[0]
        reader.app.reading.become(lambda now: now.told(message))
        await reader.settled()
        assert message in " ".join(reader.shown.split())
        assert reader.shown.splitlines()[0] == here, "what is read does not move"
        await reader.press("j")
        assert "§2/10" in reader.lines()[-1]
        assert message[:20] not in reader.shown


async def test_help_can_be_read_on_a_small_screen() -> None:
    async with reading("?", size=(40, 12)) as reader:
        assert "Previous sentence" in reader.shown
