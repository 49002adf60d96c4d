"""Glossaries of other programs: OmegaT's tab-separated files, CSV, and TBX-Basic.

OmegaT: source, target, comment; a line for each rendering. CSV: a head line with `nb` and `en`, or none and the source
first (DeepL); several renderings stand between bars. TBX: ISO 30042, both its editions.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from reader.errors import GlossaryError
from reader.model import Entry
from reader.terms import merging, tbx
from reader.terms.schema import POS, POS_ALIASES

BAR: Final = "|"
_COLUMNS: Final = ("nb", "en", "pos", "note", "example_nb", "example_en", "nn", "forbidden", "tags")
_ALIASES: Final = {
    "source": "nb",
    "no": "nb",
    "norwegian": "nb",
    "term": "nb",
    "target": "en",
    "english": "en",
    "comment": "note",
}


def read(data: bytes, name: str) -> tuple[Entry, ...]:
    """The entries of a file, by the suffix of its name: .tsv, .txt, .utf8 (OmegaT), .csv, .tbx.

    Lines for the same word and class become one entry. Raises GlossaryError for another suffix, and for a file that is
    not UTF-8 or not what its suffix says.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in _READERS:
        raise GlossaryError(
            f"{name}: a glossary in no format that is known.", hint=f"Give one of {', '.join(_READERS)}."
        )
    try:
        return joined(_READERS[suffix](data, name))
    except UnicodeDecodeError as error:
        raise GlossaryError(
            f"{name}: not UTF-8: byte {data[error.start]:#04x}.", hint="Save the file as UTF-8."
        ) from error


def write(entries: Iterable[Entry], suffix: str) -> bytes:
    """The entries as .tsv, .csv or .tbx; what a format has no place for is left out. Raises GlossaryError."""
    writers: Mapping[str, Callable[[Sequence[Entry]], bytes]] = {
        ".tsv": _write_tsv,
        ".csv": _write_csv,
        ".tbx": tbx.write,
    }
    if suffix.lower() not in writers:
        raise GlossaryError(f"A glossary cannot be written as '{suffix}'.", hint=f"Use one of {', '.join(writers)}.")
    return writers[suffix.lower()](tuple(entries))


def joined(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """One entry for each word and class, with the renderings of all; "Nav" and "nav" are two, told apart by case."""
    found: dict[tuple[str, str], Entry] = {}
    spellings: dict[merging.Key, set[str]] = {}
    for entry in entries:
        same = found.get((entry.lemma, entry.pos))
        if same is not None:
            renderings = tuple(dict.fromkeys((*same.renderings, *entry.renderings)))
            entry = replace(same, renderings=renderings, note=same.note or entry.note)
        found[entry.lemma, entry.pos] = entry
        spellings.setdefault(merging.key(entry), set()).add(entry.lemma)
    return tuple(
        replace(entry, case=True) if len(spellings[merging.key(entry)]) > 1 and not entry.lemma.islower() else entry
        for entry in found.values()
    )


def _read_tsv(data: bytes, name: str) -> list[Entry]:
    found = []
    for number, line in enumerate(data.decode("utf-8-sig").splitlines(), 1):
        source, _, rest = line.partition("\t")
        target, _, comment = rest.partition("\t")
        if line.startswith("#") or not source.strip():
            continue
        if not target.strip():
            raise GlossaryError(
                f"{name}:{number}: no tab and English after '{source[:40]}'.", hint="Separate them by a tab."
            )
        found.append(Entry(_spaced(source), (_spaced(target),), note=_spaced(comment), place=f"{name}:{number}"))
    return found


def _write_tsv(entries: Sequence[Entry]) -> bytes:
    lines = [
        "\t".join((entry.lemma, rendering, entry.note if not number else "")).rstrip("\t")
        for entry in entries
        for number, rendering in enumerate(entry.renderings or (entry.lemma,))
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def _read_csv(data: bytes, name: str) -> list[Entry]:
    text = data.decode("utf-8-sig")
    head = text.partition("\n")[0]
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count)))
    columns = [_ALIASES.get(cell.strip().lower(), cell.strip().lower()) for cell in rows[0]] if rows else []
    with_head = {"nb", "en"} <= set(columns)
    columns = columns if with_head else ["nb", "en", "note"]
    found = []
    for number, row in enumerate(rows[with_head:], 1 + with_head):
        cells = dict(zip(columns, map(_spaced, row), strict=False))
        if not any(cells.values()):
            continue
        if not cells.get("nb") or not cells.get("en"):
            raise GlossaryError(
                f"{name}:{number}: a row without {'nb' if not cells.get('nb') else 'en'}.", hint="Fill both cells."
            )
        found.append(_of_cells(cells, f"{name}:{number}"))
    return found


def _of_cells(cells: Mapping[str, str], place: str) -> Entry:
    def several(key: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in cells.get(key, "").split(BAR) if part.strip())

    pos = POS_ALIASES.get(cells.get("pos", "").lower(), cells.get("pos", "").lower())
    example = (cells.get("example_nb", ""), cells.get("example_en", ""))
    return Entry(
        cells["nb"], several("en"), pos if pos in POS else "", nynorsk=several("nn"), note=cells.get("note", ""),
        example=example if all(example) else None, forbidden=several("forbidden"), tags=several("tags"), place=place,
    )  # fmt: skip


def _write_csv(entries: Sequence[Entry]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for entry in entries:
        example = entry.example or ("", "")
        lists = (BAR.join(values) for values in (entry.nynorsk, entry.forbidden, entry.tags))
        renderings = BAR.join(entry.renderings or (entry.lemma,))
        writer.writerow((entry.lemma, renderings, entry.pos, entry.note, *example, *lists))
    return out.getvalue().encode()


def _spaced(words: str) -> str:
    return " ".join(words.split())


_READERS: Final[Mapping[str, Callable[[bytes, str], list[Entry]]]] = {
    ".tsv": _read_tsv, ".txt": _read_tsv, ".utf8": _read_tsv, ".tab": _read_tsv, ".csv": _read_csv, ".tbx": tbx.read,
}  # fmt: skip
