"""The reading screen on a terminal. Textual is imported when it is run."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.opening import Options


def run(file: str | None, options: Options) -> int:
    """Read `file`, or the last text where it was left; returns the exit code.

    Raises ReaderError before the screen is touched.
    """
    from reader.errors import InputError
    from reader.opening import opened
    from reader.store import settings, texts
    from reader.tui import keeping
    from reader.tui.app import Begin, ReaderApp
    from reader.tui.commands import BY_NAME

    if file is None:
        last = next((record for record in texts.library() if not record.path.startswith("-")), None)
        if last is None:
            raise InputError("No text was read yet.", hint="Give a file: reader FILE.")
        file = last.path
    chosen = settings.settings()
    keymap = settings.keymap({name: command.keys for name, command in BY_NAME.items()})
    work = opened(file, options)
    app = ReaderApp(Begin(file, options, work, keeping.begun(work, file, chosen), chosen, keymap))
    app.run(mouse=chosen.mouse)
    return app.return_code or 0


def key_table() -> str:
    """All commands and their keys in Markdown, for the README."""
    from reader.tui import commands

    return commands.key_table()
