"""The noun phrases of a Norwegian sentence, as far as the English words of a gloss must know them.

The readings are those of `text.lemmas_in`; for who does what see `subjects`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from reader import text
from reader.text import Analysis, Token


def words(line: str) -> frozenset[str]:
    """The words of a line as a set."""
    return frozenset(line.split())


_I: Final = frozenset({"jeg", "eg"})
MANY: Final = words(
    "du vi dere de me dykk dei disse desse alle mange flere fleire begge få noen nokre oss dem fleste flest"
)
_ONE: Final = words(
    "han hun ho man den det dette denne hva hvem kva kven noe noko ingen ingenting en ein enhver hver henne ham"
)
NOMINATIVE: Final = frozenset({"jeg", "du", "han", "hun", "vi", "man", "eg", "ho"})
"""Forms that are a subject wherever they follow a verb."""
_ARTICLES: Final = frozenset({"den", "det", "de", "dei"})
_POSSESSIVE: Final = words(
    "min mi mitt mine din di ditt dine sin si sitt sine vår vårt våre hans hennes deres hennar deira"
)
_SINGLE: Final = frozenset({"en", "ei", "et", "ein", "eit", "én", "ett", "1", "hver", "hvert", "kvar", "kvart"})
_COUNTING: Final = words(
    "mange flere fleire begge noen nokre få alle disse desse hundre tusen millioner flest fleste noen par "
    "enkelte ulike forskjellige mine dine sine våre"
)
ADVERBS: Final = words(
    "ikke ikkje da nå no jo også òg bare berre vel aldri alltid nok visst så kanskje fortsatt ofte snart likevel"
)
TIMES: Final = words("år dag gang uke måned kveld morgen natt time ettermiddag øyeblikk")
_UNITED: Final = frozenset({"penge", "penger", "opplysning", "nyhet", "møbel"})
"""Plural in Norwegian, singular in English."""
_CROWDS: Final = frozenset({"folk"})
LINKS: Final = words(
    "som at om hvis når fordi mens dersom viss medan siden enn kvar korleis kvifor hvor hvordan hvorfor hvem kven"
)


_SELECTING: Final = words("samme same eneste andre ene hele heile første fyrste neste siste")
"""Words that den, det, de stand before as articles."""


class Nominal(NamedTuple):
    """A noun phrase or a pronoun: its main word, its last word, and whether it is many."""

    head: int
    last: int
    many: bool


class Grammar:
    """The words of one segment with their readings."""

    def __init__(self, tokens: Sequence[Token], readings: Sequence[Analysis]) -> None:
        self.tokens, self.readings = tokens, readings
        self.spelt = [text.folded(token.text) for token in tokens]
        self.subjects: dict[int, Nominal | None] = {}
        """Finite verb → its subject, as far as asked for: see `subjects`."""

    def word(self, at: int) -> str:
        """The folded word at a place; "" outside."""
        return self.spelt[at] if 0 <= at < len(self.spelt) else ""

    def pos(self, at: int) -> str:
        return self.readings[at].pos if 0 <= at < len(self.readings) else "punct"

    def has(self, at: int, feature: str) -> bool:
        return 0 <= at < len(self.readings) and feature in self.readings[at].features

    def is_finite(self, at: int) -> bool:
        return self.pos(at) == "verb" and not self.has(at, "Part") and (self.has(at, "Pres") or self.has(at, "Past"))

    def is_article(self, at: int) -> bool:
        """Whether den, det, de stand before a noun, or before an adjective used as one: "de fleste", "de to"."""
        after = at + 1
        if self.has(after, "Gen"):
            return True
        if self.pos(after) == "noun":
            plain = self.word(at) == "det" and (not self.has(after, "Def") or self.word(at - 1) in ("er", "var"))
            return not plain and not (self.word(at) == "den" and self.has(after, "Ind"))
        if self.tokens[after].kind == "number" if after < len(self.tokens) else False:
            return self.word(at) in ("de", "dei", "den")
        if self.pos(after) == "num":
            return True
        if self.word(after) in _SELECTING:
            return True
        if self.pos(after) == "adj" or (self.pos(after) == "verb" and self.has(after, "Part")):
            definite = self.word(after).endswith(("e", "a"))
            return definite and not self.word(after).endswith("ende")
        if self.pos(after) != "adv":
            return False
        return self.has(after + 1, "Def") or (self.pos(after + 1) == "adj" and self.pos(after + 2) == "noun")

    def nominal(self, at: int) -> Nominal | None:
        """The noun phrase that begins at a place."""
        if not 0 <= at < len(self.spelt):
            return None
        word = self.spelt[at]
        if word in _I or word in NOMINATIVE or word in ("meg", "deg", "ham", "henne", "oss", "dem"):
            return Nominal(at, at, word in MANY)
        place, many, single = at, False, False
        while place < len(self.spelt) and self._opens(place, at):
            many = many or self._counts(place)
            single = single or self.spelt[place] in _SINGLE
            place += 1
        if self.pos(place) in ("noun", "propn") and not self.is_finite(place):
            last = place
            while self.pos(last + 1) == "propn" or (self.pos(last) == "noun" and self.word(last + 1) in _POSSESSIVE):
                last += 1
            return Nominal(place, last, self._is_many(place, many, single=single))
        if place > at:
            return Nominal(place - 1, place - 1, many or self.spelt[at] in ("de", "dei"))
        if word in MANY or word in _ONE:
            return Nominal(at, at, word in MANY)
        return None

    def _opens(self, at: int, first: int) -> bool:
        """Whether a word may stand in a noun phrase before its noun."""
        word = self.spelt[at]
        if word in _ARTICLES:
            return at == first and self.is_article(at)
        if word in MANY or word in _ONE:
            after = self.pos(at + 1)
            return after in ("noun", "adj", "num") and not self.is_finite(at + 1)
        if word in _POSSESSIVE or self.has(at, "Gen"):
            return self.pos(at + 1) in ("noun", "adj", "num")
        if self.pos(at) == "verb" and self.has(at, "Part"):
            return at > first and self.pos(at + 1) == "noun"
        if self.pos(at) == "adj":
            return at > first or self.pos(at + 1) in ("noun", "adj") or word in ("mange", "flere", "få")
        return self.pos(at) in ("num", "det") or self.tokens[at].kind == "number"

    def _counts(self, at: int) -> bool:
        number = self.pos(at) == "num" or self.tokens[at].kind == "number"
        ordinal = self.word(at + 1) == "." or self.spelt[at].endswith(("te", "nde", "første"))
        return (number and self.spelt[at] not in _SINGLE and not ordinal) or self.spelt[at] in _COUNTING

    def _is_many(self, noun: int, counted: bool, *, single: bool) -> bool:
        lemma = self.readings[noun].lemma
        if lemma in _UNITED:
            return False
        return lemma in _CROWDS or counted or (self.has(noun, "Plur") and not single)

    def is_plural(self, noun: int) -> bool:
        """Whether a noun that is spelt alike in both numbers is many: "to år", "mange barn"."""
        place = noun - 1
        while place >= 0 and (self.pos(place) in ("adj", "adv") or self.word(place) in _ARTICLES):
            if self._counts(place):
                return True
            place -= 1
        return place >= 0 and self._counts(place)

    def antecedent(self, som: int) -> Nominal | None:
        """What a relative clause is about: the noun or pronoun before it."""
        at = som - 1
        while at >= 0 and (self.pos(at) in ("punct", "adv", "adp") or self.word(at) in _POSSESSIVE):
            at -= 1
        while at >= 0 and not (self.pos(at) in ("noun", "propn", "pron") or self.word(at) in MANY | _ONE):
            if self.is_finite(at):
                return None
            at -= 1
        if at < 0:
            return None
        word = self.word(at)
        if self.pos(at) in ("noun", "propn"):
            single = self.word(at - 1) in _SINGLE
            return Nominal(at, at, self._is_many(at, self.is_plural(at), single=single))
        return Nominal(at, at, word in MANY)


__all__ = ["MANY", "NOMINATIVE", "TIMES", "LINKS", "ADVERBS", "Grammar", "Nominal", "words"]
