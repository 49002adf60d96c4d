"""Adding an entry as lines of text: comments and order stay, and nothing is ever lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reader import terms
from reader.errors import GlossaryError
from reader.model import Entry
from reader.terms import loading, schema
from reader.terms.adding import scalar

FULL = Entry(
    "ta … med seg", ("take something along", "bring: along"), "verb", forms=("tok"[:3],), nynorsk=("ta med seg",), note="Says \"no\" # here.",
    example=("Hun tok hunden, med seg.", "She's off."), tags=("particle",), priority=2, case=True, gap=3, highlight=False,
    forbidden=("bring with",), warning="Not: that.",
)  # fmt: skip

COMMENTED = """\
# My words.

entries:
  # the first
  - nb: hus
    en: house

  - nb: bil   # a car
    en: car
    # its note
    note: A vehicle.

  # the last
  - nb: båt
    en: boat
# the end
"""


def only(path: Path) -> tuple[Entry, ...]:
    return terms.load([path]).entries


def test_a_missing_file_is_made_with_its_folder(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "own.yaml"
    terms.add(file, FULL)
    (entry,) = only(file)
    assert entry == Entry(**{**{name: getattr(FULL, name) for name in Entry.__slots__}, "place": f"{file}:3"})
    assert terms.check([file])[:1] == () or terms.check([file])[0].code in ("G305", "G402")


def test_comments_and_order_stay(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(COMMENTED, encoding="utf-8")
    terms.add(file, Entry("tog", ("train",), "noun"))
    assert file.read_text(encoding="utf-8") == COMMENTED + "  - nb: tog\n    en: train\n    pos: noun\n"


def test_an_entry_for_the_same_word_takes_its_place(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(COMMENTED, encoding="utf-8")
    terms.add(file, Entry("Bil", ("car", "automobile")))
    after = file.read_text(encoding="utf-8")
    assert after == COMMENTED.replace(
        "  - nb: bil   # a car\n    en: car\n    # its note\n    note: A vehicle.\n",
        "  - nb: Bil\n    en: [car, automobile]\n",
    )
    assert [entry.lemma for entry in only(file)] == ["hus", "Bil", "båt"]


def test_short_form(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text("# short\nhus: house\n\n# cars\nbil: [car,\n  motor]\nbåt: boat\n", encoding="utf-8")
    terms.add(file, Entry("nei", ("no",)))
    terms.add(file, Entry("bil", ("car",)))
    terms.add(file, Entry("17. mai", ("Constitution Day", "17 May")))
    assert file.read_text(encoding="utf-8") == (
        '# short\nhus: house\n\n# cars\nbil: car\nbåt: boat\n"nei": "no"\n"17. mai": [Constitution Day, "17 May"]\n'
    )


@pytest.mark.parametrize(
    "before",
    [
        "entries:\n", "entries: []\n", "entries:\n  - {nb: hus, en: house}", "tags: [home]\nentries:\n- nb: hus\n  en: house\n",
        "entries:\n  - nb: hus\n    en: house\nhighlight: false\n", "\ufeffentries:\r\n  - nb: hus\r\n    en: house\r\n",
        "entries:\n    - nb: hus\n      en: |\n        house\n\n\n",
    ],
)  # fmt: skip
def test_other_ways_to_write_a_file(tmp_path: Path, before: str) -> None:
    file = tmp_path / "own.yaml"
    file.write_bytes(before.encode())
    old = [entry.lemma for entry in only(file)]
    terms.add(file, Entry("bil", ("car",)))
    assert [entry.lemma for entry in only(file)] == [*old, "bil"]
    written = file.read_bytes().decode()
    assert written.startswith("\ufeff") == before.startswith("\ufeff")
    assert ("\r\n" in written) == ("\r\n" in before)


@pytest.mark.parametrize(
    "before", ["entries: [{nb: hus, en: house}]\n", "a: &x b\n", "- hus\n", "entries:\n  - nb: a\n"]
)
def test_a_file_that_cannot_take_it_stays_as_it_was(tmp_path: Path, before: str) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(before, encoding="utf-8")
    with pytest.raises(GlossaryError):
        terms.add(file, Entry("bil", ("car",)))
    assert file.read_text(encoding="utf-8") == before
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


def test_an_entry_needs_both_sides(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError):
        terms.add(tmp_path / "own.yaml", Entry("bil"))
    with pytest.raises(GlossaryError):
        terms.add(tmp_path / "own.yaml", Entry(" ", ("car",)))


def test_what_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(GlossaryError, match="cannot be written"):
        terms.add(tmp_path / "file" / "own.yaml", Entry("bil", ("car",)))


def test_mode_and_link_stay(tmp_path: Path) -> None:
    real = tmp_path / "real.yaml"
    real.write_text("hus: house\n", encoding="utf-8")
    real.chmod(0o640)
    link = tmp_path / "own.yaml"
    link.symlink_to(real)
    terms.add(link, Entry("bil", ("car",)))
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert len(only(real)) == 2


@pytest.mark.parametrize(
    "value",
    [
        "no",
        "on",
        "7",
        "a: b",
        "a #b",
        "[a",
        "'a",
        '"a"',
        "a\nb",
        "æ ø",
        "",
        "-",
        "…",
        "\u2028x",
        "{",
        "*a",
        "!a",
        "a\x7f",
    ],
)
def test_scalars_come_back_as_they_were(tmp_path: Path, value: str) -> None:
    file = tmp_path / "own.yaml"
    terms.add(file, Entry("ord", (f"x{value}",), note=value))
    (entry,) = only(file)
    assert entry.renderings == (" ".join(f"x{value}".split()),)
    assert entry.note == " ".join(value.split())
    assert scalar("ta seg tid") == "ta seg tid"


ADDER = """
import sys
from pathlib import Path
from reader import terms
from reader.model import Entry
for number in range(int(sys.argv[2]), int(sys.argv[3])):
    terms.add(Path(sys.argv[1]), Entry(f"ord{number}", (f"word {number}",)))
    print(number, flush=True)
