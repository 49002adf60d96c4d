"""What is weighed before the machine's English is changed: the terms it keeps, what is wrong with it, what is lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader import text
from reader.model import Link, State, TermMatch, Unit
from reader.terms import applying
from reader.text.faults import faults
from reader.translate.protocol import Draft


@dataclass(frozen=True, slots=True)
class Work:
    """A segment on its way."""

    text: str
    draft: Draft
    unit: Unit
    """The draft with its terms found."""

    @property
    def kept(self) -> frozenset[int]:
        """Numbers of the terms that have their preferred rendering."""
        return frozenset(n for n, term in enumerate(self.unit.terms) if term.state is State.KEPT)

    @property
    def wanted(self) -> list[tuple[int, TermMatch]]:
        """The terms that should have it and don't, with their numbers."""
        missing = applying.wanted(self.unit.terms)
        return [(n, term) for n, term in enumerate(self.unit.terms) if any(term is one for one in missing)]


def harmless(work: Work, other: Work) -> bool:
    """No fault that was not there before."""
    before, after = (
        {fault.code: fault.weight for fault in faults(work.text, one.unit.target)} for one in (work, other)
    )
    return all(weight <= before.get(code, 0.0) for code, weight in after.items())


def alike(work: Work, draft: Draft, edit: applying.Edit) -> bool:
    """Nothing left out or said twice: about as many words, about as many of them linked, and the old words gone."""
    before, after = ([text.folded(word.text) for word in text.words(one.target)] for one in (work.draft, draft))
    said = (edit.span.of(work.draft.target), edit.text)
    old, new = ([text.folded(word.text) for word in text.words(one)] for one in said)
    rest = len(before) - len(old)
    if abs(len(after) - len(new) - rest) > 1 + rest // 4:
        return False
    for was, now in ((work.draft.links, draft.links), (_turned(work.draft.links), _turned(draft.links))):
        if len({link.source for link in now}) < 0.8 * len({link.source for link in was}):
            return False
    return not any(after.count(word) >= before.count(word) for word in {*old} - {*new} if len(word) > 3)


def _turned(links: Sequence[Link]) -> list[Link]:
    return [Link(link.target, link.source) for link in links]


def name(work: Work) -> str:
    """What the cache knows it by: the draft, and the terms that decide what becomes of it."""
    # Where an entry stands in its file does not matter.
    found: Iterator[object] = (
        (replace(term.entry, place=""), term.source, term.state, term.confidence, len(term.alternatives))
        for term in work.unit.terms
    )
    return f"{work.text}\n{work.draft.target}\n{work.draft.links}\n{list(found)!r}"


__all__ = ["Work", "alike", "harmless", "name"]
