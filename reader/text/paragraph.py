"""Cutting a text into paragraphs and their kinds, without losing a character."""

from __future__ import annotations

from reader.model import Kind, Paragraph, Span
from reader.text.kinds import kind_of, metadata_end
from reader.text.lines import BLANK, MARKDOWN, is_title_like, paragraph_spans

_EARLY = 6
"""By-lines and dates stand among the first paragraphs."""
_MOSTLY = 0.6
"""When more of a text's paragraphs than this look like headings, it is a poem or a list, and none is."""


def paragraphs(text: str, language: str = "nb") -> tuple[Paragraph, ...]:  # noqa: ARG001 - the same for all so far
    """The paragraphs of any text, in order; their spans joined give the text back exactly.

    Offsets count code points of `text`. The empty text has none. The rules hold for Norwegian and English alike;
    `language` is there for one that needs its own. Sentences are not cut here: a book must open at once.
    """
    spans = [piece for span in paragraph_spans(text) for piece in _without_metadata(text, span)]
    kinds = _kinds([span.of(text).strip(BLANK) for span in spans], _in_lists(text, spans))
    return tuple(Paragraph(span, kind) for span, kind in zip(spans, kinds, strict=True))


def _without_metadata(text: str, span: Span) -> tuple[Span, ...]:
    """A dateline that shares its line with the text proper becomes a paragraph of its own."""
    cut = metadata_end(span.of(text))
    if not cut or span.start + cut >= span.end:
        return (span,)
    return (Span(span.start, span.start + cut), Span(span.start + cut, span.end))


def _in_lists(text: str, spans: list[Span]) -> list[bool]:
    """Which paragraphs are lines of a block of several, in a text whose blocks are parted by blank lines."""
    close = [len(span.of(text).splitlines()) == 1 and span.of(text)[-1:] in "\r\n" for span in spans]
    if all(close[:-1]):
        return [False] * len(spans)
    return [before or after for before, after in zip([False, *close], close, strict=False)]


def _kinds(pieces: list[str], in_list: list[bool]) -> list[Kind]:
    found: list[Kind] = []
    first = True
    for index, piece in enumerate(pieces):
        kind = kind_of(piece, first=first, only=len(pieces) == 1, early=index < _EARLY)
        if in_list[index] and found and not MARKDOWN.match(piece):
            kind = _line_of_a_list(kind, piece)
        first = first and (kind is Kind.DATELINE or not piece)
        found.append(kind)
    headings = sum(kind in (Kind.TITLE, Kind.HEADING) for kind in found)
    if len(found) > 3 and headings > _MOSTLY * len(found):  # a title and a by-line are no poem
        found = [
            Kind.BODY if kind is Kind.HEADING and not MARKDOWN.match(piece) else kind
            for kind, piece in zip(found, pieces, strict=True)
        ]
    return [_numbered(found, pieces, index) for index in range(len(found))]


def _line_of_a_list(kind: Kind, piece: str) -> Kind:
    """Lines that stand close are items when they open with a dash or an amount, and never headings."""
    if piece.startswith("- ") or (kind is Kind.HEADING and piece[:1] in "0123456789½¼¾⅓⅔"):
        return Kind.ITEM
    return Kind.BODY if kind is Kind.HEADING else kind


def _numbered(found: list[Kind], pieces: list[str], index: int) -> Kind:
    """The kind of a piece; "1. Innledning" among running text is a heading, not a list of one."""
    beside = found[max(0, index - 1) : index] + found[index + 1 : index + 2]
    alone = found[index] is Kind.ITEM and Kind.ITEM not in beside and len(found) > 1
    return Kind.HEADING if alone and pieces[index][:1].isdigit() and is_title_like(pieces[index]) else found[index]
