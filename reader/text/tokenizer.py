"""Cutting a text into words, numbers and signs, without moving a character.

One compiled expression does it all, since a book must be cut in the time of a key press.
The alternatives stand in the order of how often they win: plain words first (guarded, so that "vg.no" and
"bl.a." fall through to the rarer ones), then addresses, abbreviations, numbers and single signs.
White space is no token. Everything works the same on composed (NFC) and decomposed (NFD) letters.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from reader.model import Span

TokenKind = Literal["word", "number", "punct", "symbol"]


class Token(NamedTuple):
    """A word, number or sign, with its place in the text it was cut from."""

    start: int
    """Offset of the first character."""
    end: int
    """Offset after the last character."""
    text: str
    """Exactly `source[start:end]`."""
    kind: TokenKind

    @property
    def span(self) -> Span:
        """The place of the token as a `Span`."""
        return Span(self.start, self.end)

    @property
    def parts(self) -> tuple[Token, ...]:
        """The members of a hyphenated word ("CIA-direktør" → CIA, direktør); the token itself when there is one."""
        if self.kind != "word" or not HYPHEN.search(self.text):
            return (self,)
        found = tuple(
            Token(self.start + m.start(), self.start + m.end(), m.group(), "number" if m.group().isdigit() else "word")
            for m in re.finditer(rf"[^{HYPHENS}]+", self.text)
        )
        return found or (self,)


HYPHENS = "\\-\u2010\u2011"
"""Hyphen-minus, hyphen, non-breaking hyphen, as they stand inside a character class."""
HYPHEN = re.compile(f"[{HYPHENS}]")
MARKS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
"""What may stand inside a word without being a letter: combining marks, soft hyphen, zero-width characters."""
GAP = "[ \u00a0\u2009\u202f]"
"""What separates thousands."""

_IN = rf"[\w{MARKS}]"
_WORD = rf"[^\W_]{_IN}*+(?:(?:[{HYPHENS}]|['’ʼ](?!\s)){_IN}++)*+"
_LETTERS = rf"(?:[^\W\d_][{MARKS}]*+){{1,4}}"
_END = rf"(?:(?<=[sxzSXZ])['’](?!\w)|[{HYPHENS}](?=\s(?:og|eller|and|or)\b))?"
_ABBREVIATION = (
    r"(?:[Dd]vs|[Oo]sv|[Cc]a|[Kk]l|[Nn]r|[Jj]f|[Pp]ga|[Mm]ht|[Ii]nkl|[Ee]kskl|[Ee]v|[Tt]lf|[Pp]st|[Ee]tc|mill|mrd"
    r"|[Ss]st|[Dd]r|[Mm]r|[Mm]rs)\."
)

_TOKEN = re.compile(
    rf"((?>(?=[^\W\d]){_WORD})(?![.:@/'’{HYPHENS}]))"  # 1 plain word
    rf"|((?:https?://|www\.)[^\s<>«»“”\"]*[^\s<>«»“”\".,;:!?')\]]"  # 2 address
    rf"|[\w.+-]+@\w[\w-]*(?:\.\w[\w-]*)+"
    rf"|\w[\w-]*(?:\.\w[\w-]*)*\.(?:no|com|org|net|se|dk|eu|uk|info|io)\b(?:/[^\s<>«»“”\"]*[\w/])?"
    rf"|{_LETTERS}(?:\.{_LETTERS})+\.(?!\w)|(?<!\w){_ABBREVIATION}(?!\w)"
    rf"|(?=[^\W\d]){_WORD}{_END})"
    rf"|((?<!\d)\d{{1,3}}(?:{GAP}\d{{3}})+(?![\d{HYPHENS}]|{GAP}\d)(?:,\d+)?"  # 3 number
    rf"|\d+(?:[.,:/]\d+)+(?![\w{HYPHENS}])"
    rf"|\d+(?![\w{HYPHENS}]|['’]\w))"
    rf"|({_WORD}{_END})"  # 4 "17-åring", "90-tallet", "4x4"
    r"|(\.\.+|[.,;:!?…«»“”„\"‘’\u201a'()\[\]{}–—\-\u2010\u2011/])"  # 5 punctuation
    r"|(\S)"  # 6 any other sign
)

_KINDS: tuple[TokenKind, ...] = ("word", "word", "word", "number", "word", "punct", "symbol")
"""The kind of each group above, counted from 1; 0 is never asked for."""


def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text in order; between them there is only white space."""
    return _lately(text) if len(text) <= _SENTENCE else _tokens(text)


_SENTENCE = 1000
"""Characters: links, terms and checks look at the same sentence six times in all, so the last few are kept."""


def _tokens(text: str) -> tuple[Token, ...]:
    new, kinds = tuple.__new__, _KINDS
    return tuple(
        [new(Token, (*m.span(), m[0], kinds[m.lastindex or 0])) for m in _TOKEN.finditer(text)]
    )


_lately = lru_cache(maxsize=32)(_tokens)


def words(text: str) -> tuple[Token, ...]:
    """The tokens that are words or numbers: what links and terms are counted in."""
    return tuple([token for token in tokens(text) if token[3] in ("word", "number")])
