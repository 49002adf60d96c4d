"""A sentence word by word from the glossary: a help where there is no translation, and never more than that.

Each word gets the gloss of the entry that its reading in the sentence speaks for (`choosing`), bent a little so that
the eye can follow (`bending`); small words get theirs from the words beside them (`smallwords`). The order stays
Norwegian. What the glossary does not know stays in Norwegian, in ⟨brackets⟩ (`wording`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reader import text
from reader.model import Link, Span
from reader.terms.glossary import Glossary
from reader.terms.wording import Wording


class Cell(NamedTuple):
    """Words of the source that stand together, and what stands under them; "" for what has no gloss."""

    source: Span
    gloss: str
    """Without the capital of an opening."""


class Glossed(NamedTuple):
    """A word-by-word gloss."""

    text: str
    known: float
    """Share of the words that have a gloss; names and numbers count as glossed by themselves. 1.0 without any word."""
    links: tuple[Link, ...]
    """Source word ↔ word of the gloss."""
    certainty: float = 1.0
    """The mean over the words of how sure each gloss is; a word without one counts 0."""
    cells: tuple[Cell, ...] = ()
    """The same gloss piece by piece, in text order."""


class _Piece(NamedTuple):
    text: str
    words: tuple[int, ...] = ()
    """The source words that it stands for, counted in `text.words`."""
    sure: float = 1.0
    """0–1; 0 for a word that has no gloss."""
    bare: str = ""
    """The gloss alone, as it would stand inside a sentence."""
    source: Span = Span(0, 0)
    goes_on: bool = False
    """The word before says this one too."""


@lru_cache(maxsize=1024)
def glossed(source: str, glossary: Glossary, language: str = "nb") -> Glossed:
    """The source with every word that the glossary knows replaced by its gloss; white space and signs stay."""
    pieces = list(_pieces(source, Wording(source, glossary, language)))
    written = "".join(piece.text for piece in pieces)
    sure = [piece.sure for piece in pieces for _ in piece.words]
    known = sum(bool(each) for each in sure) / len(sure) if sure else 1.0
    certainty = sum(sure) / len(sure) if sure else 1.0
    return Glossed(written, known, _links(pieces, written), certainty, tuple(_cells(pieces)))


def _cells(pieces: Sequence[_Piece]) -> Iterator[Cell]:
    """What belongs under which words: a term of several words is one cell as far as they stand together."""
    held: Cell | None = None
    for piece in pieces:
        if held is not None and piece.goes_on:
            held = Cell(Span(held.source.start, piece.source.end), held.gloss)
            continue
        if held is not None:
            yield held
            held = None
        if piece.words:
            held = Cell(piece.source, piece.bare if piece.sure else "")
    if held is not None:
        yield held


def _pieces(source: str, wording: Wording) -> Iterator[_Piece]:
    """The gloss piece by piece: words, and what stands between them."""
    at, word, capital = 0, 0, False
    skipped: str | None = None
    tokens = wording.tokens
    for place, token in enumerate(tokens):
        between, at = source[at : token.start], token.end
        if token.kind not in ("word", "number"):
            wording.pause()
            yield _Piece(between + token.text)
            continue
        gloss, sure = wording.gloss(place)
        if gloss.endswith(".") and source[at : at + 1] == ".":
            gloss = gloss[:-1]  # "etc." at the end of a sentence
        opens = not place or tokens[place - 1].kind == "punct"
        capital = capital or (opens and token.text[:1].isupper())
        shown = gloss[:1].upper() + gloss[1:] if capital else gloss
        capital = capital and not gloss
        kept = between if gloss else ""
        if skipped is not None:
            kept, skipped = skipped, None
        if not gloss and opens:
            kept, skipped = "", between  # "De fleste": the gap goes before the first word that is said
        yield _Piece(kept + shown, (word,), sure, gloss, token.span, goes_on=not gloss and wording.goes_on(place))
        word += 1
    yield _Piece(source[at:])


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
