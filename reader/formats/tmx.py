"""TMX 1.4b: translation memories in, the bitext as a memory out.

Source: "TMX 1.4b Specification", LISA OSCAR, 2005 (header attributes, content of `tu`, `tuv` and `seg`).
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree as ET
from xml.parsers import expat

from reader.errors import MemoryFileError
from reader.model import Bitext, Origin, Unit

_DEEPEST = 64
"""Elements inside elements: inline mark-up nests a few deep, an attack without end."""
_CODES = frozenset(("bpt", "ept", "ph", "it", "ut"))
"""Inline elements whose content is another program's mark-up, not text."""
_SOURCES = ("nb", "no", "nn")
_UNSENDABLE = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)))
"""What XML 1.0 cannot hold, not even escaped."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One translation unit of a memory."""

    source: str
    target: str
    human: bool = True
    """False when the file says that a machine wrote it."""
    corrected: bool = False
    """Written by the reader of this program: wins over every other."""


def read(data: bytes, name: str) -> tuple[Pair, ...]:
    """The Norwegian–English pairs of a TMX file, in file order.

    None when it holds Norwegian without English, as an export of glosses does. Raises MemoryFileError when it is no
    well-formed TMX or holds nothing Norwegian beside English.
    """
    try:
        texts = [(unit, found) for unit in _units(data, name) if (found := _texts(unit))]
    except expat.ExpatError as error:
        raise MemoryFileError(
            f"{name}:{error.lineno}:{error.offset + 1}: not well-formed XML ({expat.ErrorString(error.code)}).",
            hint="Mend the TMX file or leave it out.",
        ) from error
    except (LookupError, ValueError) as error:  # an encoding that Python does not know, or bytes that are not in it
        raise MemoryFileError(f"{name}: {error}.", hint="Save the TMX file as UTF-8.") from error
    if not texts:
        raise MemoryFileError(f"{name} holds no Norwegian–English pair.", hint="Give a TMX with nb and en segments.")
    return tuple(pair for unit, found in texts if (pair := _pair(unit, *found)))


def _units(data: bytes, name: str) -> list[ET.Element]:
    """The `tu` elements. expat is used bare, since it alone lets us see entity declarations and stop."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    depth = 0
    builder: ET.TreeBuilder | None = None
    found: list[ET.Element] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth, builder
        depth += 1
        if depth == 1 and tag != "tmx":
            raise MemoryFileError(f"{name} is not a TMX file (its root is <{tag[:40]}>).", hint="Give a TMX file.")
        if tag == "tu" and builder is None:
            builder = ET.TreeBuilder()
        if builder is not None:
            if depth > _DEEPEST:
                raise MemoryFileError(f"{name} nests its elements too deeply.", hint="Give a TMX file.")
            builder.start(tag, attributes)

    def end(tag: str) -> None:
        nonlocal depth, builder
        depth -= 1
        if builder is not None:
            builder.end(tag)
            if tag == "tu":
                found.append(builder.close())
                builder = None

    def characters(text: str) -> None:
        if builder is not None:
            builder.data(text)

    def refuse(*_: object) -> None:
        # A memory needs no entities of its own; ten lines of them can fill the machine ("billion laughs").
        raise MemoryFileError(f"{name} declares XML entities, which a memory does not need.", hint="Remove them.")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    parser.EntityDeclHandler = refuse
    parser.Parse(data, True)
    return found


def _texts(unit: ET.Element) -> tuple[str, str] | None:
    """The Norwegian and the English of a unit, either perhaps empty; None when it has not got both languages."""
    texts: dict[str, str] = {}
    for variant in unit.iter("tuv"):
        language = (variant.get("xml:lang") or variant.get("lang") or "").lower().replace("_", "-").split("-")[0]
        segment = variant.find("seg")
        if segment is not None and language not in texts:
            texts[language] = _text(segment)
    here = [code for code in _SOURCES if code in texts]
    if not here or "en" not in texts:
        return None
    return next((texts[code] for code in here if texts[code].strip()), ""), texts["en"]


def _pair(unit: ET.Element, source: str, target: str) -> Pair | None:
    if not source or not target.strip():
        return None
    origin = next((prop.text for prop in unit.iter("prop") if prop.get("type") == "x-origin"), "memory")
    if origin == Origin.GLOSS:  # a help, not a translation: earlier versions of this program wrote it as one
        return None
    return Pair(source, target, human=origin != Origin.ENGINE, corrected=origin == Origin.HUMAN)


def _text(segment: ET.Element) -> str:
    pieces = [segment.text or ""]
    for child in segment:
        if child.tag not in _CODES:
            pieces.append(_text(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def write(bitext: Bitext) -> bytes:
    """The bitext as TMX 1.4b, UTF-8: a `tu` for each unit, in text order, with its origin as a property.

    A unit without English keeps its place, with an empty target segment; so does one whose English would be taken for
    a translation of it and is none (`_borrowed`): that stands in a note.
    """
    made_by = dict(bitext.made_by)
    source_language = bitext.document.language if bitext.document.language in ("nb", "nn") else "nb"
    root = ET.Element("tmx", version="1.4")
    header = ET.SubElement(
        root, "header", {
            "creationtool": "norwegian-reader", "creationtoolversion": made_by.get("reader", "0"),
            "segtype": "sentence", "o-tmf": "norwegian-reader", "adminlang": "en",
            "srclang": source_language, "datatype": "plaintext",
        },
    )  # fmt: skip
    for key, value in bitext.made_by:
        ET.SubElement(header, "prop", type=f"x-{key}").text = sendable(value)
    body = ET.SubElement(root, "body")
    for number, unit in enumerate(bitext.units):
        _append(body, unit, number, source_language)
    ET.indent(root, " ", 0)
    heading = b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
    body_: bytes = ET.tostring(root, encoding="utf-8")
    return heading + body_ + b"\n"


def _append(body: ET.Element, unit: Unit, number: int, source_language: str) -> None:
    entry = ET.SubElement(body, "tu", tuid=str(number))
    borrowed = _borrowed(unit)
    if borrowed:
        ET.SubElement(entry, "note").text = sendable(f"{borrowed}: {unit.target}")
    ET.SubElement(entry, "prop", type="x-origin").text = unit.origin.value
    ET.SubElement(entry, "prop", type="x-paragraph").text = str(unit.paragraph)
    for language, content in ((source_language, unit.source), ("en", "" if borrowed else unit.target)):
        variant = ET.SubElement(entry, "tuv", {"xml:lang": language})
        ET.SubElement(variant, "seg").text = sendable(content)


def _borrowed(unit: Unit) -> str:
    """What the English is when it translates something else, or nothing: every program would take it for exact."""
    if unit.origin is Origin.GLOSS:
        return "word by word"
    return f"{unit.score:.0%} like a sentence" if unit.memory_source else ""


def sendable(text: str) -> str:
    """`text` without the characters that XML 1.0 cannot hold."""
    return text.translate(_UNSENDABLE)
