from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from reader.model import Finding, Kind, Link, Origin, Span
from reader.translate import database
from reader.translate.argos import Argos, Decoding
from reader.translate.cache import Cache
from reader.translate.package import read
from reader.translate.protocol import Draft, Segment

DRAFT = Draft(
    "It's “5” < 6\n\u00a0& æøå 😀", Origin.ENGINE, score=0.75, links=(Link(0, 0), Link(1, 2)),
    findings=(Finding("C02", "number missing: “5”"),),
)  # fmt: skip


def test_what_is_put_is_got(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "new")
    cache.put("m", {"en": DRAFT, "\ud800": DRAFT, **{str(n): DRAFT for n in range(1200)}})
    for held in (cache, Cache(tmp_path / "new")):
        assert held.get("m", ["en", "to", "\ud800"]) == {"en": DRAFT, "\ud800": DRAFT}
        assert held.get("other", ["en"]) == {}
        assert len(held.get("m", [str(n) for n in range(1200)])) == 1200
        assert held.info().segments == 1202
        held.close()
    assert cache.notices == ()


def test_asking_makes_nothing(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "new")
    assert cache.get("m", ["a"]) == {}
    assert cache.info().size == cache.info().segments == cache.clear() == 0
    assert not (tmp_path / "new").exists()


