"""Sentence boundaries against Universal Dependencies: python tests/benchmarks/segmentation.py FILE.conllu [--errors]

Gold sentences are joined by SpaceAfter into their paragraphs (`# newpar`); inner boundaries are compared as
character offsets, over all of them and over those that stand after a stop (. ? ! …, with closing quotes).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from reader.model import Span
from reader.text import sentences

STOPPED = re.compile(r"[.?!…][\"”»’')\]]*\s*$")


def gold(path: Path) -> Iterator[list[str]]:
    """The sentences of each paragraph, with their trailing space."""
    paragraph: list[str] = []
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        if any(line.startswith("# newpar") for line in lines) and paragraph:
            yield paragraph
            paragraph = []
        rows = [line.split("\t") for line in lines if line[:1].isdigit()]
        paragraph.append(
            "".join(row[1] + ("" if "SpaceAfter=No" in row[9] else " ") for row in rows if row[0].isdigit())
        )
    yield paragraph


def score(path: Path, language: str, *, errors: bool = False) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 under "all" and "stopped"."""
    counts = {"all": [0, 0, 0], "stopped": [0, 0, 0]}
    for paragraph in gold(path):
        text, wanted, at = "".join(paragraph), set[int](), 0
        for sentence in paragraph[:-1]:
            at += len(sentence)
            wanted.add(at)
        found = {span.end for span in sentences(text, Span(0, len(text)), language)} - {len(text)}
        for name, count in counts.items():
            w, f = (
                {x for x in side if name == "all" or STOPPED.search(text, max(0, x - 12), x)}
                for side in (wanted, found)
            )
            count[0] += len(w & f)
            count[1] += len(f)
            count[2] += len(w)
        if errors:
            for x in sorted(wanted ^ found):
                print("MISSED" if x in wanted else "WRONG ", f"{text[max(0, x - 45) : x]}|{text[x : x + 45]}")
    result = {}
    for name, (right, cut, want) in counts.items():
        precision, recall = right / max(cut, 1), right / max(want, 1)
        result[name] = (precision, recall, 2 * precision * recall / max(precision + recall, 1e-9))
    return result


if __name__ == "__main__":
    source = Path(sys.argv[1])
    code = "nn" if "nynorsk" in source.name else "nb"
    for label, (p, r, f1) in score(source, code, errors="--errors" in sys.argv).items():
        print(f"{label:8} P {p:.4f}  R {r:.4f}  F1 {f1:.4f}")
