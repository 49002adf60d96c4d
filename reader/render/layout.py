"""A block as rows: side by side, stacked, interlinear, or one language alone.

The two sides of a block always begin on the same row; what is shorter leaves its rows empty, so paragraphs stay paired
however each side wraps.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from typing import assert_never

from reader.model import WEAK, Block, Kind, Origin, Span, State, TermMatch, Unit
from reader.render.interlinear import Cells, interlinear
from reader.render.rows import Role, Row, Side
from reader.render.wrap import Piece, wrapped

NARROW = 70
"""Under this many cells two columns are too thin to read: side by side becomes stacked."""
GUTTER = 3


class Mode(StrEnum):
    """How the two languages stand to each other."""

    COLUMNS = "columns"
    STACKED = "stacked"
    INTERLINEAR = "interlinear"
    SOURCE = "source"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything besides the text that decides how rows are cut."""

    width: int
    """Terminal cells available."""
    mode: Mode = Mode.COLUMNS
    ratio: float = 0.5
    """The share of the source column."""
    measure: int = 76
    """The widest a column of text gets, in cells: longer lines lose the eye."""
    weak: bool = True
    """Show terms of low confidence."""
    words: bool = False
    """Highlight everyday words too, not only terms."""
    notes: bool = True
    """Under a block, the glosses of terms that its English does not hold."""
    highlight: bool = True

    @property
    def effective(self) -> Mode:
        """Side by side falls back to stacked on a narrow screen."""
        return Mode.STACKED if self.mode is Mode.COLUMNS and self.width < NARROW else self.mode

    @property
    def widths(self) -> tuple[int, ...]:
        """The cells of each column."""
        if self.effective is not Mode.COLUMNS:
            return (min(self.width, self.measure + 10),)
        room = min(self.width, 2 * self.measure + GUTTER) - GUTTER
        source = max(16, min(room - 16, round(room * self.ratio)))
        return (source, room - source)


def shown(match: TermMatch, layout: Layout) -> bool:
    """Whether a term is drawn as one."""
    return (
        layout.highlight
        and (layout.words or match.entry.highlight)
        and (layout.weak or match.confidence >= WEAK)
    )


Marked = Callable[[TermMatch], bool]
"""Whether a term is drawn as one."""


def rows(
    block: Block,
    layout: Layout,
    hidden: Collection[int] = (),
    marked: Marked | None = None,
    cells: Cells | None = None,
) -> tuple[Row, ...]:
    """The block's lines, without the empty line after it.

    `hidden` holds the indexes of units whose English is covered until it is asked for. `marked` overrules which terms
    are drawn as such: a screen knows which words its reader knows. `cells` says what stands under the words of a unit
    in the interlinear layout; without it, the glosses of its terms.
    """
    mode = layout.effective
    marked = marked or (lambda match: shown(match, layout))
    match mode:
        case Mode.COLUMNS:
            left, right = layout.widths
            pairs = zip_longest(
                wrapped(_source(block, marked), left), wrapped(_target(block, hidden, marked), right), fillvalue=()
            )
            body = [Row((source, target)) for source, target in pairs]
            notes = [Row(((), note)) for note in wrapped(_notes(block, layout, hidden, marked), right)]
            return (*body, *notes)
        case Mode.STACKED:
            (width,) = layout.widths
            lines = [
                *wrapped(_source(block, marked), width),
                *wrapped(_target(block, hidden, marked), width),
                *wrapped(_notes(block, layout, hidden, marked), width),
            ]
            return tuple(Row((line,)) for line in lines)
        case Mode.SOURCE:
            return tuple(Row((line,)) for line in wrapped(_source(block, marked), layout.widths[0]))
        case Mode.TARGET:
            return tuple(Row((line,)) for line in wrapped(_target(block, hidden, marked), layout.widths[0]))
        case Mode.INTERLINEAR:
            (width,) = layout.widths
            return (
                *interlinear(block, width, marked, _tone(block.paragraph.kind), cells),
                *(Row((line,)) for line in wrapped(_target(block, hidden, marked), width)),
            )
        case _:
            assert_never(mode)


def parted(before: Block, after: Block) -> bool:
    """Whether an empty line stands between two blocks; the items of a list stand close."""
    return apart(before.paragraph.kind, after.paragraph.kind)


