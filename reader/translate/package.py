"""One Argos package: a folder with `metadata.json`, a tokenizer and a CTranslate2 model, read without loading either.

The format is Argos Translate's own (argos-translate 1.x, `argostranslate/package.py`):

    metadata.json                        package_version, from_code, to_code, perhaps target_prefix
    sentencepiece.model | bpe.model      the tokenizer
    model/model.bin, config.json, …      the CTranslate2 model
    README.md                            where the model comes from, and its licence
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from reader.errors import PackageError

NORWEGIAN = ("nb", "no", "nn")
"""The codes a package may call its source by; Argos and OPUS-MT write both `nb` and `no` for Bokmål."""
ENGLISH = "en"
_LARGEST_TEXT = 1 << 20
"""Bytes: a `metadata.json` or `README.md` beyond this is none."""


class Tokenizer(StrEnum):
    """How a package cuts words into pieces; the value is its file."""

    SENTENCEPIECE = "sentencepiece.model"
    BPE = "bpe.model"


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which attention says best what renders what, when the package's maker knows."""

    layer: int
    """Decoder layer, from 0; negative counts from the last."""
    heads: int = 1
    """How many heads of it are averaged, the first ones."""


@dataclass(frozen=True, slots=True)
class Package:
    """A package that can be translated with."""

    path: Path
    """The unpacked folder."""
    from_code: str
    to_code: str
    version: str
    tokenizer: Tokenizer
    target_prefix: str = ""
    """A piece every target must start with, for models of several languages."""
    attribution: str = ""
    """Who made it and under which licence, one line; shown wherever its English is."""
    alignment: Alignment | None = None
    embedded: bool = False
    """Shipped inside the reader, not installed."""

    @property
    def name(self) -> str:
        """What to call it in one phrase: "argos nb→en 1.9"."""
        return f"{'embedded' if self.embedded else 'argos'} {self.from_code}→{self.to_code} {self.version}".strip()

    @property
    def model(self) -> Path:
        """The CTranslate2 model's folder."""
        return self.path / "model"

    @property
    def fingerprint(self) -> str:
        """32 hex digits: two packages that could translate differently never share them."""
        binary = self.model / "model.bin"
        try:
            held = binary.stat()
            return _fingerprint(self.path, self.tokenizer, held.st_size, held.st_mtime_ns)
        except OSError as problem:
            raise PackageError(f"{self.path} cannot be read: {problem.strerror}.") from problem


def read(folder: Path, *, embedded: bool = False) -> Package:
    """The package in `folder`. Raises PackageError: no or bad metadata, another pair, no tokenizer, no model."""
    metadata = _metadata(folder)
    from_code, to_code = _text(metadata, "from_code"), _text(metadata, "to_code")
    if _text(metadata, "type") not in ("", "translate"):
        raise PackageError(f"{folder.name} is no translation package.", hint="Its metadata says another type.")
    if from_code not in NORWEGIAN or to_code != ENGLISH:
        pair = f"{from_code or '?'}→{to_code or '?'}"
        raise PackageError(f"{folder.name} translates {pair}, not nb→en.", hint="Choose a Norwegian–English package.")
    tokenizer = next((kind for kind in Tokenizer if (folder / kind).is_file()), None)
    if tokenizer is None:
        raise PackageError(f"{folder.name} has no tokenizer (sentencepiece.model or bpe.model).", hint=REINSTALL)
    if not (folder / "model" / "model.bin").is_file():
        raise PackageError(f"{folder.name} has no model (model/model.bin).", hint=REINSTALL)
    return Package(
        path=folder,
        from_code=from_code,
        to_code=to_code,
        version=_text(metadata, "package_version"),
        tokenizer=tokenizer,
        target_prefix=_text(metadata, "target_prefix"),
        attribution=_attribution(folder, metadata),
        alignment=_alignment(metadata),
        embedded=embedded,
    )


REINSTALL = "Remove it and install it again: `reader packages install nb en`."


