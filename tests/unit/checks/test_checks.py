from __future__ import annotations

import pytest

from reader import checks
from reader.model import Finding, Kind, Origin, Span, Unit, replace

BAD = Unit(
    source="Det kostet 4500 kroner.", span=Span(0, 23), kind=Kind.BODY, paragraph=0, sentence=0,
    target="It cost kroner.", origin=Origin.ENGINE, score=0.9,
)  # fmt: skip


@pytest.mark.parametrize(
    ("origin", "score", "codes"),
    [
        (Origin.ENGINE, 0.9, ["C02"]),
        (Origin.ENGINE, 0.1, ["C02", "C09"]),
        (Origin.MEMORY, 0.8, ["C02"]),
        (Origin.MEMORY, 1.0, []),
        (Origin.HUMAN, 1.0, []),
        (Origin.GLOSS, 0.5, []),
        (Origin.NONE, 1.0, []),
    ],
)
def test_only_machines_are_checked(origin: Origin, score: float, codes: list[str]) -> None:
    assert [finding.code for finding in checks.findings(replace(BAD, origin=origin, score=score))] == codes


def test_what_the_engine_said_is_not_said_again() -> None:
    known = replace(BAD, findings=(Finding("C02", "number missing: 4500"),))
    assert checks.findings(known) == ()
