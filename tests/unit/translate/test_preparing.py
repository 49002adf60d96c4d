"""What the model sees of a segment, between | when there are several parts; and what becomes of its answer."""

from __future__ import annotations

import pytest

from reader.translate.plain import plain
from reader.translate.preparing import prepared
from reader.translate.restoring import finished, restored

WORDS = frozenset({"møter", "om", "på", "i", "det", "og", "nye", "store", "planer", "annonse"})

SEEN = [
    # a sentence goes through whole
    ("Hei, jeg kommer fra Norge.", "Hei, jeg kommer fra Norge."),
    ("Det er 5 grader – kaldt, 100 % sikkert & fint.", "Det er 5 grader – kaldt, 100 % sikkert & fint."),
    ("Det var «sunn fornuft», sa han.", "Det var «sunn fornuft», sa han."),
    ("«Det går bra», sa hun.", "«Det går bra», sa hun."),
    # turns, bullets, numbers of lists
    ("– Vi ble enige.", "Vi ble enige."),
    ("- Vi ble enige.", "Vi ble enige."),
    ("—Vi ble enige.", "Vi ble enige."),
    ("-Vi ble enige.", "Vi ble enige."),
    ("• Et punkt", "Et punkt"),
    ("* Et punkt", "Et punkt"),
    ("1. Innledning", "Innledning"),
    ("2) Mer", "Mer"),
    ("(3) Mer", "Mer"),
    ("a) Mer", "Mer"),
    # … but not ordinals, minus signs and years
    ("1. mai er en fridag.", "1. mai er en fridag."),
    ("17. Mai feires.", "17. Mai feires."),
    ("-5 grader i dag.", "-5 grader i dag."),
    ("2025 var et godt år.", "2025 var et godt år."),
    # quotes whose partner is the other end, or in another segment
    ("«Det går bra.»", "Det går bra."),
    ("«Det går bra».", "Det går bra"),
    ("– «Det går bra!»", "Det går bra!"),
    ("«Det går bra.", "Det går bra."),
    ("Det går bra.»", "Det går bra."),
    ("“Det går bra.”", "Det går bra."),
    ('"Det går bra."', "Det går bra."),
    ("«Ja» og «nei»", "«Ja» og «nei»"),
    ("(Det går bra.)", "Det går bra."),
    ("NRK (Norge)", "NRK (Norge)"),
    # ellipses
    ("Jeg vet ikke …", "Jeg vet ikke"),
    ("… og så kom han.", "og så kom han."),
    ("Jeg vet ikke... kanskje.", "Jeg vet ikke... kanskje."),
    # signs, emoji, addresses
    ("Hei 😀", "Hei"),
    ("👍🏽 Bra jobbet", "Bra jobbet"),
    ("God dag 👨‍👩‍👧 og hei 🇳🇴", "God dag|og hei"),
    ("Bilde --> Tekst", "Bilde|Tekst"),
    ("A → B | C", "A|B|C"),
    ("https://www.vg.no/a?b=c", ""),
    ("Les mer: https://vg.no/a", "Les mer:"),
    ("Se vg@vg.no for mer.", "Se vg@vg.no for mer."),
    # nothing for the model at all
    ("-->", ""),
    ("***", ""),
    ("12.30", ""),
    ("2025-02", ""),
    ("😀", ""),
    ("", ""),
    # capitals throughout
    ("TRUMP MØTER PUTIN", "Trump møter Putin"),
    ("NYE STORE PLANER", "Nye store planer"),
    ("ANNONSE", "Annonse"),
    ("NATO", "NATO"),
    ("OSLO (NTB): Det er", "OSLO (NTB): Det er"),
    # white space, soft hyphens, words broken at a line end
    ("Hun\n  kom\t hjem.", "Hun kom hjem."),
    ("Uten\u00adriks\u00administer", "Utenriksminister"),
    ("En arbeids-\ngiver", "En arbeidsgiver"),
    ("barne-\nog ungdomsskole", "barne- og ungdomsskole"),
    ("A\u030asne og bla\u030a", "Åsne og blå"),
]


@pytest.mark.parametrize(("segment", "seen"), SEEN)
def test_what_the_model_sees(segment: str, seen: str) -> None:
    parts = prepared(plain(segment), WORDS.__contains__).parts
    assert "|".join(part.text for part in parts if not part.literal) == seen


@pytest.mark.parametrize("segment", [segment for segment, _ in SEEN])
def test_parrots_are_understood(segment: str) -> None:
    """A model that says what it hears gives the segment back: nothing is lost, nothing is moved."""
    whole = prepared(plain(segment), WORDS.__contains__)
    target, spans = restored(whole, [part.text for part in whole.parts if not part.literal])
    assert target == plain(segment).translate(str.maketrans("«»", "“”"))
    assert "".join(span.of(target) for span in spans) == target


@pytest.mark.parametrize("segment", [segment for segment, _ in SEEN])
def test_the_parts_make_up_the_segment(segment: str) -> None:
    text = plain(segment)
    parts = prepared(text, WORDS.__contains__).parts
    assert "".join(part.text for part in parts).casefold() == text.casefold()
    assert all(text[part.start :].casefold().startswith(part.text.casefold()) for part in parts)
    assert plain(text) == text


def test_addresses_can_be_cut_out_inside() -> None:
    parts = prepared("Se https://vg.no/a og hør", around=True).parts
    assert [(part.text, part.literal) for part in parts] == [
        ("Se", False), (" https://vg.no/a ", True), ("og hør", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "answer", "expected"),
    [
        ("Invitert til Moskva", "Invited to Moscow.", "Invited to Moscow"),
        ("Klokka er 8 a.m", "It is 8 a.m.", "It is 8 a.m."),
        ("Jeg kom.", "I came", "I came."),
        ("Kom du?", "Did you come", "Did you come?"),
        ("Jeg kom.", "I came.", "I came."),
        ("Kom du?", "You came.", "You came?"),
        ("og så kom han", "And then he came.", "and then he came"),
        ("og så kom jeg", "I came", "I came"),
        ("som Oslo sa", "Oslo said", "Oslo said"),
        ("og NATO kom", "NATO came", "NATO came"),
        ("Han sa «nei».", "He said «no».", "He said “no”."),
        ("Hei", "", ""),
    ],
)
def test_beginnings_and_endings_are_the_sources(source: str, answer: str, expected: str) -> None:
    assert finished(source, answer) == expected
    assert finished(source, expected) == expected


def test_shouting_is_answered_by_shouting() -> None:
    whole = prepared("– TRUMP MØTER PUTIN 😀", WORDS.__contains__)
    assert restored(whole, ["Trump meets Putin"])[0] == "– TRUMP MEETS PUTIN 😀"
