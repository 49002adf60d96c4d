"""A document being saved while the reader leaves: the whole of it, or nothing."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from reader import formats
from reader.opening import Options
from reader.store import settings
from reader.translate.protocol import Draft, Segment
from reader.tui import jobs, keeping
from reader.tui.app import Begin, ReaderApp
from tests import sample
from tests.tui.pilot import PATH, Reader, reading


class Slow(sample.FakeSource):
    """English that does not come before it may."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.go_on = threading.Event(), threading.Event()

    def translate(self, segments: Sequence[Segment]) -> list[Draft | None]:
        self.asked.set()
        self.go_on.wait(10)
        return super().translate(segments)


def worked() -> None:
    """Until all that was begun has ended."""
    for thread in threading.enumerate():
        if thread.name == "reader-job":
            thread.join(10)
            assert not thread.is_alive()


async def test_leaving_while_the_english_comes_writes_nothing(tmp_path: Path) -> None:
    source = Slow()
    work, chosen = replace(sample.opened(20), sources=(source,)), settings.Settings()
    app = ReaderApp(Begin(PATH, Options(), work, keeping.begun(work, PATH, chosen), chosen, {}))
    async with app.run_test(size=(100, 30)) as pilot:
        reader = Reader(app, pilot)
        reader.app.reading.export(tmp_path / "ut.html")
        await pilot.pause()
        assert "Saving ut.html" in reader.shown
        assert source.asked.wait(10)
        await reader.tap("q")
    source.go_on.set()
    worked()
    assert list(tmp_path.iterdir()) == []


async def test_leaving_while_the_document_is_made_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, go_on = threading.Event(), threading.Event()

    def write(_: object) -> bytes:
        asked.set()
        go_on.wait(10)
        return b"whole"

    monkeypatch.setattr(formats, "writer", lambda _: write)
    async with reading() as reader:
        reader.app.reading.export(tmp_path / "ut.html")
        await reader.pilot.pause()
        assert asked.wait(10)
        await reader.tap("q")
    go_on.set()
    worked()
    assert list(tmp_path.iterdir()) == []


def test_a_document_that_is_being_written_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = threading.Event(), threading.Event()
    replace_file = formats.replace_file

    def slowly(path: Path, data: bytes) -> None:
        begun.set()
        go_on.wait(10)
        replace_file(path, data)

    monkeypatch.setattr(formats, "replace_file", slowly)
    work, path = sample.opened(), tmp_path / "ut.jsonl"
    session = keeping.begun(work, PATH, settings.Settings())
    threading.Thread(target=jobs.export, args=(work, session, path, threading.Event()), name="reader-job").start()
    assert begun.wait(10)
    threading.Timer(0.05, go_on.set).start()
    jobs.finished()
    assert [file.name for file in tmp_path.iterdir()] == ["ut.jsonl"]
    assert len(path.read_text("utf-8").splitlines()) == 13
    worked()
