"""The text on the screen: one widget that draws, line by line, what is visible and has changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.model import Origin
from reader.render.rows import Side
from reader.session import Place, Session
from reader.tui.overlays import overlay_of
from reader.tui.pages import HELD, Laid, Pages
from reader.tui.paint import MARGIN, Overlay, left_of, painted, run_at
from reader.tui.themes import Palette

WHEEL = 3
"""Lines for one notch of the wheel."""


class Line(NamedTuple):
    """One line of the screen: which row of which paragraph, and everything that decides how it looks."""

    paragraph: int = -1
    row: int = 0
    laid: Laid | None = None
    overlay: Overlay = Overlay()
    thumb: bool = False

    def looks_like(self, other: Line) -> bool:
        return (
            self.laid is other.laid
            and self.row == other.row
            and self.thumb == other.thumb
            and self.overlay == other.overlay
        )


class Whole(Strip):
    """A strip that is shown from edge to edge. Textual's own would then hold itself in a cache: it would go only by a
    search for cycles, forty for every page."""

    __slots__ = ()

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        where = list(cuts)
        return [self] if where == [self.cell_length] else super().divide(where)


class ReadingView(ScrollView, can_focus=True):
    """Shows a session; decides nothing."""

    DEFAULT_CSS = "ReadingView { height: 1fr; overflow: hidden hidden; }"
    ALLOW_SELECT = False

    class Pointed(Message):
        """A word was clicked, `times` in quick succession."""

        def __init__(self, place: Place, side: Side, offset: int, times: int) -> None:
            super().__init__()
            self.place, self.side, self.offset, self.times = place, side, offset, times

    class Turned(Message):
        """The wheel was turned: `place` is a sentence that can be seen."""

        def __init__(self, place: Place) -> None:
            super().__init__()
            self.place = place

    def __init__(self, session: Session, palette: Palette) -> None:
        super().__init__()
        self.palette = palette
        self._pages = Pages(session)
        self._strips: dict[tuple[int, int, bool], tuple[Line, Whole]] = {}
        self._lines: list[Line] = []

    def show(self, session: Session) -> None:
        """Draw the session; only lines that look different are drawn again."""
        if self.size.height:
            self._pages.take(session, self.size.width - MARGIN - 1, self.size.height)
            self._draw()

    def repainted(self, palette: Palette) -> None:
        """In other colours."""
        self.palette = palette
        self._afresh()
        self._draw()

    def turned(self, share: float) -> Place:
        """Turn `share` of a screen on (or back): where the cursor goes. Drawn when the session comes back with it."""
        return self._pages.turned(share)

    @property
    def drawn(self) -> bool:
        """Whether there is something on the screen already."""
        return bool(self._strips)

    def shows(self, origin: Origin) -> bool:
        """Whether English of that origin is on the screen."""
        laid = (line.laid for line in self._lines if line.laid)
        return any(unit.origin is origin for one in laid for unit in one.block.units)

    # -- drawing -------------------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        pages = self._pages
        visible = pages.visible()
        seen = {p: (pages.lay(p), overlay_of(pages.session, p)) for p in {p for p, _ in visible}}
        thumb = pages.thumb(visible)
        lines = [Line(p, row, *seen[p], n in thumb) for n, (p, row) in enumerate(visible)]
        lines += [Line(thumb=number in thumb) for number in range(len(lines), self.size.height)]
        before, self._lines = self._lines, lines
        changed = [n for n, line in enumerate(lines) if n >= len(before) or not line.looks_like(before[n])]
        if len(changed) > len(lines) // 2:
            self.refresh()
        elif changed:
            self.refresh(*(Region(0, number, self.size.width, 1) for number in changed))

    def _afresh(self) -> None:
        self._strips.clear()
        self._lines = []

    def render_lines(self, crop: Region) -> list[Strip]:
        # Without Textual's cache of styled lines: this widget has neither border nor padding, and a cache of its own.
        filters, background = self.get_line_filters(), self.background_colors[1]
        strips: list[Strip] = []
        for y in crop.line_range:
            line = self._lines[y] if y < len(self._lines) else Line()
            key = (line.paragraph, line.row, line.thumb)
            held = self._strips.get(key)
            if held is None or not held[0].looks_like(line):
                drawn = self._painted(line)
                for line_filter in filters:
                    drawn = line_filter.apply(drawn, background)
                held = self._strips[key] = (line, Whole(drawn, self.size.width))
            strips.append(held[1])
        if len(self._strips) > 8 * self.size.height + HELD:
            self._strips.clear()
        if crop.column_span != (0, self.size.width):
            strips = [drawn.crop(*crop.column_span) for drawn in strips]
        return strips

    def _painted(self, line: Line) -> list[Segment]:
        bar = Segment("▐" if line.thumb else " ", self.palette.style(frozenset(), Side.FRAME))
        cells = self.size.width - 1
        if line.laid is None or line.row >= len(line.laid.rows):
            return [Segment(" " * cells, self.palette.style(frozenset(), Side.SOURCE)), bar]
        row, block = line.laid.rows[line.row], line.laid.block
        return [*painted(row, block, line.overlay, self._pages.layout, self.palette, cells), bar]

    # -- the window and the mouse --------------------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        event.stop()
        self._afresh()
        self.show(self._pages.session)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(event, WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(event, -WHEEL)

    def _wheel(self, event: events.MouseEvent, lines: int) -> None:
        event.stop()
        self._pages.scroll(lines)
        self._draw()
        self.post_message(self.Turned(self._pages.first_place(last=lines < 0)))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        if event.x == self.size.width - 1:
            self.post_message(self.Turned(self._pages.at_share(event.y / max(1, self.size.height - 1))))
            return
        line = self._lines[event.y] if event.y < len(self._lines) else Line()
        if line.laid is None or line.row >= len(line.laid.rows):
            return
        left = left_of(self._pages.layout, self.size.width - 1)
        found = run_at(line.laid.rows[line.row], event.x - left, self._pages.layout)
        if found is not None:
            run, offset = found
            place = Place(line.paragraph, line.laid.block.units[run.unit].sentence)
            self.post_message(self.Pointed(place, run.side, offset, event.chain))
