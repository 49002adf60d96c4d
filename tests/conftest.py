"""Nothing a test does reaches the home of the person who runs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixtures import tiny_package as tiny


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.delenv(f"XDG_{name}_HOME", raising=False)
    for name in ("ARGOS_PACKAGES_DIR", "ARGOS_PACKAGE_DIR", "ARGOS_TRANSLATE_PACKAGE_DIR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    assert Path.home() == home


@pytest.fixture(scope="session")
def tiny_package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a real Argos package that translates word by word (see tests/fixtures/tiny_package.py)."""
    return tiny.build(tmp_path_factory.mktemp("argos") / "translate-nb_en-1_0")


@pytest.fixture(scope="session")
def tiny_archive(tiny_package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as an .argosmodel."""
    return tiny.zipped(tiny_package, tmp_path_factory.mktemp("archive") / "translate-nb_en-1_0.argosmodel")
