"""What any bitext must survive: written, it parses strictly and holds every source and target once, in order."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reader.formats import html, jsonl, md, tmx, txt
from reader.model import Bitext, Block, Document, Entry, How, Kind, Origin, Paragraph, Span, State, TermMatch, Unit
from reader.render.cells import safe

NASTY = "ab æå<&\"'>\t\n\u00a0|*_`[x](y)#\\–«»\x1b\u202e\u00ad😀{{1}}--]]>"


@st.composite
def bitexts(draw: st.DrawFn) -> Bitext:
    texts = draw(st.lists(st.tuples(st.text(NASTY, min_size=1), st.text(NASTY)), min_size=1, max_size=5))
    units: list[Unit] = []
    whole = ""
    for number, (source, target) in enumerate(texts):
        source = source.strip() or "x"
        span = Span(len(whole), len(whole) + len(source))
        whole += source + "\n\n"
        cut = sorted(draw(st.tuples(st.integers(0, len(source)), st.integers(0, len(source)))))
        other = sorted(draw(st.tuples(st.integers(0, len(target)), st.integers(0, len(target)))))
        term = TermMatch(
            Entry(draw(st.text(NASTY, min_size=1)), (draw(st.text(NASTY, min_size=1)),)),
            (Span(*cut),), How.EXACT, (Span(*other),), State.KEPT,
        )  # fmt: skip
        origin = draw(st.sampled_from(list(Origin)))
        terms = (term,) if cut[0] < cut[1] else ()
        units.append(Unit(source, span, Kind.BODY, number, 0, target, origin, terms=terms))
    paragraphs = tuple(Paragraph(Span(u.span.start, u.span.end + 2), Kind.BODY) for u in units)
    blocks = tuple(Block(paragraph, (unit,)) for paragraph, unit in zip(paragraphs, units, strict=True))
    return Bitext(Document(draw(st.text(NASTY)), whole, paragraphs), blocks, (("reader", "0"), ("engine", "--><&\"")))


def squeezed(text: str) -> str:
    return "".join(text.split())


def in_order(whole: str, pieces: list[str]) -> bool:
    place = 0
    for piece in pieces:
        place = whole.find(piece, place)
        if place < 0:
            return False
        place += len(piece)
    return True


class Visible(HTMLParser):
    """Text between <main> and </main>, without labels."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.stack: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "br"):
            self.stack.append("label" if ("class", "label") in attrs else tag)

    def handle_endtag(self, tag: str) -> None:
        self.stack.pop()

    def handle_data(self, data: str) -> None:
        if "main" in self.stack and "label" not in self.stack:
            self.text += data


@given(bitexts())
@settings(deadline=None, max_examples=60)
def test_html_shows_everything_once_and_runs_nothing(bitext: Bitext) -> None:
    page = html.write(bitext).decode()
    visible = Visible()
    visible.feed(page)
    assert visible.stack == []
    expected = "".join(html.cleaned(unit.source) + html.cleaned(unit.target) for unit in bitext.units)
    assert squeezed(visible.text) == squeezed(expected)
    assert "<script" not in page
    assert "\x1b" not in page


@given(bitexts())
@settings(deadline=None, max_examples=60)
def test_tmx_is_read_back_as_it_was(bitext: Bitext) -> None:
    data = tmx.write(bitext)
    etree.fromstring(data, etree.XMLParser(load_dtd=False, no_network=True))
    translated = [unit for unit in bitext.units if unit.origin is not Origin.GLOSS]
    sendable = [(tmx.sendable(unit.source), tmx.sendable(unit.target)) for unit in translated]
    kept = [pair for pair in sendable if pair[1].strip() and pair[0].strip()]
    if kept:
        assert [(pair.source, pair.target) for pair in tmx.read(data, "x")] == kept


@given(bitexts())
@settings(deadline=None, max_examples=60)
def test_json_lines_are_exact(bitext: Bitext) -> None:
    units = [json.loads(line) for line in jsonl.write(bitext).decode().split("\n")[:-1]]
    assert [(unit["source"], unit["target"]) for unit in units] == [(u.source, u.target) for u in bitext.units]
    assert all(bitext.document.text[unit["start"] : unit["end"]] == unit["source"] for unit in units)


@given(bitexts())
@settings(deadline=None, max_examples=60)
def test_plain_text_and_markdown_hold_everything_in_order(bitext: Bitext) -> None:
    plain = txt.write(bitext).decode()
    unescaped = re.sub(r"\\(.)", r"\1", md.write(bitext).decode().replace("**", ""))
    for unit in bitext.units:
        assert squeezed(safe(unit.source)) in squeezed(plain)
    sides = [squeezed(safe(side)) for unit in bitext.units for side in (unit.source, unit.target)]
    assert in_order(squeezed(unescaped), sides) or any("*" in side for side in sides)
