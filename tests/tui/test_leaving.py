"""Leaving in every way keeps the place: quit, SIGTERM, a terminal that is gone."""

from __future__ import annotations

import json
import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader.errors import ExitCode

TEXT = "Første setning. Andre setning.\n\nTredje setning her. Fjerde setning.\n"


@contextmanager
def terminal(
    path: Path, engine: Sequence[str | Path] = ("--engine", "gloss"), shown: bytes = b"setning"
) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """The reader on a terminal of its own, when `shown` is on it."""
    main, other = pty.openpty()
    environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"}
    glossary = path.with_name("ord.yaml")  # a small one: the shipped one takes seconds for the first time in a home
    glossary.write_text("setning: sentence\n", "utf-8")
    command = [sys.executable, "-m", "reader", str(path), *map(str, engine), "--glossary", str(glossary)]
    process = subprocess.Popen(
        command, stdin=other, stdout=other, stderr=other, env=environment, start_new_session=True
    )
    os.close(other)
    try:
        _read_until(main, shown)
        yield process, main
    finally:
        process.kill()
        process.wait()
        os.close(main)


def _read_until(terminal: int, wanted: bytes) -> None:
    seen, end = b"", time.monotonic() + 30
    while wanted not in seen:
        assert time.monotonic() < end, seen[-500:]
        ready, _, _ = select.select([terminal], [], [], 1)
        seen += os.read(terminal, 65536) if ready else b""


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP, "q"])
def test_the_place_is_kept(how: signal.Signals | str, tmp_path: Path) -> None:
    path = tmp_path / "tekst.txt"
    path.write_text(TEXT, "utf-8")
    with terminal(path) as (process, main):
        os.write(main, b"jj")
        _read_until(main, "§2/2".encode())
        if isinstance(how, str):
            os.write(main, how.encode())
        else:
            process.send_signal(how)
        code = process.wait(timeout=15)
    assert code == (0 if isinstance(how, str) else 128 + how)
    (kept,) = (Path.home() / ".local/share/norwegian-reader/texts").glob("*.json")
    assert json.loads(kept.read_text("utf-8"))["quote"].startswith("Tredje setning")


@pytest.mark.slow
def test_leaving_while_the_engine_is_at_work(tmp_path: Path, tiny_package: Path) -> None:
    path = tmp_path / "lang.txt"
    sentence = " ".join(f"Hei jeg kommer fra Norge {number} takk" for number in range(12))
    path.write_text("".join(f"{sentence} {number}.\n\n" for number in range(400)), "utf-8")
    for _ in range(3):
        with terminal(path, ("--no-cache", "--package", tiny_package), b"Norway") as (process, main):
            os.write(main, b"q")
            said = b""
            while ready := select.select([main], [], [], 15)[0]:
                try:
                    said += os.read(ready[0], 65536)
                except OSError:  # the reader has let go of it
                    break
                if process.poll() is not None:
                    break
            assert process.wait(timeout=15) == 0, said[-300:]
            assert b"terminate called" not in said


@pytest.mark.slow
def test_a_dumb_terminal_is_printed_to(tmp_path: Path) -> None:
    path = tmp_path / "tekst.txt"
    path.write_text("Hun har sunn fornuft.\n", "utf-8")
    (tmp_path / "ord.yaml").write_text("sunn fornuft: common sense\n", "utf-8")
    child, main = pty.fork()
    if child == 0:
        words = ["-m", "reader", str(path), "--engine", "gloss", "--glossary", str(tmp_path / "ord.yaml")]
        os.execve(sys.executable, [sys.executable, *words], os.environ | {"TERM": "dumb", "NO_COLOR": "1"})
    said = b""
    while True:
        try:
            piece = os.read(main, 65536)
        except OSError:  # the end, on Linux
            break
        if not piece:
            break
        said += piece
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert b"common sense" in said
    assert b"\x1b[?1049h" not in said


@pytest.mark.slow
@pytest.mark.parametrize("shown", [b"1049h", b"setning"], ids=["at once", "later"])
def test_a_terminal_that_goes_without_a_word(tmp_path: Path, shown: bytes) -> None:
    path = tmp_path / "tekst.txt"
    path.write_text(TEXT, "utf-8")
    with terminal(path, shown=shown) as (process, main):
        os.dup2(os.open(os.devnull, os.O_RDWR), main)  # nobody holds the other end any more
        assert process.wait(timeout=15) == ExitCode.HUNG_UP
