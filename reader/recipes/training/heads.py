"""Which attention says best what renders what: alignment error rate of every decoder layer and head on gold links.

The gold file has four lines a pair, with empty lines between: `# dev …` or `# test …`, Norwegian, English, links: `i-j`
sure, `i?j` possible, words counted from 0. Only the dev half is looked at: the test half is for reporting.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import torch

from reader.errors import InputError
from reader.recipes.training.checkpoint import Checkpoint
from reader.recipes.training.data import BOS, EOS, Pieces, lines
from reader.recipes.training.model import Tensor, loaded

Pairs = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Gold:
    """One sentence pair with its links."""

    source: str
    target: str
    sure: Pairs
    possible: Pairs
    """The sure ones among them."""


class Choice(NamedTuple):
    """Heads of one layer, averaged; the best has the smallest error."""

    error: float
    layer: int
    heads: tuple[int, ...]


def ranked(held: Checkpoint, pieces: Pieces, gold: Sequence[Gold]) -> list[Choice]:
    """All single heads, and for each layer its best heads together for as long as one more helps; the best first."""
    looks = _looks(held, pieces, gold)
    found: list[Choice] = []
    for layer in range(held.shape.decoder):
        single = sorted(Choice(_error(looks, gold, layer, (h,)), layer, (h,)) for h in range(held.shape.heads))
        found += single
        best = single[0]
        while rest := [choice.heads[0] for choice in single if choice.heads[0] not in best.heads]:
            more = min(Choice(_error(looks, gold, layer, (*best.heads, h)), layer, (*best.heads, h)) for h in rest)
            if more.error >= best.error:
                break
            found.append(more)
            best = more
    return sorted(found)


def read(path: Path) -> list[Gold]:
    """The dev half of a gold file. Raises InputError."""
    found = []
    for block in _blocks(path):
        if block[0].startswith("# dev") and len(block) == 4:
            sure = _links(block[3], "-")
            found.append(Gold(block[1], block[2], sure, sure | _links(block[3], "?")))
    if not found:
        raise InputError(f"{path} has no gold links.", hint="Wanted: blocks of `# dev …`, Norwegian, English, links.")
    return found


def _links(line: str, mark: str) -> Pairs:
    halves = [part.split(mark) for part in line.split() if mark in part]
    return frozenset((int(source), int(target)) for source, target in halves)


def _blocks(path: Path) -> Iterator[list[str]]:
    block: list[str] = []
    for line in (*lines(path), ""):
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []


class _Looks(NamedTuple):
    """What the model saw while it was made to say the gold translation."""

    source: list[str]
    target: list[str]
    attention: Tensor
    """[layers, heads, target, source]"""


def _looks(held: Checkpoint, pieces: Pieces, gold: Sequence[Gold]) -> list[_Looks]:
    model, names, found = loaded(held).eval(), pieces.vocabulary(), []
    with torch.inference_mode():
        for pair in gold:
            source, target = pieces.ids([pair.source, pair.target])
            attention = model.looks(torch.tensor([[*source, EOS]]), torch.tensor([[BOS, *target]]))[:, 0]
            found.append(_Looks([names[n] for n in source], [names[n] for n in target], attention))
    return found


def _error(looks: Sequence[_Looks], gold: Sequence[Gold], layer: int, heads: tuple[int, ...]) -> float:
    """Alignment error rate (Och & Ney 2003) of the links that the reader would make."""
    from reader import text
    from reader.translate import attention as links

    right = made = sure = 0
    for look, pair in zip(looks, gold, strict=True):
        weights: list[list[float]] = look.attention[layer, list(heads)].mean(0).tolist()
        found = {(link.source, link.target) for link in links.links(
            links.owners(links.piece_spans(look.source, pair.source), text.words(pair.source)),
            links.owners(links.piece_spans(look.target, pair.target), text.words(pair.target)), weights,
        )}  # fmt: skip
        right += len(found & pair.sure) + len(found & pair.possible)
        made, sure = made + len(found), sure + len(pair.sure)
    return 1 - right / max(1, made + sure)


__all__ = ["Choice", "Gold", "ranked", "read"]
