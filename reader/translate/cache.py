"""English that the engine made before, kept in an SQLite file: a text read again costs no model.

Written a window at a time in WAL mode, so a killed reader loses at most the window in hand, and two readers share it.
It can always be made again: whatever is wrong with it costs a notice and time, never the reading.
"""

from __future__ import annotations

import hashlib
import json
import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.model import Finding, Link, Origin
from reader.translate.protocol import Draft

if TYPE_CHECKING:
    import sqlite3

LIMIT = 200 << 20
"""Bytes of the file; a book of 100,000 words takes about 3 MB."""
_WAIT = 5.0
"""Seconds to wait for another reader's commit."""
_DAY = 86_400
_SCHEMA = 1
_TABLE = """
create table if not exists machine (
    key blob primary key,      -- of maker and segment
    target text not null,
    score real not null,
    links text not null,       -- Pharaoh pairs: "0-0 1-2"
    findings text not null,    -- JSON: [[code, message], …]
    used integer not null      -- day of the last use, counted from 1970
) without rowid;
"""


@dataclass(frozen=True, slots=True)
class Info:
    """What `cache info` says."""

    path: Path
    segments: int
    size: int
    """Bytes on disk."""
    limit: int


class Cache:
    """The file `translations.sqlite` in `folder`, opened when first used; safe to use from several threads."""

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self.path = folder / "translations.sqlite"
        self.notices: list[str] = []
        """What went wrong and what it costs, one line each."""
        self._limit, self._lock = limit, threading.RLock()
        self._file: sqlite3.Connection | None = None
        self._off = False

    def get(self, maker: str, keys: Sequence[str]) -> dict[str, Draft]:
        """What is known, by key; {} for whatever reason nothing is."""
        hashed = {_hash(maker, key): key for key in keys}
        found: dict[str, Draft] = {}
        with self._lock, _Mended(self):
            file = self._opened(make=False)
            if file is None:
                return {}
            old = list[bytes]()
            today = int(time.time()) // _DAY
            for some in _chunks(list(hashed)):
                marks = ",".join("?" * len(some))
                query = f"select key, target, score, links, findings, used from machine where key in ({marks})"
                for key, target, score, links, findings, used in file.execute(query, some):
                    found[hashed[key]] = _draft(target, score, links, findings)
                    old += [key] if used != today else []
            if old:  # at most once a day and segment
                with file:
                    file.executemany("update machine set used = ? where key = ?", [(today, key) for key in old])
        return found

    def put(self, maker: str, drafts: dict[str, Draft]) -> None:
        """Keep the drafts: all of them or, if the process is killed, none. Never raises."""
        today = int(time.time()) // _DAY
        kept = {key: draft for key, draft in drafts.items() if _storable(draft.target)}
        rows = [(_hash(maker, key), *_columns(draft), today) for key, draft in kept.items()]
        with self._lock, _Mended(self):
            file = self._opened(make=True)
            if file is None or not rows:
                return
            with file:
                file.executemany("insert or replace into machine values (?, ?, ?, ?, ?, ?)", rows)
            self._keep_small(file)

    def info(self) -> Info:
        """What is kept; nothing is made."""
        segments = 0
        with self._lock, _Mended(self):
            file = self._opened(make=False)
            if file is not None:
                segments = file.execute("select count(*) from machine").fetchone()[0]
        return Info(self.path, segments, sum(_size(each) for each in self._files()), self._limit)

    def clear(self) -> int:
        """Forget everything; how many segments that were."""
        with self._lock, _Mended(self):
            file = self._opened(make=False)
            if file is None:
                return 0
            with file:
                count = file.execute("delete from machine").rowcount
            file.execute("vacuum")
            file.execute("pragma wal_checkpoint(truncate)")
            return int(count)
        return 0

    def close(self) -> None:
        """Write everything to the main file and let go of it."""
        with self._lock:
            if self._file is not None:
                self._file.close()
                self._file = None

    def _opened(self, *, make: bool) -> sqlite3.Connection | None:
        """The open file; None when it does not exist and is not to be made, or is of no use."""
        if self._file is None and not self._off and (make or self.path.exists()):
            import sqlite3  # 10 ms

            self.path.parent.mkdir(parents=True, exist_ok=True)
            file = sqlite3.connect(self.path, timeout=_WAIT, check_same_thread=False)
            try:
                file.execute("pragma auto_vacuum = incremental")  # before the first table is made
                file.execute("pragma journal_mode = wal")
                file.execute("pragma synchronous = normal")  # WAL stays sound; a power cut may lose the last windows
                version = file.execute("pragma user_version").fetchone()[0]
                if version not in (0, _SCHEMA):
                    file.execute("drop table if exists machine")
                file.executescript(f"{_TABLE} pragma user_version = {_SCHEMA};")
            except BaseException:
                file.close()
                raise
            self._file = file
        return self._file

    def _keep_small(self, file: sqlite3.Connection) -> None:
        """When the file outgrows its limit, the fifth that was longest unused goes."""
        pages, size = (file.execute(f"pragma {name}").fetchone()[0] for name in ("page_count", "page_size"))
        if pages * size <= self._limit:
            return
        with file:
            file.execute(
                "delete from machine where key in (select key from machine order by used limit"
                " (select 1 + count(*) / 5 from machine))"
            )
        file.execute("pragma incremental_vacuum").fetchall()

    def _moved_aside(self) -> None:
        """A file that is no database is kept for whoever wants to look, and a new one begun."""
        self.close()
        aside = self.path.with_suffix(".broken")
        try:
            self.path.replace(aside)
            for rest in self._files()[1:]:
                rest.unlink(missing_ok=True)
        except FileNotFoundError:
            return  # another reader did it
        except OSError as problem:
            self._switched_off(f"is broken and cannot be moved aside ({problem.strerror})")
            return
        self.notices.append(f"The cache was broken; it is now {aside.name}, and a new one is begun.")

    def _switched_off(self, why: str) -> None:
        self._off = True
        self.close()
        self.notices.append(f"The cache {self.path} {why}; translations are not remembered.")

    def _files(self) -> list[Path]:
        return [self.path, *(self.path.with_name(self.path.name + end) for end in ("-wal", "-shm"))]


