"""Links of two kinds of evidence in one: what a translation model attended to, and what can be known without it.

A model's attention knows this sentence, but blurs function words and drifts by a piece or two; a dictionary knows
words, but not which of two it was. So certain links stand, attention fills what they leave open, and links that were
only likely come last (the order of "grow-diag-final-and", Koehn, Och & Marcu 2003, with the dictionary as its core).
"""

from __future__ import annotations

from collections.abc import Iterable

from reader.model import Link


def merged(attention: Iterable[Link], certain: Iterable[Link], likely: Iterable[Link] = ()) -> tuple[Link, ...]:
    """The links to show, sorted; see `graded` for the two kinds that need no model."""
    attended, grown = set(attention), set(likely)
    chosen = set(certain)
    core_sources, core_targets = _words(chosen)
    chosen |= attended & grown
    chosen |= {link for link in attended if link.source not in core_sources and link.target not in core_targets}
    for further in (grown, attended):
        sources, targets = _words(chosen)
        chosen |= {link for link in further if link.source not in sources or link.target not in targets and _beside(link, chosen)}
    return tuple(sorted(chosen))


def _words(links: set[Link]) -> tuple[set[int], set[int]]:
    return {link.source for link in links}, {link.target for link in links}


def _beside(link: Link, chosen: set[Link]) -> bool:
    """Whether a link touches another one, also by a corner."""
    return any(Link(link.source + i, link.target + j) in chosen for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j)
