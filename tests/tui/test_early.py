"""English that is on its way before there is a screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from reader.errors import PackageError
from reader.opening import Opened, Options
from reader.store import settings
from reader.translate.protocol import Draft, Segment
from reader.tui import jobs, keeping
from reader.tui.app import Begin, ReaderApp
from tests import sample
from tests.tui.pilot import PATH, Reader


class Counting(sample.FakeSource):
    """Says English, and keeps what it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def translate(self, segments: Sequence[Segment]) -> list[Draft | None]:
        self.asked += [one.text for one in segments]
        return super().translate(segments)


class Failing(sample.FakeSource):
    def translate(self, segments: Sequence[Segment]) -> list[Draft | None]:
        raise PackageError("The model cannot be read.")


def begun(work: Opened) -> tuple[jobs.Early, ReaderApp]:
    chosen = settings.Settings()
    session = keeping.begun(work, PATH, chosen)
    early = jobs.Early(work, session)
    return early, ReaderApp(Begin(PATH, Options(), work, session, chosen, {}, early=early))


@pytest.mark.parametrize("waited", [True, False])
async def test_it_is_on_the_screen_and_not_asked_for_again(waited: bool) -> None:
    source = Counting()
    early, app = begun(replace(sample.opened(), sources=(source,)))
    if waited:
        assert set(early.blocks()) == {0, 1}
    async with app.run_test(size=(100, 60)) as pilot:
        reader = Reader(app, pilot)
        await reader.settled()
        assert "Invited to Moscow" in reader.shown
        assert all(unit.target for block in reader.now.blocks.values() for unit in block.units)
        assert sorted(source.asked) == sorted(nb for _, pairs in sample.TEXT for nb, _ in pairs)


async def test_what_goes_wrong_is_told_on_the_screen() -> None:
    early, app = begun(replace(sample.opened(), sources=(Failing(),)))
    assert early.blocks() == {}
    async with app.run_test(size=(100, 30)) as pilot:
        reader = Reader(app, pilot)
        await reader.settled()
        assert "The model cannot be read." in reader.shown


async def test_what_went_wrong_beside_the_english_is_told_once() -> None:
    troubles = ("The cache was broken.",)
    _, app = begun(replace(sample.opened(), troubles=lambda: troubles))
    async with app.run_test(size=(100, 30)) as pilot:
        reader = Reader(app, pilot)
        await reader.settled()
        assert "The cache was broken." in reader.shown
        assert "Invited to Moscow" in reader.shown
        reader.app.reading.become(lambda now: replace(now, blocks={}))
        await reader.settled()
        assert "The cache was broken." not in reader.shown
