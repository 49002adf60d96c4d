"""Web pages: what a person reads on them, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import InputError
from reader.formats import page
from reader.formats.markup import Tag, tokens
from reader.model import Kind

T, H, B, E, D, L = Kind.TITLE, Kind.HEADING, Kind.BODY, Kind.ITEM, Kind.DIALOGUE, Kind.DATELINE


def read(markup: str) -> list[tuple[Kind, str]]:
    document = page.read(markup.encode(), "x.html")
    assert "".join(each.span.of(document.text) for each in document.paragraphs) == document.text
    return [(each.kind, each.span.of(document.text).strip("\n")) for each in document.paragraphs]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>Hun så\n\t på <b>sjø</b>en.</p>", [(B, "Hun så på sjøen.")]),
        ("<p>&aring;r &amp; dag &lt;b&gt; &#248;l&nbsp;nå &nosuch; 5 < 6</p>", [(B, "år & dag <b> øl\u00a0nå &nosuch; 5 < 6")]),
        ("<P>En.<P>To.<div>Tre.</div>Fire.", [(B, "En."), (B, "To."), (B, "Tre."), (B, "Fire.")]),
        ("<h1>Nytt</h1><h2>Mer</h2><h1>Enda mer</h1><p>Ja.", [(T, "Nytt"), (H, "Mer"), (H, "Enda mer"), (B, "Ja.")]),
        ("<title>Avisa &ndash; nytt</title><h2>Mer</h2><p>Ja.", [(T, "Avisa – nytt"), (H, "Mer"), (B, "Ja.")]),
        ("<h2>Glemt slutt<p>Ja.</p>", [(H, "Glemt slutt"), (B, "Ja.")]),
        ("<h1><div>Nytt</div> <span>i dag</span></h1><p>Ja.", [(T, "Nytt i dag"), (B, "Ja.")]),
        ("<ul><li>et hus<li><p>en bil</p><ul><li>rød</ul></ul><p>Ja.", [(E, "et hus"), (E, "en bil"), (E, "rød"), (B, "Ja.")]),
        ("<p>– Ja, sa han.</p><p>Av Kari Nordmann</p>", [(D, "– Ja, sa han."), (L, "Av Kari Nordmann")]),
        ("<p>En kort linje</p>", [(B, "En kort linje")]),
        ("<p>En.<br>To.<br/><br>Tre.</p>", [(B, "En."), (B, "To."), (B, "Tre.")]),
        ("<pre>\n  a  b\n  c\n</pre>", [(B, "  a  b"), (B, "  c")]),
        ("<table><tr><td>Per</td><td> 7 </td></tr><tr><td>Kari<td>8</table>", [(B, "Per\t7"), (B, "Kari\t8")]),
        ("<dl><dt>hest<dd>Et dyr.</dl>", [(B, "hest"), (B, "Et dyr.")]),
        # left out
        ("<!-- <p>x --><?php x ?><!x><p>Ja.</ p x></p>", [(B, "Ja.")]),
        ("<p>Ja.</p><script>var a = '<p>nei</p>';</SCRIPT ><style>p{}</style>", [(B, "Ja.")]),
        ("<nav>Meny</nav><header>Hode</header><p>Ja.</p><aside>Side</aside><footer>Fot</footer>", [(B, "Ja.")]),
        ("<div role='navigation'>Meny<div>x</div>y</div><p>Ja.</p>", [(B, "Ja.")]),
        ("<p>Ja.</p><div hidden>a<div>b</div>c</div><span style='display: none'>d</span><p>To.", [(B, "Ja."), (B, "To.")]),
        ("<p>Ja <input hidden>nei</p>", [(B, "Ja nei")]),
        # only what the page calls its article; a teaser is none
        ("<p>Vær</p><main><header><h1>Nytt</h1></header><p>Det skjedde i dag.</p></main><p>Mer</p>",
         [(T, "Nytt"), (B, "Det skjedde i dag.")]),
        (f"<p>{'Lang tekst. ' * 20}</p><article>Les mer</article>", [(B, ("Lang tekst. " * 20).strip()), (B, "Les mer")]),
        # in a bad state
        ("<nav>Meny<p>Ja.</p>", [(B, "Meny"), (B, "Ja.")]),
        ("<p title='a>b' class=\"x\" id=y>Ja.</p><p title=\"glemt>To.</p>", [(B, "Ja."), (B, "To.")]),
        ("<p>Ja. <a href=", [(B, "Ja. <a href=")]),
        ("<p>Ja.<![CDATA[x]]></p><![<![", [(B, "Ja.")]),
    ],
)  # fmt: skip
def test_what_is_read(markup: str, expected: list[tuple[Kind, str]]) -> None:
    assert read(markup) == expected


@pytest.mark.parametrize("markup", ["<html></html>", "<title>x</title>", "<script>x</script>", "<html><body><p> &nbsp; </body>"])
def test_a_page_without_text_says_so(markup: str) -> None:
    with pytest.raises(InputError, match="is a web page without text"):
        read(markup)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("<meta charset='iso-8859-1'><p>blåbær “x”".encode("cp1252"), "cp1252"),
        ("<meta charset='iso-8859-1'><p>blåbær “x”".encode(), "utf-8"),
        ("<meta http-equiv=x content='text/html; charset=ISO-8859-15'><p>blåbær “x” €".replace("“x”", "x").encode("iso8859-15"), "iso8859-15"),
        ("<html><p>blåbær “x”".encode("utf-16"), "utf-16"),
        (b"<meta charset=zip><p>bl\xe5b\xe6r", "cp1252"),
    ],
)  # fmt: skip
def test_its_encoding(data: bytes, encoding: str) -> None:
    document = page.read(data, "x")
    assert (document.text[:6], document.encoding) == ("blåbær", encoding)
    assert "€" in document.text or encoding != "iso8859-15"


HOSTILE = ("<a ", "<a", "<!", "<!--", "<![", "<?", "</", "</a ", "&", "&#x", "<a b='", '<a b="x" ', "<script>", "<script></", "<title>",
           "<a =", "< ", "<p>", "<h1>", "<a \"',", "<a b='\"", "<nav>", "<div hidden>", "<br>", "<br> ", "<td>", "<pre>\n \t")  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_every_page_comes_to_an_end(unit: str) -> None:
    """`html.parser` needs a minute for 16,000 of the first."""
    page.pieces("<p>" + unit * 20_000)


@given(st.text("<>/!?-='\"& \n[]abp1#;æ"))
@settings(deadline=None, max_examples=300)
def test_tags_and_text_come_from_the_mark_up(markup: str) -> None:
    for token in tokens(markup):
        if isinstance(token, Tag):
            assert token.name.lower() in markup.lower()
    page.pieces(markup)


@given(st.text("abcæøå .,–\n", min_size=1))
def test_text_without_mark_up_is_itself(text: str) -> None:
    assert "".join(token for token in tokens(text) if isinstance(token, str)) == text
