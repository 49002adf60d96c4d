"""The reader's own glossary file: a term more, and the file as it was before."""

from __future__ import annotations

from pathlib import Path

from reader import terms
from reader.errors import StoreError
from reader.model import Entry
from reader.store import glossary_folder
from reader.store.files import save

FILE = "own.yaml"


def file() -> Path:
    return glossary_folder() / FILE


def content() -> bytes:
    """The file as it is; empty when there is none. Raises StoreError."""
    try:
        return file().read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise StoreError(f"{file()} cannot be read.", hint="Check the file.") from error


def keep(entry: Entry) -> tuple[bytes, bytes]:
    """Adds the entry; returns the file before and after. Raises GlossaryError or StoreError."""
    before = content()
    terms.add(file(), entry)
    return before, content()


def restore(before: bytes, after: bytes) -> None:
    """The file from `after` back to `before`. Raises StoreError when somebody else has changed it since."""
    now = content()
    if now == before:
        return
    if now != after:
        raise StoreError(f"{file()} was changed since, and is left as it is.", hint="Take the term out by hand.")
    if before:
        save(file(), before)
    else:
        file().unlink(missing_ok=True)
