"""One YAML mapping, asked for its fields: each is a string in the file, and becomes here what the schema says it is."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from reader.terms.problems import Problem
from reader.terms.yamlfile import Node

_YES = {"true": True, "yes": True, "ja": True, "false": False, "no": False, "nei": False}


class Fields:
    """The fields of a mapping; what is wrong with them is added to `problems`."""

    def __init__(self, node: Node, path: str, problems: list[Problem]) -> None:
        self.line = node.line
        self.path = path
        self._problems = problems
        self._values: dict[str, Node] = {}
        self._keys: dict[str, Node] = {}
        for key, value in node.pairs:
            if key.kind != "text" or not key.text:
                self.report(key, "G203", "a key must be a word")
                continue
            if key.text in self._keys:
                self.report(key, "G202", f"`{key.text}` stands twice, first in line {self._keys[key.text].line}")
            self._keys[key.text], self._values[key.text] = key, value

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def __getitem__(self, key: str) -> Node:
        return self._values[key]

    @property
    def names(self) -> tuple[str, ...]:
        """The keys in the order of the file."""
        return tuple(self._keys)

    def key_line(self, key: str) -> int:
        """The line of a key."""
        return self._keys[key].line

    def report(self, node: Node | None, code: str, message: str) -> None:
        """Adds a problem at a node, or at the mapping's own line."""
        self._problems.append(Problem(self.path, node.line if node else self.line, code, message))

    def limit(self, known: Sequence[str]) -> None:
        """Tells the keys that are not known, with the nearest one that is."""
        for name, key in self._keys.items():
            if name not in known:
                close = get_close_matches(name.lower(), known, 1, 0.6)
                self.report(key, "G201", f"unknown key `{name}`" + (f"; did you mean `{close[0]}`?" if close else ""))

    def text(self, key: str) -> str:
        """A single string; "" when the key is missing."""
        node = self._values.get(key)
        if node is None:
            return ""
        if node.kind != "text":
            self.report(node, "G203", f"`{key}` takes one string, this is a {node.kind}")
        return node.text

    def texts(self, key: str) -> tuple[str, ...]:
        """A string, or a list of them; empty ones are left out."""
        node = self._values.get(key)
        if node is None:
            return ()
        items = node.items if node.kind == "list" else (node,)
        for item in items:
            if item.kind != "text":
                self.report(item, "G203", f"`{key}` takes a string or a list of strings, this is a {item.kind}")
        return tuple(item.text for item in items if item.text)

    def number(self, key: str) -> int | None:
        """A whole number; None when the key is missing or holds something else."""
        written = self.text(key)
        if not written:
            return None
        if len(written) > 6 or not written.removeprefix("-").isdecimal():
            self.report(self._values[key], "G207", f"`{key}: {written}` is no whole number")
            return None
        return int(written)

    def yes(self, key: str, default: bool) -> bool:
        """True or false; the default when the key is missing or holds something else."""
        written = self.text(key)
        if not written:
            return default
        if written.lower() not in _YES:
            self.report(self._values[key], "G208", f"`{key}: {written}` is neither true nor false")
        return _YES.get(written.lower(), default)
