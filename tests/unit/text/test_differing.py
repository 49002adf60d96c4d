from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text import differences, tokens


@pytest.mark.parametrize(
    ("text", "other", "mine", "its"),
    [
        ("Hun kjøpte en blå bil.", "Hun kjøpte en rød bil.", ["blå"], ["rød"]),
        ("Hun kjøpte en stor blå bil i går.", "Hun kjøpte en bil.", ["stor blå", "i går"], []),
        ("Hun kom.", "Hun kom hjem igjen.", [], ["hjem igjen"]),
        ("Hun  kom\n hjem.", "Hun kom hjem.", [], []),
        ("På bla\u030atur", "På blåtur", [], []),
        ("stengt i dag", "STENGT i dag", ["stengt"], ["STENGT"]),
        ("Kom hun?", "Kom hun.", ["?"], ["."]),
        ("", "Hun kom.", [], ["Hun kom."]),
        ("en en en", "en", ["en en"], []),
    ],
)
def test_differing_words(text: str, other: str, mine: list[str], its: list[str]) -> None:
    assert [span.of(text) for span in differences(text, other)] == mine
    assert [span.of(other) for span in differences(other, text)] == its


@given(st.text("ab .,æ\n", max_size=40), st.text("ab .,æ\n", max_size=40))
def test_what_does_not_differ_is_in_the_other(text: str, other: str) -> None:
    spans = differences(text, other)
    kept = [t.text for t in tokens(text) if not any(s.start <= t.start < s.end for s in spans)]
    its = differences(other, text)
    assert kept == [t.text for t in tokens(other) if not any(s.start <= t.start < s.end for s in its)]
