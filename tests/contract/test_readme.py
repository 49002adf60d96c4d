"""The README says what is so: its keys are the program's, its commands those that CI runs, and it is not too long."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.cli.arguments import parsed

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_it_is_short() -> None:
    assert len(README.splitlines()) <= 200


def test_the_keys_are_the_programs() -> None:
    from reader.tui import key_table

    assert README.split("<!-- keys -->")[1].split("<!-- /keys -->")[0].strip() == key_table().strip()


def test_ci_runs_its_two_commands() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    for number in (1, 2):
        assert f"<!-- command {number} -->" in README
        assert f"command {number}" in script


@pytest.mark.parametrize("line", re.findall(r"^(?:.*\| )?reader ([^#|\n`]+)", README, re.MULTILINE))
def test_every_command_shown_is_understood(line: str) -> None:
    words = [word for word in line.split() if word != "…"]
    assert parsed(words).verb


def test_every_file_that_it_names_is_there() -> None:
    for name in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / name).exists(), name
