"""Invariants of links and beads."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader import align
from reader.model import Entry, Kind, Link, Span, Unit
from reader.terms import Glossary
from reader.text import words

GLOSSARY = Glossary.of(
    (
        Entry("hus", ("house", "home"), "noun"),
        Entry("ta seg tid", ("take the time",), "verb"),
        Entry("gå", ("go", "walk"), "verb"),
        Entry("på grunn av", ("because of",), "adp"),
    )
)
SOME = [
    "huset", "Oslo", "gikk", "på", "grunn", "av", "det", "å", "3,5", "1 250", "tok", "seg", "tid", "USA-turen",
    "–", "ø̈",
]  # fmt: skip
OTHER = [
    "house", "the", "Oslo", "went", "because", "of", "to", "3.5", "1,250", "took", "time", "don’t", "US",
    "’s", "one-to-one",
]  # fmt: skip
source = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(SOME), max_size=14).map(" ".join))
target = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(OTHER), max_size=14).map(" ".join))
link = st.builds(Link, st.integers(0, 12), st.integers(0, 12))


def unit(source: str, target: str) -> Unit:
    return Unit(source, Span(0, len(source)), Kind.BODY, 0, 0, target)


@settings(deadline=None)
@given(source, target)
def test_links_are_sorted_unique_and_in_range(source: str, target: str) -> None:
    found = align.links(unit(source, target), GLOSSARY)
    assert list(found) == sorted(set(found))
    assert all(0 <= i < len(words(source)) and 0 <= j < len(words(target)) for i, j in found)
    assert found == align.links(unit(source, target), GLOSSARY)


@settings(deadline=None)
@given(st.lists(source, max_size=7), st.lists(target, max_size=7))
def test_every_sentence_is_in_one_bead(sources: list[str], targets: list[str]) -> None:
    found = align.beads(sources, targets, GLOSSARY)
    assert [i for bead in found for i in bead.source] == list(range(len(sources)))
    assert [j for bead in found for j in bead.target] == list(range(len(targets)))


@given(st.lists(link, max_size=12), st.lists(link, max_size=12))
def test_merging_invents_nothing(attention: list[Link], evidence: list[Link]) -> None:
    found = align.merged(attention, evidence)
    assert list(found) == sorted(set(found))
    assert set(evidence) <= set(found) <= {*attention, *evidence}
