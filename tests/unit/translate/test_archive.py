from __future__ import annotations

import shutil
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from reader.errors import PackageError
from reader.translate import archive
from reader.translate.package import read


def archived(path: Path, *entries: tuple[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries:
            made.writestr(name, data)
    return path


def refused(path: Path, into: Path) -> str:
    with pytest.raises(PackageError) as caught:
        archive.unpacked(path, into)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_unpacking(tiny_package: Path, tiny_archive: Path, tmp_path: Path) -> None:
    folder = archive.unpacked(tiny_archive, tmp_path)
    held = {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    assert held == {f.relative_to(tiny_package): f.read_bytes() for f in tiny_package.rglob("*") if f.is_file()}
    again = archive.unpacked(tiny_archive, tmp_path / "again")
    assert read(again).fingerprint == read(folder).fingerprint


@pytest.mark.parametrize(
    "name",
    ["../evil", "p/../../evil", "/etc/evil", "C:/evil", "p\\..\\evil", "~/evil", ".ssh/evil", "p/a\0b"],
)
def test_paths_that_lead_outside(tmp_path: Path, name: str) -> None:
    path = archived(tmp_path / "x.argosmodel", ("p/metadata.json", b"{}"), ("p/evil", b"evil"))
    # zipfile mends some names when it writes them, so they are put in afterwards.
    data = path.read_bytes()
    old, new = b"p/evil", name.encode()
    for head, length_at in ((b"PK\x03\x04", 26), (b"PK\x01\x02", 28)):
        at = data.rindex(head)
        name_at = data.index(old, at)
        data = data[: at + length_at] + struct.pack("<H", len(new)) + data[at + length_at + 2 :]
        data = data[:name_at] + new + data[name_at + len(old) :]
    end = data.rindex(b"PK\x05\x06")
    size = end - data.index(b"PK\x01\x02")
    data = data[: end + 12] + struct.pack("<II", size, data.index(b"PK\x01\x02")) + data[end + 20 :]
    path.write_bytes(data)
    assert "points outside its folder" in refused(path, tmp_path / "into")
    assert list((tmp_path / "into").glob("**/*")) == []
    assert not (tmp_path / "evil").exists()


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_links_and_special_files(tmp_path: Path, kind: int) -> None:
    path = tmp_path / "x.argosmodel"
    with zipfile.ZipFile(path, "w") as made:
        entry = zipfile.ZipInfo("p/link")
        entry.external_attr = (kind | 0o777) << 16
        made.writestr(entry, "/etc/passwd")
    assert "is a link or a special file" in refused(path, tmp_path / "into")


def test_bombs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = archived(tmp_path / "x.argosmodel", ("p/zeros", bytes(8 << 20)))
    assert "packed too tightly" in refused(path, tmp_path / "into")
    monkeypatch.setattr(archive, "LARGEST", 1 << 20)
    assert "would unpack to more than" in refused(path, tmp_path / "into")
    monkeypatch.setattr(archive, "MOST_FILES", 10)
    many = archived(tmp_path / "y.argosmodel", *((f"p/{n}", b"") for n in range(11)))
    assert "holds 11 files" in refused(many, tmp_path / "into")


def test_a_full_disk_is_noticed_before(tmp_path: Path, tiny_archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: type("Usage", (), {"free": 10}))
    assert "has room for 0 MB" in refused(tiny_archive, tmp_path / "into")


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ((), "does not hold exactly one folder"),
        ((("metadata.json", b"{}"),), "does not hold exactly one folder"),
        ((("a/x", b""), ("b/x", b"")), "does not hold exactly one folder"),
        ((("a/x", b""), ("a/X", b"")), "holds 'a/X' twice"),
    ],
)
def test_shapes_that_no_package_has(tmp_path: Path, entries: tuple[tuple[str, bytes], ...], said: str) -> None:
    assert said in refused(archived(tmp_path / "x.argosmodel", *entries), tmp_path / "into")


@pytest.mark.parametrize("spoil", ["cut", "flipped", "page", "empty"])
def test_broken_archives(tmp_path: Path, tiny_archive: Path, spoil: str) -> None:
    data = tiny_archive.read_bytes()
    middle = len(data) // 2
    spoiled = {
        "cut": data[:middle],
        "flipped": data[:middle] + bytes(byte ^ 255 for byte in data[middle : middle + 64]) + data[middle + 64 :],
        "page": b"<!doctype html><title>404</title>",
        "empty": b"",
    }
    path = tmp_path / "x.argosmodel"
    path.write_bytes(spoiled[spoil])
    assert "is no sound .argosmodel" in refused(path, tmp_path / "into")
