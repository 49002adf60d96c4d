"""Progress is for a person who waits."""

from __future__ import annotations

import io
import sys
import time

import pytest

from reader.cli import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def counted(monkeypatch: pytest.MonkeyPatch, stderr: io.StringIO, *, quiet: bool = False) -> str:
    monkeypatch.setattr(sys, "stderr", stderr)
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    with progress.Counting(7, quiet=quiet) as count:
        list(count.over(["paragraph"]))
        time.sleep(0.2)
    return stderr.getvalue()


def test_it_is_told_on_a_terminal_and_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    assert counted(monkeypatch, Terminal()) == "\r1 of 7 paragraphs, 0 s\x1b[K\r\x1b[K"


def test_into_a_file_or_when_quiet_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    assert counted(monkeypatch, io.StringIO()) == ""
    assert counted(monkeypatch, Terminal(), quiet=True) == ""


def test_a_short_wait_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = Terminal()
    monkeypatch.setattr(sys, "stderr", stderr)
    with progress.Counting(7):
        pass
    assert stderr.getvalue() == ""
