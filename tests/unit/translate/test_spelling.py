"""English in the fewest pieces of a vocabulary."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.translate.spelling import spelled, vocabulary

PIECES = frozenset(["▁", "▁the", "▁en", "voy", "▁env", "o", "y", "▁prime▁minister", "▁prime", "t", "h", "e", "s"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the envoy", ["▁the", "▁en", "voy"]),
        ("the  prime minister", ["▁the", "▁prime▁minister"]),
        ("thes", ["▁the", "s"]),
        ("envoys", ["▁en", "voy", "s"]),
        ("zoo", None),
        ("", ["▁"]),
    ],
)
def test_spelled(text: str, expected: list[str] | None) -> None:
    assert spelled(text, PIECES) == expected


def test_vocabulary(tmp_path: Path, tiny_package: Path) -> None:
    assert "▁the▁prime▁minister" in vocabulary(tiny_package / "model")
    assert vocabulary(tmp_path) == frozenset()
    (tmp_path / "shared_vocabulary.txt").write_text("▁the\n▁a")
    assert vocabulary(tmp_path) == {"▁the", "▁a"}
    (tmp_path / "target_vocabulary.json").write_text(json.dumps(["▁b"]))
    assert vocabulary(tmp_path) == {"▁b"}
    (tmp_path / "target_vocabulary.json").write_text("[")
    assert vocabulary(tmp_path) == frozenset()
