"""Words that look alike because they are the same word: names, loans, and the shared stock of the two languages.

Both spellings are brought to one rough sound, then compared by their longest common subsequence (the LCSR of Melamed
1999, "Bitext maps and alignment via pattern recognition").
"""

from __future__ import annotations

import re
from functools import lru_cache

SHORTEST = 4
"""Letters; shorter words are alike by accident."""
ALIKE = 0.7
"""Share of the longer word that must be common."""

_NORWEGIAN = (
    ("sjon", "tion"), ("isk", "ik"), ("skj", "sh"), ("sj", "sh"), ("kj", "k"), ("itet", "ity"), ("logi", "logy"),
    ("kv", "qu"), ("å", "o"), ("ø", "o"), ("æ", "a"), ("aa", "a"), ("ö", "o"), ("ä", "a"), ("ü", "u"),
)  # fmt: skip
_ENGLISH = (
    ("ssion", "tion"), ("sion", "tion"), ("ical", "ik"), ("ic", "ik"), ("ph", "f"), ("sch", "sh"), ("ch", "k"),
    ("ck", "k"), ("ce", "s"), ("ci", "si"), ("cy", "sy"), ("x", "ks"), ("th", "t"), ("gh", "g"), ("wh", "v"),
)  # fmt: skip
_BOTH = str.maketrans({"c": "k", "w": "v", "y": "i", "z": "s", "'": None, "-": None, ".": None})
_DOUBLE = re.compile(r"(.)\1")


@lru_cache(maxsize=32_768)
def norwegian(word: str) -> str:
    """The rough sound of a folded Norwegian word."""
    return _rough(word, _NORWEGIAN)


@lru_cache(maxsize=32_768)
def english(word: str) -> str:
    """The rough sound of a folded English word, without a genitive."""
    return _rough(word.removesuffix("'s"), _ENGLISH)


def _rough(word: str, changes: tuple[tuple[str, str], ...]) -> str:
    for old, new in changes:
        if old in word:
            word = word.replace(old, new)
    return _DOUBLE.sub(r"\1", word.translate(_BOTH))


@lru_cache(maxsize=65_536)
def similarity(source: str, target: str) -> float:
    """0–1: how alike a folded Norwegian and a folded English word are; 0.0 when it means nothing."""
    a, b = norwegian(source), english(target)
    shorter, longer = sorted((len(a), len(b)))
    if shorter < SHORTEST or shorter / longer < ALIKE - 0.2 or a[0] != b[0]:
        return 0.0
    if a == b:
        return 1.0
    ratio = _common(a, b) / longer
    stem = _prefix(a, b) / shorter
    found = max(ratio, 0.5 * (ratio + stem))
    return found if found >= ALIKE else 0.0


def _common(a: str, b: str) -> int:
    """Length of the longest common subsequence."""
    row = [0] * (len(b) + 1)
    for x in a:
        before = 0
        for place, y in enumerate(b, 1):
            above = row[place]
            row[place] = before + 1 if x == y else max(above, row[place - 1])
            before = above
    return row[-1]


def _prefix(a: str, b: str) -> int:
    for place, (x, y) in enumerate(zip(a, b, strict=False)):
        if x != y:
            return place
    return min(len(a), len(b))
