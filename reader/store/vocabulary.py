"""The words a reader knows or is learning: one JSON line for each change, only ever added to, so nothing is lost."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from reader.errors import StoreError
from reader.store import data_folder
from reader.store.files import append_line


class Said(NamedTuple):
    """What a reader said of a word."""

    familiarity: str
    """"known", "learning" or "new"."""
    sentence: str = ""
    """Where it was met."""
    english: str = ""


def file() -> Path:
    return data_folder() / "words.jsonl"


def words() -> dict[str, str]:
    """Lemma → "known", "learning" or "new", as last said. A line that cannot be read is passed over, and kept."""
    return {lemma: one.familiarity for lemma, one in said().items()}


def said() -> dict[str, Said]:
    """Lemma → what was last said of it, with the sentence that was last given."""
    found: dict[str, Said] = {}
    for line in _lines():
        try:
            told = json.loads(line)
            lemma, before = str(told["lemma"]), found.get(str(told["lemma"]), Said(""))
            sentence, english = str(told.get("sentence", "")), str(told.get("english", ""))
            pair = (sentence, english) if sentence else (before.sentence, before.english)
            found[lemma] = Said(str(told["is"]), *pair)
        except (ValueError, KeyError, TypeError, AttributeError):
            continue
    return found


def say(lemma: str, familiarity: str, sentence: str = "", english: str = "") -> None:
    """With the sentence in which the word was met. Raises StoreError."""
    told = {"lemma": lemma, "is": familiarity, "at": datetime.now(UTC).isoformat(timespec="seconds")}
    told |= {name: text for name, text in (("sentence", sentence), ("english", english)) if text}
    append_line(file(), json.dumps(told, ensure_ascii=False))


def _lines() -> list[str]:
    try:
        return file().read_text("utf-8", "replace").splitlines()
    except FileNotFoundError:
        return []
    except OSError as error:
        raise StoreError(f"{file()} cannot be read: {error.strerror}.", hint="Check its permissions.") from error
