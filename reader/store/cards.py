"""The reader's words as a list for other programs: TSV or CSV, which Anki and spreadsheets read.

The lines that begin with # are Anki's (manual, "Text files: File headers"); only .txt has them, which spreadsheets do
not open by themselves.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.errors import OutputError


class Card(NamedTuple):
    """A word with what one learns it by."""

    lemma: str
    gloss: str
    sentence: str
    english: str
    familiarity: str
    tags: str
    """Separated by spaces."""


def written(cards: Sequence[Card], path: Path) -> bytes:
    """The list in the format of the path's suffix. Raises OutputError for another."""
    write = WRITERS.get(path.suffix.lower())
    if write is None:
        raise OutputError(f"{path.name}: words are saved as {' '.join(WRITERS)}.", hint="Give one of these suffixes.")
    return write(cards).encode()


def _anki(cards: Sequence[Card]) -> str:
    columns = "\t".join(Card._fields)
    tags = Card._fields.index("tags") + 1
    return f"#separator:tab\n#html:false\n#columns:{columns}\n#tags column:{tags}\n" + _table(cards, "\t")


def _tsv(cards: Sequence[Card]) -> str:
    return _table((Card._fields, *cards), "\t")


def _csv(cards: Sequence[Card]) -> str:
    return _table((Card._fields, *cards), ",")


def _table(rows: Sequence[Sequence[str]], separator: str) -> str:
    file = io.StringIO()
    csv.writer(file, delimiter=separator, lineterminator="\n").writerows(
        [" ".join(field.split()) for field in row] for row in rows
    )
    return file.getvalue()


WRITERS: dict[str, Callable[[Sequence[Card]], str]] = {".txt": _anki, ".tsv": _tsv, ".csv": _csv}
"""Suffix → writer; .txt for Anki."""
