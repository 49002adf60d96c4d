"""The library: for each text that was opened, where its reader was, and marks, bookmarks and notes.

One JSON file a text, so that two readers open at once do not write over each other. Places are character offsets: they
hold whatever later versions think a sentence is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from reader.store import data_folder
from reader.store.files import load_json, save


@dataclass(frozen=True, slots=True)
class TextRecord:
    """What is kept about one text."""

    path: str
    title: str = ""
    fingerprint: str = ""
    """Of its characters: finds the text again when the file was moved."""
    offset: int = 0
    quote: str = ""
    """The beginning of the sentence at `offset`: finds it again when the file was edited."""
    share: float = 0.0
    """How much was read, 0–1."""
    opened: str = ""
    """ISO 8601, UTC."""
    marks: Mapping[str, int] = field(default_factory=dict)
    bookmarks: tuple[int, ...] = ()
    notes: Mapping[int, str] = field(default_factory=dict)


def fingerprint(text: str) -> str:
    """The first 16 hexadecimal digits of the text's SHA-256."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def record(path: str, fingerprint: str) -> TextRecord:
    """What was kept about the text, by its path or else by its characters; a fresh record when it is new."""
    held = _read(_file(path))
    if held is None:
        moved = [other for other in library() if other.fingerprint == fingerprint]
        held = replace(moved[0], path=path) if moved else TextRecord(path)
    return replace(held, fingerprint=fingerprint)


def keep(record: TextRecord) -> None:
    """Raises StoreError."""
    data = asdict(replace(record, opened=datetime.now(UTC).isoformat(timespec="seconds")))
    save(_file(record.path), json.dumps(data, ensure_ascii=False, indent=1).encode())


def forget(record: TextRecord) -> None:
    """Takes the text out of the library; the text itself stays where it is."""
    _file(record.path).unlink(missing_ok=True)


def library() -> tuple[TextRecord, ...]:
    """Every text that was opened, the latest first."""
    folder = data_folder() / "texts"
    found = [_read(path) for path in folder.glob("*.json")] if folder.is_dir() else []
    return tuple(sorted((one for one in found if one), key=lambda one: one.opened, reverse=True))


def where(record: TextRecord, text: str) -> int:
    """The offset to open at: the quoted sentence nearest the offset, when the text was edited."""
    if not record.quote or text.startswith(record.quote, record.offset):
        return record.offset
    before = text.rfind(record.quote, 0, record.offset)
    after = text.find(record.quote, record.offset)
    near = [place for place in (before, after) if place >= 0]
    return min(near, key=lambda place: abs(place - record.offset)) if near else record.offset


def _file(path: str) -> Path:
    return data_folder() / "texts" / f"{sha256(path.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}.json"


def _read(file: Path) -> TextRecord | None:
    data = load_json(file)
    try:
        return _record(data) if data else None
    except (KeyError, TypeError, ValueError, AttributeError):  # written by another program, or by hand
        return None


def _record(data: Mapping[str, Any]) -> TextRecord:
    return TextRecord(
        path=str(data["path"]),
        title=str(data.get("title", "")),
        fingerprint=str(data.get("fingerprint", "")),
        offset=int(data.get("offset", 0)),
        quote=str(data.get("quote", "")),
        share=float(data.get("share", 0)),
        opened=str(data.get("opened", "")),
        marks={str(letter): int(place) for letter, place in data.get("marks", {}).items()},
        bookmarks=tuple(int(place) for place in data.get("bookmarks", ())),
        notes={int(place): str(note) for place, note in data.get("notes", {}).items()},
    )
