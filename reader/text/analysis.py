"""The dictionary form, word class and grammatical features of a word form, out of context.

The rules are asked in the order of `_CHAIN`; the first that answers is believed. Unknown words become compounds
by their last member, then fall to suffix rules, and in the end stand for themselves: the answer is never empty.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from reader.text.compounds import last_member
from reader.text.folding import folded
from reader.text.languages import Readings, readings_of
from reader.text.lexicon import entries
from reader.text.names import name_stem


class Analysis(NamedTuple):
    """One way to read a word form."""

    lemma: str
    pos: str
    """UD tag in lower case: noun, verb (auxiliaries too), adj, adv, propn, pron, det, adp, …"""
    features: tuple[str, ...] = ()
    """UD values: Ind Def Sing Plur Gen, Inf Pres Past Imp Part Pass, Cmp Sup, Nom Acc."""
    weight: int = 0
    """How unlikely this reading is without context, in half bits; 0 is certain."""


OPEN = frozenset({"noun", "verb", "adj", "adv", "propn", "intj", "x"})
"""Word classes whose dictionary readings stay beside those set by hand."""
UNLIKE_PARTICIPLE = 30
"""Half bits by which an adjective may lead and still be the verb's participle."""
GUESSED = 20
"""Weight of readings found by rule where the dictionary has others."""


@lru_cache(maxsize=65_536)
def analyses(form: str, language: str = "nb") -> tuple[Analysis, ...]:
    """Every reading of a form, likeliest first; at least one. A capital tells a name from a word where both exist."""
    word = folded(form)
    data = readings_of(language)
    for rule in _CHAIN:
        if found := rule(form, word, data):
            return found
    return (Analysis(name_stem(form, data)[0], "propn" if form[:1].isupper() else "x"),)


def lemma(form: str, pos: str | None = None, language: str = "nb") -> str:
    """The best guess at the dictionary form, of a word class if one is given; never empty for a non-empty form."""
    options = analyses(form, language)
    if pos is not None:
        wanted = {"aux": "verb"}.get(pos.lower(), pos.lower())
        options = tuple(option for option in options if option.pos == wanted) or options
    return options[0].lemma or form


def _known(_: str, word: str, data: Readings) -> tuple[Analysis, ...]:
    """By hand, then the dictionary; a genitive reading beside them."""
    own = tuple(Analysis(*reading) for reading in data.readings.get(word, ()))
    closed = {option.lemma + option.pos for option in own}
    book = tuple(
        Analysis(entry.lemma, entry.pos, entry.features, entry.weight + (GUESSED if own else 0))
        for entry in (entries(word) if data.dictionary else ())
        if entry.pos != "prefix" and (not own or (entry.pos in OPEN and entry.lemma + entry.pos not in closed))
    )
    if not own and not book:
        dotted = entries(word + ".") if data.dictionary and word.isalpha() else ()
        return tuple(Analysis(entry.lemma, entry.pos, entry.features) for entry in dotted)
    book = _participles(book)
    rest = _genitive(word, word, data) if word.endswith("s") and not own else ()
    found = own + book + tuple(option._replace(weight=option.weight + 12) for option in rest)
    return tuple(sorted(found, key=lambda option: (option.weight, option.lemma != word)))


def _participles(options: tuple[Analysis, ...]) -> tuple[Analysis, ...]:
    """"bekymret", "utsatt": where the dictionary has both the adjective and the verb's participle, the verb leads."""
    plain = [option for option in options if option.pos == "adj" and not option.features]
    verbs = [option for option in options if {"Part", "Past"} <= set(option.features)]
    if not verbs or not plain or not any("Part" in entry.features for entry in entries(plain[0].lemma)):
        return options
    best = min(option.weight for option in verbs + plain)
    if min(option.weight for option in verbs) > best + UNLIKE_PARTICIPLE:
        return options
    return tuple(
        option._replace(weight=best + (2 if option in verbs else 4)) if option in verbs or option in plain else option
        for option in options
    )


def _genitive(_: str, word: str, data: Readings) -> tuple[Analysis, ...]:
    """"bøkenes", "hus’", "Lars'": the reading without the ending, for nouns, adjectives used as nouns, and numbers."""
    bare = word.rstrip("'")
    bare = bare[:-1] if bare.endswith("s") and (bare == word or bare[:-1].endswith("'")) else bare
    bare = bare.rstrip("'")
    if bare == word or len(bare) < 2:  # "ås", "is"
        return ()
    return tuple(
        option._replace(features=(*option.features, "Gen"))
        for option in _known("", bare, data)
        if option.pos in ("noun", "adj", "det", "propn", "num", "pron") and "Gen" not in option.features
    )


def _old_spelling(_: str, word: str, data: Readings) -> tuple[Analysis, ...]:
    """"naar", "gaa", "fölge": aa for å, Swedish and German letters."""
    modern = word.replace("aa", "å").replace("ö", "ø").replace("ä", "æ")
    return _known("", modern, data) or _genitive("", modern, data) if modern != word else ()


