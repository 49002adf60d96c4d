"""`reader packages` and `reader cache`: the manners of the two commands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader import store
from reader.__main__ import main
from reader.cli.output import readable
from reader.cli.progress import bar
from tests.fixtures.faulty_server import Served, serving

Said = tuple[int, str, str]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> object:
    def said(*words: str | Path) -> Said:
        code = main([str(word) for word in words])
        out, err = capsys.readouterr()
        return code, out, err

    return said


def test_a_life_of_a_package(say, tiny_archive: Path) -> None:  # type: ignore[no-untyped-def]
    for action, done in (("list", 0), ("verify", 1)):
        code, out, err = say("packages", action)
        assert (code, out, err.count("\n")) == (done, "", 1)
        assert "`reader packages install` fetches one; `reader packages install FILE`" in err
    assert json.loads(say("packages", "list", "--json")[1]) == []
    code, out, err = say("packages", "install", tiny_archive)
    assert (code, out) == (0, "")
    assert "installed argos nb→en 1.0 in" in err
    assert err.splitlines()[0].startswith("translate-nb_en-1_0.argosmodel  ")
    assert "License: CC0" in err
    code, out, err = say("packages", "install", tiny_archive)
    assert (code, out) == (0, "")
    assert "argos nb→en 1.0 is installed already, in" in err
    folder = Path(say("packages", "path")[1].strip())
    code, out, err = say("packages", "list")
    assert (code, err) == (0, "")
    assert out.startswith(f"argos nb→en 1.0  (in use)\n  {folder / 'translate-nb_en-1_0'}\n  ")
    assert "Tiny test model, made by hand. License: CC0." in out
    (listed,) = json.loads(say("packages", "list", "--json")[1])
    assert (listed["from"], listed["to"], listed["version"], listed["embedded"]) == ("nb", "en", "1.0", False)
    assert say("packages", "verify") == (0, "argos nb→en 1.0: sound\n", "")
    assert say("packages", "remove", "nb", "en", "-q") == (0, "", "")
    assert say("packages", "list", "--json")[1] == "[]\n"


def test_verify_tells_what_is_broken(say, tiny_archive: Path) -> None:  # type: ignore[no-untyped-def]
    say("packages", "install", tiny_archive)
    folder = Path(say("packages", "path")[1].strip())
    (folder / "stray").mkdir()
    (folder / "translate-nb_en-1_0" / "model" / "model.bin").write_bytes(b"no model")
    code, out, err = say("packages", "verify")
    assert code == 1
    assert out == "argos nb→en 1.0: broken\n"
    assert "stray has no metadata.json" in err
    assert "cannot be loaded" in err
    (row,) = json.loads(say("packages", "verify", "--json")[1])
    assert row["sound"] is False


def test_available_and_install_from_another_index(say, tiny_archive: Path) -> None:  # type: ignore[no-untyped-def]
    with serving() as server:
        entry = {"from_code": "nb", "to_code": "en", "package_version": "1.0", "links": ["x.argosmodel"]}
        server.pages["/index.json"] = Served(json.dumps([entry]).encode())
        server.pages["/x.argosmodel"] = Served(tiny_archive.read_bytes())
        code, out, err = say("packages", "available", "--index", server.url("/index.json"))
        assert (code, out, err) == (0, f"argos nb→en 1.0  {server.url('/x.argosmodel')}\n", "")
        (row,) = json.loads(say("packages", "available", "--json", "--index", server.url("/index.json"))[1])
        assert row["links"] == [server.url("/x.argosmodel")]
        code, out, err = say("packages", "install", "--index", server.url("/index.json"))
        assert (code, out) == (0, "")
        assert err.splitlines()[:2] == ["argos nb→en 1.0", f"from {server.url('/x.argosmodel')}"]
        code, out, err = say("packages", "install", "nb", "en", "--index", server.url("/index.json"))
        assert (code, out) == (0, "")
        assert "is installed already" in err
        assert len(server.pages["/x.argosmodel"].asked) == 1


@pytest.mark.parametrize(
    "words",
    [
        ("packages", "install", "sv", "en"),
        ("packages", "install", "missing.argosmodel"),
        ("packages", "available", "--index", "missing.json"),
        ("packages", "install", "--index", "http://127.0.0.1:1/index.json"),
        ("packages", "install", "--index", "http://[/index.json"),
        ("packages", "install", "--index", "http://127.0.0.1:x/index.json"),
        ("packages", "remove", "nb", "en"),
        ("packages", "fly"),
        ("packages",),
        ("cache", "fly"),
    ],
)
def test_bad_requests_are_one_line(say, words: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    code, out, err = say(*words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("reader: ")


def test_the_cache_is_told_and_forgotten(say, tiny_archive: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    text = tmp_path / "a.txt"
    text.write_text("Hei, jeg kommer fra Norge. Det er en god bok.\n")
    (tmp_path / "g.yaml").write_text("entries: []\n")
    opening = ("print", text, "--package", tiny_archive, "--engine", "argos", "--glossary", tmp_path / "g.yaml")
    assert json.loads(say("cache", "info", "--json")[1])["segments"] == 0
    assert not store.cache_folder().exists()
    say(*opening, "--no-cache")
    assert json.loads(say("cache", "info", "--json")[1])["segments"] == 0
    code, out, _ = say(*opening, "--beam", "1")
    assert code == 0
    assert "Hello, I come from Norway." in out
    code, out, err = say("cache", "info")
    assert (code, err) == (0, "")
    assert "2 segments" in out
    assert say("cache", "clear") == (0, "", "forgot 2 segments\n")
    assert json.loads(say("cache", "info", "--json")[1])["segments"] == 0


@pytest.mark.parametrize(
    ("done", "total", "rate", "expected"),
    [
        (0, 10_000_000, 0.0, "░░░░░░░░░░░░░░░░░░░░░░░░    0.0 of 10.0 MB"),
        (5_000_000, 10_000_000, 50_000.0, "████████████░░░░░░░░░░░░    5.0 of 10.0 MB  0.1 MB/s  1:40 left"),
        (10_000_000, 10_000_000, 2e6, "████████████████████████   10.0 of 10.0 MB  2.0 MB/s"),
        (5_000_000, None, 2e6, "   5.0 MB  2.0 MB/s"),
    ],
)
def test_the_bar(done: int, total: int | None, rate: float, expected: str) -> None:
    assert bar(done, total, rate) == expected


@pytest.mark.parametrize(
    ("size", "expected"),
    [(None, ""), (0, "0 kB"), (1, "1 kB"), (50_000, "50 kB"), (1_250_000, "1.2 MB"), (209_715_200, "210 MB")],
)
def test_sizes_are_readable(size: int | None, expected: str) -> None:
    assert readable(size) == expected


@pytest.mark.parametrize("suffix", ["html", "md", "tmx"])
def test_a_document_says_whose_model_made_it(  # type: ignore[no-untyped-def]
    say, tiny_archive: Path, tmp_path: Path, suffix: str
) -> None:
    text, made = tmp_path / "a.txt", tmp_path / f"a.{suffix}"
    text.write_text("Hei, jeg kommer fra Norge.\n")
    (tmp_path / "g.yaml").write_text("entries: []\n")
    say("packages", "install", tiny_archive)
    say("export", text, "-o", made, "--glossary", tmp_path / "g.yaml")
    said = made.read_text("utf-8").replace("\\", "")
    assert "argos nb→en 1.0 (Tiny test model, made by hand. License: CC0.)" in said


def test_usage_names_the_command(say) -> None:  # type: ignore[no-untyped-def]
    assert say("packages") == (
        2, "", "reader: The following arguments are required: ACTION. See `reader packages --help`.\n",
    )  # fmt: skip
