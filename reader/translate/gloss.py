"""Word by word from the glossary: a help where nothing else has English, never dressed up as a translation.

A word that the glossary does not know stays in Norwegian, in ⟨brackets⟩, so that nobody takes it for English.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader import terms
from reader.model import Origin
from reader.translate.protocol import Draft, Segment

AT_BEST = 0.5
"""The score of a gloss whose every word is certain: words in another language's order are half a translation."""


class Gloss:
    """A source of English that always has something to say."""

    def __init__(self, glossary: terms.Glossary, language: str = "nb") -> None:
        self._glossary, self._language = glossary, language

    def translate(self, segments: Sequence[Segment]) -> list[Draft | None]:
        return [self._draft(segment.text) for segment in segments]

    def _draft(self, source: str) -> Draft:
        glossed = terms.glossed(source, self._glossary, self._language)
        score = AT_BEST * glossed.certainty
        return Draft(glossed.text, Origin.GLOSS, score=score, provenance="glossary", links=glossed.links)
