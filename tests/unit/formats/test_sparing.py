"""An export never writes over what is being read."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import InputError
from reader.formats.sparing import spared
from reader.session import Session
from reader.tui import jobs
from tests import sample


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text("Hei.", "utf-8")
    (tmp_path / "soft.txt").symlink_to(path)
    (tmp_path / "hard.txt").hardlink_to(path)
    (tmp_path / "new.txt").symlink_to(tmp_path / "not there.md")
    return path


@pytest.mark.parametrize("name", ["story.txt", "soft.txt", "hard.txt", "./x/../story.txt"])
def test_an_input_is_refused_by_every_name(story: Path, name: str) -> None:
    with pytest.raises(InputError, match="is being read from"):
        spared((story.with_name("a.md"), story.parent / name), (story,))


@pytest.mark.parametrize("names", [("a.md", "a.md"), ("a.md", "x/../a.md"), ("new.txt", "not there.md"), ("-", "-")])
def test_one_output_is_not_named_twice(story: Path, names: tuple[str, str]) -> None:
    with pytest.raises(InputError, match="is named twice"):
        spared([story.parent / name for name in names], (story,))


def test_other_files_are_free(story: Path) -> None:
    spared([story.with_name(name) for name in ("a.md", "a.html", "new.txt", "\0")], (story,))


def test_the_screen_keeps_to_it(story: Path) -> None:
    opened = replace(sample.opened(), inputs=lambda: (story,))
    with pytest.raises(InputError, match="is being read from"):
        jobs.export(opened, Session(sample.book()), story, threading.Event())
    assert story.read_text("utf-8") == "Hei."
