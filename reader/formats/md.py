"""Markdown: a table of two columns for each paragraph's sentences, that reads well unrendered too.

Everything from the text is escaped, so that no mark-up of it runs: a source of `**x**` shows its asterisks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.model import Bitext, Block, Kind, Span, Unit
from reader.render.cells import safe
from reader.render.layout import origin_label

_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&$:@^=])")


def write(bitext: Bitext) -> bytes:
    """UTF-8. One table; a row for each unit, an empty row between paragraphs; then the terms."""
    return "\n".join(_lines(bitext)).encode("utf-8", "replace") + b"\n"


def _lines(bitext: Bitext) -> Iterator[str]:
    yield f"# {escaped(bitext.document.name)}"
    yield ""
    yield "| Norwegian | English |"
    yield "|---|---|"
    for number, block in enumerate(block for block in bitext.blocks if block.units):
        if number:
            yield "| | |"
        for unit in block.units:
            yield f"| {_side(block, unit, source=True)} | {_side(block, unit, source=False)} |"
    yield ""
    yield from _terms(bitext)
    yield "<!-- " + "; ".join(f"{key}: {_comment(value)}" for key, value in bitext.made_by) + " -->"


def _side(block: Block, unit: Unit, *, source: bool) -> str:
    text = unit.source if source else unit.target
    spans = [s for match in unit.terms if match.entry.highlight for s in (match.source if source else match.target)]
    marked = "".join(f"**{escaped(piece)}**" if term else escaped(piece) for piece, term in pieces(text, spans))
    label = "" if source else origin_label(unit)[0]
    marked = f"*{escaped(label)}* {marked}" if label else marked
    heading = block.paragraph.kind in (Kind.TITLE, Kind.HEADING) and "**" not in marked and marked.strip()
    return f"**{marked.strip()}**" if heading else marked


def pieces(text: str, spans: list[Span]) -> Iterator[tuple[str, bool]]:
    """(text, whether it is a term), in order, together all of `text`; of overlapping spans the first counts."""
    place = 0
    for span in sorted(spans):
        if span.start >= place and span.end > span.start:
            if span.start > place:
                yield text[place : span.start], False
            yield span.of(text), True
            place = span.end
    if place < len(text):
        yield text[place:], False


def _terms(bitext: Bitext) -> Iterator[str]:
    glosses = {
        match.entry.lemma: match.entry for unit in bitext.units for match in unit.terms if match.entry.highlight
    }
    if glosses:
        yield "## Terms"
        yield ""
        for lemma, entry in sorted(glosses.items()):
            note = f" ({escaped(entry.note)})" if entry.note else ""
            yield f"- **{escaped(lemma)}** – {escaped(', '.join(entry.renderings) or lemma)}{note}"
        yield ""


def escaped(text: str) -> str:
    """`text` as Markdown that shows exactly its characters; white space of every kind becomes single spaces."""
    return _MARKUP.sub(r"\\\1", safe(text))


def _comment(value: str) -> str:
    return safe(value).replace("--", "‐‐").replace(">", "›")
