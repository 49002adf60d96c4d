"""The seeds: each text finds its whole English in its own memory, and every export of it holds all of both."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

from reader import formats
from reader.formats import html, jsonl, md, tmx, txt
from reader.model import Bitext, Origin
from reader.opening import Options, opened
from reader.render.cells import safe

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def bitext(path: Path) -> Bitext:
    return opened(str(path), Options()).bitext()


@pytest.fixture(scope="module", params=SEEDS, ids=lambda path: path.stem)
def pair(request: pytest.FixtureRequest) -> Bitext:
    return bitext(request.param)


def test_there_are_texts_of_six_kinds() -> None:
    assert len(SEEDS) >= 6
    assert {path.stem for path in SEEDS} == {path.stem for path in (ROOT / "seeds").glob("*.tmx")}


def test_every_segment_is_remembered(pair: Bitext) -> None:
    assert [unit.source for unit in pair.units if unit.origin is not Origin.MEMORY or unit.score < 1] == []


def test_every_character_is_in_one_unit(pair: Bitext) -> None:
    assert "".join("".join(unit.source.split()) for unit in pair.units) == "".join(pair.document.text.split())
    assert all(unit.span.of(pair.document.text) == unit.source for unit in pair.units)


def test_memory_and_export_have_the_shape_of_tmx(pair: Bitext) -> None:
    shape = etree.DTD((ROOT / "tests" / "fixtures" / "tmx14-shape.dtd").open("rb"))
    parser = etree.XMLParser(no_network=True, load_dtd=False)
    by_hand = (ROOT / "seeds" / pair.document.name).with_suffix(".tmx").read_bytes()
    for data in (by_hand, tmx.write(pair)):
        shape.assertValid(etree.fromstring(data, parser))


def test_every_export_holds_every_side_in_order(pair: Bitext) -> None:
    assert [(p.source, p.target) for p in tmx.read(tmx.write(pair), "x")] == [(u.source, u.target) for u in pair.units]
    assert [json.loads(line)["source"] for line in jsonl.write(pair).splitlines()] == [u.source for u in pair.units]
    sides = ["".join(safe(side).split()) for unit in pair.units for side in (unit.source, unit.target)]
    page = etree.fromstring(html.write(pair), etree.HTMLParser())
    for whole, wanted in (
        (txt.write(pair).decode(), sides),
        (_visible(page, "no"), sides[0::2]),
        (_visible(page, "en"), sides[1::2]),
    ):
        assert "".join(safe(whole).split()) == "".join(wanted)
    plain = "".join(md.write(pair).decode().replace("\\", "").replace("**", "").split())
    place = 0
    for side in sides:
        place = plain.index(side.replace("\\", ""), place) + len(side)


def _visible(page: etree._Element, side: str) -> str:
    return "".join("".join(map(str, column.itertext())) for column in page.iter("p") if column.get("class") == side)


def test_an_export_replaces_the_old_file_whole(tmp_path: Path) -> None:
    out = tmp_path / "a.txt"
    out.write_text("old")
    formats.replace_file(out, b"new")
    assert out.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
