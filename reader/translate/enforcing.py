"""The machine's English brought to the glossary's preferred renderings (`--enforce`).

Three ways, the one that disturbs the sentence least first: another hypothesis of the same beam that has the term; the
sentence cut before the term's English, the rendering put there and the model asked to go on; the words that render the
term replaced. What none of them can do without harm is left, and the reader is shown the gloss beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from reader import terms
from reader.model import Finding, Kind, Origin, Span, Unit
from reader.terms import applying
from reader.text.faults import faults
from reader.translate.argos import Remembering, owned
from reader.translate.hypotheses import Beginning
from reader.translate.plain import plain
from reader.translate.protocol import Draft, Segment
from reader.translate.weighing import Work, alike, harmless, name

ENFORCE = "2"
"""Raised when the same draft and terms would be brought to other English."""
COUNT = 8
"""Hypotheses looked through: those further down differ in commas and articles rather than in words."""
MARGIN = 0.8
"""A hypothesis may be this share as likely per piece as the best: in a sentence of 20 pieces one word may then be 87
times less likely than the model's own, which another sense of a word seldom is among 8 hypotheses. By reasoning, not by
measurement: `tests/benchmarks/enforce.py --margins` prints what others give."""
GOING_ON = 0.7
"""What the model says after the rendering may be this share as likely per piece as the whole was. Wider than MARGIN:
what follows had been searched for with another word before it. A model that is lost falls to half and lower."""
ROUNDS = 6
"""Terms of one sentence that the model is asked to go on from."""


class Engine(Protocol):
    """What this asks of an engine, besides being a source that has something for every segment."""

    @property
    def maker(self) -> str:
        """What decides its English: package, options, version."""

    def translate(self, segments: Sequence[Segment]) -> Sequence[Draft]: ...

    def hypotheses(self, texts: Sequence[str], count: int) -> Sequence[Sequence[Draft]]:
        """The best drafts of each plain text, the best first."""

    def continued(self, beginnings: Sequence[Beginning]) -> Sequence[Draft | None]:
        """The drafts that begin as they are told to; None where that is impossible."""


class Enforced:
    """An engine whose English is brought to the renderings of a glossary.

    `cache` remembers the result by draft and terms: adding an entry costs work only where its term occurs.
    """

    def __init__(
        self, engine: Engine, glossary: terms.Glossary, cache: Remembering | None = None, language: str = "nb"
    ) -> None:
        self._engine, self._glossary, self._cache, self._language = engine, glossary, cache, language

    def translate(self, segments: Sequence[Segment]) -> list[Draft]:
        keys = [plain(segment.text) for segment in segments]
        drafts = self._engine.translate(
            [replace(segment, text=key) for segment, key in zip(segments, keys, strict=True)]
        )
        known = dict(zip(keys, drafts, strict=True))
        begun = [self._work(key, draft) for key, draft in known.items() if _is_machine(draft)]
        open_ = [work for work in begun if work.wanted]
        known |= self._brought(open_)
        return [owned(known[key], segment.text, key) for key, segment in zip(keys, segments, strict=True)]

    def _work(self, key: str, draft: Draft) -> Work:
        unit = Unit(key, Span(0, len(key)), Kind.BODY, 0, 0, draft.target, Origin.ENGINE, links=draft.links)
        return Work(key, draft, terms.annotated(unit, self._glossary, self._language))

    def _brought(self, begun: Sequence[Work]) -> dict[str, Draft]:
        maker = f"{self._engine.maker} enforce {ENFORCE}" if self._cache else ""
        names = {name(work): work for work in begun}
        known = self._cache.get(maker, list(names)) if self._cache and names else {}
        fresh = {name: work for name, work in names.items() if name not in known}
        made = dict(zip(fresh, self._enforced(list(fresh.values())), strict=True))
        if self._cache and made:
            self._cache.put(maker, made)
        known |= made
        return {
            work.text: replace(known[name], provenance=work.draft.provenance) for name, work in names.items()
        }

    def _enforced(self, begun: Sequence[Work]) -> list[Draft]:
        if not begun:
            return []
        works = self._chosen(begun)
        works = self._continued(works)
        works = [self._replaced(work) for work in works]
        return [_finished(first, last) for first, last in zip(begun, works, strict=True)]

    def _chosen(self, works: Sequence[Work]) -> list[Work]:
        """The hypothesis that keeps most terms."""
        found = self._engine.hypotheses([work.text for work in works], COUNT)
        chosen = list[Work]()
        for work, drafts in zip(works, found, strict=True):
            least = MARGIN * max([work.draft.score, *(draft.score for draft in drafts)])
            others = (self._work(work.text, draft) for draft in drafts if draft.score >= least)
            better = [other for other in others if other.kept > work.kept and harmless(work, other)]
            chosen.append(max(better, key=lambda one: (len(one.kept), one.draft.score), default=work))
        return chosen

    def _continued(self, works: Sequence[Work]) -> list[Work]:
        """The model goes on from the rendering; the terms from left to right, for what is said anew comes after."""
        works, tried = list(works), [set[int]() for _ in works]
        for _ in range(ROUNDS):
            asked = [
                (place, number, edit, Beginning(work.text, work.unit.target[: edit.span.start] + edit.text))
                for place, work in enumerate(works)
                if (step := _next(work, tried[place])) is not None
                for number, edit in (step,)
            ]
            if not asked:
                break
            answers = self._engine.continued([beginning for *_, beginning in asked])
            for (place, number, edit, _), draft in zip(asked, answers, strict=True):
                work = works[place]
                tried[place].add(number)
                if draft is None or draft.score < GOING_ON * work.draft.score or not alike(work, draft, edit):
                    continue
                other = self._work(work.text, replace(draft, score=min(draft.score, work.draft.score)))
                if other.kept >= work.kept | {number} and harmless(work, other):
                    works[place] = other
        return works

    def _replaced(self, work: Work) -> Work:
        """The words that render a term replaced, where links tell for sure which they are."""
        for number, _ in work.wanted:
            done = applying.applied(work.unit, work.unit.terms[number])
            if done is None:
                continue
            other = self._work(work.text, replace(work.draft, target=done.target, links=done.links))
            if other.kept >= work.kept | {number} and harmless(work, other):
                work = other
        return work


def _is_machine(draft: Draft) -> bool:
    return draft.origin is Origin.ENGINE and bool(draft.target.strip())


def _next(work: Work, tried: set[int]) -> tuple[int, applying.Edit] | None:
    """The leftmost term in the English that was not tried yet, and how the English begins with it."""
    steps = [
        (number, edit)
        for number, term in work.wanted
        if number not in tried and (edit := applying.edited(work.unit, term, cut=True)) is not None
    ]
    return min(steps, key=lambda step: step[1].span.start, default=None)


def _finished(first: Work, last: Work) -> Draft:
    gained = sorted(last.kept - first.kept)
    if not gained:
        return first.draft
    return replace(
        last.draft,
        origin=Origin.ENGINE,
        findings=tuple(Finding(fault.code, fault.message) for fault in faults(last.text, last.unit.target)),
        applied=tuple(dict.fromkeys(last.unit.terms[number].entry.lemma for number in gained)),
    )


__all__ = ["COUNT", "ENFORCE", "Enforced", "Engine", "GOING_ON", "MARGIN", "ROUNDS"]
