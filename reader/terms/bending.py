"""A gloss bent after the Norwegian form that it stands for: enough English grammar to be read without stumbling."""

from __future__ import annotations

from typing import Final, NamedTuple

from reader.model import Entry
from reader.text import Analysis, english

_MANY: Final = frozenset({"i", "you", "we", "they", "these", "those"})
DETERMINERS: Final = frozenset(
    word
    for line in (
        "den det de denne dette disse min mitt mine din ditt dine sin sitt sine vår vårt våre hans hennes deres",
    )
    for word in line.split()
)
_BE: Final = {"Pres": ("is", "are"), "Past": ("was", "were")}


class Side(NamedTuple):
    """What stands before a gloss."""

    said: str
    """The gloss before, "" at the start of a clause."""
    determined: bool
    """A determiner has opened the noun phrase that the word is in."""


def bent(entry: Entry, reading: Analysis, before: Side) -> str:
    """The gloss of an entry for one reading of its word (of several words: of the first)."""
    gloss, features = entry.gloss, frozenset(reading.features)
    match entry.pos:
        case "verb" | "aux" if reading.pos == "verb" or " " in entry.lemma:
            return _verb(gloss, features, before)
        case "noun" | "propn" if reading.pos in ("noun", "propn") and " " not in entry.lemma:
            return _noun(gloss, features, before)
        case "adj" if {"Cmp", "Sup"} & features and reading.lemma == entry.lemma:
            return english.inflect(gloss, "adj", tuple(features))
        case _:
            return gloss


def _verb(gloss: str, features: frozenset[str], before: Side) -> str:
    first, gap, rest = gloss.partition(" ")
    tense = "Past" if "Past" in features else "Pres" if "Pres" in features else ""
    if "Part" in features or not tense or "Pass" in features:
        return english.inflect(gloss, "verb", ("Part", "Past")) if "Part" in features else gloss
    if first == "be":
        one = before.said.lower() == "i" and tense == "Pres"
        return ("am" if one else _BE[tense][before.said.lower() in _MANY and not one]) + gap + rest
    if first in ("can", "will", "shall", "must", "may", "should", "would", "could", "might", "ought"):
        return (
            {"can": "could", "will": "would", "shall": "should"}.get(first, first) + gap + rest
            if tense == "Past"
            else gloss
        )
    person = () if before.said.lower() in _MANY or not before.said else ("Sing",)
    return english.inflect(gloss, "verb", (tense, *person))


def _noun(gloss: str, features: frozenset[str], before: Side) -> str:
    plural = "Plur" in features and not gloss.endswith("s")
    form = english.inflect(gloss, "noun", ("Plur",)) if plural else gloss
    if "Gen" in features:
        form += "’" if form.endswith("s") else "’s"
    alone = not before.determined and not gloss[:1].isupper() and not gloss.startswith(("the ", "a ", "an "))
    return f"the {form}" if "Def" in features and alone and not before.said.endswith(("’s", "the")) else form
