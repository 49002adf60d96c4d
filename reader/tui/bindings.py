"""From command declarations and the reader's key map to Textual's bindings."""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import Binding, BindingsMap
from textual.keys import _character_to_key

from reader.tui.commands import COMMANDS, keys_of


def bindings(keymap: Mapping[str, tuple[str, ...]]) -> BindingsMap:
    """One binding for each key of each command; a key given twice belongs to the command declared last."""
    return BindingsMap(
        Binding(_name(key), f"do('{command.name}')", command.help, show=False)
        for command in COMMANDS
        for key in keys_of(command, keymap)
    )


def _name(key: str) -> str:
    """Textual's name of a key: "/" is "slash"."""
    return _character_to_key(key) if len(key) == 1 else key
