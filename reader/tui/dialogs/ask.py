"""Asking for a line, a letter, a query, or a text to be rewritten."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static, TextArea

from reader.render.cells import safe
from reader.session import Manner

LOW = 20
"""Rows under which a dialog makes do with fewer."""
_ESCAPE = Binding("escape", "dismiss", "Close", show=False)


class Ask(ModalScreen[str | None]):
    """One line."""

    DEFAULT_CSS = """
    Ask { align: center bottom; }
    Ask > Vertical { height: auto; width: 100%; background: $surface; border-top: solid $primary; padding: 0 1; }
    Ask Input { background: $surface; }
    Ask Static { color: $foreground; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [_ESCAPE]

    def __init__(self, question: str, value: str = "") -> None:
        super().__init__()
        self._question, self._value = question, safe(value)

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Text(safe(self._question), "bold"), classes="question")
            yield Input(self._value, compact=True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value)


class SearchBox(ModalScreen[tuple[str, Manner] | None]):
    """A query and how it is meant; tab goes through the manners."""

    DEFAULT_CSS = Ask.DEFAULT_CSS.replace("Ask", "SearchBox")
    BINDINGS: ClassVar[list[BindingType]] = [_ESCAPE, Binding("tab", "manner", "Manner", show=False, priority=True)]

    def __init__(self, value: str, manner: Manner) -> None:
        super().__init__()
        self._value, self._manner = value, manner

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(self._question(), classes="question")
            yield Input(self._value, compact=True, select_on_focus=True)

    def _question(self) -> Text:
        text = Text("Search  ")
        for manner in Manner:
            text.append(f" {manner} ", "bold reverse" if manner is self._manner else "dim")
        return text.append("  tab: next manner", "dim")

    def action_manner(self) -> None:
        manners = tuple(Manner)
        self._manner = manners[(manners.index(self._manner) + 1) % len(manners)]
        self.query_one(".question", Static).update(self._question())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss((event.value, self._manner))


class Letter(ModalScreen[str | None]):
    """One key: the name of a mark."""

    DEFAULT_CSS = """
    Letter { align: center bottom; background: $background 0%; }
    Letter Static { width: 100%; height: 1; background: $panel; padding: 0 1; }
    """

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        yield Static(Text(safe(self._question), "bold"))

    def on_key(self, event: events.Key) -> None:
        event.stop()
        letter = event.character or ""
        self.dismiss(letter if letter.isalnum() and len(letter) == 1 else None)


class Rewrite(ModalScreen[str | None]):
    """A sentence to be written anew, with what it belongs to above it."""

    DEFAULT_CSS = """
    Rewrite { align: center middle; }
    Rewrite > Vertical { width: 90%; max-width: 100; height: auto; max-height: 90%; background: $surface;
                         border: round $primary; padding: 0 1; }
    Rewrite TextArea { height: auto; min-height: 2; max-height: 6; background: $panel; scrollbar-size-vertical: 1; }
    Rewrite .source { height: auto; max-height: 8; margin-bottom: 1; }
    Rewrite.small .source { max-height: 3; margin-bottom: 0; }
    Rewrite.small TextArea { max-height: 4; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        _ESCAPE,
        Binding("enter,ctrl+s,ctrl+j,f2", "save", "Save", show=False, priority=True),
    ]

    def __init__(self, title: str, source: str, value: str) -> None:
        super().__init__()
        self._title, self._source, self._value = title, source, safe(value)

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = safe(self._title).replace("[", "(")
            box.border_subtitle = "Enter saves · Esc leaves it"
            yield Static(Text(safe(self._source)), classes="source")
            yield TextArea(self._value, compact=True, show_line_numbers=False, soft_wrap=True)

    def on_mount(self) -> None:
        self.set_class(self.app.size.height < LOW, "small")
        field = self.query_one(TextArea)
        field.move_cursor(field.document.end)

    def action_save(self) -> None:
        text = self.query_one(TextArea).text
        self.dismiss(None if text == self._value else text)
