"""Numbers of a Norwegian segment and of its English: which are missing, which nobody said.

Figures are compared without their separators ("1 000" = "1,000", "3,5" = "3.5"). A Norwegian figure may become an
English word ("3 menn" → "three men"), another clock ("kl. 15" → "3 p.m."), another century ("1800-tallet" → "the 19th
century") or a month's name ("12.2.2025" → "12 February 2025").
"""

from __future__ import annotations

import re

_FIGURE = re.compile(r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d])(?:,\d+)?|\d+(?:[.,:]\d+)*")
_DATE = re.compile(
    r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{2,4}))?(?![\d])|(?<![\d/])(\d{1,2})/(\d{1,2})(?:-\d+)?"
)
_DECADE = re.compile(r"(\d{2,4})-(?:tall|år|(?=\s*(?:og|eller|til)\b))")

_SMALL = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen
"""
_ONES = tuple(_SMALL.split())
_TENS = {20: "twent", 30: "thirt", 40: "fort", 50: "fift", 60: "sixt", 70: "sevent", 80: "eight", 90: "ninet"}
_ORDINALS = {
    1: ("first", "once", "single"),
    2: ("second", "half", "both", "twice", "pair"),
    3: ("third", "triple"),
    4: ("quarter",),
    5: ("fifth",),
    8: ("eighth",),
    9: ("ninth",),
    10: ("decade",),
    12: ("twelfth", "dozen", "noon", "midnight"),
    24: ("midnight", "clock"),
    100: ("hundred", "cent"),
    1000: ("thousand",),
}
_NORWEGIAN_WORDS = re.compile(
    r"\b(?:null|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten"
    r"|(?:tjue|tretti|tredve|førti|femti|seksti|sytti|åtti|nitti)\w*|hundre\w*|tusen\w*|million\w*|milliard\w*|halv\w*"
    r"|kvart|dusin|første|andre|tredje|\w+ende|begge|én|ett|en|et|ei|i (?:fjor|år)|mill|mrd|døgn\w*)\b"
    r"|januar|februar|mars\b|april|\bmai\b|juni|juli|august|september|oktober|november|desember",
    re.IGNORECASE,
)


def missing_and_added(source: str, target: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(figures of the source that the target lacks, figures of the target that the source cannot mean), as written."""
    if not any(map(str.isdigit, source)) and not any(map(str.isdigit, target)):
        return (), ()
    said, says = _FIGURE.findall(source), _FIGURE.findall(target)
    there = [_plain(figure) for figure in says]
    words = target.casefold()
    loose = _of_dates(source)
    missing = tuple(
        figure for figure in dict.fromkeys(said)
        if not _rendered(_plain(figure), there, words, source) and figure not in loose
    )  # fmt: skip
    meant = {form for figure in said for form in _forms(_plain(figure), source)} | {_plain(part) for part in loose}
    spelled = bool(_NORWEGIAN_WORDS.search(source))
    added = tuple(
        figure for figure, plain in zip(says, there, strict=True)
        if plain not in meant and not (spelled and _could_be_spelled(plain))
    )  # fmt: skip
    return missing, tuple(dict.fromkeys(added))


def _plain(figure: str) -> str:
    return re.sub(r"\D", "", figure).lstrip("0") or "0"


def _rendered(plain: str, there: list[str], words: str, source: str) -> bool:
    if any(form in there for form in _forms(plain, source)):
        return True
    if any(len(plain) > 2 and other.endswith(plain) for other in there):
        return True
    value = int(plain) if len(plain) < 7 else -1
    if any(name in words for name in (*_names(value), *_ORDINALS.get(value, ()))):
        return True
    if value in _ROMAN and re.search(_ROMAN[value], words):
        return True
    if value > 0 and value % 1000 == 0 and "thousand" in words and any(n in words for n in _names(value // 1000)):
        return True
    if plain in _decades(source) and any(name in words for name in (*_names(value // 100 + 1), *_names(value % 100))):
        return True  # 1800-tallet → the nineteenth century; 80-tallet → the eighties
    # A date written 12.2.2025 or a clock 14.30 may come apart: every part of it must still be there.
    same = [figure for figure in _FIGURE.findall(source) if _plain(figure) == plain]
    parts = [_plain(part) for figure in same for part in re.split(r"\D", figure)]
    return len(parts) > 1 and all(part in there or part == "0" or _rendered_part(part, there, words) for part in parts)


def _rendered_part(part: str, there: list[str], words: str) -> bool:
    value = int(part) if len(part) < 5 else -1
    return str(value - 12) in there or any(month in words for month in _MONTHS[value - 1 : value] if 1 <= value <= 12)


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _forms(plain: str, source: str) -> set[str]:
    """What figures the English may have for a Norwegian one, without separators."""
    forms = {plain}
    value = int(plain) if len(plain) <= 4 else -1
    if 13 <= value <= 24:
        forms.add(str(value - 12))  # kl. 15 → 3 p.m.
    if 1300 <= value <= 2459:
        forms |= {f"{value // 100 - 12}{value % 100:02d}", str(value // 100 - 12)}  # 14.30 → 2:30
    if value > 0 and plain in _decades(source):
        # 1800-tallet → the 19th century; 90-tallet → the 1990s
        forms |= {str(value // 100 + 1), f"19{plain}", f"18{plain}", f"20{plain}"}
    return forms


def _decades(source: str) -> set[str]:
    return {_plain(decade) for decade in _DECADE.findall(source)}


_ROMAN = {1: r"\b(?:i|a|an)\b", 2: r"\bii\b", 3: r"\biii\b", 4: r"\biv\b"}
"""World War II; and one of something is "a"."""


def _names(value: int) -> tuple[str, ...]:
    if 0 <= value < 20:
        return (_ONES[value],)
    ten = _TENS.get(value // 10 * 10)
    return (f"{ten}",) if ten else ()


def _of_dates(source: str) -> set[str]:
    """Figures that are days and months: the month may become a name."""
    loose: set[str] = set()
    for match in _DATE.finditer(source):
        loose.add(match.group())
        loose.update(part for part in match.groups() if part)
        loose.update(_FIGURE.findall(match.group()))
    return loose


def _could_be_spelled(plain: str) -> bool:
    """Whether a figure may stand for number words of the source: small, round, or a clock's."""
    return len(plain) <= 4 or plain.rstrip("0") in {str(n) for n in range(1, 100)}


__all__ = ["missing_and_added"]
