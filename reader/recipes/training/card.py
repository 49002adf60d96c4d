"""The model card: what is in a package, whose work it rests on, how good it is, and how to make it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reader.recipes.training.checkpoint import Checkpoint
from reader.recipes.training.data import BACK, GROUPS, Group

MAKER = "nb→en model of the norwegian-reader project"
UNDECIDED = "licence not decided: not for distribution"
"""Some groups ask for share-alike (CC BY-SA, GPL-2+, MPL-2.0); a person has to say what that means for weights."""

WEAKNESSES = (
    "Small (the default has 24 million weights): rare words, names and idioms are guessed; the official Argos package"
    " is better and wins where it is installed.",
    "Bokmål only. Nynorsk, dialect and chat spellings were not trained on.",
    "The SentencePiece model normalises (NFKC): “…” becomes “...”, “m²” becomes “m2”, a no-break space a space.",
    "Half of the pairs are software and product documentation: short everyday sentences may sound like a manual.",
    "Sentences over 160 pieces (about 100 words) were left out of training.",
)
"""What follows from how it is made; what is found by reading its translations is added by whoever reads them."""


def text(
    held: Checkpoint, *, version: str, licence: str, scores: Sequence[Mapping[str, Any]], sizes: Mapping[str, int]
) -> str:
    """README.md of a package, in Markdown."""
    shape, made = held.shape, held.made
    stages = [*made.get("before", ()), *([{k: v for k, v in made.items() if k != "before"}] if made else [])]
    weights = sum(weight.size for weight in held.weights.values())
    parts = [
        f"# Norwegian Bokmål – English {version}",
        f"A small translation model, {MAKER}.",
        f"License: {licence}.",
        "## Scores",
        _scores(scores),
        "## Size",
        f"Transformer, {shape.encoder} + {shape.decoder} layers, width {shape.width}, {shape.heads} heads, inner width"
        f" {shape.inner}, {shape.vocabulary:,} pieces shared by both languages; {weights / 1e6:.1f} million weights.",
        _table(("file", "bytes"), [(name, f"{size:,}") for name, size in sizes.items()]),
        "## Data",
        "Each group's makers keep their rights and their licence. Weight: how often a pair was shown in each round.",
        data_table((*GROUPS, BACK), _used(stages)),
        "## How it was trained",
        _stages(stages),
        "## Known weaknesses",
        "\n".join(f"- {line}" for line in WEAKNESSES),
        "## How to do it again",
        "`python -m reader.recipes.training --help`, and README.md in that folder of the project's source.",
    ]
    return "\n\n".join(parts) + "\n"


def data_table(groups: Sequence[Group], used: Mapping[str, tuple[str, str]] | None = None) -> str:
    """The groups with what their licences ask for; `used` has pairs and weights of those that were trained on."""
    if not used:
        rows = [(g.name, g.what, g.licence, f"{g.weight:g}", f"{g.tuning:g}" if g.tuning else "–") for g in groups]
        return _table(("group", "what", "licence", "weight", "in fine-tuning"), rows)
    return _table(
        ("group", "what", "licence", "pairs", "weight"),
        [(group.name, group.what, group.licence, *used[group.name]) for group in groups if group.name in used],
    )


def _used(stages: Sequence[Mapping[str, Any]]) -> dict[str, tuple[str, str]]:
    """Pairs of each group, and its weight in each stage: "10 in nb-en, 3 in tune"."""
    found: dict[str, tuple[str, str]] = {}
    for stage in stages:
        for name, own in stage["groups"].items():
            before = f"{found[name][1]}, " if name in found else ""
            found[name] = (f"{own['pairs']:,}", f"{before}{own['weight']:g} in {stage['stage']}")
    return found


def _scores(scores: Sequence[Mapping[str, Any]]) -> str:
    if not scores:
        return "Not measured yet."
    rows = [
        (str(s["set"]), str(s["lines"]), f"{s['bleu']:.1f}", f"{s['chrf']:.1f}", f"{s['speed']:.0f}") for s in scores
    ]
    signatures = dict.fromkeys(str(s[key]) for s in scores for key in ("bleu_signature", "chrf_signature"))
    speed = "Speed: sentences per core-second through the reader's engine."
    return "\n\n".join([_table(("set", "lines", "BLEU", "chrF", "speed"), rows), speed,
                        "\n".join(f"- `{signature}`" for signature in signatures)])  # fmt: skip


def _stages(stages: Sequence[Mapping[str, Any]]) -> str:
    if not stages:
        return "Not recorded."
    head = ("stage", "minutes", "steps", "target pieces", "loss", "dev BLEU", "on")
    return _table(head, [
        (str(s["stage"]), f"{s['seconds'] / 60:.1f}", f"{s['steps']:,}", f"{s['target_pieces']:,}", f"{s['loss']}",
         f"{s['dev']['bleu']:.1f}" if s.get("dev") else "–", str(s["device"]))
        for s in stages
    ])  # fmt: skip


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines)


__all__ = ["MAKER", "UNDECIDED", "WEAKNESSES", "data_table", "text"]
