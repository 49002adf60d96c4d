"""stdout is data, stderr is messages: the two ways a verb speaks."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from reader.errors import OutputError


def write(*pieces: str) -> None:
    """To stdout, as UTF-8 whatever the locale says: a pipe must not lose a Norwegian letter.

    Raises OutputError when stdout is full or closed, BrokenPipeError when its reader had enough.
    """
    try:
        sys.stdout.buffer.write("".join(pieces).encode("utf-8", "replace"))
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as problem:
        raise unwritable(problem) from problem


def unwritable(problem: OSError) -> OutputError:
    """The error for a standard output that takes nothing; what it did not take is dropped."""
    silence()
    why = "it is closed" if problem.errno == errno.EBADF else problem.strerror
    return OutputError(f"standard output cannot be written: {why}.", hint="Send it elsewhere.")


def silence() -> None:
    """Nothing more comes out of stdout: Python would try to write what is left when it ends, and fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complete_streams() -> None:
    """A stream that the caller closed (`>&-`) is there, but empty and not writable.

    Otherwise the first file that is opened would take its number, and what is written to stdout would go into it.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_WRONLY if number == 2 else os.O_RDONLY)  # the lowest number that is free
    sys.stdin = sys.stdin or open(0, closefd=False)  # noqa: SIM115 - open to the end
    sys.stdout = sys.stdout or open(1, "w", closefd=False)  # noqa: SIM115
    sys.stderr = sys.stderr or open(2, "w", closefd=False)  # noqa: SIM115


def tell(lines: Sequence[str]) -> None:
    """To stderr, made safe: a file's name may hold anything. When it is full there is nobody to tell."""
    from reader.render.cells import safe

    with suppress(OSError):
        for line in lines:
            print(safe(line), file=sys.stderr)


def readable(size: int | None) -> str:
    """Bytes as a person reads them; "" when nobody knows."""
    if size is None:
        return ""
    if size < 100_000:
        return f"{-(-size // 1000)} kB"
    return f"{size / 1e6:.{int(size < 100_000_000)}f} MB"
