"""Installing, checking and removing packages in Argos Translate's own folder.

A package is unpacked beside that folder (inside it, Argos Translate would stumble over half a package), checked by
translating with it, and then appears under its name by one rename: a kill leaves nothing, or the whole package.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import PackageError
from reader.translate import package, packages
from reader.translate.archive import staging, sync_folder, unpacked
from reader.translate.index import PINNED, PUBLIC, available
from reader.translate.package import ENGLISH, NORWEGIAN, Package

if TYPE_CHECKING:
    from reader.translate.download import Progress


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be installed, for a person to see before it is."""

    name: str
    where: str
    """URL or path of the archive."""
    size: int | None = None
    """Bytes of the archive, when known."""
    sha256: str = ""
    attribution: str = ""

    @property
    def local(self) -> bool:
        return not self.where.startswith(("http://", "https://"))


def planned(what: Sequence[str], index: str = PUBLIC) -> Plan:
    """The package that `what` names: nothing or "nb en" (the index's best), a URL, or a file.

    Raises PackageError.
    """
    if len(what) == 1 and what[0].startswith(("http://", "https://", "file://")):
        return _by_address(what[0])
    if len(what) == 1 and (Path(what[0]).exists() or what[0].endswith(".argosmodel") or "/" in what[0]):
        return _by_file(Path(what[0]))
    codes = " ".join(what).replace("translate-", "").replace("_", " ").replace("-", " ").replace("→", " ").split()
    if codes and (len(codes) != 2 or codes[0] not in NORWEGIAN or codes[1] != ENGLISH):
        raise PackageError(f"'{' '.join(what)}' is neither a file nor nb en.", hint="See `reader packages available`.")
    offered = [one for one in available(index) if not codes or codes[0] in ("nb", "no") or one.from_code == codes[0]]
    if not offered:
        raise PackageError(f"{index} offers no Norwegian–English package.", hint="Give one: `install FILE`.")
    best = offered[0]
    return Plan(best.name, best.links[0].removeprefix("file://"), best.size, best.sha256, best.attribution)


def _by_address(url: str) -> Plan:
    from urllib.parse import unquote, urlsplit

    try:
        path = unquote(urlsplit(url).path)
    except ValueError as problem:
        raise PackageError(f"{url} is no address ({problem}).", hint="Check it.") from problem
    if url.startswith("file://"):
        return _by_file(Path(path))
    name = path.rpartition("/")[2] or url
    sha256, attribution = PINNED.get(name, ("", ""))
    return Plan(name, url, None, sha256, attribution)


def _by_file(path: Path) -> Plan:
    try:
        size = path.stat().st_size
    except OSError as problem:
        raise PackageError(f"{path} cannot be read: {problem.strerror}.", hint="Check the path.") from problem
    if path.is_dir():
        raise PackageError(f"{path} is a folder.", hint="Give an .argosmodel, or use the folder with `--package`.")
    sha256, attribution = PINNED.get(path.name, ("", ""))
    return Plan(path.name, str(path), size, sha256, attribution)


def installed(plan: Plan, downloads: Path, progress: Progress) -> Package:
    """Fetch when need be, unpack, check, put in its place. `downloads` keeps what was broken off for the next run.

    Raises PackageError, and then nothing is installed.
    """
    if plan.local:
        archive = Path(plan.where)
        _right_file(plan, archive)
    else:
        from reader.translate.download import Wanted, downloaded  # urllib and ssl: 60 ms

        archive = downloaded(Wanted(plan.where, plan.size, plan.sha256), downloads, progress)
    try:
        return _placed(archive)
    finally:
        if not plan.local:
            archive.unlink(missing_ok=True)


def verified(one: Package) -> None:
    """Load the package and translate a word with it. Raises PackageError."""
    from reader.translate.model import Decoding, Model

    model = Model(one, Decoding(beam=1))
    model.answers([model.pieces("Hei.")], Decoding(beam=1))


def removed(what: Sequence[str]) -> tuple[Package, ...]:
    """Remove what a name, a folder's name or a pair says; what that was. Raises PackageError when it is nothing."""
    here = [one for one in packages.installed() if not one.embedded]
    wanted = " ".join(what)
    pair = wanted.replace("_", " ").replace("-", " ")
    meant = [
        one for one in here
        if wanted in (one.name, one.path.name, str(one.path)) or pair == f"{one.from_code} {one.to_code}"
    ]  # fmt: skip
    if not meant:
        known = ", ".join(one.path.name for one in here) or "none"
        raise PackageError(f"No package '{wanted}' is installed.", hint=f"Installed: {known}.")
    for one in meant:
        _taken_away(one.path)
    return tuple(meant)


def _right_file(plan: Plan, archive: Path) -> None:
    """A file by an official name must be the official one."""
    if plan.sha256:
        import hashlib

        with archive.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != plan.sha256:
                raise PackageError(
                    f"{archive.name} is not the official file of that name: its sha256 differs.",
                    hint="Fetch it again, or rename it if you trust it.",
                )


def _placed(archive: Path) -> Package:
    folder = packages.install_folder()
    stage = _stage(folder)
    try:
        fresh = unpacked(archive, stage / "new")
        verified(package.read(fresh))
        place = folder / fresh.name
        if place.exists():
            _replaced(place, fresh)
        else:
            fresh.rename(place)
        sync_folder(folder)
        return package.read(place)
    except OSError as problem:
        raise PackageError(f"{folder} cannot be written: {problem.strerror}.", hint="Check the folder.") from problem
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _replaced(place: Path, fresh: Path) -> None:
    """The new one appears under another name before the old one goes, so that a kill never leaves none."""
    new = package.read(fresh)
    with suppress(PackageError):
        if package.read(place).fingerprint == new.fingerprint:
            return  # the very same is there
    beside = place.with_name(f"{place.name}-{new.fingerprint[:8]}")
    if not beside.exists():
        fresh.rename(beside)
    _taken_away(place)
    beside.rename(place)


def _stage(folder: Path) -> Path:
    """Beside the packages folder when that is on the same file system; else inside, disguised as something harmless."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside = folder.resolve().parent
        if beside.stat().st_dev == folder.stat().st_dev:
            with suppress(PackageError):
                return staging(beside)
        stage = staging(folder)
        # Argos Translate reads the metadata of every folder there, and passes over types that it does not know.
        (stage / "metadata.json").write_text(json.dumps({"type": "unpacking"}), encoding="utf-8")
    except OSError as problem:
        raise PackageError(f"{folder} cannot be written: {problem.strerror}.", hint="Check the folder.") from problem
    return stage


def _taken_away(path: Path) -> None:
    """Out of the folder by one rename, then gone; of a link only the link."""
    try:
        if path.is_symlink():
            path.unlink()
            return
        stage = _stage(path.parent)
        path.rename(stage / "old")
        sync_folder(path.parent)
    except OSError as problem:
        raise PackageError(f"{path} cannot be removed: {problem.strerror}.", hint="Check the folder.") from problem
    shutil.rmtree(stage, ignore_errors=True)


__all__ = ["Plan", "installed", "planned", "removed", "verified"]
