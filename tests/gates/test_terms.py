"""Term recognition against terms.gold: recall and precision may rise and never fall; the best stand in terms.json.

Recall is over all terms of the gold file; precision over what is found with confidence (`terms.WEAK` and above), where
whatever the gold file does not list counts as wrong.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from reader import terms
from reader.model import Entry
from reader.terms import Glossary

HERE = Path(__file__).parent
BEST = json.loads((HERE / "terms.json").read_text(encoding="utf-8"))
Term = tuple[str, str]
"""(lemma, with its word class where two entries share it: "gift#noun"; surface, words apart with " … " between)"""


class Case(NamedTuple):
    sentence: str
    wanted: frozenset[Term]
    allowed: frozenset[Term]
    absent: frozenset[str]


class Figures(NamedTuple):
    recall: float
    precision: float
    missed: list[str]
    wrong: list[str]


def gold() -> list[Case]:
    blocks = (HERE / "terms.gold").read_text(encoding="utf-8").split("\n\n")
    cases = []
    for block in blocks:
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            marks = {mark: [line[2:] for line in lines[1:] if line[0] == mark] for mark in "+~-"}
            pairs = {mark: frozenset(tuple(each.split(": ", 1)) for each in marks[mark]) for mark in "+~"}
            cases.append(Case(lines[0], pairs["+"], pairs["~"], frozenset(marks["-"])))  # type: ignore[arg-type]
    return cases


def name(entry: Entry) -> str:
    """The lemma; with its word class where another entry has the same."""
    return f"{entry.lemma}#{entry.pos}" if entry.lemma in SHARED else entry.lemma


def found(sentence: str, glossary: Glossary) -> dict[Term, float]:
    """Term → confidence."""
    return {
        (name(match.entry), " … ".join(span.of(sentence) for span in match.source)): match.confidence
        for match in terms.match(sentence, glossary)
    }


def figures(cases: list[Case], glossary: Glossary) -> Figures:
    hits = wanted = sure = 0
    missed: list[str] = []
    wrong: list[str] = []
    for case in cases:
        own = found(case.sentence, glossary)
        strong = {term for term, confidence in own.items() if confidence >= terms.WEAK}
        wanted += len(case.wanted)
        hits += len(case.wanted & own.keys())
        missed += [f"{case.sentence} | {lemma}: {surface}" for lemma, surface in sorted(case.wanted - own.keys())]
        judged = strong - case.allowed
        sure += len(judged)
        wrong += [f"{case.sentence} | {lemma}: {surface}" for lemma, surface in sorted(judged - case.wanted)]
    return Figures(hits / wanted, 1 - len(wrong) / sure, missed, wrong)


CASES = gold()
GLOSSARY = terms.load([HERE / "terms.yaml"])
SHARED = {lemma for lemma, times in Counter(entry.lemma for entry in GLOSSARY.entries).items() if times > 1}


def test_gold_is_large_enough_and_consistent() -> None:
    assert len(CASES) >= 300
    assert len({case.sentence for case in CASES}) == len(CASES)
    assert sum(len(case.wanted) for case in CASES) >= 350
    assert sum(len(case.absent) for case in CASES) >= 35
    lemmas = {name(entry) for entry in GLOSSARY.entries}
    for case in CASES:
        assert {lemma for lemma, _ in case.wanted | case.allowed} | case.absent <= lemmas, case
        assert all(
            part in case.sentence for _, surface in case.wanted | case.allowed for part in surface.split(" … ")
        ), case


def test_the_glossary_of_the_gold_file_is_clean() -> None:
    assert terms.check([HERE / "terms.yaml"]) == ()


def test_recall_and_precision() -> None:
    got = figures(CASES, GLOSSARY)
    told = f"recall {got.recall:.4f}, precision {got.precision:.4f}\nmissed {got.missed}\nwrong {got.wrong}"
    assert got.recall >= BEST["recall"] >= 0.95, told
    assert got.precision >= BEST["precision"] >= 0.98, told
