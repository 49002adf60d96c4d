"""The engine: an Argos package, asked for a window of the document at a time.

What the cache knows is answered without loading anything. The rest goes through the model in one batch; what comes
back broken is asked for again in other ways, the best is kept, and what is still wrong is said, not hidden.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from reader import text
from reader.model import Finding, Origin
from reader.translate.hypotheses import Beginning, continued, several
from reader.translate.model import Decoding, Model
from reader.translate.package import Package
from reader.translate.plain import plain
from reader.translate.protocol import Draft, Segment
from reader.translate.rendering import Attempt, Version, versions

ENGINE = "1"
"""Raised when the same package and options would give other English: what was remembered is then asked for anew."""


class Remembering(Protocol):
    """A cache of the engine's own work."""

    def get(self, maker: str, keys: Sequence[str]) -> dict[str, Draft]:
        """What is known, by key."""

    def put(self, maker: str, drafts: dict[str, Draft]) -> None:
        """Kept for the next time; never raises."""


class Argos:
    """A source of English that has something for every segment. Nothing is loaded before it is asked.

    Raises PackageError from `translate` when the package's tokenizer or model cannot be read.
    """

    def __init__(self, package: Package, decoding: Decoding | None = None, cache: Remembering | None = None) -> None:
        self._package, self._decoding, self._cache = package, decoding or Decoding(), cache
        self._model = Model(package, self._decoding)

    def translate(self, segments: Sequence[Segment]) -> list[Draft]:
        keys = [plain(segment.text) for segment in segments]
        maker = self.maker if self._cache else ""
        known = self._cache.get(maker, list(dict.fromkeys(keys))) if self._cache else {}
        unknown = [key for key in dict.fromkeys(keys) if key not in known]
        if unknown:
            made = dict(zip(unknown, map(_draft, self._best(unknown)), strict=True))
            if self._cache:
                self._cache.put(maker, made)
            known |= made
        named = {key: replace(draft, provenance=self._package.name) for key, draft in known.items()}
        return [owned(named[key], segment.text, key) for key, segment in zip(keys, segments, strict=True)]

    @property
    def maker(self) -> str:
        """What decides its English: package, options, version."""
        return f"{self._package.fingerprint} {self._decoding.key} {ENGINE}"

    def hypotheses(self, texts: Sequence[str], count: int) -> list[list[Draft]]:
        """The best drafts of each plain text, the best first; nothing is remembered."""
        attempt = Attempt(replace(self._decoding, beam=max(count, self._decoding.beam)))
        found = several(texts, self._model, attempt, _is_word, count)
        return [[_draft(version) for version in versions] for versions in found]

    def continued(self, beginnings: Sequence[Beginning]) -> list[Draft | None]:
        """The drafts that begin as they are told to; their score is that of what comes after. None: impossible."""
        attempt = Attempt(replace(self._decoding, beam=max(4, self._decoding.beam)))
        found = continued(beginnings, self._model, attempt, _is_word)
        return [None if version is None else _draft(version) for version in found]

    def _best(self, texts: Sequence[str]) -> list[Version]:
        """The first attempt for all, then the others for those that came back broken."""
        first, *others = attempts(self._decoding)
        best = versions(texts, self._model, first, _is_word)
        for attempt in others:
            broken = [place for place, version in enumerate(best) if attempt.helps(version)]
            again = versions([texts[place] for place in broken], self._model, attempt, _is_word)
            for place, version in zip(broken, again, strict=True):
                best[place] = min(best[place], version, key=lambda version: version.badness)
        return best


def owned(draft: Draft, segment: str, key: str) -> Draft:
    """The draft of a plain text as that of a segment."""
    # Links count the words of the plain text; the segment's own are others where a line end cut one in two.
    same = segment == key or not draft.links or len(text.words(segment)) == len(text.words(key))
    return draft if same else replace(draft, links=())


def _draft(version: Version) -> Draft:
    found = tuple(Finding(fault.code, fault.message) for fault in version.faults)
    return Draft(version.target, Origin.ENGINE, score=version.score, links=version.links, findings=found)


def attempts(decoding: Decoding) -> tuple[Attempt, ...]:
    """Ways of asking, the first for everything, the others in this order for the faults they have a chance against."""
    wider = replace(decoding, beam=max(5, decoding.beam + 1))
    # Punishing repetition also punishes a second "the": only for what repeats itself.
    strict = replace(wider, repetition_penalty=1.2, no_repeat=3)
    return (
        Attempt(decoding),
        Attempt(strict, against=frozenset({"C01", "C04"})),
        Attempt(wider, around=True, against=frozenset({"C02", "C03", "C04", "C05", "C06", "C07", "C08"})),
        Attempt(wider, stopped=True, around=True, against=frozenset({"C01", "C04", "C05", "C07"})),
        Attempt(wider, clauses=24, around=True, against=frozenset({"C02", "C03", "C04", "C07"})),
        Attempt(strict, clauses=12, stopped=True, around=True, against=frozenset({"C01", "C07"})),
    )


def _is_word(word: str) -> bool:
    """Whether the dictionary has it; asked only for headlines in capitals."""
    from reader.text.lexicon import entries

    return bool(entries(word))


__all__ = ["Argos", "Decoding", "Remembering", "attempts", "owned"]
