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
    "for ut inn opp ned av an på til fra med over under mot etter før gjen sam mis van bak fram frem hen om vid ved ett "
    "ens ene uten ikke den der det her når ser var ver per sel ing ger ter ler".split()
)
"""Prefixes change what the head means ("forhold" is no hold), and some only look like words."""


def head(form: str, known: Callable[[str], Sequence[int]]) -> Head | None:
    """The longest last member that `known` answers for, if what stands before it is a word that may begin a compound."""
    before, sign, after = form.rpartition("-")
    if sign and before and len(after) >= SHORTEST_HEAD:
        if known(after):
            return Head(before, after, hyphen=True)
        inner = head(after, known)
        return Head(f"{before}-{inner.first}", inner.last, hyphen=True) if inner else None
    if len(form) < LONG_ENOUGH or not form.isalpha():
        return None
    for start in range(SHORTEST_FIRST, len(form) - SHORTEST_HEAD + 1):
        if known(form[start:]) and (first := _first(form[:start], form[start])):
            return Head(first, form[start:], hyphen=False)
    return _genitive(form, known)


def _genitive(form: str, known: Callable[[str], Sequence[int]]) -> Head | None:
    return head(form[:-1], known) if form.endswith("s") and not form.endswith("ss") else None


def _first(member: str, following: str) -> str:
    """The first member without its joint; "" when it is none."""
    if _may_begin(member):
        return member
    if member[-1] == "s" and member[-2] not in "sxz" and _may_begin(member[:-1]):
        return member[:-1]
    if member[-1] == "e" and _may_begin(member[:-1]):
        return member[:-1]
    if member[-1] == following == "s" and False:
        return member
    return ""


def _may_begin(member: str) -> bool:
    if len(member) < SHORTEST_FIRST or member in _NO_FIRST:
        return False
    return any(
        entry.pos in ("noun", "adj", "prefix", "num", "propn") and entry.lemma == member
        or entry.pos == "verb" and entry.features == ("Imp",) and len(member) > SHORTEST_FIRST
        for entry in entries(member)
    )
