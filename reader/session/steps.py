"""Transitions that a key stands for, where one word of `Session` is not enough."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reader.render.layout import Layout, Mode
from reader.render.rows import Side
from reader.session.lists import Familiarity
from reader.session.place import Place
from reader.session.reveal import Cover
from reader.session.value import Session

MODES = tuple(Mode)
_NAMES = {
    Mode.COLUMNS: "Side by side", Mode.STACKED: "One under the other", Mode.INTERLINEAR: "Word by word",
    Mode.SOURCE: "Norwegian only", Mode.TARGET: "English only",
}  # fmt: skip


def last(session: Session) -> Place:
    """Beyond the last sentence; the session takes the nearest there is."""
    return Place(len(session.book), 1 << 30)


def go_to(given: str) -> Callable[[Session], Session]:
    """A paragraph ("12"), a share of the text ("45%"), or the next heading that holds the words.

    A number that there is not is called that, unless a heading holds it ("1984").
    """

    def step(session: Session) -> Session:
        wanted = given.strip().lstrip("§")
        number, count = _number(wanted.removesuffix("%")), len(session.book)
        if number is not None and wanted.endswith("%"):
            if not 0 <= number <= 100:
                return session.told(f"{wanted} is no share of the text: 0% to 100%.")
            return session.jumped(session.book.place_at(int(len(session.book.document.text) * number / 100)))
        if number is not None and 1 <= number <= count and number.is_integer():
            return session.jumped(Place(int(number) - 1))
        headings = session.book.headings()
        fitting = [heading.paragraph for heading in headings if wanted.lower() in heading.title.lower()]
        after = [paragraph for paragraph in fitting if paragraph > session.place.paragraph] or fitting
        if wanted and after:
            return session.jumped(Place(after[0]))
        if number is not None:
            return session.told(f"There is no paragraph {wanted}: 1 to {count}.")
        return session.told(f"No heading holds '{wanted}'.")

    return step


def _number(given: str) -> float | None:
    """A number as a person writes it, with a comma or a point; None when it is none."""
    plain = given.strip().replace(",", ".")
    if len(plain) > 12 or not plain.isascii() or not plain.removeprefix("-").replace(".", "", 1).isdecimal():
        return None
    return float(plain)


def to_term(lemma: str) -> Callable[[Session], Session]:
    """The next place of a term, around the end."""

    def step(session: Session) -> Session:
        places = session.places_of(lemma)
        after = [place for place in places if place > session.place] or list(places)
        if not after:
            return session
        there = session.jumped(after[0])
        unit = there.unit
        match = next((match for match in unit.terms if match.entry.lemma == lemma), None) if unit else None
        if unit is None or match is None:
            return there
        return there.on_word(there.place, Side.SOURCE, match.start)

    return step


def mark(letter: str) -> Callable[[Session], Session]:
    return lambda session: session.changed(session.lists.marked(letter, session.place), f"Mark {letter}")


def jump(letter: str) -> Callable[[Session], Session]:
    def step(session: Session) -> Session:
        place = session.lists.marks.get(letter)
        return session.jumped(place) if place else session.told(f"There is no mark {letter}.")

    return step


def note(text: str) -> Callable[[Session], Session]:
    return lambda session: session.changed(session.lists.noted(session.place, text), "Noted")


def filtered(tag: str) -> Callable[[Session], Session]:
    """Only terms with the tag are highlighted; an empty one: all."""
    return lambda session: replace(session, tag=tag, said=f"Terms: #{tag}" if tag else "All terms")


def copied(session: Session, what: str) -> str:
    """The text that goes to the clipboard."""
    unit = session.unit
    if unit is None:
        return ""
    match what:
        case "sentence":
            return " ".join(unit.source.split())
        case "paragraph":
            units = session.block(session.place.paragraph).units
            sides = (" ".join(u.source for u in units), " ".join(u.target for u in units if not session.covered(u)))
        case _:
            sides = (unit.source, "" if session.covered(unit) else unit.target)
    return "\n".join(" ".join(side.split()) for side in sides if side.strip())


def panel(session: Session) -> Session:
    """The entry opened at the word or the sentence's first term, or closed."""
    if session.panel:
        return replace(session, panel=False)
    if session.cursor.word is None:
        session = session.moved_by_term_here()
    return replace(session, panel=True)


def layout(mode: Mode) -> Callable[[Session], Session]:
    return lambda session: session.laid_out(mode).told(_NAMES[mode])


def next_layout(session: Session) -> Session:
    return layout(MODES[(MODES.index(session.layout.mode) + 1) % len(MODES)])(session)


def cover(session: Session) -> Session:
    changed = session.revealing(lambda reveal: reveal.cycled(session.place))
    said = {
        Cover.SHOWN: "English shown", Cover.DIMMED: "English dimmed",
        Cover.HIDDEN: "English hidden: r shows a sentence, p a paragraph",
        Cover.REACHED: "English hidden until you reach it",
    }  # fmt: skip
    return changed.told(said[changed.reveal.cover])


def reveal(session: Session) -> Session:
    return _uncovered(session, frozenset((session.place,)))


def reveal_paragraph(session: Session) -> Session:
    index = session.place.paragraph
    return _uncovered(session, frozenset(Place(index, unit.sentence) for unit in session.block(index).units))


def _uncovered(session: Session, places: frozenset[Place]) -> Session:
    if session.reveal.cover in (Cover.SHOWN, Cover.DIMMED):
        return session.told("The English is shown already: h hides it.")
    return session.revealing(lambda held: held.toggled(places))


def test(session: Session) -> Session:
    changed = session.revealing(lambda held: held.tested(session.place))
    if changed.reveal.testing:
        return changed.told("Self-test: r shows a sentence and is counted, S ends it.")
    return changed.told(f"Self-test over: {session.reveal.score}.")


def weak(session: Session) -> Session:
    on = not session.layout.weak
    return session.looking(weak=on).told(f"Uncertain terms {_on(on)}")


def everyday(session: Session) -> Session:
    on = not session.layout.words
    return session.looking(words=on).told(f"Everyday words {_on(on)}")


def highlight(session: Session) -> Session:
    on = not session.layout.highlight
    return session.looking(highlight=on).told(f"Highlighting {_on(on)}")


def _on(state: bool) -> str:
    return "on" if state else "off"


def wider(cells: int) -> Callable[[Session], Session]:
    """Columns wider by `cells`, between a newspaper's and a full wide screen's."""

    def step(session: Session) -> Session:
        measure = min(200, max(24, session.layout.measure + cells))
        return session.looking(measure=measure).told(f"Width {measure}")

    return step


def ratio(share: float) -> Callable[[Session], Session]:
    def step(session: Session) -> Session:
        source = min(0.8, max(0.2, round(session.layout.ratio + share, 2)))
        return session.looking(ratio=source).told(f"Norwegian {source:.0%}, English {1 - source:.0%}")

    return step


def usual(session: Session) -> Session:
    return session.looking(measure=Layout(80).measure, ratio=0.5).told("Usual width")


def bookmark(session: Session) -> Session:
    lists = session.lists.bookmarked(session.place)
    return session.changed(lists, "Bookmarked" if session.place in lists.bookmarks else "Bookmark taken away")


def familiar(how: Familiarity) -> Callable[[Session], Session]:
    """The lemma at the cursor known, or being learnt."""

    def step(session: Session) -> Session:
        lemma = session.lemma
        if not lemma:
            return session.told("Put the cursor on a word first: → or .")
        lists = session.lists.learnt(lemma, how)
        return session.changed(lists, f"{lemma}: {lists.words[lemma]}")

    return step
