"""TBX-Basic, the exchange format of term banks (ISO 30042:2008 and :2019).

Both editions are read: `termEntry`/`langSet`/`tig` and `conceptEntry`/`langSec`/`termSec`; the first is written, since
more programs read it. A file that declares entities is refused: a few lines of them can fill the memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from xml.etree import ElementTree as ET
from xml.parsers import expat

from reader.errors import GlossaryError
from reader.model import Entry
from reader.terms.schema import POS, POS_ALIASES

_NAMESPACE: Final = "{http://www.w3.org/XML/1998/namespace}"
_TO_TBX: Final = {"noun": "noun", "propn": "properNoun", "verb": "verb", "adj": "adjective", "adv": "adverb"}
_FROM_TBX: Final = {"propernoun": "propn", "adjective": "adj", "adverb": "adv", "other": ""}
_DEEPEST: Final = 32
_NO_CHARACTERS: Final = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)))
"""What XML 1.0 cannot hold, not even escaped."""


def read(data: bytes, name: str) -> list[Entry]:
    """The Norwegian–English entries of a TBX file, in its order. Raises GlossaryError."""
    try:
        root = _tree(data, name)
    except expat.ExpatError as error:
        where = f"{name}:{error.lineno}"
        raise GlossaryError(f"{where}: not XML: {expat.ErrorString(error.code)}.", hint="Give a TBX file.") from error
    except (LookupError, ValueError) as error:
        raise GlossaryError(f"{name}: not XML: {error}.", hint="Save the TBX file as UTF-8.") from error
    if _plain(root.tag) not in ("martif", "tbx"):
        raise GlossaryError(f"{name} is no TBX file (its root is <{_plain(root.tag)[:40]}>).", hint="Give a TBX file.")
    return [
        entry
        for concept in root.iter()
        if _plain(concept.tag) in ("termEntry", "conceptEntry")
        for entry in _entries(concept)
    ]


def _tree(data: bytes, name: str) -> ET.Element:
    """expat is used bare, since it alone lets us see entity declarations and depth while they come."""
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    builder = ET.TreeBuilder()
    depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise GlossaryError(f"{name} nests its elements too deeply.", hint="Give a TBX file.")
        builder.start(tag, attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(tag)

    def declared(*_: object) -> None:
        raise GlossaryError(f"{name} declares entities, which no TBX file needs.", hint="Write the characters out.")

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = declared
    parser.Parse(data, True)
    return builder.close()


def _plain(tag: str) -> str:
    return tag.rpartition("}")[2]


def _entries(concept: ET.Element) -> Iterator[Entry]:
    """One entry for each Norwegian term of a concept, with all its English ones."""
    norwegian: list[tuple[str, str, bool]] = []
    english: list[tuple[str, str, bool]] = []
    nynorsk: list[str] = []
    for section in concept:
        if _plain(section.tag) not in ("langSet", "langSec"):
            continue
        language = next((value for key, value in section.attrib.items() if _plain(key) == "lang"), "").lower()[:2]
        found = [term for group in section if _plain(group.tag) in ("tig", "ntig", "termSec") for term in _terms(group)]
        if language in ("nb", "no"):
            norwegian += found
        elif language == "nn":
            nynorsk += [written for written, _, _ in found]
        elif language == "en":
            english += found
    wanted = tuple(dict.fromkeys(written for written, _, allowed in english if allowed))
    forbidden = tuple(dict.fromkeys(written for written, _, allowed in english if not allowed))
    note = " ".join(" ".join((each.text or "").split()) for each in concept if _plain(each.tag) == "note")
    for lemma, pos, _ in norwegian:
        if wanted:
            yield Entry(lemma, wanted, pos, nynorsk=tuple(nynorsk), note=note, forbidden=forbidden)


def _terms(group: ET.Element) -> Iterator[tuple[str, str, bool]]:
    """(term, word class, whether it may be used)."""
    written, pos, allowed = "", "", True
    for each in group.iter():
        value = " ".join("".join(each.itertext()).split())
        if _plain(each.tag) == "term":
            written = value
        elif _plain(each.tag) == "termNote" and each.get("type") == "partOfSpeech":
            named = _FROM_TBX.get(value.lower(), POS_ALIASES.get(value.lower(), value.lower()))
            pos = named if named in POS else ""
        elif _plain(each.tag) == "termNote" and each.get("type") == "administrativeStatus":
            allowed = not value.lower().startswith(("deprecated", "forbidden", "superseded"))
    if written:
        yield written, pos, allowed


def write(entries: Sequence[Entry]) -> bytes:
    """The entries as TBX-Basic."""
    root = ET.Element("martif", {"type": "TBX", _NAMESPACE + "lang": "en"})
    header = ET.SubElement(root, "martifHeader")
    description = ET.SubElement(ET.SubElement(header, "fileDesc"), "sourceDesc")
    ET.SubElement(description, "p").text = "Norwegian–English glossary"
    ET.SubElement(ET.SubElement(header, "encodingDesc"), "p", {"type": "XCSURI"}).text = "TBXBasicXCSV02.xcs"
    body = ET.SubElement(ET.SubElement(root, "text"), "body")
    for number, entry in enumerate(entries, 1):
        concept = ET.SubElement(body, "termEntry", {"id": f"c{number}"})
        if entry.note:
            ET.SubElement(concept, "note").text = entry.note.translate(_NO_CHARACTERS)
        _section(concept, "nb", [(entry.lemma, "")], entry.pos)
        _section(concept, "nn", [(lemma, "") for lemma in entry.nynorsk], entry.pos)
        status = ["preferredTerm-admn-sts", *["admittedTerm-admn-sts"] * len(entry.renderings)]
        wanted = list(zip(entry.renderings or (entry.lemma,), status, strict=False))
        _section(concept, "en", [*wanted, *((each, "deprecatedTerm-admn-sts") for each in entry.forbidden)], entry.pos)
    ET.indent(root)
    doctype = b'<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n'
    body_text = ET.tostring(root, encoding="unicode").encode()
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + doctype + body_text + b"\n"


def _section(concept: ET.Element, language: str, terms: Sequence[tuple[str, str]], pos: str) -> None:
    if not terms:
        return
    section = ET.SubElement(concept, "langSet", {_NAMESPACE + "lang": language})
    for written, status in terms:
        group = ET.SubElement(section, "tig")
        ET.SubElement(group, "term").text = written.translate(_NO_CHARACTERS)
        if pos in _TO_TBX:
            ET.SubElement(group, "termNote", {"type": "partOfSpeech"}).text = _TO_TBX[pos]
        if status:
            ET.SubElement(group, "termNote", {"type": "administrativeStatus"}).text = status
