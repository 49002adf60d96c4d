"""Slow work beside the screen: English ahead of the reader, and counting the terms of a whole text.

Work is done in daemon threads, not in the event loop's own pool: leaving the program must not wait for an engine that
is in the middle of a batch. One piece of work at a time holds `_engine`, and one document at a time `_disk`.
"""

from __future__ import annotations

import asyncio
import threading
import time
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeVar

from reader import formats, pipeline
from reader.formats.sparing import spared
from reader.model import Bitext, Block, Entry
from reader.opening import Opened
from reader.render.layout import Mode
from reader.session import Book, Occurrences, Place, Session, packed
from reader.session.moving import term_in
from reader.session.steering import KEPT
from reader.tui import collecting

AHEAD = 30_000
"""Characters of the text whose English is kept ready after the cursor: about twenty minutes of reading."""
BEHIND = 8_000
NEAR = 3_000
"""Characters to either side of the cursor whose terms are shown before their English has come: a screen or two."""
BREATH = 0.002
"""Seconds after each paragraph in which the screen has the interpreter to itself."""
STEPS = (2, 6, 12, 24)
"""Paragraphs asked for at once: few at first, so that English comes within a moment, then as many as a batch likes."""
SETTLED = 16
"""Batches of an export after which they are set aside: a book's would stop the screen for a third of a second once."""
T = TypeVar("T")
_engine = threading.Lock()
_disk = threading.Lock()


def wanted(session: Session) -> tuple[int, ...]:
    """The paragraphs whose English is missing, nearest the cursor first; of a short text, all."""
    book, here = session.book, session.place.paragraph
    whole = len(book.document.text) <= KEPT
    kept = range(len(book)) if whole else book.around(here, BEHIND, AHEAD)
    order = (*range(here, kept.stop), *range(here - 1, kept.start - 1, -1))
    return tuple(i for i in order if i not in session.blocks and not book.blank(i))


