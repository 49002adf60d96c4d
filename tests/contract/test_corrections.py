"""What the reader wrote wins over every other source, in what is printed and in every document."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.__main__ import main
from reader.store import corrections

SENTENCES = ("Hei, jeg kommer fra Norge.", "Det er en god bok.", "Hun sa ikke takk.")
MINE = "What a marvellous book this is!"
TMX = """<tmx version="1.4"><header srclang="nb"/><body>{}</body></tmx>"""
PAIR = '<tu><tuv xml:lang="nb"><seg>{}</seg></tuv><tuv xml:lang="en"><seg>{}</seg></tuv></tu>'
Run = Callable[..., str]


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(" ".join(SENTENCES) + "\n", "utf-8")
    (tmp_path / "g.yaml").write_text("entries: []\n", "utf-8")
    return path


@pytest.fixture
def run(text: Path, tiny_package: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def said(verb: str, *words: str | Path) -> str:
        given = (verb, text, "--package", tiny_package, "--glossary", text.with_name("g.yaml"), *words)
        assert main([str(word) for word in given]) == 0
        return capsys.readouterr().out

    return said


def memory(text: Path, *pairs: tuple[str, str]) -> None:
    text.with_suffix(".tmx").write_text(TMX.format("".join(PAIR.format(*pair) for pair in pairs)), "utf-8")


@pytest.mark.parametrize("beside", ["nothing", "sentence", "paragraph"])
@pytest.mark.parametrize("engine", ["auto", "argos", "memory", "gloss"])
def test_a_correction_wins(run: Run, text: Path, tmp_path: Path, engine: str, beside: str) -> None:
    if beside == "sentence":
        memory(text, (SENTENCES[1], "It is a good book."))
    elif beside == "paragraph":
        memory(text, (" ".join(SENTENCES), "Hello. It is a good book. She did not say thanks."))
    before = run("print", "--engine", engine)  # the machine's English is in the cache now
    assert MINE not in before
    corrections.keep(SENTENCES[1], MINE, "nb")
    assert MINE in " ".join(run("print", "--engine", engine, "--layout", "stacked").split())
    outputs = [tmp_path / f"o.{suffix}" for suffix in ("html", "md", "txt", "tmx", "jsonl")]
    run("export", "--engine", engine, *(word for path in outputs for word in ("-o", path)))
    for path in outputs:
        assert MINE in " ".join(path.read_text("utf-8").replace("\\", "").split()), path.suffix
    units = [json.loads(line) for line in (tmp_path / "o.jsonl").read_text("utf-8").splitlines()]
    (own,) = [unit for unit in units if unit["source"] == SENTENCES[1]]
    assert (own["target"], own["origin"], own["score"], own["provenance"]) == (MINE, "human", 1.0, "corrections.tmx")


def test_taken_back_the_machine_speaks_again(run: Run) -> None:
    before = run("print")
    corrections.keep(SENTENCES[1], MINE, "nb")
    assert run("print") != before
    corrections.keep(SENTENCES[1], "", "nb")
    assert run("print") == before


def test_asked_alone_the_engine_translates_what_is_merely_like_a_correction(run: Run) -> None:
    corrections.keep("Det er en god dag.", "Nice day.", "nb")
    assert "[" in run("print")
    alone = run("print", "--engine", "argos")
    assert "Nice day." not in alone
    assert "It is a good book." in alone


def test_what_is_merely_alike_says_what_differs(run: Run, text: Path) -> None:
    memory(text, ("Det er en god dag.", "It is a fine day."))
    assert "[83%] It is a fine day." in " ".join(run("print", "--layout", "stacked").split())
    units = [json.loads(line) for line in run("export", "-o", "-").splitlines()]
    (fuzzy,) = [unit for unit in units if unit["origin"] == "memory"]
    assert fuzzy["memory_source"] == "Det er en god dag."
    assert [fuzzy["source"][start:end] for start, end in fuzzy["differs"]] == ["bok"]
    assert all(unit["differs"] == [] for unit in units if unit is not fuzzy)
