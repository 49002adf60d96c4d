"""The glossary at work: loading and checking it, finding its terms in Norwegian and their renderings in English."""

from __future__ import annotations

from reader.terms.glossary import Glossary
from reader.terms.glossing import Glossed, glossed
from reader.terms.loading import load, shipped
from reader.terms.annotating import annotated
from reader.terms.matching import match
from reader.terms.problems import Problem

WEAK = 0.75
"""Matches recognised with less confidence than this are drawn faintly."""

__all__ = ["Glossary", "Glossed", "Problem", "WEAK", "annotated", "glossed", "load", "match", "shipped"]
