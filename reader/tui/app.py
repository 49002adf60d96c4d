"""The application: themes, the key map, what is kept on disk, and leaving in good order."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from textual.app import App

from reader.errors import ReaderError
from reader.opening import Opened, Options, opened
from reader.pipeline import Annotator
from reader.session import Session
from reader.store import settings
from reader.tui import jobs, keeping
from reader.tui.screen import ReadingScreen
from reader.tui.themes import DARK, MONO, PALETTES, Palette

KEEP_EVERY = 5.0
"""Seconds: what is lost at most when the machine stops."""


@dataclass(frozen=True, slots=True)
class Begin:
    """What the application begins with."""

    path: str
    options: Options
    opened: Opened
    session: Session
    settings: settings.Settings
    keymap: Mapping[str, tuple[str, ...]]


class ReaderApp(App[int]):
    """One text on the screen; another can be opened in its place."""

    ENABLE_COMMAND_PALETTE = False
    TITLE = "reader"

    def __init__(self, begin: Begin) -> None:
        # With the terminal's own colours Textual can leave all of them out; otherwise it would turn them to greys.
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        for palette in PALETTES.values():
            self.register_theme(palette.theme)
        self.palette = MONO if self.no_color else PALETTES.get(begin.settings.colours, DARK)
        self.theme = self.palette.theme.name
        self._begin = begin
        self._path = begin.path
        self._kept: Session | None = None

    def get_default_screen(self) -> ReadingScreen:
        return ReadingScreen(self, self._begin.opened, self._begin.session, self.palette, self._begin.keymap)

    @property
    def reading(self) -> ReadingScreen:
        """The reading screen, whatever dialog is over it."""
        screen = self.screen_stack[0]
        assert isinstance(screen, ReadingScreen)
        return screen

    def on_mount(self) -> None:
        gc.freeze()  # a glossary of a million objects need not be looked through while the reader turns a page
        self.set_interval(KEEP_EVERY, self.keep_place)
        with suppress(NotImplementedError, RuntimeError, ValueError):  # Windows, or a loop in a thread
            loop = asyncio.get_running_loop()
            loop.add_signal_handler(signal.SIGTERM, self.leave, 128 + signal.SIGTERM)
            loop.add_signal_handler(signal.SIGHUP, self._hung_up)

    # -- looks ---------------------------------------------------------------------------------------------------------

    def next_palette(self) -> None:
        names = tuple(PALETTES)
        self.show_palette(PALETTES[names[(names.index(self.palette.name) + 1) % len(names)]])

    def show_palette(self, palette: Palette) -> None:
        self.palette = palette
        self.theme = palette.theme.name
        self.reading.repaint(palette)
        self.reading.become(lambda session: session.told(f"Colours: {palette.name}"))

    # -- the disk ------------------------------------------------------------------------------------------------------

    def keep(self, before: Session, after: Session) -> None:
        """Lists changed: they go to the disk at once."""
        problems: list[str] = []
        language = after.book.document.language
        keeping.quietly(problems, (keeping.keep_lists, before.lists, after.lists, language))
        self.call_next(self.keep_place)
        if problems:
            self.call_next(self._tell, problems)

    def keep_place(self) -> None:
        """The place and what belongs to the text; only when something moved."""
        session = self.reading.now
        if self._kept is not None and (self._kept.place, self._kept.lists) == (session.place, session.lists):
            return
        problems: list[str] = []
        keeping.quietly(problems, (keeping.keep_place, self._path, self.reading.opened, session))
        if problems:
            self._tell(problems)
        else:
            self._kept = session

    def _tell(self, problems: list[str]) -> None:
        self.reading.become(lambda session: session.told(" ".join(problems)))

    def leave(self, code: int = 0) -> None:
        """Keep everything, and go."""
        self.keep_place()
        looks = (keeping.keep_looks, self.reading.now.layout, self.palette.name, self._begin.settings)
        keeping.quietly([], *(() if self.no_color else (looks,)))
        self.exit(code, return_code=code)

    def _hung_up(self) -> None:
        """The terminal is gone: nothing can be drawn any more, and nothing needs to be restored."""
        self.keep_place()
        os._exit(128 + signal.SIGHUP)

    # -- texts and terms -----------------------------------------------------------------------------------------------

    def open_text(self, path: str) -> None:
        """Another text; this one's place is kept."""
        self.run_worker(self._open(path), exclusive=True, group="open", exit_on_error=False)

    async def _open(self, path: str) -> None:
        options = self._begin.options
        try:
            work = await jobs.beside(lambda _: opened(path, options))
            session = keeping.begun(work, path, self._begin.settings)
        except ReaderError as error:
            self._tell([str(error)])
            return
        self.keep_place()
        self._path, self._kept = path, None
        self.reading.load(work, session)

    def with_term(self, lemma: str, rendering: str) -> Annotator:
        """The annotator after a term went into the reader's own glossary. Raises GlossaryError or StoreError."""
        return keeping.with_term(lemma, rendering, self._begin.options)
