"""`reader glossary`: what it says about what it did."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.__main__ import main


def told(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, str]:
    code = main(["glossary", *map(str, words)])
    done = capsys.readouterr()
    assert done.out == ""
    return code, done.err


def test_an_import_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table, own = tmp_path / "a.tsv", tmp_path / "own.yaml"
    table.write_text("hus\thouse\nbil\tcar\n", "utf-8")
    assert told(capsys, "import", table, "-o", own) == (0, f"{own}: 2 entries added, 0 changed, 0 already there\n")
    assert own.read_text("utf-8").startswith("entries:\n  - nb: hus\n")
    table.write_text("hus\thouse\nbil\tmotor\n", "utf-8")
    assert told(capsys, "import", table, "-o", own) == (0, f"{own}: 0 entries added, 1 changed, 1 already there\n")


def test_adding_says_whether_it_was_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "own.yaml"
    for en, said in (("horse", "added 'hest' to"), ("horse", "'hest' is already there, in"), ("nag", "changed 'hest' in")):
        assert told(capsys, "add", "hest", en, "--pos", "substantiv", "--to", own) == (0, f"{said} {own}\n")


def test_a_word_class_is_one_that_there_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = told(capsys, "add", "tull", "nonsense", "--pos", "xyz", "--to", tmp_path / "own.yaml")
    assert code == 2
    assert said.startswith("reader: There is no word class 'xyz'. Use one of noun ")
    assert not (tmp_path / "own.yaml").exists()
