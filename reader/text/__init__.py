"""Sentences, tokens, lemmas and compounds of Norwegian, and what English needs beside it; data per language.

Names are imported when first asked for, so that a shell that only shows its version loads nothing.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # importing typing would cost ten times this file
if TYPE_CHECKING:
    from reader.text.analysis import Analysis, analyses, lemma
    from reader.text.compounds import Part, compound
    from reader.text.context import lemmas_in
    from reader.text.detection import detect
    from reader.text.differing import differences
    from reader.text.folding import folded
    from reader.text.paradigms import forms
    from reader.text.paragraph import paragraphs
    from reader.text.sentence import sentences
    from reader.text.tokenizer import Token, tokens, words

_HOMES = {
    "Analysis": "analysis",
    "Part": "compounds",
    "Token": "tokenizer",
    "analyses": "analysis",
    "compound": "compounds",
    "detect": "detection",
    "differences": "differing",
    "folded": "folding",
    "forms": "paradigms",
    "lemma": "analysis",
    "lemmas_in": "context",
    "paragraphs": "paragraph",
    "sentences": "sentence",
    "tokens": "tokenizer",
    "words": "tokenizer",
}
"""Public name → module of this package. No module bears the name of a function, or it would stand in its place."""

__all__ = [
    "Analysis",
    "Part",
    "Token",
    "analyses",
    "compound",
    "detect",
    "differences",
    "folded",
    "forms",
    "lemma",
    "lemmas_in",
    "paragraphs",
    "sentences",
    "tokens",
    "words",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
