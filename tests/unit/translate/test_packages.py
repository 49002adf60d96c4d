from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader.errors import PackageError
from reader.translate import packages
from tests.unit.translate.test_package import described


def placed(tiny_package: Path, folder: Path, name: str, **changed: object) -> Path:
    made = shutil.copytree(tiny_package, folder / name)
    described(made, **changed)
    return made


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "packages"
    made.mkdir()
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(made))
    return made


def test_nothing_installed_makes_no_folder(tmp_path: Path) -> None:
    assert packages.found() == packages.Found((), ())
    assert list(Path.home().iterdir()) == []


def test_the_newest_comes_first_and_what_is_shipped_last(
    tiny_package: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    placed(tiny_package, folder, "a", package_version="1.9")
    placed(tiny_package, folder, "b", package_version="1.10", from_code="no")
    placed(tiny_package, folder, "c", package_version="3.0", from_code="nn")
    placed(tiny_package, tmp_path / "embedded", "d", package_version="9.0")
    monkeypatch.setattr(packages, "EMBEDDED", tmp_path / "embedded")
    assert [package.path.name for package in packages.installed()] == ["b", "a", "c", "d"]
    assert packages.installed()[-1].embedded


def test_strays_are_passed_over_with_a_notice(tiny_package: Path, folder: Path) -> None:
    good = placed(tiny_package, folder, "good")
    placed(tiny_package, folder, "danish", from_code="da")
    placed(tiny_package, folder, "splitter", type="sbd")
    (folder / "stray").mkdir()
    (folder / "file").write_text("no folder")
    (folder / ".hidden").mkdir()
    (placed(tiny_package, folder, "half") / "model" / "model.bin").unlink()
    found = packages.found()
    assert [package.path for package in found.packages] == [good]
    assert [notice.partition(":")[0].rpartition("/")[2] for notice in found.notices] == ["half", "stray"]


@pytest.mark.parametrize("how", ["standard", "xdg", "settings", "legacy"])
def test_where_argos_keeps_them(
    tiny_package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    folder = Path.home() / ".local" / "share" / "argos-translate" / "packages"
    if how == "xdg":
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
        folder = tmp_path / "data" / "argos-translate" / "packages"
    elif how == "settings":
        folder = tmp_path / "mine"
        settings = Path.home() / ".config" / "argos-translate" / "settings.json"
        settings.parent.mkdir(parents=True)
        settings.write_text(json.dumps({"ARGOS_PACKAGES_DIR": str(folder)}))
    elif how == "legacy":
        folder = tmp_path / "old"
        monkeypatch.setenv("ARGOS_PACKAGE_DIR", str(folder))
    placed(tiny_package, folder, "one")
    assert [package.path.parent for package in packages.installed()] == [folder]
    assert packages.install_folder() == folder or how == "legacy"


def test_broken_settings_of_argos_are_ignored() -> None:
    settings = Path.home() / ".config" / "argos-translate" / "settings.json"
    settings.parent.mkdir(parents=True)
    for content in ("{", "[]", '{"ARGOS_PACKAGES_DIR": 7}'):
        settings.write_text(content)
        assert packages.install_folder() == Path.home() / ".local" / "share" / "argos-translate" / "packages"


def test_opening_a_folder_or_an_archive(tiny_package: Path, tiny_archive: Path, tmp_path: Path) -> None:
    assert packages.opened(tiny_package, tmp_path).path == tiny_package
    assert packages.opened(tiny_package.parent, tmp_path).path == tiny_package
    kept = tmp_path / "kept"
    first = packages.opened(tiny_archive, kept)
    again = packages.opened(tiny_archive, kept)
    assert first == again
    assert first.path.parent == kept
    assert list(kept.iterdir()) == [first.path]
    assert first.fingerprint == again.fingerprint


@pytest.mark.parametrize("name", ["missing.argosmodel", "empty.argosmodel", "folder"])
def test_opening_what_is_no_package(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "folder":
        path.mkdir()
    elif name.startswith("empty"):
        path.write_bytes(b"")
    with pytest.raises(PackageError) as caught:
        packages.opened(path, tmp_path / "kept")
    assert "\n" not in str(caught.value)
    assert not [*(tmp_path / "kept").glob("*"), *(tmp_path / "kept").glob(".*")]


def test_argos_translate_sees_what_we_see(tiny_package: Path, folder: Path) -> None:
    placed(tiny_package, folder, "one")
    program = "from argostranslate import package; print(*(p.package_path for p in package.get_installed_packages()))"
    seen = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert seen == [str(package.path) for package in packages.installed()]


@pytest.mark.parametrize("name", ["one", "argos nb→en 1.0", "1.0"])
def test_an_installed_package_is_chosen_by_name(tiny_package: Path, folder: Path, tmp_path: Path, name: str) -> None:
    placed(tiny_package, folder, "other", package_version="2.0")
    one = placed(tiny_package, folder, "one")
    assert packages.opened(Path(name), tmp_path).path == one
    with pytest.raises(PackageError, match="Installed: other, one"):
        packages.opened(Path("3.0"), tmp_path)


def test_an_unpacked_archive_that_was_damaged_is_unpacked_again(tiny_archive: Path, tmp_path: Path) -> None:
    first = packages.opened(tiny_archive, tmp_path / "kept")
    (first.path / "model" / "model.bin").unlink()
    assert packages.opened(tiny_archive, tmp_path / "kept") == first
    assert (first.path / "model" / "model.bin").exists()
    assert list((tmp_path / "kept").iterdir()) == [first.path]
