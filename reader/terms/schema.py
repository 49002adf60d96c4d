"""From the values of a YAML file to glossary entries: which keys there are, what they take, and what is wrong.

The schema is shown with examples in glossary/README.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Final, NamedTuple

from reader.model import Entry
from reader.terms.fields import Fields
from reader.terms.problems import Problem
from reader.terms.yamlfile import Node

KEYS: Final = (
    "nb", "en", "pos", "forms", "nn", "note", "example", "tags", "priority", "case", "gap", "highlight",
    "translate", "forbidden", "warning", "senses",
)  # fmt: skip
FILE_KEYS: Final = ("entries", "highlight", "tags", "priority", "senses")
"""Besides the list itself, what holds for every entry of the file that does not say otherwise."""

POS: Final = (
    "noun", "propn", "verb", "aux", "adj", "adv", "adp", "pron", "det", "num", "cconj", "sconj", "intj", "part",
    "phrase",
)  # fmt: skip
POS_ALIASES: Final[Mapping[str, str]] = {
    "n": "noun", "substantiv": "noun", "subst": "noun", "egennavn": "propn", "name": "propn", "proper noun": "propn",
    "v": "verb", "auxiliary": "aux", "hjelpeverb": "aux", "a": "adj", "adjective": "adj", "adjektiv": "adj",
    "adverb": "adv", "preposition": "adp", "preposisjon": "adp", "prep": "adp", "pronoun": "pron", "pronomen": "pron",
    "determiner": "det", "determinativ": "det", "numeral": "num", "tallord": "num", "conjunction": "cconj",
    "konjunksjon": "cconj", "conj": "cconj", "subjunction": "sconj", "subjunksjon": "sconj", "interjection": "intj",
    "interjeksjon": "intj", "particle": "part", "partikkel": "part", "idiom": "phrase", "expression": "phrase",
    "uttrykk": "phrase", "frase": "phrase",
}  # fmt: skip
"""Other names of the word classes, in lower case."""


class Contents(NamedTuple):
    """What a glossary file holds."""

    entries: tuple[Entry, ...]
    """In the order of the file."""
    problems: tuple[Problem, ...]
    """In the order of the file; a file with one that `stops` is not used."""


class _Head(NamedTuple):
    """What the head of a file says of its entries."""

    highlight: bool = True
    tags: tuple[str, ...] = ()
    priority: int = 0
    senses: bool = False


def contents(root: Node | None, path: str) -> Contents:
    """The entries of a file's tree (None: an empty file), and what is wrong with it."""
    problems: list[Problem] = []
    if root is None:
        return Contents((), ())
    if root.kind != "map":
        return Contents((), (Problem(path, root.line, "G106", f"a glossary is a mapping, this is a {root.kind}"),))
    fields = Fields(root, path, problems)
    found = tuple(_long(fields, problems) if "entries" in fields else _short(fields))
    return Contents(found, tuple(problems))


def _long(fields: Fields, problems: list[Problem]) -> Iterator[Entry]:
    fields.limit(FILE_KEYS)
    priority = fields.number("priority") or 0
    head = _Head(fields.yes("highlight", True), fields.texts("tags"), priority, fields.yes("senses", False))
    listed = fields["entries"]
    if listed.kind == "map" or listed.text:
        fields.report(listed, "G106", "`entries:` takes a list whose items begin with `- nb:`")
    for node in listed.items:
        if node.kind != "map":
            fields.report(node, "G203", f"an entry is a mapping that begins with `nb:`, this is a {node.kind}")
        else:
            yield from _entry(Fields(node, fields.path, problems), head)


def _short(fields: Fields) -> Iterator[Entry]:
    """`sunn fornuft: common sense`, or a list of renderings after the colon."""
    for lemma in fields.names:
        value = fields[lemma]
        if value.kind == "map" or (value.kind == "list" and any(item.kind != "text" for item in value.items)):
            close = get_close_matches(lemma.lower(), FILE_KEYS, 1, 0.7)
            fields.report(
                value, "G106", f"`{lemma}:` takes a gloss" + (f"; did you mean `{close[0]}:`?" if close else "")
            )
            continue
        renderings = fields.texts(lemma)
        if not renderings:
            fields.report(value, "G205", f"'{lemma}' has no gloss")
            continue
        yield Entry(_spaced(lemma), renderings, place=f"{fields.path}:{fields.key_line(lemma)}")


def _entry(fields: Fields, head: _Head) -> Iterator[Entry]:
    """The entry of a mapping, unless it has none."""
    fields.limit(KEYS)
    lemma = _spaced(fields.text("nb"))
    renderings = fields.texts("en")
    never = _never(fields)
    if not lemma:
        fields.report(None, "G204", "an entry without `nb:`")
    elif not renderings and not never:
        fields.report(None, "G205", f"'{lemma}' has no gloss")
    else:
        priority = fields.number("priority")
        yield Entry(
            lemma=lemma,
            renderings=renderings,
            pos=_pos(fields),
            forms=fields.texts("forms"),
            nynorsk=fields.texts("nn"),
            note=fields.text("note"),
            example=_example(fields),
            tags=tuple(dict.fromkeys((*head.tags, *fields.texts("tags")))),
            priority=head.priority if priority is None else priority,
            case=fields.yes("case", False),
            gap=fields.number("gap"),
            highlight=fields.yes("highlight", head.highlight),
            translate_never=never,
            forbidden=fields.texts("forbidden"),
            warning=fields.text("warning"),
            senses=fields.yes("senses", head.senses),
            place=f"{fields.path}:{fields.line}",
        )


def _spaced(words: str) -> str:
    return " ".join(words.split())


def _pos(fields: Fields) -> str:
    written = fields.text("pos").lower()
    pos = POS_ALIASES.get(written, written)
    if not pos or pos in POS:
        return pos
    close = get_close_matches(pos, (*POS, *POS_ALIASES), 1, 0.6)
    name = POS_ALIASES.get(close[0], close[0]) if close else ""
    fields.report(fields["pos"], "G206", f"no word class `{written}`" + (f"; did you mean `{name}`?" if name else ""))
    return ""


def _never(fields: Fields) -> bool:
    written = fields.text("translate").lower()
    if written not in ("", "never"):
        fields.report(fields["translate"], "G210", f"`translate: {written}` means nothing")
    return written == "never"


def _example(fields: Fields) -> tuple[str, str] | None:
    if "example" not in fields:
        return None
    node = fields["example"]
    found = {key.text: value.text for key, value in node.pairs}
    if set(found) != {"nb", "en"} or not all(found.values()):
        fields.report(node, "G209", "an example has a sentence under `nb` and its English under `en`")
        return None
    return found["nb"], found["en"]
