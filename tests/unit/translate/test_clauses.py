from __future__ import annotations

import pytest

from reader.translate.clauses import cut, halves


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Han kom hjem; hun gikk ut.", "Han kom hjem;"),
        ("Han kom hjem, og hun gikk ut på tur.", "Han kom hjem,"),
        ("Epler, pærer, og det var det hele i dag.", "Epler, pærer,"),
        ("Han sa at hun kom", "Han sa"),
        ("en to tre fire", "en to"),
    ],
)
def test_halves(text: str, first: str) -> None:
    pair = halves(text)
    assert pair is not None
    assert pair[0] == first
    assert " ".join(pair) == text


def test_a_word_has_no_halves() -> None:
    assert halves("menneskerettighetsorganisasjon") is None


@pytest.mark.parametrize("most", [3, 10, 40, 1000])
@pytest.mark.parametrize("text", ["Da han kom, var det sent, og alle sov; ingen hørte ham.", "x" * 50, "a b " * 100])
def test_cutting_loses_nothing(text: str, most: int) -> None:
    pieces = cut(text.strip(), lambda piece: len(piece) <= most)
    assert all(0 < len(piece) <= most for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())
