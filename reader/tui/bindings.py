"""From command declarations and the reader's key map to the names that Textual gives to keys."""

from __future__ import annotations

from collections.abc import Mapping

from textual.keys import _character_to_key

from reader.tui.commands import COMMANDS, keys_of


def named(keymap: Mapping[str, tuple[str, ...]]) -> Mapping[str, str]:
    """Textual's name of a key → the command it stands for; a key of the reader's own map is no other command's."""
    own_last = sorted(COMMANDS, key=lambda command: command.name in keymap)
    return {_name(key): command.name for command in own_last for key in keys_of(command, keymap)}


def _name(key: str) -> str:
    """Textual's name of a key: "/" is "slash"."""
    return _character_to_key(key) if len(key) == 1 else key
