"""Breaking lines: nothing lost, nothing wider than the column, offsets that tell which characters a run draws."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.render.cells import cell_width, safe
from reader.render.rows import Side, width
from reader.render.wrap import Piece, general, wrapped


def piece(text: str) -> Piece:
    return Piece(text, frozenset(), Side.SOURCE, 0, 0)


def drawn(text: str, columns: int) -> list[str]:
    return ["".join(run.text for run in line) for line in wrapped([piece(text)], columns)]


def test_lines_break_at_spaces() -> None:
    assert drawn("Vi ble enige om å samarbeide tett", 12) == ["Vi ble enige", "om å", "samarbeide", "tett"]


def test_a_word_wider_than_the_line_is_broken() -> None:
    assert drawn("menneskerettighetsorganisasjon ja", 10) == ["menneskere", "ttighetsor", "ganisasjon", "ja"]


def test_wide_characters_never_stand_half_over_the_edge() -> None:
    assert drawn("日本日本日", 5) == ["日本", "日本", "日"]


def test_a_word_of_two_roles_is_not_broken_between_them() -> None:
    pieces = [piece("en sunn"), Piece("fornuft", frozenset(), Side.SOURCE, 0, 7)]
    lines = ["".join(run.text for run in line) for line in wrapped(pieces, 12)]
    assert lines == ["en", "sunnfornuft"]


@given(st.lists(st.text("ab æ–\n [\u00a0", max_size=30), max_size=6), st.integers(1, 20))
def test_the_short_way_leads_where_the_long_one_does(texts: list[str], columns: int) -> None:
    pieces = [Piece(text, frozenset(), Side.SOURCE, number, 3) for number, text in enumerate(texts) if text]
    assert wrapped(pieces, columns) == general(pieces, max(2, columns))


@given(st.text("ab å\n–日\u0301\u00ad👩", max_size=80), st.integers(2, 30))
def test_every_visible_character_is_drawn_once_in_order(text: str, columns: int) -> None:
    lines = wrapped([piece(text)], columns)
    assert all(width(line) <= columns for line in lines)
    whole = "".join(run.text for line in lines for run in line)
    assert whole.replace(" ", "") == safe(text).replace(" ", "")
    runs = [run for line in lines for run in line]
    assert all(before.end <= after.start for before, after in pairwise(runs))
    assert all(run.width == cell_width(run.text) for run in runs)
    assert all(safe(text[run.start : run.end]).split() == run.text.split() for run in runs if run.text.strip())
