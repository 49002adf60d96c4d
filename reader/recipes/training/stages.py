"""The whole training: en→nb, Norwegian written for English texts, nb→en on everything, fine-tuning on news and prose.

Each stage leaves one file in the work folder and is passed over when that file is there; a stage that was killed goes
on from its last state. So the same command, given again, finishes what one short loan of a machine could not. To do a
stage anew, delete its file.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import torch

from reader.errors import InputError
from reader.recipes.training import checkpoint, data, decode
from reader.recipes.training.checkpoint import Checkpoint, Shape
from reader.recipes.training.evaluate import scored
from reader.recipes.training.model import Transformer, arrays, device, loaded
from reader.recipes.training.train import Course, Direction, Say, train


class Stage(StrEnum):
    """In this order."""

    EN_NB = "en-nb"
    BACK = "back"
    NB_EN = "nb-en"
    TUNE = "tune"


SHARES: Mapping[Stage, float] = {Stage.EN_NB: 0.18, Stage.BACK: 0.20, Stage.NB_EN: 0.50, Stage.TUNE: 0.12}
"""Of the budget; those of the stages that run are scaled to the whole of it."""
TUNING_RATE, TUNING_WARMUP, TUNING_DROPOUT = 2e-4, 50, 0.2
"""The groups of the last stage are small and seen often."""
SLICE = (256, 32_768)
"""English sentences back-translated between two looks at the clock: at first, and at most."""
SLICE_SECONDS = 10.0
"""A slice that took less is followed by one twice as long."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done."""

    data: Path
    """The folder of the groups."""
    pieces: Path
    work: Path
    minutes: float
    """For training and back-translating; reading the data and scoring come on top, about a minute a stage."""
    shape: Shape
    course: Course
    """Its seconds are set from the minutes."""
    stages: tuple[Stage, ...] = tuple(Stage)
    dev: tuple[Path, Path] | None = None
    """Norwegian and English to score nb→en on after each stage; never learnt from."""
    init: Path | None = None
    """A checkpoint that nb→en starts from: a second training."""
    reverse: Path | None = None
    """An en→nb checkpoint in place of the first stage's."""
    sample: float = 0.0
    """Temperature of back-translation; 0: the likeliest piece each time."""


def run(plan: Plan, say: Say = print) -> Path:
    """The file of the last stage. Raises InputError and ReaderError."""
    pieces = data.Pieces(plan.pieces)
    plan.work.mkdir(parents=True, exist_ok=True)
    stages = tuple(stage for stage in Stage if stage in plan.stages and not _needless(stage, plan))
    if not stages:
        raise InputError("No stage to run.", hint=f"There are: {', '.join(Stage)}.")
    whole = sum(SHARES[stage] for stage in stages)
    for stage in stages:
        result, seconds = result_of(stage, plan.work), plan.minutes * 60 * SHARES[stage] / whole
        if result.exists():
            say(f"{stage}: {result} is there")
            continue
        say(f"{stage}: {seconds:.0f} s")
        if stage is Stage.BACK:
            _back_translate(plan, pieces, seconds, say)
        else:
            _train(stage, plan, pieces, seconds, say)
    return result_of(stages[-1], plan.work)


def result_of(stage: Stage, work: Path) -> Path:
    """The file that a stage leaves."""
    return work / ("back.tsv" if stage is Stage.BACK else f"{stage}.npz")


def _needless(stage: Stage, plan: Plan) -> bool:
    """Without English sentences there is nothing to back-translate; a given en→nb model needs no training."""
    no_text = data.file_of(data.MONO, plan.data) is None
    return (stage is Stage.EN_NB and (no_text or plan.reverse is not None)) or (stage is Stage.BACK and no_text)


def _train(stage: Stage, plan: Plan, pieces: data.Pieces, seconds: float, say: Say) -> None:
    direction = Direction.EN_NB if stage is Stage.EN_NB else Direction.NB_EN
    groups = data.GROUPS if stage is Stage.EN_NB else (*data.GROUPS, data.BACK)
    weights = {group.name: group.tuning if stage is Stage.TUNE else group.weight for group in groups}
    files = {
        name: file for name, weight in weights.items() if weight and (file := data.file_of(name, plan.data, plan.work))
    }
    corpus = data.corpus(files, pieces, plan.work / "ids")
    mixed = {name: weights[name] for name in files if len(corpus.groups[name])}
    for name, weight in mixed.items():
        say(f"  {name}: {len(corpus.groups[name]):,} pairs × {weight:g}")
    start = _start(stage, plan)
    course, dropout = replace(plan.course, seconds=seconds), 0.1
    if stage is Stage.TUNE:
        course, dropout = replace(course, rate=TUNING_RATE, warmup=TUNING_WARMUP), TUNING_DROPOUT
    model = _model(start, plan, dropout)
    state = plan.work / f"{stage}.state"
    done = train(model, corpus, direction, mixed, course, state, lambda line: say(f"  {line}"))
    made: dict[str, Any] = {
        "stage": str(stage), "direction": str(direction), "seconds": round(done.seconds), "steps": done.steps,
        "target_pieces": done.tokens, "loss": round(done.last_loss, 3), "seed": course.seed, "device": _device_name(),
        "groups": {name: {"pairs": len(corpus.groups[name]), "weight": weight} for name, weight in mixed.items()},
        "before": [*start.made.get("before", ()), _brief(start.made)] if start else [],
    }  # fmt: skip
    model.load_state_dict(done.weights)
    if plan.dev and direction is Direction.NB_EN:
        score = _dev_score(model, pieces, plan.dev)
        made["dev"] = score
        say(f"  dev, greedy: BLEU {score['bleu']:.1f} chrF {score['chrf']:.1f}")
    checkpoint.save(result_of(stage, plan.work), Checkpoint(model.shape, arrays(done.weights), made))
    state.unlink(missing_ok=True)


