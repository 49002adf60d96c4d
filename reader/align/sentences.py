"""Aligning a given translation with its original, sentence by sentence.

Gale & Church 1993, "A program for aligning sentences in bilingual corpora": the lengths of two sentences that
translate each other keep a ratio, and nearly all sentences are translated one by one. Words that both sides share
(numbers, names, what the glossary knows) are weighed against that, after Wu 1994 and Moore 2002, so that a sentence
left out does not shift all that follow. The search keeps to a band around the diagonal, widened until it is no limit.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from reader.align import cues
from reader.align.cues import Sentence
from reader.terms import Glossary


class Bead(NamedTuple):
    """Sentences that translate each other, by number; one side is empty when nothing does."""

    source: tuple[int, ...]
    target: tuple[int, ...]


_Price = Callable[[int, int, int, int], float]
_Place = tuple[int, int, tuple[int, int]]
"""(source sentences, target sentences behind us, kind of the last bead)."""

KINDS = {(1, 1): 0.89, (1, 0): 0.005, (0, 1): 0.005, (2, 1): 0.0445, (1, 2): 0.0445, (2, 2): 0.011}
"""(source sentences, target sentences) → how common that is: Gale & Church 1993, table 5."""
VARIANCE = 6.8
"""Of the length ratio, per character: Gale & Church 1993."""
FURTHER = 1.2
"""What one more sentence costs in a run that has no translation: whole passages are left out."""
RATIOS = (0.95, 1.25)
"""English characters for a Norwegian one, at least and at most."""
BAND = 16
"""Sentences to either side of the line between anchors that are tried first."""
WIDEST = 256
"""Sentences to either side that are tried at last."""


def beads(source: Sequence[str], target: Sequence[str], glossary: Glossary | None = None) -> tuple[Bead, ...]:
    """The beads of two texts, in order; every sentence of either is in exactly one."""
    rows = [cues.norwegian(sentence, glossary) for sentence in source]
    columns = [cues.english(sentence, glossary) for sentence in target]
    line, band = _line(rows, columns), BAND
    while True:
        found, touched = _search(rows, columns, line, band)
        if not touched or band >= WIDEST:
            return found
        band *= 4


def _line(rows: Sequence[Sentence], columns: Sequence[Sentence]) -> list[int]:
    """Where each source sentence's translation is expected: between anchors, words that each side has only once.

    Of anchors that cross, the longest rising chain is kept (patience sorting).
    """
    once = {key for key, count in Counter(key for row in rows for key in row.keys).items() if count == 1}
    there = Counter(key for column in columns for key in column.keys)
    homes = {key: j for j, column in enumerate(columns) for key in column.keys if there[key] == 1}
    pairs = sorted({(i, homes[key]) for i, row in enumerate(rows) for key in row.keys if key in once and key in homes})
    points = [(-1, -1), *_rising(pairs), (len(rows), len(columns))]
    line, at = list[int](), 0
    for i in range(len(rows) + 1):
        while points[at + 1][0] < i:
            at += 1
        (a, x), (b, y) = points[at], points[at + 1]
        line.append(round(x + (i - a) * (y - x) / (b - a)))
    return line


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of pairs that rises on both sides."""
    ends, tops, before = list[int](), list[int](), dict[int, int]()
    for number, (_, j) in enumerate(sorted(pairs, key=lambda pair: (pair[0], -pair[1]))):
        at = bisect_left(ends, j)
        ends[at : at + 1], tops[at : at + 1] = [j], [number]
        before[number] = tops[at - 1] if at else -1
    order = sorted(pairs, key=lambda pair: (pair[0], -pair[1]))
    chain, number = list[tuple[int, int]](), tops[-1] if tops else -1
    while number >= 0:
        chain.append(order[number])
        number = before[number]
    return chain[::-1]


def _search(
    rows: Sequence[Sentence], columns: Sequence[Sentence], line: Sequence[int], band: int
) -> tuple[tuple[Bead, ...], bool]:
    """(cheapest beads within the band, whether they run along its edge)."""
    size, width = len(rows), len(columns)
    price = _prices(rows, columns)
    start: _Place = (0, 0, (1, 1))
    best: dict[_Place, tuple[float, _Place]] = {start: (0.0, start)}
    cheapest: dict[tuple[int, int], tuple[float, _Place]] = {(0, 0): (0.0, start)}
    ranges = _ranges(line, width, band)
    for i, (first, last) in enumerate(ranges):
        for j in range(first, last + 1):
            for kind in KINDS:
                m, n = kind
                before = cheapest.get((i - m, j - n))
                if before is None:
                    continue
                option = (before[0] + price(i - m, m, j - n, n), before[1])
                same = (i - m, j - n, kind)
                if not m * n and same in best:
                    option = min(option, (best[same][0] + FURTHER, same))
                best[i, j, kind] = option
                if (i, j) not in cheapest or option[0] < cheapest[i, j][0]:
                    cheapest[i, j] = (option[0], (i, j, kind))
    at = cheapest[size, width][1]
    path, touched = list[Bead](), False
    while at[:2] != (0, 0):
        i, j, (m, n) = at
        path.append(Bead(tuple(range(i - m, i)), tuple(range(j - n, j))))
        touched = touched or (0 < j < width and j in (ranges[i][0], ranges[i][1]))
        at = best[at][1]
    return tuple(reversed(path)), touched


def _ranges(line: Sequence[int], width: int, band: int) -> list[tuple[int, int]]:
    """(first, last) target place to be tried after each source sentence; neighbours overlap, so that a way is left."""
    found = list[tuple[int, int]]()
    for i, middle in enumerate(line):
        first, last = max(0, middle - band), min(width, middle + band)
        if i == 0:
            first = 0
        if i == len(line) - 1:
            last = width
        if found:
            first = min(first, found[-1][1])
        found.append((first, max(first, last)))
    return found


def _prices(rows: Sequence[Sentence], columns: Sequence[Sentence]) -> _Price:
    """The price of a bead of `m` sentences from `i` and `n` from `j`: how unlikely it is, in nats."""
    ratio = _ratio(rows, columns)
    priors = {kind: -math.log(share) for kind, share in KINDS.items()}

    @cache
    def masks(i: int, j: int) -> tuple[int, int]:
        return cues.matches(rows[i], columns[j]), cues.matches(columns[j], rows[i])

    def price(i: int, m: int, j: int, n: int) -> float:
        prior = priors[m, n]
        if not m or not n:
            return prior
        source, target = rows[i : i + m], columns[j : j + n]
        here, there = [0] * m, [0] * n
        for a in range(m):
            for b in range(n):
                left, right = masks(i + a, j + b)
                here[a] |= left
                there[b] |= right
        length = _length_price(sum(s.length for s in source), sum(s.length for s in target), ratio)
        return prior + length - cues.spoken(source, here) - cues.spoken(target, there)

    return price


def _length_price(here: int, there: int, ratio: float) -> float:
    """How unlikely two lengths are together: the two-tailed probability of their distance, in nats."""
    mean = max(1.0, (here + there / ratio) / 2)
    delta = abs(there - here * ratio) / math.sqrt(VARIANCE * mean * ratio)
    return -math.log(max(1e-12, math.erfc(delta / math.sqrt(2))))


def _ratio(rows: Sequence[Sentence], columns: Sequence[Sentence]) -> float:
    """English characters for a Norwegian one: of the whole text, within reason, since much may be missing."""
    here, there = sum(side.length for side in rows), sum(side.length for side in columns)
    return max(RATIOS[0], min(RATIOS[1], there / max(1, here)))
