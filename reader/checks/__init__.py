"""What looks wrong in a unit: codes and one line each, shown, never hidden."""

from __future__ import annotations

from reader.model import Finding, Unit


def findings(unit: Unit) -> tuple[Finding, ...]:  # noqa: ARG001
    """Findings in text order of their codes."""
    return ()
