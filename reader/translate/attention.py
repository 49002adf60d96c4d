"""From the model's attention to links between words.

Each target piece looks at some source pieces; summed over the pieces of a word this says which source words a target
word renders. A target word is linked to the source word it looks at most, and a source word that nothing chose to the
target word that looks at it most (competitive linking, Melamed 2000, in both directions), where it looks hard enough.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from reader.model import Link
from reader.text import Token

SURE = 0.25
"""Share of a target word's attention that makes a link. Half of it, for a source word that nothing chose."""
_FAINT = 0.02
"""A look below this is not counted: half of the time here would go into adding up nothing."""
_BYTE = re.compile(r"<0x([0-9A-F]{2})>$")


def piece_spans(pieces: Sequence[str], whole: str) -> list[tuple[int, int]]:
    """Where each piece stands in the text it was cut from or becomes; pieces that normalisation changed are guessed."""
    joined = "".join(pieces)
    if joined.startswith("▁") and "@@" not in joined and joined[1:].replace("▁", " ") == whole:
        ends = list(accumulate(map(len, pieces), initial=-1))  # the rule: nothing has to be looked for
        return [
            (start + (piece[:1] == "▁"), end)
            for piece, start, end in zip(pieces, ends, ends[1:], strict=False)
        ]
    spans, place, length = list[tuple[int, int]](), 0, len(whole)
    for piece in pieces:
        surface = _surface(piece)
        found = whole.find(surface, place, place + len(surface) + 8) if surface else place
        start = found if found >= 0 else min(place, length)
        place = min(start + len(surface), length)
        spans.append((start, place))
    return spans


def _surface(piece: str) -> str:
    if piece.startswith("<0x") and (byte := _BYTE.match(piece)):
        # A letter of several bytes stands where its first one does.
        return "\ufffd" if int(byte[1], 16) < 0x80 or int(byte[1], 16) >= 0xC0 else ""
    return piece.removesuffix("@@").strip("▁").replace("▁", " ")


def links(
    source_pieces: Sequence[Sequence[int]],
    target_pieces: Sequence[Sequence[int]],
    attention: Sequence[Sequence[float]],
) -> tuple[Link, ...]:
    """Links between words, given for each piece the words it belongs to (as `owners` finds them)."""
    looks: dict[int, dict[int, float]] = {}
    count = len(source_pieces)
    for row, targets in zip(attention, target_pieces, strict=False):
        if not targets:
            continue
        strong = [(place, share) for place, share in enumerate(row) if share > _FAINT]
        for target in targets:
            seen = looks.setdefault(target, {})
            for place, share in strong:
                if place < count:
                    for source in source_pieces[place]:
                        seen[source] = seen.get(source, 0.0) + share
    pieces = Counter([target for targets in target_pieces for target in targets])
    made, closest = list[Link](), dict[int, tuple[float, int]]()
    for target, seen in looks.items():
        best, most = -1, SURE
        for source, look in seen.items():
            share = look / pieces[target]
            if share >= most:
                best, most = source, share
            if source not in closest or share > closest[source][0]:
                closest[source] = (share, target)
        if best >= 0:
            made.append(Link(best, target))
    chosen = {link.source for link in made}
    made += [Link(s, target) for s, (share, target) in closest.items() if s not in chosen and share >= SURE / 2]
    return tuple(sorted(made))


def owners(spans: Sequence[tuple[int, int]], words: Sequence[Token], shift: int = 0) -> list[list[int]]:
    """For each span, the words it shares characters with; one inside no word (a sign) has none.

    `shift` is where the text of the spans begins in the text of the words.
    """
    found, first, count = list[list[int]](), 0, len(words)
    starts, ends = [word[0] - shift for word in words], [word[1] - shift for word in words]
    for start, end in spans:
        while first < count and ends[first] <= start:
            first += 1
        place = first
        while place < count and starts[place] < end:
            place += 1
        found.append(list(range(first, place)))
    return found


__all__ = ["links", "owners", "piece_spans"]
