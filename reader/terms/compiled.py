"""The index of a glossary: from every form of every entry to the entry, made once and kept as plain numbers.

A text of a megabyte holds 170,000 words; what a word can be is looked up here by its folded form alone, so that
matching asks the dictionary only about words that the glossary leaves open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.model import Entry
from reader.terms.inflection import forms
from reader.terms.patterns import OPEN, Pattern, patterns
from reader.text.analysis import analyses
from reader.text.folding import folded

OUTSIDE = -1
"""Stands among the entries of a form that has a likely reading which no entry has."""
CLOSE = 10
"""Half bits: a reading this much less likely than the best one still counts."""

Places = list[int]


class Compiled(NamedTuple):
    """The index; entries are numbered in the order of the glossary."""

    singles: dict[str, Places]
    """Folded form → entries of one word that it can be, the likeliest first; OUTSIDE at the end when there is more."""
    nynorsk: dict[str, Places]
    """Folded Nynorsk lemma → entries."""
    atoms: dict[str, Places]
    """Folded form → places of multiword terms ("atoms") where it may stand."""
    patterns: list[tuple[int, int, list[int]]]
    """(entry, place of the verb or -1, atoms with -1 for an open place)."""


def compiled(entries: Sequence[Entry]) -> Compiled:
    """The index of finished entries."""
    singles: dict[str, dict[int, None]] = {}
    nynorsk: dict[str, Places] = {}
    atoms: dict[frozenset[str], int] = {}
    rows: list[tuple[int, int, list[int]]] = []
    for number, entry in enumerate(entries):
        if is_multiword(entry.lemma):
            for pattern in _all_patterns(entry):
                places = [-1 if each is None else atoms.setdefault(each, len(atoms)) for each in pattern.elements]
                rows.append((number, pattern.verb, places))
        else:
            for form in _single_forms(entry):
                singles.setdefault(form, {})[number] = None
        for lemma in entry.nynorsk:
            if not is_multiword(lemma):
                nynorsk.setdefault(folded(lemma), []).append(number)
    ordered = {form: _ranked(form, list(found), entries) for form, found in singles.items()}
    return Compiled(ordered, nynorsk, _by_form(atoms), rows)


def is_multiword(lemma: str) -> bool:
    """Whether a lemma has a space or an open place."""
    return " " in lemma.strip() or OPEN in lemma


def _all_patterns(entry: Entry) -> Iterator[Pattern]:
    yield from patterns(entry.lemma, entry.pos, entry.forms)
    for lemma in entry.nynorsk:
        yield from patterns(lemma, entry.pos)


def _single_forms(entry: Entry) -> Iterator[str]:
    """Every form of an entry of one word, folded."""
    word = folded(entry.lemma)
    yield word
    for form in entry.forms:
        yield folded(form)
    for pos in (entry.pos,) if entry.pos else _guessed(word):
        yield from (form.text for form in forms(word, pos))


def _guessed(word: str) -> Iterable[str]:
    """The word classes in which the dictionary has a word as its own lemma."""
    return dict.fromkeys(reading.pos for reading in analyses(word) if folded(reading.lemma) == word)


def _by_form(atoms: dict[frozenset[str], int]) -> dict[str, Places]:
    found: dict[str, Places] = {}
    for element, atom in atoms.items():
        for form in element:
            found.setdefault(form, []).append(atom)
    return found


def _ranked(form: str, numbers: Places, entries: Sequence[Entry]) -> Places:
    """The entries of a form by how likely it is theirs, with OUTSIDE when another word is as likely."""
    readings = analyses(form)
    best = readings[0].weight
    weights = {number: fit(entries[number], form, readings) for number in numbers}
    numbers.sort(key=lambda number: (weights[number], -entries[number].priority, not entries[number].highlight))
    claimed = {place for number in numbers for place in range(len(readings)) if agrees(entries[number], readings[place])}
    for place, reading in enumerate(readings):
        if place not in claimed and reading.weight <= max(best, weights[numbers[0]] - 4) + CLOSE - 4:
            known = any(r.lemma == reading.lemma and r.pos != "verb" for i, r in enumerate(readings) if i in claimed)
            if not known and reading.lemma != folded(entries[numbers[0]].lemma):
                return [*numbers, OUTSIDE]
    return numbers


def fit(entry: Entry, form: str, readings: Sequence[object]) -> int:
    """How unlikely a form is to be the entry's, in half bits."""
    fitting = [reading.weight for reading in readings if agrees(entry, reading)]  # type: ignore[arg-type, attr-defined]
    if fitting:
        return min(fitting)
    return 3 if folded(entry.lemma) == form else 12


_NEAR = {"aux": "verb", "propn": "noun", "part": "adv", "num": "det"}


def agrees(entry: Entry, reading: object) -> bool:
    """Whether a reading of a form is one of the entry."""
    lemma, pos = reading.lemma, reading.pos  # type: ignore[attr-defined]
    if folded(lemma) != folded(entry.lemma):
        return False
    return not entry.pos or _NEAR.get(entry.pos, entry.pos) == _NEAR.get(pos, pos)
