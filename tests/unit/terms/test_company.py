"""What the words beside a term say against it, class by class."""

from __future__ import annotations

from functools import cache

import pytest

from reader import terms
from reader.model import Entry
from reader.terms import Glossary

_VERBS = (
    "komme til", "komme tilbake til", "gi seg", "stille på", "se ut", "se på", "sette på", "si fra", "kaste opp",
    "holde på", "gå opp for", "bli igjen", "få … til å", "la være", "gå over", "ta over", "finne sted", "ha lyst på",
    "glede seg til", "bry seg om", "komme an på", "ha … med seg", "ta stilling til", "bli enig om", "gi grønt lys",
    "vise hvor skapet skal stå", "være med", "stå på bar bakke", "komme fram",
)  # fmt: skip
_ADVERBS = (
    "til slutt", "til sist", "på plass", "på is", "i år", "i vår", "så godt som", "ikke lenger", "uten videre",
    "hele tiden", "i bunn og grunn", "for godt",
)  # fmt: skip


@cache
def glossary() -> Glossary:
    entries = [Entry(lemma, ("x",), "verb") for lemma in _VERBS] + [Entry(lemma, ("x",), "adv") for lemma in _ADVERBS]
    entries += [Entry("ta", ("take",), "verb", nynorsk=("ta",)), Entry("bli", ("become",), "verb", nynorsk=("verte",))]
    entries += [Entry("enig", ("agreed",), "adj", nynorsk=("einig",)), Entry("EØS", ("EEA",), "propn", case=True)]
    entries += [Entry("med mindre", ("unless",), "sconj"), Entry("jo … desto", ("the … the",), "cconj")]
    entries += [Entry("tingretten", ("the District Court",), "noun"), Entry("en rekke", ("a number of",), "det")]
    return Glossary.of(entries)


def strong(text: str, language: str = "nb") -> set[str]:
    return {match.entry.lemma for match in terms.match(text, glossary(), language) if match.confidence >= terms.WEAK}


@pytest.mark.parametrize(
    ("text", "there", "absent"),
    [
        ("Gjestene kom til slutt hjem.", "til slutt", "komme til"),
        ("Hun kom tilbake til sist.", "til sist", "komme tilbake til"),
        ("De stilte skapet på plass.", "på plass", "stille på"),
        ("Vi har lyst på is.", "ha lyst på", ""),
        ("Vi så ut gjennom porten.", "", "se ut"),
        ("Hun ser sliten ut.", "se ut", ""),
        ("Eleven sa fra kateteret at hun var klar.", "", "si fra"),
        ("Eleven sa fra om det.", "si fra", ""),
        ("De kastet et tau opp.", "", "kaste opp"),
        ("Katten kastet opp.", "kaste opp", ""),
        ("De holdt en tale på torget.", "", "holde på"),
        ("Det gikk opp for oss.", "gå opp for", ""),
        ("Kursen gikk opp for femte dag på rad.", "", "gå opp for"),
        ("Saken ble gjenåpnet igjen.", "", "bli igjen"),
        ("Barna ble igjen hjemme.", "bli igjen", ""),
        ("De fikk henne til å synge.", "få … til å", ""),
        ("De fikk ny sjanse til å synge.", "", "få … til å"),
        ("La dette være en advarsel.", "", "la være"),
        ("De gikk over tjue kilometer.", "", "gå over"),
        ("Hun tok over firmaet.", "ta over", ""),
        ("De fant ikke noe sted.", "", "finne sted"),
        ("Møtet fant aldri sted.", "finne sted", ""),
        ("Han er med bil.", "", "være med"),
        ("Er du med?", "være med", ""),
        ("I år 1814 var alt klart.", "", "i år"),
        ("I år er alt klart.", "i år", ""),
        ("Det er uvanlig i vår familie.", "", "i vår"),
        ("Vi reiser i vår.", "i vår", ""),
        ("Huset er så godt som ferdig.", "så godt som", ""),
        ("Hun sang så godt som hun kunne.", "", "så godt som"),
        ("Han varer ikke lenger enn meg.", "", "ikke lenger"),
        ("Uten videre hjelp ga han opp.", "", "uten videre"),
        ("Med mindre regn i sommer blir det tørt.", "", "med mindre"),
        ("Med mindre han kommer, drar vi.", "med mindre", ""),
        ("Jo eldre han blir, desto klokere er han.", "jo … desto", ""),
        ("Han kom jo hjem, og desto finere var det.", "", "jo … desto"),
        ("Hun blir ofte sett på som streng.", "se på", "sette på"),
        ("Hun lo og så på katten.", "se på", ""),
        ("Vi spiste, og så på kvelden dro vi.", "", "se på"),
        ("Været så bra ut.", "se ut", ""),
        ("Gleder meg til sommeren!", "glede seg til", ""),
        ("Ikke bry deg om det.", "bry seg om", ""),
        ("Det kommer i bunn og grunn an på prisen.", "komme an på", ""),
        ("Hun hadde kart og kompass med seg.", "ha … med seg", ""),
        ("Naboen ga ham grønt lys.", "gi grønt lys", ""),
        ("Nå viser hun hvor skapet sto.", "", "vise hvor skapet skal stå"),
        ("Nå viser hun hvor skapet skulle stå.", "vise hvor skapet skal stå", ""),
        ("EØSs regler gjelder.", "EØS", ""),
        ("Saken skal til tingretten.", "tingretten", ""),
        ("I høst sto familien på bar bakke.", "stå på bar bakke", ""),
        ("De sto i en rekke langs veien.", "", "en rekke"),
        ("Han har vært i en rekke land.", "en rekke", ""),
    ],
)
def test_neighbours(text: str, there: str, absent: str) -> None:
    found = strong(text)
    assert not there or there in found, found
    assert not absent or absent not in found, found


@pytest.mark.parametrize(
    ("text", "lemma"),
    [("Dei har teke stilling til saka.", "ta stilling til"), ("Dei vart einige om prisen.", "bli enig om")],
)
def test_nynorsk_forms_inside_a_phrase(text: str, lemma: str) -> None:
    assert lemma in strong(text, "nn")


def test_a_noun_between_makes_a_term_faint() -> None:
    (match,) = (each for each in terms.match("Da holdt mannen på.", glossary()) if each.entry.lemma == "holde på")
    assert match.confidence < terms.WEAK
