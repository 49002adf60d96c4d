"""The words a reader knows or is learning: one JSON line for each change, only ever added to, so nothing is lost."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from reader.errors import StoreError
from reader.store import data_folder
from reader.store.files import append_line


def file() -> Path:
    return data_folder() / "words.jsonl"


def words() -> dict[str, str]:
    """Lemma → "known", "learning" or "new", as last said. A line that cannot be read is passed over, and kept."""
    found: dict[str, str] = {}
    try:
        lines = file().read_text("utf-8", "replace").splitlines()
    except FileNotFoundError:
        return found
    except OSError as error:
        raise StoreError(f"{file()} cannot be read: {error.strerror}.", hint="Check its permissions.") from error
    for line in lines:
        try:
            said = json.loads(line)
            found[str(said["lemma"])] = str(said["is"])
        except (ValueError, KeyError, TypeError):
            continue
    return found


def say(lemma: str, familiarity: str) -> None:
    """Raises StoreError."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    append_line(file(), json.dumps({"lemma": lemma, "is": familiarity, "at": now}, ensure_ascii=False))
