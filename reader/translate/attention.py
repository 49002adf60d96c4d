"""From the model's attention to links between words.

Each target piece looks at some source pieces; summed over the pieces of a word this says which source words a target
word renders. A target word is linked to the source word it looks at most, and a source word that nothing chose to the
target word that looks at it most (competitive linking, Melamed 2000, in both directions), where it looks hard enough.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reader import text
from reader.model import Link, Span

SURE = 0.25
"""Share of a target word's attention that makes a link. Half of it, for a source word that nothing chose."""
_BYTE = re.compile(r"<0x([0-9A-F]{2})>$")


def piece_spans(pieces: Sequence[str], whole: str) -> tuple[Span, ...]:
    """Where each piece stands in the text it was cut from or becomes; pieces that normalisation changed are guessed."""
    spans, place = list[Span](), 0
    for piece in pieces:
        surface = _surface(piece)
        found = whole.find(surface, place, place + len(surface) + 8) if surface else place
        start = found if found >= 0 else min(place, len(whole))
        end = min(start + len(surface), len(whole))
        spans.append(Span(start, end))
        place = end
    return tuple(spans)


def _surface(piece: str) -> str:
    byte = _BYTE.match(piece)
    if byte:  # a letter of several bytes stands where its first one does
        return "\ufffd" if int(byte[1], 16) < 0x80 or int(byte[1], 16) >= 0xC0 else ""
    return piece.removesuffix("@@").strip("▁").replace("▁", " ")


def links(
    source_pieces: Sequence[Sequence[int]],
    target_pieces: Sequence[Sequence[int]],
    attention: Sequence[Sequence[float]],
) -> tuple[Link, ...]:
    """Links between words, given for each piece the words it belongs to (as `owners` finds them)."""
    looks: dict[int, dict[int, float]] = {}
    for row, targets in zip(attention, target_pieces, strict=False):
        for target in targets:
            seen = looks.setdefault(target, {})
            for share, sources in zip(row, source_pieces, strict=False):
                for source in sources:
                    seen[source] = seen.get(source, 0.0) + share
    pieces = Counter(target for targets in target_pieces for target in targets)
    shares = {target: {s: look / pieces[target] for s, look in seen.items()} for target, seen in looks.items() if seen}
    made = {Link(max(seen, key=seen.__getitem__), target) for target, seen in shares.items()}
    made = {link for link in made if shares[link.target][link.source] >= SURE}
    left = {source for sources in source_pieces for source in sources} - {link.source for link in made}
    for source in left:
        target = max(shares, key=lambda target: shares[target].get(source, 0.0), default=-1)
        if target >= 0 and shares[target].get(source, 0.0) >= SURE / 2:
            made.add(Link(source, target))
    return tuple(sorted(made))


def owners(spans: Sequence[Span], words: Sequence[Span]) -> list[list[int]]:
    """For each span, the words it shares characters with; one inside no word (a sign) has none."""
    found, first = list[list[int]](), 0
    for span in spans:
        while first < len(words) and words[first].end <= span.start:
            first += 1
        own, place = list[int](), first
        while place < len(words) and words[place].start < max(span.end, span.start):
            own.append(place)
            place += 1
        found.append(own)
    return found


def word_spans(whole: str) -> tuple[Span, ...]:
    """The words that links are counted in."""
    return tuple(Span(word.start, word.end) for word in text.words(whole))


__all__ = ["links", "owners", "piece_spans", "word_spans"]
