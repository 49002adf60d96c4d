"""Small classes of English words that decide the form of their neighbours, and the place that a rendering goes to."""

from __future__ import annotations

from typing import Final, NamedTuple

from reader.text import english


class Around(NamedTuple):
    """The English where a rendering is to stand, in small letters."""

    said: tuple[str, ...]
    """The words it replaces; at least one."""
    before: tuple[str, ...]
    """The words before them in the same clause, the nearest last."""
    joined: bool
    """A word follows at once, with only a space between."""


def _set(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


BE: Final = _set("be am is are was were been being 's 're 'm")
HAVE: Final = _set("have has had having 've")
MODALS: Final = _set("will would shall should can could may might must do does did to let 'll cannot")
PREPOSITIONS: Final = _set(
    "of in on at for from by with without after before about against into through during over under between",
    "towards toward upon despite since until till per via than",
)
UNCOUNTABLE: Final = _set(
    "information advice news furniture equipment research evidence homework progress money traffic knowledge luggage",
    "software work police people staff accommodation housing clothing baggage machinery legislation weather luck fun",
    "health wealth violence damage transport electricity music jewellery food aid help assistance feedback behaviour",
    "crockery cutlery rubbish waste garbage literature poetry scenery sheep fish aircraft cattle data media behavior",
    "common-sense sense travel training care snow rain ice sand water wood paper grief peace freedom livestock jewelry",
)


def plural(word: str) -> bool:
    """Whether an English word is the plural of another."""
    return any(key != word and english.inflect(key, "noun", ("Plur",)) == word for key in english.keys(word))


__all__ = ["BE", "HAVE", "MODALS", "PREPOSITIONS", "UNCOUNTABLE", "Around", "plural"]
