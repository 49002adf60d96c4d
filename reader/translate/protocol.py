"""What a source of English promises, and what it hands back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from reader.model import Finding, Kind, Link, Origin, Span


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence waiting for its English."""

    text: str
    """Exactly the document's characters, without surrounding white space; may hold line ends."""
    span: Span
    """Offsets in the document's text."""
    kind: Kind
    paragraph: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Draft:
    """The English that a source has for a segment, or for a run of segments of one paragraph."""

    target: str
    origin: Origin
    covers: int = 1
    """How many segments it speaks for; 0: the draft before it speaks for this one too."""
    score: float = 1.0
    """0–1; see `Unit.score`."""
    provenance: str = ""
    memory_source: str = ""
    links: tuple[Link, ...] = ()
    findings: tuple[Finding, ...] = ()
    applied: tuple[str, ...] = ()
    """Lemmas of the terms that the English was brought to; see `enforcing`."""


COVERED = Draft("", Origin.NONE, covers=0)


class Source(Protocol):
    """Memory, engine or gloss.

    A caller leans on this: the answer has one place for each segment, in order; None where the source has nothing; it
    opens no socket; and it is asked for a window of the document at a time, so that it can batch and be interrupted.
    """

    def translate(self, segments: Sequence[Segment]) -> Sequence[Draft | None]: ...


__all__ = ["COVERED", "Draft", "Segment", "Source"]
