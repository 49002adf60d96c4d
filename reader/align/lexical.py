"""What the glossary says a Norwegian word may be in English, ready to be looked for in a segment."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from reader import text
from reader.align.sides import english_keys
from reader.model import Entry
from reader.terms import Glossary

PLACEHOLDERS = frozenset({"someone", "someone's", "somebody", "something", "one's", "oneself", "sth", "sb"})
"""Stand for other words of the sentence."""
LEADING = frozenset({"to", "a", "an", "the", "be"})
"""May be missing in the sentence: "be allowed to"."""
FURTHER = 0.03
"""What each further rendering of an entry costs: the preferred one comes first."""
OTHER = 0.05
"""What each further entry of the form costs."""


class Rendering(NamedTuple):
    """One English wording of a Norwegian word."""

    words: tuple[str, ...]
    """Folded, without placeholders."""
    keys: tuple[frozenset[str], ...]
    """What each of them may look like."""
    weight: float
    """At most 1.0."""


@lru_cache(maxsize=32_768)
def renderings(glossary: Glossary, form: str) -> tuple[Rendering, ...]:
    """The renderings of all entries that a Norwegian form can be, each wording once, likeliest first."""
    found: dict[tuple[str, ...], Rendering] = {}
    for place, entry in enumerate(glossary.lookup(form)):
        if " " in entry.lemma:
            continue
        for rendering in of_entry(entry):
            lowered = rendering._replace(weight=rendering.weight - OTHER * min(place, 3))
            found.setdefault(rendering.words, lowered)
    return tuple(found.values())


@lru_cache(maxsize=16_384)
def of_entry(entry: Entry) -> tuple[Rendering, ...]:
    """The renderings of an entry, and its lemma when it may stay as it is."""
    wordings = entry.renderings or (entry.lemma,)
    return tuple(
        Rendering(words, tuple(map(english_keys, words)), 1.0 - FURTHER * min(rank, 8))
        for rank, wording in enumerate(wordings)
        if (words := _words(wording))
    )


@lru_cache(maxsize=16_384)
def parts(form: str) -> tuple[str, ...]:
    """The lemmas of the members of a compound or hyphenated word; () when it is none."""
    if "-" in form.strip("-"):
        members = [member for piece in form.split("-") if piece for member in (parts(piece) or (piece,))]
        return tuple(members)
    return tuple([part.lemma for part in text.compound(form, even_known=True)])


def _words(wording: str) -> tuple[str, ...]:
    words = [text.folded(token.text) for token in text.words(wording)]
    kept = [word for word in words if word not in PLACEHOLDERS]
    while len(kept) > 1 and kept[0] in LEADING:
        kept.pop(0)
    while len(kept) > 1 and kept[-1] == "to":
        kept.pop()
    return tuple(kept)
