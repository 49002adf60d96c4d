"""Words, numbers and signs."""

from __future__ import annotations

import unicodedata

import pytest

from reader.text import tokens, words

WHOLE = [
    "F-16", "17-åring", "1 000", "1\u00a0000", "50 000,50", "3,5", "18.30", "12.05.2024", "1.000.000", "1/2", "bl.a.",
    "f.eks.", "U.S.A.", "https://www.nrk.no/a?b=c", "vg.no", "ola@norge.no", "90-tallet", "CO2-fri", "H2O", "don’t",
    "for\u00adhand\u00adling", "rock'n'roll", "stats-", "hus’", "Lars'", "ca.", "dvs.", "éin", "4x4", "æøå",
]  # fmt: skip


@pytest.mark.parametrize("word", WHOLE)
def test_one_token(word: str) -> None:
    text = f"a {word} og b"
    assert [token.text for token in tokens(text)] == ["a", word, "og", "b"]
    assert words(text)[1].text == word


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Han gikk.Så kom hun.", "Han gikk . Så kom hun ."),
        ("og/eller", "og / eller"),
        ("«Hei!»", "« Hei ! »"),
        ("‘sitert’ ord", "‘ sitert ’ ord"),
        ("i 2024 300 personer", "i 2024 300 personer"),
        ("10–12 § 4, 100 %", "10 – 12 § 4 , 100 %"),
        ("– Ja … nei...", "– Ja … nei ..."),
        ("(f. 1981)", "( f . 1981 )"),
        ("se https://nrk.no.", "se https://nrk.no ."),
        ("", ""),
        (" \u00a0\n", ""),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert [token.text for token in tokens(text)] == expected.split()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [("Han har 3,5 %.", "word word number symbol punct"), ("17-åring 1/2", "word number"), ("ola@norge.no", "word")],
)
def test_kinds(text: str, kinds: str) -> None:
    assert [token.kind for token in tokens(text)] == kinds.split()


def test_decomposed_letters_stay_in_their_word() -> None:
    text = unicodedata.normalize("NFD", "Måløy på Ålesund")
    assert [unicodedata.normalize("NFC", token.text) for token in tokens(text)] == ["Måløy", "på", "Ålesund"]


def test_parts_of_a_hyphenated_word() -> None:
    (token,) = words("CIA-direktør")
    assert [(part.text, part.start) for part in token.parts] == [("CIA", 0), ("direktør", 4)]
    (plain,) = words("direktør")
    assert plain.parts == (plain,)
