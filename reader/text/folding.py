"""The comparison key of a word: what two spellings must share to be the same word."""

from __future__ import annotations

import re
import unicodedata

_DROPPED = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
"""Soft hyphen and zero-width characters: typesetting, not spelling."""
_UNIFIED = str.maketrans(
    {"’": "'", "ʼ": "'", "‘": "'", "`": "'", "\u00b4": "'", "\u2010": "-", "\u2011": "-", "−": "-", "\u00a0": " "}
)


def folded(word: str) -> str:
    """NFC, lower case, without soft hyphens and zero-widths, with plain apostrophes and hyphens.

    Idempotent; an empty string stays empty.
    """
    if word.isascii():
        return word.lower().replace("`", "'")
    return unicodedata.normalize("NFC", _DROPPED.sub("", word).lower()).translate(_UNIFIED)
