"""kill -9 at 50 random moments during translation and during installation: `python tests/benchmarks/kills.py [N]`."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.fixtures.faulty_server import Served, serving
from tests.fixtures.killing import kill_a_translation, kill_an_installation
from tests.fixtures.tiny_package import build, zipped


def main(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as made, serving() as server:
        root = Path(made)
        os.environ["HOME"] = made
        os.environ["ARGOS_PACKAGES_DIR"] = str(root / "argos" / "packages")
        package = build(root / "translate-nb_en-1_0")
        windows = [kill_a_translation(package, root / "cache") for _ in range(rounds)]
        print(f"translation: {rounds} kills, {sum(windows)} windows done, database sound, none lost")
        large = build(root / "large" / "translate-nb_en-1_0", padding=8000)
        server.pages["/x"] = Served(zipped(large, root / "x.argosmodel").read_bytes())
        there = [kill_an_installation(server.url("/x"), root / "downloads", within=1.5) for _ in range(rounds)]
        print(f"installation: {rounds} kills, package whole after {sum(there)}, absent after {rounds - sum(there)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
