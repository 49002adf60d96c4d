from __future__ import annotations

from pathlib import Path

import pytest

from reader.translate.heads import aimed
from reader.translate.model import Decoding, Model
from reader.translate.package import Alignment, read
from tests.fixtures.tiny_package import build


@pytest.fixture(scope="module")
def deep(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package of two decoder layers, of which only the last looks anywhere; its attention is on the diagonal."""
    return build(tmp_path_factory.mktemp("deep") / "p", layers=(1, 2), width=256, heads=4)


@pytest.mark.parametrize(("layer", "sharp"), [(-1, True), (1, True), (0, False)])
def test_the_layer_that_the_package_names_is_looked_at(deep: Path, layer: int, sharp: bool) -> None:
    (deep / "metadata.json").write_text(
        f'{{"from_code": "nb", "to_code": "en", "alignment": {{"layer": {layer}, "heads": 2}}}}'
    )
    model = Model(read(deep), Decoding())
    (answer,) = model.answers([model.pieces("Hei, jeg kommer fra Norge.")], Decoding())
    assert answer.text == "Hello, I come from Norway."
    assert (answer.attention[2][2] > 0.9) is sharp


def test_nothing_is_read_anew_when_nothing_differs(deep: Path) -> None:
    assert aimed(deep / "model", Alignment(-1, 1)) is None
    files = aimed(deep / "model", Alignment(0, 3))
    assert files is not None
    assert len(files["model.bin"]) == (deep / "model" / "model.bin").stat().st_size


@pytest.mark.parametrize("data", [b"", b"\x06\0\0\0", b"\x06\0\0\0\xff\xff", b"\x03\0\0\0" + bytes(99), b"<html>" * 9])
def test_files_of_another_shape_are_left_alone(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "model.bin").write_bytes(data)
    assert aimed(tmp_path, Alignment(0)) is None
