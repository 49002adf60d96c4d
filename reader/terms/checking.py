"""What is wrong with glossary files, beyond what keeps them from being read: the work of `reader glossary check`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from reader import text
from reader.model import Entry, TermMatch
from reader.terms import loading, merging
from reader.terms.elements import OPEN
from reader.terms.glossary import Glossary
from reader.terms.matching import match
from reader.terms.problems import Problem
from reader.terms.renderings import occurrences
from reader.terms.target import Target

_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\u0000-\u0008\u000b-\u001f]|\\s\\s")
_SEVERAL: Final = re.compile(r"[;()\[\]{}|]|\.\.\.|\w\w ?/ ?\w\w")
_LISTED: Final = re.compile(r"^[^\W\d]+(?:, ?[^\W\d]+)+$")
"""Single words with commas between: "stor, svær"; a saying may hold a comma."""
_WITH_ARTICLE: Final = re.compile(r"an? \w+$")
_PLACEHOLDERS: Final = {
    "sb": "someone", "sth": "something", "smb": "someone", "smth": "something", "sb's": "someone's",
    "somebody": "someone", "s.o.": "someone", "s.th.": "something", "s.t.": "something", "one self": "oneself",
}  # fmt: skip
_PLACEHOLDER: Final = re.compile("|".join(rf"(?<![\w.]){re.escape(each)}(?![\w.])" for each in _PLACEHOLDERS))


def check(paths: Sequence[Path]) -> tuple[Problem, ...]:
    """Every problem of the files, in the order of files and lines; () when there is nothing to mend.

    The paths are several glossaries, as in `load`: a word may stand in two of them, but not twice in one.
    """
    problems: list[Problem] = []
    for path in paths:
        entries: list[Entry] = []
        for file in loading.files(path):
            found = loading.contents(file)
            problems += found.problems
            problems += (problem for entry in found.entries for problem in of_entry(entry))
            entries += found.entries
        problems += _between(entries)
        problems += _examples(entries)
    order = {file: number for number, file in enumerate(dict.fromkeys(problem.path for problem in problems))}
    return tuple(sorted(problems, key=lambda problem: (order[problem.path], problem.line, problem.code)))


def of_entry(entry: Entry) -> Iterator[Problem]:
    """What is wrong with an entry by itself."""
    yield from _lemma_problems(entry)
    yield from _rendering_problems(entry)


def _problem(entry: Entry, code: str, message: str) -> Problem:
    path, _, line = entry.place.rpartition(":")
    return Problem(path, int(line) if line.isdecimal() else 0, code, f"'{entry.lemma}' {message}")


def _lemma_problems(entry: Entry) -> Iterator[Problem]:
    for written in (entry.lemma, *entry.forms, *entry.nynorsk, *entry.renderings):
        if unicodedata.normalize("NFC", written) != written or _INVISIBLE.search(written):
            yield _problem(entry, "G301", f"has {_shown(written)}, decomposed or with invisible characters")
            break
    if _SEVERAL.search(entry.lemma) or (_LISTED.match(entry.lemma) and entry.pos not in ("phrase", "intj")):
        yield _problem(entry, "G302", "looks like several entries, or has something optional")
    if entry.lemma.endswith((",", ";", ":")):
        yield _problem(entry, "G306", "ends in a sign that is none of the word's")
    if entry.lemma.startswith(("å ", "Å ")) and entry.pos in ("verb", "aux", ""):
        yield _problem(entry, "G303", "begins with the infinitive marker å")
    parts = entry.lemma.split(OPEN)
    if len(parts) > 2 or (
        len(parts) == 2 and not (parts[0].endswith(" ") and parts[1].startswith(" ") and all(map(str.strip, parts)))
    ):
        yield _problem(entry, "G304", "has an open place that does not stand between two words")


def _shown(written: str) -> str:
    return written.encode("unicode_escape").decode("ascii") if not written.isascii() else repr(written)


def _rendering_problems(entry: Entry) -> Iterator[Problem]:
    for rendering in entry.renderings:
        if _SEVERAL.search(rendering) or (_LISTED.match(rendering) and entry.pos not in ("phrase", "intj")):
            yield _problem(entry, "G401", f"is rendered '{rendering}': more than the English words")
        if entry.pos in ("verb", "aux") and rendering.startswith("to ") and len(rendering) > 3:
            yield _problem(entry, "G402", f"is rendered '{rendering}': with to")
        if entry.pos == "noun" and _WITH_ARTICLE.match(rendering) and " " not in entry.lemma:
            yield _problem(entry, "G402", f"is rendered '{rendering}': with an article")
        held = _PLACEHOLDER.search(rendering)
        if held and held.group() != rendering:
            yield _problem(
                entry, "G405", f"is rendered '{rendering}': write {_PLACEHOLDERS[held.group()]} for {held.group()}"
            )
    seen = {text.folded(rendering) for rendering in entry.renderings}
    for rendering in dict.fromkeys(each for each in entry.renderings if entry.renderings.count(each) > 1):
        yield _problem(entry, "G403", f"is rendered '{rendering}' twice")
    for rendering in entry.forbidden:
        if text.folded(rendering) in seen:
            yield _problem(entry, "G404", f"has '{rendering}' as a rendering and forbids it")


def _between(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Entries of one glossary for the same word."""
    first: dict[merging.Key, Entry] = {}
    for entry in entries:
        other = first.setdefault(merging.key(entry), entry)
        if other is not entry:
            yield _clash(entry, other)
    by_lemma: dict[str, list[Entry]] = {}
    for entry in entries:
        by_lemma.setdefault(merging.key(entry)[0], []).append(entry)
    yield from _forbidden_elsewhere(by_lemma)


def _clash(entry: Entry, other: Entry) -> Problem:
    what = entry.pos or "word"
    own, others = ({text.folded(each) for each in rendered.renderings} for rendered in (entry, other))
    if own == others or not own:
        return _problem(entry, "G502", f"({what}) stands already, with the same English, at {other.place}")
    if own & others:
        return _problem(entry, "G501", f"({what}) stands already at {other.place}")
    return _problem(
        entry, "G503", f"({what}) is rendered otherwise at {other.place}: {', '.join(other.renderings[:2])}"
    )


def _forbidden_elsewhere(by_lemma: Mapping[str, Sequence[Entry]]) -> Iterator[Problem]:
    for entries in by_lemma.values():
        for entry in entries:
            for other in entries:
                shared = (
                    set(entry.forbidden) & set(other.renderings)
                    if other is not entry and other.pos == entry.pos
                    else set()
                )
                if shared:
                    yield _problem(entry, "G404", f"forbids '{min(shared)}', which {other.place} has as a rendering")


def _examples(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Examples that do not show their word: in the Norwegian by the matcher, in the English by the renderings."""
    glossary = Glossary.of(entries)
    for entry in entries:
        if entry.example is None:
            continue
        norwegian, english = entry.example
        if not any(entry.lemma == other.lemma for other in _shown_in(match(norwegian, glossary))):
            yield _problem(entry, "G305", f"has an example without it: '{norwegian}'")
        target = Target(english)
        wanted = entry.renderings or (entry.lemma,)
        if not any(True for rendering in wanted for _ in occurrences(rendering, target)):
            yield _problem(entry, "G305", f"has an example whose English has none of its renderings: '{english}'")


def _shown_in(found: Sequence[TermMatch]) -> Iterator[Entry]:
    for each in found:
        yield each.entry
        yield from each.alternatives
        yield from _shown_in(each.inner)
