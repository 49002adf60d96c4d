"""From files of sentence pairs to batches of piece ids.

A group is a file of pairs of one kind, `NAME.tsv.xz` or `NAME.tsv`: Norwegian, tab, English, one pair a line, UTF-8 in
NFC. Groups are mixed by weight: a weight of 10 shows every pair ten times in each round over the data.
"""

from __future__ import annotations

import hashlib
import io
import lzma
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from reader.errors import InputError

Ints = npt.NDArray[np.int64]
UNK, BOS, EOS, PAD = range(4)
"""Ids of the special pieces; CTranslate2 is told their names."""
LONGEST = 160
"""Pieces on either side of a pair; longer ones are few and mostly lists."""


@dataclass(frozen=True, slots=True)
class Group:
    """One kind of data, with what its makers ask for."""

    name: str
    what: str
    licence: str
    weight: float
    tuning: float = 0.0
    """Weight in the last stage; 0: not used there."""


GROUPS = (
    Group("news", "newspaper sentences of the Norwegian Dependency Treebank and of Språkbanken, news and encyclopedic"
          " sentences; English written for this project", "sources CC0 and the treebank's licence; English: this"
          " project", 10, 3),
    Group("lex", "sentences, articles and stories written in both languages for this project: frequent lemmas that"
          " the news lacks, fixed expressions, texts of all kinds", "this project", 10, 3),
    Group("prose", "Debian handbook and Debian Edu manuals, Altinn and Digdir documentation, African Storybook,"
          " Wesnoth, debconf, Moodle help, Mozilla pages, Tatoeba, MMLU dev", "GPL-2+, CC BY-SA, Apache-2.0, MIT,"
          " CC BY, MPL-2.0, CC BY 2.0 FR", 4, 1),
    Group("talk", "Tatoeba Danish–English and Swedish–English, rewritten into Bokmål by Apertium and repaired; about"
          " four in five entirely right", "CC BY 2.0 FR", 2, 1),
    Group("bible", "a modern Bokmål Bible with the World English Bible", "MIT or CC BY 4.0; public domain", 1),
    Group("docs", "Microsoft product documentation (Dynamics, Business Central, Office support), LibreOffice help",
          "CC BY 4.0, MPL-2.0", 1),
    Group("software", "catalogues of GNOME, KDE, Chromium, Android, Mozilla, MediaWiki, Home Assistant and others,"
          " entries of five words or more", "each project's own", 1),
    Group("words", "inflected nouns and glosses from Wiktionary and FreeDict, CLDR names, short labels",
          "CC BY-SA, Unicode, each project's own", 1),
)  # fmt: skip
"""Non-commercial and unlicensed sources were left out when the groups were gathered; no side of a pair is in an
evaluation set."""
BACK = Group("back", "English sentences (public-domain fiction, mixed web text, Tatoeba) with Norwegian that the en→nb"
             " model of the first stage wrote", "public domain, MIT, CC BY 2.0 FR", 1)  # fmt: skip
"""Made by the second stage."""
MONO = "mono.en"
"""The English sentences that stage reads: `mono.en.xz` or `mono.en`, one a line."""


def file_of(name: str, *folders: Path) -> Path | None:
    """The file of a group, packed or not, in the first folder that has one."""
    suffixes = ("", ".xz") if name == MONO else (".tsv", ".tsv.xz")
    return next((file for folder in folders for end in suffixes if (file := folder / (name + end)).is_file()), None)


def lines(path: Path) -> Iterator[str]:
    """The lines of a text, packed or not. Raises InputError."""
    try:
        with _opened(path) as stream:
            for line in io.TextIOWrapper(stream, encoding="utf-8", newline="\n"):
                yield line.rstrip("\r\n")
    except (OSError, UnicodeDecodeError, lzma.LZMAError, EOFError) as problem:
        raise InputError(f"{path} cannot be read: {problem}.") from problem


def pairs(path: Path) -> Iterator[tuple[str, str]]:
    """(Norwegian, English) of a group's file. Raises InputError."""
    for number, line in enumerate(lines(path), 1):
        sides = line.split("\t")
        if len(sides) != 2:
            raise InputError(f"{path}:{number}: {len(sides)} columns.", hint="A pair is Norwegian, tab, English.")
        yield sides[0], sides[1]


def _opened(path: Path) -> IO[bytes]:
    return lzma.open(path) if path.suffix == ".xz" else path.open("rb")


def train_pieces(texts: Iterable[str], path: Path, size: int = 16000) -> None:
    """One SentencePiece model for both languages, so that names and numbers are copied as they are.

    Digits stand alone and what has no piece falls back to bytes: no input is unknown.
    """
    import sentencepiece

    made = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(texts), model_writer=made, vocab_size=size, hard_vocab_limit=False,
        model_type="unigram", byte_fallback=True, split_digits=True, character_coverage=0.9998,
        unk_id=UNK, bos_id=BOS, eos_id=EOS, pad_id=PAD, minloglevel=2,
    )  # fmt: skip
    path.write_bytes(made.getvalue())


