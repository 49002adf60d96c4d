"""From the model's attention to links between words.

Each target piece looks at some source pieces; summed over the pieces of a word this says which source words a target
word renders. A target word is linked to the source word it looks at most, and a source word that nothing chose to the
target word that looks at it most (competitive linking, Melamed 2000, in both directions), where the look is strong enough.
"""

from __future__ import annotations

import re
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
    source_words: Sequence[Span],
    target_words: Sequence[Span],
    source_pieces: Sequence[Sequence[int]],
    target_pieces: Sequence[Sequence[int]],
    attention: Sequence[Sequence[float]],
) -> tuple[Link, ...]:
    """Links between words, given for each piece the words it belongs to (as `owners` finds them)."""
    weights = [[0.0] * len(source_words) for _ in target_words]
    counts = [0] * len(target_words)
    for row, targets in zip(attention, target_pieces, strict=False):
        for target in targets:
            counts[target] += 1
            for share, sources in zip(row, source_pieces, strict=False):
                for source in sources:
                    weights[target][source] += share
    made: set[Link] = set()
    for target, row in enumerate(weights):
        if counts[target] and row:
            source = max(range(len(row)), key=row.__getitem__)
            if row[source] >= SURE * counts[target]:
                made.add(Link(source, target))
    chosen = {link.source for link in made}
    for source in range(len(source_words)):
        if source not in chosen and target_words:
            target = max(range(len(target_words)), key=lambda t: weights[t][source] / max(1, counts[t]))
            if counts[target] and weights[target][source] >= SURE / 2 * counts[target]:
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
