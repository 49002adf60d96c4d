"""What competition leaves over: auxiliaries, particles, and the words that stand in the same gap.

Links grow outwards from those that have evidence (the idea of "grow-diag", Koehn, Och & Marcu 2003): a content word
between two linked words most likely goes with the content word that stands between their partners; a small word goes
with the word it serves.
"""

from __future__ import annotations

from reader.align import functionwords
from reader.align.chart import Chart
from reader.align.functionwords import listed
from reader.align.wordclass import agree, english_class, norwegian_class

NEAR = 4
"""Words between an auxiliary and the word it serves."""
GAP_WEIGHT = 0.75
"""Support of two words left over at the very same place; every word further apart costs GAP_FAR."""
GAP_FAR = 0.18
GAP_CLASS = 0.08
"""What agreeing word classes add; disagreeing ones cost as much."""
GAP_WEAKEST = 0.35
LONG = 9
"""Letters: a verb or adjective this long may be a compound."""

PARTICLES = listed(
    "opp ned ut inn fram frem bort av på til med over om etter fra for imot igjen tilbake løs fast gjennom unna i ved "
    "oppe nede ute inne framme an fatt sammen under"
)
"""May belong to the verb before them."""
VERBS = listed("ha har hadde få får fikk fått gjør gjorde la lar lot blir ble bli")
"""Function words that are content words when nothing small is left for them."""
PARTICLES_ENGLISH = listed("up down out in off on over away back about through along forward to into at for after from")


def grown(chart: Chart) -> None:
    """Adds to the chart what its links make likely."""
    _gaps(chart)
    _compounds(chart)
    _particles(chart)
    _served(chart)


def _gaps(chart: Chart) -> None:
    """Content words left over on both sides, best-placed pairs first."""
    sources = [
        place for place in chart.free_sources() if not chart.source.small[place] or chart.source.forms[place] in VERBS
    ]
    targets = [place for place in chart.free_targets() if not chart.target.small[place]]
    if not sources or not targets:
        return
    where = chart.places()
    classes = {place: english_class(chart.target.forms, place) for place in targets}
    scored = []
    for i in sources:
        own = norwegian_class(chart.source.written[i])
        for j in where.candidates(i, targets):
            support = GAP_WEIGHT - GAP_FAR * where.distance((i,), (j,)) + GAP_CLASS * agree(own, classes[j])
            if support >= GAP_WEAKEST:
                scored.append((-support, i, j))
    for _, i, j in sorted(scored):
        if not chart.by_source[i] and not chart.by_target[j]:
            chart.link(i, j)


def _compounds(chart: Chart) -> None:
    """Content words left over right before (or after) the partner of a noun: "fishing boat" ↔ "sjark"."""
    for place in reversed(chart.free_targets()):
        if chart.target.small[place]:
            continue
        for beside in (place + 1, place - 1):
            owner = _noun_at(chart, beside)
            if owner is not None:
                chart.link(owner, place)
                break


def _noun_at(chart: Chart, place: int) -> int | None:
    """The one source noun linked to a target content word, unless a neighbour of it still looks for a partner."""
    if not 0 <= place < len(chart.target.forms) or chart.target.small[place] or len(chart.by_target[place]) != 1:
        return None
    owner = chart.by_target[place][0]
    around = (owner - 1, owner + 1)
    if any(0 <= i < len(chart.source.forms) and not chart.by_source[i] and not chart.source.small[i] for i in around):
        return None
    long = len(chart.source.forms[owner]) >= LONG and norwegian_class(chart.source.written[owner]) in (
        "verb",
        "adj",
        "adv",
    )
    return owner if long or norwegian_class(chart.source.written[owner]) in ("noun", "propn") else None


def _particles(chart: Chart) -> None:
    """A particle without a partner goes with its verb's: "sa … opp" ↔ "quit", "reiste" ↔ "got up"."""
    for place in chart.free_sources():
        if chart.source.forms[place] in PARTICLES and (verb := _verb_before(chart, place)) is not None:
            for j in chart.by_source[verb][:1]:
                chart.link(place, j)
    for place in chart.free_targets():
        if chart.target.forms[place] in PARTICLES_ENGLISH and place:
            owners = chart.by_target[place - 1]
            if owners and norwegian_class(chart.source.written[owners[0]]) == "verb":
                chart.link(owners[0], place)


def _verb_before(chart: Chart, place: int, near: int = 2) -> int | None:
    for before in range(place - 1, max(-1, place - 1 - near), -1):
        if chart.by_source[before] and norwegian_class(chart.source.written[before]) == "verb":
            return before
        if near < NEAR and not chart.source.small[before]:
            return None
    return None


def _served(chart: Chart) -> None:
    """Small words with nothing of their own on the other side, and the word that they serve."""
    for place in reversed(chart.free_targets()):
        word = chart.target.forms[place]
        if word in functionwords.AUXILIARIES:
            _auxiliary(chart, place)
        elif word in functionwords.POSSESSIVES or word == "of":
            _before_noun(chart, place)
        elif word in ("most", "more"):
            _degree(chart, place)
    for place in chart.free_sources():
        form = chart.source.forms[place]
        if form in functionwords.AUXILIARY_FORMS or form == "å":
            _before_verb(chart, place)
        elif form == "seg" and (verb := _verb_before(chart, place, NEAR)) is not None:
            chart.link(place, chart.by_source[verb][0])


def _auxiliary(chart: Chart, place: int) -> None:
    """An English auxiliary: with the next one's partner, or a Norwegian auxiliary left over, or the verb it serves."""
    for after in range(place + 1, min(place + 1 + NEAR, len(chart.target.forms))):
        for owner in chart.by_target[after]:
            if chart.target.forms[after] in functionwords.AUXILIARIES:
                chart.link(owner, place)
                return
            if not chart.target.small[after] and norwegian_class(chart.source.written[owner]) in ("verb", "adj"):
                for before in range(owner - 1, max(-1, owner - 1 - NEAR), -1):
                    if chart.source.forms[before] in functionwords.AUXILIARY_FORMS and not chart.by_source[before]:
                        owner = before
                        break
                chart.link(owner, place)
                return


def _before_noun(chart: Chart, place: int) -> None:
    """A possessive or "of": with the noun after it."""
    for after in range(place + 1, min(place + 1 + NEAR, len(chart.target.forms))):
        for owner in chart.by_target[after]:
            if not chart.target.small[after] and norwegian_class(chart.source.written[owner]) not in (
                "verb",
                "adj",
                "adv",
            ):
                chart.link(owner, place)
                return


def _degree(chart: Chart, place: int) -> None:
    """ "most common" ↔ "vanligste"."""
    for owner in chart.by_target[place + 1] if place + 1 < len(chart.by_target) else ():
        if chart.source.forms[owner].endswith(("ere", "est", "este", "ste")):
            chart.link(owner, place)


def _before_verb(chart: Chart, place: int) -> None:
    """A Norwegian auxiliary or å: with what its verb is linked to, the auxiliary first."""
    for after in range(place + 1, min(place + 1 + NEAR, len(chart.source.forms))):
        row = chart.by_source[after]
        if row and norwegian_class(chart.source.written[after]) in ("verb", "adj"):
            chart.link(place, min(row) if chart.source.forms[place] != "å" else max(row))
            return
