"""Finding the glossary's terms in Norwegian: the longest, then the leftmost, none over another."""

from __future__ import annotations

from reader.model import TermMatch
from reader.terms.glossary import Glossary


def match(source: str, glossary: Glossary, language: str = "nb") -> tuple[TermMatch, ...]:
    """The terms of a text, in text order; spans are offsets in `source` and never overlap.

    Everyday words are among them (see `Entry.highlight`), and what is doubtful, with a confidence under `terms.WEAK`.
    """
    return tuple(glossary.matcher(language).matches(source))
