"""Word by word: what is glossed, what stays, and which words belong together."""

from __future__ import annotations

from functools import cache

import pytest

from reader import terms, text
from reader.model import Link
from reader.terms.parts import by_parts
from tests.unit.terms.samples import glossary


@pytest.mark.parametrize(
    ("source", "written", "known"),
    [
        ("– Sunn fornuft!", "– Common sense!", 1.0),
        ("«Gråtende», sa Ola Nordmann i 2024.", "«⟨Gråtende⟩», ⟨sa⟩ Ola Nordmann ⟨i⟩ 2024.", 0.5),
        ("bøkene og fornuften", "the books ⟨og⟩ the reason", 2 / 3),
        ("Tok han seg tid?", "Took ⟨han⟩ the time?", 0.75),
        ("kampanjeslagord", "campaign slogan", 1.0),
        ("CIA-direktøren", "CIA director", 1.0),
        ("den respektive boka", "⟨den⟩ respective book", 2 / 3),
        ("  hus\n\n", "  house\n\n", 1.0),
        ("", "", 1.0),
        ("… 17 %", "… 17 %", 1.0),
    ],
)
def test_glossed(source: str, written: str, known: float) -> None:
    found = terms.glossed(source, glossary())
    assert found.text == written
    assert found.known == pytest.approx(known)


def test_links_go_from_word_to_gloss() -> None:
    source = "Mannen tok seg tid til bøkene."
    found = terms.glossed(source, glossary())
    assert found.text == "The man took the time ⟨til⟩ the books."
    one = [word.text for word in text.words(source)]
    other = [word.text for word in text.words(found.text)]
    pairs = {(one[link.source], other[link.target]) for link in found.links}
    assert {("Mannen", "man"), ("tok", "took"), ("tok", "time"), ("bøkene", "books"), ("til", "til")} <= pairs
    assert all(isinstance(link, Link) for link in found.links)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("kampanjeslagord", ("campaign", "slogan")),
        ("bokkampanjene", ("book", "campaign")),
        ("fredsforhandling", ()),
        ("bok", ()),
    ],
)
def test_by_parts(word: str, parts: tuple[str, ...]) -> None:
    assert by_parts(word, glossary()) == parts


@pytest.mark.parametrize(
    ("norwegian", "english"),
    [
        ("Han gikk uten å si noe.", "without saying anything"),
        ("Han er flink til å synge.", "good at singing"),
        ("Hun er redd for å falle.", "afraid of falling"),
        ("Hun drømmer om å bli lege.", "dreams about becoming"),
        ("Etter å ha spist gikk de.", "After having eaten"),
        ("De kom for å hjelpe.", "came to help"),
        ("Deigen må få god tid til å heve.", "plenty of time to raise"),
        ("Jeg prøver å ikke le.", "try to not laugh"),
        ("Målet er å vinne.", "is to win"),
    ],
)
def test_an_infinitive_after_a_preposition(norwegian: str, english: str) -> None:
    assert english in terms.glossed(norwegian, shipped()).text


@cache
def shipped() -> terms.Glossary:
    return terms.load([terms.shipped()])
