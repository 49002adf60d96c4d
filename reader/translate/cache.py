"""English that the engine made before, kept in an SQLite file: a text read again costs no model.

Written a window at a time in WAL mode, so a killed reader loses at most the window in hand, and two readers share it.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.model import Finding, Link, Origin
from reader.translate.database import Database
from reader.translate.protocol import Draft

if TYPE_CHECKING:
    import sqlite3

LIMIT = 200 << 20
"""Bytes of the file; a book of 100,000 words takes about 3 MB."""
_DAY = 86_400
_VERSION = 2
_SCHEMA = (
    "drop table if exists machine",
    """create table machine (
    key blob primary key,      -- of maker and segment
    target text not null,
    score real not null,
    links text not null,       -- Pharaoh pairs: "0-0 1-2"
    findings text not null,    -- JSON: [[code, message], …]
    applied text not null,     -- JSON: [lemma, …]
    used integer not null      -- day of the last use, counted from 1970
    ) without rowid""",
)


@dataclass(frozen=True, slots=True)
class Info:
    """What `cache info` says."""

    path: Path
    segments: int
    size: int
    """Bytes on disk."""
    limit: int


class Cache:
    """The file `translations.sqlite` in `folder`, made when there is something to keep."""

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self._database = Database(folder / "translations.sqlite", _SCHEMA, _VERSION)
        self._limit = limit

    @property
    def notices(self) -> tuple[str, ...]:
        """What went wrong and what it costs, one line each."""
        return tuple(self._database.notices)

    def get(self, maker: str, keys: Sequence[str]) -> dict[str, Draft]:
        """What is known, by key; {} for whatever reason nothing is."""
        hashed = {_hash(maker, key): key for key in keys}
        found, today = dict[str, Draft](), int(time.time()) // _DAY
        with self._database.using(make=False) as file:
            if file is None:
                return {}
            old = list[bytes]()
            for some in _chunks(list(hashed)):
                marks = ",".join("?" * len(some))
                query = f"select key, target, score, links, findings, applied, used from machine where key in ({marks})"
                for key, target, score, links, findings, applied, used in file.execute(query, some):
                    found[hashed[key]] = _draft(target, score, links, findings, applied)
                    old += [key] if used != today else []
            if old:  # at most once a day and segment
                with file:
                    file.executemany("update machine set used = ? where key = ?", [(today, key) for key in old])
        return found

    def put(self, maker: str, drafts: dict[str, Draft]) -> None:
        """Keep the drafts: all of them or, if the process is killed, none. Never raises."""
        today = int(time.time()) // _DAY
        rows = [(_hash(maker, key), *_columns(draft), today) for key, draft in drafts.items()]
        with self._database.using(make=True) as file:
            if file is not None and rows:
                with file:
                    file.executemany("insert or replace into machine values (?, ?, ?, ?, ?, ?, ?)", rows)
                self._keep_small(file)

    def info(self) -> Info:
        """What is kept; nothing is made."""
        segments = 0
        with self._database.using(make=False) as file:
            if file is not None:
                segments = file.execute("select count(*) from machine").fetchone()[0]
        size = sum(file.stat().st_size for file in self._database.files() if file.is_file())
        return Info(self._database.path, segments, size, self._limit)

    def clear(self) -> int:
        """Forget everything; how many segments that were."""
        count = 0
        with self._database.using(make=False) as file:
            if file is not None:
                with file:
                    count = file.execute("delete from machine").rowcount
                file.execute("vacuum")
                file.execute("pragma wal_checkpoint(truncate)")
        return count

    def close(self) -> None:
        """Write everything to the main file and let go of it."""
        self._database.close()

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


def _hash(maker: str, key: str) -> bytes:
    return hashlib.blake2b(f"{maker}\n{key}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _columns(draft: Draft) -> tuple[str, float, str, str, str]:
    links = " ".join(f"{link.source}-{link.target}" for link in draft.links)
    findings = json.dumps([[finding.code, finding.message] for finding in draft.findings], ensure_ascii=False)
    return draft.target, draft.score, links, findings, json.dumps(draft.applied, ensure_ascii=False)


def _draft(target: str, score: float, links: str, findings: str, applied: str) -> Draft:
    pairs = (pair.split("-") for pair in links.split())
    return Draft(
        target=target,
        origin=Origin.ENGINE,
        score=score,
        links=tuple(Link(int(source), int(target)) for source, target in pairs),
        findings=tuple(Finding(code, message) for code, message in json.loads(findings)),
        applied=tuple(json.loads(applied)),
    )


def _chunks(keys: Sequence[bytes]) -> Iterable[Sequence[bytes]]:
    return (keys[start : start + 500] for start in range(0, len(keys), 500))  # SQLite's old limit of 999 variables


__all__ = ["Cache", "Info", "LIMIT"]
