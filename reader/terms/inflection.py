"""All the forms that a dictionary form takes, for writing the index of the glossary.

The dictionary knows most, compounds by their last member; what is left follows the regular endings.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from reader import text
from reader.text.languages import readings_of


class Form(NamedTuple):
    """An inflected form, folded, and what it expresses."""

    text: str
    features: frozenset[str]
    """UD values: Ind Def Sing Plur, Inf Pres Past Imp Part Pass, Cmp Sup."""


UNLIKELY = 24
"""Half bits: readings less likely than one in 4,000 are other words that share a spelling."""

_ENDINGS = {
    "noun": (
        ("en", "Def Sing"), ("a", "Def Sing"), ("et", "Def Sing"), ("er", "Ind Plur"), ("ene", "Def Plur"),
        ("ne", "Def Plur"),
    ),
    "verb": (
        ("r", "Pres"), ("er", "Pres"), ("et", "Past"), ("te", "Past"), ("de", "Past"), ("t", "Part Past"),
        ("s", "Pass"), ("es", "Pass"),
    ),
    "adj": (("e", "Plur"), ("t", "Neut Sing"), ("ere", "Cmp"), ("est", "Sup"), ("este", "Sup")),
}  # fmt: skip
"""Regular endings, on the lemma without its final -e."""


def forms(lemma: str, pos: str) -> tuple[Form, ...]:
    """The forms of a Bokmål lemma of a word class; the lemma itself is among them, genitives are not."""
    word, wanted = text.folded(lemma), "verb" if pos == "aux" else pos
    found = _dictionary(word, wanted) or tuple(_closed_forms().get((word, wanted), ()))
    found = found or tuple(_regular(word, wanted))
    return found if any(form.text == word for form in found) else (Form(word, frozenset()), *found)


def _dictionary(word: str, pos: str) -> tuple[Form, ...]:
    if not pos:
        return ()
    found = [Form(form, frozenset(features)) for form, features in text.forms(word, pos)]
    if pos == "adj" and found and not any("Cmp" in form.features for form in found):
        found += _degrees(word)
    return tuple(form for form in dict.fromkeys(found) if _is_of(form.text, word, pos))


def _degrees(word: str) -> list[Form]:
    """Comparative and superlative, where the dictionary leaves them out but knows them when it meets them."""
    bent = (
        Form(word + ending, frozenset({feature}))
        for ending, feature in (("ere", "Cmp"), ("st", "Sup"), ("ste", "Sup"), ("est", "Sup"), ("este", "Sup"))
    )
    return [form for form in bent if any(each.lemma == word and each.pos == "adj" for each in text.analyses(form.text))]


def _is_of(form: str, lemma: str, pos: str) -> bool:
    """Not when the form is next to always another word: "været" is seldom a form of være."""
    near = (pos, "adj") if pos == "verb" else (pos,)
    weights = [each.weight for each in text.analyses(form) if text.folded(each.lemma) == lemma and each.pos in near]
    return not weights or min(weights) < UNLIKELY


@cache
def _closed_forms() -> dict[tuple[str, str], list[Form]]:
    """(lemma, pos) → forms, of the words whose readings are set by hand."""
    found: dict[tuple[str, str], list[Form]] = {}
    for form, readings in readings_of("nb").readings.items():
        for lemma, pos, features, weight in readings:
            if weight < UNLIKELY:
                found.setdefault((lemma, pos), []).append(Form(form, frozenset(features)))
    return found


def _regular(word: str, pos: str) -> list[Form]:
    stem = word if pos == "adj" else word.removesuffix("e")
    return [Form(stem + ending, frozenset(features.split())) for ending, features in _ENDINGS.get(pos, ())]
