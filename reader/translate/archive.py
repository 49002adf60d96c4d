"""An .argosmodel file: a zip archive with one folder, the package. Looked through before a byte of it is written.

Refused are paths that leave the folder (absolute, `..`, drive letters, backslashes), links and other special files,
encrypted and doubled entries, and archives that would fill the disk.
"""

from __future__ import annotations

import os
import shutil
import stat
import time
import zipfile
import zlib
from contextlib import suppress
from pathlib import Path, PurePosixPath

from reader.errors import PackageError
from reader.translate import package
from reader.translate.package import Package

MOST_FILES = 5_000
"""Official packages have some 10 to 60 files, with their sentence splitter's."""
LARGEST = 4 << 30
"""Bytes unpacked: the largest official package has 0.4 GB."""
MOST_SQUEEZED = 200
"""Times that deflate may have made a file of over 1 MB smaller: models come to 1–2, text to 10."""
_BAD = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, NotImplementedError, ValueError)
_AGAIN = "Fetch the file again."


def unpacked(archive: Path, into: Path) -> Path:
    """The package folder, unpacked below `into` (made when missing); on disk for good before it is returned.

    Raises PackageError; what was written by then stays below `into`, for the caller to remove.
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            entries = _entries(opened, archive.name)
            _enough_room(entries, into)
            for entry, path in entries:
                _write(opened, entry, into / path)
    except FileNotFoundError as missing:
        raise PackageError(f"{archive} does not exist.", hint="Check the path.") from missing
    except _BAD as problem:
        raise PackageError(f"{archive.name} is no sound .argosmodel ({_said(problem)}).", hint=_AGAIN) from problem
    except OSError as problem:
        raise PackageError(f"{archive} cannot be unpacked: {problem.strerror}.", hint=f"Check {into}.") from problem
    folder = into / entries[0][1].parts[0]
    for inside in (*(p for p in folder.rglob("*") if p.is_dir()), folder, into):
        sync_folder(inside)
    return folder


def unpacked_once(archive: Path, into: Path) -> Package:
    """The package of an archive, kept below `into` under a name made from its content: unpacked the first time only."""
    import hashlib

    try:
        with archive.open("rb") as stream:
            made = hashlib.file_digest(stream, lambda: hashlib.blake2b(digest_size=12)).hexdigest()
    except FileNotFoundError as missing:
        raise PackageError(f"{archive} does not exist.", hint="Check the path.") from missing
    except OSError as problem:
        raise PackageError(f"{archive} cannot be read: {problem.strerror}.", hint="Check its permissions.") from problem
    kept = into / made
    with suppress(PackageError):
        return package.read(kept)
    stage = staging(into)
    try:
        folder = unpacked(archive, stage)
        package.read(folder)
        if kept.exists():  # someone took a file out of it
            kept.rename(stage / "old")
        with suppress(FileExistsError, OSError):  # another process was faster
            folder.rename(kept)
            sync_folder(into)
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return package.read(kept)


def staging(beside: Path) -> Path:
    """A new folder to unpack into, on the same file system as `beside`; what a killed run left there goes.

    Raises PackageError when the folder cannot be made.
    """
    try:
        beside.mkdir(parents=True, exist_ok=True)
        for old in beside.glob(f"{STAGE}*"):
            if _forgotten(old):
                shutil.rmtree(old, ignore_errors=True)
        made = beside / f"{STAGE}{os.getpid()}-{time.monotonic_ns()}"
        made.mkdir()
    except OSError as problem:
        raise PackageError(f"{beside} cannot be written: {problem.strerror}.", hint="Check the folder.") from problem
    return made


STAGE = ".reader-unpacking-"


def _forgotten(stage: Path) -> bool:
    """Whether the process that unpacks there is gone."""
    process = stage.name.removeprefix(STAGE).partition("-")[0]
    if os.name != "posix" or not process.isdecimal():
        return time.time() - stage.stat().st_mtime > 86_400
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False


def sync_folder(folder: Path) -> None:
    """A new name in a folder is on disk only when the folder is."""
    with suppress(OSError):  # not every system lets a folder be opened
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _entries(opened: zipfile.ZipFile, name: str) -> list[tuple[zipfile.ZipInfo, PurePosixPath]]:
    """The files of the archive with their paths, checked."""
    infos = opened.infolist()
    if len(infos) > MOST_FILES:
        raise PackageError(f"{name} holds {len(infos)} files: more than a package has.", hint=_AGAIN)
    if sum(info.file_size for info in infos) > LARGEST:
        raise PackageError(f"{name} would unpack to more than {LARGEST >> 30} GB.", hint="It is no package.")
    found: dict[str, tuple[zipfile.ZipInfo, PurePosixPath]] = {}
    for info in infos:
        path = _path(info, name)
        if info.is_dir():
            continue
        if info.flag_bits & 1:
            raise PackageError(f"{name} is encrypted.", hint="Ask its maker for one that is not.")
        if info.file_size > 1 << 20 and info.file_size > MOST_SQUEEZED * max(1, info.compress_size):
            raise PackageError(f"{name}: '{path}' is packed too tightly to be a model.", hint="It is no package.")
        if str(path).casefold() in found:
            raise PackageError(f"{name} holds '{path}' twice.", hint=_AGAIN)
        found[str(path).casefold()] = info, path
    roots = {path.parts[0] for _, path in found.values()}
    if len(roots) != 1 or any(len(path.parts) < 2 for _, path in found.values()):
        raise PackageError(f"{name} is no package: it does not hold exactly one folder.", hint=_AGAIN)
    return list(found.values())


def _path(info: zipfile.ZipInfo, name: str) -> PurePosixPath:
    """The entry's path below the folder it is unpacked into."""
    given = info.orig_filename.split("\0")[0]
    path = PurePosixPath(given)
    mode = info.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise PackageError(f"{name}: '{given}' is a link or a special file.", hint="It is no package.")
    inside = not path.is_absolute() and ".." not in path.parts and "\\" not in given and ":" not in given
    if not inside or not path.parts or path.parts[0].startswith((".", "~")) or given != info.orig_filename:
        raise PackageError(f"{name}: '{given}' points outside its folder.", hint="It is no package.")
    return path


def _enough_room(entries: list[tuple[zipfile.ZipInfo, PurePosixPath]], into: Path) -> None:
    into.mkdir(parents=True, exist_ok=True)
    wanted, free = sum(info.file_size for info, _ in entries), shutil.disk_usage(into).free
    if wanted > free:
        raise PackageError(
            f"Unpacking takes {wanted / 1e6:.0f} MB, and {into} has room for {free / 1e6:.0f} MB.", hint="Make room."
        )


def _write(opened: zipfile.ZipFile, info: zipfile.ZipInfo, to: Path) -> None:
    """One file, with the time it has in the archive: the same package is the same after installing it again."""
    to.parent.mkdir(parents=True, exist_ok=True)
    with opened.open(info) as packed, to.open("xb") as file:
        shutil.copyfileobj(packed, file, 1 << 20)  # ends at the size that the archive declares, then checks its CRC
        file.flush()
        os.fsync(file.fileno())
    with suppress(ValueError, OverflowError, OSError):
        when = time.mktime((*info.date_time, 0, 0, -1))
        os.utime(to, (when, when))


def _said(problem: BaseException) -> str:
    return " ".join(str(problem).split())[:80].rstrip(".") or type(problem).__name__


__all__ = ["LARGEST", "MOST_FILES", "MOST_SQUEEZED", "STAGE", "staging", "sync_folder", "unpacked", "unpacked_once"]
