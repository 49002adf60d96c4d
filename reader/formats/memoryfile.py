"""The reader's own memory, one pair changed at a time; whatever else stands in the TMX file stays in it."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from reader.errors import MemoryFileError
from reader.formats import tmx
from reader.model import Origin

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def with_pair(data: bytes | None, name: str, source: str, target: str, language: str) -> bytes:
    """`data` with a correction by the reader in place of an earlier one for the same source; empty when none is left.

    An empty target takes the pair away. Raises MemoryFileError when `data` is no memory.
    """
    body_of = _parsed(data, name) if data else _empty(language)
    body = body_of.find("body")
    if body is None:
        raise MemoryFileError(f"{name} has no <body>.", hint="Move it away.")
    for unit in [unit for unit in body.iter("tu") if _is(unit, tmx.sendable(source))]:
        body.remove(unit)
    if target:
        entry = ET.SubElement(body, "tu")
        ET.SubElement(entry, "prop", type="x-origin").text = Origin.HUMAN.value
        for code, content in ((language, source), ("en", target)):
            variant = ET.SubElement(entry, "tuv", {_LANG: code})
            ET.SubElement(variant, "seg").text = tmx.sendable(content)
    if body.find("tu") is None:
        return b""
    ET.indent(body_of, " ", 0)
    heading = b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
    written: bytes = ET.tostring(body_of, encoding="utf-8")
    return heading + written + b"\n"


def _parsed(data: bytes, name: str) -> ET.Element:
    tmx.read(data, name)  # refuses what is no memory, and entities that would fill the machine
    return ET.fromstring(data)


def _is(unit: ET.Element, source: str) -> bool:
    """A correction by the reader whose Norwegian is `source`."""
    human = any(prop.get("type") == "x-origin" and prop.text == Origin.HUMAN for prop in unit.iter("prop"))
    return human and any(
        variant.get(_LANG) != "en" and (segment := variant.find("seg")) is not None and segment.text == source
        for variant in unit.iter("tuv")
    )


def _empty(language: str) -> ET.Element:
    root = ET.Element("tmx", version="1.4")
    header = {
        "creationtool": "norwegian-reader", "creationtoolversion": "1", "segtype": "sentence",
        "o-tmf": "norwegian-reader", "adminlang": "en", "srclang": language, "datatype": "plaintext",
    }  # fmt: skip
    ET.SubElement(root, "header", header)
    ET.SubElement(root, "body")
    return root
