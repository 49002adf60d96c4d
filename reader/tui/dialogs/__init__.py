"""Dialogs: each asks one thing and answers with a value; what is done with it is decided elsewhere."""

from __future__ import annotations

from reader.tui.dialogs.ask import Ask, Letter, Rewrite, SearchBox
from reader.tui.dialogs.choose import Choice, Choose
from reader.tui.dialogs.help import Help

__all__ = ["Ask", "Choice", "Choose", "Help", "Letter", "Rewrite", "SearchBox"]
