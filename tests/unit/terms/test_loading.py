"""Several files and folders as one glossary, and the compiled one that stands in for them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader import terms
from reader.errors import GlossaryError
from reader.terms import cache, loading
from tests.unit.terms.samples import GLOSSARY


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def rendered(*paths: Path) -> dict[tuple[str, str], tuple[str, ...]]:
    return {(entry.lemma, entry.pos): entry.renderings for entry in terms.load(paths).entries}


def test_short_form_keeps_what_yaml_would_change(tmp_path: Path) -> None:
    file = write(
        tmp_path / "short.yaml", "på: on\nnei: no\nsju: 7\nnatt: 22:30\nja: [yes, yeah]\nsunn fornuft: common sense\n"
    )
    assert rendered(file) == {
        ("på", ""): ("on",), ("nei", ""): ("no",), ("sju", ""): ("7",), ("natt", ""): ("22:30",), ("ja", ""): ("yes", "yeah"),
        ("sunn fornuft", ""): ("common sense",),
    }  # fmt: skip


@pytest.mark.parametrize("content", ["", "# nothing yet\n", "entries:\n", "entries: []\n", "\ufeff# mark\n"])
def test_an_empty_file_is_an_empty_glossary(tmp_path: Path, content: str) -> None:
    assert terms.load([write(tmp_path / "empty.yaml", content)]).entries == ()


def test_no_path_is_an_empty_glossary() -> None:
    assert terms.load([]).entries == ()
    assert terms.match("Sunn fornuft.", terms.load([])) == ()


def test_folders_are_read_to_the_bottom_without_hidden_files(tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", "hus: house\n")
    write(tmp_path / "deep" / "er" / "b.yml", "bil: car\n")
    write(tmp_path / ".hidden.yaml", "båt: boat\n")
    write(tmp_path / ".git" / "c.yaml", "tog: train\n")
    write(tmp_path / "README.md", "no glossary")
    assert set(rendered(tmp_path)) == {("hus", ""), ("bil", "")}


ENTRY = "entries:\n  - {nb: sunn fornuft, en: %s, pos: noun, nn: sunt vit}\n"


def test_a_later_glossary_wins(tmp_path: Path) -> None:
    first = write(tmp_path / "1.yaml", ENTRY % "common sense")
    second = write(tmp_path / "2.yaml", ENTRY % "good sense")
    assert rendered(first, second) == {("sunn fornuft", "noun"): ("good sense",)}
    assert rendered(second, first) == {("sunn fornuft", "noun"): ("common sense",)}


def test_a_higher_priority_stays(tmp_path: Path) -> None:
    first = write(tmp_path / "1.yaml", "priority: 1\n" + ENTRY % "common sense")
    second = write(tmp_path / "2.yaml", ENTRY % "good sense")
    assert rendered(first, second) == {("sunn fornuft", "noun"): ("common sense",)}


def test_a_short_line_wins_over_every_class_and_keeps_what_was_known(tmp_path: Path) -> None:
    first = write(tmp_path / "1.yaml", ENTRY % "common sense" + "  - {nb: gift, en: poison, pos: noun}\n")
    own = write(tmp_path / "own.yaml", "Sunn fornuft: good sense\n")
    glossary = terms.load([first, own])
    (entry,) = [entry for entry in glossary.entries if entry.lemma == "Sunn fornuft"]
    assert (entry.renderings, entry.pos, entry.nynorsk) == (("good sense",), "noun", ("sunt vit",))
    assert [match.entry.gloss for match in terms.match("den sunne fornuften", glossary)] == ["good sense"]


def test_two_files_of_one_folder_are_joined(tmp_path: Path) -> None:
    write(tmp_path / "friends.yaml", "entries:\n  - {nb: gift, en: poison, pos: noun, warning: Not a present.}\n")
    write(
        tmp_path / "words.yaml",
        "highlight: false\nentries:\n  - {nb: gift, en: [venom, poison], pos: noun, nn: gift}\n",
    )
    (entry,) = terms.load([tmp_path]).entries
    assert entry.renderings == ("poison", "venom")
    assert (entry.highlight, entry.warning, entry.nynorsk) == (True, "Not a present.", ("gift",))


def test_the_fingerprint_is_of_the_content(tmp_path: Path) -> None:
    one, same, other = (tmp_path / name / "g.yaml" for name in ("one", "same", "other"))
    write(one, "hus: house\n"), write(same, "hus: house\n"), write(other, "hus: home\n")
    prints = [terms.load([path]).fingerprint for path in (one, same, other)]
    assert prints[0] == prints[1] != prints[2]
    assert all(len(each) == 12 for each in prints)


def test_the_cache_gives_the_same_glossary(tmp_path: Path) -> None:
    file = write(tmp_path / "g.yaml", GLOSSARY)
    folder = tmp_path / "cache"
    fresh, first, again = terms.load([file]), terms.load([file], folder), terms.load([file], folder)
    assert len(list(folder.glob("*.json"))) == 1
    assert fresh.entries == first.entries == again.entries
    assert fresh.fingerprint == first.fingerprint == again.fingerprint
    text = "Han tok seg tid og skrøt av den sunne fornuften."
    assert terms.match(text, fresh) == terms.match(text, again)
    assert len(again) == len(again.entries) == len(again.table[:])


@pytest.mark.parametrize("damage", [b"", b"x", b"\xff\xfe\x00", b"{}\n[]\n"])
def test_a_broken_cache_is_made_again(tmp_path: Path, damage: bytes) -> None:
    file = write(tmp_path / "g.yaml", GLOSSARY)
    folder = tmp_path / "cache"
    whole = terms.load([file], folder).entries
    (kept,) = folder.glob("*.json")
    good = kept.read_bytes()
    kept.write_bytes(damage or good[: len(good) // 2])
    assert terms.load([file], folder).entries == whole
    assert kept.read_bytes() == good


def test_a_planted_cache_of_another_shape_is_made_again(tmp_path: Path) -> None:
    file = write(tmp_path / "g.yaml", GLOSSARY)
    folder = tmp_path / "cache"
    whole = terms.load([file], folder).entries
    (kept,) = folder.glob("*.json")
    body = json.dumps(["f", 1]).encode()
    kept.write_bytes(cache._digest(body).encode() + b"\n" + body)
    assert terms.load([file], folder).entries == whole


def test_a_change_of_the_content_is_seen(tmp_path: Path) -> None:
    file = write(tmp_path / "g.yaml", "hus: house\n")
    folder = tmp_path / "cache"
    assert terms.load([file], folder).entries[0].gloss == "house"
    write(file, "hus: home\n")
    assert terms.load([file], folder).entries[0].gloss == "home"


def test_a_cache_folder_that_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    file = write(tmp_path / "g.yaml", "hus: house\n")
    blocked = write(tmp_path / "file", "no folder")
    assert terms.load([file], blocked / "cache").entries[0].gloss == "house"


def test_old_ones_are_cleared_away(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    for number in range(cache.KEPT + 3):
        terms.load([write(tmp_path / "g.yaml", f"hus: house {number}\n")], folder)
    assert len(list(folder.iterdir())) == cache.KEPT


def test_the_shipped_glossary_is_found() -> None:
    assert (terms.shipped() / "README.md").is_file()


def test_senses_may_be_said_of_a_file_and_of_an_entry(tmp_path: Path) -> None:
    file = tmp_path / "g.yaml"
    file.write_text("senses: true\nentries:\n  - {nb: bolle, en: [bun, bowl]}\n  - {nb: sak, en: case, senses: false}\n")
    assert [(entry.lemma, entry.senses) for entry in terms.load([file]).entries] == [("bolle", True), ("sak", False)]
    assert not any(entry.senses for entry in terms.load([]).entries)


def test_what_is_at_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped, own, folder = write(tmp_path / "s.yaml", "hus: house\n"), write(tmp_path / "o.yaml", "bil: car\n"), tmp_path / "c"
    monkeypatch.setattr("reader.terms.loading.shipped", lambda: shipped)
    assert terms.at_hand([shipped, own], folder) is None
    loaded = terms.load([shipped, own], folder)
    found = terms.at_hand([shipped, own], folder)
    assert found is not None
    assert found.fingerprint == loaded.fingerprint
    alone = terms.at_hand([own], folder)
    assert alone is not None, "small files of one's own, in place of the shipped ones, are compiled at once"
    write(own, "bil:\n")
    with pytest.raises(GlossaryError, match=r"o\.yaml:1"):
        terms.at_hand([shipped, own], folder)


def test_broken_files_can_be_left_out_of_a_folder(tmp_path: Path) -> None:
    write(tmp_path / "good.yaml", "hus: house\n")
    bad = write(tmp_path / "own.yaml", "entries:\n\t- nb: bil\n")
    found = loading.broken(tmp_path)
    assert [(file, problem.code) for file, problem in found.items()] == [(bad, "G103")]
    assert [entry.lemma for entry in terms.load([tmp_path], None, found.keys()).entries] == ["hus"]
    with pytest.raises(GlossaryError):  # one that is named is never left out
        terms.load([tmp_path, bad], None, found.keys())
