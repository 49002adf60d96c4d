"""A reading screen under test: fake English, its own home, a fixed theme, and no waiting by the clock."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from reader.opening import Options
from reader.session import Session
from reader.store import settings
from reader.tui import keeping
from reader.tui.app import Begin, ReaderApp
from tests import sample

PATH = "/tekster/prøve.txt"


def application(
    copies: int = 1, looks: settings.Settings | None = None, keymap: Mapping[str, tuple[str, ...]] | None = None
) -> ReaderApp:
    """The application on the sample text."""
    work, chosen = sample.opened(copies), looks or settings.Settings()
    return ReaderApp(Begin(PATH, Options(), work, keeping.begun(work, PATH, chosen), chosen, keymap or {}))


@dataclass
class Reader:
    """Keys in, session out."""

    app: ReaderApp
    pilot: Pilot[int]

    @property
    def now(self) -> Session:
        return self.app.reading.now

    @property
    def place(self) -> tuple[int, int]:
        return (self.now.place.paragraph, self.now.place.sentence)

    async def settled(self) -> None:
        """Until all work has been done and drawn."""
        await self.pilot.pause()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        await self.tap(*keys)
        await self.settled()

    async def tap(self, *keys: str) -> None:
        """Keys, each handled before the next: the pilot's own presses wait two frames each."""
        await tap(self.pilot, *keys)

    async def type(self, text: str) -> None:
        """At once: a key at a time costs a frame each."""
        field = self.app.screen.focused
        if isinstance(field, Input):
            field.insert_text_at_cursor(text)
        elif isinstance(field, TextArea):
            field.insert(text)
        await self.pilot.pause()

    def lines(self) -> Sequence[str]:
        """What stands on the screen."""
        return [strip.text for strip in self.app.screen._compositor.render_strips()]

    @property
    def shown(self) -> str:
        return "\n".join(self.lines())


async def tap(pilot: Pilot[int], *keys: str) -> None:
    """Presses keys; returns when they were handled."""
    for key in keys:
        pressed = events.Key(_character_to_key(key), key) if len(key) == 1 else events.Key(key, None)
        pilot.app.post_message(pressed)
        for _ in range(2):  # by the application, then by what has the focus
            handled = asyncio.Event()
            pilot.app.call_later(handled.set)
            with suppress(TimeoutError):  # a key that ends the application is followed by nothing
                await asyncio.wait_for(handled.wait(), 0.5)
            if not pilot.app._exit:
                await pilot._wait_for_screen()


@asynccontextmanager
async def reading(
    *keys: str,
    size: tuple[int, int] = (100, 30),
    copies: int = 1,
    looks: settings.Settings | None = None,
    keymap: Mapping[str, tuple[str, ...]] | None = None,
) -> AsyncIterator[Reader]:
    """The application running, the keys pressed."""
    app = application(copies, looks, keymap)
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot)
        await reader.settled()
        if keys:
            await reader.press(*keys)
        yield reader
