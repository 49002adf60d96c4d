"""Between the session and the disk: what is read when a text is opened, and what is written when something changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reader import store, terms
from reader.errors import ReaderError
from reader.model import Kind
from reader.opening import Opened, Options, glossary_paths
from reader.pipeline import Annotator
from reader.render.layout import Layout, Mode
from reader.session import Book, Cursor, Familiarity, Lists, Place, Session
from reader.store import corrections, ownterms, settings, texts, vocabulary


def begun(opened: Opened, path: str, chosen: settings.Settings) -> Session:
    """A session where the reader was, with their lists. What cannot be read is told, and never written over."""
    book = Book(opened.document, opened.annotator)
    held = texts.record(key_of(path, opened), texts.fingerprint(opened.document.text))
    lists = Lists(
        marks={letter: book.place_at(offset) for letter, offset in held.marks.items()},
        bookmarks=tuple(book.place_at(offset) for offset in held.bookmarks),
        notes={book.place_at(offset): note for offset, note in held.notes.items()},
        words={lemma: Familiarity(how) for lemma, how in vocabulary.words().items() if how in set(Familiarity)},
    )
    session = Session(book, lists=lists, layout=layout_of(chosen), said=" ".join((*opened.notices, *_hint(opened))))
    offset = texts.where(held, opened.document.text)
    return replace(session, cursor=Cursor(session.ground.snapped(book.place_at(offset))))


def _hint(opened: Opened) -> tuple[str, ...]:
    """How to get better English: told once in a reader's life."""
    return (opened.hint,) if opened.hint and store.first_time("package-hint") else ()


def key_of(path: str, opened: Opened) -> str:
    """What the library knows a text by: its full path; standard input by its characters."""
    return f"-{texts.fingerprint(opened.document.text)}" if path == "-" else str(Path(path).absolute())


def layout_of(chosen: settings.Settings) -> Layout:
    mode = Mode(chosen.layout) if chosen.layout in set(Mode) else Mode.COLUMNS
    return Layout(
        80, mode, ratio=min(0.8, max(0.2, chosen.ratio)), measure=max(24, chosen.measure), weak=chosen.weak,
        words=chosen.words, notes=chosen.notes, highlight=chosen.highlight,
    )  # fmt: skip


def keep_place(path: str, opened: Opened, session: Session) -> None:
    """Place, marks, bookmarks and notes. Raises StoreError."""
    book, unit = session.book, session.unit
    key = key_of(path, opened)
    last = session.place.paragraph >= len(book) - 1
    texts.keep(
        texts.TextRecord(
            path=key,
            title=_title(session),
            fingerprint=texts.fingerprint(book.document.text),
            offset=unit.span.start if unit else 0,
            quote=unit.source[:60] if unit else "",
            share=1.0 if last else book.share(session.place.paragraph),
            marks={letter: _offset(session, place) for letter, place in session.lists.marks.items()},
            bookmarks=tuple(_offset(session, place) for place in session.lists.bookmarks),
            notes={_offset(session, place): note for place, note in session.lists.notes.items()},
        )
    )


def keep_lists(before: Lists, after: Lists, language: str) -> None:
    """Known words and corrections that changed. Raises StoreError or MemoryFileError."""
    for lemma in {*before.words, *after.words}:
        now = after.words.get(lemma, Familiarity.NEW)
        if now is not before.words.get(lemma, Familiarity.NEW):
            vocabulary.say(lemma, now)
    for source in {*before.corrections, *after.corrections}:
        now_said = after.corrections.get(source, "")
        if now_said != before.corrections.get(source, ""):
            corrections.keep(source, now_said, language if language in ("nb", "nn") else "nb")


def keep_looks(layout: Layout, colours: str, chosen: settings.Settings) -> None:
    """How the screen looks, for the next time. Raises StoreError."""
    now = replace(
        chosen, colours=colours, layout=layout.mode.value, ratio=layout.ratio, measure=layout.measure,
        weak=layout.weak, words=layout.words, notes=layout.notes, highlight=layout.highlight,
    )  # fmt: skip
    if now != chosen:
        settings.keep(now)


def with_term(lemma: str, rendering: str, options: Options) -> Annotator:
    """The annotator after a term went into the reader's own glossary. Raises StoreError or GlossaryError."""
    ownterms.keep(lemma, rendering)
    return Annotator(terms.load(glossary_paths(options)))


def quietly(problems: list[str], *work: tuple[object, ...]) -> None:
    """Each piece of work, whatever becomes of the others; what went wrong is added to `problems`."""
    for call, *given in work:
        try:
            call(*given)  # type: ignore[operator]
        except ReaderError as error:
            problems.append(str(error))


def _offset(session: Session, place: Place) -> int:
    unit = session.ground.unit(place)
    return unit.span.start if unit else 0


def _title(session: Session) -> str:
    first = next(iter(session.book.headings()), None)
    return first.title[:120] if first and first.kind is Kind.TITLE else session.book.document.name
