"""A preferred rendering bent to fit where the machine's word stood: after the Norwegian form and the English around it.

The Norwegian says number and tense. The English says what English alone knows: "has", "was" and "by" before a verb,
the genitive, third person. Where the two cannot be brought together there is no form, and nothing is changed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reader import text
from reader.model import TermMatch
from reader.terms.englishwords import PREPOSITIONS, UNCOUNTABLE, Around, plural
from reader.terms.verbs import verb
from reader.text import Analysis, english

_OPEN: Final = re.compile(
    r"…|\b(?:someone|somebody|something|sb|sth|oneself)\b|\b(?:one|someone|somebody)['’]s\b|[(/\[]"
)


def settled(rendering: str) -> bool:
    """Whether it can be written as it is: no open place, nothing in brackets."""
    return bool(rendering) and not _OPEN.search(rendering)


def fitted(term: TermMatch, source: str, around: Around) -> str | None:
    """The preferred rendering of a term as it is written there, in its own capitals; None when no form fits."""
    rendering, pos = term.entry.gloss, term.entry.pos
    if not settled(rendering):
        return None
    if term.entry.translate_never:
        return rendering
    match pos:
        case "verb" | "aux":
            return verb(rendering.removeprefix("to "), _features(term, source), around)
        case "noun" | "propn":
            return _noun(rendering, pos, _features(term, source), around)
        case "adj":
            return _adjective(rendering, _features(term, source), around)
        case "phrase" | "":
            said = " ".join(span.of(source) for span in term.source)
            return rendering if text.folded(said) == text.folded(term.entry.lemma) else None
        case _:
            return rendering


def _features(term: TermMatch, source: str) -> frozenset[str]:
    """What the head of the term expresses: of a verb its first word, of a noun the last before a preposition."""
    tokens = text.tokens(source)
    readings = text.lemmas_in(tokens)
    own = [
        reading
        for token, reading in zip(tokens, readings, strict=True)
        if any(span.start < token.end and token.start < span.end for span in term.source)
    ]
    wanted = {"aux": "verb"}.get(term.entry.pos, term.entry.pos)
    heads = [_numbered(reading) for reading in _until_preposition(own) if reading.pos == wanted]
    if not heads:
        heads = own[:1] if wanted == "verb" else own[-1:]
    head = heads[0] if wanted == "verb" else heads[-1:][0] if heads else None
    features = frozenset(head.features) if head else frozenset[str]()
    return features | ({"Gen"} if own and "Gen" in own[-1].features else frozenset())


def _numbered(reading: Analysis) -> Analysis:
    """Without a number where singular and plural are one form ("slag", "fat"): the English knows better."""
    if reading.pos != "noun" or "Ind" not in reading.features or not _same_in_plural(reading.lemma):
        return reading
    return reading._replace(features=tuple(each for each in reading.features if each not in ("Sing", "Plur")))


def _same_in_plural(lemma: str) -> bool:
    found = [each.features for each in text.analyses(lemma) if each.lemma == lemma and each.pos == "noun"]
    return any("Plur" in features for features in found) and any("Sing" in features for features in found)


def _until_preposition(readings: Sequence[Analysis]) -> Sequence[Analysis]:
    for place, reading in enumerate(readings):
        if place and reading.pos == "adp":
            return readings[:place]
    return readings


def _noun(rendering: str, pos: str, features: frozenset[str], around: Around) -> str | None:
    head, tail = _headed(rendering)
    last = head.rpartition(" ")[2].lower()
    several = "Plur" in features or ("Sing" not in features and plural(re.sub(r"'s?$", "", around.said[-1])))
    many = pos == "noun" and several and last not in UNCOUNTABLE and not plural(last)
    if many and around.before[-1:] in (("a",), ("an",), ("one",)):
        return None
    form = (english.inflect(head, "noun", ("Plur",)) if many else head) + tail
    return form + _possessive(form, features, around)


def _headed(rendering: str) -> tuple[str, str]:
    """ "member of parliament" → "member", " of parliament": the head bends."""
    words = rendering.split(" ")
    for place, word in enumerate(words):
        if place and word in PREPOSITIONS:
            return " ".join(words[:place]), " " + " ".join(words[place:])
    return rendering, ""


def _possessive(form: str, features: frozenset[str], around: Around) -> str:
    """As the English had it; where it had neither that nor "of", the Norwegian's genitive."""
    said = around.said[-1]
    owns = re.search(r"(?:'s|s')$", said) is not None
    if not owns and not ("Gen" in features and around.joined and "of" not in around.before[-3:]):
        return ""
    return "’" if form.endswith("s") else "’s"


def _adjective(rendering: str, features: frozenset[str], around: Around) -> str | None:
    if around.said[-1].endswith("ly") and not rendering.endswith("ly"):
        return None  # an adverb: "raskt", quickly
    graded = around.before[-1:] and around.before[-1] in ("more", "most", "less", "least")
    bent = features & {"Cmp", "Sup"}
    return english.inflect(rendering, "adj", tuple(bent)) if bent and not graded else rendering


__all__ = ["Around", "fitted", "settled"]
