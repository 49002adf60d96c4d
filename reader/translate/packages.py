"""The packages at hand: what Argos Translate or we installed, what is shipped, and what `--package` names.

The folder is Argos Translate's own, so that nobody downloads twice (argos-translate 1.x, `settings.py`); unlike
there, a stray folder is skipped with a notice, and looking makes no folder.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.errors import PackageError
from reader.translate.package import Package, read, version_key

EMBEDDED = Path(__file__).parent / "embedded"
"""Where packages shipped with the reader lie; none are yet."""
_LEGACY = ("ARGOS_PACKAGE_DIR", "ARGOS_TRANSLATE_PACKAGE_DIR")
"""Names that older versions of Argos Translate read; still looked at, no longer installed to."""


@dataclass(frozen=True, slots=True)
class Found:
    """What lies in the package folders."""

    packages: tuple[Package, ...]
    """The best first."""
    notices: tuple[str, ...]
    """What was passed over and why, one line each."""


def installed() -> tuple[Package, ...]:
    """The Norwegian–English packages at hand, the best first; never raises."""
    return found().packages


def found() -> Found:
    """The same with what was passed over. Packages of other pairs are none of our business and pass unmentioned."""
    packages, notices = list[Package](), list[str]()
    for folder, embedded in _candidates():
        if _other_pair(folder):
            continue
        try:
            packages.append(read(folder, embedded=embedded))
        except PackageError as error:
            notices.append(f"Passed over {folder}: {error.message}")
    # Bokmål before a package for Nynorsk alone, what the reader installed before what is shipped, then the newest.
    packages.sort(key=lambda p: (p.embedded, p.from_code == "nn", [-n for n in version_key(p.version)] or [0]))
    return Found(tuple(packages), tuple(notices))


def opened(path: Path, unpack_into: Path) -> Package:
    """The package that `path` is: an unpacked folder, an .argosmodel, which is unpacked below `unpack_into` once, or
    the name, folder name or version of an installed one.

    Raises PackageError.
    """
    if not path.exists():
        here = installed()
        named = [one for one in here if str(path) in (one.name, one.path.name, one.version)]
        if named:
            return named[0]
        known = ", ".join(one.path.name for one in here)
        raise PackageError(f"{path} does not exist.", hint=f"Installed: {known}." if known else "Check the path.")
    if path.is_dir():
        inside = [path] if (path / "metadata.json").exists() else [d for d in _folders(path) if _is_package(d)]
        return read(inside[0] if len(inside) == 1 else path)
    from reader.translate import archive  # zipfile: 15 ms

    return archive.unpacked_once(path, unpack_into)


def install_folder() -> Path:
    """Where Argos Translate will look for what we install."""
    given = os.environ.get("ARGOS_PACKAGES_DIR") or _argos_setting("ARGOS_PACKAGES_DIR")
    return Path(given).expanduser() if given else _data_home() / "argos-translate" / "packages"


def folders() -> tuple[Path, ...]:
    """Every folder that is looked through, each once; they may not exist."""
    legacy = [Path(given) for name in _LEGACY if (given := os.environ.get(name))]
    return tuple(dict.fromkeys((install_folder(), *legacy)))


def _candidates() -> Iterator[tuple[Path, bool]]:
    for folder in folders():
        yield from ((inside, False) for inside in _folders(folder))
    yield from ((inside, True) for inside in _folders(EMBEDDED))


def _folders(folder: Path) -> list[Path]:
    """Hidden ones are nobody's package: an install under way, a version control's own."""
    try:
        return sorted(d for d in folder.iterdir() if d.is_dir() and not d.name.startswith((".", "__")))
    except OSError:
        return []


def _is_package(folder: Path) -> bool:
    return (folder / "metadata.json").is_file()


def _other_pair(folder: Path) -> bool:
    """Whether the metadata plainly says another pair or another kind of package."""
    try:
        with (folder / "metadata.json").open("rb") as stream:
            data = json.loads(stream.read(1 << 20))
        kind, pair = data.get("type", "translate"), (data.get("from_code"), data.get("to_code"))
    except (OSError, ValueError, AttributeError, RecursionError):
        return False
    return kind != "translate" or (None not in pair and not (pair[0] in ("nb", "no", "nn") and pair[1] == "en"))


def _data_home() -> Path:
    return _xdg("XDG_DATA_HOME", ".local/share")


def _argos_setting(name: str) -> str:
    """Argos Translate's own settings file counts when the environment says nothing."""
    try:
        with (_xdg("XDG_CONFIG_HOME", ".config") / "argos-translate" / "settings.json").open("rb") as stream:
            value = json.loads(stream.read(1 << 20)).get(name)
    except (OSError, ValueError, AttributeError, RecursionError):
        return ""
    return value if isinstance(value, str) else ""


def _xdg(variable: str, default: str) -> Path:
    given = os.environ.get(variable, "")
    return Path(given) if given and Path(given).is_absolute() else Path.home() / default


__all__ = ["EMBEDDED", "Found", "Package", "folders", "found", "install_folder", "installed", "opened"]
