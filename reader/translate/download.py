"""Fetching a package over HTTP: resumed where it broke off, its length and hash checked."""

from __future__ import annotations

import hashlib
import http
import json
import os
import shutil
import time
import urllib.error
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from reader.errors import PackageError
from reader.translate.network import answer_of, length_of, telling, whole

LARGEST = 4 << 30
"""Bytes of a package's archive."""
_PIECE = 1 << 18

Progress = Callable[[int, int | None, float], None]
"""Called with bytes so far, bytes in all when known, and bytes per second."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file to fetch, and what is known of it."""

    url: str
    size: int | None = None
    sha256: str = ""


def downloaded(wanted: Wanted, into: Path, progress: Progress) -> Path:
    """The file, whole and checked, below `into`; what an earlier run left there is gone on with.

    Raises PackageError; what came by then is kept for the next run, unless it is known to be wrong.
    """
    url = wanted.url
    name = hashlib.blake2b(url.encode(), digest_size=8).hexdigest()
    part, notes, done = (into / f"{name}.{end}" for end in ("part", "json", "argosmodel"))
    try:
        into.mkdir(parents=True, exist_ok=True)
        with part.open("ab") as file, _alone(file, url):
            with telling(url):
                _filled(wanted, file, notes, progress)
            _checked(wanted, part, notes)
            os.fsync(file.fileno())
            part.replace(done)
            notes.unlink(missing_ok=True)
    except OSError as problem:
        raise PackageError(f"{into} cannot be written: {problem.strerror}.", hint="Make room there.") from problem
    return done


def _filled(wanted: Wanted, file: BinaryIO, notes: Path, progress: Progress) -> None:
    """What is missing at the end of `file`, fetched; all of it when the server cannot or must not go on."""
    held, validator = file.seek(0, os.SEEK_END), _validator(notes)
    # Without a validator only a hash can tell whether the file is still the same.
    resumes = held > 0 and bool(validator or wanted.sha256)
    headers = {"Range": f"bytes={held}-", **({"If-Range": validator} if validator else {})} if resumes else {}
    try:
        answer = answer_of(wanted.url, headers)
    except urllib.error.HTTPError as error:
        if error.code != http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            raise
        if error.headers.get("Content-Range") == f"bytes */{held}":
            return None  # it was all there
        answer, resumes = answer_of(wanted.url), False
    with answer:
        going_on = resumes and answer.status == http.HTTPStatus.PARTIAL_CONTENT and _starts_at(answer, held)
        if resumes and answer.status == http.HTTPStatus.PARTIAL_CONTENT and not going_on:
            answer.close()
            file.truncate(0)
            return _filled(wanted, file, notes, progress)
        if not going_on:
            held = 0
            file.truncate(0)
            _note(notes, answer)
        length = length_of(answer)
        total = held + length if length is not None else wanted.size
        _fits(wanted, total, held, Path(file.name).parent)
        _copied(answer, file, held, total, progress, wanted.url)
    return None


def _copied(answer: Any, file: BinaryIO, held: int, total: int | None, progress: Progress, url: str) -> None:
    began, start = time.monotonic(), held
    progress(held, total, 0.0)
    while piece := answer.read(_PIECE):
        if held == 0 and not piece.startswith(b"PK"):
            what = "a web page" if piece.lstrip()[:1] == b"<" else "something else"
            raise _WrongFileError(f"{url} is no package: the server sent {what}.", hint="Check the address.")
        file.write(piece)
        held += len(piece)
        if held > (total or LARGEST):
            raise _WrongFileError(f"{url} is longer than it says.", hint="It is not what was asked for.")
        progress(held, total, (held - start) / max(1e-6, time.monotonic() - began))
    file.flush()
    whole(url, held, total)


class _WrongFileError(PackageError):
    """What came is not what was asked for, and is of no use to the next run."""


def _checked(wanted: Wanted, part: Path, notes: Path) -> None:
    problem = ""
    if wanted.size is not None and part.stat().st_size != wanted.size:
        problem = f"has {part.stat().st_size} bytes, not the {wanted.size} of the index"
    elif wanted.sha256:
        with part.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != wanted.sha256:
                problem = "is not the file it should be: its sha256 differs"
    if problem:
        part.unlink(missing_ok=True)
        notes.unlink(missing_ok=True)
        raise PackageError(f"{wanted.url} {problem}.", hint="Nothing was installed; try again later.")


def _fits(wanted: Wanted, total: int | None, held: int, folder: Path) -> None:
    if total is not None and (total > LARGEST or (wanted.size is not None and total != wanted.size)):
        raise _WrongFileError(f"{wanted.url} has {total} bytes: not the package.", hint="It is not what was asked for.")
    free = shutil.disk_usage(folder).free
    if total is not None and total - held > free:
        raise PackageError(f"The package takes {total / 1e6:.0f} MB, and {folder} has room for {free / 1e6:.0f} MB.",
                           hint="Make room.")  # fmt: skip


def _starts_at(answer: Any, place: int) -> bool:
    return str(answer.headers.get("Content-Range", "")).startswith(f"bytes {place}-")


def _note(notes: Path, answer: Any) -> None:
    """What tells the next run whether the file is still the same: a strong ETag, else the date."""
    tag, date = answer.headers.get("ETag", ""), answer.headers.get("Last-Modified", "")
    validator = tag if tag and not tag.startswith("W/") else date
    notes.write_text(json.dumps({"validator": validator}), encoding="utf-8")


def _validator(notes: Path) -> str:
    try:
        given = json.loads(notes.read_text(encoding="utf-8")).get("validator")
    except (OSError, ValueError, AttributeError):
        return ""
    return given if isinstance(given, str) and given.isprintable() else ""


@contextmanager
def _alone(file: BinaryIO, url: str) -> Iterator[None]:
    """Two processes must not write one file; what is known to be wrong goes before the next one may."""
    with suppress(ImportError):  # Windows has no fcntl; there, whoever comes second fails to open the file
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as busy:
            raise PackageError(f"{url} is being fetched by another process.", hint="Wait for it.") from busy
    try:
        yield
    except _WrongFileError:
        Path(file.name).unlink(missing_ok=True)
        raise
    finally:
        with suppress(OSError):
            if Path(file.name).stat().st_size == 0:  # nothing came: there is nothing to go on with
                Path(file.name).unlink()


__all__ = ["LARGEST", "Progress", "Wanted", "downloaded"]
