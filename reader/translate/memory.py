"""English that people wrote before: the translation memory.

A whole paragraph is looked for first, then the longest run of its sentences, then each sentence alone; exactly, then
by likeness. Keys are NFC with white space folded, so a hard-wrapped or decomposed text finds its English too.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from reader import text
from reader.model import Origin, Span
from reader.text.differing import differences
from reader.translate.protocol import COVERED, Draft, Segment

LEAST_LIKENESS = 0.75
"""Below this a fuzzy match costs a reader more than it helps (the usual threshold of translation tools is 70–75 %)."""
_LONGEST_RUN = 24


@dataclass(frozen=True, slots=True)
class Remembered:
    """One pair of a memory, ready to be looked up."""

    source: str
    target: str
    origin: Origin
    name: str


class Memory:
    """A source of English; later pairs and corrections by the reader win over earlier ones.

    Without `fuzzy` it has only what was written for the very same words.
    """

    def __init__(self, pairs: Iterable[Remembered], *, fuzzy: bool = True) -> None:
        self._fuzzy_too = fuzzy
        self._exact: dict[str, Remembered] = {}
        for pair in pairs:
            key = folded(pair.source)
            held = self._exact.get(key)
            if key and not (held and held.origin is Origin.HUMAN and pair.origin is not Origin.HUMAN):
                self._exact[key] = pair
        self._by_length = sorted(self._exact, key=len)
        self._lengths = [len(key) for key in self._by_length]

    def __len__(self) -> int:
        return len(self._exact)

    def translate(self, segments: Sequence[Segment]) -> list[Draft | None]:
        found: list[Draft | None] = []
        for _, group in groupby(segments, key=lambda segment: segment.paragraph):
            found.extend(self._paragraph([folded(segment.text) for segment in group]))
        return found

    def _paragraph(self, keys: Sequence[str]) -> list[Draft | None]:
        found: list[Draft | None] = []
        while len(found) < len(keys):
            found.extend(self._longest_run(keys, len(found)) or [self._fuzzy(keys[len(found)])])
        return found

    def _longest_run(self, keys: Sequence[str], start: int) -> list[Draft | None]:
        for end in range(min(len(keys), start + _LONGEST_RUN), start, -1):
            pair = self._exact.get(" ".join(keys[start:end]))
            if pair is not None and (pair.origin is Origin.HUMAN or not any(map(self._corrected, keys[start:end]))):
                return _shared_out(pair, end - start)
        return []

    def _corrected(self, key: str) -> bool:
        """Whether the reader corrected a sentence: then no run that holds it says it otherwise."""
        pair = self._exact.get(key)
        return pair is not None and pair.origin is Origin.HUMAN

    def _fuzzy(self, key: str) -> Draft | None:
        if not self._fuzzy_too or len(key) < 8:  # "Ja." is like "Jo." and means the opposite
            return None
        from rapidfuzz import process  # 20 ms: only a text that the memory does not know exactly pays it
        from rapidfuzz.distance import Levenshtein

        low = bisect_left(self._lengths, int(len(key) * LEAST_LIKENESS))
        high = bisect_right(self._lengths, int(len(key) / LEAST_LIKENESS) + 1)
        best = process.extractOne(
            key, self._by_length[low:high], scorer=Levenshtein.normalized_similarity, score_cutoff=LEAST_LIKENESS
        )
        if best is None:
            return None
        pair = self._exact[best[0]]
        # Whoever wrote it, they wrote it for another sentence. One that differs only in case is not exact either.
        score = min(best[1], 0.99)
        return Draft(pair.target, Origin.MEMORY, score=score, provenance=pair.name, memory_source=pair.source)


def _shared_out(pair: Remembered, count: int) -> list[Draft | None]:
    """The target of a run: sentence by sentence when they are as many, otherwise undivided."""
    if count == 1:
        return [_draft(pair, pair.target)]
    target = pair.target.strip()
    cuts = text.sentences(target, Span(0, len(target)), "en")
    if len(cuts) == count:
        return [_draft(pair, cut.of(target).strip()) for cut in cuts]
    return [replace(_draft(pair, target), covers=count), *[COVERED] * (count - 1)]


def _draft(pair: Remembered, target: str) -> Draft:
    return Draft(target, pair.origin, provenance=pair.name)


def folded(segment: str) -> str:
    """The key of a segment: NFC, runs of white space as one space, without soft hyphens and byte order marks."""
    plain = unicodedata.normalize("NFC", segment).replace("\u00ad", "").replace("\ufeff", "")
    return " ".join(plain.split())


__all__ = ["LEAST_LIKENESS", "Memory", "Remembered", "differences", "folded"]
