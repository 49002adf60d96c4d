"""What may stand between the parts of a term, and how sure one can still be.

"tok han seg ikke tid" is ta seg tid; "tok boka med på turen" is no "ta på". The gap is read as letters of
`wordclass`; the sums were set on tests/gates/terms.gold.
"""

from __future__ import annotations

import re
from typing import Final

SURE: Final = 0.85
LIKELY: Final = 0.8
FAINT: Final = 0.74
"""A noun phrase between the parts: as likely the subject as an object that the term does not have."""
DOUBTFUL: Final = 0.7
"""Under `terms.WEAK`: drawn faintly."""
NEVER: Final = 0.0

LONGEST: Final = 6
"""Words in a gap that nobody gave a number for."""
LONGEST_LISTING: Final = 10
"""Words between "både" and "og"."""

_NP = r"(?:(?:[TDJ][TDJA]{0,4}[MN]|A?N)N?(?:E{1,3}|D)?|M?E{1,4}|D{1,2}[JA]{0,2})"
"""A noun phrase; a noun in the bare singular needs a word before it: "får mulighet til" has no object."""
_LIGHT = re.compile(r"A{0,3}[PD]?A{0,3}")
_PRONOUNS = re.compile(r"A{0,2}[POD]?A{0,2}[POD]?A{0,2}")
_CLAUSE = re.compile(rf"A{{0,2}}(?:{_NP})A{{0,3}}")
_TWO = re.compile(rf"A{{0,2}}(?:{_NP}|[POD])A{{0,2}}(?:{_NP}|[POD])A{{0,2}}")
_NAMES = re.compile("A*E{1,4}A*")
_OBJECT = re.compile("A?[OP]A?")
_PAIR = re.compile("[TDJ]{0,2}[MNEOP]L[TDJ]{0,2}[MNEO]")
_BEFORE_NOUN = re.compile(r"A{0,2}P?A{0,2}[JA]{0,2}")


def before_reflexive(gap: str) -> float:
    """How sure one is across a gap between a verb and "seg"."""
    return SURE if _LIGHT.fullmatch(gap) or _CLAUSE.fullmatch(gap) else NEVER


def before_content(gap: str, *, telling: bool = False) -> float:
    """… before a noun, an adjective or a verb of the term: adjectives, the subject, adverbs.

    An article makes it another noun: "fant et sted" is no finne sted. `telling`: two words or more follow, which are
    hardly there by accident.
    """
    if _LIGHT.fullmatch(gap) or _BEFORE_NOUN.fullmatch(gap):
        return SURE
    if _CLAUSE.fullmatch(gap):
        return LIKELY if telling or _NAMES.fullmatch(gap) else FAINT
    if telling and _OBJECT.fullmatch(gap):
        return LIKELY  # "ga henne grønt lys"
    return DOUBTFUL if _PRONOUNS.fullmatch(gap) else NEVER


def before_particle(gap: str, *, inverted: bool, pure: bool) -> float:
    """… before a preposition or particle.

    `inverted`: the verb opens its clause, so a noun after it is the subject, unless it has an article; `pure`: the
    particle takes no object of its own, or ends its clause ("fikk jeg det til!"), so a noun before it is the verb's.
    """
    if _LIGHT.fullmatch(gap):
        return SURE
    if pure and re.fullmatch("[JA]{1,3}", gap):
        return SURE  # "ser sliten ut"
    if pure and (_PRONOUNS.fullmatch(gap) or _CLAUSE.fullmatch(gap)):
        return SURE if len(gap) < 4 else LIKELY
    if _CLAUSE.fullmatch(gap):
        return 0.6 if not inverted or "T" in gap else LIKELY if _NAMES.fullmatch(gap) else FAINT
    return 0.65 if _PRONOUNS.fullmatch(gap) else NEVER


def after_copula(gap: str) -> float:
    """… between a copula and a preposition: "er det med?", but not "er mulig med"."""
    return SURE if re.fullmatch("[PD]?", gap) else NEVER


def before_verb(gap: str) -> float:
    """… before an infinitive: "la ham ikke være" and "la dette være" are another matter than la være."""
    return SURE if _LIGHT.fullmatch(gap) and "D" not in gap else NEVER


def open_place(gap: str) -> float:
    """… where the term itself leaves a place for an object, or two: "lommebok og nøkler"."""
    gap = _PAIR.sub("N", gap)
    if len(gap) > LONGEST:
        return NEVER
    if not gap or _PRONOUNS.fullmatch(gap) or _CLAUSE.fullmatch(gap) or _TWO.fullmatch(gap):
        return SURE
    return DOUBTFUL if not set(gap) & set("VLSC") and gap.count("I") <= 1 else NEVER


def inside(gap: str, *, listing: bool) -> float:
    """… inside a phrase without a verb ("for tre år siden"), or between the halves of a conjunction ("både … og")."""
    if not gap or "S" in gap or len(gap) > (LONGEST_LISTING if listing else LONGEST):
        return NEVER
    return SURE if listing or not set(gap) & set("VC") else NEVER
