"""A sentence word by word from the glossary: a help where there is no translation."""

from __future__ import annotations

from typing import NamedTuple

from reader import text
from reader.model import Link
from reader.terms.glossary import Glossary
from reader.terms.matching import match


class Glossed(NamedTuple):
    """A word-by-word gloss."""

    text: str
    known: float
    """Share of the words that have a gloss, names and numbers among them."""
    links: tuple[Link, ...]
    """Source word ↔ gloss word."""


def glossed(source: str, glossary: Glossary) -> Glossed:
    """The source with every known word replaced by its gloss."""
    toks = text.tokens(source)
    starts = {t.source[0].start: t for t in match(source, glossary)}
    skip: set[int] = set()
    for t in starts.values():
        skip |= {p for span in t.source for p in range(span.start, span.end)}
    out, at, words, known = [], 0, 0, 0
    for tok in toks:
        gap = source[at : tok.start]
        at = tok.end
        if tok.start in starts:
            out.append(gap + starts[tok.start].entry.gloss)
            words += 1
            known += 1
        elif tok.start in skip:
            continue
        elif tok.kind == "word" and not tok.text[:1].isupper():
            out.append(f"{gap}⟨{tok.text}⟩")
            words += 1
        else:
            out.append(gap + tok.text)
            if tok.kind in ("word", "number"):
                words += 1
                known += 1
    return Glossed("".join(out) + source[at:], known / words if words else 1.0, ())
