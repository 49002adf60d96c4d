"""The screen's workers take no breath while a test waits for them."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _breathless(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.tui.jobs.BREATH", 0)
