"""Every command, declared once: bindings, footer, help, palette, key map and the README's table all come from here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from reader.render.layout import Mode
from reader.session import Familiarity, Place, Session, steps

Transition = Callable[[Session], Session]


class Group(StrEnum):
    """A heading of the help screen."""

    READ = "Reading"
    TERMS = "Words and terms"
    ENGLISH = "Showing and hiding"
    FIND = "Finding"
    KEEP = "Marks, notes and words"
    CHANGE = "Changing and taking along"
    LOOK = "Looks"
    PROGRAM = "Program"


@dataclass(frozen=True, slots=True)
class Command:
    """Something the reader can ask for."""

    name: str
    """Its name in the key map file."""
    keys: tuple[str, ...]
    help: str
    group: Group
    action: Transition | str
    """A transition of the session, or what the screen is asked to do: a dialog, a page, a copy."""
    label: str = ""
    """A word in the footer; most commands have none."""


R, T, E, F, K, C, L, P = Group
COMMANDS: tuple[Command, ...] = (
    Command("next-sentence", ("j", "down"), "Next sentence", R, lambda s: s.moved(1), "sentence"),
    Command("previous-sentence", ("k", "up"), "Previous sentence", R, lambda s: s.moved(-1)),
    Command("next-paragraph", ("}",), "Next paragraph", R, lambda s: s.moved_by_paragraph(1)),
    Command("previous-paragraph", ("{",), "Previous paragraph", R, lambda s: s.moved_by_paragraph(-1)),
    Command("next-section", ("]",), "Next heading", R, lambda s: s.moved_by_section(1)),
    Command("previous-section", ("[",), "Previous heading", R, lambda s: s.moved_by_section(-1)),
    Command("page-down", ("space", "pagedown", "ctrl+f"), "A page on", R, "page:1"),
    Command("page-up", ("pageup", "ctrl+b"), "A page back", R, "page:-1"),
    Command("half-page-down", ("ctrl+d",), "Half a page on", R, "page:0.5"),
    Command("half-page-up", ("ctrl+u",), "Half a page back", R, "page:-0.5"),
    Command("beginning", ("g", "home"), "Beginning of the text", R, lambda s: s.jumped(Place())),
    Command("end", ("G", "end"), "End of the text", R, lambda s: s.jumped(steps.last(s))),
    Command("back", ("ctrl+o", "alt+left"), "Back to where you jumped from", R, lambda s: s.returned()),
    Command("forward", ("ctrl+n", "alt+right"), "Forward again", R, lambda s: s.advanced()),
    Command("next-word", ("right",), "Next word", T, lambda s: s.moved_by_word(1)),
    Command("previous-word", ("left",), "Previous word", T, lambda s: s.moved_by_word(-1)),
    Command("cross", ("x",), "The same word in the other language", T, lambda s: s.crossed()),
    Command("next-term", (".",), "Next term", T, lambda s: s.moved_by_term(1), "term"),
    Command("previous-term", (",",), "Previous term", T, lambda s: s.moved_by_term(-1)),
    Command("entry", ("d", "enter"), "Entry of the word or term: open or close", T, steps.panel, "entry"),
    Command("terms", ("T",), "All terms of the text, with counts", T, "terms"),
    Command("filter", ("f",), "Highlight only terms with a tag", T, "filter"),
    Command("weak", ("w",), "Uncertain terms on or off", T, steps.weak),
    Command("everyday", ("W",), "Everyday words on or off", T, steps.everyday),
    Command("highlight", ("*",), "All highlighting on or off", T, steps.highlight),
    Command("hide", ("h",), "English: shown, dimmed, hidden, until reached", E, steps.cover, "hide"),
    Command("reveal", ("r",), "Show or hide this sentence's English", E, steps.reveal),
    Command("reveal-paragraph", ("p",), "Show or hide this paragraph's English", E, steps.reveal_paragraph),
    Command("self-test", ("S",), "Self-test: hide, and count what is looked at", E, steps.test),
    Command("search", ("/",), "Search both columns (tab: plain, pattern, lemma)", F, "search", "search"),
    Command("next-hit", ("n",), "Next find", F, lambda s: s.found(1)),
    Command("previous-hit", ("N",), "Previous find", F, lambda s: s.found(-1)),
    Command("go-to", (":", "%"), "Go to a paragraph, a percentage or a heading", F, "goto"),
    Command("contents", ("t", "tab"), "Contents", F, "contents"),
    Command("next-finding", ("!",), "Next sentence that a check has a doubt about", F, lambda s: s.moved_by_finding()),
    Command("clear", ("escape",), "Put away: word, panel, search", F, lambda s: s.lifted()),
    Command("mark", ("m",), "Set a mark (then a letter)", K, "mark"),
    Command("jump", ("`", "'"), "Jump to a mark (then its letter)", K, "jump"),
    Command("bookmark", ("b",), "Bookmark this sentence, or take it away", K, steps.bookmark),
    Command("bookmarks", ("B",), "Bookmarks, marks and notes", K, "bookmarks"),
    Command("note", ("a",), "Write a note on this sentence", K, "note"),
    Command("known", ("i",), "I know this word: no highlight any more", K, steps.familiar(Familiarity.KNOWN)),
    Command("learning", ("l",), "I am learning this word", K, steps.familiar(Familiarity.LEARNING)),
    Command("save-words", ("L",), "Save the words you know and learn", K, "save-words"),
    Command("edit", ("e",), "Correct the English of this sentence", C, "edit"),
    Command("add-term", ("A",), "Add or correct a term", C, "add-term"),
    Command("enforce", ("E",), "The glossary's wording in the machine's English", C, "enforce"),
    Command("undo", ("u",), "Undo the last change", C, lambda s: s.undone()),
    Command("copy", ("y",), "Copy the sentence pair", C, "copy:pair"),
    Command("copy-sentence", ("Y",), "Copy the Norwegian sentence", C, "copy:sentence"),
    Command("copy-paragraph", ("ctrl+y",), "Copy the paragraph pair", C, "copy:paragraph"),
    Command("export", ("s",), "Save a bilingual document", C, "export"),
    Command("layout", ("v",), "Next layout", L, steps.next_layout, "layout"),
    Command("columns", ("1",), "Side by side", L, steps.layout(Mode.COLUMNS)),
    Command("stacked", ("2",), "One under the other", L, steps.layout(Mode.STACKED)),
    Command("interlinear", ("3",), "Word by word", L, steps.layout(Mode.INTERLINEAR)),
    Command("norwegian", ("4",), "Norwegian only", L, steps.layout(Mode.SOURCE)),
    Command("english", ("5",), "English only", L, steps.layout(Mode.TARGET)),
    Command("wider", ("+",), "Wider columns", L, steps.wider(4)),
    Command("narrower", ("-",), "Narrower columns", L, steps.wider(-4)),
    Command("usual-width", ("=",), "Usual width, columns alike", L, steps.usual),
    Command("more-norwegian", (">",), "More room for Norwegian", L, steps.ratio(0.05)),
    Command("more-english", ("<",), "More room for English", L, steps.ratio(-0.05)),
    Command("colours", ("c",), "Next colours", L, "colours"),
    Command("library", ("R",), "Texts you have read", P, "library"),
    Command("open", ("o",), "Open another file", P, "open"),
    Command("help", ("?",), "This help", P, "help", "help"),
    Command("palette", ("ctrl+p",), "Find a command by its name", P, "palette"),
    Command("quit", ("q", "ctrl+q"), "Quit; the place is kept", P, "quit", "quit"),
)
BY_NAME: Mapping[str, Command] = {command.name: command for command in COMMANDS}

_SPOKEN = {
    "space": "space", "pagedown": "PgDn", "pageup": "PgUp", "up": "↑", "down": "↓", "left": "←", "right": "→",
    "home": "Home", "end": "End", "escape": "Esc", "enter": "Enter", "tab": "Tab",
}  # fmt: skip


def spoken(key: str) -> str:
    """A key as a reader calls it: "ctrl+d" → "Ctrl+D"."""
    *held, last = key.split("+") if key != "+" else [key]
    name = _SPOKEN.get(last, last.upper() if held and len(last) == 1 else last)
    return "+".join((*(word.capitalize() for word in held), name))


def keys_of(command: Command, keymap: Mapping[str, tuple[str, ...]] | None = None) -> tuple[str, ...]:
    """The keys at work: those of the reader's own key map, if it has the command."""
    return (keymap or {}).get(command.name, command.keys)


def key_table() -> str:
    """All commands as one Markdown table, two a row, for the README."""
    rows: list[str] = []
    for group in Group:
        rows.append(f"| **{group}** | | | |")
        cells = [
            f"| {' '.join(_code(spoken(key)) for key in command.keys)} | {command.help} "
            for command in COMMANDS
            if command.group is group
        ]
        rows += [f"{left}{right}|" for left, right in zip_longest(cells[::2], cells[1::2], fillvalue="| | ")]
    return "\n".join(("| Keys | What they do | Keys | What they do |", "|---|---|---|---|", *rows)) + "\n"


def _code(key: str) -> str:
    """A key in Markdown; a back tick needs two around it, a bar would end the cell."""
    return "`` ` ``" if key == "`" else f"`{key}`".replace("|", "\\|")
