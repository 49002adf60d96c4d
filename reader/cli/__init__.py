"""The command line shell: thin, one function a verb. Heavy modules are imported by the verb that needs them."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

from reader.cli.arguments import is_terminal, parsed
from reader.cli.output import tell, write
from reader.errors import ExitCode, InputError, ReaderError
from reader.model import Bitext, Origin

if TYPE_CHECKING:
    from reader.opening import Opened, Options


def run(arguments: Sequence[str]) -> int:
    """Run one command line; returns its exit code. Raises ReaderError."""
    given = parsed(arguments)
    match given.verb:
        case "open":
            return _open(given)
        case "print":
            return _print(given)
        case "export":
            return _export(given)
        case "serve":
            return _serve(given)
        case "packages":
            from reader.cli import packages

            return packages.run(given)
        case "cache":
            from reader.cli import cache

            return cache.run(given)
        case "glossary":
            from reader.cli import glossary

            return glossary.run(given)
        case other:
            raise ReaderError(f"Unknown command '{other}'.")


def _open(given: argparse.Namespace) -> int:
    if not is_terminal():
        if given.file is None:
            raise InputError("No file was given.", hint="`reader FILE`, or `reader --help`.")
        return _print(given)
    from reader import tui  # textual: 0.3 s

    colours = "mono" if given.color == "never" else None
    try:
        code = tui.run(given.file, options_of(given), tui.Look(given.layout, given.words, colours))
    except ReaderError:
        raise
    except Exception:
        if not is_terminal():  # it went while the screen was being set up or taken down
            _end(ExitCode.HUNG_UP)
        raise
    if threading.active_count() > 1:
        _end(code)
    return code


def _end(code: int) -> NoReturn:
    """Ends the process though threads are at work; everything is written by now, and the terminal is as it was.

    An engine in the middle of a batch can neither be told to stop nor be left behind: at the interpreter's end its
    threads would abort the process. A thread that reads a terminal that is gone would never let it end.
    """
    with suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


def _serve(given: argparse.Namespace) -> int:
    from reader.opening import opened
    from reader.tui.serve import serve

    if given.file == "-":
        raise InputError("Standard input cannot be read in a browser.", hint="Give a file.")
    if given.file is not None:
        opened(given.file, options_of(given), at_once=True)  # what is wrong with it is said here, not on an empty page
    return serve(given.opening, given.host, given.port)


def _print(given: argparse.Namespace) -> int:
    from reader.cli.progress import Counting
    from reader.opening import opened
    from reader.render import plain
    from reader.render.layout import Layout, Mode, parted

    work = opened(given.file, options_of(given))
    tell(work.notices)
    width = given.width or (shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 100)
    layout = Layout(width, mode=Mode(given.layout or Mode.COLUMNS), words=bool(given.words))
    before = None
    glossed = False
    with Counting(len(work.document.paragraphs)) as count:
        for _, block in count.over(work.blocks()):
            glossed = glossed or any(unit.origin is Origin.GLOSS for unit in block.units)
            if block.units:
                lines = plain.block_lines(block, layout, color=_colored(given.color), cells=work.annotator.cells)
                if sys.stdout.isatty():
                    count.end()
                write("\n" if before and parted(before, block) else "", *(f"{line}\n" for line in lines))
                before = block
    _told_after(work, glossed)
    return ExitCode.OK


def _export(given: argparse.Namespace) -> int:
    from pathlib import Path

    from reader import formats
    from reader.cli.progress import Counting
    from reader.formats.sparing import spared
    from reader.opening import opened

    wanted = [(path, formats.writer(Path("-.jsonl") if str(path) == "-" else path)) for path in given.output]
    work = opened(given.file, options_of(given))
    spared(given.output, work.inputs())
    tell(work.notices)
    with Counting(len(work.document.paragraphs), quiet=given.quiet) as count:
        blocks = tuple(block for _, block in count.over(work.blocks()))
    bitext = Bitext(work.document, blocks, work.made_by)
    glossed = sum(unit.origin is Origin.GLOSS for unit in bitext.units)
    failed: list[ReaderError] = []
    for path, writer in wanted:
        try:
            if str(path) == "-":
                write(writer(bitext).decode())
                continue
            done = "replaced" if path.exists() else "wrote"
            formats.replace_file(path, writer(bitext))
            notes = f", {glossed} of them word by word: as notes" if glossed and path.suffix.lower() == ".tmx" else ""
            tell(() if given.quiet else (f"{done} {path} ({len(bitext.units)} units{notes})",))
        except ReaderError as error:
            failed.append(error)
            tell((f"reader: {error}",))
    _told_after(work, bool(glossed))
    if failed:
        return ExitCode.PARTIAL if len(failed) < len(wanted) else failed[0].exit_code
    return ExitCode.OK


def _told_after(work: Opened, glossed: bool) -> None:
    """What went wrong meanwhile; and how to get better English: to a person who saw a gloss, once in their life."""
    from reader import store

    tell(work.troubles())
    if glossed and work.hint and sys.stderr.isatty() and store.first_time("package-hint"):
        tell((work.hint,))


def options_of(given: argparse.Namespace) -> Options:
    """What the command line says about sources and glossary."""
    from reader.opening import Engine, Options

    return Options(
        memories=tuple(given.memory),
        glossaries=tuple(given.glossary),
        more_glossaries=tuple(given.add_glossary),
        engine=Engine(given.engine),
        package=given.package,
        beam=given.beam,
        threads=given.threads or 0,
        cache=not given.no_cache,
        enforce=given.enforce,
    )


def _colored(choice: str) -> bool:
    """NO_COLOR (no-color.org) counts when set and not empty; an explicit choice wins over it."""
    return choice == "always" or (choice == "auto" and sys.stdout.isatty() and not os.environ.get("NO_COLOR"))
