"""The screen's workers take no breath while a test waits for them."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _breathless(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.tui.jobs.BREATH", 0)


@pytest.fixture(scope="session")
def _compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def compiled(_compiled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One cache for those who use the shipped glossary: compiling it takes seconds."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(_compiled))
