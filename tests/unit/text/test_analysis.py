"""Dictionary forms, out of context and in it."""

from __future__ import annotations

import unicodedata

import pytest

from reader.text import analyses, forms, lemma, lemmas_in, tokens

LEMMAS = """
går gå|bøkene bok|bøkenes bok|bruk bruk|så så|for for|fredsforhandlingene fredsforhandling|hus’ hus|naar når
CIA-direktøren CIA-direktør|17-åringene 17-åring|Zelenskyjs Zelenskyj|Lars Lars|SVs SV|Norges Norge
opplevet oppleve|største stor|menn mann|hender hånd|kampanjeslagordet kampanjeslagord
utenriksministeren utenriksminister|xyzzyen xyzzy|skrives skrive|hennes hennes|dem de|er være|1984 1984
"""


@pytest.mark.parametrize("pair", LEMMAS.replace("\n", "|").strip("|").split("|"))
def test_lemma(pair: str) -> None:
    form, expected = pair.split()
    assert lemma(form) == expected
    assert lemma(unicodedata.normalize("NFD", form)) == expected


@pytest.mark.parametrize(
    ("form", "pos", "expected"),
    [("bruk", "verb", "bruke"), ("så", "verb", "se"), ("led", "verb", "lide"), ("bruker", "noun", "bruker"),
     ("går", "noun", "går"), ("var", "aux", "være"), ("fint", "adv", "fin")],
)  # fmt: skip
def test_lemma_of_a_word_class(form: str, pos: str, expected: str) -> None:
    assert lemma(form, pos) == expected


@pytest.mark.parametrize(
    ("text", "position", "expected", "pos"),
    [
        ("Han liker å bruke tid.", 3, "bruke", "verb"),
        ("Det er i bruk nå.", 3, "bruk", "noun"),
        ("De led av sykdommen.", 1, "lide", "verb"),
        ("Hun så ham i går.", 4, "går", "noun"),
        ("Mannen går hjem.", 1, "gå", "verb"),
        ("Vi har slått dem.", 2, "slå", "verb"),
        ("I fjor kom Trump dit.", 3, "Trump", "propn"),
        ("Finn Eilertsen kom.", 0, "Finn", "propn"),
        ("Det var en svensk bil.", 3, "svensk", "adj"),
    ],
)
def test_lemmas_in_context(text: str, position: int, expected: str, pos: str) -> None:
    found = lemmas_in(tokens(text))
    assert (found[position].lemma, found[position].pos) == (expected, pos)
    assert len(found) == len(tokens(text))


@pytest.mark.parametrize(
    ("form", "expected"),
    [("ikkje", "ikkje"), ("kastar", "kaste"), ("dagane", "dag"), ("er", "vere"), ("eg", "eg"), ("heiter", "heite")],
)
def test_nynorsk(form: str, expected: str) -> None:
    assert lemma(form, language="nn") == expected


def test_features_tell_number_and_tense() -> None:
    assert analyses("bøkene")[0].features == ("Plur", "Def")
    assert "Past" in analyses("gikk")[0].features
    assert "Gen" in analyses("guttens")[0].features


def test_forms() -> None:
    assert ("bøker", ("Plur", "Ind")) in forms("bok", "noun")
    assert ("gikk", ("Past",)) in forms("gå", "verb")
    assert ("fredsavtalene", ("Plur", "Def")) in forms("fredsavtale", "noun")
    assert forms("xyzzy") == ()