def _start(stage: Stage, plan: Plan) -> Checkpoint | None:
    """The checkpoint that a stage goes on from. Raises InputError when fine-tuning has none."""
    if stage is Stage.TUNE:
        before = result_of(Stage.NB_EN, plan.work)
        if not before.exists() and plan.init is None:
            raise InputError("Nothing to fine-tune.", hint="Run the stage nb-en first, or give --init.")
        return checkpoint.load(before if before.exists() or plan.init is None else plan.init)
    return checkpoint.load(plan.init) if stage is Stage.NB_EN and plan.init is not None else None


def _model(start: Checkpoint | None, plan: Plan, dropout: float) -> Transformer:
    torch.manual_seed(plan.course.seed)
    if start is not None and start.shape.vocabulary != plan.shape.vocabulary:
        raise InputError("The checkpoint was trained with other pieces.", hint="Give the same --pieces.")
    model = Transformer(plan.shape, dropout) if start is None else loaded(start, dropout=dropout)
    on_device: Transformer = model.to(device())
    return on_device


def _brief(made: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in made.items() if name != "before"}


def _device_name() -> str:
    return str(torch.cuda.get_device_name()) if device() == "cuda" else "CPU"


def _dev_score(model: Transformer, pieces: data.Pieces, dev: tuple[Path, Path]) -> dict[str, Any]:
    source, reference = (list(data.lines(path)) for path in dev)
    return scored(decode.translated(model, pieces, source), reference)


def _back_translate(plan: Plan, pieces: data.Pieces, seconds: float, say: Say) -> None:
    """English sentences, in random order, with the Norwegian that the en→nb model writes for them."""
    by = plan.reverse or result_of(Stage.EN_NB, plan.work)
    if not by.exists():
        raise InputError("Nothing to back-translate with.", hint="Run the stage en-nb first, or give --reverse.")
    mono = data.file_of(data.MONO, plan.data)
    assert mono is not None  # `_needless` has looked
    texts = list(dict.fromkeys(line for line in data.lines(mono) if line and "\t" not in line))
    order = np.random.default_rng(plan.course.seed).permutation(len(texts))
    model = loaded(checkpoint.load(by), device=device())
    result = result_of(Stage.BACK, plan.work)
    part, place = result.with_name("back.part"), result.with_name("back.json")
    held = json.loads(place.read_text()) if place.exists() and part.exists() else {}
    at, size, spent, kept = (held.get(name, 0) for name in ("at", "bytes", "seconds", "kept"))
    with part.open("r+b" if held else "wb") as stream:
        stream.truncate(size)  # what a kill left half-written after the last note
        stream.seek(size)
        count, started = SLICE[0], time.monotonic()
        while at < len(order) and spent + time.monotonic() - started < seconds:
            began = time.monotonic()
            english = [texts[row] for row in order[at : at + count]]
            norwegian = decode.translated(model, pieces, english, sample=plan.sample)
            found = [(nb, en) for nb, en in zip(norwegian, english, strict=True) if useful(nb, en)]
            stream.write("".join(f"{nb}\t{en}\n" for nb, en in found).encode())
            stream.flush()
            at, kept = at + len(english), kept + len(found)
            note = {"at": at, "bytes": stream.tell(), "seconds": spent + time.monotonic() - started, "kept": kept}
            _write(place, json.dumps(note))
            count = min(count * 2, SLICE[1]) if time.monotonic() - began < SLICE_SECONDS else count
    say(f"  {kept:,} of {at:,} kept, of {len(texts):,} sentences there are")
    for line in _first(part, 3):
        say(f"  {line}")
    os.replace(part, result)
    place.unlink()


_LOOP = re.compile(r"(\w.{1,30}?)\1{3,}")
"""The same thing four times in a row; dots and lines of a form are none."""


def useful(nb: str, en: str) -> bool:
    """Whether a machine's Norwegian may be learnt from: there, no copy, no loop, of about the same length."""
    words = nb.lower().split()
    loops = _LOOP.search(nb) or (len(words) >= 8 and len(set(pairwise(words))) < 0.6 * (len(words) - 1))
    alike = 0.5 < (len(nb) + 5) / (len(en) + 5) < 2
    return bool(words) and alike and not loops and "\t" not in nb and "⁇" not in nb and (len(words) < 4 or nb != en)


def _write(path: Path, text: str) -> None:
    part = path.with_name(f".{path.name}.part")
    part.write_text(text)
    os.replace(part, path)


def _first(path: Path, count: int) -> Sequence[str]:
    return [" | ".join(pair) for _, pair in zip(range(count), data.pairs(path), strict=False)]


__all__ = ["SHARES", "Plan", "Stage", "result_of", "run", "useful"]
