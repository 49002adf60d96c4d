"""Hostile and unusual characters: what is drawn, and how wide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.render.cells import cell_width, cells, safe


@pytest.mark.parametrize(
    ("text", "drawn", "width"),
    [
        ("blå", "blå", 3),
        ("bla\u030a", "bla\u030a", 3),
        ("\u030a", "\u25cc\u030a", 1),
        ("日本", "日本", 4),
        ("👩‍👩‍👧", "👩‍👩‍👧", 2),
        ("a\u00adb\u200bc\ufeff", "abc", 3),
        ("\x1b[31mred", "␛[31mred", 8),
        ("\x9b31m", "\ufffd31m", 4),
        ("a\r\nb\tc\u2028d\u00a0e", "a b c d e", 9),
        ("\u202eabc", "abc", 3),
        ("\x00\x7f", "␀␡", 2),
        ("\ud800", "\ufffd", 1),
    ],
)
def test_drawn(text: str, drawn: str, width: int) -> None:
    assert safe(text) == drawn
    assert cell_width(text) == width


@given(st.text(st.characters(codec=None)))
def test_nothing_a_terminal_obeys_is_drawn_and_no_character_is_unaccounted_for(text: str) -> None:
    assert sum(cell.length for cell in cells(text)) == len(text) if text else True
    assert not any(char < " " or "\x7f" <= char <= "\x9f" or "\u202a" <= char <= "\u202e" for char in safe(text))
