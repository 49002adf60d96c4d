"""Glossaries of other programs."""

from __future__ import annotations

import pytest

from reader.errors import GlossaryError
from reader.model import Entry
from reader.terms import exchange

ENTRIES = (
    Entry("sunn fornuft", ("common sense", "good sense"), "noun", nynorsk=("sunt vit",), note="Said often."),
    Entry(
        "gift",
        ("poison",),
        "noun",
        forbidden=("gift",),
        example=("Gift dreper.", "Poison kills."),
        tags=("health", "body"),
    ),
    Entry("på <&\"'> «øre»", ("in, the | ear",), "adv"),
)


def plain(entries: tuple[Entry, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(entry.lemma, entry.renderings) for entry in entries]


def test_omegat() -> None:
    data = (
        "\ufeff# comment\nsunn fornuft\tcommon sense\tSaid often.\nsunn fornuft\tgood sense\n\ngift\tpoison\n".encode()
    )
    found = exchange.read(data, "glossary.txt")
    assert plain(found) == [("sunn fornuft", ("common sense", "good sense")), ("gift", ("poison",))]
    assert found[0].note == "Said often."
    assert plain(exchange.read(exchange.write(ENTRIES, ".tsv"), "x.tsv")) == plain(ENTRIES)


def test_csv() -> None:
    assert plain(exchange.read(b"source;target\nhus;house|home\n", "x.csv")) == [("hus", ("house", "home"))]
    assert plain(exchange.read(b'hus,house\nbil,"car, motor"\n', "x.csv")) == [
        ("hus", ("house",)),
        ("bil", ("car, motor",)),
    ]
    found = exchange.read(exchange.write(ENTRIES[:2], ".csv"), "x.csv")
    assert [(entry.pos, entry.note, entry.example, entry.nynorsk, entry.forbidden, entry.tags) for entry in found] == [
        (entry.pos, entry.note, entry.example, entry.nynorsk, entry.forbidden, entry.tags) for entry in ENTRIES[:2]
    ]


def test_tbx() -> None:
    found = exchange.read(exchange.write(ENTRIES, ".tbx"), "x.tbx")
    assert plain(found) == plain(ENTRIES)
    assert [(entry.pos, entry.nynorsk, entry.note, entry.forbidden) for entry in found] == [
        (entry.pos, entry.nynorsk, entry.note, entry.forbidden) for entry in ENTRIES
    ]


TBX3 = """<?xml version="1.0"?>
<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="1"><langSec xml:lang="nb-NO"><termSec><term>hus</term><termNote type="partOfSpeech">noun</termNote></termSec></langSec>
<langSec xml:lang="en"><termSec><term>house</term></termSec><termSec><term>home</term>
<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec></langSec></conceptEntry>
<conceptEntry id="2"><langSec xml:lang="de"><termSec><term>Haus</term></termSec></langSec></conceptEntry>
</body></text></tbx>"""


def test_tbx_of_the_second_edition() -> None:
    (entry,) = exchange.read(TBX3.encode(), "x.tbx")
    assert (entry.lemma, entry.renderings, entry.pos, entry.forbidden) == ("hus", ("house",), "noun", ("home",))


BOMB = '<!DOCTYPE martif [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><martif><text><body>&b;</body></text></martif>'


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"hus", "x.docx", "no format that is known"),
        (b"hus house\n", "x.tsv", "x.tsv:1: no tab and English"),
        (b"sm\xf8r\tbutter\n", "x.tsv", "not UTF-8"),
        (b"nb,en\nhus,\n", "x.csv", "x.csv:2: a row without en"),
        (b"<martif>", "x.tbx", "x.tbx:1: not XML"),
        (b"<html/>", "x.tbx", "no TBX file"),
        (BOMB.encode(), "x.tbx", "declares entities"),
        (b"<martif>" + b"<a>" * 100 + b"</a>" * 100 + b"</martif>", "x.tbx", "too deeply"),
        (b'<?xml version="1.0" encoding="nonsense"?><martif/>', "x.tbx", "not XML"),
    ],
)
def test_what_is_refused(data: bytes, name: str, says: str) -> None:
    with pytest.raises(GlossaryError, match=says) as raised:
        exchange.read(data, name)
    assert "\n" not in str(raised.value)


def test_a_suffix_that_cannot_be_written() -> None:
    with pytest.raises(GlossaryError):
        exchange.write(ENTRIES, ".docx")


def test_words_that_differ_in_capitals_stay_two() -> None:
    found = exchange.read(b"Nav\tWelfare Administration\nnav\thub\nBy\ttown\n", "x.tsv")
    assert [(entry.lemma, entry.case) for entry in found] == [("Nav", True), ("nav", False), ("By", False)]
