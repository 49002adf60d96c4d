"""The reading screen: hands keys to commands, the session to widgets, and slow work to jobs. It decides nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingsMap

from reader.model import Origin
from reader.opening import Opened
from reader.session import Session
from reader.session.steering import KEPT
from reader.tui.bindings import named
from reader.tui.commands import BY_NAME
from reader.tui.jobs import Early
from reader.tui.panel import EntryPanel
from reader.tui.status import StatusLine
from reader.tui.themes import Palette
from reader.tui.view import ReadingView
from reader.tui.working import Program, Working


class ReadingScreen(Working):
    """A text being read."""

    AUTO_FOCUS = "ReadingView"
    BLANK = True  # its widgets cover it
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        program: Program,
        opened: Opened,
        session: Session,
        palette: Palette,
        keymap: Mapping[str, tuple[str, ...]],
        early: Early | None = None,
    ) -> None:
        super().__init__(program, opened, session, early)
        self.keymap = keymap
        self._palette = palette
        self._up = False
        self._hinted = False
        """Whether the reader has seen a gloss, and been told how to get better English."""
        self._names = named(keymap)
        self._bindings = BindingsMap()

    def compose(self) -> ComposeResult:
        yield ReadingView(self.now, self._palette)
        yield EntryPanel()
        yield StatusLine(self.keymap)

    def on_mount(self) -> None:
        self._up = True
        self._show()
        self.ahead()
        if self.opened.waiting:
            self.reopen()

    def watch_session(self, before: Session | None, after: Session | None) -> None:
        if before is not None and after is not None and before.lists is not after.lists:
            self.program.keep(before, after)
            if before.lists.own != after.lists.own:
                self.reopen()
        self._show()
        if self._up:
            self.call_after_refresh(self.ahead)  # what was asked for is seen before the next thing is begun

    def _show(self) -> None:
        if not self._up:
            return
        self.query_one(EntryPanel).show(self.now)
        self.query_one(ReadingView).show(self.now)
        self.progressed()
        if not self._hinted and self.query_one(ReadingView).shows(Origin.GLOSS):
            self._hinted = True
            if hint := self.program.hint():
                self.session = self.now.told(hint)

    def progressed(self) -> None:
        self.query_one(StatusLine).show(self.now, self.progress())

    def on_key(self, event: events.Key) -> None:
        # Not by Textual's bindings: it copies and sifts all of them twice for every key.
        if name := self._names.get(event.key):
            event.stop()
            self.action_do(name)

    def action_do(self, name: str) -> None:
        """A command, by its name."""
        action = BY_NAME[name].action
        if callable(action):
            self.become(action)
        elif action.startswith("page:"):
            self.turn(float(action.removeprefix("page:")))
        else:
            # The dialogs: 20 ms that neither the first screen nor the first page turned waits for.
            from reader.tui.requests import request

            request(self, *action.partition(":")[::2])
        if self.now.panel and len(self.now.book.document.text) <= KEPT:
            self.count_terms()

    def turn(self, share: float) -> None:
        """A page on or back, the cursor with it."""
        place = self.query_one(ReadingView).turned(share)
        self.become(lambda session: session.at(place))

    def repaint(self, palette: Palette) -> None:
        self._palette = palette
        self.query_one(ReadingView).repainted(palette)

    def on_reading_view_turned(self, event: ReadingView.Turned) -> None:
        self.become(lambda session: session.at(event.place))

    def on_reading_view_pointed(self, event: ReadingView.Pointed) -> None:
        self.become(lambda session: session.on_word(event.place, event.side, event.offset))
        if event.times > 1:
            self.become(lambda session: replace(session, panel=True))

    def on_resize(self) -> None:
        self._show()

    def on_paste(self, event: events.Paste) -> None:
        """A file dropped on the terminal comes as its path."""
        from reader.tui.files import dropped

        dropped(self, event.text)
