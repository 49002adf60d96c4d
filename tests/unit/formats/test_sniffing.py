"""What a file is, whatever its name says."""

from __future__ import annotations

import io
import zipfile

import pytest

from reader.errors import InputError
from reader.formats import sniffing


def archive(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "suffix", "module"),
    [
        (b"Hei.", ".txt", "txt"), (b"Hei.", ".norsk", "txt"), (b"# Hei", ".md", "txt"), (b"", "", "txt"),
        (b"Hei <b>du</b>", ".txt", "txt"), (b"<p>Hei", ".txt", "txt"), (b"<p>Hei", ".html", "page"), (b"", ".htm", "page"),
        (b"\xef\xbb\xbf\n<!-- x --><!DOCTYPE HTML public", ".txt", "page"), (b"<?xml version='1.0'?>\n<html xmlns='x'>", "", "page"),
        ("<html>".encode("utf-16"), "", "page"), (archive("mimetype", "META-INF/container.xml"), ".zip", "epub"), (b"<htmlish>", "", "txt"),
    ],
)  # fmt: skip
def test_what_can_be_read(data: bytes, suffix: str, module: str) -> None:
    assert sniffing.module(data, suffix, "x") == module


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n", "x is a PDF, which cannot be read here. Take"), (b"{\\rtf1", "x is an RTF document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "x is an old Word document"), (b"\x1f\x8b\x08", "x is compressed"),
        (archive("[Content_Types].xml", "word/document.xml"), "x is a Word document"),
        (archive("mimetype", "content.xml"), "x is an OpenDocument file"), (archive("a.txt"), "x is an archive"),
        (b"PK\x03\x04broken", "x is an archive"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_called_by_its_name(data: bytes, said: str) -> None:
    with pytest.raises(InputError) as raised:
        sniffing.module(data, ".txt", "x")
    assert str(raised.value).startswith(said)
    assert "\n" not in str(raised.value)
