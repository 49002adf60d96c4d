"""How good a package is: BLEU and chrF of what the reader itself makes of it, with sacrebleu's signatures.

A figure without its signature compares with nothing (Post 2018).
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.errors import InputError
from reader.recipes.training.data import lines


@dataclass(frozen=True, slots=True)
class Testset:
    """Sentences with a translation by people; never trained on."""

    name: str
    source: Path
    reference: Path


def evaluated(package: Path, sets: Sequence[Testset], unpack_into: Path) -> list[tuple[dict[str, Any], list[str]]]:
    """For each set its scores, as JSON values, and the translations. Raises InputError and PackageError."""
    from reader.translate import packages
    from reader.translate.argos import Argos

    opened = packages.opened(package, unpack_into)
    engine = Argos(opened)
    found = []
    for testset in sets:
        source, reference = list(lines(testset.source)), list(lines(testset.reference))
        if len(source) != len(reference) or not source:
            raise InputError(f"{testset.name}: {len(source)} lines and {len(reference)}.", hint="They must be as many.")
        started = time.process_time()
        targets = [draft.target for draft in engine.translate(_segments(source))]
        seconds = time.process_time() - started
        about = {"set": testset.name, "lines": len(source), "speed": round(len(source) / max(seconds, 1e-9), 1),
                 "engine": opened.name}  # fmt: skip
        found.append((about | scored(targets, reference), targets))
    return found


def scored(hypotheses: Sequence[str], references: Sequence[str]) -> dict[str, Any]:
    """BLEU and chrF with their signatures. Needs sacrebleu."""
    from sacrebleu.metrics import BLEU, CHRF

    found: dict[str, Any] = {}
    for name, metric in (("bleu", BLEU()), ("chrf", CHRF())):
        score = metric.corpus_score(list(hypotheses), [list(references)])
        found[name], found[f"{name}_signature"] = round(score.score, 2), f"{score.name}|{metric.get_signature()}"
    return found


def _segments(texts: Sequence[str]) -> list[Any]:
    from reader.model import Kind, Span
    from reader.translate.protocol import Segment

    return [Segment(text, Span(0, len(text)), Kind.BODY, number, 0) for number, text in enumerate(texts)]


__all__ = ["Testset", "evaluated", "scored"]
