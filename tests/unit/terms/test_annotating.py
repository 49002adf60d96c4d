"""Where a term is rendered in the English, and what became of it."""

from __future__ import annotations

import pytest

from reader import terms
from reader.model import Kind, Link, Origin, Span, State, Unit
from tests.unit.terms.samples import glossary

KEPT, VARIANT, MISSED, FORBIDDEN = State.KEPT, State.VARIANT, State.MISSED, State.FORBIDDEN


def unit(source: str, target: str, links: str = "") -> Unit:
    pairs = (pair.split("-") for pair in links.split())
    return Unit(
        source, Span(0, len(source)), Kind.BODY, 0, 0, target, Origin.MEMORY,
        links=tuple(Link(int(one), int(other)) for one, other in pairs),
    )  # fmt: skip


def states(source: str, target: str, links: str = "") -> list[tuple[str, str, State]]:
    """(lemma, English surface, state) of the highlighted terms."""
    done = terms.annotated(unit(source, target, links), glossary())
    return [
        (match.entry.lemma, " … ".join(span.of(target) for span in match.target), match.state)
        for match in done.terms
        if match.entry.highlight
    ]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Sunn fornuft.", "Common sense.", [("sunn fornuft", "Common sense", KEPT)]),
        ("Sunn fornuft.", "Good sense.", [("sunn fornuft", "Good sense", VARIANT)]),
        ("Sunn fornuft.", "Wisdom.", [("sunn fornuft", "", MISSED)]),
        ("Sunn fornuft.", "", [("sunn fornuft", "", MISSED)]),
        ("Han skrøt også av bilen.", "He also bragged about the car.", [("skryte av", "bragged about", VARIANT)]),
        ("Han skrøt av bilen.", "He boasted loudly about the car.", [("skryte av", "boasted … about", KEPT)]),
        ("De ble enige om det.", "They agreed on it.", [("bli enig om", "agreed on", KEPT)]),
        ("Møtet fant sted.", "The meeting has taken place.", [("finne sted", "taken place", KEPT)]),
        ("Han tok seg tid.", "He took the time.", [("ta seg tid", "took the time", KEPT)]),
        ("Hun tok seg tid.", "She found the time.", [("ta seg tid", "found the time", VARIANT)]),
        ("Hun tar med seg boka.", "She takes the book along.", [("ta … med seg", "takes … along", KEPT), ("bok", "book", KEPT)]),
        ("Vi gjorde vårt beste.", "We did our best.", [("gjøre sitt beste", "did our best", KEPT)]),
        ("De trives her.", "They enjoy themselves here.", [("trives", "enjoy themselves", VARIANT)]),
        ("Både far og mor.", "Both father and mother.", [("både … og", "Both … and", KEPT)]),
        ("Hun var klar over det.", "She wasn’t aware of it.", [("være klar over", "aware of", KEPT)]),
        ("Det hvite hus tier.", "The White House is silent.", [("Det hvite hus", "The White House", KEPT)]),
        ("Løslatelsene.", "The releases.", [("løslatelse", "releases", KEPT)]),
        ("En god bok.", "A good booking of a book.", [("bok", "book", KEPT)]),
        ("Etter løslatelsen.", "After being released.", [("løslatelse", "released", KEPT)]),
        ("Han leser VG.", "He reads VG.", [("VG", "VG", KEPT)]),
        ("En fabrikk.", "A fabric.", [("fabrikk", "fabric", FORBIDDEN)]),
        ("En fabrikk av stoff.", "A factory of fabric.", [("fabrikk", "factory", KEPT)]),
        ("Boka.", "Of the.", [("bok", "", MISSED)]),
        ("Fredsforhandlingene.", "The peace talks.", [("forhandling", "talks", VARIANT)]),
        # the nearest one, each English word once, in the order of the text
        ("Boka om en bok om boka.", "The book about a book about the book.", [("bok", "book", KEPT)] * 3),
        ("Ei bok og ei bok.", "A book.", [("bok", "book", KEPT), ("bok", "", MISSED)]),
    ],
)  # fmt: skip
def test_states(source: str, target: str, expected: list[tuple[str, str, State]]) -> None:
    assert states(source, target) == expected


def test_each_english_word_is_given_once_and_in_order() -> None:
    source, target = "Boka om en bok om boka.", "The book about a book about the book."
    done = terms.annotated(unit(source, target), glossary())
    starts = [match.target[0].start for match in done.terms if match.entry.lemma == "bok"]
    assert starts == sorted(set(starts)) == [4, 17, 32]


def test_links_decide_between_two_places() -> None:
    source, target = "Han så boka på bordet.", "The book lay by a book."
    assert terms.annotated(unit(source, target, "2-5"), glossary()).terms[-1].target == (Span(18, 22),)
    assert terms.annotated(unit(source, target, "2-1"), glossary()).terms[-1].target == (Span(4, 8),)


def test_a_missed_term_is_shown_where_links_give_every_word_a_partner() -> None:
    assert states("Sunn fornuft vant.", "Plain wisdom won.", "0-0 1-1 2-2") == [
        ("sunn fornuft", "Plain wisdom", MISSED)
    ]
    assert states("Sunn fornuft vant.", "Plain wisdom won.", "1-1 2-2") == [("sunn fornuft", "", MISSED)]


def test_the_english_tells_which_entry_is_meant() -> None:
    done = terms.annotated(unit("De brukte gift.", "They used poison."), glossary())
    (match,) = [match for match in done.terms if match.entry.lemma == "gift"]
    assert (match.entry.pos, match.state) == ("noun", KEPT)
    assert match.confidence >= terms.WEAK


def test_everything_else_of_the_unit_stays() -> None:
    before = unit("Sunn fornuft.", "Common sense.", "0-0")
    after = terms.annotated(before, glossary())
    assert (after.source, after.target, after.links, after.origin) == (
        before.source,
        before.target,
        before.links,
        before.origin,
    )
    assert terms.annotated(after, glossary()) == after
