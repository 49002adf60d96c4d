"""What became of the terms, as far as English has come."""

from __future__ import annotations

from reader.model import State
from reader.session.value import Session


def states(session: Session) -> dict[str, dict[State, int]]:
    """Lemma → how often its term was kept, missed, …"""
    found: dict[str, dict[State, int]] = {}
    for block in session.blocks.values():
        for unit in block.units:
            for match in unit.terms if unit.target else ():
                counts = found.setdefault(match.entry.lemma, {})
                counts[match.state] = counts.get(match.state, 0) + 1
    return found
