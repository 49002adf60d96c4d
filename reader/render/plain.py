"""Rows as lines of text: with terminal colours for a person, without for a pipe.

In a pipe and without colour a term is bracketed in neither language: the columns are the text and nothing else.
Colours are the terminal's own sixteen, so that they follow its theme; a term is also underlined, so that no meaning
hangs on colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.model import Block
from reader.render.interlinear import Cells
from reader.render.layout import GUTTER, Layout, Mode, rows
from reader.render.rows import Role, Row, Run, Side, width

_SGR = {
    Role.TITLE: "1",
    Role.HEADING: "1",
    Role.DATELINE: "2",
    Role.TERM: "4;33",
    Role.MISSED: "4;35",
    Role.WEAK: "4;2",
    Role.GLOSS: "2;3",
    Role.FUZZY: "3",
    Role.LABEL: "2",
    Role.NOTE: "2",
    Role.HIDDEN: "2",
    Role.FINDING: "1;31",
    Role.UNKNOWN: "2",
}


def block_lines(block: Block, layout: Layout, *, color: bool, cells: Cells | None = None) -> Iterator[str]:
    """The lines of one block; `cells` says what stands under the words of a unit."""
    for row in rows(block, layout, cells=cells):
        yield _line(row, layout, color).rstrip()


def _line(row: Row, layout: Layout, color: bool) -> str:
    if layout.effective is not Mode.COLUMNS:
        return "".join(_drawn(run, color) for run in row.columns[0])
    source, target = row.columns
    pad = " " * (layout.widths[0] - width(source))
    gutter = " " * (GUTTER // 2) + "│" + " " * (GUTTER // 2)
    left = "".join(_drawn(run, color) for run in source)
    return left + pad + gutter + "".join(_drawn(run, color) for run in target)


def _drawn(run: Run, color: bool) -> str:
    codes = [_SGR[role] for role in sorted(run.roles)] if color else []
    if color and run.side is Side.TARGET and not run.roles & {Role.TERM, Role.GLOSS}:
        codes.append("36")  # the two languages look different
    return f"\x1b[{';'.join(codes)}m{run.text}\x1b[0m" if codes else run.text
