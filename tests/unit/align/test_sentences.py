"""Beads: sentences merged, split, left out and added."""

from __future__ import annotations

import pytest

from reader import align
from reader.align import Bead
from reader.model import Entry
from reader.terms import Glossary

GLOSSARY = Glossary.of(
    (
        Entry("hus", ("house",), "noun"), Entry("båt", ("boat",), "noun"), Entry("hund", ("dog",), "noun"),
        Entry("vinter", ("winter",), "noun"), Entry("brev", ("letter",), "noun"), Entry("skrive", ("write",), "verb"),
        Entry("kald", ("cold",), "adj"), Entry("lang", ("long",), "adj"), Entry("selge", ("sell",), "verb"),
        Entry("sommer", ("summer",), "noun"), Entry("bror", ("brother",), "noun"), Entry("gammel", ("old",), "adj"),
    )
)  # fmt: skip
SOURCE = (
    "Vinteren var lang og kald i Tromsø.",
    "Anders skrev et brev til broren sin i Bergen.",
    "Han hadde solgt den gamle båten for 12 000 kroner.",
    "Hunden lå foran huset hele sommeren.",
)
TARGET = (
    "The winter was long and cold in Tromsø.",
    "Anders wrote a letter to his brother in Bergen.",
    "He had sold the old boat for 12,000 kroner.",
    "The dog lay in front of the house all summer.",
)
ADDED = "A line that only the English has, about nothing at all."


def beads(source: tuple[str, ...], target: tuple[str, ...], glossary: Glossary | None = GLOSSARY) -> list[str]:
    return [f"{'+'.join(map(str, s))}={'+'.join(map(str, t))}" for s, t in align.beads(source, target, glossary)]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        (SOURCE, TARGET, ["0=0", "1=1", "2=2", "3=3"]),
        (SOURCE, (TARGET[0], *TARGET[2:]), ["0=0", "1=", "2=1", "3=2"]),  # a sentence left out
        (SOURCE, (TARGET[0], ADDED, *TARGET[1:]), ["0=0", "=1", "1=2", "2=3", "3=4"]),
        (SOURCE, (f"{TARGET[0]} {TARGET[1]}", *TARGET[2:]), ["0+1=0", "2=1", "3=2"]),  # merged
        ((SOURCE[0], f"{SOURCE[1]} {SOURCE[2]}", SOURCE[3]), TARGET, ["0=0", "1=1+2", "2=3"]),  # split
        (SOURCE[1:], TARGET, ["=0", "0=1", "1=2", "2=3"]),  # from the start
        (SOURCE, TARGET[:-1], ["0=0", "1=1", "2=2", "3="]),  # at the end
        ((), (), []),
        (SOURCE[:1], (), ["0="]),
        ((), TARGET[:1], ["=0"]),
    ],
)  # fmt: skip
def test_beads(source: tuple[str, ...], target: tuple[str, ...], expected: list[str]) -> None:
    assert beads(source, target) == expected


def test_without_glossary() -> None:
    assert beads(SOURCE, TARGET, None) == ["0=0", "1=1", "2=2", "3=3"]


def test_a_missing_chapter_is_found_outside_the_first_band() -> None:
    source = tuple(f"Anders skrev brev nummer {number} til broren sin." for number in range(100, 180))
    kept = (*range(100, 110), *range(160, 180))
    target = tuple(f"Anders wrote letter number {number} to his brother." for number in kept)
    found = align.beads(source, target, GLOSSARY)
    assert Bead((75,), (25,)) in found
    assert Bead((5,), (5,)) in found
