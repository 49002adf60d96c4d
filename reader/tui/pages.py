"""Which rows stand on the screen: a book laid out only where it is looked at.

What is held fast is a line, not a scroll position: the anchor says which row of which paragraph stands at which line of
the screen. Heights above it may be corrected, English may arrive, the window may change: that line stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.model import Block
from reader.render.layout import Layout, Mode, rows
from reader.render.rows import Row, Side
from reader.session import Book, Place, Session
from reader.tui.flow import Flow, estimated

HELD = 64
"""Laid-out paragraphs kept, when a screen is no higher than half of that. (20 kB each.)"""
NARROWEST = 20


class Laid(NamedTuple):
    """A paragraph cut into rows, and what decided how."""

    block: Block
    decided: tuple[object, ...]
    rows: tuple[Row, ...]
    extents: dict[int, tuple[int, int]]
    """Unit index → its first row (of the Norwegian, where that is shown) and its last."""


class Pages:
    """A session cut into rows for a screen of some size."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.layout = Layout(80)
        self.height = 0
        self._flow = Flow(())
        self._laid: dict[int, Laid] = {}
        self._anchor = (0, 0, 0)

    def take(self, session: Session, width: int, height: int) -> None:
        """Another state of the session, or another size of the screen: the sentence being read stays where it is."""
        before, size = self.session, self.height
        self.session, self.height = session, height
        layout = replace(session.layout, width=max(NARROWEST, width))
        fresh = not len(self._flow) or before.book is not session.book
        if fresh or layout != self.layout:
            self.layout = layout
            self._laid.clear()
            self._flow = self._measured(session.book)
            self._hold(session.place, at=None if fresh else self._anchor[2] * height // max(1, size))
        elif before.place != session.place or size != height:
            self._hold(session.place)
        elif before.block(session.place.paragraph) is not session.block(session.place.paragraph):
            self._keep(session.place)

    def visible(self) -> list[tuple[int, int]]:
        """(paragraph, row) for each line of the screen; the last page is full when the text is long enough."""
        if not len(self._flow):
            return []
        found = self._downward(self._top_line(), self.height)
        if len(found) < self.height:
            paragraph, row, at = self._anchor
            self._anchor = (paragraph, row, at + self.height - len(found))
            found = self._downward(self._top_line(), self.height)
        return found

    def lay(self, paragraph: int) -> Laid:
        """The rows of a paragraph as it is known now."""
        session = self.session
        block = session.block(paragraph)
        decided = (self.layout, session.lists.words, session.tag)
        held = self._laid.get(paragraph)
        if held is not None and held.block is block and held.decided == decided:
            return held
        cells = session.book.annotator.cells if self.layout.effective is Mode.INTERLINEAR else None
        cut = rows(block, self.layout, (), session.marks_term, cells) if block.units else ()
        self._laid.pop(paragraph, None)
        self._laid[paragraph] = laid = Laid(block, decided, cut, _extents(cut))
        if len(self._laid) > max(HELD, 2 * self.height):
            del self._laid[next(iter(self._laid))]
        self._flow.corrected(paragraph, self._height(paragraph, laid))
        return laid

    def _height(self, paragraph: int, laid: Laid) -> int:
        """The rows of a paragraph and the empty line after it, if there is one."""
        return len(laid.rows) + self.session.book.gaps()[paragraph] if laid.rows else 0

    def turned(self, share: float) -> Place:
        """Other lines on the screen, and the sentence to read on from; at the very end (or beginning), its last."""
        before = self.visible()
        self.scroll(round(share * max(1, self.height - 2)))
        if self.visible() == before:
            return Place(len(self._flow), 0) if share > 0 else Place()
        return self.first_place(last=share < 0)

    def scroll(self, lines: int) -> None:
        """Other lines on the screen; the cursor stays where it is in the text."""
        paragraph, row, at = self._anchor
        self._anchor = (paragraph, row, at - lines)
        visible = self.visible()
        if visible:
            self._anchor = (*visible[0], 0)

    def first_place(self, *, last: bool = False) -> Place:
        """The first (or last) sentence that begins on the screen, not quite at its edge."""
        visible = self.visible()
        for paragraph, row in visible[:: -1 if last else 1][self._margin :]:
            laid = self.lay(paragraph)
            for unit, (first, _) in laid.extents.items():
                if first == row:
                    return Place(paragraph, laid.block.units[unit].sentence)
        return Place(visible[0][0]) if visible else self.session.place

    def thumb(self, visible: list[tuple[int, int]]) -> range:
        """The lines of the position bar that stand for what is visible."""
        total = max(1, self._flow.total)
        if not visible or total <= self.height:
            return range(0)
        start = (self._flow.top(visible[0][0]) + visible[0][1]) * self.height // total
        return range(start, start + max(1, self.height * self.height // total))

    def at_share(self, share: float) -> Place:
        """The place that a point of the position bar stands for."""
        return Place(self._flow.find(int(share * self._flow.total))[0])

    @property
    def _margin(self) -> int:
        """Lines kept between the sentence being read and the edge of the screen."""
        return min(3, self.height // 6)

    def _measured(self, book: Book) -> Flow:
        languages = 2 if self.layout.effective in (Mode.STACKED, Mode.INTERLINEAR) else 1
        narrowest = min(self.layout.widths)  # English is about as long as Norwegian
        return Flow(estimated(book.lengths(), book.gaps(), narrowest // languages))

    def _tall(self, paragraph: int) -> int:
        """The true height of a paragraph, its empty line included."""
        if not self._flow.height(paragraph):
            return 0
        return self._height(paragraph, self.lay(paragraph))

    def _beside(self, paragraph: int, step: int) -> int | None:
        """The next paragraph that has rows."""
        paragraph += step
        while 0 <= paragraph < len(self._flow):
            if self._tall(paragraph):
                return paragraph
            paragraph += step
        return None

    def _rows_of(self, place: Place) -> tuple[int, int]:
        """The first and last row of the sentence in its paragraph."""
        laid = self.lay(place.paragraph)
        return laid.extents.get(_index(laid, place), (0, max(0, len(laid.rows) - 1)))

    def _hold(self, place: Place, at: int | None = None) -> None:
        """Anchor the sentence being read: where it is if it can be seen whole there, otherwise as near as possible."""
        if not len(self._flow):
            return
        first, last = self._rows_of(place)
        if at is None:
            at = self._distance(self._top_line(), (place.paragraph, first), self.height * 3 // 2)
        if at is None:
            self._anchor = (place.paragraph, first, self.height // 3)
            return
        beyond = at + last - first - (self.height - 1 - self._margin)
        self._anchor = (place.paragraph, first, max(at - max(0, beyond), self._margin))

    def _keep(self, place: Place) -> None:
        """The rows of the paragraph being read were cut anew: its sentence stays on its line of the screen."""
        held, (paragraph, row, at) = self._laid.get(place.paragraph), self._anchor
        if held is not None and paragraph == place.paragraph:
            before = _first(held, place)
            self._anchor = (paragraph, row + _first(self.lay(paragraph), place) - before, at)

    def _top_line(self) -> tuple[int, int]:
        """The row at the top of the screen."""
        paragraph, row, at = self._anchor
        paragraph = min(paragraph, len(self._flow) - 1)
        row = min(row, max(0, self._tall(paragraph) - 1)) - at
        while row < 0:
            before = self._beside(paragraph, -1)
            if before is None:
                self._anchor = (paragraph, 0, 0)
                return paragraph, 0
            paragraph = before
            row += self._tall(paragraph)
        while row >= self._tall(paragraph):
            after = self._beside(paragraph, 1)
            if after is None:
                return paragraph, max(0, self._tall(paragraph) - 1)
            row -= self._tall(paragraph)
            paragraph = after
        return paragraph, row

    def _distance(self, top: tuple[int, int], there: tuple[int, int], most: int) -> int | None:
        """Lines from `top` to `there`; None when they are further apart than `most`."""
        # First by what is known or estimated: only what may be near is laid out for it.
        if abs(self._flow.top(there[0]) - self._flow.top(top[0])) > most + self._flow.height(top[0]):
            return None
        step = 1 if there[0] > top[0] else -1
        lines, paragraph = 0, top[0]
        while paragraph != there[0]:
            if abs(lines) > most:
                return None
            lines += step * self._tall(paragraph if step > 0 else paragraph - 1)
            paragraph += step
        return lines + there[1] - top[1]

    def _downward(self, start: tuple[int, int], count: int) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        paragraph: int | None = start[0]
        row = start[1]
        while paragraph is not None and len(found) < count:
            found += [(paragraph, number) for number in range(row, self._tall(paragraph))][: count - len(found)]
            paragraph, row = self._beside(paragraph, 1), 0
        return found


def _extents(rows: Sequence[Row]) -> dict[int, tuple[int, int]]:
    first: dict[tuple[int, Side], int] = {}
    last: dict[int, int] = {}
    for number, row in enumerate(rows):
        for run in (run for runs in row.columns for run in runs if run.side is not Side.FRAME):
            first.setdefault((run.unit, run.side), number)
            last[run.unit] = number
    return {
        unit: (first.get((unit, Side.SOURCE), first.get((unit, Side.TARGET), 0)), end) for unit, end in last.items()
    }


def _index(laid: Laid, place: Place) -> int:
    """The unit that the sentence belongs to."""
    return max((i for i, unit in enumerate(laid.block.units) if unit.sentence <= place.sentence), default=0)


def _first(laid: Laid, place: Place) -> int:
    return laid.extents.get(_index(laid, place), (0, 0))[0]
