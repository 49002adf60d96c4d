"""What may vary in a term of several words, and what may not.

"sunn fornuft" bends in both words, "ta seg tid" in its verb alone ("tok seg tida" is another matter), "i tillegg til"
nowhere. The word class of the entry decides: a noun bends up to its first preposition, a verb phrase in its verb and
in predicative adjectives, a saying in the tense of its verbs, anything else not at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from reader import text
from reader.terms.inflection import UNLIKELY, Form, forms
from reader.text import Analysis

OPEN: Final = "…"
"""The sign for an object inside a term."""
SEG: Final = frozenset({"seg", "meg", "deg", "oss", "dere"})
"""The reflexive: which of them it is, its subject decides."""
_COPULAS = {
    "være": frozenset(("være", "er", "var", "vært", "vær")),
    "bli": frozenset(("bli", "blir", "ble", "blitt", "blei")),
}
COPULAS: Final = frozenset().union(*_COPULAS.values())
"""One stands for the other: "bli enig om" is found in "er enige om"."""
_ARTICLES = frozenset({"en", "ei", "et", "den", "det", "de"})
_HIS = {
    "sin": "sin min din vår hans hennes deres ens", "si": "si mi di vår hans hennes deres",
    "sitt": "sitt mitt ditt vårt hans hennes deres", "sine": "sine mine dine våre hans hennes deres",
}  # fmt: skip
_SPELLINGS = {
    form: frozenset(group.split())
    for group in (
        "fram frem", "bein ben", "sjøl selv", "verken hverken", "vei veg", "gulv golv", "sju syv", "aleine alene",
        "en ei én", "et ett", "framfor fremfor", "framover fremover", "etterhvert etterhånden", "nesen nesa",
        "tross trass", "sein sen", "seint sent", "mjølk melk", "høgt høyt", "høg høy", "tredve tretti", "tyve tjue",
        "stein sten", "beinet benet", "beina bena", "imot mot", "jord jorda",
    )
    for form in group.split()
}  # fmt: skip
"""Spellings and short forms that are the same word."""

Element = frozenset[str] | None
"""The folded forms that may stand at a place; None for an open place."""


class Pattern(NamedTuple):
    """The places of a term, in order."""

    elements: tuple[Element, ...]
    verb: int = -1
    """Which element is the verb that other words may follow; -1 when the words stand together."""
    rank: int = 0
    """1 for a looser reading of the term, which yields to another term's own: "er enig om" for bli enig om."""


def patterns(lemma: str, pos: str, irregular: Sequence[str] = ()) -> tuple[Pattern, ...]:
    """The patterns of a lemma of several words; `irregular` forms stand for the whole of it, as they are written."""
    written = _words(lemma)
    if not written:
        return ()
    found = list(_BUILDERS.get(pos or _guessed(written), _fixed_phrase)(written))
    if "," in written:
        bare = [word for word in written if word != ","]
        found += _BUILDERS.get(pos or _guessed(bare), _fixed_phrase)(bare)
    found += [pattern for form in irregular for pattern in _fixed_phrase(_words(form)) if len(_words(form)) > 1]
    return tuple(dict.fromkeys(found))


def _words(lemma: str) -> list[str]:
    return [text.folded(token.text) for token in text.tokens(lemma)]


def _guessed(words: Sequence[str]) -> str:
    """The word class of an entry that does not say: by its first word, then by its last."""
    first, last = text.analyses(words[0])[0], text.analyses(words[-1])[0]
    if first.pos == "verb" and "Inf" in first.features:
        return "verb"
    return "noun" if last.pos == "noun" and first.pos in ("noun", "adj", "det", "num") else "phrase"


def _fixed_phrase(words: Sequence[str]) -> Iterator[Pattern]:
    yield Pattern(tuple(_fixed(word) for word in words))


def _noun_phrase(words: Sequence[str]) -> Iterator[Pattern]:
    """Bends up to its first preposition or conjunction: "spørsmål om tid", "sosiale medier"."""
    if len(words) > 2 and words[0] in _ARTICLES:
        yield from _noun_phrase(words[1:])
        if words[0] in ("en", "ei", "et"):
            return
    end = next(
        (place for place, word in enumerate(words) if place and _pos(word) in ("adp", "cconj", "sconj", "part")),
        len(words),
    )
    head = end - 1
    elements: list[Element] = []
    for place, word in enumerate(words):
        if place == head:
            elements.append(_bent_noun(word))
        else:
            elements.append(_agreeing(word) if place < head else _fixed(word))
    yield Pattern(tuple(elements))


def _verb_phrase(words: Sequence[str]) -> Iterator[Pattern]:
    """Bends in its verb, in a verb after "og", and in adjectives: "er klare over", "gikk og la seg"."""
    verb = next((place for place, word in enumerate(words) if _is_infinitive(word, likely=place > 0)), -1)
    if verb < 0:
        yield from _fixed_phrase(words)
        return
    elements: list[Element] = []
    for place, word in enumerate(words):
        if place == verb or (place > 1 and words[place - 1] == "og" and _is_infinitive(word)):
            elements.append(_bent_verb(word))
        else:
            elements.append(_agreeing(word) if _pos(word) == "adj" else _fixed(word))
    yield Pattern(tuple(elements), verb)
    if words[verb] in _COPULAS and _pos(words[-1]) == "adp" and len(words) > verb + 2:
        other = _COPULAS["være" if words[verb] == "bli" else "bli"]
        yield Pattern((*elements[:verb], other, *elements[verb + 1 :]), verb, 1)
    if verb == 1 and words[0] == "ikke":  # "ikke se skogen" is "ser ikke skogen" in a main clause
        yield Pattern((elements[1], elements[0], *elements[2:]), 0)


