"""A package's model in memory: pieces in, pieces out, in batches by length. Nothing else here touches CTranslate2.

Decoding is as Argos Translate does it (argos-translate 1.x, `translate.py`): the same tokenizers, length penalty,
target prefix and replacement of unknown pieces; only batched over everything asked for, with one hypothesis, and with
the attention kept.
"""

from __future__ import annotations

import math
import re
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.errors import PackageError
from reader.translate.heads import aimed
from reader.translate.package import REINSTALL, Package, Tokenizer
from reader.translate.spelling import spelled, vocabulary

if TYPE_CHECKING:
    import ctranslate2

BATCH = 2048
"""Pieces in a batch, padding included: beyond it nothing is gained (measured at 512 to 8192)."""
LONGEST = 200
"""Pieces in one input. Position tables end at 512, quality falls sooner: such sentences were rare in training."""
LENGTH_PENALTY = 0.2
"""Argos Translate's."""


@dataclass(frozen=True, slots=True)
class Decoding:
    """How the best English is searched for."""

    beam: int = 2
    repetition_penalty: float = 1.0
    no_repeat: int = 0
    """Runs of so many pieces may not come twice; 0 for no such rule."""
    threads: int = 0
    """0: as many as there are cores, at most 4 (CTranslate2's own choice)."""
    compute_type: str = "default"
    """As the package was saved; `int8`, `float32` and others of CTranslate2."""

    @property
    def key(self) -> str:
        """What of it changes the English."""
        return f"b{self.beam} r{self.repetition_penalty} n{self.no_repeat} {self.compute_type}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model says to one input."""

    text: str
    pieces: tuple[str, ...]
    confidence: float
    """0–1: the geometric mean of the pieces' probabilities."""
    attention: Sequence[Sequence[float]]
    """For each piece of the answer, how much it looked at each piece of the input."""


class TooLongError(Exception):
    """An input beyond the model's position table; `Model.longest` now says what fits."""


