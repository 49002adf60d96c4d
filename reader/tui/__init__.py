"""The reading screen on a terminal. Textual is imported when it is run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.opening import Options


@dataclass(frozen=True, slots=True)
class Look:
    """What the command line says about looks, for this once; None: as the reader last had it."""

    layout: str | None = None
    """A `render.layout.Mode`."""
    words: bool | None = None
    """Highlight everyday words too."""
    colours: str | None = None
    """The name of a palette; "mono" for none."""


def run(file: str | None, options: Options, look: Look | None = None) -> int:
    """Read `file`, or the last text where it was left; returns the exit code.

    Raises ReaderError before the screen is touched.
    """
    import os

    from reader.errors import InputError
    from reader.opening import opened
    from reader.store import settings, texts
    from reader.tui import jobs, keeping
    from reader.tui.commands import BY_NAME

    if file is None:
        last = next((record for record in texts.library() if not record.path.startswith("-")), None)
        if last is None:
            raise InputError("No text was read yet.", hint="Give a file: reader FILE.")
        file = last.path
    look = look or Look()
    chosen = settings.settings()
    keymap = settings.keymap({name: command.keys for name, command in BY_NAME.items()})
    work = opened(file, options, at_once=True)
    session = keeping.looking(keeping.begun(work, file, chosen), look.layout, look.words)
    # The engine's threads wait for each other by spinning, unless told not to: the screen needs the core more.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    early = jobs.Early(work, session)
    from reader.tui.app import Begin, ReaderApp  # textual: as long as the first English takes

    app = ReaderApp(Begin(file, options, work, session, chosen, keymap, look.colours, early))
    app.run(mouse=chosen.mouse)
    jobs.finished()
    return app.return_code or 0


def key_table() -> str:
    """All commands and their keys in Markdown, for the README."""
    from reader.tui import commands

    return commands.key_table()
