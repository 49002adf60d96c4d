"""One data file per language: what the rules of cutting and of dictionary forms need to know about it.

A new language is one file here with the constants that `Rules` and `Readings` read, and a row in `_MODULES`.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from types import ModuleType
from typing import NamedTuple

_MODULES = {"nb": "nb", "no": "nb", "nn": "nn", "en": "en"}
"""Language code → data file; any other language is cut by the rules of Bokmål."""


class Rules(NamedTuple):
    """What cutting into sentences asks of a language. All words in lower case, without their last full stop."""

    inside: frozenset[str]
    """Abbreviations that always want a word after them: "dr", "kl", "f.eks"."""
    before_number: frozenset[str]
    """Abbreviations that bind a number: "nr", "kap", "s"; also words: "jul. 17"."""
    closing: frozenset[str]
    """Abbreviations that may end a sentence: "osv", "kr", "a.m". A capital after them starts a new one."""
    titles: frozenset[str]
    """Abbreviations that never end a sentence, whatever follows: "dr", "chr"."""
    months: frozenset[str]
    """What may follow an ordinal: "17. mai"."""
    starters: frozenset[str]
    """Words that open sentences and hardly ever stand capitalised inside one: "det", "men"."""
    ordinals: bool
    """Whether a number with a full stop is an ordinal ("2. divisjon") and a dash opens a turn of speech."""


Reading = tuple[str, str, tuple[str, ...], int]
"""(lemma, pos, features, weight in half bits)"""


class Readings(NamedTuple):
    """What dictionary forms ask of a language."""

    readings: dict[str, tuple[Reading, ...]]
    """Folded form → readings set by hand."""
    pairs: dict[tuple[str, str], Reading]
    """Two folded words → the reading of the second."""
    names_in_s: frozenset[str]
    """Names, in lower case, whose -s is no genitive."""
    suffixes: tuple[tuple[str, str, str, tuple[str, ...]], ...]
    """(ending, what it becomes, pos, features), longest first."""
    counterparts: tuple[tuple[str, str, str], ...]
    """Nynorsk only: (ending, its Bokmål counterpart, pos)."""
    dictionary: bool
    """Whether the Bokmål lexicon may be asked."""


@cache
def rules_of(code: str) -> Rules:
    """How a language, given by its BCP 47 code, is cut into sentences; regions are ignored ("en-GB")."""
    module = _module(code)
    return Rules(
        inside=frozenset(module.INSIDE.split()),
        before_number=frozenset(module.BEFORE_NUMBER.split()),
        closing=frozenset(module.CLOSING.split()),
        titles=frozenset(module.TITLES.split()),
        months=frozenset(module.MONTHS.split()),
        starters=frozenset(module.STARTERS.split()),
        ordinals=module.ORDINALS,
    )


@cache
def readings_of(code: str) -> Readings:
    """The closed classes, irregular forms and endings of a language."""
    module = _module(code)
    rows = (line.split() for line in module.READINGS.strip().splitlines())
    endings = [line.split() for line in module.SUFFIXES.strip().splitlines()]
    return Readings(
        readings={form: tuple(_reading(cell) for cell in cells) for form, *cells in rows},
        pairs={(a, b): _reading(cell) for a, b, cell in map(str.split, module.PAIRS.strip().splitlines())},
        names_in_s=frozenset(module.NAMES_IN_S.split()),
        suffixes=tuple(
            (ending, "" if becomes == "0" else becomes, pos, tuple(rest[0].split(".")) if rest else ())
            for ending, becomes, pos, *rest in sorted(endings, key=lambda row: -len(row[0]))
        ),
        counterparts=tuple((a, b, pos) for a, b, pos in map(str.split, module.NYNORSK.strip().splitlines())),
        dictionary=module is not _module("en"),
    )


def _reading(cell: str) -> Reading:
    """ "bok/noun/Ind.Sing/2" """
    lemma, pos, features, weight, *_ = [*cell.split("/"), "", "", ""]
    return lemma, pos, tuple(features.split(".")) if features else (), int(weight or 0)


def _module(code: str) -> ModuleType:
    return import_module(f"{__name__}.{_MODULES.get(code.split('-')[0].lower(), 'nb')}")
