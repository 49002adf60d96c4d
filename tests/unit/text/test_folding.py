"""The comparison key."""

from __future__ import annotations

import pytest

from reader.text import folded


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Fornuft", "fornuft"), ("A\u030algard", "ålgard"), ("for\u00adnuft", "fornuft"), ("don’t", "don't"),
        ("CIA\u2011direktør", "cia-direktør"), ("ÆØÅ", "æøå"), ("zero\u200bwidth", "zerowidth"), ("", ""),
        ("1 000", "1 000"),
    ],
)  # fmt: skip
def test_folded(word: str, key: str) -> None:
    assert folded(word) == key
    assert folded(key) == key
