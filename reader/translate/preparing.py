"""What the model gets of a segment, and what it is spared.

A model trained on plain sentences stumbles over what is no sentence: "– ", bullets, emoji, "-->", capitals throughout.
Such marks are taken off and kept; only the words go through the model, and `restoring` puts everything back in its
place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reader.text.faults import ADDRESS, EMOJI


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a segment."""

    text: str
    """What goes to the model has no white space around it."""
    start: int
    """Its offset in the segment."""
    literal: bool
    """Stays as it is: a mark, a sign, an address, a space."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A segment taken apart: its parts make it up, but for capitals."""

    parts: tuple[Part, ...]
    shouted: bool = False
    """It was in capitals throughout, and its English will be."""


def prepared(text: str, is_word: Callable[[str], bool] = lambda _: True, *, around: bool = False) -> Prepared:
    """The parts of a segment in plain text (see `plain`).

    `is_word` tells a common word (lower case) from a name in a headline in capitals. With `around`, addresses inside
    the segment are cut out as well: for when the model did not carry them through.
    """
    ranges = _merged(_ranges(text, around))
    shouted = _shouted("".join(text[start:end] for start, end, literal in ranges if not literal))
    spoken = _sentence_case(text, is_word) if shouted else text
    parts = tuple(
        Part(text[start:end] if literal else spoken[start:end], start, literal)
        for start, end, literal in ranges
    )
    return Prepared(parts, shouted)


_LEADING = re.compile(
    r"(?:[–—―]+\s*|-+\s+|-+(?=[A-ZÆØÅ«“\"])"  # a turn of speech
    r"|[•*·▪▸►◦‣○●■□✓✔+>]+\s+"  # a bullet
    r"|\(?\d{1,3}[.)]\s+(?=[A-ZÆØÅ«“\"])(?!(?:Januar|Februar|Mars|April|Mai|Juni|Juli|August|September|Oktober|November"
    r"|Desember)\b)|\(?[a-zA-Z]\)\s+"  # the number or letter of a list
    r"|(?:…|\.\.\.+)\s*)+"
)
_TRAILING = re.compile(r"(?:\s*(?:…|\.\.\.+))+$")
_SIGN = re.compile(r"(?<!\S)[^\w\s]+(?!\S)")
"""A token of signs alone, "-->" or "|"; those of _SPOKEN belong to the sentence."""
_SPOKEN = frozenset("–—-&%+=/,.:;!?…()[]\"'«»“”„‘’§*")
_PAIRS = {"«": "»", "“": "”", "„": "“", '"': '"', "‘": "’", "(": ")", "”": "”"}


def _ranges(text: str, around: bool) -> Iterator[tuple[int, int, bool]]:
    """(start, end, literal) of contiguous stretches that make up the text."""
    cuts = sorted(_cut_out(text, around))
    place = 0
    for start, end in cuts:
        if start >= place:
            yield from _sentence(text, place, start)
            yield start, end, True
            place = end
    yield from _sentence(text, place, len(text))


def _cut_out(text: str, around: bool) -> Iterator[tuple[int, int]]:
    """What never goes through the model: emoji, signs, and addresses that stand at an end."""
    yield from (match.span() for match in EMOJI.finditer(text))
    yield from (match.span() for match in _SIGN.finditer(text) if not set(match.group()) <= _SPOKEN or "-" * 3 in text)
    for match in ADDRESS.finditer(text):
        at_end = not _has_letters(text[: match.start()]) or not _has_letters(text[match.end() :])
        if around or at_end:
            yield match.span()


def _sentence(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Marks before, words, marks after; white space around them is a mark too."""
    first, last = start, end
    while True:
        before = first, last
        first += len(text[first:last]) - len(text[first:last].lstrip())
        last -= len(text[first:last]) - len(text[first:last].rstrip())
        if match := _LEADING.match(text, first, last):
            first = match.end()
        if (match := _TRAILING.search(text, first, last)) is not None:
            last = match.start()
        first, last = _unquoted(text, first, last)
        if (first, last) == before:
            break
    if not _has_letters(text[first:last]):
        yield start, end, True
        return
    yield start, first, True
    yield first, last, False
    yield last, end, True


def _unquoted(text: str, first: int, last: int) -> tuple[int, int]:
    """Without a quote around the whole, or one that opens or closes here and has its partner in another segment."""
    inner = text[first:last]
    if not inner:
        return first, last
    opener = inner[0] if inner[0] in _PAIRS else ""
    closing = re.search(r"[»”\"’)]+(?P<stop>[.,!?;:]*)$", inner)
    if opener:
        closer = _PAIRS[opener]
        rest = inner[1:]
        ends = closing is not None and closing.group()[0] == closer
        if closer not in rest:
            return first + 1, last
        if ends and closing is not None and rest.count(closer) == 1 and opener not in rest.replace(closer, ""):
            return first + 1, first + closing.start()
    elif closing is not None and len(closing.group().rstrip(".,!?;:")) == 1:
        closer = closing.group()[0]
        openers = [o for o, c in _PAIRS.items() if c == closer]
        # An apostrophe is no quote: "James’".
        if closer != "’" and not any(o in inner[: closing.start()] for o in openers):
            return first, first + closing.start()
    return first, last


def _merged(ranges: Iterator[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    """Neighbouring literals as one, empty ones gone."""
    merged: list[tuple[int, int, bool]] = []
    for start, end, literal in ranges:
        if start == end:
            continue
        if literal and merged and merged[-1][2]:
            merged[-1] = (merged[-1][0], end, True)
        else:
            merged.append((start, end, literal))
    return merged


def _has_letters(text: str) -> bool:
    return any(letter.isalpha() for letter in text)


_WORD = re.compile(r"[^\W\d_]+")


def _shouted(words: str) -> bool:
    """Capitals throughout, in two words or a long one: "NATO" alone is an abbreviation."""
    found = _WORD.findall(words)
    letters = "".join(found)
    if len(letters) < 6 or not letters.isupper():
        return False
    return len(found) > 1 or len(letters) >= 7


def _sentence_case(text: str, is_word: Callable[[str], bool]) -> str:
    """Small letters but for the first word and what no dictionary has, which will be a name. As long as the text."""
    first = True

    def cased(match: re.Match[str]) -> str:
        nonlocal first
        word = match.group()
        small = word.lower()
        keep_capital, first = first or not is_word(small), False
        if len(small) != len(word):
            return word
        return word[:1] + small[1:] if keep_capital else small

    return _WORD.sub(cased, text)


__all__ = ["Part", "Prepared", "prepared"]
