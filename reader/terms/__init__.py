"""The glossary at work: loading and checking it, finding its terms in Norwegian and their renderings in English.

`match` finds terms, `annotated` adds what became of them in a unit's English, `glossed` makes word-by-word English.
The tools of the command line are `check`, `coverage`, `suggest`, `add` and `add_all`, `exchange.read` and
`exchange.write`.

A map; on each line the later modules stand on the earlier ones:

- files: `problems`, `yamlfile`, `fields`, `schema`, `merging`, `loading`; `adding`, `checking`, `exchange` and `tbx`;
- the index: `inflection`, `elements`, `patterns`, `compiled` make it, `index` says what it is, `cache` keeps it;
- terms in the Norwegian: `lexis` (what a spelling can be), `trie`, `wordclass`, `clause`, `context` (which of its
  readings), `gaps`, `phrases` (several words), `companions`, `company` (what speaks against), `heads` (compounds),
  `recognition`, `matching`;
- what became of them in the English: `target`, `renderings`, `assignment`, `annotating`;
- preferred renderings put in: `englishwords`, `verbs`, `fitting`, `placing`, `applying`;
- the gloss: `grammar`, `subjects`, `owners`, `names`, `choosing`, `smallwords`, `parts`, `bending`, `wording`,
  `glossing`;
- counts: `counting`. `longtext` cuts books; `glossary` is the value that all of them are handed.
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
