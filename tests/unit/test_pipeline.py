"""The line: every paragraph once, every source asked only for what is left, runs joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader import pipeline, terms
from reader.formats import txt
from reader.model import Document, Origin
from reader.translate.protocol import COVERED, Draft, Segment


class Echo:
    """A source that has English for what `knows` says, and remembers what it was asked."""

    def __init__(self, name: str, knows: str = "") -> None:
        self.name, self.knows = name, knows
        self.asked: list[str] = []

    def translate(self, segments: Sequence[Segment]) -> list[Draft | None]:
        self.asked += [segment.text for segment in segments]
        return [
            Draft(f"{self.name}:{segment.text}", Origin.ENGINE) if self.knows in segment.text else None
            for segment in segments
        ]


def annotator() -> pipeline.Annotator:
    return pipeline.Annotator(terms.load(()))


def document(text: str) -> Document:
    return txt.read(text.encode(), "x")


TEXT = "Hun gikk hjem. Han ble igjen der.\n\nDet regnet hele dagen. Så kom sola.\n"


def test_a_source_is_asked_only_for_what_those_before_it_lack() -> None:
    first, second = Echo("first", knows="regnet"), Echo("second")
    units = pipeline.bitext(document(TEXT), (first, second), annotator()).units
    assert [unit.target.split(":")[0] for unit in units] == ["second", "second", "first", "second"]
    assert second.asked == ["Hun gikk hjem.", "Han ble igjen der.", "Så kom sola."]


def test_without_any_english_the_norwegian_is_all_there() -> None:
    units = pipeline.bitext(document(TEXT), (), annotator()).units
    assert [unit.source for unit in units] == ["Hun gikk hjem.", "Han ble igjen der.",
                                               "Det regnet hele dagen.", "Så kom sola."]  # fmt: skip
    assert {unit.origin for unit in units} == {Origin.NONE}


def test_a_run_of_sentences_becomes_one_unit() -> None:
    class Run(Echo):
        def translate(self, segments: Sequence[Segment]) -> list[Draft | None]:
            return [replace(Draft("both", Origin.MEMORY), covers=2), COVERED, None, None]

    units = pipeline.bitext(document(TEXT), (Run("run"),), annotator()).units
    assert units[0].source == "Hun gikk hjem. Han ble igjen der."
    assert len(units) == 3


def test_the_order_asked_for_is_the_order_given() -> None:
    given_ = [index for index, _ in pipeline.blocks(document(TEXT), (Echo("e"),), annotator(), order=(1, 0))]
    assert given_ == [1, 0]


def test_stopping_early_translates_no_more_than_a_window() -> None:
    book = document("\n\n".join(f"Dette er setning nummer {n} i boka." for n in range(200)))
    source = Echo("e")
    next(stream := pipeline.blocks(book, (source,), annotator()))
    stream.close()
    assert len(source.asked) <= pipeline.FIRST_WINDOW


@given(st.text("aæ. \n–«»!?\r\f\u00a0A1", max_size=200).filter(lambda text: text.strip("\ufeff \t\r\n\v\f\x1a")))
def test_every_character_that_is_no_white_space_is_in_exactly_one_unit(text: str) -> None:
    doc = document(text)
    units = pipeline.bitext(doc, (), annotator()).units
    assert all(unit.source == unit.span.of(doc.text) for unit in units)
    assert all(before.span.end <= after.span.start for before, after in pairwise(units))
    assert "".join("".join(unit.source.split()) for unit in units) == "".join(doc.text.split())
