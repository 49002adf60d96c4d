"""Slow work beside the screen: English ahead of the reader, and counting the terms of a whole text.

Work is done in daemon threads, not in the event loop's own pool: leaving the program must not wait for an engine that
is in the middle of a batch. One piece of work at a time holds `_engine`.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from reader import formats
from reader.model import Bitext, Block, Entry
from reader.opening import Opened
from reader.session import Book, Occurrences, Place, Session
from reader.session.value import KEPT

AHEAD = 120
"""Paragraphs of English kept ready after the cursor: about twenty minutes of reading."""
BEHIND = 30
STEPS = (2, 6, 12, 24)
"""Paragraphs asked for at once: few at first, so that English comes within a moment, then as many as a batch likes."""
T = TypeVar("T")
_engine = threading.Lock()


def wanted(session: Session) -> tuple[int, ...]:
    """The paragraphs whose English is missing, nearest the cursor first; of a short text, all."""
    here, end = session.place.paragraph, len(session.book)
    whole = end <= KEPT
    ahead = range(here, end if whole else min(end, here + AHEAD))
    behind = range(here - 1, -1 if whole else max(-1, here - BEHIND), -1)
    return tuple(i for i in (*ahead, *behind) if i not in session.blocks and not session.book.blank(i))


def due(session: Session, running: bool) -> bool:
    """Whether work should begin (again): the screen's own English is missing, or the store ahead runs low."""
    missing = wanted(session)
    if not missing:
        return False
    near = sum(1 for index in missing if 0 <= index - session.place.paragraph < AHEAD // 4)
    return not running if near == 0 else not running or session.place.paragraph in missing


def english(
    opened: Opened, order: Sequence[int], stop: threading.Event, ready: Callable[[Mapping[int, Block]], None]
) -> None:
    """Hands over blocks in the order asked for until told to stop."""
    for chunk in _chunks(order):
        with _engine:
            if stop.is_set():
                return
            found: dict[int, Block] = {}
            for index, block in opened.blocks(chunk):
                found[index] = block
                if stop.is_set():
                    break
        ready(found)


def terms(book: Book, stop: threading.Event) -> dict[str, Occurrences] | None:
    """Every term of the whole text; None when told to stop."""
    entries: dict[str, Entry] = {}
    places: dict[str, list[Place]] = {}
    for index in range(len(book)):
        if stop.is_set():
            return None
        for unit in book.uncached(index):
            for match in unit.terms:
                entries.setdefault(match.entry.lemma, match.entry)
                places.setdefault(match.entry.lemma, []).append(Place(index, unit.sentence))
    return {lemma: Occurrences(entries[lemma], tuple(found)) for lemma, found in places.items()}


def export(opened: Opened, session: Session, path: Path, stop: threading.Event) -> bool:
    """Writes the whole text, with the corrections of this sitting; False when told to stop."""
    write = formats.writer(path)
    blocks: list[Block] = []
    for chunk in _chunks(range(len(session.book))):
        with _engine:
            if stop.is_set():
                return False
            blocks += [session.own(block) for _, block in opened.blocks(chunk)]
    formats.replace_file(path, write(Bitext(opened.document, tuple(blocks), opened.made_by)))
    return True


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
