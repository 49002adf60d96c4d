"""One direction of the Transformer, trained until a wall-clock budget is spent.

The learning rate follows the clock, not the steps: it rises in the first tenth at most and falls as a cosine to the
end, so that a run of any length ends well. What is handed on is a moving average of the weights. A run that is killed
goes on from its last state with what is left of its budget.
"""

from __future__ import annotations

import math
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812

from reader.errors import ReaderError
from reader.recipes.training.data import PAD, Corpus, Ints, Side
from reader.recipes.training.model import Tensor, Transformer

Say = Callable[[str], None]


class Direction(StrEnum):
    """What is read and what is written."""

    EN_NB = "en-nb"
    """Only to make Norwegian for English sentences."""
    NB_EN = "nb-en"


@dataclass(frozen=True, slots=True)
class Course:
    """How a training goes."""

    seconds: float
    tokens: int = 50_000
    """Ids a side in a batch, padding included. Predicting takes 10 GB of GPU memory (reckoned, not measured)."""
    rate: float = 1e-3
    """The highest learning rate."""
    warmup: int = 1500
    """Steps until it is reached."""
    smoothing: float = 0.1
    """Share of the probability given to all other pieces (Szegedy et al. 2016)."""
    decay: float = 0.999
    """How much of the average each step keeps."""
    seed: int = 1
    steps: int = 0
    """End after so many, if that is sooner; 0: only the clock counts. For tests."""


@dataclass(frozen=True, slots=True)
class Trained:
    """What came of it."""

    weights: Mapping[str, Tensor]
    """The averaged ones."""
    steps: int
    tokens: int
    """Target pieces seen, those of repeated pairs again."""
    seconds: float
    first_loss: float
    """Mean over the first steps of this process."""
    last_loss: float


AVERAGED = 10
"""Steps between two additions to the average."""
SAID = 20.0
"""Seconds between two lines of the log."""
KEPT = 60.0
"""Seconds between two states on disk."""
WARM = 0.1
"""Share of the budget after which the warm-up ends whatever the step: slow machines do not make 1500 steps."""
LOWEST = 0.05
"""Share of the highest rate that is left at the end."""


def train(
    model: Transformer, corpus: Corpus, direction: Direction, weights: Mapping[str, float], course: Course,
    state: Path | None = None, say: Say = print,
) -> Trained:  # fmt: skip
    """Train `model` in place and return its average. Raises ReaderError when the loss is no longer a number."""
    source, target = (corpus.nb, corpus.en) if direction is Direction.NB_EN else (corpus.en, corpus.nb)
    run = _Run(model, course)
    if state is not None and state.exists():
        run.resume(state)
        say(f"going on after {run.steps:,} steps and {run.seconds:.0f} s")
    said = kept = time.monotonic()
    losses: list[Tensor] = []
    means: list[float] = []
    while not run.over():
        random = np.random.default_rng((course.seed, run.steps))
        for rows in corpus.batches(corpus.rows(weights, random), course.tokens, random):
            losses.append(run.step(source, target, rows))
            now = time.monotonic()
            if now - said > SAID or run.over() or run.steps == AVERAGED:
                means.append(float(torch.stack(losses).mean()))
                say(run.line(means[-1]))
                losses, said = [], now
                if not math.isfinite(means[-1]):
                    raise ReaderError("The loss is no longer a number.", hint="Delete the state; lower --rate.")
            if state is not None and now - kept > KEPT:
                run.keep(state)
                kept = now
            if run.over():
                break
    first, last = (means[0], means[-1]) if means else (math.nan, math.nan)
    return Trained(run.average, run.steps, run.seen, run.seconds, first, last)


def rate(step: int, spent: float, course: Course) -> float:
    """The learning rate of a step when this share of the budget is spent."""
    rising = min(1.0, max((step + 1) / course.warmup, spent / WARM))
    falling = LOWEST + (1 - LOWEST) * (1 + math.cos(math.pi * min(1.0, spent))) / 2
    return course.rate * rising * falling


