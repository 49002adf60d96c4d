"""The very first start: the text is on the screen while the glossary is still being compiled."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from reader import terms, tui
from reader.errors import GlossaryError
from reader.opening import Opened, Options
from reader.pipeline import Annotator
from reader.store import cache_folder, glossary_folder, settings
from reader.tui import keeping
from reader.tui.app import Begin, ReaderApp
from reader.tui.view import ReadingView
from tests import sample
from tests.tui.pilot import PATH, Reader


def waiting() -> ReaderApp:
    work = replace(sample.opened(6), sources=(), annotator=Annotator(terms.Glossary.of(())), waiting=True)
    chosen = settings.Settings()
    return ReaderApp(Begin(PATH, Options(), work, keeping.begun(work, PATH, chosen), chosen, {}))


def line_of(reader: Reader) -> int:
    """Where on the screen the sentence being read begins."""
    view = reader.app.reading.query_one(ReadingView)
    return next(n for n, line in enumerate(view._lines) if line.overlay.cursor >= 0)


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """To be set when the glossary is to be ready."""
    done = threading.Event()

    def again(*_: object) -> Opened:
        assert done.wait(30)
        return sample.opened(6)

    monkeypatch.setattr("reader.tui.keeping.reopened", again)
    return done


async def test_the_terms_come_and_the_line_being_read_stays(compiled: threading.Event) -> None:
    app = waiting()
    async with app.run_test(size=(100, 20)) as pilot:
        reader = Reader(app, pilot)
        await pilot.pause()
        assert "Invitert til Moskva" in reader.shown
        assert "preparing the glossary" in reader.shown
        await reader.tap(*"}}}}}}}}}}}}", "k")
        await pilot.pause()
        place, line = reader.place, line_of(reader)
        assert not any(unit.terms for unit in reader.now.block(place[0]).units)
        compiled.set()
        await reader.settled()
        assert (reader.place, line_of(reader)) == (place, line)
        assert "preparing the glossary" not in reader.shown
        assert any(unit.terms for block in reader.now.blocks.values() for unit in block.units)
        assert not app.reading.opened.waiting


async def test_another_text_is_not_replaced_by_the_one_before(compiled: threading.Event) -> None:
    app = waiting()
    async with app.run_test(size=(100, 20)) as pilot:
        reader = Reader(app, pilot)
        other = sample.opened(2)
        app.reading.load(other, keeping.begun(other, PATH, settings.Settings()))
        await pilot.pause()
        compiled.set()
        await reader.settled()
        assert app.reading.opened is other
        assert "preparing the glossary" not in reader.shown


def test_a_mistake_in_a_file_of_one_s_own_is_told_on_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = tmp_path / "tekst.txt"
    text.write_text("Huset er rødt.\n", "utf-8")
    own = glossary_folder() / "mine.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("hus: house\nbåt:\n", "utf-8")
    begun: list[Begin] = []
    monkeypatch.setattr(ReaderApp, "run", lambda app, **_: begun.append(app._begin))
    tui.run(str(text), Options())
    assert "mine.yaml:2" in begun[0].session.said
    assert begun[0].opened.waiting
    assert not list(cache_folder().glob("glossary-*"))  # nothing was compiled for that


def test_a_mistake_in_a_file_that_was_named_is_told_before_the_screen(tmp_path: Path) -> None:
    text, named = tmp_path / "tekst.txt", tmp_path / "g.yaml"
    text.write_text("Huset er rødt.\n", "utf-8")
    named.write_text("hus: house\nbåt:\n", "utf-8")
    with pytest.raises(GlossaryError, match=r"g\.yaml:2"):
        tui.run(str(text), Options(more_glossaries=(named,)))
