"""Settings and key map: two small TOML files that a reader may edit; what the program changes is kept as data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from reader.errors import StoreError
from reader.store import config_folder, data_folder
from reader.store.files import load_json, save


@dataclass(frozen=True, slots=True)
class Settings:
    """How the screen looks: what the reader last chose, overruled by `settings.toml`."""

    colours: str = "dark"
    layout: str = "columns"
    ratio: float = 0.5
    measure: int = 76
    weak: bool = True
    words: bool = False
    highlight: bool = True
    notes: bool = True
    mouse: bool = True


def settings() -> Settings:
    """Raises StoreError when `settings.toml` cannot be used."""
    path = config_folder() / "settings.toml"
    chosen = _fitting(load_json(_last()))
    return replace(chosen, **_chosen(_toml(path), path))


def keep(chosen: Settings) -> None:
    """Raises StoreError."""
    save(_last(), json.dumps(asdict(chosen), indent=1).encode())


def keymap(known: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The reader's own keys by command, from `keys.toml`: `search = "/"`, `next-sentence = ["j", "down"]`.

    Raises StoreError, naming the file, for a command that does not exist or keys that are none.
    """
    path = config_folder() / "keys.toml"
    found: dict[str, tuple[str, ...]] = {}
    for name, given in _toml(path).items():
        keys = [given] if isinstance(given, str) else given
        if name not in known:
            raise StoreError(f"{path}: there is no command '{name}'.", hint="`?` in the reader lists them.")
        if not isinstance(keys, list) or not all(isinstance(key, str) and key for key in keys):
            raise StoreError(f"{path}: '{name}' needs a key or a list of keys.", hint='For example ["j", "down"].')
        found[name] = tuple(keys)
    return found


def _chosen(given: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """Only fields that exist, each of its own type. Raises StoreError for others."""
    kinds = {field.name: type(getattr(Settings(), field.name)) for field in fields(Settings)}
    for name, value in given.items():
        if name not in kinds:
            raise StoreError(f"{path}: there is no setting '{name}'.", hint=f"Known: {' '.join(kinds)}.")
        if not isinstance(value, kinds[name]) and not (kinds[name] is float and isinstance(value, int)):
            raise StoreError(f"{path}: '{name}' must be like {getattr(Settings(), name)!r}.", hint="")
    return dict(given)


def _fitting(given: Mapping[str, Any]) -> Settings:
    kinds = {field.name: type(getattr(Settings(), field.name)) for field in fields(Settings)}
    return replace(Settings(), **{k: v for k, v in given.items() if k in kinds and isinstance(v, kinds[k])})


def _last() -> Path:
    return data_folder() / "looks.json"


def _toml(path: Path) -> Mapping[str, Any]:
    if not path.exists():
        return {}
    import tomllib

    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise StoreError(f"{path}: {error}.", hint="Mend the file or take it away.") from error
