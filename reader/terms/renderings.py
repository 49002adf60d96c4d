"""Finding a rendering of the glossary in an English sentence, however its words are bent.

"take something seriously" is found in "took the warning very seriously": verbs in any form, a few words where the
rendering leaves a place, articles there or not. A rendering of content words is never found by its "of" and "to" alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from reader import text
from reader.terms.target import Target
from reader.text import english

_FUNCTION: Final = frozenset(
    word
    for line in (
        "a an the of to in on at for by with from into onto up down out off over under about as and or but",
        "nor if that than then this these those it its he she they we you i me him her us them his hers their",
        "our your my who whom whose which what be have do not no so too very there here will would shall",
        "should can could may might must one some any all both each upon after before against between through",
        "during without within along across around among since until till per via while when where why how",
        "because though although whether yet also only just even still again own other such more most",
    )
    for word in line.split()
)
_LIGHT: Final = frozenset(
    word
    for line in (
        "be have do get make take go come put set give keep let look turn bring hold run break call carry",
        "work stand point see say know think find leave feel become seem tell ask use try show play move like",
        "live fall pull push pay cut pass cast catch draw drop fill hang lay lie lose pick send settle sort",
        "throw wind thing way time people person part case fact end matter",
    )
    for word in line.split()
)
"""Words whose company decides what they mean: "look after" is not found in "look at"."""
_PLACES: Final = {"…": 8, "someone": 4, "somebody": 4, "something": 5, "sb": 4, "sth": 5}
_OWN: Final = frozenset(word for line in ("my your his her its our their one's whose",) for word in line.split())
_SELF: Final = frozenset(
    word
    for line in ("myself yourself himself herself itself ourselves yourselves themselves oneself",)
    for word in line.split()
)
_ARTICLES: Final = frozenset({"a", "an", "the"})
_OPTIONAL: Final = _ARTICLES | {"to"}
GAP: Final = 2
"""Words that may come between two words of a rendering: an adverb, a short object."""
PARTICLE_GAP: Final = 4
"""… between a verb and its particle: "set the whole thing up"."""
_PARTICLES: Final = frozenset(
    word
    for line in ("up down out off in on over away back apart aside together through along around forward",)
    for word in line.split()
)


_TELLING: Final = frozenset({"this", "that", "no", "not", "never"})
"""Function words without which a rendering says something else: "this spring", "no longer"."""


class Piece(NamedTuple):
    """One place of a rendering."""

    keys: frozenset[str]
    """What the English word must have one of."""
    place: int = 0
    """For an open place, the most words that may fill it."""
    content: bool = False
    optional: bool = False
    particle: bool = False
    caps: bool = False
    """The English must have it in capitals too: AS is no "as"."""


class Occurrence(NamedTuple):
    """A rendering in a sentence."""

    places: tuple[int, ...]
    """Numbers of its words in `Target.words`, ascending."""
    content: int
    """How many content words are among them; 0 for "in addition to" is impossible, for "of" it is what it has."""
    cost: float
    """What speaks against it: words between, words missing."""


@lru_cache(maxsize=65_536)
def pieces(rendering: str) -> tuple[Piece, ...]:
    """The places of a rendering."""
    tokens = [
        part
        for token in text.tokens(rendering)
        if token.kind in ("word", "number") or token.text == "…"
        for part in token.parts
    ]
    written = [token.text for token in tokens]
    words = [text.folded(each) for each in written]
    found: list[Piece] = []
    for place, word in enumerate(words):
        if word in _PLACES and len(words) > 1:
            found.append(Piece(frozenset(), place=_PLACES[word]))
        elif word in ("one's", "someone's", "somebody's"):
            found.append(Piece(_OWN, place=3))
        elif word == "oneself":
            found.append(Piece(_SELF, optional=True))
        else:
            keys = english.keys(word)
            own = frozenset({word}) if word in keys and not word.endswith("'s") else keys
            optional = len(words) > 1 and (
                (word in _OPTIONAL and (word != "to" or place == 0)) or (word == "be" and place == 0)
            )
            caps = len(word) > 1 and written[place].isupper() and word in _FUNCTION
            needed = word in _PARTICLES or (word in _TELLING and len(words) > 1)
            found.append(Piece(own, 0, caps or word not in _FUNCTION, optional and not caps, needed, caps))
    return tuple(found)


@lru_cache(maxsize=65_536)
def _anchor(rendering: str) -> int | None:
    """The piece that is looked for first: one that must be there, of content if there is one."""
    wanted = pieces(rendering)
    solid = [place for place, piece in enumerate(wanted) if piece.keys and not piece.optional and not piece.place]
    if not solid:
        solid = [place for place, piece in enumerate(wanted) if piece.keys and not piece.place]
    return next((place for place in solid if wanted[place].content), solid[0] if solid else None)


def occurrences(rendering: str, target: Target) -> Iterator[Occurrence]:
    """Where a rendering stands, in any form; the words between its parts in one clause."""
    anchor = _anchor(rendering)
    if anchor is None:
        return
    wanted = pieces(rendering)
    if wanted[anchor].keys.isdisjoint(target.by_key):
        return
    for at in dict.fromkeys(at for key in wanted[anchor].keys for at in target.by_key.get(key, ())):
        found = _around(wanted, anchor, at, target)
        if found is not None and not (wanted[anchor].caps and not target.words[at].upper):
            yield found


def _around(wanted: tuple[Piece, ...], anchor: int, at: int, target: Target) -> Occurrence | None:
    """The rendering with its anchor in a place: backwards to its first piece, forwards to its last."""
    before = _walk(wanted[anchor - 1 :: -1] if anchor else (), at, -1, target)
    after = _walk(wanted[anchor + 1 :], at, 1, target)
    cost = before[1] + after[1]
    missed = before[2] + after[2]
    if missed and not (wanted[anchor].content and not wanted[anchor].keys & _LIGHT and len(wanted) - missed >= 1):
        return None
    places = _with_articles(sorted({at, *before[0], *after[0]}), target)
    if missed:
        cost += 0.3
    return Occurrence(places, sum(_is_content(target, wanted, place) for place in places), cost)


def _with_articles(places: list[int], target: Target) -> tuple[int, ...]:
    """Between two words of a rendering an article belongs to it: "found the time"."""
    inside = [one + 1 for one, other in pairwise(places) if other == one + 2 and target.words[one + 1].keys & _ARTICLES]
    return tuple(sorted((*places, *inside)))


def _is_content(target: Target, wanted: tuple[Piece, ...], place: int) -> bool:
    return any(piece.content and piece.keys & target.words[place].keys for piece in wanted)


def _walk(wanted: tuple[Piece, ...], at: int, step: int, target: Target) -> tuple[list[int], float, int]:
    """(places found, cost, function words missing) of the pieces on one side; without content words, all."""
    places: list[int] = []
    cost, missing, room, limit = 0.0, 0, GAP, target.words[at].clause
    for piece in wanted:
        if piece.place and not piece.keys:
            room = piece.place + GAP
            continue
        reach = PARTICLE_GAP if piece.particle and step > 0 else room
        here = _next(piece, at, step, max(reach, piece.place), target, limit)
        if here is None:
            if piece.optional:
                continue
            if piece.content or piece.particle:
                return [], 9.0, 99
            if not piece.place:
                missing += 1
            continue
        cost += 0.1 * (abs(here - at) - 1)
        places.append(here)
        at, room = here, GAP
    return places, cost, missing


def _next(piece: Piece, at: int, step: int, reach: int, target: Target, clause: int) -> int | None:
    words = target.words
    near = 1 if piece.optional else reach + 1
    for distance in range(1, near + 1):
        here = at + step * distance
        if not 0 <= here < len(words) or words[here].clause != clause:
            return None
        if piece.keys & words[here].keys and (words[here].upper or not piece.caps):
            return here
    return None
