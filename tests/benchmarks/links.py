"""Word links against the gold pairs: python tests/benchmarks/links.py [--errors|--numbered|--speed]

Alignment error rate, precision and recall as in Och & Ney 2003, over the dev and the test half of
tests/gates/links.gold: AER = 1 - (|A∩S| + |A∩P|) / (|A| + |S|), precision = |A∩P| / |A|, recall = |A∩S| / |S|.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from reader import align, terms
from reader.model import Kind, Link, Span, Unit
from reader.text import words

GOLD = Path(__file__).parents[1] / "gates" / "links.gold"
_HEAD = re.compile(r"# (dev|test) (.+)")
_LINK = re.compile(r"(\d+)([-?])(\d+)")


class Pair(NamedTuple):
    """A sentence pair with the links a person made."""

    half: str
    """`dev` or `test`."""
    genre: str
    source: str
    target: str
    sure: frozenset[Link]
    possible: frozenset[Link]
    """With the sure ones."""
    line: int


class Figures(NamedTuple):
    """How well links agree with the gold."""

    aer: float
    precision: float
    recall: float


def gold(path: Path = GOLD) -> tuple[Pair, ...]:
    """The pairs of a gold file; a link that is malformed, twice there, or out of range is an error."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return tuple(_pair(lines, at) for at, line in enumerate(lines) if _HEAD.fullmatch(line))


def figures(pairs: Iterable[Pair], linked: Callable[[Pair], Iterable[Link]]) -> Figures:
    """The figures of an aligner over some pairs."""
    made = sure = right = allowed = 0
    for pair in pairs:
        found = frozenset(linked(pair))
        made += len(found)
        sure += len(pair.sure)
        right += len(found & pair.sure)
        allowed += len(found & pair.possible)
    return Figures(1 - (right + allowed) / max(1, made + sure), allowed / max(1, made), right / max(1, sure))


def unit(pair: Pair) -> Unit:
    """The pair as the pipeline would have it."""
    return Unit(pair.source, Span(0, len(pair.source)), Kind.BODY, 0, 0, pair.target)


def _pair(lines: list[str], at: int) -> Pair:
    head = _HEAD.fullmatch(lines[at])
    assert head, lines[at]
    source, target, written = lines[at + 1 : at + 4]
    assert not lines[at + 4].strip(), f"line {at + 5}: an empty line ends a pair"
    found = [_LINK.fullmatch(item) for item in written.split()]
    assert all(found), f"line {at + 4}: {written}"
    links = [(Link(int(m[1]), int(m[3])), m[2] == "-") for m in found if m]
    assert links, f"line {at + 4}: no links"
    rows, columns = len(words(source)), len(words(target))
    assert all(i < rows and j < columns for (i, j), _ in links), f"line {at + 4}: a number is too high"
    assert len({link for link, _ in links}) == len(links), f"line {at + 4}: a link stands there twice"
    sure = frozenset(link for link, is_sure in links if is_sure)
    return Pair(head[1], head[2], source, target, sure, frozenset(link for link, _ in links), at + 1)


def _numbered(pair: Pair) -> Iterator[str]:
    for side in (pair.source, pair.target):
        yield " ".join(f"{place}:{token.text}" for place, token in enumerate(words(side)))
    yield " ".join(f"{i}{'-' if Link(i, j) in pair.sure else '?'}{j}" for i, j in sorted(pair.possible))


def _errors(pair: Pair, found: frozenset[Link]) -> Iterator[str]:
    source, target = ([token.text for token in words(side)] for side in (pair.source, pair.target))
    wrong = " ".join(f"{source[i]}/{target[j]}" for i, j in sorted(found - pair.possible))
    missed = " ".join(f"{source[i]}/{target[j]}" for i, j in sorted(pair.sure - found))
    if wrong or missed:
        yield f"{pair.line} {pair.source}\n   {pair.target}\n   WRONG {wrong}\n   MISSED {missed}"


def main(arguments: list[str]) -> None:
    """Prints what was asked for."""
    pairs = gold()
    if "--numbered" in arguments:
        for pair in pairs:
            print(f"# {pair.half} {pair.genre}", *_numbered(pair), "", sep="\n")
        return
    glossary = terms.load((terms.shipped(),))
    if "--errors" in arguments:
        for pair in pairs:
            if pair.half == "dev":  # the test half stays unseen
                print(*_errors(pair, frozenset(align.links(unit(pair), glossary))), sep="\n")
    for half in ("dev", "test"):
        own = [pair for pair in pairs if pair.half == half]
        found = figures(own, lambda pair: align.links(unit(pair), glossary))
        shown = "  ".join(f"{name} {figure:.4f}" for name, figure in found._asdict().items())
        print(f"{half:5}{len(own):4} pairs  {shown}")
    if "--speed" in arguments:
        long = [unit(pair) for pair in pairs if 15 <= len(words(pair.source)) <= 25]
        tokens = sum(len(words(one.source)) for one in long)
        start = time.process_time()
        for one in long * 10:
            align.links(one, glossary)
        spent = (time.process_time() - start) / 10
        print(f"{tokens / spent / 20:.0f} pairs of 20 words per CPU second ({len(long)} pairs, warm caches)")


if __name__ == "__main__":
    main(sys.argv[1:])
