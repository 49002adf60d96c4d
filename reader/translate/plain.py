"""A segment as one line of plain text: what the model reads, and what the cache knows it by."""

from __future__ import annotations

import re
import unicodedata

_DROPPED = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_BROKEN = re.compile(r"(?<=[^\W\d_])-[ \t]*\r?\n\s*(?=[a-zæøå])(?!(?:og|eller|samt|men)\b)")
"""A word broken at a line end: "arbeids-⏎giver"; but "barne-⏎og ungdomsskole" keeps its hyphen."""
_HALVES = re.compile("[\ud800-\udfff]")


def plain(segment: str) -> str:
    """NFC, white space folded, words broken at a line end joined, without soft hyphens. Idempotent."""
    if segment.isascii() and "\n" not in segment:
        return " ".join(segment.split())
    joined = _BROKEN.sub("", segment.translate(_DROPPED)) if "\n" in segment else segment.translate(_DROPPED)
    # Half a character, from a text that was decoded loosely, is taken by no encoder.
    return " ".join(_HALVES.sub("\ufffd", unicodedata.normalize("NFC", joined)).split())


__all__ = ["plain"]
