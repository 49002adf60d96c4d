"""Every module can be imported alone, quickly enough, and does nothing to the machine when it is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in (ROOT / "reader").rglob("*.py")
    if "recipes" not in path.parts
)
PROGRAM = """
import importlib, socket, sys
class Refused(socket.socket):
    def __init__(self, *_, **__): raise AssertionError("a socket was opened")
socket.socket = Refused
for name in sys.argv[1:]:
    importlib.import_module(name)
core = ("textual", "rich", "ctranslate2", "argostranslate", "sentencepiece", "lxml")
print(*(name for name in core if name in sys.modules))
"""


def importing(*names: str, home: Path) -> str:
    environment = {"HOME": str(home), "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *names], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_importing_makes_no_folder_and_opens_no_socket(tmp_path: Path) -> None:
    importing(*MODULES, home=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_core_is_light(tmp_path: Path) -> None:
    shells = ("reader.tui", "reader.recipes")
    assert importing(*(name for name in MODULES if not name.startswith(shells)), home=tmp_path) == ""
