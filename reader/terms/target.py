"""An English sentence, ready to be searched for renderings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from reader import text
from reader.model import Span
from reader.text import Token, english

_CLITIC: Final = re.compile(r"(?i)(?:n['’]t|['’](?:m|re|ve|ll|d|s))$")
_CLITICS: Final = {
    "n't": frozenset({"not"}), "'m": frozenset({"be"}), "'re": frozenset({"be"}), "'s": frozenset({"be", "have"}),
    "'ve": frozenset({"have"}), "'ll": frozenset({"will", "shall"}), "'d": frozenset({"would", "have"}),
}  # fmt: skip
"""What is written together with the word before it, and what it stands for."""
_HOSTS: Final = frozenset(word for line in ("he she it that there who what here where how",) for word in line.split())
"""Whose 's is a verb, not a genitive."""


class EnglishWord(NamedTuple):
    """A word of the target; of "well-known" each half."""

    text: str
    """Folded."""
    span: Span
    keys: frozenset[str]
    upper: bool
    number: int
    """Counted in `text.words`, as links are."""
    clause: int


class Target:
    """An English sentence, ready to be searched."""

    def __init__(self, target: str) -> None:
        self._text = target
        self.words: list[EnglishWord] = []
        self.by_key: dict[str, list[int]] = {}
        number = clause = 0
        for token in text.tokens(target):
            if token.kind in ("word", "number"):
                for part in token.parts:
                    for span, keys in _unclipped(part):
                        self._add(span, keys, number, clause)
                number += 1
            elif token.text in ",.;:?!–—()":
                clause += 1

    def _add(self, span: Span, keys: frozenset[str], number: int, clause: int) -> None:
        for key in keys:
            self.by_key.setdefault(key, []).append(len(self.words))
        written = span.of(self._text)
        upper = len(written) > 1 and written.isupper()
        self.words.append(EnglishWord(text.folded(written), span, keys, upper, number, clause))

    def spans(self, places: tuple[int, ...]) -> tuple[Span, ...]:
        """The spans of words, neighbours as one."""
        found: list[Span] = []
        for at, place in enumerate(places):
            span = self.words[place].span
            if at and places[at - 1] == place - 1:
                found[-1] = Span(found[-1].start, span.end)
            else:
                found.append(span)
        return tuple(found)


def _unclipped(word: Token) -> Iterator[tuple[Span, frozenset[str]]]:
    """ "I’m" as two words, "isn’t" too; "Putin’s" is one."""
    keys = english.keys(word.text)
    found = _CLITIC.search(word.text)
    host = word.text[: found.start()] if found else ""
    if not found or not host or (text.folded(found.group()) == "'s" and text.folded(host) not in _HOSTS):
        yield word.span, keys
        return
    cut = word.start + found.start()
    yield Span(word.start, cut), keys | english.keys(host)
    yield Span(cut, word.end), _CLITICS[text.folded(found.group())]
