"""What a spelling can be in the glossary: worked out once, then looked up.

Forms come from the compiled index; genitives, compounds, hyphens and old spellings are tried for what is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reader import text
from reader.model import Entry, How
from reader.terms import heads
from reader.terms.compiled import fit
from reader.terms.index import OUTSIDE, Compiled
from reader.terms.trie import Node, Openers, Trie
from reader.terms.wordclass import signature
from reader.text import Analysis, Token, lexicon
from reader.text.languages import readings_of

EXACT, INFLECTED, OLD, COMPOUND, HYPHENATED = 1.0, 0.95, 0.9, 0.6, 0.7
"""Confidence by how a word was recognised."""


class Option(NamedTuple):
    """One entry that a form may be."""

    entry: Entry
    how: How
    confidence: float
    reason: str
    weight: int = 0
    """How unlikely it is without context, in half bits."""


Answer = tuple[Entry, How, float, str, tuple[Entry, ...]]
"""What a word is: entry, how recognised, confidence, reason, and what else it could be."""


@dataclass(slots=True, eq=False)
class Word:
    """A spelling, and what it can be."""

    text: str
    folded: str
    options: tuple[Option, ...]
    """Entries of one word, the likeliest first."""
    settled: Answer | None
    """What it is wherever it stands; None when its neighbours or its capital must be asked."""
    open: bool
    """Its neighbours must decide: there are several entries, or a reading that no entry has is about as likely."""
    outside: bool
    """There is such a reading."""
    proper: tuple[Option, ...]
    """Those that may be meant when the capital stands inside a sentence."""
    atoms: tuple[int, ...]
    """Places of multiword terms where it may stand."""
    genitive: tuple[int, ...]
    """Places at the end of a multiword term where it may stand with a genitive -s."""
    nodes: tuple[Node, ...]
    """Where the terms that begin with it go on."""
    nexts: frozenset[int]
    """The atoms with which they do."""
    openers: Openers | None
    """Terms that it may begin with other words between their parts."""
    capital: bool
    upper: bool
    """Two letters or more, all capitals."""
    ends: bool
    """A sign that no term reaches across."""
    links: bool
    """That too, or a comma, or a word that begins another clause or phrase (og, at, som, å): few terms reach across."""
    left: str
    right: str
    """What it says to the word after it, and to the word before it: see `wordclass.signature`."""
    decided: dict[tuple[str, str, bool], Answer | None] = field(default_factory=dict)
    """What context made of it, by its neighbours."""
    readings: list[tuple[Option | None, list[tuple[int, Analysis]]]] = field(default_factory=list)
    """Whose its readings are, with their weights; filled when context is first asked."""


def answer(options: Sequence[Option], confidence: float | None = None) -> Answer:
    """The first option as what the word is, the others as what it could be."""
    entry, how, own, reason, _ = options[0]
    return entry, how, own if confidence is None else confidence, reason, tuple(each.entry for each in options[1:])


class Lexis:
    """The words of a text, one spelling at a time."""

    def __init__(self, entries: Sequence[Entry], index: Compiled, trie: Trie, language: str) -> None:
        self._entries = entries
        self._index = index.singles
        self._nynorsk = index.nynorsk if language.startswith("nn") else {}
        self._atoms = index.atoms
        self._trie = trie
        self.known: dict[str, Word] = {}
        """Every spelling seen so far."""

    def word(self, token: Token) -> Word:
        """What a token can be."""
        spelling = token.text
        form = text.folded(spelling)
        options, outside = self._options(form) if token.kind == "word" else ((), False)
        options = tuple(option for option in options if _cased(option.entry, spelling))
        capital = spelling[:1].isupper() and not _HYPHENATED.search(spelling)
        bare = _without_genitive(form)
        atoms = tuple(self._atoms.get(form, ()))
        if self._nynorsk:
            atoms = tuple(dict.fromkeys((*atoms, *self._counterparts(form))))
        nodes = self._trie.nodes(atoms)
        left, right = signature(spelling, token.kind, options[0].entry.pos if options and not outside else "")
        if options and options[0].reason.startswith("genitive"):
            left = "D"
        found = self.known[spelling] = Word(
            spelling,
            form,
            options=options,
            settled=None if capital or outside or len(options) != 1 else answer(options),
            open=outside or len(options) > 1,
            outside=outside,
            proper=tuple(option for option in options if _is_name(option.entry)) if capital else (),
            atoms=atoms,
            genitive=tuple(self._atoms.get(bare, ())) if bare else (),
            nodes=nodes,
            nexts=frozenset(atom for node in nodes for atom in node),
            openers=self._trie.openers(atoms),
            capital=capital,
            upper=capital and len(spelling) > 1 and spelling.isupper(),
            ends=spelling in _ENDS,
            links=right == "L" or spelling == "," or spelling in _ENDS,
            left=left,
            right=right,
        )
        return found

    def _options(self, form: str) -> tuple[tuple[Option, ...], bool]:
        """(entries, whether another word is as likely) of a folded form."""
        if form in self._nynorsk:
            return tuple(self._others(self._nynorsk[form], How.EXACT, EXACT, "Nynorsk for {}")), False
        own = readings_of("nn").readings.get(form, ()) if self._nynorsk else ()
        numbers = [] if own and own[0][0] != form and own[0][0] in self._nynorsk else self._singles(form)
        past = self._weak_past(form) if self._nynorsk and numbers else ()
        if past:
            return (*past, *self._listed(form, [number for number in numbers if number != OUTSIDE], alone=False)), False
        if numbers:
            outside = numbers[-1] == OUTSIDE
            return tuple(self._listed(form, numbers[:-1] if outside else numbers, alone=len(numbers) == 1)), outside
        for reading in text.analyses(form, "nn") if self._nynorsk else ():
            if reading.lemma in self._nynorsk:
                found = self._others(self._nynorsk[reading.lemma], How.INFLECTED, INFLECTED, "Nynorsk for a form of {}")
                return tuple(found), False
        bare = _without_genitive(form)
        numbers = [number for number in self._singles(bare) if self._takes_genitive(number)] if bare else []
        if numbers and not self._is_another_word(form):
            return tuple(self._others(numbers, How.INFLECTED, INFLECTED, "genitive of {}")), False
        modern = form.replace("aa", "å")
        if modern != form and self._singles(modern):
            return tuple(self._others(self._singles(modern), How.INFLECTED, OLD, "old spelling of {}")), False
        for reading in text.analyses(form, "nn")[:1] if self._nynorsk else ():
            numbers = [n for n in self._singles(reading.lemma) if n != OUTSIDE and self._entries[n].pos == reading.pos]
            if numbers and reading.lemma != form:
                return tuple(self._others(numbers, How.INFLECTED, INFLECTED, "Nynorsk for a form of {}")), False
        return self._headed(form), False

    def _weak_past(self, form: str) -> tuple[Option, ...]:
        """Verbs in -e whose Nynorsk past in -a looks like a plural noun: "det han sjølv kalla", "steinane rasa ut"."""
        best = text.analyses(form)[0]
        if not form.endswith("a") or best.pos != "noun" or not {"Plur", "Def"} <= set(best.features):
            return ()
        stem = form[:-1]
        if "verb" in (reading.pos for reading in text.analyses(stem + "de")):
            return ()  # "bygga": bygge has bygde
        verbs = [n for n in self._singles(stem + "e") if n != OUTSIDE and self._entries[n].pos == "verb"]
        return tuple(self._others(verbs, How.INFLECTED, INFLECTED, "Nynorsk for a form of {}"))

    def _counterparts(self, form: str) -> Iterator[int]:
        """The atoms of the Bokmål words that a Nynorsk form is: "teke" stands where "tatt" does."""
        lemmas = dict.fromkeys((form, *(reading.lemma for reading in text.analyses(form, "nn")[:2])))
        for number in dict.fromkeys(number for lemma in lemmas for number in self._nynorsk.get(lemma, ())):
            yield from self._atoms.get(text.folded(self._entries[number].lemma), ())

    def _singles(self, form: str) -> list[int]:
        found = self._index.get(form)
        return [] if found is None else found if isinstance(found, list) else [found]

    def _listed(self, form: str, numbers: Sequence[int], *, alone: bool) -> Iterator[Option]:
        readings = () if alone else text.analyses(form)
        for number in numbers:
            entry = self._entries[number]
            exact = text.folded(entry.lemma) in (form, f"{form}.")
            weight = fit(entry, form, readings) if readings else 0
            reason = "" if exact else f"inflected form of {entry.lemma}"
            yield Option(entry, How.EXACT if exact else How.INFLECTED, EXACT if exact else INFLECTED, reason, weight)

    def _others(self, numbers: Sequence[int], how: How, confidence: float, reason: str) -> Iterator[Option]:
        for number in numbers:
            if number != OUTSIDE:
                entry = self._entries[number]
                yield Option(entry, how, confidence, reason.format(entry.lemma))

    def _takes_genitive(self, number: int) -> bool:
        return number != OUTSIDE and self._entries[number].pos in ("noun", "propn", "adj", "pron", "det", "num", "")

    def _is_another_word(self, form: str) -> bool:
        """Whether a form in -s is in the dictionary as something else than a genitive."""
        best = text.analyses(form)[0]
        if not lexicon.entries(form) and text.folded(best.lemma) == form:
            return False  # a guess: "fns"
        return "Gen" not in best.features and best.pos != "propn" and best.weight < 12 and not form.endswith("'")

    def _headed(self, form: str) -> tuple[Option, ...]:
        found = heads.head(form, self._heads_of)
        if found is None:
            return ()
        reason = f"compound: {found.first} + {found.last}"
        confidence = HYPHENATED if found.hyphen else COMPOUND
        return tuple(self._others(self._heads_of(found.last)[:1], How.COMPOUND, confidence, reason))

    def _heads_of(self, form: str) -> list[int]:
        """Entries that a last member may be: nouns and adjectives."""
        return [n for n in self._singles(form) if n != OUTSIDE and self._entries[n].pos in ("noun", "adj", "")]


_HYPHENATED = re.compile(r"-[^\W\dA-ZÆØÅ]{3,}$")
"""A capital before such an ending is no name's: "CIA-direktør", "Nato-land"."""
_ENDS = frozenset(".:;?!…–—()[]")


def _without_genitive(form: str) -> str:
    """ "usas", "hus'", "nav's" without their ending; "" for a form that has none."""
    for ending in ("'s", "'", "s"):
        if form.endswith(ending) and len(form) > len(ending) + 1:
            return form[: -len(ending)]
    return ""


def _is_name(entry: Entry) -> bool:
    return entry.lemma[:1].isupper() or entry.pos == "propn"


def _cased(entry: Entry, spelling: str) -> bool:
    """Whether the capitals are as an entry with `case` has them; other entries don't mind."""
    if not entry.case:
        return True
    if any(spelling.startswith(form) for form in (entry.lemma, *entry.forms)):
        return True
    return spelling.isupper() and len(entry.lemma) > 4
