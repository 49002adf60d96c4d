"""The two sides of a unit as the aligner sees them: words, what they can be looked up as, and what class they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reader import text
from reader.align import cognates, functionwords, numbers
from reader.text.english import keys

CAPITALS = frozenset({"us", "it", "who", "un"})
"""Pronouns that are something else in capitals."""


MANY = 48
"""Places of one key that are looked at."""


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
    initials: dict[str, list[int]]
    """First letter of a word's rough sound → the words."""
    small: tuple[bool, ...]
    """Function words."""
    room: tuple[int, ...]
    """How many source words each can take: two for a contraction or a hyphenated word."""

    def near(self, name: str, goal: int) -> Sequence[int]:
        """The words that answer to a key; of very many, those nearest to a place."""
        return nearest(self.places.get(name, ()), goal)


def nearest(places: Sequence[int], goal: int) -> Sequence[int]:
    """Of sorted places the MANY nearest to one of them: a page without a full stop must not take a minute."""
    if len(places) <= MANY:
        return places
    middle = bisect_left(places, goal)
    return places[max(0, middle - MANY // 2) : middle + MANY // 2]


def norwegian(segment: str) -> Norwegian:
    """The Norwegian side of a unit."""
    tokens = text.words(segment)
    forms = tuple([spelled(token.text) for token in tokens])
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
    forms = tuple([spelled(token.text) for token in tokens])
    names = tuple([english_keys(form) for form in forms])
    places: dict[str, list[int]] = {}
    initials: dict[str, list[int]] = {}
    for place, form in enumerate(forms):
        for name in names[place]:
            places.setdefault(name, []).append(place)
        initials.setdefault(cognates.english(form)[:1], []).append(place)
    small = _small(tokens, forms)
    return English(
        tuple([token.text for token in tokens]), forms, names, places, initials, small, tuple(map(_room, forms))
    )


@lru_cache(maxsize=65_536)
def spelled(word: str) -> str:
    """Folded, an abbreviation without its last stop: "etc." is "etc" at the end of a sentence."""
    return text.folded(word).rstrip(".") or word


@lru_cache(maxsize=65_536)
def english_keys(form: str) -> frozenset[str]:
    """What a folded English word answers to."""
    found = {form, *functionwords.uncontracted(form)}
    if "-" in form:
        found.update(part for part in form.split("-") if part and part not in functionwords.english())
    for word in tuple(found):
        found.update(keys(word))
        if value := numbers.english(word):
            found.add(numbers.KEY + value)
    return frozenset(found)


@lru_cache(maxsize=65_536)
def is_small(form: str) -> bool:
    """Whether a folded English word, or all of a contraction, carries grammar only."""
    small = functionwords.english()
    return all(part in small for part in functionwords.uncontracted(form)) and not numbers.english(form)


def _small(tokens: Sequence[text.Token], forms: Sequence[str]) -> tuple[bool, ...]:
    """Which words carry grammar only; "US" is no pronoun."""
    return tuple([
        is_small(form) and not (len(form) > 1 and token.text.isupper() and form in CAPITALS)
        for token, form in zip(tokens, forms, strict=True)
    ])  # fmt: skip


@lru_cache(maxsize=65_536)
def _room(form: str) -> int:
    return 2 if "-" in form or len(functionwords.uncontracted(form)) > 1 else 1
