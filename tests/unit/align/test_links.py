"""Word links: tables of small pairs that each show one kind of evidence."""

from __future__ import annotations

import pytest

from reader import align, terms
from reader.model import Entry, Kind, Link, Span, Unit
from reader.terms import Glossary
from reader.text import words

GLOSSARY = Glossary.of(
    (
        Entry("utenriksminister", ("foreign minister",), "noun"),
        Entry("sunn fornuft", ("common sense",), "noun"),
        Entry("fornuft", ("reason", "sense"), "noun"),
        Entry("ta seg tid", ("take the time",), "verb"),
        Entry("på grunn av", ("because of", "due to"), "adp"),
        Entry("samtale", ("conversation", "call"), "noun"),
        Entry("hus", ("house",), "noun"),
        Entry("båt", ("boat",), "noun"),
        Entry("fiske", ("fish",), "verb"),
        Entry("kjøpe", ("buy",), "verb"),
        Entry("se", ("see", "look"), "verb"),
        Entry("stor", ("big", "large", "great"), "adj"),
        Entry("rød", ("red",), "adj"),
        Entry("si opp", ("quit", "resign"), "verb"),
        Entry("jobb", ("job",), "noun"),
        Entry("regn", ("rain",), "noun"),
    )
)


def unit(source: str, target: str) -> Unit:
    return Unit(source, Span(0, len(source)), Kind.BODY, 0, 0, target)


def linked(source: str, target: str, glossary: Glossary = GLOSSARY) -> str:
    """Every link as "word/word", in order."""
    here, there = words(source), words(target)
    return " ".join(f"{here[i].text}/{there[j].text}" for i, j in align.links(unit(source, target), glossary))


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        # glossary, inflected on both sides; the article with the definite noun
        ("Jeg kjøpte husene.", "I bought the houses.", "Jeg/I kjøpte/bought husene/the husene/houses"),
        ("Det store huset", "The big house", "Det/The store/big huset/house"),
        # several words on one side, on both
        ("utenriksminister", "foreign minister", "utenriksminister/foreign utenriksminister/minister"),
        ("sunn fornuft", "common sense", "sunn/common fornuft/sense"),
        ("på grunn av regnet", "because of the rain", "på/because grunn/because av/of regnet/the regnet/rain"),
        # a verb and its particle
        ("Hun sa opp jobben", "She quit the job", "Hun/She sa/quit opp/quit jobben/the jobben/job"),
        # a compound by its members, unknown as a whole
        ("en fiskebåt", "a fish boat", "en/a fiskebåt/fish fiskebåt/boat"),
        # numbers, months, ordinals, as each language writes them
        ("1 250 kroner", "1,250 kroner", "1 250/1,250 kroner/kroner"),
        ("3,5 prosent", "3.5 percent", "3,5/3.5 prosent/percent"),
        ("tolv båter", "12 boats", "tolv/12 båter/boats"),
        ("17. mai 1814", "17 May 1814", "17/17 mai/May 1814/1814"),
        ("kl. 04.15", "at 4.15", "kl./at 04.15/4.15"),
        ("på 1800-tallet", "in the 19th century", "på/in 1800-tallet/the 1800-tallet/19th 1800-tallet/century"),
        # names and loans by their spelling
        ("Zelenskyj i Ukraina", "Zelenskyy in Ukraine", "Zelenskyj/Zelenskyy i/in Ukraina/Ukraine"),
        ("politisk diskusjon", "political discussion", "politisk/political diskusjon/discussion"),
        # grammar: do-support, contraction, infinitive
        ("Jeg ser ikke huset", "I do not see the house", "Jeg/I ser/do ser/see ikke/not huset/the huset/house"),
        ("Jeg ser ikke huset", "I don't see the house", "Jeg/I ser/see ikke/don't huset/the huset/house"),
        ("å kjøpe en båt", "to buy a boat", "å/to kjøpe/buy en/a båt/boat"),
        # order: two houses of different colours
        ("rødt hus, stort hus", "red house, big house", "rødt/red hus/house stort/big hus/house"),
        # verb before subject
        ("Nå kjøper vi hus", "Now we buy houses", "Nå/Now kjøper/buy vi/we hus/houses"),
        # a word nobody knows, between two that are known
        ("en rød kvelp båt", "a red gloop boat", "en/a rød/red kvelp/gloop båt/boat"),
    ],
)  # fmt: skip
def test_evidence(source: str, target: str, expected: str) -> None:
    assert linked(source, target) == expected


def test_look_alikes_are_not_believed() -> None:
    """ "her" is "here" and "fart" is speed, whatever English has in the same letters."""
    glossary = Glossary.of((Entry("fart", ("speed",), "noun"), Entry("her", ("here",), "adv")))
    assert "her/here" in linked("Bilen her er hans", "Her car is here", glossary).split()
    assert linked("stor fart", "great speed", glossary) == "stor/great fart/speed"


@pytest.mark.parametrize(("source", "target"), [("", ""), ("Hus", ""), ("", "House"), ("– …", "?!"), ("   ", "a")])
def test_empty_sides(source: str, target: str) -> None:
    assert align.links(unit(source, target), GLOSSARY) == ()


def test_without_glossary() -> None:
    assert Link(0, 0) in align.links(unit("Oslo er hovedstaden.", "Oslo is the capital."), Glossary.of(()))


def test_shipped_glossary_finds_the_term_of_the_seed() -> None:
    glossary = terms.load((terms.shipped(),))
    target = "The call has also been confirmed from the Russian side."
    found = linked("Samtalen bekreftes også fra russisk hold.", target, glossary)
    for pair in ("Samtalen/The", "Samtalen/call", "bekreftes/confirmed", "russisk/Russian", "hold/side"):
        assert pair in found.split()
