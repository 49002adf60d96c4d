"""Putting a preferred rendering in the place of the machine's words, with its article, and links that stay right.

Nothing here asks a model: text in, text out. What is not sure is left alone: words that are not together, or that
render something else as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from reader import text
from reader.model import WEAK, Link, Span, State, TermMatch, Unit
from reader.terms import fitting
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
    """The terms of an annotated unit that the English should have otherwise: highlighted, sure, and not kept."""
    return tuple(
        term
        for term in terms
        if term.entry.highlight
        and term.confidence >= WEAK
        and not term.alternatives
        and term.state in (State.MISSED, State.VARIANT, State.FORBIDDEN)
    )


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
    place = _place(unit, term, words, cut=cut)
    if place is None:
        return None
    first, last = place
    start, end = words[first].start, words[last].end
    before = tuple(text.folded(word.text) for word in words[_clause(words, first, unit.target) : first])
    said = tuple(text.folded(word.text) for word in words[first : last + 1])
    joined = last + 1 < len(words) and unit.target[end : words[last + 1].start] == " "
    form = fitting.fitted(term, unit.source, fitting.Around(said, before, joined))
    if form is None or (joined and not cut and _repeats(form, words[last + 1].text)):
        return None
    form = form.replace("’", "'") if "'" in unit.target and "’" not in unit.target else form
    return _with_article(unit.target, words, (first, last), _cased(form, unit, term, Span(start, end)))


def _place(unit: Unit, term: TermMatch, words: Sequence[Token], *, cut: bool) -> tuple[int, int] | None:
    """(first, last) word of the English that only this term is rendered by."""
    own, needed = _own(unit.source, term)
    partners = {link.target for link in unit.links if link.source in own}
    linked = {link.source for link in unit.links}
    if not partners or not (needed & linked if cut else needed <= linked):
        return None
    numbers = sorted(partners)
    found = [place for place, word in enumerate(words) if any(_meets(word, span) for span in term.target)]
    if found and term.state is not State.MISSED:
        if not partners & set(found):
            return None
        numbers = sorted(partners.union(found))
    numbers = _stripped(numbers, words, term)
    if not numbers:
        return None
    first, last = numbers[0], numbers[-1]
    if cut:
        while last > first and not set(range(first, last + 1)) <= set(numbers):
            last -= 1
        return first, last
    pairs = zip(words[first:last], words[first + 1 : last + 1], strict=True)
    together = all(not unit.target[a.end : b.start].strip() for a, b in pairs)
    shared = _shares(unit, own, range(first, last + 1))
    others = (span for other in unit.terms if other is not term for span in other.target)
    taken = any(_meets(word, span) for span in others for word in words[first : last + 1])
    return (first, last) if len(numbers) == last - first + 1 and together and not shared and not taken else None


def _meets(word: Token, span: Span) -> bool:
    return word.start < span.end and span.start < word.end


def _own(source: str, term: TermMatch) -> tuple[frozenset[int], frozenset[int]]:
    """The term's words, and those of them that the English must answer: not "seg", "å" or "det"."""
    own = {n: word for n, word in enumerate(text.words(source)) if any(_meets(word, span) for span in term.source)}
    needed = {n for n, word in own.items() if text.folded(word.text) not in _EMPTY}
    return frozenset(own), frozenset(needed or own)


_EMPTY: Final = frozenset(
    word
    for line in (
        "å seg meg deg oss dere en ei et den det de er var være vært har hadde ha bli blir ble blitt vil ville skal",
        "skulle kan kunne må måtte som at",
    )
    for word in line.split()
)
"""Norwegian words that English often has no word for, or says in the words of their neighbours."""
_ARTICLES: Final = frozenset({"a", "an", "the"})
_DETERMINERS: Final = _ARTICLES | frozenset(
    word
    for line in ("this that these those my your his her its our their whose every each any some no one",)
    for word in line.split()
)
_LEADS: Final = {
    "noun": _DETERMINERS | fitting.PREPOSITIONS,
    "propn": _DETERMINERS | fitting.PREPOSITIONS,
    "verb": fitting.BE | fitting.HAVE | fitting.MODALS | {"i", "you", "he", "she", "it", "we", "they", "who", "that"},
    "adj": _ARTICLES | fitting.BE,
}
"""What may be linked to a word of the class and yet stays: it is grammar around the rendering."""


def _stripped(numbers: Sequence[int], words: Sequence[Token], term: TermMatch) -> list[int]:
    leads = _LEADS.get({"aux": "verb"}.get(term.entry.pos, term.entry.pos), frozenset[str]())
    keep = term.entry.gloss.partition(" ")[0].lower()
    kept = list(numbers)
    while kept and (word := text.folded(words[kept[0]].text)) in leads and (word != keep or word in _ARTICLES):
        kept.pop(0)
    return kept


def _shares(unit: Unit, own: frozenset[int], numbers: range) -> bool:
    """Whether one of the words renders a word outside the term too."""
    sources = {link.source for link in unit.links if link.target in numbers} - own
    words = text.words(unit.source) if sources else ()
    return any(text.folded(words[n].text) not in _EMPTY for n in sources if n < len(words))


def _clause(words: Sequence[Token], first: int, target: str) -> int:
    """The first word of the clause that a word is in, at most six back."""
    at = first
    while at and at > first - 6 and not target[words[at - 1].end : words[at].start].strip(" \u00a0-"):
        at -= 1
    return at


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
    return not any(letter.isalnum() for letter in before) or before.endswith((".", "!", "?", "…"))


def _upper_first(form: str) -> str:
    return form[:1].upper() + form[1:]


def _with_article(target: str, words: Sequence[Token], place: tuple[int, int], form: str) -> Edit | None:
    """One article, and the right one."""
    first, last = place
    span = Span(words[first].start, words[last].end)
    own, _, rest = form.partition(" ")
    has_own = own.lower() in _ARTICLES and bool(rest)
    before = words[first - 1] if first and target[words[first - 1].end : span.start] in (" ", "\u00a0") else None
    said = text.folded(before.text) if before else ""
    if before is None or (said not in _DETERMINERS and not re.search(r"(?:'s|s')$", said)):
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
        if word in _DETERMINERS:
            return True
        if word in fitting.PREPOSITIONS | fitting.BE | fitting.HAVE | fitting.MODALS | {"and", "or", "but"}:
            return False
    return False


def _shifted(unit: Unit, term: TermMatch, edit: Edit, target: str) -> tuple[Link, ...] | None:
    """The links of the new English; None when words outside the edit would be cut otherwise than before."""
    own, _ = _own(unit.source, term)
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
