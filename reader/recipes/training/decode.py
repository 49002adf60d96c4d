"""Translating with a model in training: greedy to score it, sampled or greedy to write back-translations.

The reader itself translates with CTranslate2, which searches with a beam and is much faster on a CPU.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch

from reader.recipes.training.data import BOS, EOS, PAD, Pieces
from reader.recipes.training.model import Past, Tensor, Transformer

LONGEST = 180
"""Pieces of an input; what is beyond is dropped, as the model never saw so long a sentence."""
TOKENS, SENTENCES = 60_000, 4096
"""Of a batch at most."""
CHECKED = 8
"""Steps between two looks at which sentences are done; each look makes a GPU wait."""


def translated(
    model: Transformer, pieces: Pieces, texts: Sequence[str], *, sample: float = 0.0, tokens: int = TOKENS
) -> list[str]:
    """The translation of each text. `sample`: draw at this temperature instead of taking the likeliest piece."""
    ids = [[*own[:LONGEST], EOS] for own in pieces.ids(texts)]
    found = [""] * len(ids)
    for batch in _batches(ids, tokens):
        for place, own in zip(batch, generated(model, [ids[place] for place in batch], sample=sample), strict=True):
            found[place] = pieces.text(own)
    return found


def generated(
    model: Transformer, sources: Sequence[Sequence[int]], *, sample: float = 0.0, most: int = 0
) -> list[list[int]]:
    """Ids for each source (which ends in </s>), without </s>; `most`: at most so many, otherwise by length."""
    device = model.embedding.weight.device
    longest = max(map(len, sources))
    padded = torch.tensor([[*own, *[PAD] * (longest - len(own))] for own in sources], device=device)
    model.eval()
    with torch.inference_mode(), torch.autocast(device.type, dtype=torch.bfloat16, enabled=device.type == "cuda"):
        written = _written(model, padded, most or min(200, int(longest * 1.6) + 10), sample)
    return [own[: own.index(EOS)] if EOS in own else own for own in written]


def _written(model: Transformer, source: Tensor, most: int, sample: float) -> list[list[int]]:
    memory, visible = model.encode(source)
    pasts = [(Past(), Past()) for _ in model.decoder]
    alive = torch.arange(len(source), device=source.device)
    newest = torch.full((len(source), 1), BOS, device=source.device)
    done = torch.zeros(len(source), dtype=torch.bool, device=source.device)
    written = torch.full((len(source), most), EOS, device=source.device)
    for step in range(most):
        logits = model.logits(model.decode(memory, visible, newest, pasts, step))[:, -1].float()
        if step == 0:
            logits[:, EOS] = -torch.inf  # CTranslate2 never answers with nothing either
        newest = torch.multinomial((logits / sample).softmax(-1), 1) if sample else logits.argmax(-1, keepdim=True)
        written[alive, step] = newest[:, 0]
        done |= newest[:, 0] == EOS
        if step % CHECKED == CHECKED - 1 and bool(done.any()):
            going = (~done).nonzero()[:, 0]
            if len(going) == 0:
                break
            alive, newest, done, memory, visible = (part[going] for part in (alive, newest, done, memory, visible))
            for own, cross in pasts:
                own.keep(going)
                cross.keep(going)
    rows: list[list[int]] = written.tolist()
    return rows


def _batches(ids: Sequence[Sequence[int]], tokens: int) -> Iterator[list[int]]:
    """Places, the longest first: a batch too big for the memory then fails at once."""
    order, start = sorted(range(len(ids)), key=lambda place: -len(ids[place])), 0
    while start < len(order):
        size = max(1, min(tokens // len(ids[order[start]]), SENTENCES))
        yield order[start : start + size]
        start += size


__all__ = ["generated", "translated"]
