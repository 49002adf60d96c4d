"""Fetching one file over HTTP: resumed where it broke off, its length and hash checked, every failure one line.

Only what a person asked for by name comes here; reading and translating never do.
"""

from __future__ import annotations

import hashlib
import http.client
import json
import os
import shutil
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from reader import __version__
from reader.errors import PackageError
from reader.translate.index import BY_HAND

TIMEOUT = 20.0
"""Seconds without a byte after which a server counts as gone."""
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


def fetched(url: str, most: int) -> bytes:
    """A small file's bytes. Raises PackageError."""
    with _telling(url), _answer(url) as answer:
        data: bytes = answer.read(most + 1)
        _whole(url, len(data), _length(answer))
    if len(data) > most:
        raise PackageError(f"{url} is larger than {most >> 20} MB.", hint="It is not what was asked for.")
    return data


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
            with _telling(url):
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
        answer = _answer(wanted.url, headers)
    except urllib.error.HTTPError as error:
        if error.code != http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            raise
        if error.headers.get("Content-Range") == f"bytes */{held}":
            return None  # it was all there
        answer, resumes = _answer(wanted.url), False
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
        length = _length(answer)
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
    _whole(url, held, total)


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


def _whole(url: str, held: int, total: int | None) -> None:
    if total is not None and held < total:
        raise PackageError(
            f"{url} broke off after {held / 1e6:.1f} of {total / 1e6:.1f} MB.", hint="Run it again to go on from there."
        )


def _answer(url: str, headers: dict[str, str] | None = None) -> Any:  # http.client.HTTPResponse
    asked = {"User-Agent": f"norwegian-reader/{__version__}", "Accept-Encoding": "identity", **(headers or {})}
    return urllib.request.urlopen(urllib.request.Request(url, headers=asked), timeout=TIMEOUT)


def _length(answer: Any) -> int | None:
    given = answer.headers.get("Content-Length", "")
    return int(given) if given.isascii() and given.isdecimal() else None


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


@contextmanager
def _telling(url: str) -> Iterator[None]:
    """What went wrong, as one line with a way out."""
    host = urlsplit(url).hostname or url
    try:
        yield
    except PackageError:
        raise
    except urllib.error.HTTPError as error:
        # After a redirection that it will not follow, urllib has an essay for a reason.
        reason = "" if error.code < 400 else f" {_said(error.reason)}"
        raise PackageError(f"{url}: the server says {error.code}{reason}.", hint=BY_HAND) from error
    except urllib.error.URLError as error:
        cause = error.reason
        if isinstance(cause, TimeoutError):
            raise PackageError(f"{host} did not answer for {TIMEOUT:.0f} seconds.", hint=BY_HAND) from error
        if isinstance(cause, ssl.SSLError):
            raise PackageError(f"{host} cannot be trusted: {_said(cause)}.", hint=BY_HAND) from error
        raise PackageError(f"{host} cannot be reached ({_said(cause)}).", hint=BY_HAND) from error
    except TimeoutError as error:
        raise PackageError(f"{host} fell silent for {TIMEOUT:.0f} seconds.", hint="Run it again to go on.") from error
    except (http.client.HTTPException, ConnectionError, ssl.SSLError) as error:
        raise PackageError(f"{host} broke off ({_said(error)}).", hint="Run it again to go on.") from error
    except ValueError as error:
        raise PackageError(f"{url} is no address ({_said(error)}).", hint="Check it.") from error


def _said(problem: object) -> str:
    said = getattr(problem, "strerror", None) or " ".join(str(problem).split())
    return str(said)[:120] or type(problem).__name__


__all__ = ["LARGEST", "Progress", "TIMEOUT", "Wanted", "downloaded", "fetched"]
