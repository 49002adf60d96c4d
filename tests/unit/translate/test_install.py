"""Installing over a network that misbehaves: one clear line each, nothing left in the package folder."""

from __future__ import annotations

import hashlib
import json
import shutil
import socket
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.errors import PackageError
from reader.translate import archive, index, install, network, packages
from reader.translate.download import Wanted, downloaded
from tests.fixtures.faulty_server import FaultyServer, Served, serving
from tests.fixtures.tiny_package import build, zipped


@pytest.fixture
def server() -> Iterator[FaultyServer]:
    with serving() as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The package folder; it does not exist yet."""
    made = tmp_path / "argos" / "packages"
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(made))
    return made


def silent(done: int, total: int | None, rate: float) -> None:
    """No progress."""


def installed(what: str, tmp_path: Path) -> str:
    """Install it; the folder's name."""
    return install.installed(install.planned([what]), tmp_path / "downloads", silent).path.name


def refused(what: str, tmp_path: Path, folder: Path) -> str:
    """Fail to install it; the one line, and nothing is left but what a next run goes on with."""
    with pytest.raises(PackageError) as caught:
        installed(what, tmp_path)
    assert "\n" not in str(caught.value)
    assert packages.installed() == ()
    assert [path for path in folder.parent.rglob("*") if path != folder] == []
    return str(caught.value)


def no_bytes(tmp_path: Path) -> list[Path]:
    """Files that were begun, and of which nothing came."""
    return [part for part in tmp_path.glob("downloads/*.part") if not part.stat().st_size]


def test_from_a_file(tiny_archive: Path, tmp_path: Path, folder: Path) -> None:
    assert installed(str(tiny_archive), tmp_path) == "translate-nb_en-1_0"
    assert installed(tiny_archive.as_uri(), tmp_path) == "translate-nb_en-1_0"
    assert [path.name for path in folder.parent.iterdir()] == ["packages"]
    assert [path.name for path in folder.iterdir()] == ["translate-nb_en-1_0"]


def test_another_of_the_same_name_replaces_it(tiny_archive: Path, tmp_path: Path, folder: Path) -> None:
    installed(str(tiny_archive), tmp_path)
    before = packages.installed()[0]
    old = before.fingerprint
    other = zipped(build(tmp_path / "translate-nb_en-1_0", version="1.1", padding=5), tmp_path / "other.argosmodel")
    assert installed(str(other), tmp_path) == "translate-nb_en-1_0"
    (after,) = packages.installed()
    assert (after.version, after.path) == ("1.1", before.path)
    assert after.fingerprint != old
    assert [path.name for path in folder.parent.iterdir()] == ["packages"]


def test_over_the_network(server: FaultyServer, tiny_archive: Path, tmp_path: Path, folder: Path) -> None:
    server.pages["/x.argosmodel"] = Served(tiny_archive.read_bytes())
    server.pages["/moved"] = Served(location="/x.argosmodel")
    seen: list[tuple[int, int | None]] = []
    plan = install.planned([server.url("/moved")])
    install.installed(plan, tmp_path / "downloads", lambda *so_far: seen.append(so_far[:2]))
    size = tiny_archive.stat().st_size
    assert seen[0] == (0, size)
    assert seen[-1] == (size, size)
    assert [package.name for package in packages.installed()] == ["argos nb→en 1.0"]
    assert list((tmp_path / "downloads").iterdir()) == []


@pytest.mark.parametrize("ranges", [True, False])
@pytest.mark.parametrize("etag", ['"1"', 'W/"1"', ""])
def test_what_was_broken_off_is_gone_on_with(
    server: FaultyServer, tiny_archive: Path, tmp_path: Path, folder: Path, ranges: bool, etag: str
) -> None:
    page = server.pages["/x"] = Served(tiny_archive.read_bytes(), ranges=ranges, etag=etag, breaks_off=9000)
    line = refused(server.url("/x"), tmp_path, folder)
    assert "broke off after" in line
    assert "go on from there" in line
    assert installed(server.url("/x"), tmp_path) == "translate-nb_en-1_0"
    # Only a strong validator says that it is still the same file.
    assert page.asked == (["", "bytes=9000-"] if etag == '"1"' else ["", ""])
    assert list((tmp_path / "downloads").iterdir()) == []


