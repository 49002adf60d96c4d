"""The glossary at work: loading and checking it, finding its terms in Norwegian and their renderings in English.

`match` finds terms, `annotated` adds what became of them in a unit's English, `glossed` makes word-by-word English.
The tools of the command line are `check`, `coverage`, `suggest`, `add` and `add_all`, `exchange.read` and
`exchange.write`.
"""

from __future__ import annotations

from importlib import import_module

from reader.model import WEAK
from reader.terms.glossary import Glossary
from reader.terms.loading import at_hand, load, shipped
from reader.terms.problems import CODES, Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.terms.adding import Added, add, add_all
    from reader.terms.annotating import annotated
    from reader.terms.checking import check
    from reader.terms.counting import Coverage, Suggestion, coverage, suggest
    from reader.terms.glossing import Cell, Glossed, glossed
    from reader.terms.matching import match

_LATER = {
    "Added": "adding", "Cell": "glossing", "Coverage": "counting", "Glossed": "glossing", "Suggestion": "counting",
    "add": "adding", "add_all": "adding", "annotated": "annotating", "check": "checking", "coverage": "counting",
    "glossed": "glossing", "match": "matching", "suggest": "counting",
}  # fmt: skip
"""What no text needs to be opened, and its first English to be shown: imported when it is asked for."""

__all__ = [
    "Added", "CODES", "Cell", "Coverage", "Glossary", "Glossed", "Problem", "Suggestion", "WEAK", "add", "add_all",
    "annotated", "at_hand", "check", "coverage", "glossed", "load", "match", "shipped", "suggest",
]  # fmt: skip


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    globals()[name] = value
    return value
