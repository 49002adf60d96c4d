"""The help screen, from the command declarations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.tui.commands import COMMANDS, Group, keys_of, spoken

NARROW = 60
"""Cells under which the keys of a command stand one under the other."""


class Help(ModalScreen[None]):
    """All commands with their keys."""

    DEFAULT_CSS = """
    Help { align: center middle; }
    Help > VerticalScroll { width: 90%; max-width: 84; height: 90%; background: $surface; border: round $primary;
                            padding: 0 2; scrollbar-size-vertical: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "dismiss", "Close", show=False),
        Binding("j", "down", "Down", show=False),
        Binding("k", "up", "Up", show=False),
        Binding("space", "page", "Page", show=False),
    ]

    def __init__(self, keymap: Mapping[str, tuple[str, ...]], about: str) -> None:
        super().__init__()
        self._keymap, self._about = keymap, about

    def compose(self) -> ComposeResult:
        with VerticalScroll(can_focus=True) as box:
            box.border_title = "Help"
            yield Static(help_table(self._keymap, self._about, narrow=self.app.size.width < NARROW))

    def action_down(self) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=1, animate=False)

    def action_up(self) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=-1, animate=False)

    def action_page(self) -> None:
        self.query_one(VerticalScroll).scroll_page_down(animate=False)


def help_table(keymap: Mapping[str, tuple[str, ...]], about: str, *, narrow: bool = False) -> Table:
    """A heading for each group, a line for each command."""
    table = Table.grid(padding=(0, 1 if narrow else 2), expand=True)
    table.add_column(no_wrap=False, width=9 if narrow else None, max_width=24)
    table.add_column(ratio=1)
    for group in Group:
        table.add_row("", Text(group.value, "bold")) if narrow else table.add_row(Text(group.value, "bold"), "")
        for command in (command for command in COMMANDS if command.group is group):
            keys = [spoken(key).replace(" ", "\u00a0") for key in keys_of(command, keymap)]
            table.add_row(Text("\n".join(keys) if narrow else "  " + "  ".join(keys)), Text(command.help))
        table.add_row("", "")
    table.add_row("", Text(about, "dim"))
    return table
