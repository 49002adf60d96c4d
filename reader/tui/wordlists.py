"""Words and terms from inside: the list of a text's terms, a term of one's own, and the words that one learns."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.formats.sparing import spared
from reader.model import Entry, State
from reader.session import Session, counting, steps
from reader.session.lists import Occurrences
from reader.tui.dialogs import Ask, Choice, Choose
from reader.tui.files import confirmed, unquoted

if TYPE_CHECKING:
    from reader.tui.screen import ReadingScreen


def terms(screen: ReadingScreen, _: str) -> None:
    """All terms of the text with their counts; narrowed by typing (a tag: #law), tab goes through the states."""

    def show() -> None:
        session = screen.now
        states = counting.states(session)
        found = [term for term in session.terms.values() if session.lists_entry(term.entry)]
        found.sort(key=lambda term: (-term.count, term.entry.lemma))
        choices = [_choice(term, states.get(term.entry.lemma, {}), session) for term in found]

        def answer(index: int | None) -> None:
            if index is not None:
                screen.become(steps.to_term(found[index].entry.lemma))

        title = f"Terms: {len(found)}, {sum(term.count for term in found)} places"
        screen.app.push_screen(Choose(title, choices, 0, "No such terms.", tuple(State)), answer)

    screen.count_terms(show)


def _choice(term: Occurrences, states: dict[State, int], session: Session) -> Choice:
    said = (f"{state} {count}" for state, count in sorted(states.items()))
    tags = (f"#{tag}" for tag in term.entry.tags)
    known = session.lists.words.get(term.entry.lemma, "")
    about = "  ".join((f"{term.count}×", term.entry.gloss, *said, *tags, known))
    return Choice(term.entry.lemma, about, frozenset(states))


def only_tag(screen: ReadingScreen, _: str) -> None:
    """Highlight only terms with a tag."""
    tags = sorted({tag for entry in screen.now.book.annotator.glossary.entries for tag in entry.tags})

    def answer(index: int | None) -> None:
        if index is not None:
            screen.become(steps.filtered(tags[index - 1] if index else ""))

    screen.app.push_screen(Choose("Highlight terms", [Choice("all"), *(Choice(f"#{tag}") for tag in tags)]), answer)


def add_term(screen: ReadingScreen, _: str) -> None:
    """A term of one's own, or other English for one that there is."""
    session = screen.now
    entry = session.term.entry if session.term else None

    def answer(given: str | None) -> None:
        lemma, _, english = (given or "").partition(":")
        renderings = tuple(one.strip() for one in english.split(";") if one.strip())
        if lemma.strip() and renderings:
            same = entry is not None and entry.lemma == lemma.strip()
            screen.add_term(Entry(lemma.strip(), renderings, pos=entry.pos if entry and same else ""))

    value = f"{session.lemma}: {'; '.join(entry.renderings) if entry else ''}" if session.lemma else ""
    screen.app.push_screen(Ask("A term of your own: norsk: English; other English", value), answer)


def save_words(screen: ReadingScreen, _: str) -> None:
    """The words that are known or being learnt, as a list."""

    def save(path: Path) -> None:
        try:
            spared((path,), screen.opened.inputs())
            count = screen.program.save_words(path, screen.now.book.annotator.glossary)
            said = f"Saved {count} words in {path}"
        except ReaderError as error:
            said = str(error)
        screen.become(lambda session: session.told(said))

    def answer(given: str | None) -> None:
        if given and given.strip():
            path = Path(unquoted(given))
            if path.exists():
                confirmed(screen, path, save)
            else:
                save(path)

    screen.app.push_screen(Ask("Save your words as (.tsv .csv, or .txt for Anki)", "words.txt"), answer)
