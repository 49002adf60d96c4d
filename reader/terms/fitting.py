"""A preferred rendering bent to fit where the machine's word stood: after the Norwegian form and the English around it.

The Norwegian says number and tense. The English says what English alone knows: "has", "was" and "by" before a verb,
the genitive, third person. Where the two cannot be brought together there is no form, and nothing is changed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from reader import text
from reader.model import TermMatch
from reader.text import Analysis, english


class Around(NamedTuple):
    """The English where a rendering is to stand, in small letters."""

    said: tuple[str, ...]
    """The words it replaces; at least one."""
    before: tuple[str, ...]
    """The words before them in the same clause, the nearest last."""
    joined: bool
    """A word follows at once, with only a space between."""


def _set(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


BE: Final = _set("be am is are was were been being 's 're 'm")
HAVE: Final = _set("have has had having 've")
MODALS: Final = _set("will would shall should can could may might must do does did to let 'll cannot")
PREPOSITIONS: Final = _set(
    "of in on at for from by with without after before about against into through during over under between",
    "towards toward upon despite since until till per via than",
)
_MANY: Final = _set("i you we they these those who people")
_MODAL_PAST: Final = {"can": "could", "will": "would", "shall": "should", "may": "might"}
_UNCOUNTABLE: Final = _set(
    "information advice news furniture equipment research evidence homework progress money traffic knowledge luggage",
    "software work police people staff accommodation housing clothing baggage machinery legislation weather luck fun",
    "health wealth violence damage transport electricity music jewellery food aid help assistance feedback behaviour",
    "crockery cutlery rubbish waste garbage literature poetry scenery sheep fish aircraft cattle data media behavior",
    "common-sense sense travel training care snow rain ice sand water wood paper grief peace freedom livestock jewelry",
)
_ADVERBS: Final = _set("not never also always just still already only even now then often again soon ever n't")
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
            return _verb(rendering.removeprefix("to "), _features(term, source), around)
        case "noun" | "propn":
            return _noun(rendering, pos, _features(term, source), around)
        case "adj":
            return _adjective(rendering, _features(term, source), around)
        case "phrase" | "":
            said = " ".join(span.of(source) for span in term.source)
            return rendering if text.folded(said) == text.folded(term.entry.lemma) else None
        case _:
            return rendering


def plural(word: str) -> bool:
    """Whether an English word is the plural of another."""
    return any(key != word and english.inflect(key, "noun", ("Plur",)) == word for key in english.keys(word))


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
    heads = [reading for reading in _until_preposition(own) if reading.pos == wanted]
    if not heads:
        heads = own[:1] if wanted == "verb" else own[-1:]
    head = heads[0] if wanted == "verb" else heads[-1:][0] if heads else None
    features = frozenset(head.features) if head else frozenset[str]()
    return features | ({"Gen"} if own and "Gen" in own[-1].features else frozenset())


def _until_preposition(readings: Sequence[Analysis]) -> Sequence[Analysis]:
    for place, reading in enumerate(readings):
        if place and reading.pos == "adp":
            return readings[:place]
    return readings


def _verb(rendering: str, features: frozenset[str], around: Around) -> str | None:
    first, _, rest = rendering.partition(" ")
    said, aux = around.said[0], _auxiliary(around.before)
    if first == "be" and aux in BE:
        return rest or None
    if first in _MODAL_PAST or first in MODALS:
        past = _MODAL_PAST.get(first, first) if "Past" in features else first
        return f"{past} {rest}".strip()
    form = _form(said, aux, features)
    if form is None:
        return None
    if first == "be" and form[0] in ("Pres", "Past"):
        many = aux in _MANY
        be = ("are" if many else "is") if form[0] == "Pres" else ("were" if many else "was")
        return f"{'am' if aux == 'i' and be == 'are' else 'was' if aux == 'i' else be} {rest}".strip()
    return english.inflect(rendering, "verb", form)


def _form(said: str, aux: str, features: frozenset[str]) -> tuple[str, ...] | None:
    """The features of the English verb; none of its own are the base form's."""
    if aux == "'d":
        return None  # had or would
    ing = said.endswith("ing") and _is_form(said, "Part", "Pres")
    if aux in BE:
        return ("Part", "Pres") if ing else ("Part", "Past") if _is_form(said, "Part", "Past") else None
    if aux in HAVE:
        return ("Part", "Past") if _is_form(said, "Part", "Past") or "Part" in features else None
    if ing or (aux in PREPOSITIONS and aux != "to"):
        return ("Part", "Pres")
    if aux in MODALS or "Inf" in features or "Imp" in features:
        return ("Inf",)
    if "Pass" in features:
        return None  # "løslates" wants "is released", and there is no "is"
    if "Part" in features:
        return ("Part", "Past")
    if "Past" in features:
        return ("Past",)
    if "Pres" in features:
        third = _is_form(said, "Pres", "Sing") or (aux not in _MANY and not plural(aux) and not _is_base(said))
        return ("Pres", "Sing") if third else ("Pres",)
    return None


def _auxiliary(before: Sequence[str]) -> str:
    """The word before a verb, adverbs passed over."""
    for word in reversed(before[-3:]):
        if word in _ADVERBS or (word.endswith("ly") and len(word) > 4):
            continue
        clitic = _CLITIC.fullmatch(word)
        return clitic[1] if clitic else word.removesuffix("n't")
    return ""


_CLITIC: Final = re.compile(r"(?:i|you|s?he|it|we|they|who|that|there|here|what)?('(?:m|re|s|ve|ll|d))$")


def _is_form(word: str, *features: str) -> bool:
    return any(english.inflect(key, "verb", features) == word for key in english.keys(word))


def _is_base(word: str) -> bool:
    return not word.endswith(("s", "ed")) and word in english.keys(word)


def _noun(rendering: str, pos: str, features: frozenset[str], around: Around) -> str | None:
    head, tail = _headed(rendering)
    last = head.rpartition(" ")[2].lower()
    many = pos == "noun" and "Plur" in features and last not in _UNCOUNTABLE and not plural(last)
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


__all__ = ["BE", "HAVE", "MODALS", "PREPOSITIONS", "Around", "fitted", "plural", "settled"]
