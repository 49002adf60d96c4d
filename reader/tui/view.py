"""The text on the screen: one widget that draws line by line what is visible, and lays out nothing else.

What it holds fast is a line, not a scroll position: `_anchor` says which row of which paragraph stands at which line
of the screen. Heights above it may be corrected, English may arrive, the window may change: that line stays.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.render.layout import GUTTER, Layout, rows
from reader.render.rows import Row, Side
from reader.session import Book, Place, Session
from reader.tui.flow import Flow, estimated
from reader.tui.overlays import overlay_of
from reader.tui.paint import MARGIN, Overlay, left_of, run_at, strip
from reader.tui.themes import DARK, Palette

HELD = 160
"""Laid-out paragraphs kept."""


class Laid(NamedTuple):
    """A paragraph cut into rows, and what decided how."""

    block: object
    decided: tuple[object, ...]
    rows: tuple[Row, ...]
    extents: dict[int, tuple[int, int]]
    """Unit index → its first and last row."""


class Line(NamedTuple):
    """One line of the screen: which row of which paragraph, and everything that decides how it looks."""

    paragraph: int = -1
    row: int = 0
    laid: Laid | None = None
    overlay: Overlay = Overlay()
    thumb: bool = False


class ReadingView(ScrollView, can_focus=True):
    """Shows a session; decides nothing."""

    DEFAULT_CSS = "ReadingView { height: 1fr; overflow: hidden hidden; }"
    ALLOW_SELECT = False

    class Pointed(Message):
        """A word was clicked, or the wheel turned."""

        def __init__(self, place: Place, side: Side, offset: int, times: int) -> None:
            super().__init__()
            self.place, self.side, self.offset, self.times = place, side, offset, times

    class Turned(Message):
        """The reader scrolled: `place` is the first sentence to be seen whole."""

        def __init__(self, place: Place) -> None:
            super().__init__()
            self.place = place

    def __init__(self, palette: Palette = DARK) -> None:
        super().__init__()
        self.palette = palette
        self._session: Session | None = None
        self._layout = Layout(80)
        self._flow = Flow(())
        self._laid: dict[int, Laid] = {}
        self._strips: dict[tuple[int, int, bool], tuple[Line, Strip]] = {}
        self._anchor = (0, 0, 0)
        self._lines: list[Line] = []

    # -- what the screen asks ------------------------------------------------------------------------------------------

    def show(self, session: Session) -> None:
        """Draw the session; only lines that look different are drawn again."""
        before, self._session = self._session, session
        if not self.size.height:
            return
        layout = replace(session.layout, width=max(20, self.size.width - MARGIN - 1))
        if before is None or layout != self._layout or before.book is not session.book:
            self._layout = layout
            self._laid.clear()
            self._flow = self._measured(session.book)
        if before is None or before.place != session.place or before.book is not session.book:
            self._hold(session.place)
        self._draw()

    def repainted(self, palette: Palette) -> None:
        """In other colours."""
        self.palette = palette
        self._strips.clear()
        self._lines = []
        if self._session is not None:
            self._draw()

    def place_after(self, share: float) -> Place:
        """Where the cursor goes when the reader turns `share` of a screen on (or back)."""
        self._scroll(round(share * max(1, self.size.height - 2)))
        return self._first_place(share < 0)

    def top(self) -> Place:
        return self._first_place()

    # -- layout --------------------------------------------------------------------------------------------------------

    def _measured(self, book: Book) -> Flow:
        widths = self._layout.widths
        first, last = widths[0], widths[-1]
        text, doubled = book.document.text, 1 if len(widths) > 1 else 2
        if self._layout.effective in ("source", "target"):
            doubled = 1
        heights = []
        for start, end in (paragraph.span for paragraph in book.document.paragraphs):
            piece = text[start : start + 40]
            if piece.isspace() and text[start:end].isspace():
                heights.append(0)
            else:
                heights.append(estimated((end - start) * doubled, first, last))
        return Flow(heights)

    def _lay(self, paragraph: int) -> Laid:
        session = self._session
        assert session is not None
        block = session.block(paragraph)
        decided = (self._layout, session.lists.words, session.tag)
        held = self._laid.get(paragraph)
        if held is not None and held.block is block and held.decided == decided:
            return held
        cut = rows(block, self._layout, (), session.marks_term) if block.units else ()
        extents: dict[int, tuple[int, int]] = {}
        for number, row in enumerate(cut):
            for run in (run for runs in row.columns for run in runs if run.side is not Side.FRAME):
                extents[run.unit] = (extents.get(run.unit, (number, 0))[0], number)
        laid = Laid(block, decided, cut, extents)
        self._laid[paragraph] = laid
        if len(self._laid) > HELD:
            del self._laid[next(iter(self._laid))]
        self._flow.corrected(paragraph, len(cut) + 1 if cut else 0)
        return laid

    def _height(self, paragraph: int) -> int:
        if not self._flow.height(paragraph):
            return 0
        laid = self._lay(paragraph)
        return len(laid.rows) + 1 if laid.rows else 0

    def _beside(self, paragraph: int, step: int) -> int | None:
        """The next paragraph that has rows."""
        paragraph += step
        while 0 <= paragraph < len(self._flow):
            if self._height(paragraph):
                return paragraph
            paragraph += step
        return None

    def _rows_of(self, place: Place) -> tuple[int, int]:
        """The first and last row of the sentence in its paragraph."""
        laid = self._lay(place.paragraph)
        index = self._index(place)
        return laid.extents.get(index, (0, max(0, len(laid.rows) - 1)))

    def _index(self, place: Place) -> int:
        assert self._session is not None
        units = self._session.block(place.paragraph).units
        return max((i for i, unit in enumerate(units) if unit.sentence <= place.sentence), default=0)

    # -- where the lines are -------------------------------------------------------------------------------------------

    def _hold(self, place: Place) -> None:
        """Anchor the sentence being read: where it is when it can be seen whole, otherwise as near as possible."""
        if not len(self._flow):
            return
        height = self.size.height
        first, last = self._rows_of(place)
        margin = min(3, height // 6)
        top = self._top_line()
        at = self._distance(top, (place.paragraph, first), 3 * height)
        if at is None:
            self._anchor = (place.paragraph, first, height // 3 if height > 2 * margin else 0)
            return
        end = at + last - first
        if end > height - 1 - margin:
            at = max(min(at, margin), at - (end - (height - 1 - margin)))
        self._anchor = (place.paragraph, first, max(at, margin))

    def _top_line(self) -> tuple[int, int]:
        """The row at the top of the screen."""
        paragraph, row, at = self._anchor
        paragraph = min(paragraph, len(self._flow) - 1)
        row = min(row, max(0, self._height(paragraph) - 1)) - at
        while row < 0:
            before = self._beside(paragraph, -1)
            if before is None:
                return paragraph, 0
            paragraph = before
            row += self._height(paragraph)
        while row >= self._height(paragraph):
            after = self._beside(paragraph, 1)
            if after is None:
                return paragraph, max(0, self._height(paragraph) - 1)
            row -= self._height(paragraph)
            paragraph = after
        return paragraph, row

    def _distance(self, top: tuple[int, int], there: tuple[int, int], most: int) -> int | None:
        """Lines from `top` to `there`; None when they are further apart than `most`."""
        if abs(there[0] - top[0]) > most:
            return None
        step = 1 if there[0] > top[0] else -1
        lines, paragraph = 0, top[0]
        while paragraph != there[0]:
            if abs(lines) > most:
                return None
            lines += step * self._height(paragraph if step > 0 else paragraph - 1)
            paragraph += step
        return lines + there[1] - top[1]

    def _visible(self) -> list[tuple[int, int]]:
        """The rows on the screen; the last page is full when the text is long enough."""
        height = self.size.height
        start = self._top_line()
        found = self._downward(start, height)
        missing = height - len(found)
        if missing > 0:
            paragraph, row, at = self._anchor
            self._anchor = (paragraph, row, at + missing - 1)
            found = self._downward(self._top_line(), height)
        return found

    def _downward(self, start: tuple[int, int], count: int) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        paragraph: int | None = start[0]
        row = start[1]
        while paragraph is not None and len(found) < count:
            height = self._height(paragraph)
            found += [(paragraph, number) for number in range(row, height)][: count - len(found)]
            paragraph, row = self._beside(paragraph, 1), 0
        return found

    def _scroll(self, lines: int) -> None:
        paragraph, row, at = self._anchor
        self._anchor = (paragraph, row, at - lines)
        visible = self._visible()
        if visible:
            top = visible[0]
            self._anchor = (*top, 0)
        self._draw()

    def _first_place(self, last: bool = False) -> Place:
        """The first (or last) sentence that begins on the screen."""
        assert self._session is not None
        found = self._session.place
        margin = min(3, self.size.height // 6)
        for line in self._lines[:: -1 if last else 1][margin:]:
            if line.laid is None:
                continue
            for unit, (first, _) in line.laid.extents.items():
                if first == line.row:
                    return Place(line.paragraph, self._session.block(line.paragraph).units[unit].sentence)
        return found

    # -- drawing -------------------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        session = self._session
        if session is None or not len(self._flow) or not self.size.height:
            self._lines = []
            self.refresh()
            return
        visible = self._visible()
        overlays = {paragraph: overlay_of(session, paragraph) for paragraph in {p for p, _ in visible}}
        thumb = self._thumb(visible)
        lines = [
            Line(p, row, self._lay(p), overlays[p], number in thumb) for number, (p, row) in enumerate(visible)
        ]
        lines += [Line(thumb=number in thumb) for number in range(len(lines), self.size.height)]
        changed = [number for number, line in enumerate(lines) if self._looks_new(number, line)]
        self._lines = lines
        if len(changed) > len(lines) // 2:
            self.refresh()
        elif changed:
            self.refresh(*(Region(0, number, self.size.width, 1) for number in changed))

    def _looks_new(self, number: int, line: Line) -> bool:
        if number >= len(self._lines):
            return True
        old = self._lines[number]
        return old.laid is not line.laid or old.row != line.row or old.thumb != line.thumb or old.overlay != line.overlay

    def _thumb(self, visible: list[tuple[int, int]]) -> range:
        """The lines of the position bar that stand for what is visible."""
        height, total = self.size.height, max(1, self._flow.total)
        if not visible or total <= height:
            return range(0)
        start = (self._flow.top(visible[0][0]) + visible[0][1]) * height // total
        return range(start, start + max(1, height * height // total))

    def render_line(self, y: int) -> Strip:
        cells = self.size.width
        if y >= len(self._lines):
            return Strip.blank(cells, self.palette.style(frozenset(), Side.SOURCE))
        line = self._lines[y]
        key = (line.paragraph, line.row, line.thumb)
        held = self._strips.get(key)
        if held and held[0].laid is line.laid and held[0].overlay == line.overlay and held[1].cell_length == cells:
            return held[1]
        drawn = self._painted(line, cells - 1)
        bar = Segment("▐" if line.thumb else " ", self.palette.style(frozenset(), Side.FRAME))
        whole = Strip([*drawn, bar], cells)
        if len(self._strips) > 6 * HELD:
            self._strips.clear()
        self._strips[key] = (line, whole)
        return whole

    def _painted(self, line: Line, cells: int) -> Strip:
        if self._session is None or line.laid is None or line.row >= len(line.laid.rows):
            return Strip.blank(cells, self.palette.style(frozenset(), Side.SOURCE))
        block = self._session.block(line.paragraph)
        return strip(line.laid.rows[line.row], block, line.overlay, self._layout, self.palette, cells)

    # -- the window and the mouse --------------------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        event.stop()
        self._strips.clear()
        self._lines = []
        if self._session is not None:
            session, self._session = self._session, None
            self.show(session)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(event, 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(event, -3)

    def _wheel(self, event: events.MouseEvent, lines: int) -> None:
        event.stop()
        self._scroll(lines)
        self.post_message(self.Turned(self._first_place(lines < 0)))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        if event.y >= len(self._lines) or self._session is None:
            return
        line = self._lines[event.y]
        if line.laid is None or line.row >= len(line.laid.rows):
            return
        found = run_at(line.laid.rows[line.row], event.x - left_of(self._layout, self.size.width - 1), self._layout)
        if found is not None:
            run, offset = found
            sentence = self._session.block(line.paragraph).units[run.unit].sentence
            self.post_message(self.Pointed(Place(line.paragraph, sentence), run.side, offset, event.chain))
