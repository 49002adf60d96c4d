"""What a wider beam buys: BLEU, chrF and speed of a trained package on a test set, by beam. Chooses `Decoding.beam`.

    python tests/benchmarks/beams.py PACKAGE SOURCE REFERENCE [--lines 300] [--beams 1,2,3,4,6]

SOURCE and REFERENCE are plain texts, a segment a line. Needs sacrebleu. Loading is not counted; CPU seconds are those
of all threads. Findings are what `reader.text.faults` still sees after mending; confidence is the mean of all segments.
"""

from __future__ import annotations

import argparse
import resource
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from reader.model import Kind, Span
from reader.translate.argos import Argos, Decoding
from reader.translate.packages import opened
from reader.translate.protocol import Segment


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path)
    parser.add_argument("source", type=Path)
    parser.add_argument("reference", type=Path)
    parser.add_argument("--lines", type=int)
    parser.add_argument("--beams", default="1,2,3,4,6")
    given = parser.parse_args()
    import sacrebleu

    package = opened(given.package, Path.home() / ".cache" / "norwegian-reader" / "packages")
    source = given.source.read_text(encoding="utf-8").splitlines()[: given.lines]
    reference = given.reference.read_text(encoding="utf-8").splitlines()[: given.lines]
    segments = [Segment(line, Span(0, len(line)), Kind.BODY, number, 0) for number, line in enumerate(source)]
    bleu, chrf = sacrebleu.BLEU(), sacrebleu.CHRF()
    print("| beam | BLEU | chrF | sentences per core-second | confidence | findings |\n|---:|---:|---:|---:|---:|---|")
    for beam in map(int, given.beams.split(",")):
        engine = Argos(package, Decoding(beam=beam))
        engine.translate(segments[:1])
        began = _cpu()
        drafts = [draft for at in range(0, len(segments), 256) for draft in engine.translate(segments[at : at + 256])]
        spent = _cpu() - began
        english = [draft.target for draft in drafts]
        found = Counter(finding.code for draft in drafts for finding in draft.findings)
        print(
            f"| {beam} | {bleu.corpus_score(english, [reference]).score:.2f} "
            f"| {chrf.corpus_score(english, [reference]).score:.2f} | {len(source) / spent:.1f} "
            f"| {sum(draft.score for draft in drafts) / len(drafts):.3f} "
            f"| {' '.join(f'{code} {count}' for code, count in sorted(found.items())) or '–'} |",
            flush=True,
        )
    print(f"\n{bleu.get_signature()}\n{chrf.get_signature()}")


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
