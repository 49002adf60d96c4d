"""The view as text, at widths where it changes its mind."""

from __future__ import annotations

import pytest

from reader.model import Block, Entry, How, Kind, Origin, Paragraph, Span, State, TermMatch, Unit
from reader.render.interlinear import Cells
from reader.render.layout import Layout, Mode, rows, shown
from reader.render.rows import Role, Side
from reader.terms import Cell

COMMON = Entry("sunn fornuft", ("common sense",), "noun")
BOAST = Entry("skryte av", ("boast about",), "verb")
SOURCE = "Trump skryter også av «sunn fornuft»."
TARGET = "Trump also brags about “common sense”."
TERMS = (
    TermMatch(BOAST, (Span(6, 13), Span(19, 21)), How.SEPARATED),
    TermMatch(COMMON, (Span(23, 35),), How.MULTIWORD, (Span(24, 36),), State.KEPT),
)


def block(**changes: object) -> Block:
    fields: dict[str, object] = {
        "source": SOURCE, "span": Span(0, len(SOURCE)), "kind": Kind.BODY, "paragraph": 0, "sentence": 0,
        "target": TARGET, "origin": Origin.MEMORY, "terms": TERMS, **changes,
    }  # fmt: skip
    return Block(Paragraph(Span(0, len(SOURCE)), Kind.BODY), (Unit(**fields),))  # type: ignore[arg-type]


def texts(layout: Layout, **changes: object) -> list[str]:
    return [row.text.rstrip() for row in rows(block(**changes), layout)]


def test_side_by_side() -> None:
    assert texts(Layout(79)) == [
        "Trump skryter også av «sunn fornuft». │ Trump also brags about “common sense”.",
        " │ * skryte av: boast about",
    ]


def test_a_narrow_screen_stacks() -> None:
    assert texts(Layout(40)) == [
        "Trump skryter også av «sunn fornuft».",
        "Trump also brags about “common sense”.",
        "* skryte av: boast about",
    ]


def test_interlinear_stands_word_over_gloss() -> None:
    assert texts(Layout(80, Mode.INTERLINEAR), target="") == [
        "Trump skryter     også av «sunn fornuft».",
        "      boast about         common sense",
        "…",
    ]


def under(*glosses: tuple[int, int, str]) -> Cells:
    return lambda _: [Cell(Span(start, end), gloss) for start, end, gloss in glosses]


def laid(source: str, width: int, cells: Cells) -> list[str]:
    one = block(source=source, span=Span(0, len(source)), target="", terms=())
    return [row.text.rstrip() for row in rows(one, Layout(width, Mode.INTERLINEAR), cells=cells)][:-1]


def test_a_gloss_spans_its_phrase() -> None:
    cells = under((0, 10, "soon"), (11, 13, "is"), (14, 19, "the artificial"))
    assert laid("Om litt ja er Karin her.", 40, cells) == [
        "Om litt ja er Karin          her.",
        "soon       is the artificial",
    ]


def test_a_phrase_stays_on_its_line_and_falls_apart_only_where_none_is_wide_enough() -> None:
    cells = under((0, 3, "and"), (4, 18, "in any case"))
    assert laid("Men i hvert fall.", 16, cells) == ["Men", "and", "i hvert fall.", "in any case"]
    assert laid("Men i hvert fall.", 12, cells) == ["Men", "and", "i", "in any case", "hvert fall."]


def test_wide_characters_keep_their_gloss_under_them() -> None:
    assert laid("日本 er her.", 40, under((0, 2, "J"), (3, 5, "is"))) == ["日本 er her.", "J    is"]


def test_names_and_numbers_have_no_gloss() -> None:
    assert laid("Oslo i 2024", 40, under((0, 4, "Oslo"), (5, 6, "i"), (7, 11, "2024"))) == ["Oslo i 2024", "     i"]


@pytest.mark.parametrize(
    ("mode", "first"), [(Mode.SOURCE, "Trump skryter også av"), (Mode.TARGET, "Trump also brags about")]
)
def test_one_language_alone(mode: Mode, first: str) -> None:
    assert texts(Layout(24, mode))[0] == first


def test_hidden_english_does_not_give_itself_away() -> None:
    hidden = [row.text for row in rows(block(), Layout(79), hidden={0})]
    assert not any("common" in line or "boast" in line for line in hidden)


@pytest.mark.parametrize(
    ("changes", "label"),
    [
        ({"origin": Origin.GLOSS}, "[gloss] "),
        ({"score": 0.823}, "[82%] "),
        ({"origin": Origin.ENGINE}, ""),
    ],
)
def test_english_that_is_no_plain_translation_says_so(changes: dict[str, object], label: str) -> None:
    assert texts(Layout(120), **changes)[0].split(" │ ")[1] == label + TARGET


def test_every_run_knows_what_it_draws() -> None:
    for row in rows(block(), Layout(60, Mode.STACKED)):
        for run in row.columns[0]:
            if run.side is not Side.FRAME:
                whole = SOURCE if run.side is Side.SOURCE else TARGET
                assert run.text == whole[run.start : run.end]


def test_the_parts_of_a_separated_term_are_both_marked() -> None:
    runs = [run for row in rows(block(), Layout(200)) for run in row.columns[0] if Role.MISSED in run.roles]
    assert [run.text for run in runs] == ["skryter", "av"]


def test_weak_terms_and_everyday_words_can_be_switched() -> None:
    weak = TermMatch(COMMON, (Span(0, 1),), How.COMPOUND, confidence=0.6)
    everyday = TermMatch(Entry("og", ("and",), highlight=False), (Span(0, 1),), How.EXACT)
    assert shown(weak, Layout(80))
    assert not shown(weak, Layout(80, weak=False))
    assert not shown(everyday, Layout(80))
    assert shown(everyday, Layout(80, words=True))
