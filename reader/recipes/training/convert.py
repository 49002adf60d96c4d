"""From a checkpoint to a package that the reader and Argos Translate can use.

    translate-nb_en-0_1/
        metadata.json         Argos's fields, and ours: `alignment`, `attribution`, `scores`
        README.md             the model card
        sentencepiece.model
        model/                CTranslate2, int8

Needs no torch.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from reader.errors import InputError, OutputError
from reader.recipes.training import card, checkpoint
from reader.recipes.training.checkpoint import POSITIONS, Array, Checkpoint
from reader.recipes.training.data import BOS, EOS, UNK, Pieces


@dataclass(frozen=True, slots=True)
class Alignment:
    """The cross-attention that word links are read from."""

    layer: int
    """Decoder layer, from 0."""
    heads: tuple[int, ...]
    """Averaged. CTranslate2 only knows "the first n", so these are put first."""


@dataclass(frozen=True, slots=True)
class Release:
    """What the package says of itself."""

    version: str
    licence: str = ""
    """Of the weights; empty: not decided, and the package says so."""
    scores: Sequence[dict[str, Any]] = ()
    """As `evaluate` writes them."""
    alignment: Alignment | None = None
    """None: the last layer's first head, which is CTranslate2's own choice."""
    quantization: str = "int8"

    @property
    def terms(self) -> str:
        """The licence in words."""
        return self.licence or card.UNDECIDED


def package(source: Path, pieces: Path, target: Path, release: Release) -> Path:
    """Write the .argosmodel. Raises InputError and OutputError."""
    held, cut = checkpoint.load(source), Pieces(pieces)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / f"translate-nb_en-{release.version.replace('.', '_')}"
        model(held, cut, folder / "model", release.quantization, release.alignment)
        shutil.copyfile(pieces, folder / "sentencepiece.model")
        sizes = {str(file.relative_to(folder)): file.stat().st_size for file in sorted(folder.rglob("*.*"))}
        (folder / "metadata.json").write_text(json.dumps(_metadata(release), indent=1, ensure_ascii=False) + "\n")
        (folder / "README.md").write_text(
            card.text(held, version=release.version, licence=release.terms, scores=release.scores, sizes=sizes),
            encoding="utf-8",
        )
        _zip(folder, target)
    return target


def model(
    held: Checkpoint, pieces: Pieces, folder: Path, quantization: str = "int8", alignment: Alignment | None = None
) -> None:
    """The CTranslate2 model alone. Raises InputError: the pieces are not the checkpoint's."""
    if len(pieces) != held.shape.vocabulary:
        raise InputError(
            f"The checkpoint has {held.shape.vocabulary:,} pieces, the SentencePiece model {len(pieces):,}.",
            hint="Give the one it was trained with.",
        )
    spec = _spec(held, pieces.vocabulary(), alignment)
    spec.validate()
    spec.optimize(quantization=None if quantization == "float32" else quantization)
    folder.mkdir(parents=True, exist_ok=True)
    spec.save(str(folder))


