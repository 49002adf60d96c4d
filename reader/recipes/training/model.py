"""A Transformer (Vaswani et al. 2017, normalised before each part) whose weights are CTranslate2's, one to one.

So nothing is lost in conversion: three-in-one projections of queries, keys and values, ReLU, one embedding table for
reading, writing and predicting, a bias for each piece. Source and target share their pieces.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812 - what everybody calls it
from torch import nn

from reader.recipes.training.checkpoint import POSITIONS, Array, Checkpoint, Shape, positions
from reader.recipes.training.data import PAD

Tensor = Any
"""torch.Tensor; torch is an optional extra, so the type checker does not see it."""


@dataclass(slots=True)
class Past:
    """Keys and values [batch, heads, time, part] that an attention has already worked out while decoding."""

    keys: Tensor = None
    values: Tensor = None

    def keep(self, rows: Tensor) -> None:
        """Forget all sentences but these."""
        if self.keys is not None:
            self.keys, self.values = self.keys[rows], self.values[rows]


class SelfAttention(nn.Module):
    """Every piece looks at the others of its own sentence; in the decoder only at those before it."""

    def __init__(self, shape: Shape, *, causal: bool) -> None:
        super().__init__()
        self.heads, self.causal = shape.heads, causal
        self.norm = nn.LayerNorm(shape.width)
        self.query_key_value = nn.Linear(shape.width, 3 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)

    def forward(self, x: Tensor, visible: Tensor = None, past: Past | None = None) -> Tensor:
        query, keys, values = (_split(part, self.heads) for part in self.query_key_value(self.norm(x)).chunk(3, -1))
        if past is not None:
            if past.keys is not None:
                keys, values = torch.cat([past.keys, keys], 2), torch.cat([past.values, values], 2)
            past.keys, past.values = keys, values
        # With a past there is one query, the newest, and it may see everything.
        causal = self.causal and past is None
        return self.out(_joined(F.scaled_dot_product_attention(query, keys, values, visible, is_causal=causal)))


class CrossAttention(nn.Module):
    """Every target piece looks at the source pieces; this is where word links come from."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.norm = nn.LayerNorm(shape.width)
        self.query = nn.Linear(shape.width, shape.width)
        self.key_value = nn.Linear(shape.width, 2 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)

    def forward(self, x: Tensor, memory: Tensor, visible: Tensor, past: Past | None = None) -> Tensor:
        past = Past() if past is None else past
        if past.keys is None:
            past.keys, past.values = (_split(part, self.heads) for part in self.key_value(memory).chunk(2, -1))
        query = _split(self.query(self.norm(x)), self.heads)
        return self.out(_joined(F.scaled_dot_product_attention(query, past.keys, past.values, visible)))

    def looks(self, x: Tensor, memory: Tensor, visible: Tensor) -> Tensor:
        """How much each target piece looks at each source piece: [batch, heads, target, source]."""
        query = _split(self.query(self.norm(x)), self.heads)
        keys = _split(self.key_value(memory).chunk(2, -1)[0], self.heads)
        scores = query @ keys.transpose(-1, -2) / math.sqrt(keys.shape[-1])
        return scores.masked_fill(~visible, -math.inf).softmax(-1)


class FeedForward(nn.Module):
    """What each piece makes of what it saw."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(shape.width)
        self.inner = nn.Linear(shape.width, shape.inner)
        self.out = nn.Linear(shape.inner, shape.width)

    def forward(self, x: Tensor) -> Tensor:
        return self.out(F.relu(self.inner(self.norm(x))))


class EncoderLayer(nn.Module):
    """One layer of the reading half."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.attention, self.feed = SelfAttention(shape, causal=False), FeedForward(shape)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, visible: Tensor) -> Tensor:
        x = x + self.dropout(self.attention(x, visible))
        return x + self.dropout(self.feed(x))


