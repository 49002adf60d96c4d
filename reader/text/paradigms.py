"""All forms of a dictionary word, as its table in the dictionary gives them."""

from __future__ import annotations

from reader.text.compounds import last_member
from reader.text.folding import folded
from reader.text.lexicon import bokmal, entries


def forms(lemma: str, pos: str = "") -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(form, features) of a Bokmål lemma, the lemma's own cell first; () when the dictionary lacks it.

    `pos` is a UD tag in lower case ("" for any). A compound the dictionary lacks bends like its last member.
    Where the dictionary has several tables (boka/boken, kasta/kastet) their cells follow one another, each once.
    """
    word = folded(lemma)
    head = ""
    if not entries(word):
        head, word = last_member(word)
    wanted = {"aux": "verb"}.get(pos, pos)
    cells = [
        (head + form, features)
        for entry in entries(word)
        if folded(entry.lemma) == word and (not wanted or entry.pos == wanted)
        for row in entry.paradigms
        for form, features in bokmal().paradigm(entry.lemma, row)
    ]
    return tuple(dict.fromkeys(cells))
