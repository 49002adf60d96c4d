"""How roles look: one palette a theme, beside the Textual theme that the dialogs are drawn in.

A term is underlined in every theme and the sentence being read has a bar beside it, so that no meaning hangs on colour
alone. Colours of the colour-blind theme: Okabe & Ito, "Color Universal Design" (2008).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from rich.style import Style
from textual.theme import BUILTIN_THEMES, Theme

from reader.render.rows import Role, Side

ORDER = (
    Role.TITLE, Role.HEADING, Role.DATELINE, Role.GLOSS, Role.FUZZY, Role.LABEL, Role.NOTE, Role.UNKNOWN, Role.HIDDEN,
    Role.TERM, Role.MISSED, Role.WEAK, Role.FINDING, Role.DIMMED, Role.CURSOR, Role.LINKED, Role.HIT, Role.HERE,
    Role.WORD,
)  # fmt: skip
"""Later roles are laid over earlier ones."""


@dataclass(frozen=True)
class Palette:
    """Styles in rich's words, by role."""

    name: str
    base: str
    source: str
    target: str
    frame: str
    bar: str
    """The mark beside the sentence being read."""
    roles: Mapping[Role, str]
    theme: Theme = field(compare=False)

    def __hash__(self) -> int:
        return hash(self.name)

    @cached_property
    def bar_style(self) -> Style:
        return Style.parse(self.base) + Style.parse(self.bar)

    def style(self, roles: frozenset[Role], side: Side) -> Style:
        return _style(self, roles, side)


@lru_cache(maxsize=2048)
def _style(palette: Palette, roles: frozenset[Role], side: Side) -> Style:
    own = {Side.SOURCE: palette.source, Side.TARGET: palette.target, Side.FRAME: palette.frame}[side]
    layers = [palette.base, own, *(palette.roles[role] for role in ORDER if role in roles)]
    return Style.combine([Style(), *(Style.parse(layer) for layer in layers if layer)])


def _roles(
    term: str, missed: str, dim: str, cursor: str, linked: str, hit: str, here: str, word: str, bad: str
) -> dict[Role, str]:
    return {
        Role.TITLE: "bold",
        Role.HEADING: "bold",
        Role.DATELINE: f"{dim} italic",
        Role.GLOSS: f"{dim} italic",
        Role.FUZZY: "italic",
        Role.LABEL: dim,
        Role.NOTE: dim,
        Role.UNKNOWN: dim,
        Role.HIDDEN: dim,
        Role.TERM: f"{term} underline",
        Role.MISSED: f"{missed} underline",
        Role.WEAK: "underline",
        Role.FINDING: f"{bad} bold",
        Role.DIMMED: dim,
        Role.CURSOR: cursor,
        Role.LINKED: linked,
        Role.HIT: hit,
        Role.HERE: here,
        Role.WORD: word,
    }


DARK = Palette(
    "dark", "#d7d3c8 on #16181d", "#e9e4d8", "#a9c4d6", "#5c6270", "#e0af68",
    _roles("#e8b75d", "#d79be0", "#868b96", "on #262b36", "bold on #31503f", "on #5a4a1e", "#16181d on #e8b75d",
           "bold #16181d on #a9c4d6", "#ff7a85"),
    Theme("reader-dark", primary="#7fa7c4", secondary="#e8b75d", accent="#e8b75d", warning="#e8b75d", error="#ff7a85",
          success="#8fc08a", foreground="#e0dccf", background="#16181d", surface="#1c1f26", panel="#22262f", dark=True),
)  # fmt: skip
LIGHT = Palette(
    "light", "#2b2a27 on #fbf8f1", "#1f1e1b", "#1d4e74", "#a39d90", "#b4620a",
    _roles("#8a4b00", "#8b2a86", "#77726a", "on #efe7d3", "bold on #cfe6cf", "on #fbe29b", "#fbf8f1 on #8a4b00",
           "bold #fbf8f1 on #1d4e74", "#b3001b"),
    Theme("reader-light", primary="#1d4e74", secondary="#8a4b00", accent="#8a4b00", warning="#8a4b00", error="#b3001b",
          success="#22693a", foreground="#2b2a27", background="#fbf8f1", surface="#f4efe3", panel="#ebe4d4",
          dark=False),
)  # fmt: skip
CONTRAST = Palette(
    "contrast", "#ffffff on #000000", "#ffffff", "#80ffff", "#b0b0b0", "#ffff00",
    _roles("bold #ffff00", "bold #ff80ff", "#c8c8c8", "on #303030", "bold #000000 on #80ff80", "#000000 on #ffb000",
           "bold #000000 on #ffff00", "bold #000000 on #ffffff", "bold #ff6060"),
    Theme("reader-contrast", primary="#80ffff", secondary="#ffff00", accent="#ffff00", warning="#ffff00",
          error="#ff6060", success="#80ff80", foreground="#ffffff", background="#000000", surface="#000000",
          panel="#101010", dark=True),
)  # fmt: skip
CLEAR = Palette(
    "colour-blind",
    "#dedede on #14161a", "#f0f0f0", "#56b4e9", "#6a6f7a", "#f0e442",
    _roles("#f0e442", "#e69f00", "#9a9fa8", "on #262b36", "bold on #004d73", "on #5a4200", "#000000 on #f0e442",
           "bold #000000 on #56b4e9", "#d55e00"),
    Theme("reader-colour-blind", primary="#56b4e9", secondary="#f0e442", accent="#f0e442", warning="#e69f00",
          error="#d55e00", success="#009e73", foreground="#dedede", background="#14161a", surface="#1a1d22",
          panel="#20242a", dark=True),
)  # fmt: skip
MONO = Palette(
    "mono", "", "", "", "dim", "bold",
    _roles("", "", "dim", "bold", "reverse", "underline reverse", "bold reverse", "bold italic reverse", "reverse"),
    Theme("reader-mono", ansi=True, primary="ansi_default", secondary="ansi_default", accent="ansi_default",
          warning="ansi_default", error="ansi_default", success="ansi_default", foreground="ansi_default",
          background="ansi_default", surface="ansi_default", panel="ansi_default", boost="ansi_default", dark=True,
          variables=dict(BUILTIN_THEMES["ansi-dark"].variables)),
)  # fmt: skip
"""For NO_COLOR and terminals without colours: the terminal's own two, with bold, underline and reverse."""

PALETTES: Mapping[str, Palette] = {p.name: p for p in (DARK, LIGHT, CONTRAST, CLEAR, MONO)}