def test_clearing_gives_the_room_back(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("m", {str(n): Draft("x" * 500, Origin.ENGINE) for n in range(2000)})
    large = cache.info().size
    assert cache.clear() == 2000
    assert cache.info().segments == 0
    assert cache.info().size < large / 5


def test_it_stays_small_and_keeps_what_was_used_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache, now = Cache(tmp_path, limit=600_000), time.time()
    for day in range(20):
        monkeypatch.setattr(time, "time", lambda day=day: now + day * 86_400)
        cache.put("m", {f"{day} {n}": Draft("x" * 500, Origin.ENGINE) for n in range(100)})
        cache.get("m", ["0 0"])  # used every day, so never the oldest
    pages, size = 600_000 // 4096, 4096
    assert cache.info().segments < 1200
    cache.close()
    assert (tmp_path / "translations.sqlite").stat().st_size <= (pages + 60) * size
    assert set(cache.get("m", ["0 0", "1 0", "19 0"])) == {"0 0", "19 0"}


@pytest.mark.parametrize("content", [b"not a database" * 100, b"SQLite format 3\0" + b"\xff" * 9000])
def test_a_broken_file_is_moved_aside(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "translations.sqlite").write_bytes(content)
    cache = Cache(tmp_path)
    assert cache.get("m", ["a"]) == {}
    cache.put("m", {"a": DRAFT})
    assert cache.get("m", ["a"]) == {"a": DRAFT}
    assert len(cache.notices) == 1
    assert "was broken" in cache.notices[0]
    assert (tmp_path / "translations.broken").read_bytes() == content


def test_a_file_broken_in_the_middle(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("m", {str(n): Draft("x" * 500, Origin.ENGINE) for n in range(500)})
    cache.close()
    path = tmp_path / "translations.sqlite"
    data = bytearray(path.read_bytes())
    data[8192:-8192] = os.urandom(len(data) - 16384)
    path.write_bytes(data)
    cache.get("m", [str(n) for n in range(500)])
    cache.put("m", {"a": DRAFT})
    assert cache.get("m", ["a"]) == {"a": DRAFT}


def test_rows_that_hold_something_else(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("m", {"a": DRAFT})
    cache.close()
    file = sqlite3.connect(tmp_path / "translations.sqlite")
    with file:
        file.execute("update machine set links = 'x'")
    file.close()
    assert cache.get("m", ["a"]) == {}
    assert "was broken" in cache.notices[0]


def test_an_older_schema_is_begun_anew(tmp_path: Path) -> None:
    old = sqlite3.connect(tmp_path / "translations.sqlite")
    old.executescript("create table machine (key text); pragma user_version = 99")
    old.close()
    cache = Cache(tmp_path)
    cache.put("m", {"a": DRAFT})
    assert cache.get("m", ["a"]) == {"a": DRAFT}
    assert cache.notices == ()


def test_a_place_that_cannot_be_written_costs_a_notice(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "folder")
    cache.put("m", {"a": DRAFT})
    cache.put("m", {"a": DRAFT})
    assert cache.get("m", ["a"]) == {}
    assert len(cache.notices) == 1
    assert "not remembered" in cache.notices[0]


def test_another_reader_holding_the_file_is_waited_for(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("m", {"a": DRAFT})
    other = sqlite3.connect(tmp_path / "translations.sqlite", isolation_level=None, check_same_thread=False)
    other.execute("begin immediate")
    threading.Timer(0.2, other.rollback).start()
    cache.put("m", {"b": DRAFT})
    assert set(cache.get("m", ["a", "b"])) == {"a", "b"}


def test_one_that_never_lets_go_costs_only_the_remembering(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_WAIT", 0.05)
    cache = Cache(tmp_path)
    cache.put("m", {"a": DRAFT})
    other = sqlite3.connect(tmp_path / "translations.sqlite", isolation_level=None)
    other.execute("begin immediate")
    cache.put("m", {"b": DRAFT})
    assert set(cache.get("m", ["a", "b"])) == {"a"}
    other.rollback()
    cache.put("m", {"b": DRAFT})
    assert set(cache.get("m", ["a", "b"])) == {"a", "b"}


def test_two_readers_at_once(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from reader.translate.cache import Cache;"
        "from reader.translate.protocol import Draft; from reader.model import Origin\n"
        "cache = Cache(Path(sys.argv[1]))\n"
        "for n in range(60): cache.put('m', {f'{sys.argv[2]} {n} {k}': Draft('x', Origin.ENGINE) for k in range(5)})\n"
        "assert not cache.notices, cache.notices"
    )
    both = [subprocess.Popen([sys.executable, "-c", program, str(tmp_path), name]) for name in "ab"]
    assert [each.wait(30) for each in both] == [0, 0]
    assert Cache(tmp_path).info().segments == 600


def test_threads_share_it(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    threads = [threading.Thread(target=lambda n=n: cache.put("m", {f"{n}": DRAFT})) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert cache.info().segments == 8


SEGMENTS = [Segment(given, Span(0, len(given)), Kind.BODY, 0, 0) for given in ("Hei, du.", "Det  er 5\nhus.")]


def test_a_known_text_loads_nothing(tiny_package: Path, tmp_path: Path) -> None:
    package = read(tiny_package)
    first = Argos(package, cache=Cache(tmp_path)).translate(SEGMENTS)
    program = (
        "import sys, pickle; from pathlib import Path; from reader.translate.argos import Argos;"
        "from reader.translate.cache import Cache; from reader.translate.package import read\n"
        "segments = pickle.loads(sys.stdin.buffer.read())\n"
        "drafts = Argos(read(Path(sys.argv[1])), cache=Cache(Path(sys.argv[2]))).translate(segments)\n"
        "heavy = {'ctranslate2', 'sentencepiece', 'argostranslate', 'numpy'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
        "sys.stdout.buffer.write(pickle.dumps(drafts))"
    )
    import pickle

    done = subprocess.run(
        [sys.executable, "-c", program, str(tiny_package), str(tmp_path)],
        input=pickle.dumps(SEGMENTS), capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    assert pickle.loads(done.stdout) == first


def test_other_options_or_packages_are_not_confused(tiny_package: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    Argos(read(tiny_package), cache=cache).translate(SEGMENTS)
    Argos(read(tiny_package), cache=cache).translate(SEGMENTS)
    assert cache.info().segments == 2
    Argos(read(tiny_package), Decoding(threads=1), cache).translate(SEGMENTS)
    assert cache.info().segments == 2  # threads change nothing
    Argos(read(tiny_package), Decoding(beam=5), cache).translate(SEGMENTS)
    assert cache.info().segments == 4


def test_links_are_of_the_segment_at_hand(tiny_package: Path, tmp_path: Path) -> None:
    """Two segments that fold to the same text share what is remembered, links too."""
    cache = Cache(tmp_path)
    engine = Argos(read(tiny_package), cache=cache)
    given = ["Det er\u00ad 1\u00a0000 hus", "Det er 1 000 hus", "Det er 1\n000 hus"]
    for one in given:
        (draft,) = engine.translate([Segment(one, Span(0, len(one)), Kind.BODY, 0, 0)])
        assert len({link.source for link in draft.links}) == len({link.target for link in draft.links})
