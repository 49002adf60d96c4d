"""Plain text in, plain bilingual text out."""

from __future__ import annotations

from collections.abc import Iterator

from reader import text
from reader.errors import InputError
from reader.formats.decode import decoded
from reader.model import Bitext, Document
from reader.render.cells import safe
from reader.render.layout import origin_label


def read(data: bytes, name: str) -> Document:
    """The document in `data`; `name` is what to call it.

    Raises InputError when it is empty or no text.
    """
    whole, encoding = decoded(data, name)
    if not whole.strip("\ufeff \t\r\n\v\f\x1a"):
        raise InputError(f"{name} is empty.", hint="Give a file with Norwegian text in it.")
    language = text.detect(whole)
    return Document(name, whole, text.paragraphs(whole, "nn" if language == "nn" else "nb"), language or "nb",
                    encoding, notes_of(encoding, language))  # fmt: skip


def notes_of(encoding: str, language: str) -> tuple[str, ...]:
    """What a reader is told about a text's encoding and language, when it is not what one expects."""
    notes: list[str] = []
    if encoding != "utf-8":
        notes.append(f"read as {encoding.upper()}, since it is not valid UTF-8")
    if language == "nn":
        notes.append("this is Nynorsk: the glossary and the engine know Bokmål best")
    elif language not in ("nb", ""):
        notes.append(f"this does not look like Norwegian (language: {language}); it is read as Bokmål all the same")
    return tuple(notes)


def write(bitext: Bitext) -> bytes:
    """UTF-8: each sentence, its English on the next line behind a tab, an empty line between paragraphs."""
    return "\n".join(_lines(bitext)).encode("utf-8", "replace") + b"\n"


def _lines(bitext: Bitext) -> Iterator[str]:
    for number, block in enumerate(block for block in bitext.blocks if block.units):
        if number:
            yield ""
        for unit in block.units:
            yield safe(unit.source)
            label = origin_label(unit)[0]
            yield f"\t{label} {safe(unit.target)}" if label else f"\t{safe(unit.target)}"
