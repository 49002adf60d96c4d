"""The line the text travels: paragraphs → segments → drafts of English → units with links and terms → blocks.

Everything here is a frozen value handed on, and everything is a generator: a shell shows the first paragraph while the
last is still being translated.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader import terms, text
from reader.model import Bitext, Block, Document, Origin, Span, Unit
from reader.translate.protocol import COVERED, Draft, Segment, Source

FIRST_WINDOW = 8
"""Segments in the first window: English on the first screen as soon as one small batch is through."""
GROWTH = 4
"""How much larger each window is than the one before: with 2 the engine lost a tenth to half-filled batches."""
LARGEST_WINDOW = 512
"""Segments in a later window: beyond this, sorting by length gains the engine nothing measurable."""


@dataclass(frozen=True, slots=True)
class Annotator:
    """What is added to a unit once its English is known: links, terms, findings."""

    glossary: terms.Glossary
    language: str = "nb"
    """Of the source: `nb` or `nn`."""

    def __call__(self, unit: Unit) -> Unit:
        from reader import checks

        termed = terms.annotated(self._linked(unit), self.glossary, self.language)
        return replace(termed, findings=(*termed.findings, *checks.findings(termed)))

    def cells(self, unit: Unit) -> tuple[terms.Cell, ...]:
        """Word by word, what stands under the Norwegian (see `render.interlinear`); nothing before its terms come."""
        return terms.glossed(unit.source, self.glossary, self.language).cells if unit.terms else ()

    def _linked(self, unit: Unit) -> Unit:
        if not unit.target or unit.origin is Origin.GLOSS:  # a gloss knows which word it says
            return unit
        from reader import align  # what annotates is not needed for the first English to be shown

        return replace(unit, links=align.merged(unit.links, align.links(unit, self.glossary, self.language)))


def segments(document: Document, index: int) -> tuple[Segment, ...]:
    """The sentences of paragraph `index`; a paragraph of white space only has none."""
    paragraph = document.paragraphs[index]
    spans = (trimmed(document.text, span) for span in text.sentences(document.text, paragraph.span, document.language))
    kept = (span for span in spans if span.start < span.end)
    return tuple(
        Segment(span.of(document.text), span, paragraph.kind, index, number) for number, span in enumerate(kept)
    )


def trimmed(whole: str, span: Span) -> Span:
    """The span without the white space at its ends."""
    piece = span.of(whole)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.end - (len(piece) - len(piece.rstrip()))))


def untranslated(document: Document, index: int, annotator: Annotator) -> Block:
    """A block before its English has come: what a screen shows meanwhile."""
    units = tuple(annotator(_unit(document.text, (segment,), COVERED)) for segment in segments(document, index))
    return Block(document.paragraphs[index], units)


def blocks(
    document: Document,
    sources: Sequence[Source],
    annotator: Callable[[Unit], Unit],
    order: Iterable[int] | None = None,
) -> Generator[tuple[int, Block], None, None]:
    """Every paragraph once, as (index, block), in the order asked for (reading order when none is given).

    Closing the generator stops the work after the window in hand.
    """
    wanted = range(len(document.paragraphs)) if order is None else order
    for window in _windows(document, wanted):
        drafts = _drafts([segment for _, piece in window for segment in piece], sources)
        for index, piece in window:
            own, drafts = drafts[: len(piece)], drafts[len(piece) :]
            yield index, Block(document.paragraphs[index], tuple(map(annotator, _units(document.text, piece, own))))


def bitext(
    document: Document,
    sources: Sequence[Source],
    annotator: Annotator,
    made_by: Sequence[tuple[str, str]] = (),
) -> Bitext:
    """The whole pair at once."""
    done = tuple(block for _, block in blocks(document, sources, annotator))
    return Bitext(document, done, tuple(made_by))


def _windows(document: Document, order: Iterable[int]) -> Iterator[list[tuple[int, tuple[Segment, ...]]]]:
    size, held, window = FIRST_WINDOW, 0, list[tuple[int, tuple[Segment, ...]]]()
    for index in order:
        piece = segments(document, index)
        window.append((index, piece))
        held += len(piece)
        if held >= size:
            yield window
            size, held, window = min(size * GROWTH, LARGEST_WINDOW), 0, []
    if window:
        yield window


def _drafts(wanted: Sequence[Segment], sources: Sequence[Source]) -> list[Draft]:
    """Each source is asked only for what the ones before it did not have."""
    found: list[Draft | None] = [None] * len(wanted)
    for source in sources:
        open_places = [place for place, draft in enumerate(found) if draft is None]
        if not open_places:
            break
        for place, draft in zip(open_places, source.translate([wanted[p] for p in open_places]), strict=True):
            found[place] = draft
    return [draft or COVERED for draft in found]


def _units(whole: str, piece: Sequence[Segment], drafts: Sequence[Draft]) -> Iterator[Unit]:
    place = 0
    while place < len(piece):
        covered = max(1, drafts[place].covers)
        yield _unit(whole, piece[place : place + covered], drafts[place])
        place += covered


def _unit(whole: str, run: Sequence[Segment], draft: Draft) -> Unit:
    span = Span(run[0].span.start, run[-1].span.end)
    return Unit(
        source=span.of(whole),
        span=span,
        kind=run[0].kind,
        paragraph=run[0].paragraph,
        sentence=run[0].sentence,
        target=draft.target,
        origin=draft.origin,
        score=draft.score,
        provenance=draft.provenance,
        memory_source=draft.memory_source,
        links=draft.links,
        findings=draft.findings,
        applied=draft.applied,
    )
