"""Attention and evidence in one."""

from __future__ import annotations

import random

from reader import align
from reader.model import Link
from tests.benchmarks.links import Pair, figures, gold


def pairs(*written: str) -> list[Link]:
    return [Link(*map(int, item.split("-"))) for item in written]


def test_evidence_stands() -> None:
    assert align.merged(pairs("0-1", "1-0"), pairs("0-0")) == (Link(0, 0),)


def test_attention_fills_what_is_open() -> None:
    assert align.merged(pairs("1-2", "1-1"), pairs("0-0")) == (Link(0, 0), Link(1, 1), Link(1, 2))


def test_empty() -> None:
    assert align.merged((), ()) == ()
    assert align.merged(pairs("1-0"), ()) == (Link(1, 0),)
    assert align.merged((), pairs("1-0")) == (Link(1, 0),)


def test_better_than_either_on_simulated_noise() -> None:
    """Attention that errs in a quarter of its links, evidence that misses a third: together they err less."""
    noise = random.Random(3)
    made = {pair.line: _simulated(pair, noise) for pair in gold()}
    attention = figures(gold(), lambda pair: made[pair.line][0]).aer
    evidence = figures(gold(), lambda pair: made[pair.line][1]).aer
    both = figures(gold(), lambda pair: align.merged(*made[pair.line])).aer
    assert both < min(attention, evidence)


def _simulated(pair: Pair, noise: random.Random) -> tuple[list[Link], list[Link]]:
    sure = sorted(pair.sure)
    attention = [Link(i, j) if noise.random() > 0.25 else Link(i, max(0, j + noise.choice((-1, 1)))) for i, j in sure]
    return attention, [link for link in sure if noise.random() > 0.33]
