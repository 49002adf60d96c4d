"""Links of two kinds of evidence in one: what a translation model attended to, and what can be known without it.

A model's attention has an answer for every word, but blurs function words and drifts by a piece or two; links from
evidence are right nine times in ten where they exist, but leave words open that no glossary knows. So evidence stands,
and attention fills what it leaves open (the order of "grow-diag-final-and", Koehn, Och & Marcu 2003).
"""

from __future__ import annotations

from collections.abc import Iterable

from reader.model import Link


def merged(attention: Iterable[Link], evidence: Iterable[Link]) -> tuple[Link, ...]:
    """All of the evidence, and the attention links between words that it left without any; sorted."""
    chosen = set(evidence)
    sources, targets = {link.source for link in chosen}, {link.target for link in chosen}
    return tuple(
        sorted(chosen | {link for link in attention if link.source not in sources and link.target not in targets})
    )
