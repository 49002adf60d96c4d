"""Cutting a Norwegian compound into its members, by the lexicon.

Joints are nothing, -s-, -e- or a hyphen. The fewest members win; among equals the more frequent ones. A cut must
leave members of at least three letters (a few shorter ones are listed), and none from a list of look-alikes.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from reader.model import Span
from reader.text.folding import folded
from reader.text.lexicon import Entry, entries, zipf


class Part(NamedTuple):
    """One member of a compound."""

    span: Span
    """Offsets in the word as it was given; the joint belongs to no member."""
    text: str
    lemma: str
    pos: str


SHORTEST = 3
SHORT_MEMBERS = frozenset({"by", "øy", "is", "øl", "ny", "ti", "to", "tv", "il", "år", "bi", "rå"})
"""First members of two letters that are no accident."""
_LOOK_ALIKES = """
ing ning ling else elses het heter lig isk ere ene ens ert ende eren eri ist dom sel som ske ste sten ter ner ler
ver per den det der die des ses sen sene ser set net nen ren ret rer res lene les let rene tene tes tet ted ure ute
ate ent ant ans enne ense ine ite ive ion ons ium ius aner asje men mer mes bel abel ibel est este ell elle eller
ern erne iste isme ikk ikke inn inne inner end ande ang ange age ask ale als alt ass ave heten heta gen gens ger
gene get fer fen bere ber ben bens nde sje skje sjon sjons itet ide via han hun meg deg seg oss mine sier ville være
når gjør tar lar vil kan også gi si se ta stre te
"""
LOOK_ALIKES = frozenset(_LOOK_ALIKES.split())
"""Words, endings and foreign pieces that would cut simple words to bits."""
_FIRST = frozenset({"noun", "adj", "verb", "prefix", "adp", "adv", "num", "propn"})
_LAST = frozenset({"noun", "adj", "verb"})
_WORST = 99.0


def compound(word: str, *, even_known: bool = False) -> tuple[Part, ...]:
    """The members of a compound, or () when it is none. A word of the lexicon is taken whole unless `even_known`."""
    key = folded(word)
    if not even_known and entries(key):
        return ()
    cuts = _best(key)
    if len(cuts) < 2:  # one member is no compound
        return ()
    places = _places(word, key)
    return tuple(
        Part(Span(places[a], places[b]), word[places[a] : places[b]], *_member(key[a:b], last=index == len(cuts) - 1))
        for index, (a, b) in enumerate(cuts)
    )


def last_member(word: str) -> tuple[str, str]:
    """(everything before the last member, the last member) of a folded word; ("", "") when it is no compound."""
    cuts = _best(word)
    return (word[: cuts[-1][0]], word[cuts[-1][0] :]) if len(cuts) > 1 else ("", "")


@lru_cache(maxsize=16_384)
def _best(word: str) -> tuple[tuple[int, int], ...]:
    """The places of the members of a folded word."""
    if len(word) < 2 * SHORTEST or not word.replace("-", "").isalpha():
        return ()
    cost, cuts = _split(word, 0, 3)
    return cuts if cost < _WORST else ()


def _split(word: str, start: int, depth: int) -> tuple[float, tuple[tuple[int, int], ...]]:
    """(cost, members) of the cheapest way to cut `word[start:]` into a first member and the rest."""
    best: tuple[float, tuple[tuple[int, int], ...]] = (_WORST, ())
    for end in range(start + 2, len(word) - SHORTEST + 1):
        first = word[start:end]
        price = _first_cost(first)
        if price >= _WORST:
            continue
        for joint, toll in _joints(word, start, end):
            rest_at = end + joint
            if len(word) - rest_at < SHORTEST:
                continue
            last = _last_cost(word[rest_at:])
            if price + toll + last < best[0]:
                best = (price + toll + last, ((start, end), (rest_at, len(word))))
            elif depth > 2:  # three members at most: more are nearly always accidents
                further, cuts = _split(word, rest_at, depth - 1)
                if price + toll + further + 6 < best[0]:
                    best = (price + toll + further + 6, ((start, end), *cuts))
    return best


def _joints(word: str, start: int, end: int) -> list[tuple[int, float]]:
    """(characters that join, cost) possible after a first member."""
    found = [(0, 0.0)]
    if word[end] == "s" and word[end - 1] not in "sxz":
        found.append((1, 0.2))
    if word[end] == "-":
        found.append((1, 0.0))
    if word[end] == "e" and end - start >= SHORTEST:
        found.append((1, 1.5))
    if word[end - 1] == word[end - 2]:
        found.append((-1, 1.0))  # "busstopp": of three like letters two are written
    return found


@lru_cache(maxsize=32_768)
def _first_cost(member: str) -> float:
    """What a first member costs; a lemma, never an inflected form."""
    if (len(member) < SHORTEST and member not in SHORT_MEMBERS) or member in LOOK_ALIKES:
        return _WORST
    for entry in entries(member):
        if entry.pos in _FIRST and (entry.lemma == member or entry.pos == "prefix" or _is_stem(entry, member)):
            return 8 - zipf(member) * (1.0 if entry.pos == "noun" else 0.9) + (3 if len(member) == SHORTEST else 0)
    return _WORST


def _is_stem(entry: Entry, member: str) -> bool:
    """The stem of a verb: "skriv" of skrive, as in skrivfeil."""
    return entry.pos == "verb" and entry.features == ("Imp",) and len(member) > SHORTEST


@lru_cache(maxsize=32_768)
def _last_cost(member: str) -> float:
    """What a last member costs; any form of a noun, adjective or verb."""
    if member in LOOK_ALIKES:
        return _WORST
    found = [entry for entry in entries(member) if entry.pos in _LAST and entry.features != ("Imp",)]
    if not found:
        return _WORST
    best = found[0]
    frequency = max(zipf(member), zipf(folded(best.lemma)) - 0.5)
    return 8 - frequency + (0 if best.pos == "noun" else 1.5) + (3 if len(member) == SHORTEST else 0)


def _member(text: str, *, last: bool) -> tuple[str, str]:
    """(lemma, pos) of a member."""
    wanted = _LAST if last else _FIRST
    options = [entry for entry in entries(text) if entry.pos in wanted]
    if not last:
        options = [entry for entry in options if entry.lemma == text or entry.pos == "prefix"] or options
    options.sort(key=lambda entry: entry.pos != "noun")
    return (options[0].lemma, options[0].pos) if options else (text, "x")


def _places(word: str, key: str) -> list[int]:
    """For each character of the folded word, and its end, the offset in the word as written."""
    if len(word) == len(key):
        return list(range(len(word) + 1))
    places: list[int] = []
    for index in range(len(word)):
        if len(folded(word[: index + 1])) > len(places):
            places.append(index)
    while len(places) <= len(key):
        places.append(len(word))
    for index, place in enumerate(places):
        while places[index] < len(word) and unicodedata.combining(word[places[index]]):
            places[index] = place = place + 1
    return places