def test_a_file_that_changed_meanwhile_is_fetched_anew(
    server: FaultyServer, tiny_archive: Path, tmp_path: Path, folder: Path
) -> None:
    server.pages["/x"] = Served(b"PK" + bytes(20_000), breaks_off=9000, etag='"old"')
    refused(server.url("/x"), tmp_path, folder)
    page = server.pages["/x"] = Served(tiny_archive.read_bytes(), etag='"new"')
    installed(server.url("/x"), tmp_path)
    assert page.asked == ["bytes=9000-"]


@pytest.mark.parametrize("held", [9000, None, 999_999])
def test_whatever_lies_in_the_part_file(
    server: FaultyServer, tiny_archive: Path, tmp_path: Path, folder: Path, held: int | None
) -> None:
    """Half, all, or more than all of it, without a note of where it is from: the hash settles it."""
    data = tiny_archive.read_bytes()
    server.pages["/x"] = page = Served(data)
    wanted = Wanted(server.url("/x"), len(data), hashlib.sha256(data).hexdigest())
    name = hashlib.blake2b(wanted.url.encode(), digest_size=8).hexdigest()
    (tmp_path / f"{name}.part").write_bytes((data + bytes(999_999))[: len(data) if held is None else held])
    assert downloaded(wanted, tmp_path, silent).read_bytes() == data
    assert page.asked[0].startswith("bytes=")


def test_a_server_that_sends_another_range_is_not_believed(
    server: FaultyServer, tiny_archive: Path, tmp_path: Path, folder: Path
) -> None:
    page = server.pages["/x"] = Served(tiny_archive.read_bytes(), breaks_off=9000)
    refused(server.url("/x"), tmp_path, folder)
    page.lies_about_range = True
    installed(server.url("/x"), tmp_path)
    assert page.asked == ["", "bytes=9000-", ""]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (Served(status=404), "the server says 404"),
        (Served(status=500), "the server says 500"),
        (Served(b"<!doctype html><p>Sign in"), "the server sent a web page"),
        (Served(b"garbage" * 99), "the server sent something else"),
        (Served(b""), "is no sound .argosmodel"),
        (Served(b"PK\x03\x04" + bytes(500)), "is no sound .argosmodel"),
        (Served(b"PK" + bytes(500), length=9_000), "broke off after"),
        (Served(b"PK" + bytes(500), length=1 << 50), "not the package"),
        (Served(location="/loop"), "the server says 302"),
        (Served(location="file:///etc/passwd"), "the server says 302"),
    ],
)
def test_servers_that_fail(server: FaultyServer, tmp_path: Path, folder: Path, page: Served, said: str) -> None:
    server.pages["/loop"] = page
    assert said in refused(server.url("/loop"), tmp_path, folder)
    assert not no_bytes(tmp_path)


def test_a_server_that_falls_silent(
    server: FaultyServer, tiny_archive: Path, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network, "TIMEOUT", 0.2)
    page = server.pages["/x"] = Served(tiny_archive.read_bytes(), stalls=True)
    assert "fell silent" in refused(server.url("/x"), tmp_path, folder)
    page.stalls = False
    installed(server.url("/x"), tmp_path)


def test_no_network(tmp_path: Path, folder: Path) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    line = refused(f"http://127.0.0.1:{port}/x", tmp_path, folder)
    assert "cannot be reached" in line
    assert "`reader packages install FILE`" in line
    assert "cannot be reached" in refused("http://no-such-host.invalid/x", tmp_path, folder)
    assert not no_bytes(tmp_path)
    for address in ("http://[/x", "http://127.0.0.1:x/y"):
        assert "is no address" in refused(address, tmp_path, folder)


