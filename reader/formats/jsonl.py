"""JSON lines: one unit a line, in text order, for other programs. The keys are a contract; new ones may join them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from reader import text
from reader.model import Bitext, Span, TermMatch, Unit


def write(bitext: Bitext) -> bytes:
    """UTF-8, a line for each unit; lone surrogates are escaped, so that the bytes are always valid."""
    lines = (json.dumps(_unit(unit), ensure_ascii=False) for unit in bitext.units)
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")


def _unit(unit: Unit) -> dict[str, Any]:
    return {
        "paragraph": unit.paragraph,
        "sentence": unit.sentence,
        "kind": unit.kind.value,
        "start": unit.span.start,
        "end": unit.span.end,
        "source": unit.source,
        "target": unit.target,
        "origin": unit.origin.value,
        "score": round(unit.score, 4),
        "provenance": unit.provenance,
        "memory_source": unit.memory_source,
        "differs": _spans(text.differences(unit.source, unit.memory_source)) if unit.memory_source else [],
        "terms": [_term(match) for match in unit.terms],
        "links": " ".join(f"{link.source}-{link.target}" for link in unit.links),
        "findings": [{"code": finding.code, "message": finding.message} for finding in unit.findings],
    }


def _term(match: TermMatch) -> dict[str, Any]:
    return {
        "lemma": match.entry.lemma,
        "gloss": match.entry.gloss,
        "source": _spans(match.source),
        "target": _spans(match.target),
        "how": match.how.value,
        "state": match.state.value,
        "confidence": round(match.confidence, 2),
        "highlight": match.entry.highlight,
        "alternatives": match.other_glosses,
        "inner": [{"lemma": inner.entry.lemma, "source": _spans(inner.source)} for inner in match.inner],
    }


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