class _Run:
    """A training under way: weights, their average, the optimiser, the clock."""

    def __init__(self, model: Transformer, course: Course) -> None:
        self.model, self.course = model, course
        self.device = model.embedding.weight.device.type
        self.steps = self.seen = 0
        self.average = {name: weight.detach().clone().float() for name, weight in model.state_dict().items()}
        self._optimizer = torch.optim.AdamW(
            model.parameters(), lr=course.rate, betas=(0.9, 0.98), eps=1e-9, weight_decay=1e-4,
            fused=self.device == "cuda",
        )  # fmt: skip
        self._spent, self._started = 0.0, time.monotonic()
        torch.manual_seed(course.seed)
        torch.set_float32_matmul_precision("high")

    @property
    def seconds(self) -> float:
        """Of the budget, those of killed processes included."""
        return self._spent + time.monotonic() - self._started

    @property
    def spent(self) -> float:
        """Share of the budget."""
        steps = self.steps / self.course.steps if self.course.steps else 0.0
        return max(self.seconds / self.course.seconds if self.course.seconds else 1.0, steps)

    def over(self) -> bool:
        return self.spent >= 1

    def step(self, source: Side, target: Side, rows: Ints) -> Tensor:
        """Learn from one batch; its loss stays on the device, since fetching it would make the GPU wait."""
        for group in self._optimizer.param_groups:
            group["lr"] = rate(self.steps, self.spent, self.course)
        read, written = self._tensor(source.padded(rows, skip=1)), self._tensor(target.padded(rows))
        self.model.train()
        with torch.autocast(self.device, dtype=torch.bfloat16, enabled=self.device == "cuda"):
            hidden = self.model(read, written[:, :-1])
            wanted = written[:, 1:]
            real = wanted != PAD
            logits = self.model.logits(hidden[real])
        loss = F.cross_entropy(logits.float(), wanted[real], label_smoothing=self.course.smoothing)
        self._optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self._optimizer.step()
        self.steps += 1
        self.seen += int((target.lengths[rows] - 1).sum())
        if self.steps % AVERAGED == 0:
            self._add_to_average()
        return loss.detach()

    def _add_to_average(self) -> None:
        # Early on the average is of what there is: 0.999 a step would still hold the random start.
        keeps = min(self.course.decay**AVERAGED, self.steps / (self.steps + AVERAGED))
        with torch.no_grad():
            for name, weight in self.model.state_dict().items():
                self.average[name].lerp_(weight.float(), 1 - keeps)

    def _tensor(self, ids: Ints) -> Tensor:
        made = torch.from_numpy(ids)
        return made.pin_memory().to(self.device, non_blocking=True) if self.device == "cuda" else made

    def line(self, loss: float) -> str:
        speed = self.seen / max(self.seconds, 1e-9)
        now = rate(self.steps, self.spent, self.course)
        return f"step {self.steps:,} loss {loss:.3f} rate {now:.1e} {speed:,.0f} tokens/s {self.spent:.0%} of the time"

    def keep(self, path: Path) -> None:
        """The state on disk, all or nothing."""
        part = path.with_name(f".{path.name}.part")
        state = {
            "weights": self.model.state_dict(), "average": self.average, "optimizer": self._optimizer.state_dict(),
            "steps": self.steps, "seen": self.seen, "seconds": self.seconds,
        }  # fmt: skip
        torch.save(state, part)
        os.replace(part, path)

    def resume(self, path: Path) -> None:
        state = torch.load(path, map_location=self.device, weights_only=True)
        self.model.load_state_dict(state["weights"])
        self._optimizer.load_state_dict(state["optimizer"])
        self.average = state["average"]
        self.steps, self.seen, self._spent = state["steps"], state["seen"], state["seconds"]


__all__ = ["Course", "Direction", "Say", "Trained", "rate", "train"]
