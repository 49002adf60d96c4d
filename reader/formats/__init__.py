"""File formats: one module each, chosen by suffix; bytes in and bytes out, so that a format never touches the disk.

To add one: a module with `read(data, name) -> Document` or `write(bitext) -> bytes`, and a row in a table below.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from reader.errors import InputError, OutputError, ReaderError
from reader.model import Bitext, Document

READERS: Mapping[str, str] = {".txt": "txt", ".text": "txt", ".md": "txt", "": "txt"}
"""Suffix → module here with `read`. Markdown is read as the plain text it is: its marks are kept."""
WRITERS: Mapping[str, str] = {
    ".html": "html", ".htm": "html", ".md": "md", ".txt": "txt", ".tmx": "tmx", ".jsonl": "jsonl",
}  # fmt: skip
"""Suffix → module here with `write`."""

LARGEST = 256 << 20
"""Bytes: a larger text is refused in one line instead of filling the memory (the Bible has 4.5 MB)."""


def read(path: str) -> Document:
    """The document at `path`; "-" is standard input.

    Raises InputError: missing, a folder, unreadable, empty, too large, binary.
    """
    if path == "-":
        return _reader("")(sys.stdin.buffer.read(LARGEST + 1), "standard input")
    return _reader(Path(path).suffix)(data_of(Path(path)), Path(path).name)


def data_of(path: Path, error: type[ReaderError] = InputError) -> bytes:
    """The bytes of a file, or `error` with one line that says why not."""
    try:
        if path.is_dir():
            raise error(f"{path} is a folder, not a text.", hint="Give a file in it.")
        if path.stat().st_size > LARGEST:
            raise error(f"{path} is larger than {LARGEST >> 20} MB.", hint="Cut it into parts.")
        return path.read_bytes()
    except FileNotFoundError as missing:
        raise error(f"{path} does not exist.", hint="Check the path.") from missing
    except OSError as problem:
        raise error(f"{path} cannot be read: {problem.strerror}.", hint="Check its permissions.") from problem
    except ValueError as problem:  # a null byte in the path
        raise error(f"{path!r} is no path.") from problem


def _reader(suffix: str) -> Callable[[bytes, str], Document]:
    # An unknown suffix is tried as text: a file called NOTES.norsk is one more often than not; binary data says so.
    module = READERS.get(suffix.lower(), "txt")
    read_: Callable[[bytes, str], Document] = import_module(f"reader.formats.{module}").read
    return read_


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
