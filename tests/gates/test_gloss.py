"""The word-by-word gloss against gloss.gold: its share of right words may rise and never fall.

A word of the gold file counts as right when the gloss that stands for it is one of those listed, capitals aside.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from reader import terms, text
from reader.terms import Glossary

HERE = Path(__file__).parent
BEST = json.loads((HERE / "gloss.json").read_text(encoding="utf-8"))
ROOT = HERE.parent.parent / "glossary"


class Case(NamedTuple):
    language: str
    part: str
    """dev or test."""
    sentence: str
    wanted: tuple[tuple[str, frozenset[str]], ...]
    """(words, their glosses), from left to right."""


class Figure(NamedTuple):
    right: int
    total: int
    wrong: tuple[str, ...]

    @property
    def share(self) -> float:
        return self.right / self.total


def gold() -> Iterator[Case]:
    language, part, sentence = "", "", ""
    for line in (HERE / "gloss.gold").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            language, part = line.strip("[]").split()
        elif line.startswith("  "):
            pairs = (item.split("=") for item in line.strip().split("; "))
            wanted = tuple((words, frozenset(glosses.split("|"))) for words, glosses in pairs)
            yield Case(language, part, sentence, wanted)
        elif line and not line.startswith("#"):
            sentence = line


@cache
def glossary() -> Glossary:
    return terms.load([ROOT])


def said(sentence: str, language: str) -> list[tuple[str, str]]:
    """(word, its gloss), both folded; a later word of a term has "" ."""
    done = terms.glossed(sentence, glossary(), language)
    spans = [word.span for word in text.words(done.text)]
    found: list[tuple[str, str]] = []
    for number, word in enumerate(text.words(sentence)):
        own = [spans[link.target] for link in done.links if link.source == number]
        gloss = done.text[own[0].start : own[-1].end] if own else ""
        found.append((word.text.casefold(), gloss.casefold().replace("’", "'")))
    return found


def judged(cases: list[Case]) -> Figure:
    right = total = 0
    wrong: list[str] = []
    for case in cases:
        words, at = said(case.sentence, case.language), 0
        for key, glosses in case.wanted:
            parts = key.removesuffix(".").casefold().split()
            at = next(
                (n for n in range(at, len(words)) if [word for word, _ in words[n : n + len(parts)]] == parts), -1
            )
            assert at >= 0, f"{key} in {case.sentence}"
            gloss = " ".join(gloss for _, gloss in words[at : at + len(parts)] if gloss)
            at += len(parts)
            total += 1
            if gloss in {each.casefold().removesuffix(".") for each in glosses}:
                right += 1
            else:
                wrong.append(f"{case.sentence} | {key}: {gloss}, not {'/'.join(sorted(glosses))}")
    return Figure(right, total, tuple(wrong))


CASES = list(gold())


def test_gold_is_large_enough() -> None:
    assert len({case.sentence for case in CASES}) == len(CASES) >= 140


@pytest.mark.parametrize("part", ["dev", "test"])
def test_glosses(part: str) -> None:
    got = judged([case for case in CASES if case.part == part])
    told = f"{got.share:.4f} of {got.total}\n" + "\n".join(got.wrong)
    assert got.share >= BEST[part] >= 0.9, told


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("Hans O. Lie bor her.", "Hans O. Lie lives here."),
        ("La oss gå.", "Let us walk."),
        ("Av Ingrid Lie", "By Ingrid Lie"),
        ("Sjøgata 4", "Sjøgata 4"),
        ("Det er en appelsin.", "It is an orange."),
        ("Han tror sjefen kommer.", "He believes the boss comes."),
        ("Hun er fra Oslo, skriver Trump.", "She is from Oslo, writes Trump."),
        ("De tok hatten og gikk.", "They took the hat and walked."),
        ("Bilene selges i byen.", "The cars are sold in the town."),
        ("Den store bilen er min, ikke din.", "The big car is mine, not yours."),
        ("Hva som skjedde, vet ingen.", "What happened, knows no one."),
    ],
)
def test_whole_glosses(source: str, written: str) -> None:
    assert terms.glossed(source, glossary()).text == written


def test_gaps_and_capitals() -> None:
    for case in CASES:
        shown = terms.glossed(case.sentence, glossary(), case.language).text
        assert not re.search(r" [ ,.;:!?]|\( | \)", shown), shown
        assert case.sentence[0].islower() or shown.lstrip("–⟨ ")[0].isupper(), shown
        assert case.sentence[-1] == shown[-1], shown
