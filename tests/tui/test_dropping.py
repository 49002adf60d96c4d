"""A file dropped on the terminal, which comes as its path, pasted."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from textual import events
from textual.widgets import Input

from tests.tui.pilot import Reader, reading

NAME = "Øyas «gåte» (1) 100% #2.txt"
GONE = "There is no file"


@pytest.fixture
def text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A text with a difficult path, and a small glossary for it."""
    (tmp_path / "ord.yaml").write_text("dag: day\n", "utf-8")
    monkeypatch.setattr("reader.terms.shipped", lambda: tmp_path / "ord.yaml")
    path = tmp_path / "mine tekster" / NAME
    path.parent.mkdir()
    path.write_text("Hei på deg.\n", "utf-8")
    (tmp_path / "mine tekster" / "Peer's.txt").write_text("Til dovre faller.\n", "utf-8")
    return path


async def drop(reader: Reader, pasted: str) -> None:
    reader.app.post_message(events.Paste(pasted))
    await reader.settled()


def escaped(path: Path) -> str:
    return "".join(f"\\{character}" if character in " ()#" else character for character in str(path))


@pytest.mark.parametrize(
    "shape",
    [
        str,
        lambda path: f"'{path}' ",
        lambda path: f'"{path}"\n',
        escaped,
        lambda path: f"file://{quote(str(path))}\r\n",
        lambda path: f"'file://localhost{quote(str(path))}'",
    ],
    ids=["bare", "quoted", "quoted twice", "escaped", "address", "quoted address"],
)  # fmt: skip
async def test_a_dropped_file_is_opened(shape: object, text: Path) -> None:
    assert callable(shape)
    async with reading() as reader:
        await drop(reader, shape(text))
        assert reader.now.book.document.name == NAME
        assert "Hei på deg." in reader.shown


async def test_a_quotation_mark_in_the_name(text: Path) -> None:
    for pasted in (f"'{text.parent}/Peer'\\''s.txt'", str(text.with_name("Peer's.txt"))):
        async with reading() as reader:
            await drop(reader, pasted)
            assert "Til dovre faller." in reader.shown


async def test_what_is_no_file_is_told_in_one_line_and_nothing_else_happens(text: Path) -> None:
    async with reading("j", "j") as reader:
        for pasted in (
            "/finnes/ikke.txt",
            "file://[::1/finnes/ikke.txt",
            "~ingen/ikke.txt",
            "'uten slutt",
            f"{text}\n{text}",
            f"'{text}' '{text}'",
            "To linjer\nmed tekst.",
            "\x1b[31mrød\x1b]0;tittel\x07",
            "lang " * 4000,
        ):
            reader.app.reading.become(lambda session: session.told(""))
            await drop(reader, pasted)
            assert sum(GONE in line for line in reader.lines()) == 1, pasted
            assert "\x1b" not in reader.shown
            assert reader.now.book.document.name == "prøve.txt"
            assert reader.place == (2, 0)
        reader.app.reading.become(lambda session: session.told("Før"))
        await drop(reader, " \n")
        assert "Før" in reader.shown
        await drop(reader, "/")
        assert "is a folder" in reader.shown


@pytest.mark.parametrize("key", ["o", "/", "a", "s", "T"])
async def test_a_file_dropped_on_a_dialog_goes_into_its_line(key: str, text: Path) -> None:
    async with reading(key) as reader:
        field = reader.app.screen.query_one(Input)
        field.clear()
        await drop(reader, f"'{text}' ")
        assert field.value == f"'{text}' "
        assert reader.now.book.document.name == "prøve.txt"
        await reader.press("escape")
        assert reader.now.book.document.name == "prøve.txt"


async def test_a_path_dropped_on_the_question_which_file(text: Path) -> None:
    async with reading("o") as reader:
        await drop(reader, f"{escaped(text)}\n")
        await reader.press("enter")
        assert reader.now.book.document.name == NAME
