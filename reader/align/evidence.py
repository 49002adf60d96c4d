"""Everything that speaks for linking certain words of a segment to certain words of its English.

Evidence comes as groups: one or several source words with one or several target words, and a weight near 1.0 for what
a dictionary or a number vouches for. Competition between groups is the business of `linking`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from reader import terms
from reader.align import cognates, functionwords
from reader.align.lexical import LOOSE, Meaning, meanings, of_entry, parts
from reader.align.sides import English, Norwegian, nearest
from reader.model import TermMatch
from reader.terms import Glossary

SAME = 1.0
"""A number, or a name spelled alike."""
MORE = 0.05
"""What each word adds to a group: the longer evidence is the better one."""
THE = frozenset({"jo", "desto", "dess"})
"""The only words that compete for "the": jo mer, desto mindre. Articles are linked by the noun they stand with."""
ADJACENT = frozenset({"to", "of"})
"""Nothing stands between these and the word before them in a rendering."""
GAP = 2
"""Words that may stand inside a rendering of several words: "took her in"."""

Putter = Callable[..., None]
"""Notes a weight and the target words it is for."""


Means = Callable[[str], Meaning]
"""What a Norwegian form may be in English."""


class Group(NamedTuple):
    """Source words and target words that say the same, with the weight of the evidence."""

    weight: float
    source: tuple[int, ...]
    target: tuple[int, ...]


def groups(segment: str, source: Norwegian, target: English, glossary: Glossary, language: str) -> list[Group]:
    """All evidence for a unit; groups contradict each other freely."""
    found = list(_expressions(terms.match(segment, glossary, language), source, target))
    means = partial(meanings, glossary, language=language)
    for place in range(len(source.forms)):
        found += _word(place, source, target, means)
    return found


def _word(place: int, source: Norwegian, target: English, means: Means) -> list[Group]:
    """What speaks for partners of one source word, the best weight for each."""
    form, written = source.forms[place], source.written[place]
    meaning = means(written)
    goal = place * len(target.forms) // len(source.forms)
    best: dict[tuple[int, ...], float] = {}

    def put(weight: float, *words: int) -> None:
        if weight > best.get(words, 0.0):
            best[words] = weight

    for name in meaning.words.keys() & target.places.keys():
        for other in target.near(name, goal):
            put(meaning.words[name], other)
    for rendering in meaning.phrases:
        for run in runs(rendering.keys, target, goal):
            put(rendering.weight + MORE * len(run), *run)
    if not source.small[place]:
        _members(form, goal, target, means, put, known=meaning.known)
        if not meaning.known or written[:1].isupper():
            _alike(form, written, goal, target, put, known=meaning.known)
    return [
        Group(weight, (place,), words) for words, weight in best.items()
        if target.forms[words[0]] != "the" or len(words) > 1 or form in THE
    ]  # fmt: skip


def runs(names: Sequence[frozenset[str]], target: English, goal: int) -> Iterator[tuple[int, ...]]:
    """The places where words with these keys follow one another in the target, with small gaps."""
    starts = sorted({other for name in names[0] for other in target.near(name, goal)})
    for start in starts:
        run = [start]
        for wanted in names[1:]:
            gap = 0 if wanted <= ADJACENT else GAP
            ahead = range(run[-1] + 1, min(run[-1] + 2 + gap, len(target.forms)))
            at = next((other for other in ahead if not wanted.isdisjoint(target.keys[other])), None)
            if at is None:
                break
            run.append(at)
        else:
            yield tuple(run)


def _members(form: str, goal: int, target: English, means: Means, put: Putter, *, known: bool) -> None:
    """A compound by its members: "utenriksminister" ↔ "foreign minister"."""
    members = parts(form)
    if len(members) < 2:
        return
    places = [_places_of(member, goal, target, means) for member in members]
    heads, modifiers = places[-1], [place for found in places[:-1] for place in found]
    for head in heads:
        near = [place for place in modifiers if 0 < head - place <= len(members) + 1 or 0 < place - head <= 3]
        if near:
            run = sorted({head, *_one_each(places[:-1], near, head)})
            put(0.95 + MORE * len(run), *run)
        if not known:
            put(LOOSE + 0.1, head)
    for place in modifiers if not known else ():
        put(LOOSE - 0.05, place)


def _one_each(members: Sequence[Sequence[int]], near: Sequence[int], head: int) -> Iterator[int]:
    for places in members:
        if close := [place for place in places if place in near]:
            yield min(close, key=lambda place: abs(place - head))


def _places_of(member: str, goal: int, target: English, means: Means) -> list[int]:
    """Target words that may render a member of a compound."""
    words = means(member).words
    found = {
        other for name in words.keys() & target.places.keys() if name not in functionwords.english()
        for other in target.near(name, goal)
    }  # fmt: skip
    if len(member) > 2:
        found.update(target.near(member, goal))
    if not found:
        found.update(
            other for other in nearest(target.initials.get(cognates.norwegian(member)[:1], ()), goal)
            if not target.small[other] and cognates.similarity(member, target.forms[other])
        )  # fmt: skip
    return sorted(found)


def _alike(form: str, written: str, goal: int, target: English, put: Putter, *, known: bool) -> None:
    """Names and cognates; of a word the glossary knows, only names are believed."""
    name = written[:1].isupper()
    bare = form.removesuffix("s") if name else form
    for other in nearest(target.initials.get(cognates.norwegian(form)[:1], ()), goal):
        word = target.forms[other].removesuffix("'s")
        if word in (form, bare) and not target.small[other]:
            put(SAME if name or not known else LOOSE, other)
        elif not target.small[other]:
            ratio = cognates.similarity(form, word) or (name and cognates.similarity(bare, word))
            if ratio:
                both = name and target.written[other][:1].isupper()
                put(ratio * (0.95 if both else 0.85), other)


def _expressions(matches: Sequence[TermMatch], source: Norwegian, target: English) -> Iterator[Group]:
    """Glossary entries of several words that stand in the source, with each of their renderings in the target."""
    for match in matches:
        words = tuple(
            place
            for span in match.source
            for place in range(bisect_right(source.starts, span.start - 1), bisect_right(source.starts, span.end - 1))
        )
        if len(words) < 2 or " " not in match.entry.lemma:
            continue
        goal = words[0] * len(target.forms) // len(source.forms)
        infinitive = source.forms[words[-1] + 1 : words[-1] + 2] == ("å",)
        for rendering in of_entry(match.entry):
            names = rendering.keys[:-1] if infinitive and rendering.words[-1] == "to" else rendering.keys
            for run in runs(names, target, goal) if names else ():
                yield Group(rendering.weight + MORE * (len(words) + len(run)), words, run)
