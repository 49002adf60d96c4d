"""The engine with a real, tiny package: what it says, what it links, what it does about what goes wrong."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path

import pytest

from reader import text
from reader.errors import PackageError
from reader.model import Kind, Origin, Span
from reader.translate import model as models
from reader.translate.argos import Argos
from reader.translate.model import Answer, Decoding, Model
from reader.translate.package import read
from reader.translate.protocol import Draft, Segment
from tests.fixtures.tiny_package import build


def segments(*texts: str) -> list[Segment]:
    return [Segment(given, Span(0, len(given)), Kind.BODY, 0, number) for number, given in enumerate(texts)]


def linked(source: str, draft: Draft) -> list[tuple[str, str]]:
    said, says = text.words(source), text.words(draft.target)
    return [(said[link.source].text, says[link.target].text) for link in draft.links]


@pytest.fixture(scope="module")
def engine(tiny_package: Path) -> Argos:
    return Argos(read(tiny_package))


def test_nothing_is_loaded_before_it_is_asked(tmp_path: Path, tiny_package: Path) -> None:
    missing = dataclasses.replace(read(tiny_package), path=tmp_path)
    engine = Argos(missing)
    assert engine.translate([]) == []
    with pytest.raises(PackageError, match=r"sentencepiece\.model cannot be read"):
        engine.translate(segments("Hei."))


SAID = [
    ("Hei, jeg kommer fra Norge.", "Hello, I come from Norway."),
    ("Statsministeren møter Putin i Moskva", "The prime minister meets Putin in Moscow"),
    ("– Det er en god bok, sa hun …", "– It is a good book, said she …"),
    ("«Takk!»", "“Thanks!”"),
    ("TRUMP MØTER PUTIN I MOSKVA", "TRUMP MEETS PUTIN IN MOSCOW"),
    ("1. Det er god\n   dag 😀 og fred", "1. It is good day 😀 and peace"),
    ("Hei", "Hello"),
    ("-->", "-->"),
    ("12.30", "12.30"),
    ("Hei til a@b.no!", "Hello to a@b.no!"),
    ("ingenting er god", "ingenting is good"),  # an unknown piece is replaced by the source's
    ("Hei\u00ad, jeg", "Hello, I"),
]


def test_what_it_says(engine: Argos) -> None:
    drafts = engine.translate(segments(*(source for source, _ in SAID)))
    assert [draft.target for draft in drafts] == [target for _, target in SAID]
    assert all(draft.origin is Origin.ENGINE and draft.provenance == "argos nb→en 1.0" for draft in drafts)
    assert all(0.9 < draft.score <= 1 and draft.findings == () and draft.covers == 1 for draft in drafts)


def test_what_it_links(engine: Argos) -> None:
    source = "– Statsministeren\nmøter ikke Putin: 1. Takk, x@y.no"
    (draft,) = engine.translate(segments(source))
    assert linked(source, draft)[:6] == [
        ("Statsministeren", "The"), ("Statsministeren", "prime"), ("Statsministeren", "minister"),
        ("møter", "meets"), ("ikke", "not"), ("Putin", "Putin"),
    ]  # fmt: skip
    assert all(a.lower() == b.lower() for a, b in linked(source, draft)[6:] if a != "Takk")


def test_a_window_is_one_batch_in_order(engine: Argos, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    real = Model.answers

    def counted(self: Model, inputs: Sequence[Sequence[str]], how: Decoding) -> list[Answer]:
        asked.append(len(inputs))
        return real(self, inputs, how)

    monkeypatch.setattr(Model, "answers", counted)
    texts = ["Hei. " * (1 + n % 7) for n in range(60)]
    drafts = engine.translate(segments(*texts))
    assert [draft.target for draft in drafts] == [given.strip().replace("Hei", "Hello") for given in texts]
    assert asked == [7, 0, 0, 0, 0, 0]  # each sentence once, and nothing had to be asked again


def test_batches_are_filled_by_pieces(engine: Argos, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "BATCH", 16)
    texts = ["Hei. " * length for length in (1, 5, 2, 4, 3)]
    assert [d.target.count("Hello") for d in engine.translate(segments(*texts))] == [1, 5, 2, 4, 3]


def test_a_very_long_sentence_is_cut_and_joined(engine: Argos) -> None:
    source = ", og ".join(["det er en god bok"] * 120) + "."
    (draft,) = engine.translate(segments(source))
    assert draft.target == ", and ".join(["it is a good book"] * 120) + "."
    assert len(linked(source, draft)) == len(text.words(source))
    word = "x" * 1500
    (draft,) = engine.translate(segments(word))
    assert draft.target.replace(" ", "") == word


def test_a_loop_is_decoded_again(engine: Argos) -> None:
    (draft,) = engine.translate(segments("en løkke og en bok på Norge"))
    assert draft.target == "a loop and a book on Norway"
    assert draft.findings == ()


def test_what_stays_broken_is_shown_with_a_finding(engine: Argos) -> None:
    number, copy = engine.translate(segments("Statsministeren har 99 tallet i dag", "dette skulle mellom eller"))
    assert [finding.code for finding in number.findings] == ["C03"]
    assert number.target == "The prime minister has 99 66 in day"
    assert [finding.code for finding in copy.findings] == ["C05"]


def test_the_same_sentence_is_asked_once_and_answered_twice(engine: Argos) -> None:
    first, second = engine.translate(segments("Hei,  du", "Hei,\ndu"))
    assert first == second


def test_target_prefix(tmp_path: Path) -> None:
    engine = Argos(read(build(tmp_path / "p", target_prefix=">>eng<<")))
    (draft,) = engine.translate(segments("Hei, jeg kommer fra Norge."))
    assert draft.target == "Hello, I come from Norway."
    assert linked("Hei, jeg kommer fra Norge.", draft)[-1] == ("Norge", "Norway")


def test_bpe(tmp_path: Path) -> None:
    engine = Argos(read(build(tmp_path / "p", bpe=True)))
    source = "Hei, jeg kommer fra Norge, xyz"
    (draft,) = engine.translate(segments(source))
    assert draft.target == "Hello, I come from Norway, xyz"
    assert linked(source, draft) == [
        ("Hei", "Hello"), ("jeg", "I"), ("kommer", "come"), ("fra", "from"), ("Norge", "Norway"), ("xyz", "xyz"),
    ]  # fmt: skip


@pytest.mark.parametrize("beam", [1, 2, 5])
def test_beams_agree_on_a_sure_model(tiny_package: Path, beam: int) -> None:
    engine = Argos(read(tiny_package), Decoding(beam=beam, threads=1))
    assert engine.translate(segments("Hei, jeg kommer fra Norge."))[0].target == "Hello, I come from Norway."


@pytest.mark.parametrize(
    ("file", "said"),
    [("model/model.bin", "cannot be loaded"), ("sentencepiece.model", "cannot be read")],
)
@pytest.mark.parametrize("content", ["empty", "garbage", "cut"])
def test_a_broken_model_is_one_line(tmp_path: Path, file: str, said: str, content: str) -> None:
    folder = build(tmp_path / "p")
    data = (folder / file).read_bytes()
    (folder / file).write_bytes({"empty": b"", "garbage": b"<html>" * 99, "cut": data[: len(data) // 2]}[content])
    with pytest.raises(PackageError, match=said) as caught:
        Argos(read(folder)).translate(segments("Hei."))
    assert "\n" not in str(caught.value)


def test_a_short_position_table_is_one_line(tmp_path: Path) -> None:
    engine = Argos(read(build(tmp_path / "p", positions=64)))
    (draft,) = engine.translate(segments("hei " * 100))
    assert draft.target == "hello " * 99 + "hello"