def version_key(version: str) -> tuple[int, ...]:
    """For comparing: "1.10" is newer than "1.9"; anything that is no number counts as nothing."""
    return tuple(int(part) for part in re.findall(r"\d{1,9}", version))


def _metadata(folder: Path) -> Mapping[str, object]:
    file = folder / "metadata.json"
    try:
        with file.open("rb") as stream:
            data = json.loads(stream.read(_LARGEST_TEXT))
    except FileNotFoundError as missing:
        raise PackageError(f"{folder.name} has no metadata.json.", hint="It is no Argos package.") from missing
    except OSError as problem:
        raise PackageError(f"{file} cannot be read: {problem.strerror}.", hint="Check its permissions.") from problem
    except (ValueError, RecursionError) as problem:
        raise PackageError(f"{file} is not JSON.", hint=REINSTALL) from problem
    if not isinstance(data, dict):
        raise PackageError(f"{file} holds no metadata.", hint=REINSTALL)
    return data


def _text(metadata: Mapping[str, object], key: str) -> str:
    value = metadata.get(key)
    return value.strip() if isinstance(value, str) else ""


def _alignment(metadata: Mapping[str, object]) -> Alignment | None:
    """Our own addition to the metadata, which Argos ignores: `"alignment": {"layer": 1, "heads": 1}`."""
    given = metadata.get("alignment")
    if not isinstance(given, dict):
        return None
    layer, heads = given.get("layer"), given.get("heads", 1)
    if not isinstance(layer, int) or not isinstance(heads, int) or not -64 <= layer < 64 or not 1 <= heads <= 64:
        return None
    return Alignment(layer, heads)


_LICENCE = re.compile(r"licen[cs]e|CC[- ](?:BY|0)|public domain|Apache|\bMIT\b|\bGPL", re.IGNORECASE)
_CREDIT = re.compile(r"licen[cs]e|copyright|©|credit|attribution|author|trained|OPUS", re.IGNORECASE)
OPUS_MT = "OPUS-MT (Tiedemann & Thottingal 2020), CC BY 4.0"
"""What Argos packages are made of since 1.9 unless they say otherwise; the licence asks that the names stay."""


def _attribution(folder: Path, metadata: Mapping[str, object]) -> str:
    """The metadata's word, else the README's lines on licence and makers, else nothing is claimed."""
    given = [_text(metadata, key) for key in ("attribution", "author", "license", "licence")]
    if any(given):
        return _one_line(", ".join(part for part in given if part))
    try:
        with (folder / "README.md").open("rb") as stream:
            lines = stream.read(_LARGEST_TEXT).decode("utf-8", "replace").splitlines()
    except OSError:
        return ""
    plain = [line.strip(" #*>-\t") for line in lines]
    found = [line for line in plain if _LICENCE.search(line)][:1] + [line for line in plain if _CREDIT.search(line)][:1]
    return _one_line(", ".join(dict.fromkeys(found)))


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 160 else f"{line[:159]}…"


_BLOCKS, _BLOCK = 256, 4096


@lru_cache(maxsize=64)
def _fingerprint(folder: Path, tokenizer: Tokenizer, size: int, mtime_ns: int) -> str:
    """A hash of the small files, and of the model's size, time and 256 blocks spread over it.

    Reading 60 MB whole would cost 0.1 s at every start; the blocks cost 1 ms.
    """
    made = hashlib.blake2b(f"{size} {mtime_ns}".encode(), digest_size=16)
    for name in ("metadata.json", tokenizer, "model/config.json"):
        file = folder / name
        made.update(hashlib.blake2b(file.read_bytes() if file.is_file() else b"").digest())
    with (folder / "model" / "model.bin").open("rb") as stream:
        step = max(_BLOCK, (size - _BLOCK) // _BLOCKS)
        for place in (*range(0, size, step), max(0, size - _BLOCK)):
            stream.seek(place)
            made.update(stream.read(_BLOCK))
    return made.hexdigest()


__all__ = ["ENGLISH", "NORWEGIAN", "OPUS_MT", "Alignment", "Package", "REINSTALL", "Tokenizer", "read", "version_key"]
