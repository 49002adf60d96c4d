"""Compounds and their members, and words that must stay whole."""

from __future__ import annotations

import unicodedata

import pytest

from reader.text import compound

MEMBERS = """
kampanjeslagord kampanje+slagord
fredsforhandlingene fred+forhandling
forhandlingsdelegasjon forhandling+delegasjon
spesialutsending spesial+utsending
utenriksminister utenriks+minister
sikkerhetsrådgiver sikkerhet+rådgiver
vannkraftverk vann+kraftverk
barneskolene barn+skole
rettssikkerhet rett+sikkerhet
sjokoladekake sjokolade+kake
eldreomsorg eldre+omsorg
visesentralbanksjef vise+sentralbank+sjef
"""


@pytest.mark.parametrize("pair", MEMBERS.strip().splitlines())
def test_members(pair: str) -> None:
    word, members = pair.split()
    parts = compound(word, even_known=True)
    assert "+".join(part.lemma for part in parts) == members
    assert all(part.span.of(word) == part.text for part in parts)


@pytest.mark.parametrize("word", ["hus", "universitetet", "utvikling", "Zelenskyj", "facebook", "ord", "", "1984", "-"])
def test_left_alone(word: str) -> None:
    assert compound(word) == ()


def test_a_known_word_is_whole_unless_asked() -> None:
    assert compound("utenriksminister") == ()
    assert compound("utenriksminister", even_known=True)


def test_spans_fit_the_word_as_written() -> None:
    for word in ("Freds\u00adforhandlingene", unicodedata.normalize("NFD", "sikkerhetsrådgiveren")):
        parts = compound(word, even_known=True)
        assert len(parts) == 2
        assert all(part.span.of(word) == part.text for part in parts)
        assert parts[-1].span.end == len(word)
