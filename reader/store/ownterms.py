"""The reader's own terms, in the short form of a glossary file: one `"norsk": "English"` line each."""

from __future__ import annotations

import json

from reader.errors import StoreError
from reader.store import glossary_folder
from reader.store.files import save

FILE = "own.yaml"


def keep(lemma: str, rendering: str) -> None:
    """The term takes the place of an earlier line for the same lemma; all other lines stay as they are.

    Raises StoreError.
    """
    if not lemma.strip() or not rendering.strip():
        raise StoreError("A term needs both sides.", hint='For example "sunn fornuft: common sense".')
    path = glossary_folder() / FILE
    try:
        lines = path.read_text("utf-8").splitlines() if path.exists() else ["# Terms added while reading."]
    except (OSError, ValueError) as error:
        raise StoreError(f"{path} cannot be read.", hint="Check the file.") from error
    key = json.dumps(lemma.strip(), ensure_ascii=False)  # a JSON string is a YAML string
    kept = [line for line in lines if not line.startswith(f"{key}:")]
    kept.append(f"{key}: {json.dumps(rendering.strip(), ensure_ascii=False)}")
    save(path, ("\n".join(kept) + "\n").encode())
