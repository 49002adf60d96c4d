"""The geometry of the screen: heights, positions, and the line that stays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.session import Place, Session
from reader.tui.flow import Flow, estimated
from reader.tui.pages import Pages
from tests import sample

HEIGHTS = st.lists(st.integers(0, 9), min_size=1, max_size=60)


@given(heights=HEIGHTS, changes=st.lists(st.tuples(st.integers(0, 599), st.integers(0, 9)), max_size=20))
def test_sums_are_those_of_the_heights(heights: list[int], changes: list[tuple[int, int]]) -> None:
    heights = heights * 9  # of several shelves
    flow = Flow(heights)
    for index, height in changes:
        if index < len(heights):
            assert flow.corrected(index, height) == height - heights[index]
            heights[index] = height
    assert flow.total == sum(heights)
    assert [flow.top(index) for index in range(len(heights))] == [sum(heights[:n]) for n in range(len(heights))]
    for line in range(flow.total):
        paragraph, row = flow.find(line)
        assert flow.top(paragraph) + row == line
        assert row < heights[paragraph]
    assert flow.find(flow.total + 9) == flow.find(flow.total - 1)


def test_an_estimate_is_near() -> None:
    assert estimated([0], b"\1", 40) == [0]
    assert 16 <= estimated([600], b"\1", 40)[0] <= 18
    assert estimated([600, 600], b"\1\0", 40)[1] == estimated([600], b"\1", 40)[0] - 1


@given(
    width=st.integers(20, 180),
    height=st.integers(1, 60),
    places=st.lists(st.tuples(st.integers(0, 59), st.integers(0, 2)), max_size=8),
    english=st.sets(st.integers(0, 59), max_size=10),
)
def test_the_sentence_being_read_is_always_on_the_screen(
    width: int, height: int, places: list[tuple[int, int]], english: set[int]
) -> None:
    opened = sample.opened(6)
    session = Session(sample.book(6))
    pages = Pages(session)
    pages.take(session, width, height)
    for place in places:
        session = session.jumped(Place(*place))
        pages.take(session, width, height)
        before = pages.visible()
        assert len(before) == height
        at = before.index(first_row(pages, session))
        session = session.arrived(dict(opened.blocks(sorted(english))))
        pages.take(session, width, height)
        after = pages.visible()
        # English that comes moves the line being read only where the text begins or ends on the screen.
        seen = {*before, *after}
        edge = (0, 0) in seen or any(paragraph == len(session.book) - 1 for paragraph, _ in seen)
        assert edge or after.index(first_row(pages, session)) == at


def first_row(pages: Pages, session: Session) -> tuple[int, int]:
    """Where the sentence being read begins."""
    laid = pages.lay(session.place.paragraph)
    index = next(n for n, unit in enumerate(laid.block.units) if unit.sentence == session.place.sentence)
    return session.place.paragraph, laid.extents[index][0]
