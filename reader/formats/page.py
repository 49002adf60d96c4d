"""Web pages: what a person reads on them, as a text of its own; offsets count characters of that text.

Nothing of the mark-up is run, fetched or kept. Menus, page heads and feet, asides and whatever is hidden are left out;
when the page says which part is its article, so is the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader import text
from reader.errors import InputError
from reader.formats import decode, txt
from reader.formats.markup import Tag, tokens
from reader.model import Document, Kind, Paragraph, Span
from reader.text.kinds import kind_of
from reader.text.lines import BLANK, paragraph_spans


class Piece(NamedTuple):
    """A paragraph of a page."""

    text: str
    kind: Kind
    central: bool = False
    """Stands in what the page calls its article or main part."""


_SILENT = frozenset(
    ("script", "style", "template", "noscript", "svg", "iframe", "object", "audio", "video", "canvas", "select",
     "textarea", "button", "datalist", "dialog", "xmp", "noembed", "noframes")
)  # fmt: skip
"""Elements that hold no text to be read."""
_BESIDE = frozenset(("nav", "aside", "footer"))
_BESIDE_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "search", "menu", "dialog"))
_CENTRAL = frozenset(("article", "main"))
_UNCLOSED = frozenset(
    ("p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "colgroup", "html", "body", "head",
     "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)  # fmt: skip
"""Elements whose end may be left out, or that have none: where one that is hidden ends cannot be told."""
_BLOCKS = frozenset(
    ("p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "h1", "h2", "h3", "h4", "h5", "h6",
     "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "blockquote", "pre",
     "figure", "figcaption", "hr", "address", "details", "summary", "fieldset", "legend", "form", "center", "body")
)  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_INSIDE_HEADINGS = frozenset(("div", "header"))
_SPACE = re.compile("[ \t\n\r\f]+")
_MAIN_SHARE = 0.3
"""The least share of a page's text that its article may have; with less, it is a teaser."""
_EARLY = 6
"""By-lines and dates stand among the first paragraphs."""


def read(data: bytes, name: str) -> Document:
    """The document in a web page. Raises InputError when it is no text, or holds none to read."""
    markup, encoding = decoded(data, name)
    found = pieces(markup)
    if not found:
        raise InputError(f"{name} is a web page without text.", hint="Save it from a browser as text, and give that.")
    return document(found, name, encoding)


def decoded(data: bytes, name: str) -> decode.Decoded:
    """The mark-up of a page. What it says of its encoding counts when it is not UTF-8 after all."""
    found = decode.decoded(data, name)
    said = re.search(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{3,20})", data[:4096])
    codec = _CODECS.get(said.group(1).decode("ascii", "replace").lower()) if said else None
    if found.encoding == "cp1252" and codec:
        return decode.Decoded(data.decode(codec, "replace"), codec)
    return found


_CODECS = {
    "iso-8859-15": "iso8859-15", "latin-9": "iso8859-15", "iso-8859-4": "iso8859-4", "iso-8859-10": "iso8859-10",
    "macintosh": "mac-roman", "windows-1257": "cp1257", "windows-1250": "cp1250", "iso-8859-2": "iso8859-2",
}  # fmt: skip
"""Encodings besides those that are told by their bytes; ISO 8859-1 is Windows-1252 on the web."""


def pieces(markup: str, *, whole: bool = False) -> tuple[Piece, ...]:
    """The paragraphs of a page in order; `whole`: with what stands beside the text, as the notes of a book do."""
    if whole:
        return tuple(_Page(aside=True).read(markup))
    page = _Page(aside=False)
    found = page.read(markup)
    if not found:  # a page that is all menu, or whose menu has no end
        found = _Page(aside=True).read(markup)
    central = [piece for piece in found if piece.central]
    if sum(len(piece.text) for piece in central) >= _MAIN_SHARE * sum(len(piece.text) for piece in found):
        found = central or found
    title = " ".join(page.title.split())
    if found and title and all(piece.kind is not Kind.TITLE for piece in found):
        found = [Piece(title, Kind.TITLE), *found]
    return tuple(found)


