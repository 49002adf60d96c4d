"""File formats: one module each, chosen by suffix or first bytes; bytes in and bytes out: none touches the disk.

To add one: a module with `read(data, name) -> Document` and a row in `sniffing`, or with `write(bitext) -> bytes` and a
row in the table below.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from reader.errors import InputError, OutputError, ReaderError
from reader.model import Bitext, Document

WRITERS: Mapping[str, str] = {
    ".html": "html", ".htm": "html", ".md": "md", ".txt": "txt", ".tmx": "tmx", ".jsonl": "jsonl",
}  # fmt: skip
"""Suffix → module here with `write`."""

LARGEST = 256 << 20
"""Bytes: a larger text is refused in one line instead of filling the memory (the Bible has 4.5 MB)."""


def read(path: str) -> Document:
    """The document at `path`; "-" is standard input.

    Raises InputError: missing, a folder, unreadable, empty, too large, binary, of a kind that cannot be read.
    """
    if path == "-":
        return _document(_bounded(sys.stdin.buffer, "standard input", InputError), "", "standard input")
    return _document(data_of(Path(path)), Path(path).suffix.lower(), Path(path).name)


def _document(data: bytes, suffix: str, name: str) -> Document:
    from reader.formats import sniffing

    module = sniffing.module(data, suffix, name)
    read_: Callable[[bytes, str], Document] = import_module(f"reader.formats.{module}").read
    return read_(data, name)


def data_of(path: Path, error: type[ReaderError] = InputError) -> bytes:
    """The bytes of a file, or `error` with one line that says why not."""
    try:
        if path.is_dir():
            raise error(f"{path} is a folder, not a text.", hint="Give a file in it.")
        with path.open("rb") as file:
            return _bounded(file, str(path), error)
    except FileNotFoundError as missing:
        raise error(f"{path} does not exist.", hint="Check the path.") from missing
    except OSError as problem:
        raise error(f"{path} cannot be read: {problem.strerror}.", hint="Check its permissions.") from problem
    except ValueError as problem:  # a null byte in the path
        raise error(f"{path!r} is no path.") from problem


def _bounded(file: BinaryIO, name: str, error: type[ReaderError]) -> bytes:
    """All of a file, unless it is too large: a device or a pipe does not say how much is to come."""
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise error(f"{name} is larger than {LARGEST >> 20} MB.", hint="Cut it into parts.")
    return data


def writer(path: Path) -> Callable[[Bitext], bytes]:
    """How to write a bitext to `path`, by its suffix. Raises OutputError (bad request) for an unknown one."""
    module = WRITERS.get(path.suffix.lower())
    if module is None:
        known = " ".join(sorted(WRITERS))
        raise InputError(f"{path}: unknown export format '{path.suffix}'.", hint=f"Known suffixes: {known}.")
    write_: Callable[[Bitext], bytes] = import_module(f"reader.formats.{module}").write
    return write_


def replace_file(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that a crash leaves either the old file or the new one, whole.

    Raises OutputError when the folder is missing, full or closed to us.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        if path.is_dir():
            raise OutputError(f"{path} is a folder.", hint="Name a file in it.")
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o777)
        temporary.replace(path)
    except OSError as problem:
        temporary.unlink(missing_ok=True)
        raise OutputError(f"{path} cannot be written: {problem.strerror}.", hint="Check the folder.") from problem
