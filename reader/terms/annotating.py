"""The terms of a unit in both languages: what each became in the English."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from reader import text
from reader.model import Origin, State, TermMatch, Unit
from reader.terms.assignment import Candidate, assigned
from reader.terms.glossary import Glossary
from reader.terms.matching import match
from reader.terms.target import Target

SETTLED = 0.9
"""Confidence when the English tells which of several entries is meant."""


def annotated(unit: Unit, glossary: Glossary, language: str = "nb") -> Unit:
    """The unit with its terms: spans in both languages, and a state for each.

    A term that is MISSED has target spans only where word links give every one of its words a partner.
    """
    found = match(unit.source, glossary, language)
    if not unit.target.strip():
        return replace(unit, terms=found)
    target = Target(unit.target)
    linked = _linked(unit, found)
    chosen = assigned(found, len(unit.source), target, linked)
    done = (
        _rendered(term, chosen[number], target) if number in chosen else _missed(term, linked.get(number), target)
        for number, term in enumerate(found)
    )
    return replace(unit, terms=tuple(_applied(term, unit) for term in done))


def _applied(term: TermMatch, unit: Unit) -> TermMatch:
    """Said so where the machine's English was brought to it and nobody has changed it since."""
    if term.state is State.KEPT and term.entry.lemma in unit.applied and unit.origin is Origin.ENGINE:
        return replace(term, state=State.APPLIED)
    return term


def _linked(unit: Unit, terms: Sequence[TermMatch]) -> dict[int, frozenset[int]]:
    """Match number → English words that its own are linked to; only of matches whose every word has a link."""
    if not unit.links:
        return {}
    partners: dict[int, set[int]] = {}
    for link in unit.links:
        partners.setdefault(link.source, set()).add(link.target)
    words = text.words(unit.source)
    starts = [word.start for word in words]
    found: dict[int, frozenset[int]] = {}
    for number, term in enumerate(terms):
        own = [
            place
            for start, end in term.source
            for place in range(bisect_left(starts, start), bisect_left(starts, end))
            if words[place].end <= end
        ]
        meant = [partners.get(place) for place in own]
        if meant and all(meant):
            found[number] = frozenset(target for targets in meant if targets for target in targets)
    return found


def _rendered(term: TermMatch, candidate: Candidate, target: Target) -> TermMatch:
    spans = target.spans(candidate.found.places)
    if candidate.entry is term.entry:
        return replace(term, target=spans, state=candidate.state)
    others = (term.entry, *(entry for entry in term.alternatives if entry is not candidate.entry))
    confidence = max(term.confidence, SETTLED)
    return replace(
        term, entry=candidate.entry, target=spans, state=candidate.state, confidence=confidence, alternatives=others
    )


def _missed(term: TermMatch, linked: frozenset[int] | None, target: Target) -> TermMatch:
    if not linked or not term.entry.highlight:
        return term
    places = tuple(place for place, word in enumerate(target.words) if word.number in linked)
    close = places and places[-1] - places[0] < len(places) + 3
    return replace(term, target=target.spans(places), state=State.MISSED) if close else term
