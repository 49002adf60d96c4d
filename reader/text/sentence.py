"""Cutting a paragraph into sentences, without losing a character.

Trailing space belongs to the sentence before it, so joining the spans gives back the paragraph exactly;
the exporters rely on that. A candidate is a stop (. ? ! … :) with the quotes and brackets that close behind
it, then white space. What stands on either side decides; the rules are asked in the order of `_RULES`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from reader.model import Span
from reader.text.languages import Rules, rules_of

_M = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"
_CANDIDATE = re.compile(
    r"(?P<stop>[.?!…]+|:)(?P<close>(?:\s(?=[»”]))?[\"”»’')\]]*)\s+(?=\S)"
    r"|[^\S\n]*\n[^\S\n]*\n\s*(?=\S)"  # a blank line
    r"|(?<=[\w»”\"])[^\S\n]+(?=[-–—]\s)"  # "… fulgte opp - Som medlemsland er Albania …"
)
_LEFT = re.compile(
    rf"(?:(?P<before>[\w{_M}'’.,§-]+)\s+)?"
    rf"(?P<open>[«“”\"‘'(\[–—-]*)(?P<word>[\w{_M}/&§-]+(?:\.[\w{_M}-]+)*)?$"
)
"""The word before the stop and the one before that."""
_RIGHT = re.compile(rf"(?P<open>(?:[«“”\"‘'’(\[•*·]|[–—-]+\s?|\s)*)(?P<word>\w[\w{_M}'’/-]*)?")
"""What opens the next sentence, and its first word."""
_TITLE_LENGTH = 60
"""A quote opened this near may be a title with a colon inside; one opened earlier is speech."""
_WINDOW = 80
"""How many characters to the left a rule may look at."""


class _Place(NamedTuple):
    """A candidate boundary, seen from both sides. Words are NFC and lower case unless said."""

    stop: str
    close: str
    before: str
    """The second word to the left, as written."""
    opener: str
    """Quotes or brackets right before the word to the left."""
    left: str
    left_as_written: str
    opens: str
    """Quotes, dashes and brackets before the first word to the right."""
    right: str
    right_as_written: str
    inside: bool
    """Whether a quote or bracket opened in this sentence is still open."""
    first: bool
    """Whether the left word is the first of its sentence."""


def sentences(text: str, span: Span | None = None, language: str = "nb") -> tuple[Span, ...]:
    """Contiguous spans that make up `span` of `text` (the whole text when None), one per sentence.

    Offsets are in `text`. An empty span has no sentences; a span of white space is one.
    """
    start, end = span if span is not None else (0, len(text))
    if start >= end:
        return ()
    data, cuts = rules_of(language), [start]
    for match in _CANDIDATE.finditer(text, start, end):
        if (match["stop"] is None and "\n" in match.group()) or _is_boundary(_place(text, cuts[-1], match, end), data):
            cuts.append(match.end())
    cuts.append(end)
    return tuple(Span(a, b) for a, b in pairwise(cuts))


def _place(text: str, start: int, match: re.Match[str], end: int) -> _Place:
    stop = match["stop"] or ""
    left_text = text[max(start, match.start() - _WINDOW) : match.start()]
    pieces = left_text.rsplit(None, 2)
    left = _LEFT.search(left_text, len(pieces[0]) if len(pieces) > 2 else 0)  # it reaches two words back, no further
    right = _RIGHT.match(text, match.end(), end)
    assert right is not None  # both parts may be empty, so it always matches
    left_word = unicodedata.normalize("NFC", (left and left["word"]) or "")
    right_word = unicodedata.normalize("NFC", right["word"] or "")
    return _Place(
        stop=stop,
        close=match["close"] or "",
        before=unicodedata.normalize("NFC", (left and left["before"]) or ""),
        opener=(left and left["open"]) or "",
        left=left_word.lower(),
        left_as_written=left_word,
        opens=right["open"],
        right=right_word.lower(),
        right_as_written=right_word,
        inside=_open_at(text, start, match.start()),
        first=not left_text[: left.start("word") if left else 0].strip(" \t\n\u00a0«“”\"‘'(–—-"),
    )


def _open_at(text: str, start: int, end: int) -> bool:
    """Whether a «, “ or ( opened after `start` is still open at `end`."""
    piece = text[max(start, end - _TITLE_LENGTH) : end]
    return piece.count("«") > piece.count("»") or piece.count("(") > piece.count(")")


def _no_start(place: _Place, _: Rules) -> bool | None:
    """No letter or figure can open a sentence: "...", ":-)"."""
    return False if not place.right and not place.opens.strip() else None


def _turn(place: _Place, data: Rules) -> bool | None:
    """A dash without a stop before it starts a turn only before a word that opens sentences: "Oslo – Bergen"."""
    if place.stop:
        return None
    return data.ordinals and place.right in data.starters and place.right_as_written[:1].isupper() and not place.inside


def _lower_case(place: _Place, _: Rules) -> bool | None:
    """A small letter goes on: "…?» spør hun"."""
    return False if place.right_as_written[:1].islower() else None


def _colon(place: _Place, _: Rules) -> bool | None:
    """A colon ends what introduces speech or a full sentence, but not in titles: «Guitar Hero: World Tour»."""
    if place.stop != ":":
        return None
    if place.left in _LABELS:
        return False
    return not place.inside and (place.right_as_written[:1].isupper() or place.opens.strip(" ([•*·") != "")


_LABELS = frozenset(["foto", "illustrasjon", "illustrasjonsfoto", "tekst", "kilde", "kjelde", "photo", "source"])
"""What stays with the name after its colon: "Foto: Bjørn Kraft"."""


def _ellipsis_or_shout(place: _Place, _: Rules) -> bool | None:
    """After ? ! … several dots, or a stop inside quotes, a capital starts anew."""
    if place.opens.startswith("(") and place.right.isdigit():
        return False
    return True if place.stop != "." or place.close.strip(")] ") else None


def _number(place: _Place, data: Rules) -> bool | None:
    """Ordinals and list numbers: "27. og 28.", "17. Mai", "1. Innledning"."""
    if not data.ordinals or not place.left.isdigit():
        return None
    if place.right in data.months or place.first:
        return False
    return None


def _abbreviation(place: _Place, data: Rules) -> bool | None:
    """Abbreviations, by what they want after them."""
    figure = place.right_as_written[:1].isdigit()
    if place.left in data.closing:
        return place.right_as_written[:1].isupper() or place.opens.strip() != ""
    if figure and (place.left in data.before_number or place.left.endswith(_STREETS)):
        return False
    if place.left in data.inside:
        return place.right in data.starters and place.left not in data.titles and place.right_as_written[:1].isupper()
    return None


_STREETS = ("gt", "gtn", "vn", "pl", "parkv", "allé")
"""Ends of abbreviated streets: "Storgt. 5", "Kirkevn. 7"."""


def _initial(place: _Place, data: Rules) -> bool | None:
    """One capital letter: "Inge D. Hanssen", "J. K. Rowling", but "plan B. Det"."""
    if len(place.left) != 1 or not place.left_as_written.isalpha() or not place.left_as_written.isupper():
        return None
    named = place.first or place.before[:1].isupper()
    if place.right in data.starters:
        return not named
    return False


_RULES: tuple[Callable[[_Place, Rules], bool | None], ...] = (
    _no_start,
    _turn,
    _lower_case,
    _colon,
    _ellipsis_or_shout,
    _number,
    _abbreviation,
    _initial,
)
"""Each answers yes, no, or None for "not mine"; a full stop that no rule knows ends the sentence."""


def _is_boundary(place: _Place, data: Rules) -> bool:
    return next((answer for rule in _RULES if (answer := rule(place, data)) is not None), True)
