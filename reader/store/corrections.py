"""The reader's own English, kept in their translation memory (TMX) the moment it is written."""

from __future__ import annotations

from reader.errors import MemoryFileError
from reader.formats import data_of
from reader.store import memory_file
from reader.store.files import save


def keep(source: str, target: str, language: str) -> None:
    """The pair takes the place of an earlier one with the same source; an empty target takes it away.

    Raises StoreError, or MemoryFileError when the memory there cannot be understood: it is not written over.
    """
    from reader.formats import memoryfile

    path = memory_file()
    before = data_of(path, MemoryFileError) if path.exists() else None
    after = memoryfile.with_pair(before, path.name, source, target, language)
    if after:
        save(path, after)
    else:
        path.unlink(missing_ok=True)
