"""English in the pieces that a model writes.

A package's tokenizer is made for reading, and often for Norwegian alone: it would spell "envoy" letter by letter where
the model has a piece for it. The model's own vocabulary tells what it can write; of all ways the one with the fewest
pieces is nearest to what training showed it.
"""

from __future__ import annotations

import json
from pathlib import Path

_LONGEST = 40
"""Letters of a piece; longer ones are rubbish of the training text."""


def vocabulary(model: Path) -> frozenset[str]:
    """The pieces that a CTranslate2 model can write; empty when they cannot be read."""
    for name in ("target_vocabulary", "shared_vocabulary", "vocabulary"):
        for file in (model / f"{name}.json", model / f"{name}.txt"):
            try:
                data = file.read_text(encoding="utf-8")
                return frozenset(json.loads(data) if file.suffix == ".json" else data.split("\n"))
            except FileNotFoundError:
                continue
            except (OSError, ValueError, TypeError):
                return frozenset()
    return frozenset()


def spelled(text: str, pieces: frozenset[str]) -> list[str] | None:
    """The text in the fewest pieces, `▁` for a space and before it all, longer ones first; None: it cannot be."""
    whole = "▁" + "▁".join(text.split())
    # best[i]: how to spell what comes from i on, as (number of pieces, end of the first); filled from the end.
    best: list[tuple[int, int] | None] = [None] * len(whole) + [(0, 0)]
    for start in range(len(whole) - 1, -1, -1):
        for end in range(start + 1, min(len(whole), start + _LONGEST) + 1):
            rest = best[end]
            held = best[start]
            if rest is not None and (held is None or rest[0] + 1 <= held[0]) and whole[start:end] in pieces:
                best[start] = (rest[0] + 1, end)
    found, at = list[str](), 0
    while at < len(whole):
        step = best[at]
        if step is None:
            return None
        found.append(whole[at : step[1]])
        at = step[1]
    return found


__all__ = ["spelled", "vocabulary"]
