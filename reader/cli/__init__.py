"""The command line shell: thin, one function a verb. Heavy modules are imported by the verb that needs them."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.cli.arguments import is_terminal, parsed
from reader.cli.output import tell, write
from reader.errors import ExitCode, InputError, ReaderError
from reader.model import Origin

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
            from reader.tui.serve import serve

            return serve([given.file] if given.file else [], given.host, given.port)
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
    return tui.run(given.file, options_of(given), tui.Look(given.layout, given.words, colours))


def _print(given: argparse.Namespace) -> int:
    from reader.opening import opened
    from reader.render import plain
    from reader.render.layout import Layout, Mode, parted

    work = opened(given.file, options_of(given))
    tell(work.notices)
    width = given.width or (shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 100)
    layout = Layout(width, mode=Mode(given.layout or Mode.COLUMNS), words=bool(given.words))
    before = None
    glossed = False
    for _, block in work.blocks():
        glossed = glossed or any(unit.origin is Origin.GLOSS for unit in block.units)
        if block.units:
            lines = plain.block_lines(block, layout, color=_colored(given.color), cells=work.annotator.cells)
            write("\n" if before and parted(before, block) else "", *(f"{line}\n" for line in lines))
            before = block
    _told_after(work, glossed)
    return ExitCode.OK


def _export(given: argparse.Namespace) -> int:
    from pathlib import Path

    from reader import formats
    from reader.opening import opened

    wanted = [(path, formats.writer(Path("-.jsonl") if str(path) == "-" else path)) for path in given.output]
    work = opened(given.file, options_of(given))
    tell(work.notices)
    bitext = work.bitext()
    failed: list[ReaderError] = []
    for path, writer in wanted:
        try:
            if str(path) == "-":
                write(writer(bitext).decode())
                continue
            formats.replace_file(path, writer(bitext))
            tell(() if given.quiet else (f"wrote {path} ({len(bitext.units)} units)",))
        except ReaderError as error:
            failed.append(error)
            tell((f"reader: {error}",))
    _told_after(work, any(unit.origin is Origin.GLOSS for unit in bitext.units))
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