class Pieces:
    """A SentencePiece model. Raises InputError: missing, broken, or with other special ids."""

    def __init__(self, path: Path) -> None:
        import sentencepiece

        try:
            data = path.read_bytes()
            self._processor: Any = sentencepiece.SentencePieceProcessor(model_proto=data)
        except (OSError, RuntimeError) as problem:
            raise InputError(f"{path} is no SentencePiece model.", hint="`pieces` makes one.") from problem
        held = self._processor
        if (held.unk_id(), held.bos_id(), held.eos_id(), held.pad_id()) != (UNK, BOS, EOS, PAD):
            raise InputError(f"{path} has other special pieces.", hint="Wanted: <unk> 0, <s> 1, </s> 2, <pad> 3.")
        self.fingerprint = hashlib.blake2b(data, digest_size=8).hexdigest()

    def __len__(self) -> int:
        size: int = self._processor.get_piece_size()
        return size

    def vocabulary(self) -> list[str]:
        return [self._processor.id_to_piece(number) for number in range(len(self))]

    def ids(self, texts: Sequence[str]) -> list[list[int]]:
        found: list[list[int]] = self._processor.encode(list(texts))
        return found

    def text(self, ids: Sequence[int]) -> str:
        joined: str = self._processor.decode([number for number in ids if number not in (BOS, EOS, PAD)])
        return joined


@dataclass(frozen=True, slots=True)
class Side:
    """One language of all pairs as one long array of ids, each sentence between <s> and </s>."""

    ids: npt.NDArray[np.int32]
    starts: Ints
    lengths: Ints
    """<s> and </s> included."""

    def padded(self, rows: Ints, skip: int = 0) -> Ints:
        """The sentences of `rows` without their first `skip` ids; the width is a multiple of 8, which GPUs like."""
        lengths = self.lengths[rows] - skip
        places = np.arange(-(-int(lengths.max()) // 8) * 8)
        found: Ints = self.ids[np.minimum(self.starts[rows, None] + skip + places, len(self.ids) - 1)].astype(np.int64)
        found[places >= lengths[:, None]] = PAD
        return found


@dataclass(frozen=True, slots=True)
class Corpus:
    """All pairs that can be learnt from."""

    nb: Side
    en: Side
    groups: Mapping[str, range]
    """The rows of each group."""

    def rows(self, weights: Mapping[str, float], random: np.random.Generator) -> Ints:
        """One round over the data. A weight of 2.5 is every pair twice and half of them once more."""
        found = []
        for name, weight in weights.items():
            own = np.arange(self.groups[name].start, self.groups[name].stop)
            whole = int(weight)
            found += [np.tile(own, whole), random.permutation(own)[: round((weight - whole) * len(own))]]
        return np.concatenate(found)

    def batches(self, rows: Ints, most: int, random: np.random.Generator) -> list[Ints]:
        """`rows` in batches of similar length, in random order, each of at most `most` ids a side with padding."""
        widths = -(-np.maximum(self.nb.lengths, self.en.lengths)[rows] // 8) * 8
        found: list[Ints] = []
        for width in np.unique(widths):
            own = random.permutation(rows[widths == width])
            size = max(1, most // int(width))
            found += [own[start : start + size] for start in range(0, len(own), size)]
        return [found[place] for place in random.permutation(len(found))]


def corpus(files: Mapping[str, Path], pieces: Pieces, cache: Path) -> Corpus:
    """The groups' pairs as ids; kept in `cache`, since cutting takes longer than reading. Raises InputError."""
    cache.mkdir(parents=True, exist_ok=True)
    nb: list[_Ids] = []
    en: list[_Ids] = []
    groups, count = {}, 0
    for name, file in files.items():
        held = _ids_of(file, pieces, cache / f"{name}.{pieces.fingerprint}.{_fingerprint(file)}.npz")
        nb.append((held["nb"], held["nb_lengths"]))
        en.append((held["en"], held["en_lengths"]))
        groups[name] = range(count, count + len(held["nb_lengths"]))
        count = groups[name].stop
    if not count:
        raise InputError("No pair to learn from.", hint=f"Wanted: files like {GROUPS[0].name}.tsv.xz.")
    return Corpus(_side(nb), _side(en), groups)


_Ids = tuple[npt.NDArray[np.int32], Ints]
"""Sentences joined, and how long each is."""


def _ids_of(file: Path, pieces: Pieces, cached: Path) -> dict[str, npt.NDArray[Any]]:
    if cached.exists():
        with np.load(cached, allow_pickle=False) as held:
            return {name: held[name] for name in held.files}
    both = list(pairs(file))
    nb, en = (pieces.ids([pair[side] for pair in both]) for side in (0, 1))
    fit = [place for place in range(len(both)) if 0 < len(nb[place]) <= LONGEST and 0 < len(en[place]) <= LONGEST]
    made: dict[str, Any] = {}
    for name, side in (("nb", nb), ("en", en)):
        sentences = [[BOS, *side[place], EOS] for place in fit]
        made[name] = np.fromiter((number for sentence in sentences for number in sentence), np.int32)
        made[f"{name}_lengths"] = np.array([len(sentence) for sentence in sentences], np.int64)
    part = cached.with_name(f".{cached.name}")
    with part.open("wb") as stream:
        np.savez(stream, **made)
    os.replace(part, cached)
    return made


def _side(groups: Sequence[_Ids]) -> Side:
    lengths = np.concatenate([own for _, own in groups])
    return Side(np.concatenate([ids for ids, _ in groups]), np.cumsum(lengths) - lengths, lengths)


def _fingerprint(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, lambda: hashlib.blake2b(digest_size=8)).hexdigest()


__all__ = [
    "BACK", "BOS", "EOS", "GROUPS", "LONGEST", "MONO", "PAD", "UNK", "Corpus", "Group", "Ints", "Pieces", "Side",
    "corpus", "file_of", "lines", "pairs", "train_pieces",
]  # fmt: skip
