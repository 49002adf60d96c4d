"""EPUB books: the pages of an archive in the order of its spine, read as web pages are.

Source: EPUB 3.3, W3C 2023 (container, package document, spine); EPUB 2 is alike in what is read here. Nothing is
unpacked to the disk, and no more than `LARGEST` bytes are unpacked at all.
"""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from urllib.parse import unquote

from reader.errors import InputError
from reader.formats.markup import Tag, tokens
from reader.formats.page import Piece, decoded, document, pieces
from reader.model import Document, Kind

LARGEST = 64 << 20
"""Bytes of all pages together: forty long novels. A small archive can hold far more than a machine does."""
_MOST_PAGES = 10_000
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, KeyError, ValueError, RuntimeError)
"""What `zipfile` raises for archives in a bad state; RuntimeError for a file that zip itself locks."""


def read(data: bytes, name: str) -> Document:
    """The document in a book. Raises InputError when it is broken, locked, too large, or holds no text."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            found = _Book(archive, name).pieces()
    except _BROKEN as error:
        raise InputError(f"{name} is a broken EPUB book.", hint="Fetch it again.") from error
    if not found:
        raise InputError(f"{name} is an EPUB book without text.", hint="It may be pictures of its pages.")
    return document(found, name, "utf-8")


class _Book:
    """An open archive, and how much may still be unpacked."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        self._left = LARGEST

    def pieces(self) -> list[Piece]:
        """The title, then the pages, whose own titles are the headings of chapters."""
        package = self._package()
        title, pages = _spine(self._markup(package), posixpath.dirname(package))
        locked = self._locked()
        found: list[Piece] = []
        for page in pages[:_MOST_PAGES]:
            if page in locked:
                raise InputError(f"{self._name} is locked by its seller (DRM).", hint="Only an open copy can be read.")
            found += pieces(self._markup(page), whole=True)
        found = [piece._replace(kind=Kind.HEADING) if piece.kind is Kind.TITLE else piece for piece in found]
        if not found or not title:
            return found
        return [Piece(title, Kind.TITLE), *(found[1:] if found[0].text == title else found)]

    def _markup(self, path: str) -> str:
        """A page. Raises KeyError when there is none of that name."""
        entry = self._archive.getinfo(path)
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):  # a book has no other
            raise ValueError(f"compression {entry.compress_type}")
        with self._archive.open(entry) as file:
            data = file.read(self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise InputError(f"{self._name} holds more than {LARGEST >> 20} MB of text.", hint="It is no book.")
        return decoded(data, self._name).text

    def _package(self) -> str:
        """Where the package document is."""
        for tag in _tags(self._markup("META-INF/container.xml")):
            if _local(tag) == "rootfile" and tag.attributes.get("full-path"):
                return tag.attributes["full-path"]
        raise ValueError("no rootfile")

    def _locked(self) -> frozenset[str]:
        """Files that are encrypted; books without a lock may have encrypted fonts."""
        if "META-INF/encryption.xml" not in self._archive.namelist():
            return frozenset()
        found = (tag for tag in _tags(self._markup("META-INF/encryption.xml")) if _local(tag) == "cipherreference")
        return frozenset(unquote(tag.attributes.get("uri", "")) for tag in found)


def _spine(package: str, folder: str) -> tuple[str, list[str]]:
    """The book's title, and its pages in reading order; its table of contents, which is made of headings, left out."""
    title, in_title = "", False
    files: dict[str, str] = {}
    order: list[str] = []
    for token in tokens(package):
        if not isinstance(token, Tag):
            title = title or (" ".join(token.split()) if in_title else "")
            continue
        in_title = token.name == "dc:title" and token.opens
        given = token.attributes
        if _local(token) == "item" and "nav" not in given.get("properties", "").split():
            if given.get("media-type", "") in ("application/xhtml+xml", "text/html"):
                path = posixpath.normpath(posixpath.join(folder, unquote(given.get("href", ""))))
                files.setdefault(given.get("id", ""), path)
        elif _local(token) == "itemref":
            order.append(given.get("idref", ""))
    return title, [files[one] for one in dict.fromkeys(order) if one in files]


def _tags(markup: str) -> Iterator[Tag]:
    return (token for token in tokens(markup) if isinstance(token, Tag))


def _local(tag: Tag) -> str:
    """The name without its prefix: `opf:item` is `item`."""
    return tag.name.rpartition(":")[2]