class DecoderLayer(nn.Module):
    """One layer of the writing half."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.attention, self.cross = SelfAttention(shape, causal=True), CrossAttention(shape)
        self.feed = FeedForward(shape)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, memory: Tensor, visible: Tensor, pasts: tuple[Past, Past] | None = None) -> Tensor:
        own, cross = pasts or (None, None)
        x = x + self.dropout(self.attention(x, past=own))
        x = x + self.dropout(self.cross(x, memory, visible, cross))
        return x + self.dropout(self.feed(x))


class Transformer(nn.Module):
    """Ids of pieces in, hidden states out; `logits` turns those into predictions."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape = shape
        self.embedding = nn.Embedding(shape.vocabulary, shape.width)
        self.bias = nn.Parameter(torch.zeros(shape.vocabulary))
        self.encoder = nn.ModuleList(EncoderLayer(shape, dropout) for _ in range(shape.encoder))
        self.decoder = nn.ModuleList(DecoderLayer(shape, dropout) for _ in range(shape.decoder))
        self.encoder_norm, self.decoder_norm = nn.LayerNorm(shape.width), nn.LayerNorm(shape.width)
        self.dropout = nn.Dropout(dropout)
        table = torch.from_numpy(positions(POSITIONS, shape.width))
        self.register_buffer("positions", table, persistent=False)
        # Multiplied by the root of the width when read, and used as it is to predict: both then start near one.
        nn.init.normal_(self.embedding.weight, std=shape.width**-0.5)
        for part in self.modules():
            if isinstance(part, nn.Linear):
                nn.init.xavier_uniform_(part.weight)
                nn.init.zeros_(part.bias)

    def forward(self, source: Tensor, target: Tensor) -> Tensor:
        """Hidden states [batch, time, width] that predict the piece after each target piece."""
        memory, visible = self.encode(source)
        return self.decode(memory, visible, target)

    def encode(self, source: Tensor) -> tuple[Tensor, Tensor]:
        """What was read, and which of it is no padding."""
        visible = (source != PAD)[:, None, None, :]
        x = self.embedded(source)
        for layer in self.encoder:
            x = layer(x, visible)
        return self.encoder_norm(x), visible

    def decode(
        self, memory: Tensor, visible: Tensor, target: Tensor, pasts: list[tuple[Past, Past]] | None = None, at: int = 0
    ) -> Tensor:
        """Hidden states for target pieces that start at position `at`, after those in `pasts`."""
        x = self.embedded(target, at)
        for number, layer in enumerate(self.decoder):
            x = layer(x, memory, visible, None if pasts is None else pasts[number])
        return self.decoder_norm(x)

    def looks(self, source: Tensor, target: Tensor) -> Tensor:
        """The cross-attention of every layer and head: [layers, batch, heads, target, source]."""
        memory, visible = self.encode(source)
        x, found = self.embedded(target), []
        for layer in self.decoder:
            found.append(layer.cross.looks(x + layer.attention(x), memory, visible))
            x = layer(x, memory, visible)
        return torch.stack(found)

    def embedded(self, ids: Tensor, at: int = 0) -> Tensor:
        scaled = self.embedding(ids) * math.sqrt(self.shape.width)
        return self.dropout(scaled + self.positions[at : at + ids.shape[1]])

    def logits(self, hidden: Tensor) -> Tensor:
        """Unnormalised log probabilities of every piece."""
        return F.linear(hidden, self.embedding.weight, self.bias)


def loaded(checkpoint: Checkpoint, *, dropout: float = 0.1, device: str = "cpu") -> Transformer:
    """The model of a checkpoint."""
    model = Transformer(checkpoint.shape, dropout)
    model.load_state_dict({name: torch.from_numpy(weight) for name, weight in checkpoint.weights.items()})
    return model.to(device)


def arrays(weights: Mapping[str, Tensor]) -> dict[str, Array]:
    """A state as a checkpoint keeps it."""
    return {name: weight.detach().float().cpu().numpy() for name, weight in weights.items()}


def device() -> str:
    """Where to compute."""
    return "cuda" if torch.cuda.is_available() else "cpu"


def _split(x: Tensor, heads: int) -> Tensor:
    """[batch, time, width] → [batch, heads, time, width / heads]."""
    batch, time, width = x.shape
    return x.view(batch, time, heads, width // heads).transpose(1, 2)


def _joined(x: Tensor) -> Tensor:
    """The way back."""
    batch, heads, time, part = x.shape
    return x.transpose(1, 2).reshape(batch, time, heads * part)


__all__ = ["Past", "Tensor", "Transformer", "arrays", "device", "loaded"]
