"""Reading, translating and exporting opens no socket: the interpreter itself is asked, by an audit hook (PEP 578)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import os, sys
def hook(event, arguments):
    if event.startswith("socket."):
        os.write(2, f"opened a socket: {event} {arguments}".encode())
        os._exit(99)
sys.addaudithook(hook)
from reader.__main__ import main
sys.exit(main(sys.argv[1:]))
"""
TEXT = "TRUMP MØTER PUTIN\n\n– Hei, jeg kommer fra Norge. Det er en god bok. en løkke og en bok 😀\n\nhttps://vg.no/a\n"


def reader(home: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    environment = {"HOME": str(home), "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *map(str, words)], env=environment, capture_output=True, text=True, check=False
    )


def test_the_hook_would_notice(tmp_path: Path) -> None:
    done = reader(tmp_path, "packages", "available", "--index", "http://127.0.0.1:1/index.json")
    assert done.returncode == 99, done.stderr


@pytest.mark.parametrize("package", ["argosmodel", "none", "installed"])
def test_no_socket_is_opened(tiny_archive: Path, tmp_path: Path, package: str) -> None:
    text = tmp_path / "a.txt"
    text.write_text(TEXT, encoding="utf-8")
    home = tmp_path / "home"
    home.mkdir()
    chosen: list[str | Path] = ["--package", tiny_archive] if package == "argosmodel" else []
    if package == "installed":
        assert reader(home, "packages", "install", tiny_archive).returncode == 0
        assert reader(home, "packages", "verify").returncode == 0
    (tmp_path / "g.yaml").write_text("entries: []\n")
    chosen += ["--glossary", tmp_path / "g.yaml"]
    files = [tmp_path / f"o.{suffix}" for suffix in ("html", "md", "txt", "tmx", "jsonl")]
    outputs = [option for file in files for option in ("-o", file)]
    printed = reader(home, "print", text, *chosen)
    exported = reader(home, "export", text, *outputs, *chosen)
    assert (printed.returncode, exported.returncode) == (0, 0), printed.stderr + exported.stderr
    made = {path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_dir()}
    # Importing `argostranslate.settings` would have made more: its configuration, its downloads.
    assert not [path for path in made if "argos" in path and not path.startswith(".local/share/argos-translate")]
    assert package == "installed" or not [path for path in made if "argos" in path]
    assert package == "none" or "Hello, I come from Norway." in (tmp_path / "o.txt").read_text(encoding="utf-8")
