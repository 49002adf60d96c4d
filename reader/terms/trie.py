"""The multiword terms of a glossary as two tables: words that stand together, and words with others between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from reader.terms.index import Row

END: Final = -2
"""The key of a node under which stand the patterns that end there."""

Node = dict[int, Any]
"""Atom → the node after it, and END → numbers of patterns."""


class Openers(NamedTuple):
    """Terms that a word may open with other words before their second part, by that part's atom."""

    pairs: dict[int, list[int]]
    """Terms of two parts: they need a gap, or they would stand together."""
    longer: dict[int, list[int]]
    """Terms of more parts: the gap may come later."""
    seconds: frozenset[int]
    """The atoms of both."""
    listing: bool
    """Among them one without a verb ("både … og"), whose gap may hold nearly anything."""


class Trie:
    """Where the terms go on after each of their words."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._root: Node = {}
        self._rows = rows
        self._openers: dict[int, dict[int, list[int]]] = {}
        for number, (_, verb, _, atoms) in enumerate(rows):
            solid = [atom for atom in atoms if atom >= 0]
            if len(solid) == len(atoms) or verb >= 0:
                self._plant(solid, number)
            if len(solid) > 1 and atoms[0] >= 0 and (verb == 0 or len(solid) < len(atoms)):
                self._openers.setdefault(solid[0], {}).setdefault(solid[1], []).append(number)

    def nodes(self, atoms: Iterable[int]) -> tuple[Node, ...]:
        """The nodes after a first word with these atoms."""
        return tuple(self._root[atom] for atom in atoms if atom in self._root)

    def openers(self, atoms: Iterable[int]) -> Openers | None:
        """The terms that a first word with these atoms may open; None when there is none."""
        pairs: dict[int, list[int]] = {}
        longer: dict[int, list[int]] = {}
        listing = False
        for atom in atoms:
            for second, numbers in self._openers.get(atom, {}).items():
                for number in numbers:
                    row = self._rows[number]
                    parts = sum(1 for each in row.atoms if each >= 0)
                    (pairs if parts == 2 else longer).setdefault(second, []).append(number)
                    listing = listing or row.verb < 0
        return Openers(pairs, longer, frozenset((*pairs, *longer)), listing) if pairs or longer else None

    def _plant(self, atoms: Sequence[int], number: int) -> None:
        node = self._root
        for atom in atoms:
            node = node.setdefault(atom, {})
        node.setdefault(END, []).append(number)
