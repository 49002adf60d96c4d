"""Where sentences end; what is one sentence stands here too. "|" marks a cut."""

from __future__ import annotations

import unicodedata

import pytest

from reader.model import Span
from reader.text import sentences

NORWEGIAN = """
Chr. Michelsen ble statsminister. |Han kom fra Bergen.
Prisen steg med 1 pst. av beløpet. |Det er mye.
Rommet koster 900 kr. inkl. frokost.
Dette følger av loven, jf. paragraf 4.
«Kommer du?» spør hun. |«Nei!» sier han.
– Kommer du? spør hun. |– Nei, sier han.
Det er snart jul. |Vi gleder oss.
Vent et min. |Så kommer jeg.
Det kostet 50 kr. |Det var dyrt.
Vi kjøpte epler, pærer osv. |Men ingen bananer.
Han ble født 17. mai 1905.
Møtet er kl. 18.30 i morgen.
Forfatteren J. K. Rowling bor i Skottland.
Vi har en plan B. |Den er god.
NATOs 27. og 28. medlemsland.
Bjørnson (f. 1832) skrev den.
Han bor i Storgt. 5. |Hun bor i Kirkevn. 7.
Vi møtes ons. 12. mars.
Hva?! |Det er ikke sant!
Spillet «Guitar Hero: World Tour» er nytt.
Foto: Bjørn Kraft
Det var gøy :-)
Den nye ministeren fulgte opp |- Vi må samarbeide, sa han.
Toget Oslo – Bergen er fullt.
Les mer på vg.no. |Det er gratis.
""".strip().splitlines()
ENGLISH = """
Mr. Smith went to Washington D.C. on Jan. 5. |He stayed there.
The U.S. Army is big. |It costs a lot.
“Are you coming?” she asked. |“No,” he said.
I saw Dr. J. K. Brown at 5 p.m. yesterday.
We sell apples, pears, etc. |Come by.
See Fig. 3 and p. 12.
It was 5 p.m. |We left.
He lives in the U.S. |She lives here.
The company, Apple Inc., is rich.
""".strip().splitlines()


@pytest.mark.parametrize(
    ("marked", "language"), [(line, "nb") for line in NORWEGIAN] + [(line, "en") for line in ENGLISH]
)
def test_sentences(marked: str, language: str) -> None:
    text = marked.replace("|", "")
    assert [span.of(text) for span in sentences(text, Span(0, len(text)), language)] == marked.split("|")
    apart = unicodedata.normalize("NFD", text)
    cuts = [unicodedata.normalize("NFC", span.of(apart)) for span in sentences(apart, None, language)]
    assert cuts == marked.split("|")


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Utenfor. Han kom. Hun gikk. Utenfor."
    assert sentences(text, Span(9, 28)) == (Span(9, 18), Span(18, 28))
    assert sentences(text, Span(4, 4)) == ()


def test_a_blank_line_ends_a_sentence() -> None:
    text = "Uten punktum\n\nog så videre"
    assert [span.of(text) for span in sentences(text)] == ["Uten punktum\n\n", "og så videre"]
