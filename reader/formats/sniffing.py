"""What a file is by its first bytes, whatever its name says; and what to do with one that cannot be read."""

from __future__ import annotations

import re

from reader.errors import InputError

_PAGE = re.compile(
    rb"(?:\s|\xef\xbb\xbf|\xff\xfe|\xfe\xff|<\?xml[^>]*>|<!--.*?-->)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_AS_TEXT = "Save it as plain text or as a web page, and give that."
_UNREADABLE = (
    (b"%PDF-", "is a PDF", "Take its text out first, for example with `pdftotext`."),
    (b"{\\rtf", "is an RTF document", _AS_TEXT),
    (b"\xd0\xcf\x11\xe0", "is an old Word document", _AS_TEXT),
    (b"\x1f\x8b", "is compressed", "Unpack it first."),
)
"""First bytes, what they say, what to do."""
_INSIDE = (
    ("word/document.xml", "is a Word document", _AS_TEXT),
    ("content.xml", "is an OpenDocument file", _AS_TEXT),
)
"""A file inside an archive, and the same."""


def module(data: bytes, suffix: str, name: str) -> str:
    """The reading module ("txt", "page", "epub") for a file. Raises InputError for a kind that cannot be read.

    A suffix nobody knows is read as text: a file called NOTES.norsk is one more often than not, and binary data says
    so. Markdown is read as the plain text it is: its marks are kept.
    """
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for first, what, remedy in _UNREADABLE:
        if start.startswith(first):
            raise InputError(f"{name} {what}, which cannot be read here.", hint=remedy)
    if start.startswith(b"PK\x03\x04"):
        return _archive(data, name)
    if suffix in (".html", ".htm", ".xhtml") or _PAGE.match(data[:4096].replace(b"\0", b"")):
        return "page"
    return "txt"


def _archive(data: bytes, name: str) -> str:
    import zipfile
    from io import BytesIO

    try:
        held = set(zipfile.ZipFile(BytesIO(data)).namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        held = set()
    if "META-INF/container.xml" in held:
        return "epub"
    for inside, what, remedy in _INSIDE:
        if inside in held:
            raise InputError(f"{name} {what}, which cannot be read here.", hint=remedy)
    raise InputError(f"{name} is an archive, not a text.", hint="Unpack it, and give a text from it.")
