"""How soon the first English stands beside the Norwegian, and how soon a text that was read before is there again.

    python tests/benchmarks/opening.py [--paragraphs 300] [--rounds 7] [--width 256] [--layers 6,2]

Each way is a fresh process, all of them in turn, several rounds; wall time from the start of the process, so with the
interpreter's own 16 ms. The floors do what nobody can leave out: import Textual, load the package, ask it once for the
first sentences. Ours is what `reader FILE` does on a terminal, up to the screen; "painted" is the whole of it, on a
pseudo-terminal, until the first English is among what was drawn. The compiled glossary is there in all of them, the
cache of machine translation only where it says so. The package is one of real size, with weights set by hand.
"""

from __future__ import annotations

import argparse
import json
import os
import pty
import select
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

WAYS = {
    "import": "import Textual",
    "floor": "import Textual, load the package, one batch",
    "first": "ours: the first English",
    "painted": "ours: the first English painted",
    "first again": "ours, from the cache: the first English",
    "painted again": "ours, from the cache: the first English painted",
    "whole again": "ours, from the cache: import Textual and all blocks",
    "print again": "ours, from the cache: `reader print`",
}
RATIOS = (("first", "floor", 0.0, 1.3), ("whole again", "import", 0.3, 1.0), ("first again", "import", 0.3, 1.0))
"""(way, floor, seconds that are added to it, what the demand allows)."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--paragraphs", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--width", type=int, default=256)
    parser.add_argument("--layers", default="6,2")
    parser.add_argument("--way", choices=WAYS)
    parser.add_argument("--text", type=Path)
    given = parser.parse_args()
    if given.way:
        _CHILDREN[given.way.partition(" ")[0]](given.text)
        return
    with tempfile.TemporaryDirectory() as made:
        found = measured(Path(made), given.paragraphs, given.rounds, given.width, given.layers)
    _table(found)


def measured(home: Path, paragraphs: int, rounds: int, width: int, layers: str) -> dict[str, list[dict[str, float]]]:
    """For each way, the seconds of each round: `wall`, and `cpu` of all threads where it can be told."""
    from tests.benchmarks.engine import _built, _document

    _built(home / ".local/share/argos-translate/packages/translate-nb_en-1_0", width, layers)
    text = _document(home / "text.txt", paragraphs * 4)
    kept = text.read_text(encoding="utf-8").split("\n\n")[:paragraphs]
    text.write_text("\n\n".join(kept) + "\n", encoding="utf-8")
    for way in ("first", "floor", "print"):  # compiles modules and the glossary, and the last fills the cache
        _own_process(way, text, home)
    found: dict[str, list[dict[str, float]]] = {way: [] for way in WAYS}
    cache, aside = home / ".cache/norwegian-reader/translations.sqlite", home / "translations.sqlite"
    cache.replace(aside)  # the last process to close it has written everything to the main file
    for _ in range(rounds):
        for way in WAYS:
            for file in cache.parent.glob("translations.sqlite*"):
                file.unlink()
            if way.endswith("again"):
                cache.write_bytes(aside.read_bytes())
            found[way].append(_own_process(way, text, home))
    return found


def _own_process(way: str, text: Path, home: Path) -> dict[str, float]:
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("ARGOS_", "XDG_", "PYTHON"))},
        "HOME": str(home), "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "COLUMNS": "100", "LINES": "40",
        "PYTHONPYCACHEPREFIX": str(home / "compiled"),  # a module changed since it was last compiled is no one's cost
    }  # fmt: skip
    if way.startswith("painted"):
        return {"wall": _painted(text, environment)}
    words = [sys.executable, __file__, "--way", way, "--text", str(text)]
    environment["BEGAN"] = str(time.monotonic())
    if way.startswith("print"):
        words = [sys.executable, "-m", "reader", "print", str(text)]
    began = time.monotonic()
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    wall = time.monotonic() - began
    if done.returncode:
        sys.exit(done.stderr)
    found: dict[str, float] = {"wall": wall} if way.startswith("print") else json.loads(done.stdout.splitlines()[-1])
    return found


def _painted(text: Path, environment: Mapping[str, str]) -> float:
    """Seconds until a word of English has been drawn by `reader FILE` on a pseudo-terminal."""
    began = time.monotonic()
    child, terminal = pty.fork()
    if child == 0:
        os.execve(sys.executable, [sys.executable, "-m", "reader", str(text)], dict(environment))
    import fcntl
    import struct
    import termios

    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
    drawn = b""
    try:
        while not _english(drawn):
            if not select.select([terminal], [], [], 30)[0]:
                sys.exit(f"no English was drawn in 30 s: {drawn[-2000:]!r}")
            drawn += os.read(terminal, 1 << 16)
        return time.monotonic() - began
    finally:
        os.kill(child, 15)
        while select.select([terminal], [], [], 5)[0]:
            try:
                if not os.read(terminal, 1 << 16):
                    break
            except OSError:  # the other side is closed
                break
        os.waitpid(child, 0)
        os.close(terminal)


def _english(drawn: bytes) -> bool:
    """Words that the text has in English only; colours may stand between two of them."""
    return any(word in drawn for word in (b"Norway", b"thanks", b"peace", b"meets"))


# -- in a process of their own ------------------------------------------------------------------------------------


def _said() -> None:
    wall = time.monotonic() - float(os.environ["BEGAN"])
    os.write(1, json.dumps({"wall": wall, "cpu": time.process_time()}).encode() + b"\n")  # `print` is Textual's by now
    os._exit(0)  # what is done after the moment that counts is nobody's business here


def _textual() -> None:
    """What the screen imports of it."""
    from textual.app import App
    from textual.screen import ModalScreen, Screen
    from textual.scroll_view import ScrollView
    from textual.widgets import Input, OptionList, Static

    assert all((App, ModalScreen, Screen, ScrollView, Input, OptionList, Static))


def _import(text: Path) -> None:
    _textual()
    _said()


def _floor(text: Path) -> None:
    _textual()
    import ctranslate2
    import sentencepiece

    package = Path.home() / ".local/share/argos-translate/packages/translate-nb_en-1_0"
    tokenizer = sentencepiece.SentencePieceProcessor(model_file=str(package / "sentencepiece.model"))
    translator = ctranslate2.Translator(str(package / "model"))
    # The paragraphs that the screen asks for first; a sentence ends where a small letter is followed by ". ".
    paragraphs = text.read_text(encoding="utf-8").split("\n\n")[: int(os.environ.get("FIRST", "2"))]
    sentences = [f"{one.rstrip('.')}." for paragraph in paragraphs for one in paragraph.strip().split(". ")]
    pieces = tokenizer.encode(sentences, out_type=str)
    results = translator.translate_batch(pieces, beam_size=2, length_penalty=0.2)
    assert all(tokenizer.decode(result.hypotheses[0]) for result in results)
    _said()


def _first(text: Path) -> None:
    import threading

    from reader import tui
    from reader.opening import Opened, Options
    from reader.session import Session
    from reader.tui import jobs

    class Told(jobs.Early):
        """Says when it is there, and the screen imported that would show it."""

        def __init__(self, opened: Opened, session: Session) -> None:
            super().__init__(opened, session)
            threading.Thread(target=self._say, daemon=True).start()

        def _say(self) -> None:
            assert self.blocks()
            import reader.tui.app  # waits for the other thread's

            assert reader.tui.app
            _said()

    setattr(jobs, "Early", Told)  # noqa: B010
    tui.run(str(text), Options())


def _whole(text: Path) -> None:
    _textual()
    from reader.opening import Options, opened

    for _ in opened(str(text), Options()).blocks():
        pass
    _said()


_CHILDREN: Mapping[str, Callable[[Path], None]] = {
    "import": _import, "floor": _floor, "first": _first, "whole": _whole,
}  # fmt: skip


def _table(found: Mapping[str, list[dict[str, float]]]) -> None:
    rounds = len(found["floor"])
    print(f"seconds of wall time, {rounds} rounds in turn\n")
    print(f"| {'':52} | best | median | CPU, best |\n|{'-' * 54}|---:|---:|---:|")
    for way, title in WAYS.items():
        wall = [one["wall"] for one in found[way]]
        cpu = min((one["cpu"] for one in found[way] if "cpu" in one), default=None)
        print(f"| {title:52} | {min(wall):.2f} | {statistics.median(wall):.2f} | {f'{cpu:.2f}' if cpu else '–'} |")
    print()
    for way, floor, more, most in RATIOS:
        ratios = [
            one["wall"] / (other["wall"] + more) for one, other in zip(found[way], found[floor], strict=True)
        ]
        best = min(one["wall"] for one in found[way]) / (min(one["wall"] for one in found[floor]) + more)
        added = f" + {more} s" if more else ""
        print(f"{WAYS[way]}: {best:.2f} × ({WAYS[floor]}{added}) of the best, {statistics.median(ratios):.2f} the "
              f"median of rounds; allowed {most}")  # fmt: skip


if __name__ == "__main__":
    main()
