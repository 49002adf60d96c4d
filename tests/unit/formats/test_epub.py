"""EPUB books: in the order of the spine, from archives that nobody vouches for."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest

from reader.errors import InputError
from reader.formats import epub
from reader.model import Kind

CONTAINER = '<container><rootfiles><rootfile full-path="OEBPS/a.opf" media-type="x"/></rootfiles></container>'
PACKAGE = """<?xml version="1.0"?><package xmlns:dc="x"><metadata><dc:title>Sjøen &amp; land</dc:title></metadata><manifest>
<item id="two" href="text/kapittel%202.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="../one.xhtml" media-type="application/xhtml+xml"/>
<item id="nav" properties="nav" href="nav.xhtml" media-type="application/xhtml+xml"/>
<item id="css" href="x.css" media-type="text/css"/></manifest>
<spine><itemref idref="nav"/><itemref idref="one"/><itemref idref="css"/><itemref idref="two"/><itemref idref="gone"/></spine></package>"""
ONE = "<html><head><title/></head><body><h1>Første</h1><p>Hun så på sjøen.</p><aside><p>En note.</p></aside></body></html>"
TWO = "<html><body><h1>Andre</h1><p>– Ja, sa hun.</p><script>x</script></body></html>"
BOOK = {
    "mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER, "OEBPS/a.opf": PACKAGE, "one.xhtml": ONE,
    "OEBPS/text/kapittel 2.xhtml": TWO, "OEBPS/nav.xhtml": "<nav>Innhold</nav>",
}  # fmt: skip


def packed(files: Mapping[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return made.getvalue()


def test_a_book_in_the_order_of_its_spine() -> None:
    document = epub.read(packed(BOOK), "x.epub")
    assert "".join(each.span.of(document.text) for each in document.paragraphs) == document.text
    assert [(each.kind, each.span.of(document.text).strip()) for each in document.paragraphs] == [
        (Kind.TITLE, "Sjøen & land"), (Kind.HEADING, "Første"), (Kind.BODY, "Hun så på sjøen."), (Kind.BODY, "En note."),
        (Kind.HEADING, "Andre"), (Kind.DIALOGUE, "– Ja, sa hun."),
    ]  # fmt: skip


def test_a_title_that_stands_on_the_first_page_is_not_said_twice() -> None:
    document = epub.read(packed({**BOOK, "one.xhtml": "<h1>Sjøen &amp; land</h1><p>Ja."}), "x.epub")
    assert [each.kind for each in document.paragraphs][:2] == [Kind.TITLE, Kind.BODY]


LOCK = '<encryption><enc:CipherReference URI="{}"/></encryption>'


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"META-INF/encryption.xml": LOCK.format("OEBPS/text/kapittel%202.xhtml")}, "x is locked by its seller"),
        ({"META-INF/container.xml": "<container/>"}, "x is a broken EPUB book"),
        ({"OEBPS/a.opf": PACKAGE.replace("../one.xhtml", "../../../etc/passwd")}, "x is a broken EPUB book"),
        ({"OEBPS/a.opf": "<package/>"}, "x is an EPUB book without text"),
        ({"one.xhtml": b"<p>" + bytes(epub.LARGEST)}, "x holds more than 64 MB"),
    ],
)  # fmt: skip
def test_what_cannot_be_read(change: dict[str, str | bytes], said: str) -> None:
    with pytest.raises(InputError) as raised:
        epub.read(packed({**BOOK, **change}), "x")
    assert str(raised.value).startswith(said)
    assert "\n" not in str(raised.value)


def test_encrypted_fonts_lock_nothing() -> None:
    assert epub.read(packed({**BOOK, "META-INF/encryption.xml": LOCK.format("OEBPS/a.otf")}), "x").paragraphs


def test_a_broken_archive_is_told_in_one_line() -> None:
    whole = packed(BOOK)
    for place in range(0, len(whole), 7):
        damaged = whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :]
        try:
            epub.read(damaged, "x")
        except InputError as error:
            assert "\n" not in str(error)  # noqa: PT017 - many a byte does no harm
