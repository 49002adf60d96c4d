"""Sentences per core-second: Argos Translate, ours, and CTranslate2 alone, on the same document with the same package.

    python tests/benchmarks/engine.py [--package FOLDER] [--document FILE] [--width 256] [--layers 6,2] [--rounds 3]

Without `--package` a package of real size is built whose weights are set by hand: it says one piece for each piece, so
that every way of asking decodes to the same length. Argos Translate gets our sentences (its own splitter would have to
be downloaded), everything runs in a temporary home, and each way is run in its own process, several times in turn, the
best counted: the machine's other work disturbs the least then. CPU time is that of the whole process, all threads.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.translate.protocol import Segment

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

WAYS = {
    "argos": "argostranslate.translate, its default (beam 4, 4 hypotheses)",
    "ours 4": "ours, beam 4: the same search",
    "ours": "ours, default",
    "ours 1": "ours, beam 1",
    "whole 4": "ours in one window, beam 4",
    "whole 2": "ours in one window, beam 2",
    "raw 4": "translate_batch alone, beam 4",
    "raw 2": "translate_batch alone, beam 2",
}
ASKED = {
    "asked 4": "translate_batch alone, in our windows, beam 4",
    "asked 2": "translate_batch alone, in our windows, beam 2",
    "looking 2": "translate_batch alone, in our windows, beam 2, with the attention that links need",
}
SHARES = (("ours 4", "asked 4"), ("ours 2", "asked 2"), ("ours 2", "looking 2"), ("whole 2", "raw 2"))
"""(ours, what it is a share of): told apart from the machine's noise only in one process, by turns."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--package", type=Path)
    parser.add_argument("--document", type=Path, help="a text; default: the seed article, repeated with other numbers")
    parser.add_argument("--width", type=int, default=256)
    parser.add_argument("--layers", default="6,2")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--sentences", type=int, default=300)
    parser.add_argument("--way", choices=(*WAYS, "shares"))
    given = parser.parse_args()
    if given.way == "shares":
        print(json.dumps(shares(given.package, given.document, given.rounds)))
        return
    if given.way:
        print(json.dumps(measured(given.way, given.package, given.document)))
        return
    with tempfile.TemporaryDirectory() as made:
        home = Path(made)
        package = given.package or _built(home / "packages" / "translate-nb_en-1_0", given.width, given.layers)
        document = given.document or _document(home / "document.txt", given.sentences)
        best: dict[str, dict[str, float]] = {}
        for _ in range(given.rounds):
            for way in WAYS:
                found = _in_own_process(way, package, document, home)
                if way not in best or found["cpu"] < best[way]["cpu"]:
                    best[way] = found
        of = _in_own_process("shares", package, document, home, "--rounds", str(2 * given.rounds))
    _table(best, package)
    print()
    for ours, raw in SHARES:
        print(f"{(WAYS | ASKED).get(ours, WAYS['ours'])}: {of[f'{ours} / {raw}']:.1%} of {(WAYS | ASKED)[raw]}")


def measured(way: str, package: Path, document: Path) -> dict[str, float]:
    """One way, in this process: sentences, CPU seconds, wall seconds, characters of English. Loading is not counted."""
    windows = _windows_of(document)
    run = _way(way, package, windows)
    cpu, wall = _cpu(), time.perf_counter()
    length = run()
    sentences = sum(len(piece) for window in windows for piece in window)
    return {"cpu": _cpu() - cpu, "wall": time.perf_counter() - wall, "sentences": sentences, "length": length}


def shares(package: Path, document: Path, rounds: int) -> dict[str, float]:
    """For each of SHARES, how much of the bare library's speed is left: the best of rounds in turn."""
    windows = _windows_of(document)
    runs = {way: _way(way, package, windows) for way in dict.fromkeys(way for pair in SHARES for way in pair)}
    spent: dict[str, list[float]] = {way: [] for way in runs}
    for _ in range(rounds):
        for way, run in runs.items():
            cpu = _cpu()
            run()
            spent[way].append(_cpu() - cpu)
    return {f"{ours} / {raw}": min(spent[raw]) / min(spent[ours]) for ours, raw in SHARES}


def _windows_of(document: Path) -> list[list[tuple[Segment, ...]]]:
    """The paragraphs of each window, as the pipeline asks for them."""
    from reader.formats import read
    from reader.pipeline import _windows

    book = read(str(document))
    return [[piece for _, piece in window if piece] for window in _windows(book, range(len(book.paragraphs)))]


