"""A sentence word by word from the glossary: a help where there is no translation, and never more than that.

Each word gets the gloss that its neighbours speak for, bent a little (past tense, plural, "the" for a definite noun)
so that the eye can follow. What the glossary does not know stays in Norwegian, in ⟨brackets⟩.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader import text
from reader.model import How, Link, TermMatch
from reader.terms.bending import DETERMINERS, Side, bent
from reader.terms.glossary import Glossary
from reader.terms.heads import head
from reader.terms.matching import match
from reader.text import Analysis, Token

_INSIDE = frozenset({"adj", "num", "adv", "det"})
"""Word classes that may stand between a determiner and its noun."""


class Glossed(NamedTuple):
    """A word-by-word gloss."""

    text: str
    known: float
    """Share of the words that have a gloss; names and numbers count as glossed by themselves. 1.0 without any word."""
    links: tuple[Link, ...]
    """Source word ↔ word of the gloss."""


class _Piece(NamedTuple):
    text: str
    words: tuple[int, ...]
    """The source words that it stands for, counted in `text.words`."""
    known: bool = True


def glossed(source: str, glossary: Glossary, language: str = "nb") -> Glossed:
    """The source with every word that the glossary knows replaced by its gloss; white space and signs stay."""
    tokens = text.tokens(source)
    pieces = list(_pieces(source, tokens, glossary, language))
    written = "".join(piece.text for piece in pieces)
    count = sum(len(piece.words) for piece in pieces)
    known = sum(len(piece.words) for piece in pieces if piece.known)
    return Glossed(written, known / count if count else 1.0, _links(pieces, written))


def _pieces(source: str, tokens: Sequence[Token], glossary: Glossary, language: str) -> Iterator[_Piece]:
    owners = _owners(tokens, match(source, glossary, language))
    readings = text.lemmas_in(tokens, language)
    at, word, said, determined = 0, 0, "", False
    done: set[int] = set()
    for place, token in enumerate(tokens):
        between, at = source[at : token.start], token.end
        if token.kind not in ("word", "number"):
            said, determined = "", False
            yield _Piece(between + token.text, ())
            continue
        number, word = word, word + 1
        owner = owners.get(place)
        if owner is None:
            piece = _unowned(token, readings[place], glossary)
        elif id(owner) in done:
            yield _Piece("", (number,))  # said with the first part of its term
            continue
        else:
            done.add(id(owner))
            gloss = _of_term(owner, token, readings[place], Side(said, determined), glossary)
            piece = _Piece("" if gloss == "to" and said.endswith(" to") else gloss, ())  # "is ready to" + å
        said = piece.text or said
        determined = text.folded(token.text) in DETERMINERS or (determined and readings[place].pos in _INSIDE)
        opens = token.text[:1].isupper() and (not place or tokens[place - 1].kind == "punct")
        shown = piece.text[:1].upper() + piece.text[1:] if opens else piece.text
        yield _Piece((between if shown else "") + shown, (number,), piece.known)
    yield _Piece(source[at:], ())


def _owners(tokens: Sequence[Token], matches: Sequence[TermMatch]) -> dict[int, TermMatch]:
    """Token number → the term that it belongs to."""
    starts = [token.start for token in tokens]
    found: dict[int, TermMatch] = {}
    for term in matches:
        for span in term.source:
            for place in range(bisect_right(starts, span.start) - 1, bisect_right(starts, span.end - 1)):
                found[place] = term
    return found


def _of_term(term: TermMatch, token: Token, reading: Analysis, before: Side, glossary: Glossary) -> str:
    if term.how is How.COMPOUND:
        parts = by_parts(token.text, glossary)
        if parts:
            return " ".join(parts)
    return bent(term.entry, reading, before)


def _unowned(token: Token, reading: Analysis, glossary: Glossary) -> _Piece:
    if reading.pos == "propn" and "Gen" in reading.features:
        return _Piece(f"{reading.lemma}’s", ())
    if (
        token.kind == "number"
        or reading.pos in ("propn", "num")
        or (not token.text.islower() and not token.text.istitle())
    ):
        return _Piece(token.text, ())
    parts = by_parts(token.text, glossary)
    if parts:
        return _Piece(" ".join(parts), ())
    return _Piece(f"⟨{token.text}⟩", (), known=False)


def by_parts(word: str, glossary: Glossary) -> tuple[str, ...]:
    """The glosses of a compound's members, in order; () when one of them has none."""
    cut = head(text.folded(word), glossary.lookup)
    members = (cut.first, cut.last) if cut else tuple(part.lemma for part in text.compound(word))
    found = [(entries[0].gloss if (entries := glossary.lookup(member)) else "") for member in members]
    if cut and cut.hyphen and not found[0]:
        found[0] = word[: len(cut.first)]  # "CIA-direktør": what is no word is a name
    if cut and not found[0]:
        found[:1] = by_parts(cut.first, glossary) or [""]
    return tuple(found) if found and all(found) else ()


def _links(pieces: Sequence[_Piece], written: str) -> tuple[Link, ...]:
    """Each source word with the words of its gloss; later parts of a term with those of its first."""
    words = text.words(written)
    starts = [word.start for word in words]
    found: list[Link] = []
    at = 0
    for piece in pieces:
        first = bisect_right(starts, at - 1)
        at += len(piece.text)
        last = bisect_right(starts, at - 1)
        found.extend(Link(source, target) for source in piece.words for target in range(first, last))
    return tuple(found)
