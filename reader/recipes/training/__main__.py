"""`python -m reader.recipes.training VERB …`: the recipe, step by step."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from reader.errors import ExitCode, ReaderError

OUTSIDE = ("torch", "sacrebleu", "numpy")
"""What the extra `train` brings."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns the exit code; one line on stderr for what a user can cause."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except ReaderError as error:
        print(f"training: {error}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("training: interrupted; the same command goes on from the last state", file=sys.stderr)
        return ExitCode.INTERRUPTED
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.partition(".")[0] not in OUTSIDE:
            raise
        print(f"training: {missing.name} is not installed. pip install 'norwegian-reader[train]'", file=sys.stderr)
        return ExitCode.BAD_REQUEST
    return ExitCode.OK


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m reader.recipes.training", description="Train an nb→en package.")
    verbs = parser.add_subparsers(metavar="VERB", required=True)

    pieces = verbs.add_parser("pieces", help="train the SentencePiece model on the groups of DATA")
    pieces.add_argument("data", metavar="DATA", type=Path)
    pieces.add_argument("-o", "--output", metavar="MODEL", type=Path, required=True)
    pieces.add_argument("--size", type=int, default=16000)
    pieces.set_defaults(run=_pieces)

    train = verbs.add_parser("train", help="all stages; given again, it goes on where it was")
    train.add_argument("data", metavar="DATA", type=Path, help="folder of news.tsv.xz … and mono.en.xz")
    train.add_argument("--pieces", metavar="MODEL", type=Path, required=True)
    train.add_argument("--work", metavar="FOLDER", type=Path, required=True)
    train.add_argument("--minutes", type=float, required=True, help="wall clock for all stages together")
    train.add_argument("--stages", default="", help="of en-nb,back,nb-en,tune (default: all)")
    train.add_argument("--dev", metavar=("NB", "EN"), nargs=2, type=Path, help="score on these after each stage")
    train.add_argument("--init", metavar="CHECKPOINT", type=Path, help="nb→en starts from it")
    train.add_argument("--reverse", metavar="CHECKPOINT", type=Path, help="an en→nb model, for back-translation")
    train.add_argument("--sample", type=float, default=0.0, help="temperature of back-translation (default: greedy)")
    for name, number in (("width", 384), ("heads", 6), ("inner", 1536), ("encoder", 6), ("decoder", 3)):
        train.add_argument(f"--{name}", metavar="N", type=int, default=number, help=f"default: {number}")
    train.add_argument("--tokens", metavar="N", type=int, default=50_000, help="ids a side in a batch")
    train.add_argument("--rate", type=float, default=1e-3, help="highest learning rate")
    train.add_argument("--warmup", metavar="STEPS", type=int, default=1500)
    train.add_argument("--seed", type=int, default=1)
    train.set_defaults(run=_train)

    translate = verbs.add_parser("translate", help="stdin to stdout, a sentence a line, greedily, with a checkpoint")
    _checkpoint(translate)
    translate.add_argument("--sample", type=float, default=0.0)
    translate.set_defaults(run=_translate)

    heads = verbs.add_parser("heads", help="which attention heads agree best with gold links")
    _checkpoint(heads)
    heads.add_argument("--links", metavar="GOLD", type=Path, required=True)
    heads.set_defaults(run=_heads)

    convert = verbs.add_parser("convert", help="checkpoint → int8 → .argosmodel")
    _checkpoint(convert)
    convert.add_argument("-o", "--output", metavar="ARGOSMODEL", type=Path, required=True)
    convert.add_argument("--release", metavar="VERSION", default="0.1")
    convert.add_argument("--licence", default="", help="of the weights; without it the package says it has none")
    convert.add_argument("--scores", metavar="JSON", type=Path, help="what `evaluate -o` wrote")
    convert.add_argument("--alignment", metavar="LAYER:HEAD[,HEAD…]", help="what `heads` found best")
    convert.add_argument("--quantization", choices=("int8", "int16", "float16", "float32"), default="int8")
    convert.set_defaults(run=_convert)

    evaluate = verbs.add_parser("evaluate", help="BLEU and chrF of a package, through the reader's engine")
    evaluate.add_argument("package", metavar="PACKAGE", type=Path, help="an .argosmodel or an unpacked folder")
    evaluate.add_argument("--set", metavar=("NAME", "NB", "EN"), nargs=3, action="append", required=True)
    evaluate.add_argument("-o", "--output", metavar="JSON", type=Path, help="for `convert --scores`")
    evaluate.add_argument("--translations", metavar="FOLDER", type=Path, help="write NAME.en there, to be read")
    evaluate.set_defaults(run=_evaluate)
    return parser


def _checkpoint(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("checkpoint", metavar="CHECKPOINT", type=Path)
    parser.add_argument("--pieces", metavar="MODEL", type=Path, required=True)


def _pieces(options: argparse.Namespace) -> None:
    from reader.recipes.training import data

    files = [file for group in data.GROUPS if (file := data.file_of(group.name, options.data))]
    data.train_pieces(chain.from_iterable(chain.from_iterable(map(data.pairs, files))), options.output, options.size)


def _train(options: argparse.Namespace) -> None:
    from reader.recipes.training import data, stages
    from reader.recipes.training.checkpoint import Shape
    from reader.recipes.training.train import Course

    names = [name.strip() for name in options.stages.split(",") if name.strip()]
    unknown = [name for name in names if name not in list(stages.Stage)]
    if unknown:
        raise ReaderError(f"No stage {unknown[0]}.", hint=f"There are: {', '.join(stages.Stage)}.")
    plan = stages.Plan(
        data=options.data, pieces=options.pieces, work=options.work, minutes=options.minutes,
        shape=Shape(len(data.Pieces(options.pieces)), options.width, options.heads, options.inner, options.encoder,
                    options.decoder),
        course=Course(0, tokens=options.tokens, rate=options.rate, warmup=options.warmup, seed=options.seed),
        stages=tuple(map(stages.Stage, names)) or tuple(stages.Stage),
        dev=tuple(options.dev) if options.dev else None,
        init=options.init, reverse=options.reverse, sample=options.sample,
    )  # fmt: skip
    print(stages.run(plan, lambda line: print(line, flush=True)))


def _translate(options: argparse.Namespace) -> None:
    from reader.recipes.training import checkpoint, data, decode, model

    loaded = model.loaded(checkpoint.load(options.checkpoint), device=model.device())
    texts = sys.stdin.read().splitlines()
    print("\n".join(decode.translated(loaded, data.Pieces(options.pieces), texts, sample=options.sample)))


def _heads(options: argparse.Namespace) -> None:
    from reader.recipes.training import checkpoint, data, heads

    gold = heads.read(options.links)
    for choice in heads.ranked(checkpoint.load(options.checkpoint), data.Pieces(options.pieces), gold):
        print(f"{choice.layer}:{','.join(map(str, choice.heads))}\tAER {choice.error:.3f}")


def _convert(options: argparse.Namespace) -> None:
    from reader.recipes.training import convert

    release = convert.Release(
        options.release,
        licence=options.licence,
        scores=json.loads(options.scores.read_bytes()) if options.scores else (),
        alignment=_alignment(options.alignment),
        quantization=options.quantization,
    )
    made = convert.package(options.checkpoint, options.pieces, options.output, release)
    print(f"{made}: {made.stat().st_size / 1e6:.1f} MB")


def _alignment(given: str | None) -> Any:
    from reader.recipes.training.convert import Alignment

    layer, _, heads = (given or "").partition(":")
    if not given:
        return None
    if not all(part.isdecimal() for part in (layer, *heads.split(","))):
        raise ReaderError(f"'{given}' names no heads.", hint="Like 1:3 or 1:3,5; `heads` prints them.")
    return Alignment(int(layer), tuple(map(int, heads.split(","))))


def _evaluate(options: argparse.Namespace) -> None:
    from reader.recipes.training import evaluate

    sets = [evaluate.Testset(name, Path(nb), Path(en)) for name, nb, en in options.set]
    with tempfile.TemporaryDirectory() as unpacked:
        found = evaluate.evaluated(options.package, sets, Path(unpacked))
    for score, translations in found:
        print(f"{score['set']}: BLEU {score['bleu']:.1f} chrF {score['chrf']:.1f}, {score['speed']:.0f} sentences per"
              f" core-second\n  {score['bleu_signature']}\n  {score['chrf_signature']}")  # fmt: skip
        if options.translations:
            options.translations.mkdir(parents=True, exist_ok=True)
            (options.translations / f"{score['set']}.en").write_text("\n".join(translations) + "\n", encoding="utf-8")
    if options.output:
        options.output.write_text(json.dumps([score for score, _ in found], indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
