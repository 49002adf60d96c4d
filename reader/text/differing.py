"""Which words of a sentence another one does not have: what a reader must look at in a translation of the other."""

from __future__ import annotations

import unicodedata

from reader.model import Span
from reader.text.tokenizer import tokens


def differences(text: str, other: str) -> tuple[Span, ...]:
    """Where `text` has words or signs that `other` has not at that place, in order; neighbours are one span.

    A word that only `other` has leaves no trace here: `differences(other, text)` tells where it stands. Line ends and
    the composition of letters make no difference, capitals do.
    """
    from difflib import SequenceMatcher  # 4 ms, and few sentences are merely like one that a memory has

    mine, its = tokens(text), tokens(other)
    keys, others = ([_key(token.text) for token in found] for found in (mine, its))
    turned = keys > others  # the matcher is not symmetric, and what differs must be the same seen from either side
    matcher = SequenceMatcher(None, *((others, keys) if turned else (keys, others)), autojunk=False)
    changed = [code[3:] if turned else code[1:3] for code in matcher.get_opcodes() if code[0] != "equal"]
    return tuple(Span(mine[first].start, mine[last - 1].end) for first, last in changed if first < last)


def _key(word: str) -> str:
    return unicodedata.normalize("NFC", word).replace("\u00ad", "")


__all__ = ["differences"]
