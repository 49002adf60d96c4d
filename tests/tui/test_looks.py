"""What the screen looks like: pictures to be looked at one by one before they are accepted."""

from __future__ import annotations

from typing import Any

import pytest

from reader.store.settings import Settings
from tests.tui.pilot import application, tap

LOOKS: dict[str, tuple[tuple[int, int], str, tuple[str, ...]]] = {
    "columns-dark": ((100, 30), "dark", ("j", "j")),
    "columns-light-term": ((100, 30), "light", ("j", "j", ".", "d")),
    "columns-mono": ((100, 30), "mono", ("j", "j", ".", ".")),
    "columns-contrast": ((100, 30), "contrast", ("j", "j", "right", "right")),
    "columns-colour-blind": ((100, 30), "colour-blind", (".", ".", ".")),
    "wide-dark": ((160, 45), "dark", ("j", "j", "j")),
    "wide-light": ((160, 45), "light", ("j", "j")),
    "stacked-dark": ((60, 20), "dark", ("j", "j")),
    "stacked-light": ((60, 20), "light", ("j", "j", ".")),
    "stacked-mono": ((60, 20), "mono", ("j", "j", ".")),
    "tiny-entry": ((40, 12), "dark", ("j", "j", "d")),
    "interlinear": ((100, 30), "light", ("3", "j", "j")),
    "norwegian-only": ((100, 30), "dark", ("4", "j", "j")),
    "dimmed": ((100, 30), "dark", ("j", "j", "h")),
    "hidden-one-shown": ((100, 30), "light", ("j", "j", "h", "h", "r")),
    "until-reached": ((100, 30), "dark", ("j", "j", "h", "h", "h")),
    "signs": ((100, 30), "dark", ("j", "j", "b", "j", "m", "a")),
    "help": ((100, 30), "dark", ("?",)),
    "help-narrow": ((60, 20), "light", ("?",)),
    "terms": ((100, 30), "light", ("T",)),
    "contents": ((60, 20), "dark", ("t",)),
    "palette": ((100, 30), "dark", ("ctrl+p",)),
    "edit": ((100, 30), "dark", ("j", "j", "e")),
    "search-box": ((100, 30), "light", ("/", "M", "o", "s")),
    "search-hits": ((100, 30), "dark", ("/", "M", "o", "s", "enter")),
}


@pytest.mark.parametrize("name", LOOKS)
def test_look(name: str, snap_compare: Any) -> None:
    size, colours, keys = LOOKS[name]

    async def settled(pilot: Any) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await tap(pilot, *keys)
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    assert snap_compare(application(looks=Settings(colours=colours)), terminal_size=size, run_before=settled)
