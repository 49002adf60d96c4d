"""Which of the glossary's entries a word is in its sentence, for a gloss: the one that agrees with its reading.

The matcher decides by the words beside (`context`), fast enough for a book; a gloss asks `text.lemmas_in`, which has
read the whole sentence, and takes the matcher's word only where the reading settles nothing.
"""

from __future__ import annotations

from typing import Final

from reader import text
from reader.model import Entry, How, TermMatch
from reader.terms.glossary import Glossary
from reader.terms.grammar import Grammar, words
from reader.terms.subjects import has_infinitive, is_passive, subject, verb_before

_OPEN: Final = frozenset({"noun", "verb", "adj", "adv"})
_NEAR: Final = {"aux": "verb"}
_MODALS: Final = frozenset({"kunne", "skulle", "ville", "måtte", "burde", "få", "vilje", "vilja"})
_PASSIVE: Final = frozenset({"bli", "være", "verte", "vere"})
_COPULAR: Final = frozenset(
    word
    for line in (
        "være vere bli verte virke verke føles kjennes synes se gjøre gjere holde halde stå ligge ha finne få smake",
        "kjenne føle lukte koste",
    )
    for word in line.split()
)
"""Verbs whose adjective says something of a subject or an object, not of what is done."""
_ADVERBS: Final = {
    "good": "well", "short": "briefly", "brief": "briefly", "big": "greatly", "great": "greatly", "huge": "hugely",
    "whole": "wholly", "full": "fully", "true": "truly", "other": "otherwise",
    **{same: same for same in words("fast hard high long late early low deep straight far near little much more")},
}  # fmt: skip
_ENDINGS: Final = ("t", "ig", "som", "lig", "vis")


def chosen(at: int, match: TermMatch | None, glossary: Glossary, grammar: Grammar, language: str) -> Entry | None:
    """The entry of a word; None when no entry has it."""
    reading, token = grammar.readings[at], grammar.tokens[at]
    first = match.entry if match else None
    if match is not None and match.how is How.COMPOUND:
        return first
    if reading.pos not in _OPEN and first is not None and first.pos not in _OPEN:
        return first
    if first is None and not token.text.islower() and at and grammar.tokens[at - 1].kind == "word":
        return None  # the matcher takes it for a name
    found = [*((match.entry, *match.alternatives) if match else ()), *glossary.lookup(token.text, language)]
    found = list(dict.fromkeys(found))
    if not any(agrees(entry, reading) for entry in found) and text.folded(reading.lemma) != text.folded(token.text):
        found += glossary.lookup(reading.lemma, language)
    own = [entry for entry in found if agrees(entry, reading) and not entry.case]
    if reading.pos == "adj" and is_adverbial(at, grammar):
        form = text.folded(token.text)
        adverb = next((each for each in found if each.pos == "adv" and text.folded(each.lemma) == form), None)
        return adverb or (own[0] if own else first)
    if reading.pos == "verb" and len(own) > 1:
        wanted = "aux" if is_auxiliary(at, grammar) else "verb"
        own = [entry for entry in own if entry.pos == wanted] or own
    if not own and reading.pos == "adj":  # dictionaries differ on small words: "lite hjelp"
        own = [entry for entry in found if entry.pos in ("adv", "det") and text.folded(entry.lemma) == reading.lemma]
    if first is None and not own:
        return found[0] if found and reading.pos != "propn" else None
    return first if first in own else own[0] if own else first


def agrees(entry: Entry, reading: text.Analysis) -> bool:
    """Whether a reading is of the entry's word: lemma and word class."""
    if _NEAR.get(entry.pos, entry.pos) != reading.pos:
        return False
    lemma = reading.lemma
    if lemma == entry.lemma or lemma in entry.nynorsk:
        return True
    return text.folded(entry.lemma) == text.folded(lemma)


def is_auxiliary(at: int, grammar: Grammar) -> bool:
    """Whether a verb has another verb to help: "kan klage", "ble funnet", "har sett"."""
    lemma = grammar.readings[at].lemma
    if lemma in _PASSIVE or lemma == "ha":
        return is_passive(grammar, at)
    return lemma in _MODALS and has_infinitive(grammar, at)


def is_adverbial(at: int, grammar: Grammar) -> bool:
    """Whether an adjective's form says how or how much: "lo kort", "veldig kaldt", "steget kraftig"."""
    word, reading = grammar.word(at), grammar.readings[at]
    if {"Plur", "Def", "Cmp", "Sup", "Part"} & set(reading.features) or not word.endswith(_ENDINGS):
        return False
    after = grammar.pos(at + 1)
    if after in ("adj", "adv") or (after == "verb" and grammar.has(at + 1, "Part")):
        return after != "adj" or grammar.pos(at + 2) != "noun" or word.endswith("ig")
    if after == "noun" and not grammar.has(at + 1, "Def"):
        return False
    before = grammar.word(at - 1)
    if grammar.pos(at - 1) in ("adp", "det", "num") or before in ("noe", "noko", "mye", "lite", "hva", "den"):
        return before == "den" and not grammar.is_article(at - 1) and _acts(at, grammar)
    return _acts(at, grammar)


def _acts(at: int, grammar: Grammar) -> bool:
    """Whether the verb before is one of doing."""
    verb = verb_before(grammar, at)
    if verb is None or grammar.readings[verb].lemma in _COPULAR:
        return False
    if grammar.is_finite(verb):
        found = subject(grammar, verb)
        return found is None or not found.head <= at <= found.last
    return True


def adverb(gloss: str) -> str:
    """The English adverb of an adjective."""
    if gloss in _ADVERBS:
        return _ADVERBS[gloss]
    if " " in gloss or gloss.endswith(("ly", "ed")) or not gloss.isalpha():
        return gloss
    if gloss.endswith("y"):
        return gloss[:-1] + "ily"
    if gloss.endswith("le"):
        return gloss[:-1] + "y"
    return gloss + ("ally" if gloss.endswith("ic") else "ly")


_MOVING: Final = frozenset({"bli", "verte", "komme", "kome", "gå", "reise", "dra", "flytte", "falle", "begynne"})


def is_perfect(at: int, grammar: Grammar) -> bool:
    """Whether a form of være stands for have: "var blitt kald", "er gått hjem"."""
    if grammar.readings[at].lemma not in ("være", "vere"):
        return False
    for place in range(at + 1, min(at + 5, len(grammar.spelt))):
        if grammar.pos(place) == "verb":
            return grammar.has(place, "Part") and grammar.readings[place].lemma in _MOVING
        if grammar.pos(place) in ("punct", "adp", "cconj", "sconj"):
            return False
    return False
