"""Bytes to text: which encoding a file is in, without losing a character.

A byte order mark decides; then UTF-8 if it is valid; then UTF-16 by its zero bytes; what is left is Windows-1252, whose
five unassigned bytes are read as the C1 controls that Latin-1 has there (WHATWG Encoding Standard, windows-1252), so
every byte has a character.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from reader.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536
_MOST_CONTROLS = 0.02
"""A text has hardly a control character; a picture or an archive is a tenth of them."""
_FEW = 8
"""So many are let pass in a short text too: logs and copied web pages have some. They stay in the text, and are drawn
as pictures of themselves (`render.cells`)."""
_ALLOWED = frozenset("\t\n\v\f\r\x1a\x1b\x85")


class Decoded(NamedTuple):
    """The text of a file, and the encoding it was in (a Python codec name)."""

    text: str
    encoding: str


def decoded(data: bytes, name: str) -> Decoded:
    """`data` as text; `name` is what an error calls the file.

    Raises InputError when the bytes are no text in a supported encoding.
    """
    encoding = _encoding(data)
    try:
        text = _windows_1252(data) if encoding == "cp1252" else data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name}: byte {error.start} is not valid {encoding.upper()}.", hint="Save the text as UTF-8."
        ) from error
    sample = text[:_SAMPLE]
    controls = sum(1 for char in sample if char < " " and char not in _ALLOWED)
    if controls > max(_FEW, len(sample) * _MOST_CONTROLS) or 2 * controls > len(sample):
        raise InputError(f"{name} is not a text file.", hint="Give a plain text (UTF-8, UTF-16 or Windows-1252).")
    return Decoded(text, "utf-8" if encoding == "utf-8-sig" else encoding)


def _encoding(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        valid = False
    else:
        valid = True
    if valid and b"\0" not in data[:_SAMPLE]:
        return "utf-8"
    return _utf16(data[:_SAMPLE]) or ("utf-8" if valid else "cp1252")


def _utf16(sample: bytes) -> str:
    """UTF-16 without a mark: Norwegian text has a zero in nearly every second byte, always the same one."""
    pairs = max(1, len(sample) // 2)
    even, odd = sample[0::2].count(0) / pairs, sample[1::2].count(0) / pairs
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    if even > 0.4 and odd < 0.05:
        return "utf-16-be"
    return ""


def _windows_1252(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(
            bytes([byte]).decode("cp1252") if byte not in _UNASSIGNED else chr(byte) for byte in data
        )


_UNASSIGNED = frozenset((0x81, 0x8D, 0x8F, 0x90, 0x9D))
