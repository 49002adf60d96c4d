"""Which English indefinite article a word takes: by its sound, as far as spelling tells."""

from __future__ import annotations

import re

_SILENT_H = re.compile(r"(?:hour|heir|honou?r|honest)")
_SOUNDS_LIKE_YOU = re.compile(
    r"(?:uni(?!n|m[^aeiouy])|unan|use|usu|uti|ura|ure|uri|uro|uru|uga|uk|uten|eu|ew|ubiq|uvul|one(?:$|[^aeiouyr])"
    r"|once|ouija|u-)"
)
"""Written with a vowel, said with a consonant: unit but "uninvited", euro, one but "oneiric"."""
_SPELT_WITH_VOWEL = frozenset("AEFHILMNORSX8")
"""Letters whose names begin with a vowel: "an MP"."""


def article(words: str) -> str:
    """`a` or `an`, for what follows it."""
    found = re.search(r"[^\W_]+(?:-(?=\w))?", words)
    first = found.group() if found else ""
    if first[:1].isdigit():
        return "an" if first.startswith("8") or re.match(r"1[18](?:\d{3})*(?!\d)", first) else "a"
    bare = first.rstrip("-")
    if bare.isupper() and (len(bare) == 1 or len(bare) <= 3 or not re.search("[AEIOUY]", bare)):
        return "an" if bare[0] in _SPELT_WITH_VOWEL else "a"
    word = first.lower()
    if _SILENT_H.match(word):
        return "an"
    if _SOUNDS_LIKE_YOU.match(word):
        return "a"
    return "an" if word[:1] in tuple("aeiouæøåäö") else "a"


__all__ = ["article"]