def _name(form: str, key: str, data: Readings) -> tuple[Analysis, ...]:
    """A capital on a word that no rule above knows: a name, its genitive taken off."""
    if not form[:1].isupper() or form.rpartition("-")[2][:1].islower():
        return ()
    stem, genitive = name_stem(form, data)
    name = Analysis(stem, "propn", ("Gen",) if genitive else ())
    words = _compound(form, key, data) if len(form) > 9 and form[1:].islower() else ()
    return (name, *(option._replace(weight=option.weight + 3) for option in words))


def _hyphenated(form: str, _: str, data: Readings) -> tuple[Analysis, ...]:
    """"CIA-direktøren", "17-åringene": the last member bends, the rest stays as written."""
    head, sign, last = form.rpartition("-")
    if not sign or not last or not head:
        return ()
    if last[:1].isupper():
        return ()
    key = folded(last)
    found = next(filter(None, (rule(last, key, data) for rule in (_known, _genitive, _compound, _suffix))), ())
    return tuple(
        option._replace(lemma=f"{head}-{option.lemma}") for option in found if option.pos in ("noun", "adj", "verb")
    )


def _compound(_: str, word: str, data: Readings) -> tuple[Analysis, ...]:
    """"fredsforhandlingene": the last member's readings with the rest before them."""
    for candidate, genitive in ((word, False), (word[:-1], True)) if word.endswith("s") else ((word, False),):
        head, last = last_member(candidate) if data.dictionary else ("", "")
        if not last:
            continue
        return tuple(
            option._replace(lemma=head + option.lemma, features=option.features + (("Gen",) if genitive else ()))
            for option in _known("", last, data)
            if option.pos in ("noun", "adj", "verb") and option.features != ("Imp",)
        )
    return ()


def _nynorsk(_: str, word: str, data: Readings) -> tuple[Analysis, ...]:
    """"kastar", "dagane", "vanskelege": the Bokmål form with the corresponding ending is in the lexicon."""
    found = []
    for ending, bokmal, pos in data.counterparts:
        if not word.endswith(ending) or len(word) - len(ending) < 2:  # "e-ar"
            continue
        stem = word.removesuffix(ending)
        for entry in entries(stem + bokmal):
            if entry.pos == pos and entry.features != ("Imp",):
                lemma_ = entry.lemma.replace("lig", "leg") if "leg" in ending else entry.lemma
                lemma_ = lemma_.removesuffix("het") + "heit" if "heit" in ending else lemma_
                lemma_ = lemma_.removesuffix("ende") + "ande" if ending == "ande" else lemma_
                found.append(Analysis(lemma_, pos, entry.features, entry.weight))
    return tuple(sorted(dict.fromkeys(found), key=lambda option: option.weight))


def _radical(_: str, word: str, data: Readings) -> tuple[Analysis, ...]:
    """"opplevet", "kjøpede": older and radical past endings on a verb that the dictionary bends otherwise."""
    for ending in ("ede", "ete", "et", "a"):
        stem = word.removesuffix(ending) + "e"
        if word.endswith(ending) and data.dictionary and any(
            entry.pos == "verb" and "Inf" in entry.features for entry in entries(stem)
        ):
            return (Analysis(stem, "verb", ("Past",)), Analysis(stem, "verb", ("Part", "Past"), 2))
    return ()


def _suffix(_: str, word: str, data: Readings) -> tuple[Analysis, ...]:
    """The endings of the language's table."""
    for ending, becomes, pos, features in data.suffixes:
        if word.endswith(ending) and len(word) - len(ending) >= 3:  # a stem has three letters
            return (Analysis(word[: len(word) - len(ending)] + becomes, pos, features, 2),)
    return ()


def _itself(form: str, word: str, _: Readings) -> tuple[Analysis, ...]:
    """Numbers, abbreviations, foreign words."""
    if form.islower() and word.isalpha():
        return (Analysis(word, "noun", ("Ind", "Sing"), 2),)
    return ()


_CHAIN: tuple[Callable[[str, str, Readings], tuple[Analysis, ...]], ...] = (
    _known,  # "bøker" → bok: before any suffix, which would say "bøk"
    _genitive,  # "bøkenes" → bok
    _nynorsk,  # "dagane" → dag, by Bokmål "dagene"
    _old_spelling,  # "naar" → når
    _hyphenated,  # "CIA-direktøren" → CIA-direktør: before names, which would keep it whole
    _name,  # "Zelenskyjs" → Zelenskyj: before compounds, which find words in any name
    _radical,  # "opplevet" → oppleve
    _compound,  # "fredsforhandlingene" → fredsforhandling
    _suffix,  # "bloggingen" → blogging
    _itself,
)
