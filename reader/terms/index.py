"""What a compiled glossary is: tables of numbers, made by `compiled`, kept by `cache`, used by `recognition`."""

from __future__ import annotations

from typing import NamedTuple

OUTSIDE = -1
"""Stands among the entries of a form that has a likely reading which no entry has."""
Places = list[int]


class Row(NamedTuple):
    """A pattern of a multiword term, in numbers."""

    entry: int
    verb: int
    """Which place is the verb that other words may follow; -1 for none."""
    rank: int
    """0 for the term as it is written, 1 for a looser pattern of it."""
    atoms: list[int]
    """-1 for an open place."""


class Compiled(NamedTuple):
    """The index; entries are numbered in the order of the glossary."""

    singles: dict[str, int | Places]
    """Folded form → the entry of one word that it is; or all that it can be, the likeliest first, with OUTSIDE at the
    end when there is more."""
    nynorsk: dict[str, Places]
    """Folded Nynorsk lemma → entries."""
    atoms: dict[str, Places]
    """Folded form → places of multiword terms ("atoms") where it may stand."""
    patterns: list[Row]
    """Of the multiword terms."""
