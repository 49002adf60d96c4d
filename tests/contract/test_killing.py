"""kill -9 leaves a sound database and a sound package folder. `tests/benchmarks/kills.py` does it 50 times."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.translate import install, packages
from tests.fixtures.faulty_server import Served, serving
from tests.fixtures.killing import kill_a_translation, kill_an_installation

pytestmark = pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
ROUNDS = 4


def test_a_killed_translation_loses_no_finished_window(tiny_package: Path, tmp_path: Path) -> None:
    assert sum(kill_a_translation(tiny_package, tmp_path) for _ in range(ROUNDS)) > 0


def test_a_killed_installation_leaves_nothing_or_all(
    tiny_archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "argos" / "packages"))
    with serving() as server:
        server.pages["/x"] = Served(tiny_archive.read_bytes())
        for _ in range(ROUNDS):
            kill_an_installation(server.url("/x"), tmp_path / "downloads")
        plan = install.planned([server.url("/x")])
        install.installed(plan, tmp_path / "downloads", lambda *_: None)
    assert len(packages.installed()) == 1
    # What the killed ones left beside the folder went with the next installation.
    assert [path.name for path in (tmp_path / "argos").iterdir()] == ["packages"]
