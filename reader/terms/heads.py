"""The last member of a compound, when it is a word of the glossary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from reader.text.lexicon import entries

SHORTEST_HEAD = 3
SHORTEST_FIRST = 3
LONG_ENOUGH = 7
"""Shorter words are seldom compounds and often look like one."""


class Head(NamedTuple):
    """A compound cut in two."""

    first: str
    """Without the joint."""
    last: str
    hyphen: bool


_NO_FIRST = frozenset(
    word
    for line in (
        "for ut inn opp ned av an på til fra med over under mot etter før gjen sam mis van bak fram frem hen",
        "om vid ved ett ens ene uten ikke den der det her når ser var ver per sel ing ger ter ler",
    )
    for word in line.split()
)
"""Prefixes change what the head means ("forhold" is no hold), and some only look like words."""


_NO_LAST = frozenset(
    word
    for line in (
        "het heten heter hetene heta ende ert ring ringen ringer ringene else elser gen gener pol port sene",
        "sener ære ærer iden ider bar bare bart fast art arter arten isk lig ing inger ist ister skap skaper",
        "skapet løs løse løst full fulle fullt som aktig messig vis man iset lek ling linger ner ler ter ver",
        "ser",
    )
    for word in line.split()
)
"""Endings that look like words: "ærlig-heten", "hind-ring"."""


def head(form: str, known: Callable[[str], Sequence[object]]) -> Head | None:
    """The longest last member that `known` answers for, if what stands before it may begin a compound."""
    before, sign, after = form.rpartition("-")
    if sign and before and len(after) >= SHORTEST_HEAD:
        if known(after):
            return Head(before, after, hyphen=True)
        inner = head(after, known)
        return Head(f"{before}-{inner.first}", inner.last, hyphen=True) if inner else None
    if len(form) < LONG_ENOUGH or not form.isalpha():
        return None
    for start in range(SHORTEST_FIRST, len(form) - SHORTEST_HEAD + 1):
        if form[start:] not in _NO_LAST and known(form[start:]) and (first := _first(form[:start])):
            return Head(first, form[start:], hyphen=False)
    return _genitive(form, known)


def _genitive(form: str, known: Callable[[str], Sequence[object]]) -> Head | None:
    return head(form[:-1], known) if form.endswith("s") and not form.endswith("ss") else None


def _first(member: str) -> str:
    """The first member without its joint; "" when it is none."""
    if _may_begin(member):
        return member
    if member[-1] == "s" and member[-2] not in "sxz" and _may_begin(member[:-1]):
        return member[:-1]
    if member[-1] == "e" and _may_begin(member[:-1]):
        return member[:-1]
    return ""


def _may_begin(member: str) -> bool:
    if len(member) < SHORTEST_FIRST or member in _NO_FIRST:
        return False
    return any(
        (entry.pos in ("noun", "adj", "prefix", "num", "propn") and entry.lemma == member)
        or (entry.pos == "verb" and entry.features == ("Imp",) and len(member) > SHORTEST_FIRST)
        for entry in entries(member)
    )
