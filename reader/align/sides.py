"""The two sides of a unit as the aligner sees them: words, what they can be looked up as, and what class they are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reader import text
from reader.align import functionwords, numbers
from reader.text.english import keys


class Norwegian(NamedTuple):
    """The words of a Norwegian segment."""

    written: tuple[str, ...]
    forms: tuple[str, ...]
    """Folded."""
    starts: tuple[int, ...]
    """Offset of each word in the segment."""
    small: tuple[bool, ...]
    """Function words."""


class English(NamedTuple):
    """The words of an English segment."""

    written: tuple[str, ...]
    forms: tuple[str, ...]
    """Folded."""
    keys: tuple[frozenset[str], ...]
    """What each word answers to: itself, its lemmas, the parts of a contraction or of a hyphenated word."""
    places: dict[str, list[int]]
    """Key → the words that answer to it, in order."""
    small: tuple[bool, ...]
    """Function words."""


def norwegian(segment: str) -> Norwegian:
    """The Norwegian side of a unit."""
    tokens = text.words(segment)
    forms = tuple([text.folded(token.text) for token in tokens])
    table = functionwords.table()
    return Norwegian(
        tuple([token.text for token in tokens]),
        forms,
        tuple([token.start for token in tokens]),
        tuple([form in table for form in forms]),
    )


def english(segment: str) -> English:
    """The English side of a unit."""
    tokens = text.words(segment)
    forms = tuple([text.folded(token.text) for token in tokens])
    found = tuple([english_keys(form) for form in forms])
    return English(tuple([token.text for token in tokens]), forms, found, _places(found), tuple(map(is_small, forms)))


@lru_cache(maxsize=65_536)
def english_keys(form: str) -> frozenset[str]:
    """What a folded English word answers to."""
    found = {form, *functionwords.uncontracted(form)}
    if "-" in form:
        found.update(part for part in form.split("-") if part)
    for word in tuple(found):
        found.update(keys(word))
    return frozenset(found)


@lru_cache(maxsize=65_536)
def is_small(form: str) -> bool:
    """Whether a folded English word, or all of a contraction, carries grammar only."""
    small = functionwords.english()
    return all(part in small for part in functionwords.uncontracted(form)) and not numbers.english(form)


def _places(found: Sequence[frozenset[str]]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, names in enumerate(found):
        for name in names:
            places.setdefault(name, []).append(place)
    return places
