"""Aligning a given translation with its original, sentence by sentence.

Gale & Church 1993, "A program for aligning sentences in bilingual corpora": the lengths of two sentences that
translate each other keep a ratio, and nearly all sentences are translated one by one. Words that both sides share
(numbers, names, what the glossary knows) are weighed against that, after Wu 1994 and Moore 2002, so that a sentence
left out does not shift all that follow. The search keeps to a band around the diagonal, widened until it is no limit.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reader import text
from reader.align import cognates, functionwords, numbers
from reader.align.lexical import meanings
from reader.align.sides import english_keys, is_small
from reader.terms import Glossary


_Place = tuple[int, int, tuple[int, int]]
"""(source sentences, target sentences behind us, kind of the last bead)."""


class Bead(NamedTuple):
    """Sentences that translate each other, by number; one side is empty when nothing does."""

    source: tuple[int, ...]
    target: tuple[int, ...]


KINDS = {(1, 1): 0.89, (1, 0): 0.005, (0, 1): 0.005, (2, 1): 0.0445, (1, 2): 0.0445, (2, 2): 0.011}
"""(source sentences, target sentences) → how common that is: Gale & Church 1993, table 5; 3-1 and the like are two beads."""
VARIANCE = 6.8
"""Of the length ratio, per character: Gale & Church 1993."""
SHARED = 1.0
"""What a word with a partner on the other side speaks for a bead, in nats; half of log(.6 / .08), since it is asked from both sides."""
LONELY = 0.5
"""What a word without one speaks against it, where one could be known; half of log(.9 / .4)."""
UNKNOWN = 0.1
"""The same for a word that only chance would find."""
MOST = 12
"""Content words of a bead that are counted: long sentences need no more."""
FURTHER = 1.2
"""What one more sentence costs in a run that has no translation: whole passages are left out."""
RATIOS = (0.95, 1.25)
"""English characters for a Norwegian one, at least and at most."""
BAND = 24
"""Sentences to either side of the diagonal that are tried first."""


class _Cue(NamedTuple):
    """A content word."""

    names: frozenset[str]
    """What it may be found as on the other side."""
    lonely: float
    """What it speaks against a bead without any of them."""


class _Side(NamedTuple):
    """A sentence as far as beads are concerned."""

    length: int
    words: tuple[_Cue, ...]
    keys: frozenset[str]
    """All of them."""


def beads(source: Sequence[str], target: Sequence[str], glossary: Glossary | None = None) -> tuple[Bead, ...]:
    """The beads of two texts, in order; every sentence of either is in exactly one."""
    rows = [_norwegian(sentence, glossary) for sentence in source]
    columns = [_english(sentence, glossary) for sentence in target]
    band = BAND
    while True:
        found, touched = _search(rows, columns, band)
        if not touched or band > len(rows) + len(columns):
            return found
        band *= 3


def _search(rows: Sequence[_Side], columns: Sequence[_Side], band: int) -> tuple[tuple[Bead, ...], bool]:
    """(cheapest beads within the band, whether they run along its edge)."""
    size, width = len(rows), len(columns)
    slope = width / size if size else 1.0
    ratio = _ratio(rows, columns)
    price = lru_cache(maxsize=None)(lambda i, m, j, n: _cost(rows[i : i + m], columns[j : j + n], ratio))
    best: dict[_Place, tuple[float, _Place]] = {(0, 0, (1, 1)): (0.0, (0, 0, (1, 1)))}
    for i in range(size + 1):
        middle = round(i * slope)
        for j in range(max(0, middle - band) if size else 0, min(width, middle + band) + 1 if size else width + 1):
            for kind in KINDS:
                m, n = kind
                options = [
                    (best[before][0] + (FURTHER if kind == last and not m * n else price(i - m, m, j - n, n)), before)
                    for last in KINDS if (before := (i - m, j - n, last)) in best
                ]  # fmt: skip
                if options:
                    best[i, j, kind] = min(options)
    at = min((best[end][0], end) for kind in KINDS if (end := (size, width, kind)) in best)[1]
    path, touched = list[Bead](), False
    while at[:2] != (0, 0):
        i, j, (m, n) = at
        path.append(Bead(tuple(range(i - m, i)), tuple(range(j - n, j))))
        touched = touched or (abs(j - round(i * slope)) >= band - 2 and 0 < j < width)
        at = best[at][1]
    return tuple(reversed(path)), touched


def _ratio(rows: Sequence[_Side], columns: Sequence[_Side]) -> float:
    """English characters for a Norwegian one: of the whole text, within reason, since much may be missing."""
    here, there = sum(side.length for side in rows), sum(side.length for side in columns)
    return max(RATIOS[0], min(RATIOS[1], there / max(1, here)))


def _cost(source: Sequence[_Side], target: Sequence[_Side], ratio: float) -> float:
    """How unlikely a bead is, in nats."""
    prior = -math.log(KINDS[len(source), len(target)])
    if not source or not target:
        return prior
    here, there = sum(side.length for side in source), sum(side.length for side in target)
    mean = max(1.0, (here + there / ratio) / 2)
    delta = abs(there - here * ratio) / math.sqrt(VARIANCE * mean * ratio)
    tail = max(1e-12, math.erfc(delta / math.sqrt(2)))
    return prior - math.log(tail) - _spoken(source, target) - _spoken(target, source)


def _spoken(these: Sequence[_Side], those: Sequence[_Side]) -> float:
    """What the words of one side of a bead say for it."""
    cues = [cue for side in these for cue in side.words]
    keys = [side.keys for side in those]
    scale = min(1.0, MOST / len(cues)) if cues else 0.0
    return scale * sum(
        -cue.lonely if all(cue.names.isdisjoint(found) for found in keys) else SHARED for cue in cues
    )  # fmt: skip


def _norwegian(sentence: str, glossary: Glossary | None) -> _Side:
    small = functionwords.table()
    forms = [token.text for token in text.words(sentence) if text.folded(token.text) not in small]
    return _side(sentence, [_norwegian_cue(form, glossary) for form in forms])


def _english(sentence: str, glossary: Glossary | None) -> _Side:
    forms = [token.text for token in text.words(sentence) if not is_small(text.folded(token.text))]
    return _side(sentence, [_english_cue(form, known=glossary is not None) for form in forms])


def _side(sentence: str, cues: Sequence[_Cue]) -> _Side:
    return _Side(len(sentence), tuple(cues), frozenset[str]().union(*(cue.names for cue in cues)))


@lru_cache(maxsize=16_384)
def _norwegian_cue(written: str, glossary: Glossary | None) -> _Cue:
    form = text.folded(written)
    value = numbers.norwegian(form)
    known = meanings(glossary, written).words if glossary else {numbers.KEY + value: 1.0} if value else {}
    found = {name for name in known if name not in functionwords.english()}
    rough = cognates.norwegian(form)
    names = frozenset({*found, form, *({_rough(rough)} if len(rough) >= cognates.SHORTEST else ())})
    return _Cue(names, LONELY if found or written[:1].isdigit() else UNKNOWN)


@lru_cache(maxsize=16_384)
def _english_cue(written: str, *, known: bool) -> _Cue:
    form = text.folded(written)
    rough = cognates.english(form)
    names = english_keys(form) | ({_rough(rough)} if len(rough) >= cognates.SHORTEST else frozenset())
    return _Cue(names, LONELY if known else LONELY if numbers.english(form) else UNKNOWN)


def _rough(sound: str) -> str:
    """The beginning of a word's sound: enough to know a name or a loan again."""
    return "~" + sound[:5]
