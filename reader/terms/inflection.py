"""All the forms that a dictionary form takes, for writing the index of the glossary.

The dictionary knows most; a compound bends like its last member, and what is left follows the regular endings.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from reader.text.compounds import compound
from reader.text.folding import folded
from reader.text.languages import readings_of
from reader.text.lexicon import bokmal, entries


class Form(NamedTuple):
    """An inflected form, folded, and what it expresses."""

    text: str
    features: frozenset[str]
    """UD values: Ind Def Sing Plur, Inf Pres Past Imp Part Pass, Cmp Sup."""


UNLIKELY = 24
"""Half bits: readings less likely than one in 4,000 are other words that share a spelling."""

_ENDINGS = {
    "noun": (
        ("en", "Def Sing"), ("a", "Def Sing"), ("et", "Def Sing"), ("er", "Ind Plur"), ("ene", "Def Plur"), ("ne", "Def Plur"),
    ),
    "verb": (
        ("r", "Pres"), ("er", "Pres"), ("et", "Past"), ("te", "Past"), ("de", "Past"), ("t", "Part Past"),
        ("s", "Pass"), ("es", "Pass"),
    ),
    "adj": (("e", "Plur"), ("t", "Neut Sing"), ("ere", "Cmp"), ("est", "Sup"), ("este", "Sup")),
}  # fmt: skip
"""Regular endings, on the lemma without its final -e."""


def forms(lemma: str, pos: str) -> tuple[Form, ...]:
    """The forms of a Bokmål lemma of a word class; the lemma itself comes first. Genitives are not among them."""
    word, wanted = folded(lemma), "verb" if pos == "aux" else pos
    known = _dictionary(word, wanted) or _closed(word, wanted)
    if not known and wanted in ("noun", "verb", "adj", "propn"):
        known = _like_last_member(word, wanted) or (_regular(word, wanted) if wanted != "propn" else ())
    own = any(form.text == word for form in known)
    return known if own else (Form(word, frozenset()), *known)


def _dictionary(word: str, pos: str) -> tuple[Form, ...]:
    found = {
        Form(text, frozenset(features))
        for entry in entries(word)
        if entry.pos == pos and entry.lemma == word and entry.weight < UNLIKELY
        for row in entry.paradigms
        for text, features in bokmal().paradigm(word, row)
        if _is_form(text, word, pos)
    }
    return tuple(sorted(found, key=lambda form: (form.text != word, form.text, sorted(form.features))))


def _is_form(text: str, lemma: str, pos: str) -> bool:
    """Not when the form is next to always another word: "været" of være is weather."""
    weights = [entry.weight for entry in entries(text) if entry.lemma == lemma and entry.pos in (pos, "adj", "noun")]
    return not weights or min(weights) < UNLIKELY


def _closed(word: str, pos: str) -> tuple[Form, ...]:
    return tuple(_closed_forms().get((word, pos), ()))


@cache
def _closed_forms() -> dict[tuple[str, str], list[Form]]:
    """(lemma, pos) → forms of the readings that are set by hand."""
    found: dict[tuple[str, str], list[Form]] = {}
    for form, readings in readings_of("nb").readings.items():
        for lemma, pos, features, weight in readings:
            if weight < UNLIKELY:
                found.setdefault((lemma, pos), []).append(Form(form, frozenset(features)))
    return found


def _like_last_member(word: str, pos: str) -> tuple[Form, ...]:
    """ "sikkerhetsrådgiver" bends like rådgiver, "e-postadresse" like adresse."""
    parts = compound(word)
    if not parts or parts[-1].text != parts[-1].lemma:
        return ()
    head = word[: parts[-1].span.start]
    return tuple(Form(head + form.text, form.features) for form in _dictionary(parts[-1].lemma, pos))


def _regular(word: str, pos: str) -> tuple[Form, ...]:
    stem = word.removesuffix("e") if pos != "adj" else word
    return tuple(Form(stem + ending, frozenset(features.split())) for ending, features in _ENDINGS.get(pos, ()))
