"""A broken file for every code: what is told, in which line, and whether the file can still be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import terms
from reader.errors import GlossaryError
from reader.terms.problems import CODES

LONG = "entries:\n"
BROKEN: list[tuple[str, str | bytes, int, str]] = [
    ("G102", b"# sm\xf8r\nentries: []\n", 1, "not UTF-8: byte 0xf8"),
    ("G102", "entries: []\n".encode("utf-16"), 1, "not UTF-8"),
    ("G103", LONG + "  - nb: a\n\ten: b\n", 3, "tab"),
    ("G103", LONG + "  - nb: [a\n    en: b\n", 3, "not YAML"),
    ("G103", LONG + "  - nb: a: b\n", 2, "not YAML"),
    ("G103", "entries: \x00\n", 0, "not YAML"),
    ("G104", "a: &x b\n", 1, "anchor &x"),
    ("G104", LONG + "  - nb: hus\n    en: *x\n", 3, "alias *x"),
    ("G104", "hus: !!python/object/apply:os.system [echo]\n", 1, "tag"),
    ("G105", "hus: " + "[" * 40, 1, "levels deep"),
    ("G106", "- hus\n- house\n", 1, "a glossary is a mapping, this is a list"),
    ("G106", "bare ord", 1, "a glossary is a mapping, this is a text"),
    ("G106", "entries: hus\n", 1, "takes a list"),
    ("G106", "entries:\n  hus: house\n", 2, "takes a list"),
    ("G106", "entires:\n  - nb: hus\n    en: house\n", 2, "did you mean `entries:`"),
    ("G107", "hus: house\n---\nbil: car\n", 2, "second document"),
    ("G201", LONG + "  - nb: hus\n    eng: house\n    en: house\n", 3, "unknown key `eng`; did you mean `en`?"),
    ("G201", "author: me\n" + LONG + "  - {nb: hus, en: house}\n", 1, "unknown key `author`"),
    ("G202", "hus: house\nhus: home\n", 2, "stands twice, first in line 1"),
    ("G202", LONG + "  - nb: hus\n    en: house\n    en: home\n", 4, "`en` stands twice"),
    ("G203", LONG + "  - nb: [hus, hjem]\n    en: house\n", 2, "`nb` takes one string"),
    ("G203", LONG + "  - nb: hus\n    en: [house, [home]]\n", 3, "takes a string or a list of strings"),
    ("G203", LONG + "  - hus\n", 2, "begins with `nb:`, this is a text"),
    ("G203", LONG + "  - nb: hus\n    en: house\n    [a]: b\n", 4, "a key must be a word"),
    ("G204", LONG + "  - en: house\n", 2, "without `nb:`"),
    ("G205", LONG + "  - nb: hus\n    pos: noun\n", 2, "'hus' has no gloss"),
    ("G205", LONG + "  - nb: hus\n    en: []\n", 2, "'hus' has no gloss"),
    ("G205", "hus:\n", 1, "'hus' has no gloss"),
    ("G206", LONG + "  - {nb: hus, en: house, pos: nuon}\n", 2, "no word class `nuon`; did you mean `noun`?"),
    ("G207", LONG + "  - {nb: hus, en: house, priority: high}\n", 2, "`priority: high` is no whole number"),
    ("G207", LONG + "  - {nb: hus, en: house, gap: 1.5}\n", 2, "`gap: 1.5` is no whole number"),
    ("G208", LONG + "  - {nb: NAV, en: NAV, case: perhaps}\n", 2, "neither true nor false"),
    ("G209", LONG + "  - nb: hus\n    en: house\n    example: Huset er gult.\n", 4, "under `nb` and its English"),
    ("G209", LONG + "  - nb: hus\n    en: house\n    example: {nb: Huset er gult.}\n", 4, "under `nb` and its English"),
    ("G210", LONG + "  - {nb: VG, en: VG, translate: no}\n", 2, "`translate: no` means nothing"),
    ("G301", LONG + "  - {nb: sma\u030abarn, en: toddler, pos: noun}\n", 2, "decomposed"),
    ("G301", LONG + '  - {nb: "so\\u00ADve", en: sleep, pos: verb}\n', 2, "invisible"),
    ("G302", LONG + "  - {nb: ta/få, en: take, pos: verb}\n", 2, "several entries"),
    ("G302", LONG + "  - {nb: ta (seg) tid, en: take time, pos: verb}\n", 2, "something optional"),
    ("G302", LONG + '  - {nb: "stor, svær", en: big, pos: adj}\n', 2, "several entries"),
    ("G303", LONG + "  - {nb: å skryte, en: boast, pos: verb}\n", 2, "infinitive marker"),
    ("G304", LONG + "  - {nb: ta med …, en: bring, pos: verb}\n", 2, "does not stand between two words"),
    ("G304", LONG + "  - {nb: ta … med … seg, en: bring, pos: verb}\n", 2, "does not stand between two words"),
    ("G305", LONG + "  - nb: hus\n    en: house\n    pos: noun\n    example: {nb: Bilen er gul., en: The house.}\n", 2, "without it"),
    ("G305", LONG + "  - nb: hus\n    en: house\n    pos: noun\n    example: {nb: Huset er gult., en: The car.}\n", 2, "none of its"),
    ("G306", LONG + "  - nb: hest,\n    en: horse\n", 2, "'hest,' ends in a sign"),
    ("G401", LONG + "  - {nb: hus, en: house/home, pos: noun}\n", 2, "more than the English words"),
    ("G401", LONG + '  - {nb: hus, en: "house, home", pos: noun}\n', 2, "more than the English words"),
    ("G402", LONG + "  - {nb: skryte, en: to boast, pos: verb}\n", 2, "with to"),
    ("G402", LONG + "  - {nb: hus, en: a house, pos: noun}\n", 2, "with an article"),
    ("G403", LONG + "  - {nb: hus, en: [house, home, house], pos: noun}\n", 2, "'house' twice"),
    ("G404", LONG + "  - {nb: gift, en: [poison, gift], pos: noun, forbidden: [gift]}\n", 2, "and forbids it"),
    ("G405", LONG + "  - {nb: gi … en hånd, en: give sb a hand, pos: verb}\n", 2, "write someone for sb"),
    ("G501", LONG + "  - {nb: hus, en: house, pos: noun}\n  - {nb: Hus, en: [house, home], pos: noun}\n", 3, "stands already"),
    ("G502", LONG + "  - {nb: hus, en: house, pos: noun}\n  - {nb: hus, en: house, pos: noun}\n", 3, "with the same English"),
    ("G503", LONG + "  - {nb: hus, en: house, pos: noun}\n  - {nb: hus, en: home, pos: noun}\n", 3, "rendered otherwise"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "content", "line", "says"), BROKEN)
def test_every_code(tmp_path: Path, code: str, content: str | bytes, line: int, says: str) -> None:
    file = tmp_path / "broken.yaml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = [problem for problem in terms.check([file]) if problem.code == code]
    assert found, [str(problem) for problem in terms.check([file])]
    assert found[0].line == line
    assert says in found[0].message
    assert found[0].remedy
    if CODES[code].stops:
        with pytest.raises(GlossaryError, match="broken.yaml") as raised:
            terms.load([file])
        assert "\n" not in str(raised.value)
    else:
        terms.load([file])


def test_no_code_without_a_broken_file() -> None:
    assert {code for code, *_ in BROKEN} | {"G101"} == set(CODES)


@pytest.mark.parametrize("name", ["missing.yaml", "folder.yaml/inner"])
def test_what_cannot_be_read(tmp_path: Path, name: str) -> None:
    (problem,) = terms.check([tmp_path / name])
    assert problem.code == "G101"
    with pytest.raises(GlossaryError, match="cannot be read: no such file"):
        terms.load([tmp_path / name])


def test_too_large(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    with file.open("wb") as out:
        out.truncate(17_000_000)
    assert [problem.code for problem in terms.check([file])] == ["G105"]


def test_alias_bomb_is_refused_before_it_grows(tmp_path: Path) -> None:
    file = tmp_path / "bomb.yaml"
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    file.write_text("\n".join(lines), encoding="utf-8")
    assert [problem.code for problem in terms.check([file])] == ["G104"]


CLEAN = """\
# Words of a test.
highlight: false
tags: [home]
entries:
  - nb: nei
    en: no
    pos: INTJ
  - nb: på
    en: "on"
    pos: preposition
  - nb: hus
    en: [house, home]
    pos: Substantiv
    nn: hus
    tags: [building]
    highlight: yes
    example: {nb: "Huset er gult, sa hun.", en: "The house is yellow, she said."}
  - nb: ta … med seg
    en: bring something along
    pos: verb
    gap: 3
    priority: -1
  - nb: VG
    pos: propn
    case: true
    translate: never
