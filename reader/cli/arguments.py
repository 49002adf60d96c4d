"""The command line: `reader FILE`, and verbs. argparse alone, so that `--help` costs no import."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from reader import __version__
from reader.cli import cache, glossary, packages
from reader.cli.output import write
from reader.errors import ReaderError

EPILOG = """\
`-` is standard input. stdout carries data, stderr messages.
exit codes: 0 done, 1 some of it failed and the rest is done, 2 bad request, 129 the terminal went, 130 interrupted
"""
VERBS = ("open", "print", "export", "serve", "glossary", "packages", "cache")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One line, as for every other bad request."""
        raise ReaderError(f"{message[:1].upper()}{message[1:]}.", hint=f"See `{self.prog} --help`.")

    def print_help(self, file: Any = None) -> None:  # noqa: ARG002 - to stdout always; argparse would hide that it is full
        """As every other output: an error when it cannot be written."""
        write(self.format_help())


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments as a namespace whose `verb` is always set. Raises ReaderError; `--help` exits with 0.

    With `serve`, `opening` is what it hands on to `open`: all but the address.
    """
    words = list(arguments)
    if _verb(words) is None:
        words.insert(0, "open")
    given, rest = _parser().parse_known_args(words)
    if rest:
        verb = " ".join(word for word in (given.verb, getattr(given, "action", "")) if word)
        more = "; one text at a time" if given.verb in ("open", "print", "export") and rest[0][:1] != "-" else ""
        raise ReaderError(f"Unrecognized arguments: {' '.join(rest)}{more}.", hint=f"See `reader {verb} --help`.")
    if given.verb == "serve":
        given.opening = _address().parse_known_args(words[1:])[1]
    return given


def _verb(words: Sequence[str]) -> str | None:
    """The first word when it is a verb or asks for help; `reader FILE` has none."""
    first = words[0] if words else ""
    return first if first in (*VERBS, "-h", "--help", "--version") else None


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="reader",
        usage="reader FILE | reader VERB …",
        description="Read Norwegian beside English, offline: two columns, terms highlighted in both.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"reader {__version__}")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True, parser_class=_Parser, prog="reader")

    open_ = verbs.add_parser("open", help="read FILE on the screen; into a pipe, print it (`reader FILE` for short)")
    _reading(open_)

    print_ = verbs.add_parser("print", help="print FILE in columns, stacked or word by word")
    _file(print_)
    _sources(print_)
    _look(print_)

    export = verbs.add_parser("export", help="write a bilingual document: html md txt tmx jsonl")
    _file(export)
    _sources(export)
    export.add_argument(
        "-o", "--output", metavar="OUT", type=Path, action="append", required=True,
        help="file to write, its format by its suffix; may be repeated; - is jsonl on stdout",
    )  # fmt: skip
    export.add_argument("-q", "--quiet", action="store_true", help="say nothing about what was written")

    serve = verbs.add_parser("serve", parents=[_address()], help="read in a browser (needs the extra `serve`)")
    _reading(serve)

    glossary.declare(verbs)
    packages.declare(verbs)
    cache.declare(verbs)
    return parser


def _address() -> _Parser:
    parser = _Parser(add_help=False)
    parser.add_argument("--host", default="127.0.0.1", help="default: this machine alone (127.0.0.1)")
    parser.add_argument("--port", type=_port, default=8000, metavar="N", help="default: 8000")
    return parser


def _reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", nargs="?", help="a text, web page or EPUB; none: the last one")
    _sources(parser)
    _look(parser)


def _file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a text, web page or EPUB; - for standard input")


def _sources(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("where the English comes from")
    group.add_argument("--memory", metavar="TMX", type=Path, action="append", default=[],
                       help="a translation memory, besides FILE's own .tmx (repeatable)")  # fmt: skip
    group.add_argument("--engine", choices=("auto", "memory", "argos", "gloss"), default="auto",
                       help="auto: memory, then an installed package, then the gloss (default)")  # fmt: skip
    group.add_argument("--package", metavar="PATH", type=Path,
                       help="use this .argosmodel or unpacked package")  # fmt: skip
    group.add_argument("--beam", metavar="N", type=_count, help="candidates the engine keeps; default 2, 1 is fastest")
    group.add_argument("--threads", metavar="N", type=_count, help="cores for the engine; default: all, at most 4")
    group.add_argument("--no-cache", action="store_true", help="neither use nor remember earlier machine translation")
    group.add_argument("--enforce", action="store_true",
                       help="bring machine translation to the glossary's preferred renderings")  # fmt: skip
    group.add_argument(
        "--glossary", metavar="PATH", type=Path, action="append", default=[],
        help="a glossary file or folder in place of the shipped one, besides yours (repeatable)",
    )  # fmt: skip
    group.add_argument("--add-glossary", metavar="PATH", type=Path, action="append", default=[],
                       help="a glossary file or folder besides the others; it wins over them (repeatable)")  # fmt: skip


def _look(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("look")
    group.add_argument("--layout", choices=("columns", "stacked", "interlinear"),
                       help="default: columns; on the screen, the last one used")  # fmt: skip
    group.add_argument("--width", metavar="N", type=_width, help="cells; default: the terminal's, 100 in a pipe")
    group.add_argument("--color", choices=("auto", "always", "never"), default="auto",
                       help="auto: on a terminal, unless NO_COLOR is set")  # fmt: skip
    group.add_argument("--words", action="store_true", default=None, help="highlight everyday words too")


def _width(given: str) -> int:
    if not given.isascii() or not given.isdecimal() or not 20 <= int(given) <= 1000:
        raise argparse.ArgumentTypeError(f"'{given}' is no width between 20 and 1000")
    return int(given)


def _count(given: str) -> int:
    if not given.isascii() or not given.isdecimal() or not 1 <= int(given) <= 64:
        raise argparse.ArgumentTypeError(f"'{given}' is no number between 1 and 64")
    return int(given)


def _port(given: str) -> int:
    if not given.isascii() or not given.isdecimal() or not 1 <= int(given) <= 65535:
        raise argparse.ArgumentTypeError(f"'{given}' is no port between 1 and 65535")
    return int(given)


def is_terminal() -> bool:
    """Whether a person sees stdout and can press keys; a browser's driver stands for one, a dumb terminal does not."""
    if "TEXTUAL_DRIVER" in os.environ:
        return True
    return sys.stdout.isatty() and sys.stdin.isatty() and os.environ.get("TERM") != "dumb"
