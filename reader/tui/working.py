"""The slow half of the reading screen: what is done beside it, and how its results come back to the session."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Protocol, TypeVar

from textual import work
from textual.reactive import var
from textual.screen import Screen

from reader.errors import ReaderError
from reader.model import Block, Entry
from reader.opening import Opened
from reader.session import Cursor, Manner, Session
from reader.session.searching import searched
from reader.terms import Glossary
from reader.tui import collecting, jobs

T = TypeVar("T")


class Program(Protocol):
    """What the screen asks of the application around it, which alone knows the disk."""

    def keep(self, before: Session, after: Session) -> None: ...

    def leave(self) -> None: ...

    def next_palette(self) -> None: ...

    def open_text(self, path: str) -> None: ...

    def forget(self, path: str) -> None: ...

    def reopened(self) -> Opened: ...

    def enforced(self) -> None: ...

    def add_term(self, entry: Entry) -> tuple[bytes, bytes]: ...

    def hint(self) -> str: ...

    def save_words(self, path: Path, glossary: Glossary) -> int: ...


class Working(Screen[None]):
    """A screen with a session, and the work that goes on beside it."""

    session: var[Session | None] = var(None, init=False)  # its widgets draw themselves: no repaint of the whole screen

    def __init__(self, program: Program, opened: Opened, session: Session, early: jobs.Early | None = None) -> None:
        super().__init__()
        self.program = program
        self.opened = opened
        self._early = early
        self._told: set[str] = set()
        self.working = False
        """Whether English is on its way."""
        self._round = 0
        """Counts the times that English was asked for: only the last one's end is the end."""
        self._sought: tuple[Cursor, int] | None = None
        """From where, and which way, a term is being looked for."""
        self._counting = False
        self._reopening = 0
        """How often glossary, memory and engine are being looked at anew."""
        self.set_reactive(Working.session, session)

    # -- the session ---------------------------------------------------------------------------------------------------

    @property
    def now(self) -> Session:
        """The session; there always is one."""
        assert self.session is not None
        return self.session

    def become(self, transition: Callable[[Session], Session]) -> None:
        """The one way in which the session changes by the reader's will."""
        try:
            self.session = transition(replace(self.now, said="", seeking=0))
        except ReaderError as error:
            self.session = self.now.told(str(error))

    def load(self, opened: Opened, session: Session) -> None:
        """Another text in the place of this one, or the same with other terms."""
        for group in ("english", "terms", "seek"):
            self.workers.cancel_group(self, group)
        self.opened, self.working, self._counting, self._early = opened, False, False, None
        self.session = session
        if opened.waiting:
            self.reopen()

    # -- English and terms ---------------------------------------------------------------------------------------------

    def ahead(self) -> None:
        """See to it that the English near the cursor comes, and the next term that is looked for."""
        if jobs.due(self.now, self.working):
            self.working = True
            self._english()
        wanted = (self.now.cursor, self.now.seeking) if self.now.seeking else None
        if wanted != self._sought:
            self._sought = wanted
            if wanted:
                self._seek()

    @work(exclusive=True, group="english", exit_on_error=False)
    async def _english(self) -> None:
        opened, session = self.opened, self.now
        early, self._early = self._early, None
        self._round = number = self._round + 1

        def ready(english: bool) -> jobs.Ready:
            # What a key asked for is drawn before paragraphs are taken in.
            return lambda blocks: void(self.call_after_refresh(self._taken, opened, blocks, english))

        done = await self._done(lambda stop: jobs.english(opened, session, stop, ready(False), ready(True), early))
        self.call_after_refresh(self._ended, number, done)  # after the last paragraphs

    def _taken(self, opened: Opened, blocks: Mapping[int, Block], english: bool) -> None:
        """Paragraphs with their terms, and perhaps their English."""
        if opened is self.opened:
            self.session = (self.now.arrived if english else self.now.termed)(blocks)

    def _ended(self, number: int, done: bool | None) -> None:
        if number != self._round:
            return
        self.working = False
        if done:
            self.ahead()
        self._tell_troubles()
        self.progressed()
        if self.is_current:  # a dialog over it is not there to stay
            collecting.settle()

    def _tell_troubles(self) -> None:
        """What went wrong while English was made, each once."""
        fresh = [line for line in self.opened.troubles() if line not in self._told]
        self._told.update(fresh)
        if fresh:
            self.session = self.now.told(" ".join(fresh))

    def progressed(self) -> None:
        """English is all there: for the screen to say so."""

    @work(exclusive=True, group="seek", exit_on_error=False)
    async def _seek(self) -> None:
        session = self.now
        found = await self._done(lambda stop: jobs.term(session, stop))
        if found is not None and self._sought == (session.cursor, session.seeking):
            self.become(lambda now: now.sought(found.block, session.seeking))

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

    @work(exclusive=True, group="search", exit_on_error=False)
    async def search(self, query: str, manner: Manner) -> None:
        """Look for something in the whole text."""
        session = self.now
        found = await self._done(lambda _: searched(session.book, session.blocks, query, manner))
        if found is not None and self.now.book is session.book:
            self.become(lambda now: now.finding(found))

    # -- glossary and documents ----------------------------------------------------------------------------------------

    @work(exclusive=True, group="glossary", exit_on_error=False)
    async def reopen(self, said: Callable[[], str] = str) -> None:
        """Glossary, memory and engine anew; the reader stays where they are."""
        before = self.opened
        self._reopening += 1
        self.progressed()
        opened = await self._done(lambda _: self.program.reopened())
        self._reopening -= 1
        self.call_after_refresh(self.progressed)
        if opened is not None and self.opened is before:
            news = " ".join(line for line in opened.notices if line not in before.notices)
            self.load(opened, self.now.reannotated(self.now.book.with_annotator(opened.annotator)))
            self.session = self.now.told(news or said() or self.now.said)

    @work(exclusive=True, group="adding", exit_on_error=False)
    async def add_term(self, entry: Entry) -> None:
        """A term into the reader's own glossary; the text is looked through anew."""
        written = await self._done(lambda _: self.program.add_term(entry))
        if written is not None:
            said = f"{entry.lemma}: {entry.gloss} – kept in your glossary"
            self.become(lambda session: session.with_glossary(*written, said))

    @work(exclusive=True, group="export", exit_on_error=False)
    async def export(self, path: Path) -> None:
        """Write the whole text as a bilingual document."""
        self.become(lambda session: session.told(f"Saving {path.name} …"))
        session, opened = self.now, self.opened
        if await self._done(lambda stop: jobs.export(opened, session, path, stop)):
            self.become(lambda session: session.told(f"Saved {path}"))

    async def _done(self, work: Callable[[threading.Event], T]) -> T | None:
        """The result of slow work; none when it was stopped, or went wrong, which is told.

        A cancellation ends here: Textual keeps the exception, and with it every session that was at work.
        """
        try:
            return await jobs.beside(work)
        except asyncio.CancelledError:
            return None
        except ReaderError as error:
            problem = str(error)
            self.become(lambda session: session.told(problem))
            return None

    def progress(self) -> str:
        """What is going on, quietly."""
        if self._reopening:
            return "… preparing the glossary"
        if not self.working:
            return ""
        near = [index for index in jobs.wanted(self.now) if index >= self.now.place.paragraph]
        return f"… {len(near)} to come" if near else ""


def void(_: object) -> None:
    """A result that nobody needs."""
