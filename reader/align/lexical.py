"""What the glossary says a Norwegian word may be in English, ready to be looked for in a segment."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from reader import text
from reader.align import functionwords, numbers
from reader.align.sides import english_keys, spelled
from reader.model import Entry
from reader.terms import Glossary

PLACEHOLDERS = frozenset({"someone", "someone's", "somebody", "something", "one's", "oneself", "sth", "sb"})
"""Stand for other words of the sentence."""
LEADING = {"noun": frozenset({"a", "an", "the"}), "verb": frozenset({"to", "be"}), "aux": frozenset({"to", "be"})}
"""Word class → first words that the sentence may do without: "be allowed to"."""
FURTHER = 0.03
"""What each further rendering of an entry costs: the preferred one comes first."""
OTHER = 0.05
"""What each further entry of the form costs."""

HEAD = 0.75
"""What the last member alone counts for."""
LOOSE = 0.62
"""One word of a rendering of several, or one member of a compound."""
RARE = 0.6
"""A function word that the glossary has for one that the table has too, but not with it."""
NUMBER = 1.0
SMALL = 0.8
"""A pair of the table of function words."""


class Rendering(NamedTuple):
    """One English wording of a Norwegian word."""

    words: tuple[str, ...]
    """Folded, without placeholders."""
    keys: tuple[frozenset[str], ...]
    """What each of them may look like."""
    weight: float
    """At most 1.0."""


class Meaning(NamedTuple):
    """Everything a Norwegian form may be in English."""

    words: dict[str, float]
    """English key → weight."""
    phrases: tuple[Rendering, ...]
    """Renderings of several words."""
    known: bool
    """Whether the glossary has the word itself, not only its last member."""


@lru_cache(maxsize=32_768)
def meanings(glossary: Glossary, written: str, language: str = "nb") -> Meaning:
    """What the table of function words, the numbers and the glossary say about a form."""
    form, small = spelled(written), functionwords.table()
    words = {word: SMALL * weight for word, weight in small.get(form, {}).items()}
    if value := numbers.norwegian(form):
        words[numbers.KEY + value] = NUMBER
    phrases = []
    found = _renderings(glossary, written, language)
    for rendering in found:
        if len(rendering.words) > 1:
            phrases.append(rendering)
        for word, names in zip(rendering.words, rendering.keys, strict=True):
            weight = rendering.weight if len(rendering.words) == 1 else LOOSE * rendering.weight
            if len(rendering.words) == 1 or word not in functionwords.english():
                for name in names:
                    own = weight if form not in small or name not in functionwords.english() else RARE * weight
                    words[name] = max(own, words.get(name, 0.0))
    return Meaning(words, tuple(phrases), any(rendering.weight > HEAD for rendering in found))


def _renderings(glossary: Glossary, form: str, language: str) -> tuple[Rendering, ...]:
    """The renderings of all entries that a Norwegian form can be, each wording once, likeliest first."""
    found: dict[tuple[str, ...], Rendering] = {}
    for place, entry in enumerate(glossary.lookup(form, language) or glossary.lookup(text.lemma(form), language)):
        if " " in entry.lemma:
            continue
        share = HEAD if _is_last_member(entry, text.folded(form)) else 1.0
        for rendering in of_entry(entry):
            lowered = rendering._replace(weight=share * rendering.weight - OTHER * min(place, 3))
            found.setdefault(rendering.words, lowered)
    return tuple(found.values())


def _is_last_member(entry: Entry, form: str) -> bool:
    """Whether the glossary knows only the end of a word: "opplæring" in "grunnskoleopplæring"."""
    lemma = text.folded(entry.lemma)
    return form.find(lemma[: max(3, len(lemma) - 2)]) > 1


@lru_cache(maxsize=16_384)
def of_entry(entry: Entry) -> tuple[Rendering, ...]:
    """The renderings of an entry, and its lemma when it may stay as it is."""
    wordings = entry.renderings or (entry.lemma,)
    return tuple(
        Rendering(words, tuple(map(english_keys, words)), 1.0 - FURTHER * min(rank, 8))
        for rank, wording in enumerate(wordings)
        if (words := _words(wording, "" if " " in entry.lemma else entry.pos))
    )


@lru_cache(maxsize=16_384)
def parts(form: str) -> tuple[str, ...]:
    """The lemmas of the members of a compound or hyphenated word; () when it is none."""
    if "-" in form.strip("-"):
        members = [member for piece in form.split("-") if piece for member in (parts(piece) or (piece,))]
        return tuple(members)
    return tuple([part.lemma for part in text.compound(form, even_known=True)])


def _words(wording: str, pos: str) -> tuple[str, ...]:
    words = [text.folded(token.text) for token in text.words(wording)]
    kept = [word for word in words if word not in PLACEHOLDERS]
    while len(kept) > 1 and kept[0] in LEADING.get(pos, ()):
        kept.pop(0)
    return tuple(kept)