"""


def test_a_clean_file(tmp_path: Path) -> None:
    file = tmp_path / "clean.yaml"
    file.write_text(CLEAN, encoding="utf-8")
    assert terms.check([file]) == ()
    no, on, house, bring, vg = terms.load([file]).entries
    assert (no.lemma, no.renderings, no.pos, no.highlight, no.tags) == ("nei", ("no",), "intj", False, ("home",))
    assert (on.renderings, on.pos) == (("on",), "adp")
    assert (house.pos, house.highlight, house.tags, house.place) == ("noun", True, ("home", "building"), f"{file}:11")
    assert house.example == ("Huset er gult, sa hun.", "The house is yellow, she said.")
    assert (bring.gap, bring.priority) == (3, -1)
    assert (vg.gloss, vg.case, vg.translate_never) == ("VG", True, True)


def test_problems_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "two.yaml"
    file.write_text(LONG + "  - {nb: ab/cd, en: c, pos: x}\n  - {nb: d, en: to e, pos: verb}\n", encoding="utf-8")
    assert [(problem.line, problem.code) for problem in terms.check([file])] == [(2, "G206"), (2, "G302"), (3, "G402")]


def test_the_first_of_several_that_stop(tmp_path: Path) -> None:
    file = tmp_path / "three.yaml"
    file.write_text(LONG + "  - en: a\n  - nb: b\n  - nb: c\n", encoding="utf-8")
    with pytest.raises(GlossaryError, match=r"three.yaml:2: an entry without `nb:` \(2 more in this file\)"):
        terms.load([file])


def test_the_shipped_glossary_is_clean_of_errors() -> None:
    found = [problem for problem in terms.check([terms.shipped()]) if problem.stops]
    assert not found, [str(problem) for problem in found]
