"""Our own files: read whole, written whole or not at all, never thrown away when they cannot be understood."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from reader.errors import ReaderError, StoreError
from reader.formats import replace_file


def save(path: Path, data: bytes) -> None:
    """Atomically; makes the folder when it is missing. Raises StoreError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {error.strerror}.", hint="Check the folder.") from error
    except ReaderError as error:
        raise StoreError(error.message, hint=error.hint) from error


def load_json(path: Path) -> Mapping[str, Any]:
    """A JSON object; empty when there is none. A file that is none is set aside, so that it is not written over."""
    try:
        found = json.loads(path.read_bytes())
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {error.strerror}.", hint="Check its permissions.") from error
    except ValueError:
        found = None
    if isinstance(found, dict):
        return found
    with suppress(OSError):
        path.replace(path.with_name(f"{path.name}.broken"))
    return {}


def append_line(path: Path, line: str) -> None:
    """One line more, on the disk before this returns. Raises StoreError."""
    import os

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as file:
            # A line torn by a crash is ended first: it stays unreadable, but does not spoil the new one.
            torn = file.tell() > 0 and not _ends_line(path)
            file.write((b"\n" if torn else b"") + line.encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {error.strerror}.", hint="Check the folder.") from error


def _ends_line(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, 2)
        return file.read(1) == b"\n"