"""


@pytest.mark.slow
def test_nothing_is_lost_when_it_is_killed(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    said: list[int] = []
    for turn in range(6):
        start = said[-1] + 1 if said else 0
        with subprocess.Popen(
            [sys.executable, "-c", ADDER, str(file), str(start), "10000"], stdout=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
        ) as process:  # fmt: skip
            assert process.stdout is not None
            for line in process.stdout:
                said.append(int(line))
                if len(said) >= (turn + 1) * 7 + turn:
                    process.send_signal(signal.SIGKILL)
                    break
            said += [int(line) for line in process.stdout]
    assert len(said) > 40
    held = [entry.lemma for entry in only(file)]
    assert set(held) >= {f"ord{number}" for number in said}
    assert len(held) == len(set(held))


@pytest.mark.slow
def test_two_at_once_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    both = [
        subprocess.Popen(
            [sys.executable, "-c", ADDER, str(file), str(start), str(start + 15)],
            stdout=subprocess.DEVNULL,
            env=environment,
        )
        for start in (0, 100)
    ]
    assert [process.wait() for process in both] == [0, 0]
    assert len(only(file)) == 30


def test_what_became_of_each_is_told(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text("tags: [home]\n" + COMMENTED, encoding="utf-8")
    given = (Entry("hus", ("house",)), Entry("bil", ("car", "motor")), Entry("tog", ("train",)))
    assert terms.add_all(file, given) == (1, 1, 1)
    after = file.read_text(encoding="utf-8")
    assert terms.add_all(file, given) == (0, 0, 3)
    assert file.read_text(encoding="utf-8") == after
    assert after.startswith("tags: [home]\n# My words.\n\nentries:\n  # the first\n  - nb: hus\n    en: house\n\n")
    assert "    en: [car, motor]\n\n  # the last\n" in after
    assert [entry.lemma for entry in only(file)] == ["hus", "bil", "båt", "tog"]


def test_thousands_are_one_reading_and_one_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[Path] = []
    contents = loading.contents

    def counted(path: Path, data: bytes | None = None) -> schema.Contents:
        reads.append(path)
        return contents(path, data)

    monkeypatch.setattr(loading, "contents", counted)
    many = tuple(Entry(f"ord {number}", (f"word {number}",)) for number in range(2000))
    assert terms.add_all(tmp_path / "own.yaml", many) == (2000, 0, 0)
    assert terms.add_all(tmp_path / "own.yaml", many[::-1]) == (0, 0, 2000)
    assert len(reads) <= 6
    assert (tmp_path / "own.yaml").read_text(encoding="utf-8").startswith("entries:\n  - nb: ord 0\n")


def test_one_that_cannot_be_taken_leaves_all_out(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError):
        terms.add_all(tmp_path / "own.yaml", (Entry("bil", ("car",)), Entry("tog")))
    assert not (tmp_path / "own.yaml").exists()
    assert terms.add_all(tmp_path / "own.yaml", ()) == (0, 0, 0)
    assert not (tmp_path / "own.yaml").exists()
