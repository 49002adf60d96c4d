"""Cutting a text into paragraphs and their kinds, without losing a character."""

from __future__ import annotations

from reader.model import Kind, Paragraph, Span
from reader.text.kinds import kind_of, metadata_end
from reader.text.lines import BLANK, paragraph_spans

_EARLY = 6
"""By-lines and dates stand among the first paragraphs."""
_MOSTLY = 0.6
"""When more of a text's paragraphs than this look like headings, it is a poem or a list, and none is."""


def paragraphs(text: str, language: str = "nb") -> tuple[Paragraph, ...]:
    """The paragraphs of any text, in order; their spans joined give the text back exactly.

    Offsets count code points of `text`. The empty text has none. The rules hold for Norwegian and English alike;
    `language` is there for one that needs its own. Sentences are not cut here: a book must open at once.
    """
    spans = [piece for span in paragraph_spans(text) for piece in _without_metadata(text, span)]
    kinds = _kinds([span.of(text).strip(BLANK) for span in spans])
    return tuple(Paragraph(span, kind) for span, kind in zip(spans, kinds, strict=True))


def _without_metadata(text: str, span: Span) -> tuple[Span, ...]:
    """A dateline that shares its line with the text proper becomes a paragraph of its own."""
    cut = metadata_end(span.of(text))
    if not cut or span.start + cut >= span.end:
        return (span,)
    return (Span(span.start, span.start + cut), Span(span.start + cut, span.end))


def _kinds(pieces: list[str]) -> list[Kind]:
    found: list[Kind] = []
    first = True
    for index, piece in enumerate(pieces):
        kind = kind_of(piece, first=first, only=len(pieces) == 1, early=index < _EARLY)
        first = first and (kind is Kind.DATELINE or not piece)
        found.append(kind)
    headings = sum(kind in (Kind.TITLE, Kind.HEADING) for kind in found)
    if len(found) > 3 and headings > _MOSTLY * len(found):  # a title and a by-line are no poem
        return [Kind.BODY if kind is Kind.HEADING else kind for kind in found]
    return found
