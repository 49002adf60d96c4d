"""Terms of several words in a row of words: side by side, or with other words between their parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from reader.model import Entry
from reader.terms import gaps
from reader.terms.clause import SUBJECTS, Sentence, is_inverted, is_no_verb, is_pair, is_plain, with_subject
from reader.terms.company import Beside
from reader.terms.elements import COPULAS, SEG
from reader.terms.index import Compiled, Row
from reader.terms.trie import END, Node, Openers
from reader.terms.wordclass import PARTICLES, PURE_PARTICLES, word_class

TOGETHER: Final = 0.98
"""Confidence when nothing stands between the words."""
_REACH: Final = gaps.LONGEST + 2
"""How far away the second part of a term is looked for."""
_FAR: Final = gaps.LONGEST_LISTING + 2
"""… of one that lists: "både … og"."""
_TELLING: Final = 3
"""Words that, together after a gap, are hardly there by accident: "sto familien på bar bakke"."""
_NOTHING: Final = frozenset({"noe", "ingenting", "intet"})
_CLOSING: Final = frozenset(".!;")
_NEAR: Final = 4
"""… and a third part."""


class Found(NamedTuple):
    """A term of several words in a sentence."""

    entry: int
    places: tuple[int, ...]
    """Numbers of its tokens, ascending."""
    confidence: float
    gapped: bool
    rank: int
    verb: int = -1
    """Which of its places is the verb's; -1 for none."""


