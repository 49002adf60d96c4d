"""Encodings: what a Norwegian file can come in, and what is no text at all."""

from __future__ import annotations

import pytest

from reader.errors import InputError
from reader.formats import txt
from reader.formats.decode import decoded

TEXT = "Blåbærsyltetøy på brødskiva – «sunn fornuft»"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_text_comes_back_whatever_its_encoding(data: bytes, encoding: str) -> None:
    assert decoded(data, "x") == (TEXT, encoding)


def test_a_byte_that_windows_left_free_is_not_lost() -> None:
    assert decoded(b"bl\xe5\x81b\xe6r", "x").text == "blå\x81bær"


@pytest.mark.parametrize("stray", ["\0", "\x1b[31m", "\x01", "\x1b[2J\0\x07"])
def test_a_stray_control_character_stays_where_it_is(stray: str) -> None:
    whole = f"Hun har {stray}en rød bil på øya."
    assert txt.read(whole.encode(), "x").text == whole
    assert decoded(whole.encode("cp1252"), "x").text == whole


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 4, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 9, b"PK\x03\x04" + bytes(200), b"\xff\xfea", b"\0", b"\0\x01a"],
    ids=["every byte", "a picture", "an archive", "half a UTF-16 character", "a null", "mostly controls"],
)
def test_what_is_no_text_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(InputError, match=r"x( is not a text file|: byte)"):
        decoded(data, "x")


@pytest.mark.parametrize("data", [b"", b"  \r\n\t\n", "\ufeff".encode(), b"\x0c"])
def test_an_empty_file_is_said_to_be_empty(data: bytes) -> None:
    with pytest.raises(InputError, match="x is empty"):
        txt.read(data, "x")


@pytest.mark.parametrize("char", ["\r\n", "\r", "\n", "\u2028", "\u00a0", "\u00ad", "\f"])
def test_nothing_of_a_text_is_lost(char: str) -> None:
    whole = f" Det var en gang.{char}Han gikk ut.{char}{char}– Ja, sa hun.{char}"
    document = txt.read(whole.encode(), "x")
    assert document.text == whole
    assert "".join(paragraph.span.of(whole) for paragraph in document.paragraphs) == whole
