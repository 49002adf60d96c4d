"""The English article and its Norwegian counterpart: a word of its own (den, det, de), or the ending of the noun.

"den store fordelen" ↔ "the great benefit" links the with den; "samtalen" ↔ "the call" links it with samtalen.
"""

from __future__ import annotations

from reader.align.chart import Chart
from reader.align.wordclass import is_definite, norwegian_class

NEAR = 4
"""Words between an article and its noun."""


def articles(chart: Chart) -> None:
    """ "the" with den/det/de before the same noun, otherwise with the definite noun itself."""
    target = chart.target
    for place, word in enumerate(target.forms):
        if word != "the" or chart.by_target[place]:
            continue
        head = _head(chart, place)
        if head is not None:
            determiner = _determiner(chart, head)
            chart.link(head if determiner is None else determiner, place)


def _head(chart: Chart, article: int) -> int | None:
    """The source noun that the article's noun is linked to: the nearest linked one, or the definite one after it."""
    size = len(chart.target.forms)
    first: int | None = None
    for place in range(article + 1, min(article + 1 + NEAR, size)):
        if chart.target.small[place] and place > article + 1:
            break
        for source in chart.by_target[place]:
            if chart.source.small[source] and not chart.source.written[source][:1].isupper():
                continue
            if is_definite(chart.source.written[source]):
                return source
            if first is None:
                first = source
    if (
        first is not None
        and first + 1 < len(chart.source.forms)
        and norwegian_class(chart.source.written[first]) == "adj"
    ):
        after = first + 1
        if is_definite(chart.source.written[after]) and any(
            abs(place - article) <= NEAR + 1 for place in chart.by_source[after]
        ):
            return after
    return first


def _determiner(chart: Chart, noun: int) -> int | None:
    """The determiner in front of a source noun, adjectives and numbers between; None when it has none."""
    for place in range(noun - 1, max(-1, noun - 1 - NEAR), -1):
        form = chart.source.forms[place]
        if form in ("den", "det", "de", "dei"):
            return None if chart.by_source[place] else place
        if norwegian_class(chart.source.written[place]) not in ("adj", "num"):
            return None
    return None
