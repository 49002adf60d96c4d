"""The reading screen: hands keys to commands, the session to widgets, and slow work to jobs. It decides nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Protocol, TypeVar

from textual import events, work
from textual.app import ComposeResult
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen

from reader.errors import ReaderError
from reader.model import Block
from reader.opening import Opened
from reader.pipeline import Annotator
from reader.session import Book, Session
from reader.session.steering import KEPT
from reader.tui import jobs
from reader.tui.bindings import bindings
from reader.tui.commands import BY_NAME
from reader.tui.files import unquoted
from reader.tui.panel import EntryPanel
from reader.tui.requests import request
from reader.tui.status import StatusLine
from reader.tui.themes import Palette
from reader.tui.view import ReadingView

T = TypeVar("T")


class Program(Protocol):
    """What the screen asks of the application around it, which alone knows the disk."""

    def keep(self, before: Session, after: Session) -> None: ...

    def leave(self) -> None: ...

    def next_palette(self) -> None: ...

    def open_text(self, path: str) -> None: ...

    def with_term(self, lemma: str, rendering: str) -> Annotator: ...


class BlocksReady(Message):
    """Paragraphs whose English has come."""

    def __init__(self, opened: Opened, blocks: Mapping[int, Block]) -> None:
        super().__init__()
        self.opened, self.blocks = opened, blocks


class ReadingScreen(Screen[None]):
    """A text being read."""

    session: reactive[Session | None] = reactive(None, init=False)
    AUTO_FOCUS = "ReadingView"
    BLANK = True  # its widgets cover it
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        program: Program,
        opened: Opened,
        session: Session,
        palette: Palette,
        keymap: Mapping[str, tuple[str, ...]],
    ) -> None:
        super().__init__()
        self.program = program
        self.opened = opened
        self.keymap = keymap
        self._palette = palette
        self._up = False
        self._working = False
        self._counting = False
        self.set_reactive(ReadingScreen.session, session)
        self._bindings = bindings(keymap)

    def compose(self) -> ComposeResult:
        yield ReadingView(self.now, self._palette)
        yield EntryPanel()
        yield StatusLine(self.keymap)

    def on_mount(self) -> None:
        self._up = True
        self._show()
        self._ahead()

    # -- the session ---------------------------------------------------------------------------------------------------

    @property
    def now(self) -> Session:
        """The session; there always is one."""
        assert self.session is not None
        return self.session

    def watch_session(self, before: Session | None, after: Session | None) -> None:
        if before is not None and after is not None and before.lists is not after.lists:
            self.program.keep(before, after)
        self._show()
        self._ahead()

    def _show(self) -> None:
        if not self._up:
            return
        self.query_one(EntryPanel).show(self.now)
        self.query_one(ReadingView).show(self.now)
        self.query_one(StatusLine).show(self.now, self._progress())

    def become(self, transition: Callable[[Session], Session]) -> None:
        """The one way in which the session changes by the reader's will."""
        try:
            self.session = transition(replace(self.now, said=""))
        except ReaderError as error:
            self.session = self.now.told(str(error))

    def action_do(self, name: str) -> None:
        """A command, by its name."""
        action = BY_NAME[name].action
        if callable(action):
            self.become(action)
        else:
            request(self, *action.partition(":")[::2])
        if self.now.panel and len(self.now.book) <= KEPT:
            self.count_terms()

    def turn(self, share: float) -> None:
        """A page on or back, the cursor with it."""
        place = self.query_one(ReadingView).turned(share)
        self.become(lambda session: session.at(place))

    def repaint(self, palette: Palette) -> None:
        self._palette = palette
        self.query_one(ReadingView).repainted(palette)

    def on_reading_view_turned(self, event: ReadingView.Turned) -> None:
        self.become(lambda session: session.at(event.place))

    def on_reading_view_pointed(self, event: ReadingView.Pointed) -> None:
        self.become(lambda session: session.on_word(event.place, event.side, event.offset))
        if event.times > 1:
            self.become(lambda session: replace(session, panel=True))

    def on_resize(self) -> None:
        self._show()

    def load(self, opened: Opened, session: Session) -> None:
        """Another text in the place of this one."""
        self.workers.cancel_group(self, "english")
        self.workers.cancel_group(self, "terms")
        self.opened, self._working, self._counting = opened, False, False
        self.session = session

    def on_paste(self, event: events.Paste) -> None:
        """A file dropped on the terminal comes as its path."""
        path = unquoted(event.text)
        if "\n" not in path and Path(path).is_file():
            self.program.open_text(path)

    # -- slow work -----------------------------------------------------------------------------------------------------

    def _ahead(self) -> None:
        if self._up and jobs.due(self.now, self._working):
            self._working = True
            self._english()

    @work(exclusive=True, group="english", exit_on_error=False)
    async def _english(self) -> None:
        opened, order = self.opened, jobs.wanted(self.now)

        def ready(blocks: Mapping[int, Block]) -> None:
            self.post_message(BlocksReady(opened, blocks))

        await self._done(lambda stop: jobs.english(opened, order, stop, ready))
        self._working = False
        self.query_one(StatusLine).show(self.now, self._progress())

    def on_blocks_ready(self, event: BlocksReady) -> None:
        if event.opened is self.opened:
            self.session = self.now.arrived(event.blocks)

    def count_terms(self, then: Callable[[], None] = lambda: None) -> None:
        """Find all terms of the whole text, once; `then` is called when they are known."""
        if self.now.terms:
            then()
        elif not self._counting:
            self._counting = True
            self._count(then)

    @work(exclusive=True, group="terms", exit_on_error=False)
    async def _count(self, then: Callable[[], None]) -> None:
        book = self.now.book
        found = await self._done(lambda stop: jobs.terms(book, stop))
        self._counting = False
        if found is not None and self.now.book is book:
            self.session = replace(self.now, terms=found)
            then()

    @work(exclusive=True, group="export", exit_on_error=False)
    async def export(self, path: Path) -> None:
        """Write the whole text as a bilingual document."""
        self.become(lambda session: session.told(f"Saving {path.name} …"))
        session, opened = self.now, self.opened
        if await self._done(lambda stop: jobs.export(opened, session, path, stop)):
            self.become(lambda session: session.told(f"Saved {path}"))

    @work(exclusive=True, group="glossary", exit_on_error=False)
    async def add_term(self, lemma: str, rendering: str) -> None:
        """A term into the reader's own glossary; the text is looked through anew."""
        annotator = await self._done(lambda _: self.program.with_term(lemma, rendering))
        if annotator is not None:
            self.opened = replace(self.opened, annotator=annotator)
            book = Book(self.opened.document, annotator)
            self.become(lambda session: session.reannotated(book).told(f"{lemma}: {rendering} – kept in your glossary"))

    async def _done(self, work: Callable[[threading.Event], T]) -> T | None:
        """The result of slow work; what went wrong is told, and nothing is the result."""
        try:
            return await jobs.beside(work)
        except ReaderError as error:
            problem = str(error)
            self.become(lambda session: session.told(problem))
            return None

    def _progress(self) -> str:
        """What is going on, quietly."""
        if not self._working:
            return ""
        near = [index for index in jobs.wanted(self.now) if index >= self.now.place.paragraph]
        return f"… {len(near)} to come" if near else ""
