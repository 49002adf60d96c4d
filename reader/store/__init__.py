"""Where the reader keeps its own files (XDG Base Directory Specification 0.8). Nothing is read or made on import."""

from __future__ import annotations

import os
from pathlib import Path

_NAME = "norwegian-reader"


def config_folder() -> Path:
    """Settings, key map, the reader's own glossary."""
    return _base("XDG_CONFIG_HOME", ".config")


def data_folder() -> Path:
    """What must never be lost: own memory, positions, word lists."""
    return _base("XDG_DATA_HOME", ".local/share")


def cache_folder() -> Path:
    """What can be made again: machine translations, the compiled glossary."""
    return _base("XDG_CACHE_HOME", ".cache")


def glossary_folder() -> Path:
    """The reader's own glossary files; they win over the shipped ones."""
    return config_folder() / "glossary"


def memory_file() -> Path:
    """The reader's own corrections, as TMX."""
    return data_folder() / "corrections.tmx"


def first_time(event: str) -> bool:
    """Whether `event` is met for the first time by this user; remembers it. A closed folder means yes every time."""
    marker = data_folder() / "told" / event
    try:
        marker.parent.mkdir(parents=True, exist_ok=True)
        marker.touch(exist_ok=False)
    except FileExistsError:
        return False
    except OSError:
        return True
    return True


def _base(variable: str, default: str) -> Path:
    given = os.environ.get(variable, "")
    # The specification: a relative path is to be ignored.
    base = Path(given) if given and Path(given).is_absolute() else Path.home() / default
    return base / _NAME
