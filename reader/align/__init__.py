"""Which words say the same, and which sentences: links within a unit, beads between a text and its translation."""

from __future__ import annotations

from reader.align.articles import articles
from reader.align.evidence import groups
from reader.align.growing import grown
from reader.align.linking import linked
from reader.align.merging import merged
from reader.align.sentences import Bead, beads
from reader.align.sides import english, norwegian
from reader.model import Link, Unit
from reader.terms import Glossary


def links(unit: Unit, glossary: Glossary, language: str = "nb") -> tuple[Link, ...]:
    """Word links from evidence that needs no model, sorted; the unit needs no terms yet. `language` is the source's."""
    source, target = norwegian(unit.source), english(unit.target)
    chart = linked(groups(unit.source, source, target, glossary, language), source, target)
    grown(chart)
    articles(chart)
    return chart.links()


__all__ = ["Bead", "beads", "links", "merged"]
