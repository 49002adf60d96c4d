"""Rough word classes: enough to tell that a verb left over hardly goes with a noun left over."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from reader import text
from reader.align import functionwords
from reader.align.functionwords import listed

_BEFORE_VERBS = listed(
    "to i you he she it we they who that which not will would shall should can could "
    "may might must don't didn't doesn't"
)
_BEFORE_NOUNS = functionwords.ARTICLES | functionwords.POSSESSIVES | listed("this these those some any no each every")
_BEFORE_PHRASES = listed("of in on at by with from for into over under between after before about through")


@lru_cache(maxsize=32_768)
def norwegian_class(written: str) -> str:
    """noun, verb, adj, adv, propn, num, or another UD tag: the likeliest reading out of context."""
    return text.analyses(written)[0].pos


@lru_cache(maxsize=32_768)
def is_definite(written: str) -> bool:
    """Whether a word may be a definite noun ("samtalen", "Vikingtiden")."""
    readings = (*text.analyses(written)[:3], *text.analyses(written.lower())[:3])
    return any(reading.pos in ("noun", "propn") and "Def" in reading.features for reading in readings)


def english_class(forms: Sequence[str], place: int) -> str:
    """noun, verb, adj, adv, or "" when nothing tells."""
    word, before = forms[place], forms[place - 1] if place else ""
    if word.endswith("ly"):
        return "adv"
    if before in _BEFORE_NOUNS:
        return "adj" if word.endswith(_ADJECTIVES) else "noun"
    if before in _BEFORE_VERBS or word.endswith(("ing", "ed")):
        return "verb"
    if word.endswith(_ADJECTIVES):
        return "adj"
    return "noun" if before in _BEFORE_PHRASES else ""


_ADJECTIVES = ("ful", "ous", "ive", "able", "ible", "ish", "less", "ic")


def agree(norwegian: str, english: str) -> float:
    """1.0 when the classes agree, -1.0 when they speak against each other, 0.0 when nothing is known."""
    if not english or norwegian not in _KIN:
        return 0.0
    return _KIN[norwegian].get(english, -1.0)


_KIN = {
    "noun": {"noun": 1.0, "adj": 0.0, "verb": -0.5},
    "propn": {"noun": 0.5, "adj": -0.5},
    "verb": {"verb": 1.0, "adj": -0.5},
    "adj": {"adj": 1.0, "noun": 0.0, "verb": 0.0, "adv": 0.5},
    "adv": {"adv": 1.0, "adj": 0.3, "verb": -0.5},
}
