"""What a session lays over a paragraph: the cursor, linked words, finds, covers and signs."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model import Unit
from reader.render.overlay import Mark
from reader.render.rows import Role, Side
from reader.session import Cover, Place, Session, words
from reader.tui.paint import Overlay


def overlay_of(session: Session, paragraph: int) -> Overlay:
    """Equal overlays draw equal lines, so what is not touched is not drawn again."""
    units = session.block(paragraph).units
    here = session.place.paragraph == paragraph
    cursor = _index(units, session.place.sentence) if here else -1
    marks = tuple(_hits(session, paragraph, units))
    if here and cursor >= 0 and session.cursor.word is not None:
        marks += tuple(_word(session, cursor, units[cursor]))
    return Overlay(
        cursor=cursor,
        covered=frozenset(index for index, unit in enumerate(units) if session.covered(unit)),
        dimmed=session.reveal.cover is Cover.DIMMED,
        marks=marks,
        signs=tuple(_signs(session, paragraph, units)),
    )


def _index(units: tuple[Unit, ...], sentence: int) -> int:
    return max((index for index, unit in enumerate(units) if unit.sentence <= sentence), default=-1)


def _hits(session: Session, paragraph: int, units: tuple[Unit, ...]) -> Iterator[Mark]:
    search = session.search
    now = search.hit
    for hit in search.in_paragraph(paragraph):
        role = Role.HERE if hit == now else Role.HIT
        if hit.english:
            index = _index(units, hit.sentence)
            if index >= 0 and units[index].target:
                yield Mark(index, Side.TARGET, hit.span.start, hit.span.end, role)
            continue
        for index, unit in enumerate(units):
            if unit.span.start < hit.span.end and hit.span.start < unit.span.end:
                inside = hit.span.shifted(-unit.span.start)
                yield Mark(index, Side.SOURCE, max(0, inside.start), inside.end, role)


def _word(session: Session, index: int, unit: Unit) -> Iterator[Mark]:
    side, word = session.cursor.side, session.cursor.word
    places = words.spans(unit, side)
    if word is None or word >= len(places):
        return
    other = Side.TARGET if side is Side.SOURCE else Side.SOURCE
    term = words.term_at(unit, side, word)
    for span in (term.source if side is Side.SOURCE else term.target) if term else ():
        yield Mark(index, side, span.start, span.end, Role.LINKED)
    yield Mark(index, side, *places[word], Role.WORD)
    for span in words.partners(unit, side, word):
        yield Mark(index, other, span.start, span.end, Role.LINKED)


def _signs(session: Session, paragraph: int, units: tuple[Unit, ...]) -> Iterator[tuple[int, str]]:
    lists = session.lists
    for index, unit in enumerate(units):
        place = Place(paragraph, unit.sentence)
        if place in lists.notes:
            yield index, "✎"
        elif place in lists.bookmarks:
            yield index, "◆"
        elif letter := next((letter for letter, there in lists.marks.items() if there == place), ""):
            yield index, letter
