"""What of the recipe needs no torch: reading, batches, checkpoints, the model card, the command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from reader.errors import ExitCode, InputError
from reader.recipes.training import __main__ as command
from reader.recipes.training import card, checkpoint, data
from reader.recipes.training.checkpoint import Checkpoint, Shape

README = Path(card.__file__).with_name("README.md")


def side(*sentences: list[int]) -> data.Side:
    lengths = np.array([len(sentence) for sentence in sentences])
    return data.Side(np.concatenate(sentences).astype(np.int32), np.cumsum(lengths) - lengths, lengths)


CORPUS = data.Corpus(
    side([1, 7, 2], [1, 7, 8, 9, 2], [1, *[5] * 20, 2], [1, 6, 2]),
    side([1, 4, 4, 2], [1, 4, 2], [1, 4, 2], [1, *[4] * 9, 2]),
    {"news": range(3), "words": range(3, 4)},
)


def test_sentences_are_padded_to_a_multiple_of_eight() -> None:
    padded = CORPUS.nb.padded(np.array([1, 0]), skip=1)
    assert padded.tolist() == [[7, 8, 9, 2, 3, 3, 3, 3], [7, 2, 3, 3, 3, 3, 3, 3]]
    assert CORPUS.en.padded(np.array([3])).tolist() == [[1, *[4] * 9, 2, *[3] * 5]]


def test_weights_are_how_often_a_pair_is_seen() -> None:
    random = np.random.default_rng(1)
    counts = np.bincount(CORPUS.rows({"news": 2, "words": 5}, random), minlength=4)
    assert counts.tolist() == [2, 2, 2, 5]
    assert len(CORPUS.rows({"news": 1.34}, random)) == 4


def test_batches_hold_every_row_once_and_not_too_much() -> None:
    random = np.random.default_rng(1)
    rows = np.repeat(np.arange(4), 10)
    batches = CORPUS.batches(rows, 48, random)
    assert sorted(np.concatenate(batches).tolist()) == rows.tolist()
    for batch in batches:
        assert max(CORPUS.nb.padded(batch).size, CORPUS.en.padded(batch).size) <= 48


@pytest.mark.parametrize("line", ["hei", "hei\thello\thi"])
def test_a_line_that_is_no_pair_is_named(line: str, tmp_path: Path) -> None:
    file = tmp_path / "news.tsv"
    file.write_text(f"ja\tyes\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"news\.tsv:2"):
        list(data.pairs(file))


def test_unpacked_files_come_before_packed_ones(tmp_path: Path) -> None:
    assert data.file_of("news", tmp_path) is None
    for name in ("news.tsv.xz", "news.tsv", "mono.en.xz"):
        (tmp_path / name).touch()
    assert data.file_of("news", tmp_path) == tmp_path / "news.tsv"
    assert data.file_of(data.MONO, tmp_path) == tmp_path / "mono.en.xz"


HELD = Checkpoint(
    Shape(300, 8, 2, 16, 1, 1),
    {"bias": np.arange(4, dtype=np.float32)},
    {"stage": "tune", "seconds": 90, "steps": 1200, "target_pieces": 5, "loss": 2.5, "device": "CPU",
     "groups": {"news": {"pairs": 51181, "weight": 3}},
     "before": [{"stage": "nb-en", "seconds": 600, "steps": 9000, "target_pieces": 9, "loss": 2.6, "device": "CPU",
                 "groups": {"news": {"pairs": 51181, "weight": 10}, "bible": {"pairs": 28412, "weight": 1}}}]},
)  # fmt: skip


def test_a_checkpoint_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "new" / "a.npz"
    checkpoint.save(file, HELD)
    back = checkpoint.load(file)
    assert (back.shape, back.made) == (HELD.shape, HELD.made)
    assert back.weights["bias"].tolist() == [0, 1, 2, 3]
    assert [path.name for path in file.parent.iterdir()] == ["a.npz"]


@pytest.mark.parametrize("content", [b"", b"no checkpoint", b"PK\x03\x04broken"])
def test_what_is_no_checkpoint_is_refused(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "a.npz"
    file.write_bytes(content)
    with pytest.raises(InputError):
        checkpoint.load(file)


def test_the_position_table_starts_at_zero() -> None:
    table = checkpoint.positions(4, 8)
    assert table[0].tolist() == [0, 0, 0, 0, 1, 1, 1, 1]
    assert table[1, 0] == pytest.approx(np.sin(1))
    assert table[3, 7] == pytest.approx(np.cos(3 / 10000))


def test_the_card_says_whose_work_it_is() -> None:
    scores = [{"set": "flores-dev", "lines": 997, "bleu": 25.04, "chrf": 51.2, "speed": 50.0,
               "bleu_signature": "BLEU|nrefs:1", "chrf_signature": "chrF2|nrefs:1"}]  # fmt: skip
    text = card.text(HELD, version="0.1", licence=card.UNDECIDED, scores=scores, sizes={"model/model.bin": 25_000_000})
    assert "| flores-dev | 997 | 25.0 | 51.2 | 50 |" in text
    assert "`BLEU|nrefs:1`" in text
    assert "CC0 and the treebank's licence" in text
    assert "51,181 | 10 in nb-en, 3 in tune |" in text
    assert "| bible |" in text
    assert "| software |" not in text
    assert "25,000,000" in text
    assert "License: licence not decided" in text
    assert "| nb-en | 10.0 | 9,000 |" in text


def test_the_readme_has_the_data_table_of_the_code() -> None:
    assert card.data_table((*data.GROUPS, data.BACK)) in README.read_text(encoding="utf-8")


def test_every_verb_has_help(capsys: pytest.CaptureFixture[str]) -> None:
    readme = README.read_text(encoding="utf-8")
    for verb in ("pieces", "train", "translate", "heads", "convert", "evaluate"):
        with pytest.raises(SystemExit) as left:
            command.main([verb, "--help"])
        assert left.value.code == 0
        assert capsys.readouterr().out
        assert f"training {verb}" in readme


def test_a_bad_request_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = str(tmp_path / "none.npz")
    assert command.main(["convert", missing, "--pieces", missing, "-o", missing]) == ExitCode.BAD_REQUEST
    assert capsys.readouterr().err.count("\n") == 1


def test_without_torch_it_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "torch.py").write_text("raise ModuleNotFoundError('no', name='torch')")
    program = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r});"
        "from reader.recipes.training.__main__ import main;"
        "sys.exit(main(['translate', 'a.npz', '--pieces', 'b.model']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=README.parents[3]
    )
    assert done.returncode == ExitCode.BAD_REQUEST
    assert done.stderr == "training: torch is not installed. pip install 'norwegian-reader[train]'\n"
