"""Choosing from a list that narrows while one types: contents, terms, bookmarks, texts, commands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reader.render.cells import safe

MOST = 200
"""Lines shown at once: a list of thousands is narrowed by typing, not by scrolling."""


class Choice(NamedTuple):
    """A line to choose, with something said about it at its right."""

    label: str
    about: str = ""
    kinds: frozenset[str] = frozenset()
    """What tab may narrow the list to."""


class Choose(ModalScreen[int | None]):
    """Answers with the index of the line chosen. With `kinds`, tab narrows the list to one of them after another."""

    DEFAULT_CSS = """
    Choose { align: center middle; }
    Choose > Vertical { width: 90%; max-width: 100; height: auto; max-height: 90%; background: $surface;
                        border: round $primary; padding: 0 1; }
    Choose Input { background: $surface; }
    Choose OptionList { height: auto; max-height: 100%; background: $surface; scrollbar-size-vertical: 1; }
    Choose .none { color: $foreground; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Close", show=False),
        Binding("down,ctrl+n", "move(1)", "Down", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", "Up", show=False, priority=True),
        Binding("tab", "kind", "Kind", show=False, priority=True),
        Binding("delete", "erase", "Take away", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        at: int = 0,
        nothing: str = "Nothing here yet.",
        kinds: Sequence[str] = (),
        erase: Callable[[int], None] | None = None,
    ) -> None:
        super().__init__()
        self._kinds, self._kind, self._erase = ("", *kinds), 0, erase
        self._title, self._choices, self._at, self._nothing = title, choices, at, nothing
        self._folded = [f"{choice.label} {choice.about}".lower() for choice in choices]

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = safe(self._title).replace("[", "(")
            yield Input(placeholder="type to narrow", compact=True)
            if len(self._kinds) > 1 or self._erase:
                yield Static(self._hint(), classes="hint")
            yield OptionList(compact=True)
            yield Static(Text(self._nothing, "dim"), classes="none")

    def on_mount(self) -> None:
        self._fill("")

    def on_input_changed(self, event: Input.Changed) -> None:
        self._fill(event.value)

    def on_resize(self) -> None:
        self._fill(self.query_one(Input).value)

    def _fill(self, typed: str) -> None:
        words = typed.lower().split()
        kind = self._kinds[self._kind]
        fitting = (i for i, choice in enumerate(self._choices) if not kind or kind in choice.kinds)
        found = [i for i in fitting if all(word in self._folded[i] for word in words)]
        start = max(0, found.index(self._at) - MOST // 2) if self._at in found else 0
        shown = found[start : start + MOST]
        options = self.query_one(OptionList)
        options.clear_options()
        room = max(20, min(100, self.size.width * 9 // 10) - 6)
        options.add_options([Option(_line(self._choices[i], room), id=str(i)) for i in shown])
        options.highlighted = shown.index(self._at) if self._at in shown else (0 if shown else None)
        self.query_one(".none").display = not shown

    def action_move(self, step: int) -> None:
        options = self.query_one(OptionList)
        if step > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_kind(self) -> None:
        self._kind = (self._kind + 1) % len(self._kinds)
        for hint in self.query(".hint").results(Static):
            hint.update(self._hint())
        self._fill(self.query_one(Input).value)

    def _hint(self) -> Text:
        if self._erase:
            return Text("Del: take it out of the list", "dim")
        text = Text()
        for number, kind in enumerate(self._kinds):
            text.append(f" {kind or 'all'} ", "bold reverse" if number == self._kind else "dim")
        return text.append("  tab: next", "dim")

    def action_erase(self) -> None:
        highlighted = self.query_one(OptionList).highlighted
        if self._erase and highlighted is not None:
            index = int(self.query_one(OptionList).get_option_at_index(highlighted).id or 0)
            self.dismiss(None)
            self._erase(index)
        elif not self._erase:
            self.query_one(Input).action_delete_right()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            self.dismiss(int(options.get_option_at_index(options.highlighted).id or 0))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(int(event.option.id or 0))


def _line(choice: Choice, room: int) -> Text:
    label, about = Text(safe(choice.label)), Text(safe(choice.about), "dim")
    about.truncate(max(0, room * 2 // 3), overflow="ellipsis")
    label.truncate(max(8, room - about.cell_len - 2), overflow="ellipsis")
    return Text.assemble(label, " " * max(2, room - label.cell_len - about.cell_len), about, no_wrap=True)
