"""An SQLite file that can always be made again: whatever is wrong with it costs a notice, never the reading."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_WAIT = 5.0
"""Seconds to wait for another process's commit."""


class Database:
    """One file in WAL mode, opened when first used; safe to use from several threads and processes."""

    def __init__(self, path: Path, schema: Sequence[str], version: int) -> None:
        self.path = path
        self.notices: list[str] = []
        """What went wrong and what it costs, one line each."""
        self._schema, self._version = schema, version
        self._lock = threading.RLock()
        self._file: sqlite3.Connection | None = None
        self._off = False

    @contextmanager
    def using(self, *, make: bool) -> Iterator[sqlite3.Connection | None]:
        """The open file; None when it does not exist and is not to be made, or is of no use.

        What fails inside is told in `notices`, and the block is left: nothing that SQLite or the disk does is raised.
        """
        import sqlite3  # 10 ms

        with self._lock:
            file: sqlite3.Connection | None = None
            try:
                file = self._opened(make=make)
            except (sqlite3.Error, OSError) as problem:
                self._told(problem)
            try:
                yield file
            except (sqlite3.Error, OSError, ValueError) as problem:  # ValueError: rows that hold something else
                self._told(problem)

    def files(self) -> list[Path]:
        """The file and those that SQLite keeps beside it."""
        return [self.path, *(self.path.with_name(self.path.name + end) for end in ("-wal", "-shm"))]

    def close(self) -> None:
        """Write everything to the main file and let go of it."""
        with self._lock:
            if self._file is not None:
                self._file.close()
                self._file = None

    def _opened(self, *, make: bool) -> sqlite3.Connection | None:
        if self._file is None and not self._off and (make or self.path.exists()):
            import sqlite3

            self.path.parent.mkdir(parents=True, exist_ok=True)
            file = sqlite3.connect(self.path, timeout=_WAIT, check_same_thread=False)
            try:
                file.execute("pragma auto_vacuum = incremental")  # before the first table is made
                file.execute("pragma journal_mode = wal")
                file.execute("pragma synchronous = normal")  # WAL stays sound; a power cut may lose the last commits
                if _version(file) != self._version:
                    self._begun(file)
            except BaseException:
                file.close()
                raise
            self._file = file
        return self._file

    def _begun(self, file: sqlite3.Connection) -> None:
        """The tables, made anew in one transaction; another process may be doing the same."""
        with file:
            file.execute("begin immediate")
            if _version(file) != self._version:
                for statement in self._schema:
                    file.execute(statement)
                file.execute(f"pragma user_version = {self._version}")

    def _told(self, problem: Exception) -> None:
        import sqlite3

        if isinstance(problem, sqlite3.OperationalError):
            # Locked by another process for long: this once without. A full disk, a folder closed to us: for good.
            if "locked" not in str(problem) and "busy" not in str(problem):
                self._switched_off(f"cannot be used ({problem})")
        elif isinstance(problem, OSError):
            self._switched_off(f"cannot be used ({problem.strerror})")
        else:
            self._moved_aside()

    def _moved_aside(self) -> None:
        """A file that is no database is kept for whoever wants to look, and a new one begun."""
        self.close()
        aside = self.path.with_suffix(".broken")
        try:
            self.path.replace(aside)
            for rest in self.files()[1:]:
                rest.unlink(missing_ok=True)
        except FileNotFoundError:
            return  # another process did it
        except OSError as problem:
            self._switched_off(f"is broken and cannot be moved aside ({problem.strerror})")
            return
        self.notices.append(f"{self.path} was broken; it is now {aside.name}, and a new one is begun.")

    def _switched_off(self, why: str) -> None:
        self._off = True
        self.close()
        self.notices.append(f"{self.path} {why}; machine translation is not remembered.")


def _version(file: sqlite3.Connection) -> int:
    version: int = file.execute("pragma user_version").fetchone()[0]
    return version


__all__ = ["Database"]
