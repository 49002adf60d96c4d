"""Lint, format of imports, types and the floors: what `.ci/run` demands is what the ordinary suite demands."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "command",
    [
        ("-m", "ruff", "check", "."),
        ("-m", "mypy", "--no-error-summary"),
        ("-c", "import sys; from importlinter.cli import lint_imports_command as run; sys.exit(run([]))"),
    ],
    ids=["lint", "types", "floors"],
)
def test_the_house_is_in_order(command: tuple[str, ...]) -> None:
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
