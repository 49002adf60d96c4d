"""What may vary in a term of several words, and what may not.

"sunn fornuft" bends in both words, "ta seg tid" in its verb alone ("tok seg tida" is another matter), "i tillegg til"
nowhere. The word class of the entry decides: a noun bends up to its first preposition, a verb phrase in its verb and
in predicative adjectives, a saying in the tense of its verbs, anything else not at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader import text
from reader.terms.elements import (
    COPULAS_OF,
    Element,
    agreeing,
    agreeing_determiner,
    any_tense,
    bent_noun,
    bent_verb,
    fixed,
    is_infinitive,
    readings,
    word_class_of,
)

_CLAUSES = frozenset({"hvor", "hva", "hvem", "hvordan", "der", "som", "at", "når"})
_ARTICLES = frozenset({"en", "ei", "et", "den", "det", "de"})


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
    yield Pattern(tuple(fixed(word) for word in words))


def _noun_phrase(words: Sequence[str]) -> Iterator[Pattern]:
    """Bends up to its first preposition or conjunction: "spørsmål om tid", "sosiale medier"."""
    if len(words) > 2 and words[0] in _ARTICLES:
        yield from _noun_phrase(words[1:])
        if words[0] in ("en", "ei", "et"):
            return
    end = next(
        (
            place
            for place, word in enumerate(words)
            if place and word_class_of(word) in ("adp", "cconj", "sconj", "part")
        ),
        len(words),
    )
    head = end - 1
    elements: list[Element] = []
    for place, word in enumerate(words):
        if place == head:
            elements.append(bent_noun(word))
        else:
            elements.append(agreeing(word) if place < head else fixed(word))
    yield Pattern(tuple(elements))


def _verb_phrase(words: Sequence[str]) -> Iterator[Pattern]:
    """Bends in its verb, in a verb after "og", and in adjectives: "er klare over", "gikk og la seg"."""
    verb = next((place for place, word in enumerate(words) if is_infinitive(word, likely=place > 0)), -1)
    if verb < 0:
        yield from _fixed_phrase(words)
        return
    elements: list[Element] = []
    for place, word in enumerate(words):
        if place == verb or (place > 1 and words[place - 1] == "og" and is_infinitive(word)):
            elements.append(bent_verb(word))
        else:
            elements.append(_inside_verb_phrase(word, words[verb + 1 : place]))
    yield Pattern(tuple(elements), verb)
    if words[verb] in COPULAS_OF and word_class_of(words[-1]) == "adp" and len(words) > verb + 2:
        other = COPULAS_OF["være" if words[verb] == "bli" else "bli"]
        yield Pattern((*elements[:verb], other, *elements[verb + 1 :]), verb, 1)
    if verb == 1 and words[0] == "ikke":  # "ikke se skogen" is "ser ikke skogen" in a main clause
        yield Pattern((elements[1], elements[0], *elements[2:]), 0)


def _inside_verb_phrase(word: str, before: Sequence[str]) -> Element:
    """Adjectives agree, finite verbs of a clause inside take any tense: "vise hvor skapet skal stå"."""
    of = word_class_of(word)
    if of == "verb" and not _CLAUSES.isdisjoint(before) and {"Pres", "Past"} & set(readings(word)[0].features):
        return any_tense(word)
    return agreeing(word) if of == "adj" else fixed(word)


def _adjective_phrase(words: Sequence[str]) -> Iterator[Pattern]:
    yield Pattern(tuple(agreeing(word) if word_class_of(word) == "adj" else fixed(word) for word in words))


def _determiner_phrase(words: Sequence[str]) -> Iterator[Pattern]:
    """Its determiners and adjectives agree with the noun: "hvilket som helst", "noe slikt"."""
    yield Pattern(tuple(agreeing_determiner(word) for word in words))


def _saying(words: Sequence[str]) -> Iterator[Pattern]:
    """Its verbs take any tense."""
    yield Pattern(tuple(any_tense(word) if word_class_of(word) == "verb" else fixed(word) for word in words))


_BUILDERS = {
    "noun": _noun_phrase, "propn": _fixed_phrase, "verb": _verb_phrase, "aux": _verb_phrase, "adj": _adjective_phrase,
    "phrase": _saying, "det": _determiner_phrase, "pron": _determiner_phrase,
}  # fmt: skip
