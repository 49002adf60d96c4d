"""Reading YAML as plain text values with line numbers, from files that nobody vouches for.

PyYAML's own loaders turn `nei: no` into False, lose the lines, keep the last of two equal keys in silence and let a
page of aliases grow into gigabytes. So its events are read here, one at a time: everything is a string, a list or a
mapping; aliases, anchors, tags and deep nesting are refused before anything is built.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.terms.problems import Problem

if TYPE_CHECKING:
    pass

LARGEST = 16_000_000
"""Bytes; the shipped glossary is under one million."""
DEEPEST = 8
"""Levels of nesting; an example inside an entry inside the list is the third."""


class Node(NamedTuple):
    """A value and where it stands."""

    value: str | list[Node] | list[tuple[Node, Node]]
    kind: str
    """`text`, `list` or `map`; a mapping keeps its pairs in order, equal keys included."""
    line: int
    """From 1."""

    @property
    def text(self) -> str:
        """The value of a `text` node, without the white space around it; "" for any other kind."""
        return self.value.strip() if isinstance(self.value, str) else ""

    @property
    def items(self) -> tuple[Node, ...]:
        """The members of a `list` node; () for any other kind."""
        return tuple(item for item in self.value if isinstance(item, Node)) if self.kind == "list" else ()

    @property
    def pairs(self) -> tuple[tuple[Node, Node], ...]:
        """The (key, value) nodes of a `map` node in order; () for any other kind."""
        return tuple(pair for pair in self.value if not isinstance(pair, (Node, str))) if self.kind == "map" else ()


class Refused(Exception):  # noqa: N818 - it carries a problem, it is none
    """Carries the problem that makes a file unusable."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def content(path: Path) -> bytes:
    """The bytes of a glossary file; raises Refused when it is missing, no file, unreadable or too large."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)  # a device or a pipe does not say how much is to come
    except OSError as error:
        reason = (error.strerror or "cannot be read").lower()
        raise Refused(Problem(str(path), 0, "G101", f"cannot be read: {reason}")) from error
    if len(data) > LARGEST:
        raise Refused(Problem(str(path), 0, "G105", f"over {LARGEST // 1_000_000} MB is no glossary"))
    return data


def tree(data: bytes, path: str) -> Node | None:
    """The file's one document; None when it is empty or holds only comments. Raises Refused."""
    import yaml  # 20 ms, and not needed when the compiled glossary is at hand

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _document(yaml.parse(_decoded(data, path), Loader=loader), path)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        raise Refused(Problem(path, line, "G103", f"not YAML: {error.problem or error.context}")) from error
    except yaml.YAMLError as error:
        raise Refused(Problem(path, 0, "G103", f"not YAML: {str(error).splitlines()[0]}")) from error


def _decoded(data: bytes, path: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refused(Problem(path, line, "G102", f"not UTF-8: byte {data[error.start]:#04x}")) from error


def _document(events: Iterator[Any], path: str) -> Node | None:
    """Builds the tree with a stack of its own: Python's is not deep enough for hostile files."""
    root: Node | None = None
    stack: list[Node] = []
    for event in events:
        name = type(event).__name__
        if name == "ScalarEvent":
            _guard(event, path)
            root = _placed(Node(event.value, "text", event.start_mark.line + 1), stack) or root
        elif name in ("SequenceStartEvent", "MappingStartEvent"):
            _guard(event, path)
            if len(stack) >= DEEPEST:
                raise Refused(Problem(path, event.start_mark.line + 1, "G105", f"over {DEEPEST} levels deep"))
            kind = "list" if name == "SequenceStartEvent" else "map"
            stack.append(Node([], kind, event.start_mark.line + 1))
        elif name in ("SequenceEndEvent", "MappingEndEvent"):
            root = _placed(_paired(stack.pop()), stack) or root
        elif name == "AliasEvent":
            raise Refused(Problem(path, event.start_mark.line + 1, "G104", f"alias *{event.anchor}"))
        elif name == "DocumentStartEvent" and root is not None:
            raise Refused(Problem(path, event.start_mark.line + 1, "G107", "a second document"))
    return root


def _guard(event: Any, path: str) -> None:
    if event.anchor is not None:
        raise Refused(Problem(path, event.start_mark.line + 1, "G104", f"anchor &{event.anchor}"))
    if event.tag is not None and event.tag != "!":
        raise Refused(Problem(path, event.start_mark.line + 1, "G104", f"tag {event.tag}"))


def _placed(node: Node, stack: list[Node]) -> Node | None:
    """The node itself when it is the root; otherwise it is put into the collection that is open."""
    if not stack:
        return node
    stack[-1].value.append(node)  # type: ignore[union-attr, arg-type] # an open collection is a list
    return None


def _paired(node: Node) -> Node:
    """A closed mapping's keys and values, which came one after the other, as pairs."""
    if node.kind == "list":
        return node
    flat: list[Any] = list(node.value)
    return node._replace(value=list(zip(flat[::2], flat[1::2], strict=True)))
