"""How long the glossary takes: loading, compiling, matching a megabyte and ten, annotating.

    python -m tests.benchmarks.terms [TEXT...]

CPU seconds. The text is repeated to a megabyte; without one it is the seeds', which has few different words.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import TypeVar

from reader import terms
from reader.terms import Glossary
from reader.text import tokens as cut

SEEDS = Path(__file__).parents[2] / "seeds"
ENTRIES = 5_000
T = TypeVar("T")


def main(paths: Sequence[str]) -> None:
    files = [Path(path) for path in paths] or sorted(SEEDS.glob("*.txt"))
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    megabyte = (text * (1_000_000 // len(text) + 1))[:1_000_000]
    print(f"{len(set(text.split()))} different words in {len(text)} characters")
    with TemporaryDirectory() as folder:
        told("load from YAML", lambda: terms.load([terms.shipped()], Path(folder)))
        whole = told("load compiled, all entries", lambda: terms.load([terms.shipped()], Path(folder)))
        print(f"  {len(whole)} entries, {len(whole.index().patterns)} patterns of several words")
    step = max(1, len(whole) // ENTRIES)
    part = [entry for number, entry in enumerate(whole.entries) if number % step == 0][:ENTRIES]
    part += [entry for number, entry in enumerate(whole.entries) if number % step][: ENTRIES - len(part)]
    glossary = told(f"compile {len(part)} entries", lambda: Glossary.of(part))
    told("cut 1 MB into words (part of it)", lambda: cut(megabyte))
    told("match 1 MB, first time", lambda: terms.match(megabyte, glossary))
    told("match 1 MB, again", lambda: terms.match(megabyte, glossary))
    lines = megabyte.split("\n")
    told("match 1 MB, line by line", lambda: [terms.match(line, glossary) for line in lines])
    told("match 10 MB", lambda: terms.match(megabyte * 10, glossary))


def told(what: str, work: Callable[[], T]) -> T:
    gc.collect()
    start = process_time()
    result = work()
    print(f"{what:32} {process_time() - start:7.3f} s")
    return result


if __name__ == "__main__":
    main(sys.argv[1:])
