"""Progress on stderr, for a person who watches."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TypeVar

T = TypeVar("T")


class Bar:
    """Called again and again while bytes come; into a file or a pipe it says nothing."""

    def __init__(self, *, quiet: bool) -> None:
        self._shown = not quiet and sys.stderr.isatty()
        self._last = 0.0

    def __call__(self, done: int, total: int | None, rate: float) -> None:
        now = time.monotonic()
        if not self._shown or (now - self._last < 0.1 and done != total):
            return
        self._last = now
        print(f"\r{bar(done, total, rate)}\x1b[K", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        if self._shown and self._last:
            print(file=sys.stderr)


class Counting:
    """Paragraphs that are done, told every second to a person who has waited for two; nothing into a file or a pipe.

    A thread of its own tells it: one paragraph may be a book. `with Counting(total) as count: for … in count.over(…)`.
    """

    def __init__(self, total: int, *, quiet: bool = False) -> None:
        self._total = total
        self._done = 0
        self._told = False
        self._shown = not quiet and sys.stderr.isatty()
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._tell, name="reader-progress", daemon=True)

    def __enter__(self) -> Counting:
        if self._shown:
            self._thread.start()
        return self

    def over(self, paragraphs: Iterable[T]) -> Iterator[T]:
        """The same; each counts when the next one is asked for."""
        for paragraph in paragraphs:
            yield paragraph
            self._done += 1

    def end(self) -> None:
        """Takes the line away: the output itself comes to the same screen now."""
        if self._shown:
            self._shown = False
            self._end.set()
            self._thread.join()
            if self._told:
                print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.end()

    def _tell(self) -> None:
        began, pause = time.monotonic(), PATIENCE
        while not self._end.wait(pause):
            line = f"{self._done} of {self._total} paragraphs, {time.monotonic() - began:.0f} s"
            print(f"\r{line}\x1b[K", end="", file=sys.stderr, flush=True)
            self._told, pause = True, 1.0


PATIENCE = 2.0
"""Seconds before a person wonders whether anything goes on."""


def bar(done: int, total: int | None, rate: float) -> str:
    """One line of progress: a bar, megabytes, rate, time left."""
    pace = f"{rate / 1e6:.1f} MB/s" if rate else ""
    if not total:
        return f"{done / 1e6:6.1f} MB  {pace}"
    filled = min(24, 24 * done // total)
    left = (total - done) / rate if rate else 0
    rest = f"{int(left) // 60}:{int(left) % 60:02d} left" if rate and done < total else ""
    return f"{'█' * filled}{'░' * (24 - filled)} {done / 1e6:6.1f} of {total / 1e6:.1f} MB  {pace}  {rest}".rstrip()


__all__ = ["Bar", "Counting", "bar"]