class Phrases:
    """The multiword terms of a glossary."""

    def __init__(self, entries: Sequence[Entry], index: Compiled) -> None:
        self._entries = entries
        self._rows = index.patterns
        meg = set(index.atoms.get("meg", ()))
        self._seg = frozenset(atom for atom in index.atoms.get("seg", ()) if atom in meg)

    def found(self, sentence: Sentence) -> list[Found]:
        """Every term of several words, overlapping ones too."""
        candidates: list[Found] = []
        words = sentence.words
        for place, (word, after) in enumerate(pairwise(words)):
            if word.nexts and not (word.nexts.isdisjoint(after.atoms) and word.nexts.isdisjoint(after.genitive)):
                for node in word.nodes:
                    candidates += self._together(sentence, node, (place,))
        fixed: dict[int, int] = {}
        if candidates:
            candidates = list(self._in_company(sentence, candidates, fixed, verbal=False))
        for place, word in enumerate(words):
            if word.openers is not None:
                self._apart(sentence, word.openers, place, candidates)
        return list(self._in_company(sentence, candidates, fixed, verbal=True)) if candidates else candidates

    def _in_company(
        self, sentence: Sentence, candidates: list[Found], fixed: dict[int, int], *, verbal: bool
    ) -> Iterator[Found]:
        """The terms that their neighbours admit: first those without a verb, since they take words from the others."""
        for found in candidates:
            entry, first, end = self._entries[found.entry], found.places[0], found.places[-1] + 1
            if verbal != (found.verb >= 0 or found.gapped):
                yield found
                continue
            ceiling = Beside(sentence, entry, found.places, found.verb).ceiling(fixed)
            if not ceiling:
                continue
            if not verbal and entry.pos == "adv":
                sentence.adverbials[first] = max(end, sentence.adverbials.get(first, 0))
            if not verbal and (entry.pos == "adv" or (entry.pos == "adp" and end > first + 2)):
                fixed[first] = max(end, fixed.get(first, 0))
            yield found if ceiling >= found.confidence else found._replace(confidence=ceiling)

    def _together(self, sentence: Sentence, node: Node, places: tuple[int, ...]) -> Iterator[Found]:
        for number in node.get(END, ()):
            row = self._rows[number]
            sure = min(TOGETHER, self._reflexive(sentence, row, places))
            if sure and not (row.verb >= 0 and is_no_verb(sentence, places[row.verb])):
                yield Found(row.entry, places, sure, False, row.rank, row.verb)
        at = places[-1] + 1
        if at >= len(sentence.words):
            return
        word = sentence.words[at]
        for atom in word.atoms:
            if atom in node:
                yield from self._together(sentence, node[atom], (*places, at))
        for atom in word.genitive:
            for number in node.get(atom, {}).get(END, ()):
                row = self._rows[number]
                if self._entries[row.entry].pos in ("noun", "propn", ""):
                    yield Found(row.entry, (*places, at), TOGETHER, False, row.rank)

    def _apart(self, sentence: Sentence, openers: Openers, start: int, candidates: list[Found]) -> None:
        """Looks for the second part until the clause ends; what is found is added to the candidates."""
        words, adverbials = sentence.words, sentence.adverbials
        pairs, longer, seconds, listing = openers
        at, last = start, min(len(words), start + (_FAR if listing else _REACH))
        while (at := at + 1) < last:
            word = words[at]
            if not seconds.isdisjoint(word.atoms):
                for atom in word.atoms:
                    if atom in longer:
                        candidates += self._completed(sentence, longer[atom], start, at)
                    if atom in pairs and at > start + 1:
                        candidates += self._completed(sentence, pairs[atom], start, at)
            if at in adverbials and adverbials[at] > at + 2:  # "kommer til syvende og sist an på"
                last = min(len(words), last + adverbials[at] - at - 1)
                at = adverbials[at] - 1
            elif word.links and (word.ends or not (listing or is_pair(sentence, at))):
                return

    def _completed(self, sentence: Sentence, numbers: Sequence[int], start: int, second: int) -> Iterator[Found]:
        """The patterns with their second part in a place, if the rest follows and every gap is admitted."""
        for number in numbers:
            row = self._rows[number]
            places = _places(sentence, row.atoms, start, second)
            if places and places[-1] - start >= len(places) and not (row.verb >= 0 and is_no_verb(sentence, start)):
                sure = min(self._across(sentence, row, places), self._reflexive(sentence, row, places))
                if sure:
                    yield Found(row.entry, places, sure, True, row.rank, row.verb)

    def _across(self, sentence: Sentence, row: Row, places: Sequence[int]) -> float:
        """How sure one is across the words between the parts."""
        sure, position, opened = gaps.SURE, 0, False
        for atom in row.atoms[1:]:
            if atom < 0:
                opened = True
                continue
            at, here = places[position], places[position + 1]
            if here > at + 1 or opened:
                rest = len(places) - position - 1
                sure = min(sure, self._gap(sentence, row, at, here, opened=opened, rest=0 if position else rest))
            if not sure:
                return sure
            position, opened = position + 1, False
        return sure

    def _gap(self, sentence: Sentence, row: Row, at: int, here: int, *, opened: bool, rest: int) -> float:
        """How sure one is across the words between two of the parts; after the first one, `rest` parts follow."""
        entry, word = self._entries[row.entry], sentence.words[here]
        gap = sentence.classes(at + 1, here)
        if entry.gap is not None:
            return gaps.SURE if len(gap) <= entry.gap and not set(gap) & set("SC") else gaps.NEVER
        if opened:
            return gaps.open_place(gap) if row.verb >= 0 else gaps.inside(gap, listing=entry.pos in ("cconj", "sconj"))
        if word.folded in SEG and self._seg.intersection(word.atoms):
            return gaps.before_reflexive(gap)
        if word.folded == "av" and sentence.words[here - 1].folded in _NOTHING and rest == 1:
            return gaps.SURE  # "ble aldri noe av"
        if rest == 2 and word_class(word.text) == "A" and word_class(sentence.words[here + 1].text) in "MN":
            return gaps.before_content(gap, telling=True)  # "ga henne grønt lys"
        if word.folded in PARTICLES or word_class(word.text) in "IA":
            if not rest:
                return gaps.SURE if set(gap) <= {"A"} else gaps.NEVER
            if rest >= _TELLING:
                return gaps.before_content(gap, telling=True)
            if sentence.words[at].folded in COPULAS and rest == 1:
                return gaps.after_copula(gap.replace("A", "") if is_plain(sentence, at + 1, here) else gap)
            if sentence.words[here + 1 : here + 2] and sentence.words[here + 1].left == "å":
                return gaps.before_content(gap, telling=True)  # "kommer bussen til å"
            pure = word.folded in PURE_PARTICLES or (set(gap) <= set("APOD") and _closes(sentence, here))
            return gaps.before_particle(gap, inverted=is_inverted(sentence, at), pure=pure)
        return gaps.before_verb(gap) if word_class(word.text) == "V" else gaps.before_content(gap, telling=rest > 1)

    def _reflexive(self, sentence: Sentence, row: Row, places: Sequence[int]) -> float:
        """How sure one is that "meg" is reflexive: 1.0 for "seg" or with "jeg" near, NEVER when it is the object."""
        if row.verb < 0 or not self._seg.intersection(row.atoms):
            return 1.0
        solid = [atom for atom in row.atoms if atom >= 0]
        for atom, place in zip(solid, places, strict=True):
            subjects = SUBJECTS.get(sentence.words[place].folded)
            if subjects and atom in self._seg:
                return with_subject(sentence, places[row.verb], place, subjects)
        return 1.0


def _closes(sentence: Sentence, place: int) -> bool:
    """Whether a preposition ends a clause that asks nothing, so that it can only be a particle."""
    return place + 1 < len(sentence.words) and sentence.tokens[place + 1].text in _CLOSING


def _places(sentence: Sentence, atoms: Sequence[int], start: int, second: int) -> tuple[int, ...]:
    """The tokens of a pattern whose first two parts are given; () when a later one does not come."""
    places, opened = [start], False
    words = sentence.words
    for atom in atoms[1:]:
        if atom < 0:
            opened = True
            continue
        at = second
        if len(places) > 1:
            at = places[-1] + 1
            last = min(len(words), at + (_REACH if opened else _NEAR))
            while at < last and atom not in words[at].atoms:
                after = sentence.adverbials.get(at, at + 1)
                last = min(len(words), last + after - at - 1)
                at = last if words[at].ends else after
            if at >= last:
                return ()
        places.append(at)
        opened = False
    return tuple(places)