def _adjective_phrase(words: Sequence[str]) -> Iterator[Pattern]:
    yield Pattern(tuple(_agreeing(word) if _pos(word) == "adj" else _fixed(word) for word in words))


def _determiner_phrase(words: Sequence[str]) -> Iterator[Pattern]:
    """Its determiners and adjectives agree with the noun: "hvilket som helst", "noe slikt"."""
    yield Pattern(tuple(_agreeing_determiner(word) for word in words))


def _saying(words: Sequence[str]) -> Iterator[Pattern]:
    """Its verbs take any tense."""
    yield Pattern(tuple(_any_tense(word) if _pos(word) == "verb" else _fixed(word) for word in words))


_BUILDERS = {
    "noun": _noun_phrase, "propn": _fixed_phrase, "verb": _verb_phrase, "aux": _verb_phrase, "adj": _adjective_phrase,
    "phrase": _saying, "det": _determiner_phrase, "pron": _determiner_phrase,
}  # fmt: skip


@lru_cache(maxsize=16_384)
def _readings(word: str) -> tuple[Analysis, ...]:
    return text.analyses(word)


def _pos(word: str) -> str:
    return "open" if word == OPEN else _readings(word)[0].pos


def _is_infinitive(word: str, *, likely: bool = True) -> bool:
    """Whether a word may be an infinitive; at the head of a verb phrase an unlikely one too ("tre i kraft")."""
    return any(
        reading.pos == "verb" and "Inf" in reading.features and (reading.weight < UNLIKELY or not likely)
        for reading in _readings(word)
    )


def _is_lemma(word: str) -> bool:
    return any(reading.pos == "verb" and text.folded(reading.lemma) == word for reading in _readings(word))


@lru_cache(maxsize=16_384)
def _fixed(word: str) -> Element:
    """The word and its other spellings; of a definite noun both endings ("nesa", "nesen")."""
    if word == OPEN:
        return None
    if not word[:1].isalnum():
        return frozenset({word})
    if word == "seg":
        return SEG
    if word in _HIS:
        return frozenset(_HIS[word].split())
    found = {word} | _SPELLINGS.get(word, frozenset())
    best = _readings(word)[0]
    if best.pos == "noun" and "Def" in best.features:
        found |= {form.text for form in forms(best.lemma, "noun") if form.features == set(best.features)}
    return frozenset(found)


@lru_cache(maxsize=16_384)
def _bent_noun(word: str) -> Element:
    """Every form of a noun given in the singular, the plural ones of a plural, the definite ones of a definite."""
    base = _fixed(word) or frozenset({word})
    nouns = [reading for reading in _readings(word) if reading.pos in ("noun", "propn")]
    if not nouns:
        return base | _texts(forms(word, "noun"))
    first = nouns[0]
    if text.folded(first.lemma) == word:
        return base | _texts(forms(word, "noun"))
    if "Plur" in first.features:
        return base | _texts(form for form in forms(first.lemma, "noun") if "Plur" in form.features)
    return base


@lru_cache(maxsize=16_384)
def _agreeing(word: str) -> Element:
    """An adjective in any gender and number; another word as it is."""
    base = _fixed(word)
    if base is None:
        return None
    lemmas = [each.lemma for each in _readings(word) if each.pos == "adj" and not {"Cmp", "Sup"} & set(each.features)]
    bent = (form for lemma in lemmas for form in forms(lemma, "adj") if not {"Cmp", "Sup"} & form.features)
    return base | _texts(bent)


@lru_cache(maxsize=16_384)
def _agreeing_determiner(word: str) -> Element:
    base = _agreeing(word)
    if base is None or _pos(word) not in ("det", "pron"):
        return base
    lemma = _readings(word)[0].lemma
    return base | _texts(forms(lemma, "det")) | _texts(forms(lemma, "pron"))


@lru_cache(maxsize=16_384)
def _bent_verb(word: str) -> Element:
    """Every form of a verb but the adjectives made of it; of a copula, those of the other one too."""
    if word in _COPULAS:
        return _COPULAS[word]
    bent = (
        form
        for form in forms(word, "verb")
        if not {"Def", "Plur", "Adj"} & form.features and not ("Pass" in form.features and _is_lemma(form.text))
    )  # "finnes" is a verb of its own
    return frozenset({word}) | _texts(bent) | _SPELLINGS.get(word, frozenset())


@lru_cache(maxsize=16_384)
def _any_tense(word: str) -> Element:
    best = _readings(word)[0]
    if not {"Pres", "Past"} & set(best.features):
        return frozenset({word})
    if best.lemma in _COPULAS:
        return _COPULAS[best.lemma]
    bent = (
        form
        for form in forms(best.lemma, "verb")
        if {"Pres", "Past", "Inf"} & form.features and "Adj" not in form.features
    )
    return frozenset({word}) | _texts(bent)


def _texts(found: Iterator[Form] | Sequence[Form]) -> frozenset[str]:
    return frozenset(form.text for form in found)
