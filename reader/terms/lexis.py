"""What a word form can be in the glossary: worked out once for each spelling, then looked up.

Forms come from the compiled index; genitives, compounds, hyphens and old spellings are tried for what is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.model import Entry, How
from reader.terms.compiled import OUTSIDE, Compiled, fit
from reader.terms.heads import Head, head
from reader.text.analysis import analyses
from reader.text.folding import folded

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


class Word(NamedTuple):
    """A spelling, and what it can be."""

    text: str
    folded: str
    options: tuple[Option, ...] = ()
    """Entries of one word, the likeliest first; more than one only when context must decide."""
    outside: bool = False
    """A reading that no entry has is about as likely."""
    proper: tuple[Option, ...] = ()
    """Those that may be meant when the capital stands inside a sentence."""
    atoms: tuple[int, ...] = ()
    """Places of multiword terms where it may stand."""
    genitive: tuple[int, ...] = ()
    """Places at the end of a multiword term where it may stand with a genitive -s."""
    capital: bool = False
    upper: bool = False
    """Two capitals or more, and no small letter."""


class Lexis:
    """The words of a text, one spelling at a time."""

    def __init__(self, entries: Sequence[Entry], index: Compiled, language: str) -> None:
        self._entries = entries
        self._singles = index.singles
        self._nynorsk = index.nynorsk if language.startswith("nn") else {}
        self._atoms = index.atoms
        self.known: dict[str, Word] = {}
        """Every spelling seen so far."""

    def word(self, text: str) -> Word:
        """What a spelling can be."""
        found = self.known.get(text)
        if found is None:
            found = self.known[text] = self._word(text)
        return found

    def _word(self, text: str) -> Word:
        form = folded(text)
        options, outside = self._options(form)
        capital = text[:1].isupper()
        upper = capital and len(text) > 1 and text.isupper()
        bare = _without_genitive(form)
        return Word(
            text, form,
            options=tuple(option for option in options if _cased(option.entry, text)),
            outside=outside,
            proper=tuple(option for option in options if _is_name(option.entry) and _cased(option.entry, text)) if capital else (),
            atoms=tuple(self._atoms.get(form, ())),
            genitive=tuple(self._atoms.get(bare, ())) if bare else (),
            capital=capital,
            upper=upper,
        )  # fmt: skip

    def _options(self, form: str) -> tuple[tuple[Option, ...], bool]:
        """(entries, whether another word is as likely) of a folded form."""
        numbers = self._singles.get(form)
        if numbers is not None:
            outside = numbers[-1] == OUTSIDE
            kept = numbers[:-1] if outside else numbers
            return tuple(self._listed(form, kept, alone=len(numbers) == 1)), outside
        if form in self._nynorsk:
            return tuple(self._others(self._nynorsk[form], How.EXACT, EXACT, "Nynorsk for {}")), False
        bare = _without_genitive(form)
        if bare in self._singles:
            fitting = [n for n in self._singles[bare] if n != OUTSIDE and self._entries[n].pos in _WITH_GENITIVE]
            known = [reading for reading in analyses(form) if "Gen" not in reading.features and reading.weight < 12]
            if fitting and not (known and known[0].pos != "propn" and analyses(form)[0] in known):
                return tuple(self._others(fitting, How.INFLECTED, INFLECTED, "genitive of {}")), False
        modern = form.replace("aa", "å")
        if modern != form and modern in self._singles:
            return tuple(self._others(self._singles[modern], How.INFLECTED, OLD, "old spelling of {}")), False
        return self._headed(form), False

    def _listed(self, form: str, numbers: Sequence[int], *, alone: bool) -> Iterator[Option]:
        readings = () if alone else analyses(form)
        for number in numbers:
            entry = self._entries[number]
            exact = folded(entry.lemma) == form
            weight = fit(entry, form, readings) if readings else 0
            reason = "" if exact else f"inflected form of {entry.lemma}"
            yield Option(entry, How.EXACT if exact else How.INFLECTED, EXACT if exact else INFLECTED, reason, weight)

    def _others(self, numbers: Sequence[int], how: How, confidence: float, reason: str) -> Iterator[Option]:
        for number in numbers:
            if number != OUTSIDE:
                entry = self._entries[number]
                yield Option(entry, how, confidence, reason.format(entry.lemma))

    def _headed(self, form: str) -> tuple[Option, ...]:
        found: Head | None = head(form, self._heads_of)
        if found is None:
            return ()
        reason = f"compound: {found.first} + {found.last}"
        confidence = HYPHENATED if found.hyphen else COMPOUND
        return tuple(self._others(self._heads_of(found.last)[:1], How.COMPOUND, confidence, reason))

    def _heads_of(self, form: str) -> list[int]:
        """Entries that a last member may be: nouns and adjectives."""
        numbers = self._singles.get(form, ())
        return [n for n in numbers if n != OUTSIDE and self._entries[n].pos in ("noun", "adj", "")]


_WITH_GENITIVE = frozenset({"noun", "propn", "adj", "pron", "det", "num", ""})


def _without_genitive(form: str) -> str:
    """ "usas", "hus'", "nav's" without their ending; "" for a form that has none."""
    for ending in ("'s", "'", "s"):
        if form.endswith(ending) and len(form) > len(ending) + 1:
            return form[: -len(ending)]
    return ""


def _is_name(entry: Entry) -> bool:
    return entry.lemma[:1].isupper() or entry.pos == "propn"


def _cased(entry: Entry, text: str) -> bool:
    """Whether the capitals are as an entry with `case` has them; other entries don't mind."""
    if not entry.case:
        return True
    return any(text.startswith(form) for form in (entry.lemma, *entry.forms)) or text.isupper() and len(entry.lemma) > 4  # noqa: PLR2004
