"""a or an, by sound."""

from __future__ import annotations

import pytest

from reader.text.indefinite import article


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        ("a", "release|White House|union|university|user|European|euro|one-off|once|Ukrainian|useful|unit|unanimous vote"),
        ("a", "NATO country|UN envoy|US senator|house|horse|CEO|PhD|7|100|1100|ewe|unified list|year|Uruguayan"),
        ("an", "hour|heir|honest man|honour|envoy|uninvited guest|umbrella|unimportant one|urgent call|oil|island"),
        ("an", "MP|EU country|FBI agent|8|11th|18|80|NRK|18-carat ring|11,000|HR manager|X-ray|SUV|understanding|Icelander|uncle"),
    ],
)  # fmt: skip
def test_article(expected: str, words: str) -> None:
    assert [word for word in words.split("|") if article(word) != expected] == []


def test_nothing_takes_a() -> None:
    assert article("") == article("…") == "a"
