"""The forms that may stand at one place of a term of several words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from reader import text
from reader.terms.inflection import UNLIKELY, Form, forms
from reader.text import Analysis

OPEN: Final = "…"
"""The sign for an object inside a term."""
SEG: Final = frozenset({"seg", "meg", "deg", "oss", "dere"})
"""The reflexive: which of them it is, its subject decides."""
COPULAS_OF = {
    "være": frozenset(("være", "er", "var", "vært", "vær")),
    "bli": frozenset(("bli", "blir", "ble", "blitt", "blei")),
}
COPULAS: Final = frozenset().union(*COPULAS_OF.values())
"""One stands for the other: "bli enig om" is found in "er enige om"."""
_HIS = {
    "sin": "sin min din vår hans hennes deres ens", "si": "si mi di vår hans hennes deres",
    "sitt": "sitt mitt ditt vårt hans hennes deres", "sine": "sine mine dine våre hans hennes deres",
}  # fmt: skip
_SPELLINGS = {
    form: frozenset(group.split())
    for group in (
        "fram frem", "bein ben", "sjøl selv", "verken hverken", "vei veg", "gulv golv", "sju syv", "aleine alene",
        "en ei én", "et ett", "framfor fremfor", "framover fremover", "etterhvert etterhånden", "nesen nesa",
        "tross trass", "sein sen", "seint sent", "mjølk melk", "høgt høyt", "høg høy", "tredve tretti", "tyve tjue",
        "stein sten", "beinet benet", "beina bena", "imot mot", "jord jorda",
    )
    for form in group.split()
}  # fmt: skip
"""Spellings and short forms that are the same word."""

Element = frozenset[str] | None
"""The folded forms that may stand at a place; None for an open place."""


@lru_cache(maxsize=16_384)
def readings(word: str) -> tuple[Analysis, ...]:
    return text.analyses(word)


def word_class_of(word: str) -> str:
    return "open" if word == OPEN else readings(word)[0].pos


def is_infinitive(word: str, *, likely: bool = True) -> bool:
    """Whether a word may be an infinitive; at the head of a verb phrase an unlikely one too ("tre i kraft")."""
    return any(
        reading.pos == "verb" and "Inf" in reading.features and (reading.weight < UNLIKELY or not likely)
        for reading in readings(word)
    )


def _is_lemma(word: str) -> bool:
    return any(reading.pos == "verb" and text.folded(reading.lemma) == word for reading in readings(word))


@lru_cache(maxsize=16_384)
def fixed(word: str) -> Element:
    """The word and its other spellings; of a definite noun both endings ("nesa", "nesen")."""
    if word == OPEN:
        return None
    if not word[:1].isalnum():
        return frozenset({word})
    if word == "seg":
        return SEG
    if word in _HIS:
        return frozenset(_HIS[word].split())
    found = {word} | _SPELLINGS.get(word, frozenset())
    best = readings(word)[0]
    if best.pos == "noun" and "Def" in best.features:
        found |= {form.text for form in forms(best.lemma, "noun") if form.features == set(best.features)}
    return frozenset(found)


@lru_cache(maxsize=16_384)
def bent_noun(word: str) -> Element:
    """Every form of a noun given in the singular, the plural ones of a plural, the definite ones of a definite."""
    base = fixed(word) or frozenset({word})
    nouns = [reading for reading in readings(word) if reading.pos in ("noun", "propn")]
    if not nouns:
        return base | _texts(forms(word, "noun"))
    first = nouns[0]
    if text.folded(first.lemma) == word:
        return base | _texts(forms(word, "noun"))
    if "Plur" in first.features:
        return base | _texts(form for form in forms(first.lemma, "noun") if "Plur" in form.features)
    return base


@lru_cache(maxsize=16_384)
def agreeing(word: str) -> Element:
    """An adjective in any gender and number; another word as it is."""
    base = fixed(word)
    if base is None:
        return None
    lemmas = [each.lemma for each in readings(word) if each.pos == "adj" and not {"Cmp", "Sup"} & set(each.features)]
    bent = (form for lemma in lemmas for form in forms(lemma, "adj") if not {"Cmp", "Sup"} & form.features)
    return base | _texts(bent)


@lru_cache(maxsize=16_384)
def agreeing_determiner(word: str) -> Element:
    base = agreeing(word)
    if base is None or word_class_of(word) not in ("det", "pron"):
        return base
    lemma = readings(word)[0].lemma
    return base | _texts(forms(lemma, "det")) | _texts(forms(lemma, "pron"))


@lru_cache(maxsize=16_384)
def bent_verb(word: str) -> Element:
    """Every form of a verb but the adjectives made of it; of a copula, those of the other one too."""
    if word in COPULAS_OF:
        return COPULAS_OF[word]
    bent = (
        form
        for form in forms(word, "verb")
        if not {"Def", "Plur", "Adj"} & form.features and not ("Pass" in form.features and _is_lemma(form.text))
    )  # "finnes" is a verb of its own
    return frozenset({word}) | _texts(bent) | _SPELLINGS.get(word, frozenset())


@lru_cache(maxsize=16_384)
def any_tense(word: str) -> Element:
    best = readings(word)[0]
    if not {"Pres", "Past"} & set(best.features):
        return frozenset({word})
    if best.lemma in COPULAS_OF:
        return COPULAS_OF[best.lemma]
    bent = (
        form
        for form in forms(best.lemma, "verb")
        if {"Pres", "Past", "Inf"} & form.features and "Adj" not in form.features
    )
    return frozenset({word}) | _texts(bent)


def _texts(found: Iterable[Form]) -> frozenset[str]:
    return frozenset(form.text for form in found)
