"""What `--enforce` does to a package's English: term accuracy and BLEU before and after, in three modes.

    python tests/benchmarks/enforce.py PACKAGE SOURCE REFERENCE [--lines 300] [--margins 0.8] [--without hypotheses]

SOURCE and REFERENCE are plain texts, a segment a line. The modes are those of the WMT23 terminology task: no terms
(nothing may change); proper terms, the glossary's entries that the reference renders as an entry says, that rendering
preferred; random terms, up to two content words a sentence with the word that they are linked to in the reference.
Accuracy is the share of highlighted, sure terms that have the preferred rendering; BLEU is counted over the sentences
that have terms, and needs sacrebleu.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from reader import align, terms, text
from reader.model import Entry, Kind, Origin, Span, State, Unit
from reader.terms import Glossary
from reader.text import english
from reader.translate import enforcing
from reader.translate.enforcing import Enforced, Engine
from reader.translate.hypotheses import Beginning
from reader.translate.protocol import Draft, Segment

GOOD = (State.KEPT, State.APPLIED)


class Task(NamedTuple):
    """A sentence with the terms that its English should have."""

    source: str
    reference: str
    glossary: Glossary


class Figures(NamedTuple):
    """What became of the terms of a mode."""

    sentences: int
    terms: int
    before: float
    """Term accuracy, 0–1; 1 without terms."""
    after: float
    changed: int
    """Sentences."""
    bleu: tuple[float, float] | None
    """Before and after; None without sacrebleu."""


def unit(source: str, target: str, draft: Draft | None = None) -> Unit:
    """The pair as the pipeline would have it."""
    made = Unit(source, Span(0, len(source)), Kind.BODY, 0, 0, target, Origin.ENGINE)
    return replace(made, links=draft.links, applied=draft.applied) if draft else made


def proper(pairs: Sequence[tuple[str, str]], glossary: Glossary) -> Iterator[Task]:
    """The entries that the reference renders in a way they list."""
    for source, reference in pairs:
        found = [
            replace(term.entry, renderings=(said, *(r for r in term.entry.renderings if r != said)))
            for term in terms.annotated(unit(source, reference), glossary).terms
            if term.state in (State.KEPT, State.VARIANT) and term.entry.highlight and not term.alternatives
            for said in [_said(term.entry, " ".join(span.of(reference) for span in term.target))]
        ]
        if found:
            yield Task(source, reference, Glossary.of(dict.fromkeys(found)))


def _said(entry: Entry, surface: str) -> str:
    """Which of its renderings stands there."""
    held = frozenset(key for word in surface.split() for key in english.keys(word))
    return max(entry.renderings, key=lambda one: sum(word in held for word in text.folded(one).split()))


def chance(pairs: Sequence[tuple[str, str]], glossary: Glossary, seed: int = 1) -> Iterator[Task]:
    """Up to two content words of each sentence, with what they are linked to."""
    picked = random.Random(seed)
    for source, reference in pairs:
        known = list(_linked(source, reference, glossary))
        if known:
            some = picked.sample(known, min(2, len(known)))
            yield Task(source, reference, Glossary.of(dict.fromkeys(some)))


def _linked(source: str, reference: str, glossary: Glossary) -> Iterator[Entry]:
    says, links = text.words(reference), align.links(unit(source, reference), glossary)
    words = {token.start: n for n, token in enumerate(text.words(source))}
    tokens = text.tokens(source)
    for token, reading in zip(tokens, text.lemmas_in(tokens), strict=True):
        partners = [link.target for link in links if link.source == words.get(token.start)]
        if reading.pos in ("noun", "verb", "adj") and len(partners) == 1 and len(token.text) > 3:
            said = says[partners[0]].text.lower()
            bases = [key for key in english.keys(said) if english.inflect(key, reading.pos, reading.features) == said]
            if bases:
                yield Entry(reading.lemma, (min(bases, key=len),), reading.pos)


def judged(engine: Engine, tasks: Sequence[Task]) -> Figures:
    """The figures of a mode."""
    segments = [Segment(task.source, Span(0, len(task.source)), Kind.BODY, n, 0) for n, task in enumerate(tasks)]
    before = engine.translate(segments)
    after = [
        Enforced(engine, task.glossary).translate([segment])[0] for task, segment in zip(tasks, segments, strict=True)
    ]
    good, count = [0, 0], 0
    for task, *both in zip(tasks, before, after, strict=True):
        for place, draft in enumerate(both):
            found = terms.annotated(unit(task.source, draft.target, draft), task.glossary).terms
            sure = [term for term in found if term.confidence >= terms.WEAK and term.entry.highlight]
            good[place] += sum(term.state in GOOD for term in sure)
            count += len(sure) if place else 0
    return Figures(
        sentences=len(tasks),
        terms=count,
        before=good[0] / count if count else 1.0,
        after=good[1] / count if count else 1.0,
        changed=sum(one.target != other.target for one, other in zip(before, after, strict=True)),
        bleu=_bleu([[draft.target for draft in drafts] for drafts in (before, after)], [t.reference for t in tasks]),
    )


def _bleu(both: Sequence[Sequence[str]], references: Sequence[str]) -> tuple[float, float] | None:
    try:
        from sacrebleu import corpus_bleu
    except ImportError:
        return None
    if not references:
        return None
    first, second = (float(corpus_bleu(list(said), [list(references)]).score) for said in both)
    return first, second


class Without:
    """An engine that lacks one of the ways."""

    def __init__(self, engine: Engine, way: str) -> None:
        self._engine, self._way, self.maker = engine, way, engine.maker

    def translate(self, segments: Sequence[Segment]) -> Sequence[Draft]:
        return self._engine.translate(segments)

    def hypotheses(self, texts: Sequence[str], count: int) -> Sequence[Sequence[Draft]]:
        return [[] for _ in texts] if self._way == "hypotheses" else self._engine.hypotheses(texts, count)

    def continued(self, beginnings: Sequence[Beginning]) -> Sequence[Draft | None]:
        return [None for _ in beginnings] if self._way == "continued" else self._engine.continued(beginnings)


def main() -> None:
    """Prints a line for each mode and margin."""
    from reader.translate.argos import Argos
    from reader.translate.packages import opened

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("package", "source", "reference"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--lines", type=int, default=300)
    parser.add_argument("--margins", default=str(enforcing.MARGIN))
    parser.add_argument("--without", choices=("hypotheses", "continued"), default="")
    given = parser.parse_args()
    sides = [file.read_text(encoding="utf-8").splitlines()[: given.lines] for file in (given.source, given.reference)]
    pairs = list(zip(*sides, strict=True))
    glossary, engine = terms.load((terms.shipped(),)), Argos(opened(given.package, Path.home() / ".cache" / "enforce"))
    modes = {
        "no terms": [Task(source, reference, Glossary.of(())) for source, reference in pairs],
        "proper": list(proper(pairs, glossary)),
        "random": list(chance(pairs, glossary)),
    }
    for margin in map(float, given.margins.split(",")):
        enforcing.MARGIN = margin
        for mode, tasks in modes.items():
            done = judged(Without(engine, given.without), tasks)
            bleu = "BLEU {:.2f} → {:.2f}".format(*done.bleu) if done.bleu else "(no sacrebleu)"
            print(
                f"margin {margin:.2f} {mode:8} {done.sentences:4} sentences {done.terms:4} terms,"
                f" accuracy {done.before:.3f} → {done.after:.3f}, {done.changed} changed, {bleu}"
            )


if __name__ == "__main__":
    main()
