"""The three modes of the benchmark on the tiny package: terms up, BLEU not down, and no terms no change."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.model import Entry
from reader.terms import Glossary
from reader.translate.argos import Argos
from reader.translate.package import read
from tests.benchmarks.enforce import Task, Without, chance, judged, proper

PAIRS = [
    ("Statsministeren møter Putin i Moskva.", "The premier meets Putin in Moscow."),
    ("Det er en god bok, sa han.", "It is a good volume, said he."),
    ("Krig er ikke fred!", "Warfare is not peace!"),
    ("Vi kommer fra Norge.", "We come from Norway."),
    ("Hun har en bok og et hus.", "She has an opus and a home."),
]
GLOSSARY = Glossary.of(
    [
        Entry("statsminister", ("prime minister", "premier"), "noun"),
        Entry("bok", ("book", "volume", "opus"), "noun"),
        Entry("krig", ("war", "warfare"), "noun"),
        Entry("hus", ("house", "home"), "noun"),
    ]
)


@pytest.fixture(scope="module")
def engine(tiny_package: Path) -> Argos:
    return Argos(read(tiny_package))


def test_no_terms(engine: Argos) -> None:
    done = judged(engine, [Task(*pair, Glossary.of(())) for pair in PAIRS])
    assert (done.terms, done.changed) == (0, 0)
    assert done.bleu is None or done.bleu[0] == done.bleu[1]


@pytest.mark.parametrize("without", ["", "hypotheses", "continued"])
def test_proper_terms(engine: Argos, without: str) -> None:
    done = judged(Without(engine, without), list(proper(PAIRS, GLOSSARY)))
    assert (done.terms, done.before, done.after) == (5, 0.0, 1.0)
    assert done.bleu is None or done.bleu[1] > done.bleu[0]


def test_random_terms(engine: Argos) -> None:
    done = judged(engine, list(chance(PAIRS, GLOSSARY)))
    assert done.terms >= 3
    assert done.after >= done.before
    assert done.bleu is None or done.bleu[1] >= done.bleu[0]
