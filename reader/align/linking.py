"""Competitive linking: the best-supported pair of words is linked first, and takes both words off the market.

After Melamed 2000, "Models of translational equivalence among words": evidence competes, one group at a time. Place
decides between equal evidence; what place a word should have is read off the links already made near it, first those of
content words, then with their help those of function words (a Norwegian sentence keeps its English order but for
local swaps, such as the verb before its subject).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reader.align.chart import Chart, Places, expected
from reader.align.evidence import Group
from reader.align.sides import English, Norwegian

ROUNDS = 2
"""How often places are read off the links again."""
FAR = 0.03
"""What each word off the expected place costs a content word."""
FAR_SMALL = 0.1
"""The same for a function word: there are many like it."""
FARTHEST = 0.55
"""What a wrong place costs at most."""
AFTER, BEFORE = 0.1, 0.1
"""What it adds that the next words, or the ones before, could be linked too: a preposition goes with what follows."""
STRAY = 0.7
"""How much must speak for a particle's partner outside its group."""
WEAKEST = 0.3
"""Groups with less support are left out."""

_Own = dict[int, list[tuple[float, int]]]


def linked(found: Sequence[Group], source: Norwegian, target: English) -> Chart:
    """The links that win."""
    singles = [group for group in found if len(group.source) == len(group.target) == 1]
    small = [group for group in found if _small(group, target)]
    won = _rounds([group for group in found if not _small(group, target)], source, target, FAR, ())
    won = _rounds(_supported(small, singles), source, target, FAR_SMALL, won)
    chart, own = Chart(source, target), _by_source(singles)
    taken = {j for group in won for j in group.target}
    for group in won:
        strays = dict(_strays(group, own, taken))
        taken.update(strays.values())
        rows = [i for i in group.source if i not in strays]
        columns = [j for j in group.target if target.forms[j] != "the"] if len(rows) > 1 else list(group.target)
        for i, j in (*_inside(rows, columns, own), *strays.items()):
            chart.link(i, j)
    return chart


def _small(group: Group, target: English) -> bool:
    """Whether the group is about function words of the target only."""
    return len(group.source) == 1 and all(target.small[place] for place in group.target)


def _supported(small: Iterable[Group], singles: Iterable[Group]) -> list[Group]:
    """The groups of single words, with more weight where the words beside them could be linked too."""
    there = {(group.source[0], group.target[0]) for group in singles}
    return [
        Group(weight + AFTER * ((s[0] + 1, t[0] + 1) in there) + BEFORE * ((s[0] - 1, t[0] - 1) in there), s, t)
        for weight, s, t in small
    ]


def _rounds(
    found: Sequence[Group], source: Norwegian, target: English, far: float, kept: Sequence[Group]
) -> Sequence[Group]:
    """`kept`, and what wins beside it when places are read off the winners before."""
    won = kept
    for _ in range(ROUNDS):
        known = {i: sum(group.target) / len(group.target) for group in won for i in group.source}
        won = competed(found, expected(known, len(source.forms), len(target.forms)), target, far, kept)
    return won


def competed(
    found: Iterable[Group], where: Places, target: English, far: float, kept: Sequence[Group] = ()
) -> list[Group]:
    """`kept`, and of the others the best ones that leave each word to one group."""
    used = {i for group in kept for i in group.source}
    room = list(target.room)
    for group in kept:
        for j in group.target:
            room[j] -= 1
    distance = where.distance
    order = sorted([(min(FARTHEST, far * distance(s, t)) - weight, s, t, weight) for weight, s, t in found])
    winners = list(kept)
    for cost, rows, columns, weight in order:
        if -cost < WEAKEST:
            break
        if used.isdisjoint(rows) and min([room[j] for j in columns]) > 0:
            winners.append(Group(weight, rows, columns))
            used.update(rows)
            for j in columns:
                room[j] -= 1
    return winners


def _by_source(singles: Iterable[Group]) -> _Own:
    """Source word → (weight, target word) of its evidence."""
    found: _Own = {}
    for weight, (i,), (j,) in singles:
        found.setdefault(i, []).append((weight, j))
    return found


def _strays(group: Group, own: _Own, taken: set[int]) -> Iterator[tuple[int, int]]:
    """A particle whose own partner stands free beside that of its group: "så ut" ↔ "looked out", not "looked"."""
    if len(group.source) > len(group.target):
        free = {j for last in group.target for j in (last + 1, last + 2) if j not in taken}
        for i in group.source[1:] if free else ():
            for weight, j in sorted(own.get(i, ()), reverse=True):
                if j in free and weight > STRAY:
                    free.discard(j)
                    yield i, j
                    break


def _inside(rows: list[int], columns: list[int], own: _Own) -> Iterator[tuple[int, int]]:
    """The links that a group stands for: of several words on both sides, those with evidence first, then the rest."""
    if len(rows) > 1 and len(columns) > 1:
        shift = columns[0] - rows[0]
        inner = sorted(
            (-weight, abs(i + shift - j), i, j) for i in rows for weight, j in own.get(i, ()) if j in columns
        )
        for _, _, i, j in inner:
            if i in rows and j in columns:
                yield i, j
                rows.remove(i)
                columns.remove(j)
        if len(rows) == len(columns):
            yield from zip(rows, columns, strict=True)
            return
    yield from ((i, j) for i in rows for j in columns)
