"""From a row of runs to a line of the screen. The text is never read as mark-up: every run becomes one segment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from reader.model import Block, Unit
from reader.render.layout import GUTTER, Layout, Mode
from reader.render.overlay import Mark, covered, overlaid
from reader.render.rows import Role, Row, Run, Side, width
from reader.tui.themes import Palette

MARGIN = 2
"""Cells left of the text, for the bar beside the sentence and the signs of bookmarks and notes."""


_TELLING = frozenset((Role.NOTE, Role.FINDING))
"""What stands under a block tells what its English says, or fails to say: hidden with it."""


class Overlay(NamedTuple):
    """What is laid over the rows of one block; equal overlays draw equal strips."""

    cursor: int = -1
    """Index of the unit being read."""
    covered: frozenset[int] = frozenset()
    """Units whose English is hidden."""
    dimmed: bool = False
    marks: tuple[Mark, ...] = ()
    signs: tuple[tuple[int, str], ...] = ()
    """(unit, a character for the margin): bookmark, note."""


def painted(row: Row, block: Block, overlay: Overlay, layout: Layout, palette: Palette, cells: int) -> list[Segment]:
    """One line of the view, exactly `cells` wide; the text stands in the middle of what is left."""
    drawn = [_column(runs, block.units, overlay) for runs in row.columns]
    left = max(0, (cells - MARGIN - _text_width(layout)) // 2)
    segments = _margin(row, overlay, palette, left)
    used = left + MARGIN + sum([run.width for run in drawn[-1]])
    segments += _segments(drawn[0], palette)
    if layout.effective is Mode.COLUMNS:
        source, target = drawn
        segments.append(_blank(layout.widths[0] - width(source), palette))
        segments.append(Segment(" │ ".center(GUTTER), palette.style(frozenset(), Side.FRAME)))
        segments += _segments(target, palette)
        used += layout.widths[0] + GUTTER
    if used < cells:
        segments.append(_blank(cells - used, palette))
    return segments if used <= cells else list(Strip(segments).crop(0, cells))  # too narrow for any column


def _text_width(layout: Layout) -> int:
    return sum(layout.widths) + (GUTTER if len(layout.widths) > 1 else 0)


def _column(runs: Sequence[Run], units: Sequence[Unit], overlay: Overlay) -> tuple[Run, ...]:
    laid = overlaid(runs, overlay.marks, lambda unit, side: _text(units[unit], side)) if overlay.marks else runs
    return tuple([_toned(run, overlay) for run in laid])


def _text(unit: Unit, side: Side) -> str:
    return unit.source if side is Side.SOURCE else unit.target


def _toned(run: Run, overlay: Overlay) -> Run:
    roles = run.roles
    hides = run.side is Side.TARGET or not roles.isdisjoint(_TELLING)
    if hides and run.unit in overlay.covered:
        run = covered(run)
        roles = run.roles
    if run.unit == overlay.cursor and run.side is not Side.FRAME:
        roles = roles | {Role.CURSOR}
    elif overlay.dimmed and run.side is Side.TARGET:
        roles = roles | {Role.DIMMED}
    return run if roles is run.roles else run._replace(roles=roles)


def _margin(row: Row, overlay: Overlay, palette: Palette, left: int) -> list[Segment]:
    units = {run.unit for runs in row.columns for run in runs if run.side is not Side.FRAME}
    bar = "▌" if overlay.cursor in units and overlay.cursor >= 0 else " "
    sign = next((sign for unit, sign in overlay.signs if unit in units and _begins(row, unit)), " ")
    style = Segment(bar, palette.style(frozenset(), Side.FRAME) + palette.bar_style)
    lead = [_blank(left, palette)] if left else []
    return [*lead, Segment(sign, palette.bar_style) if sign != " " else _blank(1, palette), style]


def _begins(row: Row, unit: int) -> bool:
    runs = (run for runs in row.columns for run in runs if run.side is not Side.FRAME)
    return any(run.unit == unit and run.start == 0 for run in runs)


def _segments(runs: Sequence[Run], palette: Palette) -> list[Segment]:
    return [Segment(run.text, palette.style(run.roles, run.side)) for run in runs if run.text]


def _blank(cells: int, palette: Palette) -> Segment:
    return Segment(" " * max(0, cells), palette.style(frozenset(), Side.SOURCE))


def left_of(layout: Layout, cells: int) -> int:
    """The cell at which the text begins."""
    return max(0, (cells - MARGIN - _text_width(layout)) // 2) + MARGIN


def run_at(row: Row, cell: int, layout: Layout) -> tuple[Run, int] | None:
    """The run at a cell of the text, and the offset in its unit; None beside the text."""
    columns = [(0, row.columns[0])]
    if layout.effective is Mode.COLUMNS:
        columns.append((layout.widths[0] + GUTTER, row.columns[1]))
    for left, runs in columns:
        at = left
        for run in runs:
            if at <= cell < at + run.width and run.side is not Side.FRAME:
                return run, min(run.start + cell - at, max(run.start, run.end - 1))
            at += run.width
    return None
