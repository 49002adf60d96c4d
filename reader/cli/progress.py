"""Progress on stderr, for a person who watches."""

from __future__ import annotations

import sys
import time


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


def bar(done: int, total: int | None, rate: float) -> str:
    """One line of progress: a bar, megabytes, rate, time left."""
    pace = f"{rate / 1e6:.1f} MB/s" if rate else ""
    if not total:
        return f"{done / 1e6:6.1f} MB  {pace}"
    filled = min(24, 24 * done // total)
    left = (total - done) / rate if rate else 0
    rest = f"{int(left) // 60}:{int(left) % 60:02d} left" if rate and done < total else ""
    return f"{'█' * filled}{'░' * (24 - filled)} {done / 1e6:6.1f} of {total / 1e6:.1f} MB  {pace}  {rest}".rstrip()


__all__ = ["Bar", "bar"]