def _way(way: str, package: Path, windows: Sequence[Sequence[tuple[Segment, ...]]]) -> Callable[[], int]:
    asked = [[segment for piece in window for segment in piece] for window in windows]
    texts = [[" ".join(segment.text.split()) for segment in window] for window in asked]
    kind, _, beam = way.partition(" ")
    match kind:
        case "ours":
            return _ours(beam, package, asked)
        case "whole":
            return _ours(beam, package, [[segment for window in asked for segment in window]])
        case "raw":
            return _raw(int(beam), package, [[text for window in texts for text in window]])
        case "asked" | "looking":
            return _raw(int(beam), package, texts, attention=kind == "looking")
        case _:
            paragraphs = [piece for window in windows for piece in window]
            return _argos(package, [[" ".join(one.text.split()) for one in piece] for piece in paragraphs])


def _ours(beam: str, package: Path, windows: Sequence[Sequence[Segment]]) -> Callable[[], int]:
    from reader.translate.argos import Argos, Decoding
    from reader.translate.package import read

    engine = Argos(read(package), Decoding(beam=int(beam)) if beam else Decoding())
    engine.translate(windows[0][:1])
    return lambda: sum(len(draft.target) + 1 for window in windows for draft in engine.translate(window))


def _argos(package: Path, texts: Sequence[list[str]]) -> Callable[[], int]:
    from argostranslate import package as packages
    from argostranslate import translate

    class Ours:
        """Our sentences, so that nothing is downloaded and everyone translates the same."""

        def __init__(self) -> None:
            self.known = {" ".join(some): some for some in texts}

        def split_sentences(self, text: str) -> list[str]:
            return self.known.get(text, [text])

    # As `argostranslate.translate.translate` does it for an installed package.
    languages = [translate.Language("nb", "Norwegian"), translate.Language("en", "English")]
    translation = translate.PackageTranslation(*languages, packages.Package(package))
    translation.sentencizer = Ours()
    whole = "\n".join(" ".join(some) for some in texts)
    translation.translate("Hei.")
    return lambda: len(translation.translate(whole))


def _raw(
    beam: int, package: Path, windows: Sequence[Sequence[str]], *, attention: bool = False
) -> Callable[[], int]:
    import ctranslate2
    from argostranslate.tokenizer import SentencePieceTokenizer

    tokenizer = SentencePieceTokenizer(package / "sentencepiece.model")
    translator = ctranslate2.Translator(str(package / "model"))
    translator.translate_batch([tokenizer.encode("Hei.")])

    def one(window: Sequence[str]) -> int:
        pieces = [tokenizer.encode(text) for text in window]
        results = translator.translate_batch(
            pieces, max_batch_size=2048, batch_type="tokens", beam_size=beam, length_penalty=0.2,
            return_attention=attention, return_scores=attention,
        )  # fmt: skip
        return sum(len(tokenizer.decode(result.hypotheses[0])) for result in results)

    return lambda: sum(map(one, windows))


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _in_own_process(way: str, package: Path, document: Path, home: Path, *more: str) -> dict[str, float]:
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("ARGOS_", "XDG_"))},
        "HOME": str(home), "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    words = [sys.executable, __file__, "--way", way, "--package", str(package), "--document", str(document), *more]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _built(folder: Path, width: int, layers: str) -> Path:
    from tests.fixtures.tiny_package import build

    encoder, decoder = map(int, layers.split(","))
    heads, hidden = width // 64, 4 * width
    return build(folder, layers=(encoder, decoder), width=width, heads=heads, hidden=hidden, padding=15_500)


def _document(path: Path, sentences: int) -> Path:
    """Paragraphs of one to six sentences of 4 to 40 pieces, all different, from the words that the package knows."""
    import random

    from tests.fixtures.tiny_package import WORDS

    random.seed(7)
    known = [word for word in WORDS if word not in ("løkke", "tallet", "ingenting")]
    paragraphs, made = list[str](), 0
    while made < sentences:
        count = random.randint(1, 6)
        said = [" ".join(random.choices(known, k=random.randint(4, 36))).capitalize() + "." for _ in range(count)]
        paragraphs.append(" ".join(said))
        made += count
    path.write_text("\n\n".join(paragraphs), encoding="utf-8")
    return path


def _table(best: dict[str, dict[str, float]], package: Path) -> None:
    base = best["argos"]["sentences"] / best["argos"]["cpu"]
    print(f"{package.name}, {best['ours']['sentences']:.0f} sentences, best of several rounds, loading not counted\n")
    print(f"| {'':56} | sentences per core-second | × | wall s | characters |")
    print(f"|{'-' * 58}|---:|---:|---:|---:|")
    for way, title in WAYS.items():
        found = best[way]
        rate = found["sentences"] / found["cpu"]
        print(f"| {title:56} | {rate:.1f} | {rate / base:.2f} | {found['wall']:.2f} | {found['length']:.0f} |")


if __name__ == "__main__":
    main()
