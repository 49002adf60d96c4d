"""stdout is data, stderr is messages: the two ways a verb speaks."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def write(*pieces: str) -> None:
    """To stdout, as UTF-8 whatever the locale says: a pipe must not lose a Norwegian letter."""
    sys.stdout.buffer.write("".join(pieces).encode("utf-8", "replace"))
    sys.stdout.flush()


def tell(lines: Sequence[str]) -> None:
    """To stderr, made safe: a file's name may hold anything."""
    from reader.render.cells import safe

    for line in lines:
        print(safe(line), file=sys.stderr)


def readable(size: int | None) -> str:
    """Bytes as a person reads them; "" when nobody knows."""
    if size is None:
        return ""
    if size < 100_000:
        return f"{-(-size // 1000)} kB"
    return f"{size / 1e6:.{int(size < 100_000_000)}f} MB"