def document(found: Sequence[Piece], name: str, encoding: str, notes: Iterable[str] = ()) -> Document:
    """Pieces as a document: an empty line between paragraphs, a line end between items."""
    paragraphs: list[Paragraph] = []
    whole: list[str] = []
    at = 0
    for piece, following in zip(found, [*found[1:], None], strict=True):
        close = following is None or piece.kind is following.kind is Kind.ITEM
        body = piece.text + ("\n" if close else "\n\n")
        whole.append(body)
        spans = paragraph_spans(body) if piece.kind is Kind.BODY and "\n" in piece.text else (Span(0, len(body)),)
        paragraphs += (Paragraph(span.shifted(at), _kind(piece, span.of(body), len(paragraphs))) for span in spans)
        at += len(body)
    joined = "".join(whole)
    language = text.detect(joined)
    told = (*notes, *txt.notes_of(encoding, language))
    return Document(name, joined, tuple(paragraphs), language or "nb", encoding, told)


def _kind(piece: Piece, said: str, number: int) -> Kind:
    """The kind that the page gives; for running text, whether it is a dateline or speech, as in any text."""
    if piece.kind is not Kind.BODY:
        return piece.kind
    kind = kind_of(said.strip(BLANK), first=False, only=True, early=number < _EARLY)
    return kind if kind in (Kind.DATELINE, Kind.DIALOGUE, Kind.ITEM) else Kind.BODY


class _Page:
    """Collects the pieces of a page while its tags go by."""

    def __init__(self, *, aside: bool) -> None:
        self.title = ""
        self._aside = aside
        """Menus and asides are read too."""
        self._pieces: list[Piece] = []
        self._held: list[str] = []
        self._silence: tuple[str, int] | None = None
        """The element that is left out, and how many of its name are open."""
        self._central = 0
        self._kind = Kind.BODY
        self._as_written = False
        self._in_title = False
        self._titled = False

    def read(self, markup: str) -> list[Piece]:
        """The paragraphs in order."""
        for token in tokens(markup):
            if isinstance(token, Tag):
                self._tag(token)
            elif self._silence is None:
                self._text(token)
        self._flush()
        return self._pieces

    def _text(self, data: str) -> None:
        if self._in_title:
            self.title = self.title or data
        else:
            self._held.append(data if self._as_written else _SPACE.sub(" ", data))

    def _tag(self, tag: Tag) -> None:
        if self._silence is not None:
            name, depth = self._silence
            if tag.name == name and not tag.empty:
                depth += 1 if tag.opens else -1
                self._silence = (name, depth) if depth else None
            return
        if tag.opens and self._is_left_out(tag):
            if not tag.empty:
                self._flush()
                self._silence = (tag.name, 1)
            return
        if tag.name == "title":
            self._in_title = tag.opens and not tag.empty
        elif tag.name == "br":
            self._held.append("\n")
        elif tag.name in ("td", "th") and tag.opens:
            self._held.append("\t")
        elif tag.name in _BLOCKS:
            self._block(tag)

    def _block(self, tag: Tag) -> None:
        if not (self._kind in (Kind.TITLE, Kind.HEADING) and tag.name in _INSIDE_HEADINGS):
            self._flush()
            if tag.name in _HEADINGS:
                heading = Kind.TITLE if tag.name == "h1" and not self._titled else Kind.HEADING
                self._kind = heading if tag.opens else Kind.BODY
            elif tag.name in ("li", "ul", "ol"):
                self._kind = Kind.ITEM if tag.opens and tag.name == "li" else Kind.BODY
            elif self._kind is not Kind.ITEM:
                self._kind = Kind.BODY
        if tag.name == "pre":
            self._as_written = tag.opens
        elif tag.name in _CENTRAL and not tag.empty:
            self._central = max(0, self._central + (1 if tag.opens else -1))

    def _is_left_out(self, tag: Tag) -> bool:
        if tag.name in _SILENT:
            return True
        if tag.name in _UNCLOSED:
            return False
        given = tag.attributes
        if "hidden" in given or given.get("aria-hidden") == "true" or _INVISIBLE.search(given.get("style", "")):
            return True
        beside = tag.name in _BESIDE or (tag.name == "header" and not self._central)
        return not self._aside and (beside or given.get("role", "") in _BESIDE_ROLES)

    def _flush(self) -> None:
        """What was held becomes a piece; two line breaks part one from the next."""
        for part in _parts("".join(self._held), as_written=self._as_written):
            if part.strip(BLANK):
                self._pieces.append(Piece(part, self._kind, self._central > 0))
                self._titled = self._titled or self._kind is Kind.TITLE
        self._held = []


_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def _parts(held: str, *, as_written: bool) -> Iterator[str]:
    if not as_written:
        held = re.sub(" ++", " ", held)
        held = re.sub(r" ?([\t\n]) ?", r"\1", held)
    for part in re.split(r"\n(?:[ \t]*\n)+", held):
        yield part.strip("\n") if as_written else part.strip(" \t\n")
