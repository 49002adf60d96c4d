"""TMX: what translation programs write, what attackers write, and our own back again."""

from __future__ import annotations

import pytest

from reader.errors import MemoryFileError
from reader.formats import tmx
from reader.formats.tmx import Pair
from reader.model import Bitext, Block, Document, Kind, Origin, Paragraph, Span, Unit

HEAD = '<?xml version="1.0"?><tmx version="1.4"><header/><body>'
TAIL = "</body></tmx>"


def memory(inside: str) -> bytes:
    return f"{HEAD}{inside}{TAIL}".encode()


def tu(source: str, target: str, source_language: str = "nb", target_language: str = "en", more: str = "") -> str:
    return (
        f'<tu>{more}<tuv xml:lang="{source_language}"><seg>{source}</seg></tuv>'
        f'<tuv xml:lang="{target_language}"><seg>{target}</seg></tuv></tu>'
    )


@pytest.mark.parametrize(
    ("inside", "pair"),
    [
        (tu("Hei.", "Hi."), Pair("Hei.", "Hi.")),
        (tu("Hei.", "Hi.", "NB-NO", "en-GB"), Pair("Hei.", "Hi.")),
        (tu("Hei.", "Hi.", "no_NO", "EN_us"), Pair("Hei.", "Hi.")),
        (tu("Hei &lt;b&gt; &amp; du", "Hi"), Pair("Hei <b> & du", "Hi")),
        (tu("<bpt i='1'>{\\b</bpt>Hei<ept i='1'>}</ept> <hi>du</hi>", "Hi"), Pair("Hei du", "Hi")),
        (tu("Hei.", "Hi.", more='<prop type="x-origin">human</prop>'), Pair("Hei.", "Hi.", corrected=True)),
        (tu("Hei.", "Hi.", more='<prop type="x-origin">engine</prop>'), Pair("Hei.", "Hi.", human=False)),
        (tu("Hallo.", "Hi.", "de") + tu("Hei.", "Hi."), Pair("Hei.", "Hi.")),
        (tu("", "Hi.") + tu("Hei.", " ") + tu("Hei.", "Hi."), Pair("Hei.", "Hi.")),
    ],
)
def test_a_pair_is_read(inside: str, pair: Pair) -> None:
    assert tmx.read(memory(inside), "m.tmx") == (pair,)


def test_utf16_with_its_mark_is_read() -> None:
    data = ('<?xml version="1.0" encoding="utf-16"?>' + HEAD[21:] + tu("Blå.", "Blue.") + TAIL).encode("utf-16")
    assert tmx.read(data, "m.tmx") == (Pair("Blå.", "Blue."),)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no element found"),
        (b"not xml", r"m\.tmx:1:1: not well-formed"),
        (HEAD.encode(), "not well-formed"),
        (b"<html></html>", "is not a TMX file"),
        (memory(""), "holds no Norwegian–English pair"),
        (memory(tu("Hallo", "Hi", "de")), "holds no Norwegian–English pair"),
        (b'<?xml version="1.0" encoding="klingon"?><tmx/>', "m.tmx"),
        (
            b'<!DOCTYPE tmx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + memory(tu("&b;", "Hi"))[21:],
            "declares XML entities",
        ),
    ],
)
def test_a_broken_memory_is_told_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(MemoryFileError, match=message) as raised:
        tmx.read(data, "m.tmx")
    assert "\n" not in str(raised.value)


def test_a_doctype_alone_is_fine_and_fetches_nothing() -> None:
    data = b'<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">' + memory(tu("Hei.", "Hi."))[21:]
    assert tmx.read(data, "m.tmx") == (Pair("Hei.", "Hi."),)


def written(*units: tuple[str, str, Origin, float]) -> bytes:
    paragraph = Paragraph(Span(0, 0), Kind.BODY)
    made = tuple(
        Unit(source, Span(0, 0), Kind.BODY, 0, 0, target, origin, score, memory_source="Ho." if score < 1 else "")
        for source, target, origin, score in units
    )
    return tmx.write(Bitext(Document("x", "", ()), (Block(paragraph, made),)))


def test_only_translations_come_back() -> None:
    """A gloss, or English that was written for a like sentence, must not be tomorrow's memory."""
    data = written(
        ("En.", "One.", Origin.HUMAN, 1), ("To.", "Two.", Origin.MEMORY, 1), ("Tre.", "Three.", Origin.ENGINE, 1),
        ("Fire.", "Four.", Origin.GLOSS, 1), ("Hei.", "Ho!", Origin.MEMORY, 0.8),
    )  # fmt: skip
    assert tmx.read(data, "x.tmx") == (
        Pair("En.", "One.", corrected=True), Pair("To.", "Two."), Pair("Tre.", "Three.", human=False),
    )  # fmt: skip
    assert "<note>word by word: Four.</note>" in data.decode()
    assert "<note>80% like a sentence: Ho!</note>" in data.decode()


def test_a_gloss_that_was_exported_as_a_translation_is_passed_over() -> None:
    old = tu("Hei.", "Hi.", more='<prop type="x-origin">gloss</prop>')
    assert tmx.read(memory(old), "m.tmx") == ()


def test_an_export_of_glosses_alone_is_a_memory_without_pairs() -> None:
    assert tmx.read(written(("Fire.", "Four.", Origin.GLOSS, 1)), "x.tmx") == ()
