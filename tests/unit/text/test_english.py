"""English words that are the same, words that are not, and inflection."""

from __future__ import annotations

import pytest

from reader.text.english import inflect, keys

SAME = """
colours color|realised realize|negotiations negotiation|stopped stop|making make|tried try|bigger big|happiest happy
children child|men man|was be|hopes hope|hoping hope|analysed analyze|lives life|lives live|leaves leave
president's president|talks talk|travelling travel|traveled travel|agreed agree|died die|dying die|houses house
centre center|taken take|led lead|better good|wolves wolf|visited visit|went go
neighbours neighbor|president’s president
"""
OTHER = "this thi|news new|hour hor|interest inter|business busy|thing th|red r|bus bu|need nee|four for|kings kin"


@pytest.mark.parametrize("pair", SAME.replace("\n", "|").strip("|").split("|"))
def test_same(pair: str) -> None:
    form, lemma = pair.split()
    assert keys(form) & keys(lemma)


@pytest.mark.parametrize("pair", OTHER.split("|"))
def test_other(pair: str) -> None:
    form, lemma = pair.split()
    assert not keys(form) & keys(lemma)


@pytest.mark.parametrize(
    ("lemma", "pos", "features", "expected"),
    [
        ("stop", "verb", "Past", "stopped"), ("visit", "verb", "Past", "visited"),
        ("make", "verb", "Part Pres", "making"),
        ("try", "verb", "Pres Sing", "tries"), ("see", "verb", "Part Pres", "seeing"),
        ("go", "verb", "Part Past", "gone"),
        ("look after", "verb", "Past", "looked after"), ("peace talk", "noun", "Plur Def", "peace talks"),
        ("city", "noun", "Plur Gen", "cities’"), ("policeman", "noun", "Plur", "policemen"),
        ("big", "adj", "Cmp", "bigger"),
        ("important", "adj", "Sup", "most important"), ("happy", "adj", "Sup", "happiest"),
        ("open", "verb", "Past", "opened"),
        ("prefer", "verb", "Past", "preferred"), ("quit", "verb", "Part Pres", "quitting"),
        ("German", "noun", "Plur", "Germans"),
        ("the", "det", "Plur", "the"), ("die", "verb", "Part Pres", "dying"), ("be", "verb", "Pres Sing", "is"),
    ],
)  # fmt: skip
def test_inflect(lemma: str, pos: str, features: str, expected: str) -> None:
    assert inflect(lemma, pos, tuple(features.split())) == expected
