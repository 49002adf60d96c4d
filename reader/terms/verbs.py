"""The form of an English verb that takes another's place.

What stands before it decides first ("has", "was", "to", "by"), then the Norwegian's tense. Where the machine's word was
no verb and an auxiliary asks for one, there is no form: "was afraid" does not become "was feared".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reader.terms.englishwords import BE, HAVE, MODALS, PREPOSITIONS, Around, plural
from reader.text import english

_MANY: Final = frozenset({
    "i", "you", "we", "they", "these", "those", "who", "people",
})  # fmt: skip
_MODAL_PAST: Final = {"can": "could", "will": "would", "shall": "should", "may": "might"}
_ADVERBS: Final = frozenset({
    "not", "never", "also", "always", "just", "still", "already", "only", "even", "now", "then", "often",
    "again", "soon", "ever", "n't",
})  # fmt: skip
_CLITIC: Final = re.compile(r"(?:i|you|s?he|it|we|they|who|that|there|here|what)?('(?:m|re|s|ve|ll|d))$")


def verb(rendering: str, features: frozenset[str], around: Around) -> str | None:
    """An English verb, or several words that begin with one, in the form its place asks for; None: none does."""
    first, _, rest = rendering.partition(" ")
    said, aux = around.said[0], _auxiliary(around.before)
    if first == "be" and aux in BE:
        return rest or None
    if first in _MODAL_PAST or first in _MODAL_PAST.values() or first in ("must", "ought"):
        past = _MODAL_PAST.get(first, first) if "Past" in features else first
        return f"{past} {rest}".strip()
    form = _form(said, aux, features)
    if form is None or (form[0] in ("Pres", "Past") and not around.before):
        return None  # no English clause begins with its finite verb: ", located at sea" is a participle
    if first == "be" and (aux in ("do", "does", "did") or (aux in MODALS and rest.endswith(around.said[-1]))):
        return None  # "doesn’t" takes no "be"; "cannot afford" needs no "be able to"
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
        passive = bool(features & {"Part", "Pass"}) and _is_form(said, "Part", "Past")
        return ("Part", "Pres") if ing else ("Part", "Past") if passive else None  # "består av" is no "is made of"
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


def _is_form(word: str, *features: str) -> bool:
    return any(english.inflect(key, "verb", features) == word for key in english.keys(word))


def _is_base(word: str) -> bool:
    return not word.endswith(("s", "ed")) and word in english.keys(word)


__all__ = ["verb"]
