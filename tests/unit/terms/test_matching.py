"""What is found in Norwegian and how; and what must be left alone."""

from __future__ import annotations

import unicodedata

import pytest

from reader import terms
from reader.model import How, TermMatch
from reader.terms import Glossary
from tests.unit.terms.samples import glossary

Expected = list[tuple[str, str, How]]
EXACT, INFLECTED, MULTI, APART, COMPOUND = How.EXACT, How.INFLECTED, How.MULTIWORD, How.SEPARATED, How.COMPOUND


def surface(text: str, match: TermMatch) -> str:
    return " … ".join(span.of(text) for span in match.source)


def found(text: str, language: str = "nb") -> Expected:
    """(surface, lemma, how) of the highlighted terms."""
    matches = terms.match(text, glossary(), language)
    return [(surface(text, match), match.entry.lemma, match.how) for match in matches if match.entry.highlight]


TABLE: list[tuple[str, Expected]] = [
    ("Løslatelsen kom i går.", [("Løslatelsen", "løslatelse", INFLECTED)]),
    ("LØSLATELSE I NATT", [("LØSLATELSE", "løslatelse", EXACT)]),
    ("løs\u00adlatelsens", [("løs\u00adlatelsens", "løslatelse", INFLECTED)]),
    ("bøkenes rygger", [("bøkenes", "bok", INFLECTED)]),
    ("Han gikk ikke på NAV i dag.", [("NAV", "NAV", EXACT), ("i dag", "i dag", MULTI)]),
    ("NAVs kontor", [("NAVs", "NAV", INFLECTED)]),
    ("Det ligger en nav på hjulet.", []),
    ("fredsforhandlingene", [("fredsforhandlingene", "forhandling", COMPOUND)]),
    ("CIA-direktøren", [("CIA-direktøren", "direktør", COMPOUND)]),
    ("direktøren og kampanjeslagord", [("direktøren", "direktør", INFLECTED), ("kampanjeslagord", "slagord", COMPOUND)]),
    ("ærligheten og hindringen", []),
    ("den sunne fornuften", [("sunne fornuften", "sunn fornuft", MULTI)]),
    ("sunn\u00a0fornuft", [("sunn\u00a0fornuft", "sunn fornuft", MULTI)]),
    ("sunn\nfornuft", [("sunn\nfornuft", "sunn fornuft", MULTI)]),
    ("sunn\n\nfornuft", [("fornuft", "fornuft", EXACT)]),
    ("Det hvite hus’ talsmann", [("Det hvite hus’", "Det hvite hus", MULTI)]),
    ("Det hvite hus er stengt.", [("Det hvite hus", "Det hvite hus", MULTI)]),
    ("et hvitt hus, det hvite huset", []),
    ("de sosiale mediene", [("sosiale mediene", "sosiale medier", MULTI)]),
    ("I dag er det 17. mai.", [("I dag", "i dag", MULTI), ("17. mai", "17. mai", MULTI)]),
    ("i dagen som kommer", []),
    ("I tillegg til ham kom hun.", [("I tillegg til", "i tillegg til", MULTI)]),
    ("I tillegg kom hun.", [("I tillegg", "i tillegg", MULTI)]),
    ("Han skrøt også av bilen.", [("skrøt … av", "skryte av", APART)]),
    ("Tok han seg tid?", [("Tok … seg tid", "ta seg tid", APART)]),
    ("Hun tok seg god tid.", [("tok seg … tid", "ta seg tid", APART)]),
    ("Jeg tok meg tid, og du tok deg tid.", [("tok meg tid", "ta seg tid", MULTI), ("tok deg tid", "ta seg tid", MULTI)]),
    ("Partiene ble også enige om dette.", [("ble … enige om", "bli enig om", APART)]),
    ("De er enige om alt.", [("er enige om", "bli enig om", MULTI)]),
    ("Vi har blitt enige om det.", [("blitt enige om", "bli enig om", MULTI)]),
    ("Han skal ha benyttet seg av det.", [("benyttet seg av", "benytte seg av", MULTI)]),
    ("De benyttet seg flittig av tilbudet.", [("benyttet seg … av", "benytte seg av", APART)]),
    ("Han tar boka med seg.", [("tar … med seg", "ta … med seg", APART), ("boka", "bok", INFLECTED)]),
    ("Ta med deg boka!", [("Ta med deg", "ta … med seg", MULTI), ("boka", "bok", INFLECTED)]),
    ("De la ned fabrikken.", [("la ned", "legge ned", MULTI), ("fabrikken", "fabrikk", INFLECTED)]),
    ("De legger fabrikken ned.", [("legger … ned", "legge ned", APART), ("fabrikken", "fabrikk", INFLECTED)]),
    ("Fabrikken ble lagt ned.", [("Fabrikken", "fabrikk", INFLECTED), ("lagt ned", "legge ned", MULTI)]),
    ("Møtet fant ikke sted.", [("fant … sted", "finne sted", APART)]),
    ("Hun satte stor pris på det.", [("satte … pris på", "sette pris på", APART)]),
    ("Han satte prisen på huset.", []),
    ("Var hun klar over det?", [("Var … klar over", "være klar over", APART)]),
    ("Vi gjorde vårt beste.", [("gjorde vårt beste", "gjøre sitt beste", MULTI)]),
    ("Det viste seg å stemme.", [("viste seg", "vise seg", MULTI)]),
    ("Han viste meg veien.", [("viste", "vise", INFLECTED)]),
    ("for tre år siden", [("for … siden", "for … siden", APART)]),
    ("Både far og mor kom.", [("Både … og", "både … og", APART)]),
    ("Den som tier, samtykker.", [("Den som tier, samtykker", "den som tier, samtykker", MULTI)]),
    ("Den som tier samtykker.", [("Den som tier samtykker", "den som tier, samtykker", MULTI)]),
    ("25 prosent mva. kommer i tillegg.", [("mva", "mva.", EXACT), ("i tillegg", "i tillegg", MULTI)]),
    ("Prisen er uten mva.", [("mva", "mva.", EXACT)]),
    ("våre respektive team", [("respektive", "respektive", EXACT)]),
    ("Statsminister Berg og Stein Berg kom.", []),
    ("Berg og dal.", [("Berg", "berg", EXACT)]),
    ("Gaa ikke under traer og traerne.", []),
    ("en bog om krisa", [("krisa", "krise", INFLECTED)]),
    ("Han tok ikke boka. Seg tid.", [("boka", "bok", INFLECTED)]),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_terms(text: str, expected: Expected) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_decomposed_letters_change_nothing(text: str, expected: Expected) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    matches = [match for match in terms.match(decomposed, glossary()) if match.entry.highlight]
    assert [(match.entry.lemma, match.how) for match in matches] == [(lemma, how) for _, lemma, how in expected]


AMBIGUOUS = [
    ("Hun er gift med en lege.", "gift", "adj", True),
    ("Soppen inneholder sterk gift.", "gift", "noun", True),
    ("Han led av en sykdom.", "lide", "verb", True),
    ("et vondt ledd og et led i kjeden", "led", "noun", True),
    ("Det står et tre i hagen.", "tre", "noun", True),
    ("Jeg har tre barn.", "tre", "num", True),
    ("De brukte gift.", "gift", "noun", False),
]


@pytest.mark.parametrize(("text", "lemma", "pos", "sure"), AMBIGUOUS)
def test_context_decides_or_says_that_it_does_not(text: str, lemma: str, pos: str, sure: bool) -> None:
    matches = [match for match in terms.match(text, glossary()) if match.entry.lemma == lemma]
    (match,) = matches
    if sure:
        assert match.entry.pos == pos
        assert match.confidence >= terms.WEAK
    else:
        assert pos in {match.entry.pos, *(entry.pos for entry in match.alternatives)}


def test_a_term_inside_a_longer_one_stays_within_reach() -> None:
    (match,) = terms.match("i tillegg til", glossary())
    assert [(inner.entry.lemma, inner.how) for inner in match.inner] == [("i tillegg", MULTI)]
    (match,) = terms.match("sunn fornuft", glossary())
    assert [inner.entry.lemma for inner in match.inner] == ["sunn", "fornuft"]


def test_reasons() -> None:
    def reason(text: str) -> str:
        return terms.match(text, glossary())[0].reason

    assert reason("fornuft") == ""
    assert reason("fornuften") == "inflected form of fornuft"
    assert reason("fornuftens") == "genitive of fornuft"
    assert reason("fredsforhandlinger") == "compound: fred + forhandlinger"
    assert reason("tok seg tid") == "form of ta seg tid"
    assert reason("tok han seg tid") == "form of ta seg tid, with words between"


def test_confidence_falls_with_distance() -> None:
    def confidence(text: str) -> float:
        return terms.match(text, glossary())[0].confidence

    tiers = ["fornuft", "sunn fornuft", "fornuften", "tok han seg tid", "fredsforhandling"]
    assert [confidence(text) for text in tiers] == [1.0, 0.98, 0.95, 0.85, 0.6]
    assert confidence("fredsforhandling") < terms.WEAK <= confidence("tok han seg tid")


def test_nynorsk_lemmas_only_in_nynorsk() -> None:
    assert found("Eg vil grine.", "nn") == [("grine", "gråte", EXACT)]
    assert found("Jeg vil grine.") == []


@pytest.mark.parametrize(
    ("form", "lemmas"),
    [
        ("fornuften", ["fornuft"]), ("sunne fornuften", ["sunn fornuft"]), ("gift", ["gift", "gift"]), ("tok seg tid", ["ta seg tid"]),
        ("xyz", []), ("", []), (" bok ", ["bok"]), ("bok og bok", []),
    ],
)  # fmt: skip
def test_lookup(form: str, lemmas: list[str]) -> None:
    assert [entry.lemma for entry in glossary().lookup(form)] == lemmas


def test_a_long_text_is_worked_through_in_pieces() -> None:
    paragraph = "Han tok seg tid. Sunn fornuft er bra.\n"
    text = paragraph * 3000
    matches = terms.match(text, glossary())
    assert [surface(text, match) for match in matches if match.entry.highlight] == [
        "tok seg tid",
        "Sunn fornuft",
    ] * 3000
    once = terms.match(paragraph, glossary())
    assert len(matches) == 3000 * len(once)
    assert matches[-1].inner[0].start == len(text) - len(paragraph) + once[-1].inner[0].start


def test_what_was_read_before_decides_nothing() -> None:
    held = Glossary.of(glossary().entries)
    fresh = terms.match("Hun er gift med en lege.", glossary())
    terms.match("respektive om gift er på sky på", held)
    assert terms.match("Hun er gift med en lege.", held) == fresh
