"""Manners of the command line: stdout is data, stderr is messages, and bad input is one line and an exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT / "seeds" / "article.txt"


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """An environment in which nothing of the machine's user is seen."""
    home = tmp_path / "home"
    home.mkdir()
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "SYSTEMROOT", "LANG")}
    return {**kept, "HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}


def reader(home: dict[str, str], *words: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "reader", *map(str, words)], input=stdin, capture_output=True, env=home, check=False,
        timeout=60,
    )  # fmt: skip


def test_reading_into_a_pipe_prints_both_columns(home: dict[str, str]) -> None:
    done = reader(home, ARTICLE)
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 0
    assert any("Invitert til Moskva" in line and "Invited to Moscow" in line for line in lines)
    assert "\x1b" not in done.stdout.decode()


def test_colour_is_there_when_asked_for(home: dict[str, str]) -> None:
    assert b"\x1b[4;33m" in reader(home, "print", ARTICLE, "--color", "always").stdout


def test_standard_input_is_a_dash(home: dict[str, str]) -> None:
    done = reader(home, "print", "-", "--engine", "gloss", stdin=b"Hun har sunn fornuft.")
    assert done.returncode == 0
    assert "common sense" in done.stdout.decode()


def test_exporting_to_a_dash_is_json_lines(home: dict[str, str]) -> None:
    done = reader(home, "export", ARTICLE, "-o", "-")
    units = [json.loads(line) for line in done.stdout.splitlines()]
    whole = ARTICLE.read_text(encoding="utf-8")
    assert all(whole[unit["start"] : unit["end"]] == unit["source"] for unit in units)
    assert "".join("".join(unit["source"].split()) for unit in units) == "".join(whole.split())
    assert {unit["origin"] for unit in units} == {"memory"}


def test_the_narrowest_and_the_widest(home: dict[str, str]) -> None:
    for width in (20, 300):
        assert reader(home, "print", ARTICLE, "--width", str(width)).returncode == 0


def bad_inputs(folder: Path) -> dict[str, tuple[list[str | Path], str, int]]:
    """Name → (arguments, what the one line must say, exit code)."""
    files = {
        "empty.txt": b"", "blank.txt": b" \n\n\t", "binary.txt": bytes(range(256)) * 8,
        "broken.yaml": b"entries:\n  - nb: [unclosed\n", "list.yaml": b"- a\n- b\n", "nogloss.yaml": b"entries:\n  - nb: hus\n",
        "broken.tmx": b"<tmx><body><tu>", "other.tmx": b"<html/>", "good.txt": "Det går bra.".encode(),
        "package.argosmodel": b"no zip",
    }  # fmt: skip
    for name, data in files.items():
        (folder / name).write_bytes(data)
    closed = folder / "closed.txt"
    closed.write_text("Hei.")
    closed.chmod(0)
    good = folder / "good.txt"
    return {
        "missing file": (["print", folder / "nowhere.txt"], "does not exist", 2),
        "folder": (["print", folder], "is a folder", 2),
        "empty file": (["print", folder / "empty.txt"], "is empty", 2),
        "blank file": (["print", folder / "blank.txt"], "is empty", 2),
        "binary file": (["print", folder / "binary.txt"], "is not a text file", 2),
        "unknown export suffix": (["export", good, "-o", folder / "a.xyz"], "unknown export format '.xyz'", 2),
        "export into a missing folder": (["export", good, "-o", folder / "no" / "a.md"], "cannot be written", 1),
        "broken glossary": (["print", good, "--glossary", folder / "broken.yaml"], "broken.yaml:", 2),
        "glossary that is a list": (["print", good, "--glossary", folder / "list.yaml"], "list.yaml:", 2),
        "entry without a gloss": (["print", good, "--glossary", folder / "nogloss.yaml"], "nogloss.yaml:2", 2),
        "missing glossary": (["print", good, "--glossary", folder / "no.yaml"], "no.yaml", 2),
        "broken memory": (["print", good, "--memory", folder / "broken.tmx"], "broken.tmx:1:", 2),
        "memory that is no TMX": (["print", good, "--memory", folder / "other.tmx"], "is not a TMX file", 2),
        "missing memory": (["print", good, "--memory", folder / "no.tmx"], "does not exist", 2),
        "broken package": (["print", good, "--package", folder / "package.argosmodel"], "package.argosmodel", 2),
        "no package": (["print", good, "--engine", "argos"], "reader packages install", 2),
        "unknown option": (["print", good, "--colour", "red"], "reader", 2),
        "no width": (["print", good, "--width", "wide"], "'wide' is no width", 2),
        "escape sequence in a name": (["print", folder / "\x1b[31m.txt"], "does not exist", 2),
        **({} if os.geteuid() == 0 else {"unreadable file": (["print", closed], "cannot be read", 2)}),
    }


