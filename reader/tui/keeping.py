"""Between the session and the disk: what is read when a text is opened, and what is written when something changes."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from reader import opening, store
from reader.errors import ReaderError
from reader.formats import replace_file
from reader.model import Document, Kind, Origin
from reader.opening import Opened, Options, glossary_paths
from reader.render.layout import Layout, Mode
from reader.session import Book, Cursor, Familiarity, Lists, Place, Session
from reader.store import corrections, ownterms, settings, texts, vocabulary
from reader.terms import Glossary
from reader.terms.loading import files


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
    session = Session(book, lists=lists, layout=layout_of(chosen), said=" ".join(opened.notices))
    offset = texts.where(held, opened.document.text)
    return replace(session, cursor=Cursor(session.ground.snapped(book.place_at(offset))))


def looking(session: Session, mode: str | None, words: bool | None) -> Session:
    """The session in a layout that was asked for this once."""
    layout = session.layout
    layout = replace(layout, mode=layout.mode if mode is None else Mode(mode))
    return replace(session, layout=replace(layout, words=layout.words if words is None else words))


def hint(opened: Opened) -> str:
    """How to get better English: told once in a reader's life."""
    return opened.hint if opened.hint and store.first_time("package-hint") else ""


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


def keep_words(before: Session, after: Session) -> None:
    """Words that became known or are being learnt, with the sentence they were met in. Raises StoreError."""
    unit = before.unit
    for lemma in {*before.lists.words, *after.lists.words}:
        now = after.lists.words.get(lemma, Familiarity.NEW)
        if now is not before.lists.words.get(lemma, Familiarity.NEW):
            known = unit if unit and now is not Familiarity.NEW else None
            english = known.target if known and known.origin is not Origin.GLOSS else ""
            vocabulary.say(lemma, now, " ".join(known.source.split()) if known else "", english)


def keep_corrections(before: Session, after: Session) -> None:
    """The reader's own English, into their memory. Raises StoreError or MemoryFileError."""
    language = after.book.document.language
    for source in {*before.lists.corrections, *after.lists.corrections}:
        now_said = after.lists.corrections.get(source, "")
        if now_said != before.lists.corrections.get(source, ""):
            corrections.keep(source, now_said, language if language in ("nb", "nn") else "nb")


def keep_glossary(before: Lists, after: Lists) -> None:
    """The reader's own glossary file as it was before a term that is taken back. Raises StoreError."""
    if before.own is not None and after.own not in (None, before.own):
        ownterms.restore(after.own or b"", before.own)


def keep_looks(begun: Layout, now: Layout, colours: str, chosen: settings.Settings) -> None:
    """What the reader changed in how the screen looks, for the next time. Raises StoreError."""
    changed: dict[str, Any] = {n: getattr(now, n) for n in _LOOKS if getattr(now, n) != getattr(begun, n)}
    if now.mode is not begun.mode:
        changed["layout"] = now.mode.value
    kept = replace(chosen, colours=colours, **changed)
    if kept != chosen:
        settings.keep(kept)


_LOOKS = ("ratio", "measure", "weak", "words", "notes", "highlight")
"""Fields of the layout that are settings too."""


def save_words(path: Path, glossary: Glossary) -> int:
    """The words known and being learnt, in the format of the path; how many. Raises OutputError or StoreError."""
    from reader.store import cards

    found = []
    for lemma, said in sorted(vocabulary.said().items()):
        if said.familiarity == Familiarity.NEW:
            continue
        entry = next(iter(glossary.lookup(lemma)), None)
        gloss, tags = ("; ".join(entry.renderings), " ".join(entry.tags)) if entry else ("", "")
        found.append(cards.Card(lemma, gloss, said.sentence, said.english, said.familiarity, tags))
    replace_file(path, cards.written(found, path))
    return len(found)


def reopened(path: str, options: Options, document: Document) -> Opened:
    """The same text with glossary, memory and engine looked at anew.

    A glossary that has changed is compiled in a process of its own: three seconds of work and 40 MB that the screen
    does not notice; what is left here is reading the result. Raises what `opening.opened` raises.
    """
    import subprocess
    import sys

    paths = [str(folder) for folder in glossary_paths(options)]
    command = [sys.executable, "-c", _COMPILE, str(store.cache_folder()), *paths]
    with suppress(OSError, subprocess.SubprocessError):
        quiet = subprocess.DEVNULL
        subprocess.run(command, stdin=quiet, stdout=quiet, stderr=quiet, timeout=60, check=False)
    return opening.opened(path, options, document)


_COMPILE = """
import pathlib, sys
from reader import terms
folder, *paths = map(pathlib.Path, sys.argv[1:])
terms.load(paths, folder)
"""


def stamps(options: Options) -> frozenset[tuple[str, int, int]]:
    """Name, size and time of every glossary file: another set means that something changed."""
    found: set[tuple[str, int, int]] = set()
    for path in glossary_paths(options):
        for file in files(path):
            with suppress(OSError):
                state = file.stat()
                found.add((str(file), state.st_size, state.st_mtime_ns))
    return frozenset(found)


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
