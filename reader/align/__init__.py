"""Which words say the same, and which sentences: links within a unit, beads between a text and its translation."""

from __future__ import annotations

from typing import NamedTuple

from reader.align.evidence import groups
from reader.align.growing import articles, grown
from reader.align.linking import linked
from reader.align.merging import merged
from reader.align.sentences import Bead, beads
from reader.align.sides import english, norwegian
from reader.model import Link, Unit
from reader.terms import Glossary


class Graded(NamedTuple):
    """Links by what they rest on; no link is in both."""

    certain: tuple[Link, ...]
    """On evidence about the words themselves: glossary, number, name, spelling."""
    likely: tuple[Link, ...]
    """On their place between the others."""


def links(unit: Unit, glossary: Glossary) -> tuple[Link, ...]:
    """Word links from evidence that needs no model: sorted, each once, within both sides. Needs no terms in the unit."""
    return tuple(sorted([*(found := graded(unit, glossary)).certain, *found.likely]))


def graded(unit: Unit, glossary: Glossary) -> Graded:
    """The same links in two classes, for `merged` with a model's attention."""
    source, target = norwegian(unit.source), english(unit.target)
    chart = linked(groups(unit.source, source, target, glossary), source, target)
    certain = chart.links()
    grown(chart)
    articles(chart)
    known = set(certain)
    return Graded(certain, tuple([link for link in chart.links() if link not in known]))


__all__ = ["Bead", "Graded", "beads", "graded", "links", "merged"]
