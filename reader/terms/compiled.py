"""The index of a glossary: from every form of every entry to the entry, made once and kept as plain numbers.

A text of a megabyte holds 170,000 words; what a word can be is looked up here by its folded form alone, so that
matching asks the dictionary only about words that the glossary leaves open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reader import text
from reader.model import Entry
from reader.terms.elements import OPEN
from reader.terms.index import OUTSIDE, Compiled, Places, Row
from reader.terms.inflection import forms
from reader.terms.patterns import Pattern, patterns
from reader.text import Analysis, lexicon
from reader.text.languages import readings_of

CLOSE = 6
"""Half bits: a reading that no entry has counts when it is at most this much less likely than the best entry."""

UNLISTED = 3
"""Half bits of a form that the glossary has and the dictionary does not: listed in the entry, or bent by rule."""

MEANT = 8
"""Half bits at most of a form that is an entry's lemma: who wrote the entry had met the word."""
PASSING = 8
"""Half bits that another word class of the same small word costs."""

def compiled(entries: Sequence[Entry]) -> Compiled:
    """The index of finished entries."""
    singles: dict[str, dict[int, None]] = {}
    nynorsk: dict[str, Places] = {}
    atoms: dict[frozenset[str], int] = {}
    rows: list[Row] = []
    for number, entry in enumerate(entries):
        if is_multiword(entry.lemma):
            for pattern in _all_patterns(entry):
                places = [-1 if each is None else atoms.setdefault(each, len(atoms)) for each in pattern.elements]
                rows.append(Row(number, pattern.verb, pattern.rank, places))
        else:
            for form in _single_forms(entry):
                singles.setdefault(form, {})[number] = None
        for lemma in entry.nynorsk:
            if not is_multiword(lemma):
                nynorsk.setdefault(text.folded(lemma), []).append(number)
    ordered: dict[str, int | Places] = {}
    for form, found in singles.items():
        ranked = _ranked(form, list(found), entries)
        ordered[form] = ranked if len(ranked) > 1 else ranked[0]
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
    word = text.folded(entry.lemma)
    yield word
    bare = word.removesuffix(".")
    if bare != word and len(bare) > 1 and text.analyses(bare)[0].pos in ("x", "propn"):
        yield bare  # at the end of a sentence the full stop is the sentence's
    for form in entry.forms:
        yield text.folded(form)
    for pos in (entry.pos,) if entry.pos else _guessed(word):
        yield from (form.text for form in forms(word, pos))


def _guessed(word: str) -> Iterable[str]:
    """The word classes in which the dictionary has a word as its own lemma."""
    return dict.fromkeys(reading.pos for reading in text.analyses(word) if text.folded(reading.lemma) == word)


def _by_form(atoms: dict[frozenset[str], int]) -> dict[str, Places]:
    found: dict[str, Places] = {}
    for element, atom in atoms.items():
        for form in element:
            found.setdefault(form, []).append(atom)
    return found


def _ranked(form: str, numbers: Places, entries: Sequence[Entry]) -> Places:
    """The entries of a form by how likely it is theirs, with OUTSIDE when another word is as likely."""
    readings = text.analyses(form)
    weights = {number: fit(entries[number], form, readings) for number in numbers}
    numbers.sort(
        key=lambda number: (
            weights[number],
            text.folded(entries[number].lemma) != form,
            -entries[number].priority,
            not entries[number].highlight,
        )
    )
    limit = weights[numbers[0]] + CLOSE
    mine = [reading for number in numbers for _, reading in owned(entries[number], form, readings)]
    outside = _is_known(form) and any(
        reading.weight <= limit
        and reading not in mine
        and not _is_spelling(reading, mine)
        and not (reading.pos == "adj" and _is_nominal(entries[numbers[0]], form))
        for reading in readings
    )
    return [*numbers, OUTSIDE] if outside else numbers


def _is_known(form: str) -> bool:
    """Whether a form's readings are the dictionary's, not guessed by rule: an entry knows better than a rule."""
    return bool(form in readings_of("nb").readings or lexicon.entries(form) or lexicon.entries(form.removesuffix("s")))


def _is_nominal(entry: Entry, form: str) -> bool:
    """Whether an adjective's form has its own entry as a noun: "etterlatte"."""
    return entry.pos == "noun" and text.folded(entry.lemma) == form


def _is_spelling(reading: Analysis, others: Sequence[Analysis]) -> bool:
    """Whether a reading is another spelling of one of the others: "personal" and "personale"."""
    return any(
        other.pos == reading.pos
        and abs(len(other.lemma) - len(reading.lemma)) <= 1
        and other.lemma[: len(reading.lemma)] == reading.lemma[: len(other.lemma)]
        for other in others
    )


def fit(entry: Entry, form: str, readings: Sequence[Analysis]) -> int:
    """How unlikely a form is to be the entry's, in half bits."""
    weight = min((weight for weight, _ in owned(entry, form, readings)), default=UNLISTED)
    return min(weight, readings[0].weight + MEANT) if text.folded(entry.lemma) == form and readings else weight


def owned(entry: Entry, form: str, readings: Sequence[Analysis]) -> list[tuple[int, Analysis]]:
    """(weight, reading) of the readings of a folded form that are the entry's: lemma and word class agree.

    Dictionaries differ on small words (litt, trolig: adjectives in one, adverbs in the other), so there a class that
    passes for the entry's will do, at a price; without one where the form has an entry of its own ("godt" of god).
    """
    lemma = text.folded(entry.lemma)
    listed = lemma == form or any(text.folded(each) == form for each in entry.forms)
    same = [reading for reading in readings if listed or text.folded(reading.lemma) == lemma]
    found = [(reading.weight, reading) for reading in same if _agrees(entry.pos, reading)]
    if lemma == form and any(text.folded(reading.lemma) == lemma for _, reading in found):
        found = [pair for pair in found if text.folded(pair[1].lemma) == lemma]  # "så" the verb is no past tense of se
    if entry.pos == "adj" and lemma == form:
        found += [(reading.weight, reading) for reading in same if reading.pos == "verb" and "Part" in reading.features]
    if entry.pos in _SOFT:
        price = 0 if _is_possessive(entry) else PASSING
        found += [
            (reading.weight + (price if text.folded(reading.lemma) == lemma else 0), reading)
            for reading in same
            if reading.pos in _SOFT and not _agrees(entry.pos, reading)
        ]
    return found or [(reading.weight, reading) for reading in same if reading.pos == "x"]


def _is_possessive(entry: Entry) -> bool:
    """ "vår": a pronoun in one dictionary, a determiner in the other."""
    return entry.pos == "det" and entry.lemma in ("min", "din", "sin", "vår", "hans", "hennes", "deres")


_NEAR = {"aux": "verb", "propn": "noun", "part": "adv", "num": "det"}
_SOFT = frozenset({"adv", "adj", "det", "pron", "adp", "sconj", "cconj", "part", "intj", "num", "x"})
"""Word classes on which dictionaries differ."""


def _agrees(pos: str, reading: Analysis) -> bool:
    own = reading.pos
    return (
        not pos
        or _NEAR.get(pos, pos) == _NEAR.get(own, own)
        or ((pos, own) == ("verb", "adj") and "Part" in reading.features)
    )
