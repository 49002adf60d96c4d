"""The nouns of the reader, as frozen values: what travels down the line from file to screen.

Every offset is in characters (Unicode code points) of a decoded text, half-open: `text[start:end]`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

WEAK = 0.75
"""Terms recognised with less confidence than this are drawn faintly and can be switched off."""


class Span(NamedTuple):
    """A half-open range of characters."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """The same range, counted from `by` characters further left."""
        return Span(self.start + by, self.end + by)


class Kind(StrEnum):
    """What a paragraph is to its reader."""

    TITLE = "title"
    HEADING = "heading"
    DATELINE = "dateline"
    """Metadata before the text proper: "date 2025-02", "OSLO (NTB):"."""
    DIALOGUE = "dialogue"
    """A turn of speech or a quotation: opens with "– ", "- " before speech, or with «."""
    ITEM = "item"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of the document that is shown as one row of the two columns."""

    span: Span
    """With the white space and line ends that follow it: joined, the spans give the text back."""
    kind: Kind
    # Sentences are cut when a paragraph is looked at (`pipeline`), not here: a book must open at once.


@dataclass(frozen=True, slots=True)
class Document:
    """A decoded text and where its paragraphs lie."""

    name: str
    """What to call it: the file's name, or "-" for standard input."""
    text: str
    paragraphs: tuple[Paragraph, ...]
    language: str = "nb"
    """BCP 47: `nb`, `nn`, or another code when the text is not Norwegian."""
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()
    """What reading had to guess or mend, one line each, for stderr."""


class Origin(StrEnum):
    """Who wrote the English of a unit."""

    HUMAN = "human"
    """A correction by the reader: never overwritten."""
    MEMORY = "memory"
    ENGINE = "engine"
    GLOSS = "gloss"
    """Word by word from the glossary: a help, not a translation."""
    NONE = "none"
    """No English at all: asked for a source that has none for this segment."""


class How(StrEnum):
    """How an occurrence of a term was recognised."""

    EXACT = "exact"
    INFLECTED = "inflected"
    MULTIWORD = "multiword"
    SEPARATED = "separated"
    """A multiword term with other words between its parts: "tok han seg tid"."""
    COMPOUND = "compound"
    """The term is the last member of a compound: "fredsforhandlingene" → forhandling."""


class State(StrEnum):
    """What became of a term in the English."""

    KEPT = "kept"
    """The English has the preferred rendering."""
    VARIANT = "variant"
    """The English has another rendering that the entry lists."""
    APPLIED = "applied"
    """The reader changed the machine's English to the preferred rendering."""
    MISSED = "missed"
    """The English renders it in words that the entry does not know; the gloss is shown beside it."""
    FORBIDDEN = "forbidden"
    """The English has a rendering that the entry warns against."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A glossary article: one lemma of one word class."""

    lemma: str
    """Dictionary form; several words are separated by single spaces, `…` stands for an object inside."""
    renderings: tuple[str, ...] = ()
    """English, preferred first; empty only with `translate_never`."""
    pos: str = ""
    """UD tag in lower case (noun, verb, adj, …), or `phrase`; empty when unknown."""
    forms: tuple[str, ...] = ()
    """Irregular inflected forms beyond those of the dictionary."""
    nynorsk: tuple[str, ...] = ()
    note: str = ""
    example: tuple[str, str] | None = None
    """(Norwegian, English)."""
    tags: tuple[str, ...] = ()
    priority: int = 0
    case: bool = False
    """Capitals must be as written: NAV, Ap."""
    gap: int | None = None
    """The most words that may stand between the parts; None: the matcher's rule for the word class."""
    highlight: bool = True
    """False for everyday words: glossed when asked for, not highlighted while reading."""
    translate_never: bool = False
    forbidden: tuple[str, ...] = ()
    warning: str = ""
    """What a false friend does not mean."""
    senses: bool = False
    """The renderings are several senses, not several ways to say one: none may be put in another's place."""
    place: str = ""
    """file:line where the entry stands."""

    @property
    def gloss(self) -> str:
        """The preferred rendering, or the lemma itself when it stays as it is."""
        return self.renderings[0] if self.renderings else self.lemma


@dataclass(frozen=True, slots=True)
class TermMatch:
    """An occurrence of a term in a unit."""

    entry: Entry
    source: tuple[Span, ...]
    """Offsets in the unit's source, ordered; several when the term is separated."""
    how: How
    target: tuple[Span, ...] = ()
    """Offsets in the unit's target of the words that render it; empty when it is missed."""
    state: State = State.MISSED
    confidence: float = 1.0
    """0–1; under `WEAK` the match is drawn faintly and can be switched off."""
    reason: str = ""
    """Why it matched, for the panel: "inflected form of fornuft"."""
    alternatives: tuple[Entry, ...] = ()
    """Other entries that the same words could be, when context did not decide."""
    inner: tuple[TermMatch, ...] = ()
    """Terms inside a longer one: reachable, but not in the main layer."""

    @property
    def start(self) -> int:
        return self.source[0].start

    @property
    def end(self) -> int:
        return self.source[-1].end

    @property
    def other_glosses(self) -> list[str]:
        """What the alternatives would say, where it is something else, each once."""
        return [gloss for gloss in dict.fromkeys(each.gloss for each in self.alternatives) if gloss != self.entry.gloss]


class Link(NamedTuple):
    """One source word and one target word that say the same; counted in words of `text.words`, from 0."""

    source: int
    target: int


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a check noticed in a unit: a code (`C01 loop`), and a line for the reader."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Unit:
    """One Norwegian segment and its English."""

    source: str
    """Exactly `document.text[span.start:span.end]`."""
    span: Span
    """Offsets in the document's text, without surrounding white space."""
    kind: Kind
    paragraph: int
    sentence: int
    """Counted within the paragraph, from 0; of a run of sentences, the first."""
    target: str = ""
    origin: Origin = Origin.NONE
    """Who wrote the target: a correction by the reader is never overwritten."""
    score: float = 1.0
    """0–1: of memory, how much of the source agrees (1.0 exact); of the engine, its confidence; of a gloss, half
    the mean certainty of its words, a word without a gloss counting 0."""
    provenance: str = ""
    """The memory's or the package's name."""
    memory_source: str = ""
    """The memory's own source when it was a fuzzy match, for showing what differs."""
    terms: tuple[TermMatch, ...] = ()
    """In text order, never overlapping."""
    links: tuple[Link, ...] = ()
    findings: tuple[Finding, ...] = ()
    applied: tuple[str, ...] = ()
    """Lemmas of the terms whose preferred rendering was brought into the machine's English."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph and its units: one row of the two columns."""

    paragraph: Paragraph
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Bitext:
    """The whole pair."""

    document: Document
    blocks: tuple[Block, ...] = ()
    made_by: tuple[tuple[str, str], ...] = field(default=())
    """What made it, as (name, value): reader, engine, glossary, memory; every export carries it."""

    @property
    def units(self) -> tuple[Unit, ...]:
        return tuple(unit for block in self.blocks for unit in block.units)


__all__ = [
    "WEAK",
    "Bitext", "Block", "Document", "Entry", "Finding", "How", "Kind", "Link", "Origin", "Paragraph",
    "Span", "State", "TermMatch", "Unit", "replace",
]  # fmt: skip
