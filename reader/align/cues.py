"""What a sentence shows to one of the other language: its length, numbers, names, words of the glossary."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reader import text
from reader.align import cognates, functionwords, numbers
from reader.align.lexical import meanings
from reader.align.sides import english_keys, is_small
from reader.terms import Glossary

SHARED = 1.0
"""What a word with a partner speaks for a bead, in nats; half of log(.6 / .08), as both sides are asked."""
LONELY = 0.5
"""What a word without one speaks against it, where one could be known; half of log(.9 / .35)."""
UNKNOWN = 0.1
"""The same for a word that only chance would find."""
MOST = 12
"""Content words that are counted on each side of a bead: long sentences need no more."""


class Sentence(NamedTuple):
    """A sentence as far as beads are concerned."""

    length: int
    words: tuple[frozenset[str], ...]
    """Of each content word, what it may be found as on the other side."""
    known: int
    """Bit k: a partner of word k should be found, if there is one."""
    keys: frozenset[str]
    """Everything in `words`."""


def matches(one: Sentence, other: Sentence) -> int:
    """Bit k: word k of one sentence has a partner in the other."""
    found = 0
    for place, names in enumerate(one.words):
        if not names.isdisjoint(other.keys):
            found |= 1 << place
    return found


def spoken(sentences: Sequence[Sentence], masks: Sequence[int]) -> float:
    """What the words of one side speak for a bead, in nats, given which of them have partners."""
    total, words = 0.0, 0
    for sentence, mask in zip(sentences, masks, strict=True):
        size, known = len(sentence.words), sentence.known
        words += size
        lonely = known.bit_count() - (known & mask).bit_count()
        shared = mask.bit_count()
        total += SHARED * shared - LONELY * lonely - UNKNOWN * (size - shared - lonely)
    return total * min(1.0, MOST / words) if words else 0.0


def norwegian(sentence: str, glossary: Glossary | None) -> Sentence:
    """The Norwegian sentence, its words by what they mean."""
    small = functionwords.table()
    forms = [token.text for token in text.words(sentence) if text.folded(token.text) not in small]
    return _sentence(sentence, [_norwegian_word(form, glossary) for form in forms])


def english(sentence: str, glossary: Glossary | None) -> Sentence:
    """The English sentence, its words by their lemmas."""
    forms = [token.text for token in text.words(sentence) if not is_small(text.folded(token.text))]
    return _sentence(sentence, [_english_word(form, known=glossary is not None) for form in forms])


def _sentence(written: str, words: Sequence[tuple[frozenset[str], bool]]) -> Sentence:
    known = sum(1 << place for place, (_, is_known) in enumerate(words) if is_known)
    names = tuple([names for names, _ in words])
    return Sentence(len(written), names, known, frozenset[str]().union(*names))


@lru_cache(maxsize=16_384)
def _norwegian_word(written: str, glossary: Glossary | None) -> tuple[frozenset[str], bool]:
    form = text.folded(written)
    value = numbers.norwegian(form)
    meant = meanings(glossary, written).words if glossary else {numbers.KEY + value: 1.0} if value else {}
    found = {name for name in meant if name not in functionwords.english()}
    return frozenset({*found, form, *_sound(cognates.norwegian(form))}), bool(found) or written[:1].isdigit()


@lru_cache(maxsize=16_384)
def _english_word(written: str, *, known: bool) -> tuple[frozenset[str], bool]:
    form = text.folded(written)
    return english_keys(form) | frozenset(_sound(cognates.english(form))), known or bool(numbers.english(form))


def _sound(rough: str) -> tuple[str, ...]:
    """The beginning of a word's sound: enough to know a name or a loan again."""
    return ("~" + rough[:5],) if len(rough) >= cognates.SHORTEST else ()
