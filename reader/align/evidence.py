"""Everything that speaks for linking certain words of a segment to certain words of its English.

Evidence comes as groups: one or several source words with one or several target words, and a weight near 1.0 for what
a dictionary or a number vouches for. Competition between groups is the business of `linking`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from reader import terms, text
from reader.align import cognates, functionwords, numbers
from reader.align.lexical import Rendering, of_entry, parts, renderings
from reader.align.sides import English, Norwegian
from reader.terms import Glossary

SAME = 1.0
"""A number, or a name spelled alike."""
LOOSE = 0.62
"""One word of a rendering of several, or one member of a compound."""
SMALL = 0.8
"""A pair of the table of function words."""
GAP = 2
"""Words that may stand inside a rendering of several words: "took her in"."""

Putter = Callable[..., None]
"""Notes a weight and the target words it is for."""


class Group(NamedTuple):
    """Source words and target words that say the same, with the weight of the evidence."""

    weight: float
    source: tuple[int, ...]
    target: tuple[int, ...]


def groups(segment: str, source: Norwegian, target: English, glossary: Glossary) -> list[Group]:
    """All evidence for a unit; groups contradict each other freely."""
    found = list(_expressions(segment, source, target, glossary))
    for place, form in enumerate(source.forms):
        found += _word(place, form, source, target, glossary)
    return found


def _word(place: int, form: str, source: Norwegian, target: English, glossary: Glossary) -> list[Group]:
    best: dict[tuple[int, ...], float] = {}

    def put(weight: float, *words: int) -> None:
        if weight > best.get(words, 0.0):
            best[words] = weight

    value = numbers.norwegian(form)
    if value:
        for other, word in enumerate(target.forms):
            if numbers.english(word) == value or ("-" in word and value in word.split("-")):
                put(SAME, other)
    if row := functionwords.table().get(form):
        for word, weight in row.items():
            for other in target.places.get(word, ()):
                put(SMALL * weight, other)
    known = renderings(glossary, source.written[place])
    for rendering in known:
        _rendered(rendering, target, put)
    if not source.small[place]:
        _members(form, known, target, glossary, put)
        _alike(place, form, known, source, target, put)
    return [Group(weight, (place,), words) for words, weight in best.items()]


def _rendered(rendering: Rendering, target: English, put: Putter) -> None:
    """Where a rendering stands in the target, whole or, with less weight, by one of its content words."""
    if len(rendering.words) == 1:
        for name in rendering.keys[0]:
            for other in target.places.get(name, ()):
                put(rendering.weight, other)
        return
    for run in runs(rendering.keys, target):
        put(rendering.weight + 0.05 * len(run), *run)
    for word, names in zip(rendering.words, rendering.keys, strict=True):
        if word not in functionwords.english():
            for name in names:
                for other in target.places.get(name, ()):
                    put(LOOSE * rendering.weight, other)


def runs(names: Sequence[frozenset[str]], target: English) -> Iterator[tuple[int, ...]]:
    """The places where words with these keys follow one another in the target, with small gaps."""
    starts = sorted({other for name in names[0] for other in target.places.get(name, ())})
    for start in starts:
        run = [start]
        for wanted in names[1:]:
            ahead = range(run[-1] + 1, min(run[-1] + 2 + GAP, len(target.forms)))
            at = next((other for other in ahead if not wanted.isdisjoint(target.keys[other])), None)
            if at is None:
                break
            run.append(at)
        else:
            yield tuple(run)


def _members(form: str, known: Sequence[Rendering], target: English, glossary: Glossary, put: Putter) -> None:
    """A compound by its members: "utenriksminister" ↔ "foreign minister"."""
    members = parts(form)
    if len(members) < 2:  # noqa: PLR2004
        return
    places = [_places_of(member, target, glossary) for member in members]
    heads, modifiers = places[-1], [place for found in places[:-1] for place in found]
    for head in heads:
        near = [place for place in modifiers if 0 < head - place <= len(members) + 1 or 0 < place - head <= 3]  # noqa: PLR2004
        if near:
            run = sorted({head, *_one_each(places[:-1], near, head)})
            put(0.95 + 0.05 * len(run), *run)
        put(LOOSE if known else LOOSE + 0.1, head)
    for place in modifiers:
        put(LOOSE - 0.05, place)


def _one_each(members: Sequence[Sequence[int]], near: Sequence[int], head: int) -> Iterator[int]:
    for places in members:
        if close := [place for place in places if place in near]:
            yield min(close, key=lambda place: abs(place - head))


def _places_of(member: str, target: English, glossary: Glossary) -> list[int]:
    """Target words that may render a member of a compound."""
    found = {other for name in (member,) for other in target.places.get(name, ()) if len(name) > 2}  # noqa: PLR2004
    for rendering in renderings(glossary, member):
        for word, names in zip(rendering.words, rendering.keys, strict=True):
            if word not in functionwords.english():
                found.update(other for name in names for other in target.places.get(name, ()))
    if not found:
        found.update(
            other for other, word in enumerate(target.forms)
            if not target.small[other] and cognates.similarity(member, word) >= cognates.ALIKE
        )  # fmt: skip
    value = numbers.norwegian(member)
    if value:
        found.update(other for other, word in enumerate(target.forms) if numbers.english(word) == value)
    return sorted(found)


def _alike(
    place: int, form: str, known: Sequence[Rendering], source: Norwegian, target: English, put: Putter
) -> None:
    """Names and cognates; of a word the glossary knows, only names are believed."""
    name = source.written[place][:1].isupper()
    bare = form.removesuffix("s") if name else form
    for other, word in enumerate(target.forms):
        plain = word.removesuffix("'s")
        if plain in (form, bare):
            put(SAME if name or not known else LOOSE, other)
        elif not target.small[other]:
            ratio = max(cognates.similarity(form, plain), cognates.similarity(bare, plain))
            if ratio:
                both = name and target.written[other][:1].isupper()
                put(ratio * (0.95 if both else 0.85), other)


def _expressions(segment: str, source: Norwegian, target: English, glossary: Glossary) -> Iterator[Group]:
    """Glossary entries of several words that stand in the source, with each of their renderings in the target."""
    for match in terms.match(segment, glossary):
        words = tuple(
            place
            for span in match.source
            for place in range(bisect_right(source.starts, span.start - 1), bisect_right(source.starts, span.end - 1))
        )
        if len(words) < 2 or " " not in match.entry.lemma:  # noqa: PLR2004
            continue
        for rendering in of_entry(match.entry):
            for run in runs(rendering.keys, target):
                yield Group(rendering.weight + 0.05 * (len(words) + len(run)), words, run)
