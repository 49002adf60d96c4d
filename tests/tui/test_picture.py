"""The README's picture is what the reader shows: the seed article, 110 × 32, dark.

    READER_PICTURE=write python -m pytest tests/tui/test_picture.py

writes it anew; look at it before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.opening import Engine, Options, opened
from reader.store import settings
from reader.tui import keeping
from reader.tui.app import Begin, ReaderApp

ROOT = Path(__file__).parents[2]
PICTURE = Path(__file__).with_name("screenshot.svg")


async def picture(size: tuple[int, int], colours: str, *keys: str, engine: Engine = Engine.MEMORY) -> str:
    """The article on a screen, as SVG."""
    path, options = str(ROOT / "seeds" / "article.txt"), Options(engine=engine, cache=False)
    work = opened(path, options)
    chosen = settings.Settings(colours=colours)
    app = ReaderApp(Begin(path, options, work, keeping.begun(work, path, chosen), chosen, {}))
    async with app.run_test(size=size) as pilot:
        await app.workers.wait_for_complete()
        for key in keys:
            await pilot.press(key)
            await app.workers.wait_for_complete()
        await pilot.pause()
        return app.export_screenshot(title="reader seeds/article.txt", simplify=True)


@pytest.mark.slow
async def test_the_picture_is_true(compiled: None) -> None:
    made = await picture((110, 32), "dark", "j", "j", "j", "full_stop", "d")
    if os.environ.get("READER_PICTURE") == "write":
        PICTURE.write_text(made, "utf-8")
    assert PICTURE.read_text("utf-8") == made, "look at the new picture, then write it: see this file's first lines"