def apart(before: Kind, after: Kind) -> bool:
    """The same of two kinds of paragraph."""
    return before is not Kind.ITEM or after is not Kind.ITEM


def _tone(kind: Kind) -> frozenset[Role]:
    tones = {Kind.TITLE: Role.TITLE, Kind.HEADING: Role.HEADING, Kind.DATELINE: Role.DATELINE}
    return frozenset((tones[kind],)) if kind in tones else frozenset()


def _source(block: Block, marked: Marked) -> Iterator[Piece]:
    tone = _tone(block.paragraph.kind)
    for index, unit in enumerate(block.units):
        if index:
            yield Piece(" ", frozenset(), Side.FRAME, -1, 0)
        spans = [
            (span, frozenset((_term_role(match),)))
            for match in unit.terms
            if marked(match)
            for span in match.source
        ]
        if unit.findings:
            yield Piece("! ", frozenset((Role.FINDING,)), Side.FRAME, -1, 0)
        yield from cut(unit.source, spans, tone, Side.SOURCE, index)


def _term_role(match: TermMatch) -> Role:
    if match.confidence < WEAK:
        return Role.WEAK
    return Role.MISSED if match.state in (State.MISSED, State.FORBIDDEN) else Role.TERM


def _target(block: Block, hidden: Collection[int], marked: Marked) -> Iterator[Piece]:
    tone = _tone(block.paragraph.kind)
    said = ""
    for index, unit in enumerate(block.units):
        if index:
            yield Piece(" ", frozenset(), Side.FRAME, -1, 0)
        if index in hidden:
            yield Piece("·" * max(3, min(12, len(unit.source) // 8)), frozenset((Role.HIDDEN,)), Side.TARGET, index, 0)
            said = ""
            continue
        label, origin_role = origin_label(unit)
        if label and label != said:
            yield Piece(f"{label} ", frozenset((Role.LABEL,)), Side.FRAME, -1, 0)
        said = label
        spans = [
            (span, frozenset((Role.WEAK if match.confidence < WEAK else Role.TERM,)))
            for match in unit.terms
            if marked(match)
            for span in match.target
        ]
        yield from cut(unit.target or "…", spans, tone | origin_role, Side.TARGET, index)


def origin_label(unit: Unit) -> tuple[str, frozenset[Role]]:
    """The word before English that is no plain translation, and the role it is drawn in."""
    if unit.origin is Origin.GLOSS:
        return "[gloss]", frozenset((Role.GLOSS,))
    if unit.origin is Origin.MEMORY and unit.score < 1:
        return f"[{unit.score:.0%}]", frozenset((Role.FUZZY,))
    return "", frozenset()


def _notes(block: Block, layout: Layout, hidden: Collection[int], marked: Marked) -> Iterator[Piece]:
    """Terms whose rendering the English does not hold, and what the checks doubt; each once a block."""
    told: set[str] = set()
    for index, unit in enumerate(block.units):
        if not layout.notes or index in hidden or not unit.target:
            continue
        missed = [match.entry for match in unit.terms if match.state is State.MISSED and marked(match)]
        notes = [(Role.NOTE, "* ", f"{entry.lemma}: {entry.gloss}") for entry in missed]
        notes += [(Role.FINDING, "! ", finding.message) for finding in unit.findings]
        for role, sign, note in notes:
            if note not in told:
                lead = " · " if told and role is Role.NOTE else f" {sign}" if told else sign
                told.add(note)
                yield Piece(f"{lead}{note}", frozenset((role,)), Side.FRAME, index, 0)


def cut(
    text: str, marked: list[tuple[Span, frozenset[Role]]], tone: frozenset[Role], side: Side, unit: int
) -> Iterator[Piece]:
    """`text` in pieces whose borders are those of the marked spans; overlapping marks keep the first."""
    place = 0
    for span, roles in sorted(marked):
        if span.start < place or span.end <= span.start:
            continue
        if span.start > place:
            yield Piece(text[place : span.start], tone, side, unit, place)
        yield Piece(span.of(text), tone | roles, side, unit, span.start)
        place = span.end
    if place < len(text):
        yield Piece(text[place:], tone, side, unit, place)