def due(session: Session, running: bool) -> bool:
    """Whether work should begin (again): the screen's own English is missing, or the store ahead runs low."""
    missing = wanted(session)
    near = session.book.around(session.place.paragraph, BEHIND // 2, AHEAD // 2)
    if not any(index in near for index in missing):
        return False
    return not running or session.place.paragraph in missing


Ready = Callable[[Mapping[int, Block]], None]


class Early:
    """The English of the paragraphs that a screen will show first, made while the screen itself is being imported.

    Its terms are found when it is shown: what finds them takes as long to be imported as a batch to be translated.
    """

    def __init__(self, opened: Opened, session: Session) -> None:
        self._opened, self._order = opened, next(_chunks(wanted(session)), ())
        self._found: dict[int, Block] = {}
        self._thread = threading.Thread(target=self._work, name="reader-early", daemon=True)
        self._thread.start()

    def _work(self) -> None:
        # What goes wrong here goes wrong again when the screen asks for it, and is told there.
        with _engine, suppress(Exception):
            document, sources = self._opened.document, self._opened.sources
            self._found.update(pipeline.blocks(document, sources, lambda unit: unit, self._order))

    @property
    def done(self) -> bool:
        """Whether `blocks` answers at once."""
        return not self._thread.is_alive()

    def blocks(self) -> Mapping[int, Block]:
        """What was made; waits for it."""
        self._thread.join()
        return self._found


def english(
    opened: Opened,
    session: Session,
    stop: threading.Event,
    terms_ready: Ready,
    english_ready: Ready,
    early: Early | None = None,
) -> bool:
    """Hands over what the screen is missing: first the terms near the cursor, then the English. False: was stopped.

    English that is there already is handed over before anything else, and is not made again.
    """
    begun = _begun(early, opened, english_ready) if early and early.done else {}
    order = wanted(session)
    near = session.book.around(session.place.paragraph, NEAR, NEAR)
    termed: dict[int, Block] = {}
    for index in (i for i in order if i in near and i not in begun and i not in session.meanwhile):
        if stop.is_set():
            return False
        termed[index] = block = session.book.termed(index)
        _ready_to_draw(block, opened, session)
        time.sleep(BREATH)
    if termed:
        terms_ready(termed)
    if early and not begun:
        begun = _begun(early, opened, english_ready)
    for chunk in _chunks([index for index in order if index not in begun]):
        with _engine:
            if stop.is_set():
                return False
            found: dict[int, Block] = {}
            for index, block in opened.blocks(chunk):
                found[index] = block
                if stop.is_set():
                    break
                _ready_to_draw(block, opened, session)
                time.sleep(BREATH)
        english_ready(found)
    return True


def _ready_to_draw(block: Block, opened: Opened, session: Session) -> None:
    """The glosses of a word-by-word layout, which remembers them: here they keep no key waiting."""
    if session.layout.mode is Mode.INTERLINEAR:
        for unit in block.units:
            opened.annotator.cells(unit)


def _begun(early: Early, opened: Opened, english_ready: Ready) -> Mapping[int, Block]:
    """Hands over the early English, and again with its terms."""
    found = early.blocks()
    if found:
        english_ready(found)
        english_ready({i: replace(one, units=tuple(map(opened.annotator, one.units))) for i, one in found.items()})
    return found


class Sought(NamedTuple):
    """The paragraph with the next term; None when there is none further on."""

    block: Block | None


def term(session: Session, stop: threading.Event) -> Sought | None:
    """The next term that is shown, going the way the session seeks; None when told to stop."""
    step, book = session.seeking, session.book
    found = session.ground.term(session.place, session.cursor.word, step, session.marks_term)
    if found is None:
        return Sought(None)
    for index in range(found.place.paragraph, len(book) if step > 0 else -1, step):
        if stop.is_set():
            return None
        if not book.blank(index):
            block = book.termed(index)
            if term_in(block.units, session.place, session.cursor.word, step, session.marks_term):
                return Sought(block)
            time.sleep(0)
    return Sought(None)


def terms(book: Book, stop: threading.Event) -> dict[str, Occurrences] | None:
    """Every term of the whole text; None when told to stop."""
    entries: dict[str, Entry] = {}
    places: dict[str, array[int]] = {}
    for index in range(len(book)):
        if stop.is_set():
            return None
        for unit in book.termed(index).units:
            for match in unit.terms:
                entries.setdefault(match.entry.lemma, match.entry)
                found = places.setdefault(match.entry.lemma, array("Q"))
                found.append(packed(Place(index, unit.sentence)))
        time.sleep(0)
    return {lemma: Occurrences(entries[lemma], found) for lemma, found in places.items()}


def export(opened: Opened, session: Session, path: Path, stop: threading.Event) -> bool:
    """Writes the whole text, with the corrections of this sitting; False when told to stop.

    Raises InputError when the path is a file that is read from, OutputError when it cannot be written.
    """
    write = formats.writer(path)
    spared((path,), opened.inputs())
    blocks: list[Block] = []
    for number, chunk in enumerate(_chunks(range(len(session.book))), start=1):
        with _engine:
            if stop.is_set():
                return False
            blocks += [session.own(block) for _, block in opened.blocks(chunk)]
        if number % SETTLED == 0:
            collecting.settle()
    data = write(Bitext(opened.document, tuple(blocks), opened.made_by))
    with _disk:
        if stop.is_set():
            return False
        formats.replace_file(path, data)
    return True


def finished() -> None:
    """Returns when no document is in the middle of being written: the program may end, and leaves no half of one."""
    with _disk:
        pass


def _chunks(order: Sequence[int]) -> Iterator[Sequence[int]]:
    at = 0
    for number in range(len(order)):
        size = STEPS[min(number, len(STEPS) - 1)]
        if at >= len(order):
            return
        yield order[at : at + size]
        at += size


async def beside(work: Callable[[threading.Event], T]) -> T:
    """The result of `work`, done in a daemon thread; when the waiting is cancelled, the work is told to stop."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[T] = loop.create_future()
    stop = threading.Event()

    def settle(result: T | None, error: BaseException | None) -> None:
        if answer.done():
            return
        if error is not None:
            answer.set_exception(error)
        else:
            answer.set_result(result)  # type: ignore[arg-type]

    def run() -> None:
        result: T | None = None
        problem: BaseException | None = None
        try:
            result = work(stop)
        except Exception as error:
            problem = error
        if not loop.is_closed():
            loop.call_soon_threadsafe(settle, result, problem)

    threading.Thread(target=run, name="reader-job", daemon=True).start()
    try:
        return await answer
    finally:
        stop.set()
