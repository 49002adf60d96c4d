"""`reader cache`: how much machine translation is remembered, and forgetting it."""

from __future__ import annotations

import argparse
import json
from typing import Any

from reader.cli.output import readable, tell, write
from reader.errors import ExitCode


def declare(verbs: Any) -> None:  # argparse gives the object that add_subparsers returns no public type
    """The words of the command line."""
    parser = verbs.add_parser("cache", help="translations that were made before: info, clear")
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    info = actions.add_parser("info", help="where they are kept, how many and how large")
    info.add_argument("--json", action="store_true", help="machine-readable, on stdout")
    clear = actions.add_parser("clear", help="forget them; they are made again when needed")
    clear.add_argument("-q", "--quiet", action="store_true", help="only errors")


def run(given: argparse.Namespace) -> int:
    """Do what was asked; the exit code."""
    from reader import store
    from reader.translate.cache import Cache

    cache = Cache(store.cache_folder())
    if given.action == "clear":
        count = cache.clear()
        tell([] if given.quiet else [f"forgot {_segments(count)}"])
    else:
        info = cache.info()
        if given.json:
            row = {"path": str(info.path), "segments": info.segments, "size": info.size, "limit": info.limit}
            write(json.dumps(row, ensure_ascii=False, indent=2), "\n")
        else:
            write(f"{info.path}\n{_segments(info.segments)}, {readable(info.size)} of {readable(info.limit)}\n")
    tell(cache.notices)
    cache.close()
    return ExitCode.PARTIAL if cache.notices else ExitCode.OK


def _segments(count: int) -> str:
    return f"{count} segment{'' if count == 1 else 's'}"


__all__ = ["declare", "run"]
