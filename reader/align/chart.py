"""The links of a unit while they are being made, and what they say about the place of the words still without."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from reader.align.sides import English, Norwegian
from reader.model import Link

AROUND = 6
"""Words to either side of an expected place; further away nothing is linked by place alone."""


class Places(NamedTuple):
    """Where each source word's partner is expected: by its neighbours' links and by the line between them."""

    left: tuple[tuple[int, float], ...]
    right: tuple[tuple[int, float], ...]
    """(source word, target place) of the nearest link on each side; the segment's ends are linked."""

    def distance(self, source: Sequence[int], target: Sequence[int]) -> float:
        """How many words the target words are away from where the source words would have them."""
        place, goal = source[0], target[0] if len(target) == 1 else sum(target) / len(target)
        (i, x), (k, y) = self.left[place], self.right[place]
        line = x + (place - i) * (y - x) / (k - i) if k > i else x
        after = abs(goal - x - (place - i)) + 0.25 * (place - i)
        before = abs(y - goal - (k - place)) + 0.25 * (k - place)
        beside = min(after, before)
        return min(beside + 0.5, 0.5 * (beside + abs(goal - line)))

    def candidates(self, place: int, targets: Sequence[int]) -> Sequence[int]:
        """Of sorted target words those that are not far from a source word's place, on either reckoning."""
        (i, x), (k, y) = self.left[place], self.right[place]
        found: set[int] = set()
        for goal in (x + (place - i), y - (k - place)):
            found.update(targets[bisect_left(targets, goal - AROUND) : bisect_right(targets, goal + AROUND)])
        return sorted(found)


class Chart:
    """Links in the making, seen from both sides."""

    __slots__ = ("by_source", "by_target", "source", "target")

    def __init__(self, source: Norwegian, target: English) -> None:
        self.source, self.target = source, target
        self.by_source: list[list[int]] = [[] for _ in source.forms]
        self.by_target: list[list[int]] = [[] for _ in target.forms]

    def link(self, i: int, j: int) -> None:
        """Source word `i` and target word `j` say the same."""
        if j not in self.by_source[i]:
            self.by_source[i].append(j)
            self.by_target[j].append(i)

    def free_sources(self) -> list[int]:
        """Source words without a link."""
        return [place for place, row in enumerate(self.by_source) if not row]

    def free_targets(self) -> list[int]:
        """Target words without a link."""
        return [place for place, row in enumerate(self.by_target) if not row]

    def links(self) -> tuple[Link, ...]:
        """All links, in order."""
        return tuple([Link(i, j) for i, row in enumerate(self.by_source) for j in sorted(row)])

    def places(self) -> Places:
        """What the links made so far say about the place of every source word."""
        known = {place: sum(row) / len(row) for place, row in enumerate(self.by_source) if row}
        return expected(known, len(self.source.forms), len(self.target.forms))


def expected(known: dict[int, float], rows: int, columns: int) -> Places:
    """Places from (source word → mean place of its partners); without any, along the diagonal."""
    if not known:
        slope = (columns + 1) / (rows + 1)
        line = tuple((place, (place + 1) * slope - 1) for place in range(rows))
        return Places(line, line)
    left, right = [], []
    link = (-1, -1.0)
    for place in range(rows):
        left.append(link)
        if place in known:
            link = (place, known[place])
    link = (rows, float(columns))
    for place in range(rows - 1, -1, -1):
        right.append(link)
        if place in known:
            link = (place, known[place])
    return Places(tuple(left), tuple(reversed(right)))