class _Mended:
    """Around every use of the file: what fails is told, and the reading goes on without."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, trace: object) -> bool:
        if kind is None or problem is None:
            return False
        import sqlite3

        cache = self._cache
        if isinstance(problem, sqlite3.OperationalError):
            # Locked by another reader for long, a full disk, a folder closed to us: this once without.
            if "locked" not in str(problem) and "busy" not in str(problem):
                cache._switched_off(f"cannot be used ({problem})")
            return True
        if isinstance(problem, (sqlite3.DatabaseError, UnicodeDecodeError)):
            cache._moved_aside()
            return True
        if isinstance(problem, OSError):
            cache._switched_off(f"cannot be used ({problem.strerror})")
            return True
        return False


def _hash(maker: str, key: str) -> bytes:
    return hashlib.blake2b(f"{maker}\n{key}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _storable(target: str) -> bool:
    """Half a surrogate pair, from a text that was decoded loosely, has no place in UTF-8."""
    return not any("\ud800" <= letter <= "\udfff" for letter in target) if not target.isascii() else True


def _columns(draft: Draft) -> tuple[str, float, str, str]:
    links = " ".join(f"{link.source}-{link.target}" for link in draft.links)
    findings = json.dumps([[finding.code, finding.message] for finding in draft.findings], ensure_ascii=False)
    return draft.target, draft.score, links, findings


def _draft(target: str, score: float, links: str, findings: str) -> Draft:
    pairs = (pair.split("-") for pair in links.split())
    return Draft(
        target=target,
        origin=Origin.ENGINE,
        score=score,
        links=tuple(Link(int(source), int(target)) for source, target in pairs),
        findings=tuple(Finding(code, message) for code, message in json.loads(findings)),
    )


def _chunks(keys: Sequence[bytes]) -> Iterable[Sequence[bytes]]:
    return (keys[start : start + 500] for start in range(0, len(keys), 500))  # SQLite's old limit of 999 variables


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


__all__ = ["Cache", "Info", "LIMIT"]