def test_only_one_process_fetches_a_file(
    server: FaultyServer, tiny_archive: Path, tmp_path: Path, folder: Path
) -> None:
    server.pages["/x"] = Served(tiny_archive.read_bytes(), stalls=True)
    begun = threading.Event()

    def first() -> None:
        with pytest.raises(PackageError):
            downloaded(Wanted(server.url("/x")), tmp_path / "downloads", lambda *_: begun.set())

    thread = threading.Thread(target=first)
    thread.start()
    assert begun.wait(5)
    assert "by another process" in refused(server.url("/x"), tmp_path, folder)
    server.released.set()
    thread.join()


def test_a_hash_that_differs(server: FaultyServer, tiny_archive: Path, tmp_path: Path, folder: Path) -> None:
    name = "/translate-nb_en-1_9.argosmodel"
    server.pages[name] = Served(tiny_archive.read_bytes())
    assert "its sha256 differs" in refused(server.url(name), tmp_path, folder)
    assert list((tmp_path / "downloads").iterdir()) == []
    by_hand = shutil.copy(tiny_archive, tmp_path / name.strip("/"))
    assert "is not the official file" in refused(str(by_hand), tmp_path, folder)


BAD_PACKAGES = {
    "pair": ({"from_code": "da"}, (), "translates da→en"),
    "metadata": ({}, ("metadata.json",), "has no metadata.json"),
    "tokenizer": ({}, ("sentencepiece.model",), "has no tokenizer"),
    "model": ({}, ("model/model.bin",), "has no model"),
    "vocabulary": ({}, ("model/source_vocabulary.json", "model/target_vocabulary.json"), "cannot be loaded"),
}


@pytest.mark.parametrize("which", BAD_PACKAGES)
def test_packages_that_do_not_work(tiny_package: Path, tmp_path: Path, folder: Path, which: str) -> None:
    changed, missing, said = BAD_PACKAGES[which]
    bad = shutil.copytree(tiny_package, tmp_path / "translate-nb_en-1_0")
    metadata = json.loads((bad / "metadata.json").read_text())
    (bad / "metadata.json").write_text(json.dumps({**metadata, **changed}))
    for name in missing:
        (bad / name).unlink()
    assert said in refused(str(zipped(bad, tmp_path / "x.argosmodel")), tmp_path, folder)


