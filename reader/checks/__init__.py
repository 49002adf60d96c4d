"""What looks wrong in a unit: codes and one line each, shown, never hidden.

Only English that a machine wrote or fetched is looked at: the engine's, and a memory's for a segment that is merely
like its own. What people wrote for this very segment is theirs. To add one: a function here and a row in `CHECKS`;
what can be seen in the two texts alone is a fault in `reader.text.faults`, where the engine sees it too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reader.model import Finding, Origin, Unit
from reader.text.faults import faults

UNSURE = 0.3
"""Confidence (the geometric mean of the pieces' probabilities) under which an engine is guessing."""


def findings(unit: Unit) -> tuple[Finding, ...]:
    """In the order of their codes, without those that the unit already has."""
    machine = unit.origin is Origin.ENGINE or (unit.origin is Origin.MEMORY and unit.score < 1)
    if not machine:
        return ()
    held = {finding.code for finding in unit.findings}
    found = {finding.code: finding for check in CHECKS for finding in check(unit) if finding.code not in held}
    return tuple(found[code] for code in sorted(found))


def texts(unit: Unit) -> Iterator[Finding]:
    """C01–C08: what the two texts show (loops, numbers, length, copies, lost signs)."""
    for fault in faults(unit.source, unit.target):
        yield Finding(fault.code, fault.message)


def confidence(unit: Unit) -> Iterator[Finding]:
    """C09: the engine was guessing."""
    if unit.origin is Origin.ENGINE and unit.score < UNSURE:
        yield Finding("C09", f"the engine is unsure ({unit.score:.0%})")


CHECKS: tuple[Callable[[Unit], Iterator[Finding]], ...] = (texts, confidence)

__all__ = ["CHECKS", "UNSURE", "findings"]
