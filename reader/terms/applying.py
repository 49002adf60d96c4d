"""Putting a preferred rendering in the place of the machine's words, with its article, and links that stay right.

Nothing here asks a model: text in, text out. What is not sure is left alone: words that are not together, or that
render something else as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader import text
from reader.model import WEAK, Link, Span, State, TermMatch, Unit
from reader.terms import fitting
from reader.terms.englishwords import BE, HAVE, MODALS, PREPOSITIONS
from reader.terms.placing import ARTICLES, DETERMINERS, clause_start, own_words, place
from reader.text import Token
from reader.text.indefinite import article


class Edit(NamedTuple):
    """A stretch of the English, and what is to stand there."""

    span: Span
    """Of the old target; with an article that changes."""
    text: str
    lead: int = 0
    """How much of `text` comes before the rendering: the article and a space."""


class Applied(NamedTuple):
    """English with a rendering put in."""

    target: str
    links: tuple[Link, ...]
    edit: Edit


def wanted(terms: Iterable[TermMatch]) -> tuple[TermMatch, ...]:
    """The terms of an annotated unit that the English should have otherwise: highlighted, sure, and not kept.

    Where an entry's renderings are senses, the English may well have the right one, listed or not: only what is
    forbidden is taken out, and a term with one sense put in.
    """
    return tuple(
        term
        for term in terms
        if term.entry.highlight and term.confidence >= WEAK and not term.alternatives and term.state in _open(term)
    )


def _open(term: TermMatch) -> tuple[State, ...]:
    """The states in which a term's English is brought to its first rendering."""
    if not term.entry.senses:
        return (State.MISSED, State.VARIANT, State.FORBIDDEN)
    return (State.FORBIDDEN,) if len(term.entry.renderings) > 1 else (State.FORBIDDEN, State.MISSED)


def applied(unit: Unit, term: TermMatch) -> Applied | None:
    """An annotated unit's English with one of its terms put in; None where links don't say for sure what to replace."""
    edit = edited(unit, term)
    if edit is None:
        return None
    target = unit.target[: edit.span.start] + edit.text + unit.target[edit.span.end :]
    links = _shifted(unit, term, edit, target)
    return None if links is None else Applied(target, links, edit)


def edited(unit: Unit, term: TermMatch, *, cut: bool = False) -> Edit | None:
    """What `applied` puts where. With `cut` only the beginning must be sure: what comes after is said anew."""
    words = text.words(unit.target)
    found = place(unit, term, words, cut=cut)
    if found is None:
        return None
    first, last = found
    start, end = words[first].start, words[last].end
    before = tuple(text.folded(word.text) for word in words[clause_start(words, first, unit.target) : first])
    said = tuple(text.folded(word.text) for word in words[first : last + 1])
    joined = last + 1 < len(words) and unit.target[end : words[last + 1].start] == " "
    form = fitting.fitted(term, unit.source, fitting.Around(said, before, joined))
    if form is None or (joined and not cut and _repeats(form, words[last + 1].text)):
        return None
    form = form.replace("’", "'") if "'" in unit.target and "’" not in unit.target else form
    edit = _with_article(unit.target, words, first, last, _cased(form, unit, term, Span(start, end)))
    return None if edit is None or edit.text == edit.span.of(unit.target) else edit


def _repeats(form: str, following: str) -> bool:
    """ "boast about" before another "about"."""
    return " " in form and text.folded(form.rpartition(" ")[2]) == text.folded(following)


def _cased(form: str, unit: Unit, term: TermMatch, span: Span) -> str:
    """With a capital where a sentence opens, in capitals where all are."""
    if unit.target.isupper() and not term.entry.lemma.isupper():
        return form.upper()
    return _upper_first(form) if _opens(unit.target, span.start) and span.of(unit.target)[:1].isupper() else form


def _opens(target: str, start: int) -> bool:
    before = target[:start].rstrip(" \u00a0“‘\"'([«")
    return not any(letter.isalnum() for letter in before) or before.endswith((".", "!", "?", "…", ":"))


def _upper_first(form: str) -> str:
    return form[:1].upper() + form[1:]


def _with_article(target: str, words: Sequence[Token], first: int, last: int, form: str) -> Edit | None:
    """One article, and the right one."""
    span = Span(words[first].start, words[last].end)
    own, _, rest = form.partition(" ")
    has_own = own.lower() in ARTICLES and bool(rest)
    before = words[first - 1] if first and target[words[first - 1].end : span.start] in (" ", "\u00a0") else None
    said = text.folded(before.text) if before else ""
    if before is None or (said not in DETERMINERS and not re.search(r"(?:'s|s')$", said)):
        return None if has_own and _determined(target, words, first) else Edit(span, form)
    form = rest if has_own else form
    if said not in ("a", "an"):
        return Edit(span, form)
    new = own.lower() if has_own else article(form)
    new = article(form) if new != "the" else new
    if new == said:
        return Edit(span, form)
    new = new.upper() if target.isupper() else _upper_first(new) if before.text[:1].isupper() else new
    lead = new + target[before.end : span.start]
    return Edit(Span(before.start, span.end), lead + form, len(lead))


def _determined(target: str, words: Sequence[Token], first: int) -> bool:
    """Whether an article further back belongs here: "the former …" has no room for "the White House"."""
    for at in range(first - 1, max(-1, first - 4), -1):
        if target[words[at].end : words[at + 1].start].strip():
            return False
        word = text.folded(words[at].text)
        if word in DETERMINERS:
            return True
        if word in PREPOSITIONS | BE | HAVE | MODALS | {"and", "or", "but"}:
            return False
    return False


def _shifted(unit: Unit, term: TermMatch, edit: Edit, target: str) -> tuple[Link, ...] | None:
    """The links of the new English; None when words outside the edit would be cut otherwise than before."""
    own, _ = own_words(unit.source, term)
    grown = len(edit.text) - (edit.span.end - edit.span.start)
    says = text.words(target)
    starts = {word.start: number for number, word in enumerate(says)}
    ends = edit.span.start + len(edit.text)
    moved: dict[int, int] = {}
    for number, word in enumerate(text.words(unit.target)):
        if word.end <= edit.span.start or (edit.lead and word.start == edit.span.start):
            start = word.start
        elif word.start >= edit.span.end:
            start = word.start + grown
        elif word.start >= edit.span.start and word.end <= edit.span.end:
            continue
        else:
            return None
        if start not in starts:
            return None
        moved[number] = starts[start]
    new = [n for n, word in enumerate(says) if edit.span.start + edit.lead <= word.start and word.end <= ends]
    if len(new) + len(moved) != len(says):
        return None
    links = {Link(link.source, moved[link.target]) for link in unit.links if link.target in moved}
    return tuple(sorted(links | {Link(source, number) for source in own for number in new}))


__all__ = ["Applied", "Edit", "applied", "edited", "wanted"]
