"""How much of a text the glossary can gloss, what it lacks, and what would be worth adding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log
from typing import Final, NamedTuple

from reader import text
from reader.model import How
from reader.terms.glossary import Glossary
from reader.terms.matching import match
from reader.terms.parts import by_parts
from reader.text import Analysis, Token

_STRANGE = frozenset("@/\\0123456789²³°")


@dataclass(frozen=True, slots=True)
class Coverage:
    """The words of a text, counted."""

    words: int
    """Running words; numbers and names are none."""
    glossed: int
    """Of these, those that an entry or the members of a compound gloss."""
    names: int
    """Names that the glossary does not have."""
    missing: tuple[tuple[str, int], ...]
    """(lemma, count) of the words without a gloss, commonest first."""

    @property
    def share(self) -> float:
        """0–1; 1.0 for a text without words."""
        return self.glossed / self.words if self.words else 1.0


class Suggestion(NamedTuple):
    """A word or a phrase that an entry would help with."""

    lemma: str
    times: int
    """How often the text has it."""
    example: str
    """A piece of the text that holds it, up to 80 characters."""
    known: bool = False
    """A phrase of words that are all in the glossary one by one."""


def coverage(source: str, glossary: Glossary, language: str = "nb") -> Coverage:
    """What the glossary knows of a text."""
    tokens = text.tokens(source)
    known = _known(source, tokens, glossary, language)
    words = names = 0
    missing: Counter[str] = Counter()
    for place, token in enumerate(tokens):
        if not _is_word(token):
            continue
        words += 1
        if place in known:
            continue
        if _is_name(token, tokens, place):
            names += 1
        else:
            missing[text.lemma(token.text, language=language)] += 1
    lacking = sum(missing.values())
    return Coverage(words - names, words - names - lacking, names, tuple(missing.most_common()))


def _is_word(token: Token) -> bool:
    """No number, address, unit or single letter."""
    long_enough = len(token.text) > 1 or token.text in "åÅiIøØ"
    return (
        token.kind == "word"
        and long_enough
        and not any(map(_STRANGE.__contains__, token.text))
        and token.text[0].isalpha()
    )


def _known(source: str, tokens: Sequence[Token], glossary: Glossary, language: str) -> set[int]:
    """Numbers of the tokens that have a gloss."""
    starts = {token.start: place for place, token in enumerate(tokens)}
    found: set[int] = set()
    for term in match(source, glossary, language):
        for span in term.source:
            place = starts.get(span.start, len(tokens))
            while place < len(tokens) and tokens[place].start < span.end:
                found.add(place)
                place += 1
    # A compound of which only the head is an entry counts when its other members have a gloss too, here and below.
    heads = {each.start for each in match(source, glossary, language) if each.how is How.COMPOUND}
    for place, token in enumerate(tokens):
        if token.kind == "word" and (place not in found or token.start in heads):
            (found.add if by_parts(token.text, glossary) else found.discard)(place)
    return found


def _is_name(token: Token, tokens: Sequence[Token], place: int) -> bool:
    """A capital inside a sentence, or a word at its start that only a name can be."""
    if not token.text[:1].isupper():
        return False
    inside = place > 0 and tokens[place - 1].kind in ("word", "number")
    return inside or text.analyses(token.text)[0].pos == "propn"


_SHAPES: Final = (
    ("adj", "noun"),
    ("verb", "adp"),
    ("verb", "pron"),
    ("noun", "adp"),
    ("adp", "noun"),
    ("verb", "noun"),
)
"""Word classes of neighbours that are often a term together: sunn fornuft, skryte av, finne sted."""
TELLING: Final = 6.0
"""Log-likelihood ratio above which two words stand together too often for chance (Dunning 1993: 6.63 is p < .01)."""


def suggest(source: str, glossary: Glossary, language: str = "nb", least: int = 2) -> tuple[Suggestion, ...]:
    """Lemmas that the glossary lacks, then pairs that stand together; each at least `least` times, commonest first."""
    tokens = text.tokens(source)
    readings = text.lemmas_in(tokens, language)
    known = _known(source, tokens, glossary, language)
    single: Counter[str] = Counter()
    first: dict[str, int] = {}
    for place, token in enumerate(tokens):
        if _is_word(token) and place not in known and not _is_name(token, tokens, place):
            single[readings[place].lemma] += 1
            first.setdefault(readings[place].lemma, place)
    words = [
        Suggestion(lemma, count, _around(source, tokens, first[lemma], 1))
        for lemma, count in single.most_common()
        if count >= least
    ]
    covered = _in_phrases(source, glossary, language)
    named = [_named(token, each, token.start in covered) for token, each in zip(tokens, readings, strict=True)]
    return (*words, *_pairs(source, tokens, named, glossary, least))


def _in_phrases(source: str, glossary: Glossary, language: str) -> set[int]:
    """Characters inside terms of several words: no pair is looked for there."""
    found = (term for term in match(source, glossary, language) if term.how in (How.MULTIWORD, How.SEPARATED))
    return {place for term in found for span in term.source for place in range(span.start, span.end)}


def _named(token: Token, reading: Analysis, covered: bool) -> tuple[str, str]:
    """(how a word is written in a pair, its class): a noun after a preposition keeps its form ("i løpet")."""
    if covered or token.kind != "word" or (reading.pos == "pron" and reading.lemma != "seg"):
        return token.text, "punct"
    fixed = reading.pos == "noun" and "Def" in reading.features
    return (text.folded(token.text) if fixed else reading.lemma), reading.pos


def _pairs(
    source: str, tokens: Sequence[Token], readings: Sequence[tuple[str, str]], glossary: Glossary, least: int
) -> Iterator[Suggestion]:
    alone = Counter(reading for reading in readings if reading[1] != "punct")
    total = sum(alone.values())
    together: Counter[tuple[tuple[str, str], tuple[str, str]]] = Counter()
    first: dict[tuple[tuple[str, str], tuple[str, str]], int] = {}
    for place in range(len(readings) - 1):
        pair = (readings[place], readings[place + 1])
        if (pair[0][1], pair[1][1]) in _SHAPES and "\n\n" not in source[tokens[place].end : tokens[place + 1].start]:
            together[pair] += 1
            first.setdefault(pair, place)
    for pair, count in together.most_common():
        if count < least:
            return
        lemma = f"{pair[0][0]} {pair[1][0]}"
        telling = likelihood(count, alone[pair[0]], alone[pair[1]], total) >= TELLING
        if telling and not glossary.lookup(lemma):
            yield Suggestion(lemma, count, _around(source, tokens, first[pair], 2), known=True)


def likelihood(both: int, one: int, other: int, total: int) -> float:
    """The log-likelihood ratio of two words standing together, counted together, each, and all (Dunning 1993)."""
    table = ((both, one - both), (other - both, total - one - other + both))
    rows, columns = [sum(row) for row in table], [sum(column) for column in zip(*table, strict=True)]
    return 2 * sum(
        cell * log(cell * total / (rows[y] * columns[x]))
        for y, row in enumerate(table)
        for x, cell in enumerate(row)
        if cell > 0
    )


def _around(source: str, tokens: Sequence[Token], place: int, count: int) -> str:
    """The words with what stands about them."""
    start = max(0, tokens[place].start - 35)
    end = min(len(source), tokens[min(place + count, len(tokens)) - 1].end + 35)
    return " ".join(source[start:end].split())[:80]
