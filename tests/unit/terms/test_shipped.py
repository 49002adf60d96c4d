"""The shipped glossary: the commonest sense of a word comes first, and no article stands there twice."""

from __future__ import annotations

from functools import cache

import pytest

from reader import terms
from reader.terms import Glossary


@cache
def shipped() -> Glossary:
    return terms.load([terms.shipped()])


@pytest.mark.parametrize(
    ("form", "pos", "gloss"),
    [
        ("bygg", "noun", "building"),
        ("full", "adj", "full"),
        ("brød", "noun", "bread"),
        ("kort", "adj", "short"),
        ("veldig", "adv", "very"),
        ("bolle", "noun", "bowl"),
        ("krem", "noun", "cream"),
        ("plate", "noun", "plate"),
        ("lekker", "adj", "delicious"),
        ("slippe", "verb", "let go"),
        ("stå på", "verb", "be on"),
        ("komme til å", "verb", "be going to"),
        ("skille seg", "verb", "separate"),
        ("gå under", "verb", "go under"),
    ],
)
def test_the_commonest_sense_comes_first(form: str, pos: str, gloss: str) -> None:
    first = shipped().lookup(form)[0]
    assert (first.pos, first.gloss) == (pos, gloss)


def test_everyday_words_are_there() -> None:
    words = "sitron persille bjeffe rødme lysne bunt fedd beger kvart tun g påklage oversende inneværende underretning"
    assert [word for word in words.split() if word not in {each.lemma for each in shipped().lookup(word)}] == []


@pytest.mark.parametrize(
    ("text", "surface", "lemma"),
    [
        ("Partene er enige om prisen.", "er enige om", "være enig om"),
        ("Hun ble enig om det med søsteren.", "ble enig om", "bli enig om"),
        ("Nå kom det frem nye opplysninger.", "kom … frem", "komme fram"),
        ("Du kommer til å like det.", "kommer til å", "komme til å"),
        ("Slå av lyset og legg deg.", "legg deg", "legge seg"),
        ("Vi må komme oss av gårde nå.", "komme oss av gårde", "komme seg av gårde"),
        ("Lista ble lagt høyt.", "Lista ble lagt høyt", "legge lista høyt"),
        ("Det er verken varmt eller kaldt, hverken her eller der.", "hverken … eller", "verken … eller"),
    ],
)
def test_one_article_for_one_expression(text: str, surface: str, lemma: str) -> None:
    found = {" … ".join(span.of(text) for span in match.source): match for match in terms.match(text, shipped())}
    assert found[surface].entry.lemma == lemma
    assert found[surface].alternatives == ()


@pytest.mark.parametrize(
    ("text", "lemma"),
    [("Dei kalla guten Ola.", "kalle"), ("Steinane rasa ut i fjor.", "rase"), ("Partane vart samde om det.", "bli enig om")],
)
def test_a_nynorsk_past_in_a_is_no_noun(text: str, lemma: str) -> None:
    assert lemma in {match.entry.lemma for match in terms.match(text, shipped(), "nn")}


def test_glosses_of_alternatives_are_told_once() -> None:
    for match in terms.match("Hun er glad i å gå på kino, og han var blitt kjent med byen.", shipped()):
        others = match.other_glosses
        assert len(set(others)) == len(others)
        assert match.entry.gloss not in others