def _spec(held: Checkpoint, vocabulary: list[str], alignment: Alignment | None) -> Any:
    from ctranslate2.specs import common_spec, transformer_spec

    shape, weights = held.shape, dict(held.weights)
    if alignment is not None:
        _put_first(weights, shape.heads, alignment)
    spec = transformer_spec.TransformerSpec.from_config(
        (shape.encoder, shape.decoder), shape.heads, pre_norm=True, activation=common_spec.Activation.RELU,
        alignment_layer=alignment.layer if alignment else -1, alignment_heads=len(alignment.heads) if alignment else 1,
    )  # fmt: skip

    def linear(target: Any, name: str) -> None:
        target.weight, target.bias = weights.pop(f"{name}.weight"), weights.pop(f"{name}.bias")

    def norm(target: Any, name: str) -> None:
        target.gamma, target.beta = weights.pop(f"{name}.weight"), weights.pop(f"{name}.bias")

    for half, layers in (("encoder", spec.encoder.layer), ("decoder", spec.decoder.layer)):
        for number, layer in enumerate(layers):
            at = f"{half}.{number}"
            norm(layer.self_attention.layer_norm, f"{at}.attention.norm")
            linear(layer.self_attention.linear[0], f"{at}.attention.query_key_value")
            linear(layer.self_attention.linear[1], f"{at}.attention.out")
            if half == "decoder":
                norm(layer.attention.layer_norm, f"{at}.cross.norm")
                for part, name in zip(layer.attention.linear, ("query", "key_value", "out"), strict=True):
                    linear(part, f"{at}.cross.{name}")
            norm(layer.ffn.layer_norm, f"{at}.feed.norm")
            linear(layer.ffn.linear_0, f"{at}.feed.inner")
            linear(layer.ffn.linear_1, f"{at}.feed.out")
    norm(spec.encoder.layer_norm, "encoder_norm")
    norm(spec.decoder.layer_norm, "decoder_norm")
    # One table in three places; `optimize` sees that they are the same and keeps it once.
    table = weights.pop("embedding.weight")
    spec.encoder.embeddings[0].weight = spec.decoder.embeddings.weight = spec.decoder.projection.weight = table
    spec.decoder.projection.bias = weights.pop("bias")
    spec.encoder.scale_embeddings = spec.decoder.scale_embeddings = True  # by the root of the width, as in training
    places = checkpoint.positions(POSITIONS, shape.width)
    spec.encoder.position_encodings.encodings = spec.decoder.position_encodings.encodings = places
    assert not weights, f"not converted: {', '.join(weights)}"  # model.py and this file belong together
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    # The model has learnt sources that end in </s>, and targets that begin with <s>; Argos gives neither.
    spec.config.add_source_bos, spec.config.add_source_eos = False, True
    spec.config.bos_token, spec.config.eos_token = vocabulary[BOS], vocabulary[EOS]
    spec.config.unk_token, spec.config.decoder_start_token = vocabulary[UNK], vocabulary[BOS]
    return spec


def _put_first(weights: dict[str, Array], heads: int, alignment: Alignment) -> None:
    """Reorder the heads of a cross-attention; what it computes stays the same."""
    if not all(0 <= head < heads for head in alignment.heads) or len(set(alignment.heads)) < len(alignment.heads):
        raise InputError(f"No such heads: {alignment.heads}.", hint=f"There are 0 to {heads - 1}.")
    at = f"decoder.{alignment.layer}.cross"
    if f"{at}.out.weight" not in weights:
        raise InputError(f"The decoder has no layer {alignment.layer}.", hint="They are counted from 0.")
    order = [*alignment.heads, *(head for head in range(heads) if head not in alignment.heads)]
    for name, parts in (("query", 1), ("key_value", 2)):
        for kind in ("weight", "bias"):
            rows = weights[f"{at}.{name}.{kind}"]
            by_head = rows.reshape(parts, heads, -1, *rows.shape[1:])
            weights[f"{at}.{name}.{kind}"] = np.ascontiguousarray(by_head[:, order].reshape(rows.shape))
    out = weights[f"{at}.out.weight"]
    by_head = out.reshape(len(out), heads, -1)
    weights[f"{at}.out.weight"] = np.ascontiguousarray(by_head[:, order].reshape(out.shape))


def _metadata(release: Release) -> dict[str, Any]:
    alignment = release.alignment
    return {
        "package_version": release.version,
        "argos_version": "1.9.0",
        "from_code": "nb",
        "from_name": "Norwegian",
        "to_code": "en",
        "to_name": "English",
        "attribution": f"{card.MAKER}; {release.terms}; data: see its README.md",
        **({"alignment": {"layer": alignment.layer, "heads": len(alignment.heads)}} if alignment else {}),
        **({"scores": list(release.scores)} if release.scores else {}),
    }


def _zip(folder: Path, target: Path) -> None:
    """The same folder gives the same file: no times, a fixed order."""
    part = target.with_name(f".{target.name}.part")
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in sorted(path for path in folder.rglob("*") if path.is_file()):
                entry = zipfile.ZipInfo(f"{folder.name}/{file.relative_to(folder).as_posix()}")
                entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
                archive.writestr(entry, file.read_bytes())
        os.replace(part, target)
    except OSError as problem:
        raise OutputError(f"{target} cannot be written: {problem.strerror}.") from problem


__all__ = ["Alignment", "Release", "model", "package"]
