"""A gloss bent after the Norwegian form that it stands for: enough English grammar to be read without stumbling."""

from __future__ import annotations

from typing import Final, NamedTuple

from reader.model import Entry
from reader.text import Analysis, english

_BE: Final = {"I": ("am", "was"), "they": ("are", "were"), "it": ("is", "was")}
_MODALS: Final = {
    "can": "could", "will": "would", "shall": "should", "must": "had to", "may": "might", "should": "should",
    "would": "would", "could": "could", "might": "might", "ought": "ought",
}  # fmt: skip
_UNCOUNTED: Final = frozenset(
    word
    for line in (
        "money information news furniture advice equipment knowledge people police staff cattle data research",
        "evidence homework housework luggage rubbish garbage clothing personnel",
    )
    for word in line.split()
)
"""English words that take no plural."""


class Side(NamedTuple):
    """What stands around a gloss."""

    said: str = ""
    """The gloss before, "" at the start of a clause."""
    determined: bool = False
    """A determiner has opened the noun phrase that the word is in, or a possessive closes it."""
    person: str = "it"
    """Of a verb's subject: I, they (for you and we too), or it."""
    many: bool = False
    """The noun is many, whatever its form says: "to år"."""
    moved: bool = False
    """A form of være that English has as have: "var blitt kald"."""
    governed: bool = False
    """The verb stands after a modal or "å": a passive is "be done"."""
    doing: bool = False
    """An infinitive that English has as a gerund: "uten å si noe" is without saying anything."""


def bent(entry: Entry, reading: Analysis, side: Side) -> str:
    """The gloss of an entry for one reading of its word (of several words: of the first)."""
    gloss, features = entry.gloss, frozenset(reading.features)
    match entry.pos:
        case "verb" | "aux" if reading.pos == "verb" or " " in entry.lemma:
            return _verb(entry, features, side)
        case "verb" if reading.pos == "adj" and "Part" in features:
            return english.inflect(gloss, "verb", ("Part", "Past" if "Past" in features else "Pres"))
        case "noun" | "propn" if reading.pos in ("noun", "propn") and " " not in entry.lemma:
            return noun(gloss, features, side)
        case "adj" | "det" | "adv" if {"Cmp", "Sup"} & features and reading.lemma in (entry.lemma, *entry.nynorsk):
            return english.inflect(gloss, "adj", tuple(features))
        case "adj" if "Gen" in features:
            return f"{gloss}’s"
        case _:
            return gloss


def _verb(entry: Entry, features: frozenset[str], side: Side) -> str:
    gloss = entry.gloss
    first, gap, rest = gloss.partition(" ")
    if "Imp" in features:
        return gloss
    if "Pass" in features and not entry.lemma.split()[0].endswith("s"):
        auxiliary = "be" if side.governed or "Inf" in features else _be("Past" in features, side)
        return f"{auxiliary} {english.inflect(gloss, 'verb', ('Part', 'Past'))}" if first != "be" else gloss
    if "Part" in features:
        return english.inflect(gloss, "verb", ("Part", "Pres" if "Pres" in features else "Past"))
    tense = "Past" if "Past" in features else "Pres" if {"Pres", "Pass"} & features else ""
    if not tense:
        return english.inflect(gloss, "verb", ("Part", "Pres")) if side.doing else gloss
    if first == "be" and side.moved:
        return english.inflect("have", "verb", (tense,) if side.person != "it" else (tense, "Sing"))
    if first == "be":
        return _be(tense == "Past", side) + gap + rest
    if first in _MODALS:
        return _MODALS[first] + gap + rest if tense == "Past" else gloss
    return english.inflect(gloss, "verb", (tense,) if side.person != "it" else (tense, "Sing"))


def _be(past: bool, side: Side) -> str:
    return _BE[side.person][past]


def noun(gloss: str, features: frozenset[str], side: Side) -> str:
    """A noun's gloss, in its number, with its genitive, and with "the" where the Norwegian is definite."""
    last = gloss.rpartition(" ")[2]
    counted = last not in _UNCOUNTED and len(last) > 2 and not gloss.endswith(("s", "."))
    plural = ("Plur" in features or side.many) and counted
    form = english.inflect(gloss, "noun", ("Plur",)) if plural else gloss
    if "Gen" in features:
        form += "’" if form.endswith("s") else "’s"
    alone = not side.determined and not gloss[:1].isupper() and not gloss.startswith(("the ", "a ", "an "))
    return f"the {form}" if "Def" in features and alone and not side.said.endswith(("’s", "the")) else form
