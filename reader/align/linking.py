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


def linked(found: Sequence[Group], source: Norwegian, target: English) -> Chart:
    """The links that win."""
    content = [group for group in found if not _small(group, source, target)]
    small = [group for group in found if _small(group, source, target)]
    won: list[Group] = []
    for _ in range(ROUNDS):
        won = competed(content, _places(won, source, target), target, FAR)
    kept = won
    small = _supported(small, found)
    for _ in range(ROUNDS):
        won = competed(small, _places(won, source, target), target, FAR_SMALL, kept)
    chart = Chart(source, target)
    singles = _singles(found)
    taken = {j for group in won for j in group.target}
    for group in won:
        strays = dict(_strays(group, singles, taken))
        rest = group._replace(source=tuple([i for i in group.source if i not in strays]))
        for i, j in (*_inside(rest, singles), *strays.items()):
            chart.link(i, j)
            taken.add(j)
    return chart


def _supported(small: Iterable[Group], found: Iterable[Group]) -> list[Group]:
    """The groups of single words, with more weight where the words beside them could be linked too."""
    there = {(i, j) for group in found for i in group.source for j in group.target}
    return [
        group._replace(weight=group.weight + AFTER * ((i + 1, j + 1) in there) + BEFORE * ((i - 1, j - 1) in there))
        for group in small
        for i, j in ((group.source[0], group.target[0]),)
    ]


def competed(
    found: Iterable[Group], where: Places, target: English, far: float, kept: Sequence[Group] = ()
) -> list[Group]:
    """`kept`, and of the others the best ones that leave each word to one group."""
    scored = [(min(FARTHEST, far * where.distance(group.source, group.target)) - group.weight, group) for group in found]
    scored.sort(key=lambda pair: (pair[0], pair[1].source, pair[1].target))
    winners = list(kept)
    used = {place for group in winners for place in group.source}
    room = [1 + (("'" in word and len(names) > 2) or "-" in word) for word, names in zip(target.forms, target.keys, strict=True)]  # noqa: PLR2004
    for group in winners:
        for place in group.target:
            room[place] -= 1
    for cost, group in scored:
        if -cost < WEAKEST:
            break
        if used.isdisjoint(group.source) and all(room[place] > 0 for place in group.target):
            winners.append(group)
            used.update(group.source)
            for place in group.target:
                room[place] -= 1
    return winners


def _singles(found: Iterable[Group]) -> list[Group]:
    """The groups of one word on each side."""
    return [group for group in found if len(group.source) == 1 and len(group.target) == 1]


def _strays(group: Group, singles: Sequence[Group], taken: set[int]) -> Iterator[tuple[int, int]]:
    """A particle whose own partner stands free beside the partner of its group: "så ut" ↔ "looked out", not "looked"."""
    if len(group.source) > len(group.target):
        free = {other for last in group.target for other in (last + 1, last + 2) if other not in taken}
        for other in singles if free else ():
            if other.source[0] in group.source[1:] and other.target[0] in free and other.weight > STRAY:
                free.discard(other.target[0])
                yield other.source[0], other.target[0]


def _inside(group: Group, singles: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """The links that a group stands for: of several words on both sides, those with evidence first, then the rest."""
    rows, columns = list(group.source), list(group.target)
    if len(rows) > 1 and len(columns) > 1:
        inner = [other for other in singles if other.source[0] in rows and other.target[0] in columns]
        inner.sort(key=lambda other: (-other.weight, abs(other.source[0] - rows[0] - other.target[0] + columns[0]), other.source, other.target))
        for other in inner:
            if other.source[0] in rows and other.target[0] in columns:
                yield other.source[0], other.target[0]
                rows.remove(other.source[0])
                columns.remove(other.target[0])
        if len(rows) == len(columns):
            yield from zip(rows, columns, strict=True)
            return
    yield from ((i, j) for i in rows for j in columns)


def _places(links: Sequence[Group], source: Norwegian, target: English) -> Places:
    known = {place: sum(group.target) / len(group.target) for group in links for place in group.source}
    return expected(known, len(source.forms), len(target.forms))


def _small(group: Group, source: Norwegian, target: English) -> bool:
    """Whether the group is about a function word of the target, or about two."""
    return len(group.source) == 1 and all(target.small[place] for place in group.target)