@pytest.mark.parametrize("name", [
    "missing file", "folder", "empty file", "blank file", "binary file", "unknown export suffix",
    "export into a missing folder", "broken glossary", "glossary that is a list", "entry without a gloss",
    "missing glossary", "broken memory", "memory that is no TMX", "missing memory", "broken package", "no package",
    "unknown option", "no width", "escape sequence in a name", "unreadable file",
])  # fmt: skip
def test_bad_input_is_one_line(name: str, home: dict[str, str], tmp_path: Path) -> None:
    cases = bad_inputs(tmp_path)
    if name not in cases:
        pytest.skip("root reads every file")
    words, message, code = cases[name]
    done = reader(home, *words)
    errors = done.stderr.decode()
    assert done.returncode == code, errors
    assert message in errors
    assert len(errors.splitlines()) == 1, errors
    assert "Traceback" not in errors
    assert "\x1b" not in errors


def test_your_own_words_are_read_with_any_glossary_but_exported_only_with_yours(
    home: dict[str, str], tmp_path: Path
) -> None:
    given, out = tmp_path / "ord.yaml", tmp_path / "ut.tsv"
    given.write_text("ord: word\n", "utf-8")
    assert reader(home, "glossary", "add", "ufattelig", "beyond belief").returncode == 0
    text = b"Et ufattelig ord."
    printed = reader(home, "print", "-", "--engine", "gloss", "--glossary", given, stdin=text).stdout.decode()
    assert "beyond belief word" in printed
    assert reader(home, "glossary", "export", out, "--glossary", given).returncode == 0
    assert [line.split("\t")[0] for line in out.read_text("utf-8").splitlines()] == ["ord"]


def test_what_can_be_written_is_written_when_the_rest_fails(home: dict[str, str], tmp_path: Path) -> None:
    done = reader(home, "export", ARTICLE, "-o", tmp_path / "no" / "a.md", "-o", tmp_path / "a.html")
    assert done.returncode == 1
    assert (tmp_path / "a.html").stat().st_size > 1000


def test_a_pipe_that_closes_early_is_no_error(home: dict[str, str]) -> None:
    command = f"{sys.executable} -m reader print {ARTICLE} --width 30 | head -1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, env=home, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_help_is_light(home: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "reader", "--help"], capture_output=True, env=home, check=True
    )
    imported = {line.split("|")[-1].strip().split(".")[0] for line in done.stderr.decode().splitlines()}
    assert not imported & {"textual", "rich", "ctranslate2", "argostranslate", "sentencepiece", "yaml", "jinja2"}
    assert done.stdout.startswith(b"usage: reader FILE")


@pytest.mark.parametrize("verb", ["print", "export"])
def test_a_broken_cache_is_told_of_and_costs_nothing(home: dict[str, str], tiny_package: Path, verb: str) -> None:
    cache = Path(home["HOME"]) / ".cache" / "norwegian-reader" / "translations.sqlite"
    cache.parent.mkdir(parents=True)
    cache.write_bytes(b"no database" * 100)
    words = ["-o", "-"] if verb == "export" else []
    given: list[str | Path] = [verb, "-", "--package", tiny_package, *words]
    first = reader(home, *given, stdin=b"Hei, jeg kommer fra Norge.")
    assert (first.returncode, b"from Norway" in first.stdout) == (0, True)
    assert b"was broken; it is now translations.broken" in first.stderr
    assert reader(home, *given, stdin=b"Hei, jeg kommer fra Norge.").stderr == b""


def test_a_package_that_cannot_be_read_is_told_of(home: dict[str, str]) -> None:
    stray = Path(home["HOME"]) / ".local" / "share" / "argos-translate" / "packages" / "translate-nb_en-9_9"
    stray.mkdir(parents=True)
    (stray / "metadata.json").write_text('{"from_code": "nb", "to_code": "en"')
    done = reader(home, "print", "-", stdin=b"Hun har sunn fornuft.")
    assert (done.returncode, b"common sense" in done.stdout) == (0, True)
    assert b"Passed over" in done.stderr
