from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import PackageError
from reader.translate.package import Alignment, Tokenizer, read, version_key


@pytest.fixture
def copy(tiny_package: Path, tmp_path: Path) -> Path:
    return shutil.copytree(tiny_package, tmp_path / "translate-nb_en-1_0")


def described(folder: Path, **changed: object) -> None:
    file = folder / "metadata.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), **changed}))


def test_reading_a_package(tiny_package: Path) -> None:
    package = read(tiny_package)
    assert (package.name, package.from_code, package.to_code, package.version) == ("argos nb→en 1.0", "nb", "en", "1.0")
    assert package.tokenizer is Tokenizer.SENTENCEPIECE
    assert package.attribution == "Tiny test model, made by hand. License: CC0."
    assert package.target_prefix == ""
    assert package.alignment is None
    assert read(tiny_package, embedded=True).name == "embedded nb→en 1.0"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda f: (f / "metadata.json").unlink(), "has no metadata.json"),
        (lambda f: (f / "metadata.json").write_text("{"), "is not JSON"),
        (lambda f: (f / "metadata.json").write_bytes(b"\xff\xfe"), "is not JSON"),
        (lambda f: (f / "metadata.json").write_text("[" * 100_000), "is not JSON"),
        (lambda f: (f / "metadata.json").write_text("[1]"), "holds no metadata"),
        (lambda f: described(f, from_code="da"), "translates da→en, not nb→en"),
        (lambda f: described(f, to_code=None), "translates nb→?, not nb→en"),
        (lambda f: described(f, type="sbd"), "is no translation package"),
        (lambda f: (f / "sentencepiece.model").unlink(), "has no tokenizer"),
        (lambda f: (f / "model" / "model.bin").unlink(), "has no model"),
    ],
)
def test_what_is_no_package(copy: Path, spoil: Callable[[Path], object], said: str) -> None:
    spoil(copy)
    with pytest.raises(PackageError) as caught:
        read(copy)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("code", ["nb", "no", "nn"])
def test_norwegian_has_three_codes(copy: Path, code: str) -> None:
    described(copy, from_code=code)
    assert read(copy).from_code == code


def test_alignment_is_taken_only_when_it_makes_sense(copy: Path) -> None:
    described(copy, alignment={"layer": 2, "heads": 4})
    assert read(copy).alignment == Alignment(2, 4)
    for nonsense in ({"layer": "2"}, {"layer": 2, "heads": 0}, 3, {"heads": 1}):
        described(copy, alignment=nonsense)
        assert read(copy).alignment is None


@pytest.mark.parametrize(
    ("metadata", "readme", "expected"),
    [
        ({"license": "CC BY 4.0", "author": "A. B."}, "# x", "A. B., CC BY 4.0"),
        ({}, "# Norwegian\n\n* Model: OPUS-MT\n* License: CC-BY 4.0\n", "License: CC-BY 4.0, Model: OPUS-MT"),
        ({}, "# nothing said", ""),
        ({}, None, ""),
    ],
)
def test_attribution(copy: Path, metadata: dict[str, object], readme: str | None, expected: str) -> None:
    described(copy, **metadata)
    (copy / "README.md").unlink()
    if readme is not None:
        (copy / "README.md").write_text(readme)
    assert read(copy).attribution == expected


@pytest.mark.parametrize(
    ("newer", "older"), [("1.10", "1.9"), ("2", "1.9.9"), ("1.9.1", "1.9"), ("1.0", ""), ("1.0", "beta")]
)
def test_versions_are_compared_as_numbers(newer: str, older: str) -> None:
    assert version_key(newer) > version_key(older)


def test_fingerprint_follows_the_content(copy: Path) -> None:
    before = read(copy).fingerprint
    assert before == read(copy).fingerprint
    binary = copy / "model" / "model.bin"
    held = binary.stat()
    data = bytearray(binary.read_bytes())
    data[len(data) // 2] ^= 1
    binary.write_bytes(data)
    os.utime(binary, ns=(held.st_atime_ns, held.st_mtime_ns + 1))
    assert read(copy).fingerprint != before