@pytest.mark.parametrize(("file", "said"), [("model/model.bin", "cannot be loaded"), ("sentencepiece.model", "cannot")])
def test_packages_that_cannot_be_loaded(tiny_package: Path, tmp_path: Path, folder: Path, file: str, said: str) -> None:
    bad = shutil.copytree(tiny_package, tmp_path / "translate-nb_en-1_0")
    data = (bad / file).read_bytes()
    (bad / file).write_bytes(data[: len(data) // 3])
    assert said in refused(str(zipped(bad, tmp_path / "x.argosmodel")), tmp_path, folder)


def test_a_hostile_archive_leaves_nothing(tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "x.argosmodel"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("p/metadata.json", "{}")
        made.writestr("../../evil", "evil")
    assert "points outside" in refused(str(path), tmp_path, folder)
    assert not list(tmp_path.rglob("evil"))


def test_a_folder_that_cannot_be_written(tiny_archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "file" / "packages"))
    with pytest.raises(PackageError, match="cannot be written"):
        installed(str(tiny_archive), tmp_path)


def test_staging_inside_is_harmless_to_argos(tiny_archive: Path, tmp_path: Path, folder: Path,
                                              monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    """Where the folder beside is on another disk or closed to us."""
    real, seen = archive.staging, list[str]()

    def staged(beside: Path) -> Path:
        if beside == folder.parent:
            raise PackageError("closed")
        return real(beside)

    def looked(one: packages.Package) -> None:
        (stage,) = folder.iterdir()
        seen.append(json.loads((stage / "metadata.json").read_text())["type"])

    monkeypatch.setattr(install, "staging", staged)
    monkeypatch.setattr(install, "verified", looked)
    assert installed(str(tiny_archive), tmp_path) == "translate-nb_en-1_0"
    assert seen == ["unpacking"]
    assert [path.name for path in folder.iterdir()] == ["translate-nb_en-1_0"]


@pytest.mark.parametrize("what", [["nb", "en"], ["nb_en"], ["translate-nb_en-1_0"], ["argos nb→en 1.0"]])
def test_removing(tiny_archive: Path, tmp_path: Path, folder: Path, what: list[str]) -> None:
    installed(str(tiny_archive), tmp_path)
    with pytest.raises(PackageError, match="Installed: translate-nb_en-1_0"):
        install.removed(["sv", "en"])
    assert [package.name for package in install.removed(what)] == ["argos nb→en 1.0"]
    assert list(folder.iterdir()) == []
    assert list(folder.parent.iterdir()) == [folder]


def test_of_a_link_only_the_link_is_removed(tiny_package: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "linked").symlink_to(tiny_package)
    install.removed(["linked"])
    assert list(folder.iterdir()) == []
    assert (tiny_package / "metadata.json").exists()


ENTRIES: list[object] = [
    {"from_code": "da", "to_code": "en", "links": ["https://x/da.argosmodel"]},
    {"from_code": "nb", "to_code": "en", "package_version": "1.0", "links": ["old.argosmodel"]},
    {"from_code": "nb", "to_code": "en", "package_version": "1.10", "links": ["new.argosmodel"], "size": 7},
    {"from_code": "nb", "to_code": "en", "package_version": "9", "links": []},
    {"from_code": "nb", "to_code": "en", "package_version": "9", "links": ["ipfs://x"]},
    {"type": "sbd", "from_code": "nb", "to_code": "en", "links": ["https://x/y"]},
    "nonsense", None, {"from_code": ["nb"]},
]  # fmt: skip


def test_an_index_over_the_network(server: FaultyServer) -> None:
    server.pages["/i/index.json"] = Served(json.dumps(ENTRIES).encode())
    found = index.available(server.url("/i/index.json"))
    assert [(one.version, one.links, one.size) for one in found] == [
        ("1.10", (server.url("/i/new.argosmodel"),), 7),
        ("1.0", (server.url("/i/old.argosmodel"),), None),
    ]


def test_an_index_in_a_file(tmp_path: Path, tiny_archive: Path, folder: Path) -> None:
    path = tmp_path / "index.json"
    shutil.copy(tiny_archive, tmp_path / "new.argosmodel")
    size = tiny_archive.stat().st_size
    path.write_text(json.dumps([{"from_code": "nb", "to_code": "en", "links": ["new.argosmodel"], "size": size}]))
    plan = install.planned(["nb", "en"], str(path))
    assert Path(plan.where) == tmp_path / "new.argosmodel"
    assert install.installed(plan, tmp_path / "downloads", silent).version == "1.0"


def test_the_official_package_is_pinned(tmp_path: Path) -> None:
    path = tmp_path / "index.json"
    link = "https://data.argosopentech.com/argospm/v1/translate-nb_en-1_9.argosmodel"
    path.write_text(json.dumps([{"from_code": "nb", "to_code": "en", "package_version": "1.9", "links": [link]}]))
    (found,) = index.available(str(path))
    assert found.sha256 == "ee2e3b3541abecb51566b095d3409d97c61b920c9e37956d211fb8b9e9e7d027"
    assert "CC BY 4.0" in found.attribution


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<html>Sign in</html>", "it is a web page"),
        (b"\x00\xff", "it is no JSON"),
        (b"{}", "it holds no list"),
        (b"[" * 99_999, "it is no JSON"),
    ],
)
def test_what_is_no_index(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "index.json").write_bytes(data)
    with pytest.raises(PackageError) as caught:
        index.available(str(tmp_path / "index.json"))
    assert said in str(caught.value)


@pytest.mark.parametrize("what", [["sv", "en"], ["en", "nb"], ["nb"], ["missing.argosmodel"], ["a/b"], [""], ["x"]])
def test_what_cannot_be_installed(what: list[str], tmp_path: Path) -> None:
    (tmp_path / "index.json").write_text("[]")
    with pytest.raises(PackageError) as caught:
        install.planned(what, str(tmp_path / "index.json"))
    assert "\n" not in str(caught.value)
