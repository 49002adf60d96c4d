"""The application: themes, the key map, what is kept on disk, and leaving in good order."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from textual.app import App

from reader.errors import ExitCode, ReaderError
from reader.model import Entry
from reader.opening import Opened, Options, opened
from reader.session import Session
from reader.store import ownterms, settings, texts
from reader.terms import Glossary
from reader.tui import collecting, jobs, keeping
from reader.tui.screen import ReadingScreen
from reader.tui.themes import DARK, MONO, PALETTES, Palette

KEEP_EVERY = 5.0
"""Seconds: what is lost at most when the machine stops."""
WATCH_EVERY = 2.0
"""Seconds between looks at the glossary files: an entry changed in an editor is at work on the screen."""


@dataclass(frozen=True, slots=True)
class Begin:
    """What the application begins with."""

    path: str
    options: Options
    opened: Opened
    session: Session
    settings: settings.Settings
    keymap: Mapping[str, tuple[str, ...]]
    colours: str | None = None
    """Other colours than the settings', for this once."""
    early: jobs.Early | None = None
    """The first English, on its way before there is a screen."""


class ReaderApp(App[int]):
    """One text on the screen; another can be opened in its place."""

    ENABLE_COMMAND_PALETTE = False
    TITLE = "reader"

    def __init__(self, begin: Begin) -> None:
        # With the terminal's own colours Textual can leave all of them out; otherwise it would turn them to greys.
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        for palette in PALETTES.values():
            self.register_theme(palette.theme)
        self.palette = MONO if self.no_color else PALETTES.get(begin.colours or begin.settings.colours, DARK)
        self.theme = self.palette.theme.name
        self._begin = begin
        self._path = begin.path
        self._options = begin.options
        self._begun = begin.session.layout
        self._stamps = keeping.stamps(begin.options)
        self._thresholds = (0, 0, 0)
        self._kept: Session | None = None
        self._unwritten: dict[Callable[[Session, Session], None], Session] = {}
        """What is to be written of the lists, with the session before the change."""

    def get_default_screen(self) -> ReadingScreen:
        begin = self._begin
        return ReadingScreen(self, begin.opened, begin.session, self.palette, begin.keymap, begin.early)

    @property
    def reading(self) -> ReadingScreen:
        """The reading screen, whatever dialog is over it."""
        screen = self.screen_stack[0]
        assert isinstance(screen, ReadingScreen)
        return screen

    def on_mount(self) -> None:
        self._thresholds = collecting.begin()
        self.set_interval(KEEP_EVERY, self.keep_place)
        self.set_interval(WATCH_EVERY, self._watch)
        self.set_interval(WATCH_EVERY, self._look_for_terminal)
        with suppress(NotImplementedError, RuntimeError, ValueError):  # Windows, or a loop in a thread
            loop = asyncio.get_running_loop()
            loop.add_signal_handler(signal.SIGTERM, self.leave, 128 + signal.SIGTERM)
            loop.add_signal_handler(signal.SIGHUP, self._hung_up)

    def on_unmount(self) -> None:
        collecting.end(self._thresholds)

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
        """Lists changed: they go to the disk at once; what it does not take is tried again with the place."""
        for way in (keeping.keep_words, keeping.keep_corrections):
            self._unwritten.setdefault(way, before)
        problems = self._written(after)
        keeping.quietly(problems, (keeping.keep_glossary, before.lists, after.lists))
        self.call_next(self.keep_place)
        if problems:
            self.call_next(self._tell, problems)

    def _written(self, session: Session) -> list[str]:
        """Writes what is still to be written of the lists; what went wrong."""
        found: list[str] = []
        for way, before in tuple(self._unwritten.items()):
            problems: list[str] = []
            keeping.quietly(problems, (way, before, session))
            if not problems:
                del self._unwritten[way]
            found += problems
        return found

    def keep_place(self) -> None:
        """The place and what belongs to the text; only when something moved."""
        session = self.reading.now
        self._written(session)
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
        chosen = self._begin.settings
        colours = chosen.colours if self.palette.name == self._begin.colours else self.palette.name
        looks = (keeping.keep_looks, self._begun, self.reading.now.layout, colours, chosen)
        keeping.quietly([], *(() if self.no_color else (looks,)))
        self.exit(code, return_code=code)

    async def action_quit(self) -> None:
        """Textual's own Ctrl+Q: it goes before every other binding, over a dialog too, and would keep nothing."""
        self.reading.action_do("quit")

    def _hung_up(self) -> None:
        """The terminal is gone: nothing can be drawn any more, and nothing needs to be restored."""
        self.keep_place()
        os._exit(ExitCode.HUNG_UP)

    def _look_for_terminal(self) -> None:
        """Not every terminal says that it goes."""
        if not (self.is_headless or self.is_web or os.isatty(0)):
            self._hung_up()

    # -- texts and terms -----------------------------------------------------------------------------------------------

    def open_text(self, path: str) -> None:
        """Another text; this one's place is kept."""
        self.run_worker(self._open(path), exclusive=True, group="open", exit_on_error=False)

    async def _open(self, path: str) -> None:
        try:
            work = await jobs.beside(lambda _: opened(path, self._options, at_once=True))
            session = keeping.begun(work, path, self._begin.settings)
        except ReaderError as error:
            self._tell([str(error)])
            return
        self.keep_place()
        self._path, self._kept = path, None
        self.reading.load(work, replace(session, layout=self.reading.now.layout))
        self.call_after_refresh(collecting.renew)

    def forget(self, path: str) -> None:
        """Take a text out of the library, with its place, marks and notes."""
        if path == keeping.key_of(self._path, self.reading.opened):
            self._tell(["That is the text you are reading."])
            return
        texts.forget(texts.TextRecord(path))
        self._tell(["Taken out of the library; the file itself is where it was."])

    def reopened(self) -> Opened:
        """The text with glossary, memory and engine as they are now. Raises ReaderError."""
        self._stamps = keeping.stamps(self._options)
        return keeping.reopened(self._path, self._options, self.reading.opened.document)

    def enforced(self) -> None:
        """Preferred renderings brought into the machine's English, or no longer; the English comes again."""
        on = not self._options.enforce
        self._options = replace(self._options, enforce=on)

        def said() -> str:
            at_work = ("terms", "enforced") in self.reading.opened.made_by
            if on and not at_work:
                return "There is no engine whose English could be changed."
            return "The glossary's first renderings go into the English" if on else "The English as the engine says it"

        self.reading.reopen(said)

    def add_term(self, entry: Entry) -> tuple[bytes, bytes]:
        """The reader's own glossary file before and after it took the entry. Raises GlossaryError or StoreError."""
        return ownterms.keep(entry)

    def save_words(self, path: Path, glossary: Glossary) -> int:
        """Words known and being learnt, as a list; how many. Raises OutputError or StoreError."""
        return keeping.save_words(path, glossary)

    def hint(self) -> str:
        return keeping.hint(self.reading.opened)

    def _watch(self) -> None:
        self.run_worker(self._look_for_changes(), exclusive=True, group="watch", exit_on_error=False)

    async def _look_for_changes(self) -> None:
        options, before = self._options, self._stamps
        now = await jobs.beside(lambda _: keeping.stamps(options))
        if now != before and self._stamps is before:
            self._stamps = now
            self.reading.reopen(lambda: "The glossary has changed and is at work.")
