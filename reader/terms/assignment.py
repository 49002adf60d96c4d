"""Which English words belong to which term, decided for all terms of a sentence together.

Each English word is given once. Terms with more content words choose first; among occurrences, word links decide, then
the place in the sentence, counted from the terms that have only one place to be.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from reader.model import Entry, State, TermMatch
from reader.terms.renderings import Occurrence, occurrences
from reader.terms.target import Target

CLOSED: Final = frozenset({"adp", "det", "pron", "aux", "part", "cconj", "sconj", "num", "intj", "adv", ""})
"""Word classes whose entries may be rendered by a function word alone; abbreviations may too ("nr.": no.)."""
FAR: Final = 0.16
"""Share of the sentence beyond which a function word is another one."""
VERBAL: Final = 0.2
"""What a verb's form costs as the rendering of a noun; "released" may well render løslatelse."""
FAR_VARIANT: Final = 0.4
"""… and a rendering that is not the preferred one."""
LINKED, UNLINKED, RANK = -0.6, 0.35, 0.015
"""What speaks for or against an occurrence: word links, a later rendering."""


class Candidate(NamedTuple):
    """One way to place a term in the English."""

    term: int
    """Number of the match."""
    entry: Entry
    rank: int
    """Which rendering; -1 for a forbidden one."""
    found: Occurrence
    place: float
    """Its middle, 0–1."""
    links: float
    """What the word links say: LINKED, UNLINKED or 0."""

    @property
    def state(self) -> State:
        """What became of the term."""
        return State.FORBIDDEN if self.rank < 0 else State.VARIANT if self.rank else State.KEPT


def assigned(
    terms: Sequence[TermMatch], source_length: int, target: Target, links: Mapping[int, frozenset[int]]
) -> dict[int, Candidate]:
    """Match number → where it is rendered.

    `links`: match number → English words (counted in `text.words`) that its own words are linked to.
    """
    options = [list(_candidates(number, term, target, links.get(number))) for number, term in enumerate(terms)]
    places = [
        sum(span.start + span.end for span in term.source) / (2 * len(term.source) * max(1, source_length))
        for term in terms
    ]
    anchors = sorted(
        (places[number], own[0].place) for number, own in enumerate(options) if len(own) == 1 and own[0].found.content
    )
    scored = sorted(
        (_score(candidate, places[candidate.term], anchors), candidate.term, order)
        for own in options
        for order, candidate in enumerate(own)
    )
    chosen: dict[int, Candidate] = {}
    taken: set[int] = set()
    for score, number, order in scored:
        candidate = options[number][order]
        if number in chosen or not taken.isdisjoint(candidate.found.places) or score[1] == _NEVER:
            continue
        chosen[number] = candidate
        taken.update(candidate.found.places)
    return _in_order(terms, chosen)


def _candidates(number: int, term: TermMatch, target: Target, linked: frozenset[int] | None) -> Iterator[Candidate]:
    for entry in (term.entry, *term.alternatives):
        for rank, rendering in _ranked(entry):
            for found in occurrences(rendering, target):
                if entry.pos == "noun" and _is_verbal(rendering, found, target):
                    found = found._replace(cost=found.cost + VERBAL)
                closed = entry.pos in CLOSED or entry.lemma.endswith(".")
                if not found.content and not closed and len(found.places) < 2:
                    continue
                words = {target.words[place].number for place in found.places}
                share = 0.0 if linked is None else LINKED if words & linked else UNLINKED
                middle = (found.places[0] + found.places[-1] + 1) / (2 * len(target.words))
                yield Candidate(number, entry, rank, found, middle, share)


def _is_verbal(rendering: str, found: Occurrence, target: Target) -> bool:
    """Whether a noun's rendering was found in a verb's form: for bok "booking" is worse than any "book"."""
    forms = (target.words[place].text for place in found.places)
    return any(form.endswith(("ing", "ed")) and form not in rendering.lower() for form in forms)


def _ranked(entry: Entry) -> Iterator[tuple[int, str]]:
    yield from enumerate(entry.renderings or (entry.lemma,))
    yield from ((-1, rendering) for rendering in entry.forbidden)


_NEVER = 99.0


def _score(candidate: Candidate, place: float, anchors: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """(negative evidence, cost): smaller is better, evidence first."""
    found = candidate.found
    distance = abs(candidate.place - _expected(place, anchors))
    cost = distance + found.cost + candidate.links + RANK * max(candidate.rank, 0) + (0.5 if candidate.rank < 0 else 0)
    if not found.content:
        if distance > FAR and candidate.links >= 0:
            return (0, _NEVER)
        return (-0.5 * len(found.places), cost)
    if candidate.rank and distance > FAR_VARIANT and candidate.links >= 0 and found.content < 2:
        return (0, _NEVER)
    return (-min(found.content, 3) - 0.2 * (len(found.places) - found.content), cost)


def _expected(place: float, anchors: Sequence[tuple[float, float]]) -> float:
    """Where in the English a place of the Norwegian should be, between the nearest terms that are sure."""
    at = bisect_right(anchors, (place, 2.0))
    low = anchors[at - 1] if at else (0.0, 0.0)
    high = anchors[at] if at < len(anchors) else (1.0, 1.0)
    if high[0] <= low[0] or high[1] < low[1]:
        return place
    return low[1] + (place - low[0]) * (high[1] - low[1]) / (high[0] - low[0])


def _in_order(terms: Sequence[TermMatch], chosen: dict[int, Candidate]) -> dict[int, Candidate]:
    """Two occurrences of one term take their English in the order of the text."""
    groups: dict[tuple[str, str], list[int]] = {}
    for number in sorted(chosen):
        entry = terms[number].entry
        if not chosen[number].links < 0:
            groups.setdefault((entry.lemma, entry.pos), []).append(number)
    for numbers in groups.values():
        if len(numbers) > 1:
            ordered = sorted((chosen[number] for number in numbers), key=lambda candidate: candidate.place)
            for number, candidate in zip(numbers, ordered, strict=True):
                chosen[number] = candidate._replace(term=number)
    return chosen