class Model:
    """Loaded when first used, once; safe to ask from several threads."""

    def __init__(self, package: Package, decoding: Decoding) -> None:
        self._package, self._decoding = package, decoding
        self._tokenizer: Any = None
        self._translator: ctranslate2.Translator | None = None
        self._vocabulary = frozenset[str]()
        self._lock = threading.Lock()
        self._positions = 512
        """Length of the position table: CTranslate2 does not tell before it is too short."""

    @property
    def longest(self) -> int:
        """Pieces in one input, at most: its English may be a half longer."""
        return min(LONGEST, self._positions * 2 // 3 - 8)

    def pieces(self, text: str) -> list[str]:
        """The text as the model reads it. Raises PackageError when the tokenizer cannot be read."""
        with self._lock:
            self._tokenizer = self._tokenizer or _tokenizer(self._package)
            found: list[str] = self._tokenizer.encode(text)
        return found

    def english(self, text: str) -> list[str]:
        """English as the model would write it; `several` can be told to begin so."""
        read = self.pieces(text)
        if self._package.tokenizer is not Tokenizer.SENTENCEPIECE:
            return read
        with self._lock:
            self._vocabulary = self._vocabulary or vocabulary(self._package.model)
            found = spelled(text, self._vocabulary)
        return found if found is not None and len(found) < len(read) else read

    def answers(self, inputs: Sequence[Sequence[str]], how: Decoding) -> list[Answer]:
        """One answer per input, in order. Raises PackageError when the model cannot be read, and TooLongError."""
        return [found[0] for found in self.several(inputs, how)]

    def several(
        self, inputs: Sequence[Sequence[str]], how: Decoding, count: int = 1, begun: Sequence[Sequence[str]] = ()
    ) -> list[list[Answer]]:
        """The best `count` answers per input, the best first; `begun`: the pieces that each answer begins with.

        Raises what `answers` raises.
        """
        answers: list[list[Answer]] = [[] for _ in inputs]
        if not inputs:
            return answers
        with self._lock:
            self._translator = self._translator or _translator(self._package, self._decoding)
            for batch in _batches(inputs):
                first = [list(begun[place]) for place in batch] if begun else [[] for _ in batch]
                results = self._batch([list(inputs[place]) for place in batch], how, count, first)
                for place, result in zip(batch, results, strict=True):
                    answers[place] = [self._answer(result, number) for number in range(len(result.hypotheses))]
        return answers

    def _batch(self, inputs: list[list[str]], how: Decoding, count: int, begun: list[list[str]]) -> list[Any]:
        assert self._translator is not None
        prefix = [self._package.target_prefix] if self._package.target_prefix else []
        longest = max(map(len, inputs))
        try:
            results: list[Any] = self._translator.translate_batch(
                inputs,
                target_prefix=[[*prefix, *first] for first in begun] if prefix or any(begun) else None,
                beam_size=how.beam,
                num_hypotheses=count,
                length_penalty=LENGTH_PENALTY,
                repetition_penalty=how.repetition_penalty,
                no_repeat_ngram_size=how.no_repeat,
                replace_unknowns=True,
                return_scores=True,
                return_attention=True,
                # The library's 256 cuts long sentences short; and a loop need not run to the end of the table.
                max_decoding_length=min(2 * longest + 24, self._positions - 8),
            )
        except (RuntimeError, ValueError) as problem:
            if short := _TOO_LONG.search(str(problem)):
                self._positions = max(32, min(int(short[1]), self._positions - 1))
                raise TooLongError from problem
            raise PackageError(f"{self._package.name} failed: {_line(problem)}.", hint=REINSTALL) from problem
        return results

    def _answer(self, result: Any, number: int) -> Answer:
        pieces, attention = result.hypotheses[number], result.attention[number]
        prefix = self._package.target_prefix
        # The score is the sum of log probabilities, the end sign's among them, divided by (pieces + 1) ** penalty.
        mean = result.scores[number] * (len(pieces) + 1) ** (LENGTH_PENALTY - 1)
        if prefix and pieces[:1] == [prefix]:
            pieces, attention = pieces[1:], attention[1:]
        text = self._tokenizer.decode(pieces).strip()
        return Answer(text, tuple(pieces), math.exp(min(0.0, mean)), attention)


_TOO_LONG = re.compile(r"No position encodings are defined for positions >= (\d{1,4})\b")


def _batches(inputs: Sequence[Sequence[str]]) -> Iterator[list[int]]:
    """Places of inputs, the longest together, so that little is padded."""
    batch: list[int] = []
    for place in sorted(range(len(inputs)), key=lambda place: -len(inputs[place])):
        if batch and (len(batch) + 1) * len(inputs[batch[0]]) > BATCH:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


def _tokenizer(package: Package) -> Any:
    # That module alone imports nothing but sentencepiece (20 ms); `argostranslate.settings` would make folders.
    from argostranslate.tokenizer import BPETokenizer, SentencePieceTokenizer

    file = package.path / package.tokenizer
    try:
        if package.tokenizer is Tokenizer.SENTENCEPIECE:
            made: Any = SentencePieceTokenizer(file)
        else:
            made = BPETokenizer(file, package.from_code, package.to_code)
        made.encode("Hei")
    except Exception as problem:  # sacremoses, subword-nmt and sentencepiece each raise their own
        raise PackageError(f"{file} cannot be read: {_line(problem)}.", hint=REINSTALL) from problem
    return made


def _translator(package: Package, decoding: Decoding) -> ctranslate2.Translator:
    import ctranslate2  # 0.15 s and the thread pools: a text that the cache knows pays none of it

    try:
        return ctranslate2.Translator(
            str(package.model),
            device="cpu",
            compute_type=decoding.compute_type,
            intra_threads=decoding.threads,
            files=aimed(package.model, package.alignment) if package.alignment else None,
        )
    except (RuntimeError, ValueError, MemoryError, OSError) as problem:
        raise PackageError(f"{package.model} cannot be loaded: {_line(problem)}.", hint=REINSTALL) from problem


def _line(problem: BaseException) -> str:
    text = " ".join(str(problem).split()) or type(problem).__name__
    return (text if len(text) <= 200 else f"{text[:199]}…").rstrip(".")


__all__ = ["Answer", "BATCH", "Decoding", "LONGEST", "Model", "TooLongError"]
