from __future__ import annotations

import pytest

from reader.text.faults import faults, protected

FOUND = [
    ("C01", "Det er en fin dag.", "It is a fine day day day day."),
    ("C01", "Hei", "Hello, hello, hello, hello"),
    ("C01", "Han kom hjem i går.", "He came home yesterday he came home yesterday."),
    ("C01", "Hei", "Hahahahahahahahaha"),
    ("C02", "Det kostet 450 kroner.", "It cost kroner."),
    ("C02", "Prisen er 3,5 prosent av 1 200.", "The price is 3.5 percent of 120."),
    ("C03", "Det kostet penger.", "It cost 450 kroner."),
    ("C03", "Det kostet 450 kroner.", "It cost 450 or 470 kroner."),
    ("C04", "Kaffe og te.", "Coffee and tea are two drinks which people all over the world have been fond of."),
    ("C04", "De ble enige om å møtes igjen til våren for å drøfte saken på nytt.", "They agreed."),
    ("C05", "Det er ikke så mye som de trodde.", "Det er ikke så mye som de trodde."),
    ("C05", "Han sa at det ikke var noe å være redd for.", "He said at det ikke var noe å være redd for."),
    ("C05", "Blåbærsyltetøy på brødskiva", "Blåbærsyltetøy på brødskiva"),
    ("C06", "Ærlig talt.", "⁇ rlig talked."),
    ("C06", "Ærlig talt.", "Honestly <unk>."),
    ("C07", "Ærlig talt.", " "),
    ("C08", "Se https://vg.no/a nå", "See it now"),
    ("C08", "Bra 😀", "Good"),
]

RIGHT = [
    ("", ""),
    ("Hei.", "Hello."),
    ("Nei, nei, nei!", "No, no, no!"),
    ("Hahahahahahaha!", "Hahahahahahaha!"),
    ("3 menn og 12 kvinner", "three men and twelve women"),
    ("Det kostet 1 200,50 kroner.", "It cost 1,200.50 kroner."),
    ("Det kostet 1\u00a0200 kroner.", "It cost 1200 kroner."),
    ("Møtet er kl. 15.", "The meeting is at 3 p.m."),
    ("Toget går 14.30.", "The train leaves at 2:30 p.m."),
    ("På 1800-tallet", "In the 19th century"),
    ("På 1800-tallet", "In the nineteenth century"),
    ("På 90-tallet", "In the 1990s"),
    ("På 1990-tallet", "In the nineties"),
    ("Den 12.2.2025 kom han.", "On 12 February 2025 he came."),
    ("Under 2. verdenskrig", "During World War II"),
    ("1. mai", "May Day, the first of May"),
    ("To menn på 20 år", "2 men aged 20"),
    ("Halv åtte", "7:30"),
    ("tjuefem millioner", "25 million"),
    ("Oslo", "Oslo"),
    ("Jens Stoltenberg, NATO", "Jens Stoltenberg, NATO"),
    ("Norsk Hydro i Brasil", "Norsk Hydro in Brazil"),
    ("Sport", "Sport"),
    ("Boka heter «Og bakom synger skogene».", "The book is called “Og bakom synger skogene”."),
    ("Tegnet ⁇ er rart.", "The sign ⁇ is odd."),
    ("Utenriksministeren møtte representantskapsmedlemmene", "The foreign minister met the board"),
]


@pytest.mark.parametrize(("code", "source", "target"), FOUND)
def test_what_is_wrong_is_found(code: str, source: str, target: str) -> None:
    assert code in [fault.code for fault in faults(source, target)]


@pytest.mark.parametrize(("source", "target"), RIGHT)
def test_what_is_right_is_left_alone(source: str, target: str) -> None:
    assert faults(source, target) == ()


def test_faults_are_one_line_each_and_in_order() -> None:
    found = faults("Han har 4500 kroner, se https://vg.no/a.", "He has has has has kroner.")
    assert [fault.code for fault in found] == ["C01", "C02", "C08"]
    assert all("\n" not in fault.message and fault.weight > 0 for fault in found)


def test_what_means_the_same_in_every_language() -> None:
    assert protected("Skriv til a.b@c.no eller se www.d.no/e, 👨‍👩‍👧🇳🇴!") == ["a.b@c.no", "www.d.no/e", "👨‍👩‍👧🇳🇴"]
