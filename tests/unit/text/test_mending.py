"""What a second look at a sentence finds: commands, subjects taken for verbs, missing verbs."""

from __future__ import annotations

import pytest

from reader import text


@pytest.mark.parametrize(
    ("sentence", "word", "lemma", "feature", "language"),
    [
        ("Legg kjøttet på et fat.", "Legg", "legge", "Imp", "nb"),
        ("Sett formen i ovnen, og la deigen heve.", "la", "la", "Imp", "nb"),
        ("Hell i melken og rør til sausen er tykk.", "rør", "røre", "Imp", "nb"),
        ("Kom deg opp, sa hun.", "Kom", "komme", "Imp", "nb"),
        ("Legg fisken i ei form.", "Legg", "leggje", "Imp", "nn"),
        ("Laget vant sin første kamp.", "vant", "vinne", "Past", "nb"),
        ("Laget vant sin første kamp.", "Laget", "lag", "Def", "nb"),
        ("Vi har det fint, og været er godt.", "været", "vær", "Def", "nb"),
        ("Eg veit ikkje kvar dei bur.", "bur", "bu", "Pres", "nn"),
        ("Legg deg!", "Legg", "legge", "Imp", "nb"),
        ("Regn i nord", "Regn", "regn", "Ind", "nb"),
        ("1 dl sukker", "sukker", "sukker", "Ind", "nb"),
        ("Kom du i går?", "Kom", "komme", "Past", "nb"),
        ("Hun arbeidet som lærer i mange år.", "lærer", "lærer", "Ind", "nb"),
    ],
)
def test_readings(sentence: str, word: str, lemma: str, feature: str, language: str) -> None:
    tokens = text.tokens(sentence)
    found = text.lemmas_in(tokens, language)[[token.text for token in tokens].index(word)]
    assert (found.lemma, feature in found.features) == (lemma, True)
