"""A compound that the glossary does not have, by the glosses of its members: only of members that may well be meant."""

from __future__ import annotations

from reader import text
from reader.terms.glossary import Glossary
from reader.terms.heads import head

_FIRST = frozenset({"noun", "propn", "adj", "num", "prefix", ""})
_LAST = frozenset({"noun", ""})


def by_parts(word: str, glossary: Glossary) -> tuple[str, ...]:
    """The glosses of a compound's members, in order; () when one of them has none, or the last is no noun."""
    cut = head(text.folded(word), glossary.lookup)
    members = (cut.first, cut.last) if cut else tuple(part.lemma for part in text.compound(word))
    classes = [*([_FIRST] * (len(members) - 1)), _LAST]
    found = [_gloss(member, wanted, glossary) for member, wanted in zip(members, classes, strict=False)]
    if cut and cut.hyphen and not found[0]:
        found[0] = word[: len(cut.first)]  # "CIA-direktør": what is no word is a name
    if cut and not found[0]:
        found[:1] = by_parts(cut.first, glossary) or [""]
    return tuple(found) if found and all(found) else ()


def _gloss(member: str, wanted: frozenset[str], glossary: Glossary) -> str:
    return next((entry.gloss for entry in glossary.lookup(member) if entry.pos in wanted), "")
