"""Tables for `company`: which terms take no object, and which words never stand beside a term."""

from __future__ import annotations

from typing import Final


def _set(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


INTRANSITIVE: Final = _set(
    "gå komme stå bli være sitte ligge dra reise henge falle løpe smake tenke leve bo dø skje virke vokse springe",
    "flytte snakke høre synke stige stupe krype møtes vente stole streike stemme slutte forsvinne flykte rase",
)
"""Verbs without an object: a noun after one is its subject, and that only where the verb comes first."""

NO_OBJECT: Final = frozenset({
    "holde på", "finne ut", "ta i", "ta til", "føre fram", "føre frem", "smake til", "si fra", "si ifra", "kaste opp",
    "slå til", "slå an", "se ut", "holde til", "holde ut", "gi etter", "gi seg", "ta av", "henge med", "følge med",
    "se opp", "ta etter", "ta fatt", "gjøre opp", "stå på", "stå opp",
})  # fmt: skip
"""Particle verbs without an object of their own, of verbs that may have one elsewhere."""

UNDIVIDED: Final = frozenset({"ta i", "finne på", "slå på"})
"""Particle verbs with nothing but a subject pronoun and adverbs inside: "tok meg i armen", "fant den på loftet"."""

ABSOLUTE: Final[dict[str, str]] = {
    "si fra": "NMET", "si ifra": "NMET", "henge med": "NM", "være med": "NMJT", "ta til": "NME",
    "slå til": "NT", "se ut": "NMT", "stå ved": "N", "stå på": "NMTDE", "holde til": "NMT",
    "være til": "NMJT", "gå under": "NMTDE",
}  # fmt: skip
"""Particles that take nothing after them → letters of `wordclass` that show another preposition."""

NOT_BEFORE: Final[dict[str, frozenset[str]]] = {
    "se ut": _set("av gjennom over mot på fra i vinduet mellom"),
    "se opp": _set("mot på"),
    "hele tiden": _set("jeg du han hun vi de man som"),
    "for tiden": _set("jeg du han hun vi de man som"),
    "hele tida": _set("jeg du han hun vi de man som"),
    "ikke sant": _set("at"),
    "stå opp": _set("mot ned"),
    "komme seg": _set(
        "opp ut inn ned fram frem bort hjem heim tilbake unna vekk videre vidare rundt hit dit over under gjennom",
        "i på til av fra frå forbi",
    ),
    "slå på": _set(
        "bordet ruta ruten rutene vinduet vinduene veggen veggene taket døra døren dørene tromme trommer tromma",
        "trommene hodet kneet låret lårene skulderen skuldra glasset",
    ),
    "så godt som": _set("jeg du han hun vi man de det den dere mulig"),
    "hva skjer": _set("med i på etter når hvis om der her nå da videre"),
    "for godt": _set("til for"),
    "på den ene siden": _set("av"),
    "på den andre siden": _set("av"),
    "på den annen side": _set("av"),
    "uten videre": _set("å"),
}

NOT_AFTER: Final[dict[str, frozenset[str]]] = {
    "ikke sant": _set("er var"),
    "en rekke": _set("i på"),
}
QUANTIFIERS: Final = frozenset({"en rekke"})
"""With a noun after them they are themselves whatever stands before: "i en rekke land"."""

SEASONS: Final = frozenset({"i år", "i vår", "i sommer", "i høst", "i vinter"})
"""Adverbials that a number or another noun makes something else: "i år 2000", "i år etter år", "i vår tid"."""

BARE: Final[dict[str, str]] = {"for godt": "J", "uten videre": "NM"}
"""Adverbials → letters of a next word that makes them a degree or an attribute: "for godt oppdratt"."""

DIRECTIONS: Final = _set("opp ut inn ned fram frem bort hjem tilbake")

NOUNS_WITH_INFINITIVE: Final = _set(
    "tid anledning lov råd penger penge grunn mulighet sjanse rett evne lyst mot krefter kraft plass tillatelse",
    "ordre beskjed hjelp fullmakt myndighet frihet oppgave plikt tilbud midler middel støtte makt høve ro ork",
    "energi bevilgning adgang overskudd motivasjon inspirasjon bidrag lån oppfordring beredskap forslag",
)
"""Nouns with their own "til å": "fikk penger til å" is no få … til å."""

TIMES: Final = _set("klokka klokken kl mandag tirsdag onsdag torsdag fredag lørdag søndag")
"""Nouns of time without a preposition: "møtet tok til klokka ti"."""

NUMERALS: Final = _set(
    "to tre fire fem seks sju syv åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tjue tyve",
    "tretti tredve førti femti seksti sytti åtti nitti hundre tusen",
)
"""Number words that "over" and "under" measure with: "gikk over tjue kilometer"."""
