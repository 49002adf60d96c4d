"""What a command asks of the screen beyond a transition: a dialog, and what is done with its answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from reader.session import Manner, Place, steps
from reader.tui import clipboard
from reader.tui.commands import COMMANDS, keys_of, spoken
from reader.tui.dialogs import Ask, Choice, Choose, Help, Letter, Rewrite, SearchBox
from reader.tui.files import export, library, open_file
from reader.tui.wordlists import add_term, only_tag, save_words, terms

if TYPE_CHECKING:
    from reader.tui.screen import ReadingScreen

Request = Callable[["ReadingScreen", str], None]


def request(screen: ReadingScreen, name: str, argument: str) -> None:
    """Do what a command asks for."""
    REQUESTS[name](screen, argument)


# -- finding -----------------------------------------------------------------------------------------------------------


def _search(screen: ReadingScreen, _: str) -> None:
    def answer(given: tuple[str, Manner] | None) -> None:
        if given:
            screen.search(*given)

    last = screen.now.search
    screen.app.push_screen(SearchBox(last.query, last.manner), answer)


def _goto(screen: ReadingScreen, _: str) -> None:
    def answer(given: str | None) -> None:
        if given:
            screen.become(steps.go_to(given))

    screen.app.push_screen(Ask("Go to: paragraph (12), share (45%) or words of a heading"), answer)


def _contents(screen: ReadingScreen, _: str) -> None:
    headings = screen.now.book.headings()
    here = max((i for i, heading in enumerate(headings) if heading.paragraph <= screen.now.place.paragraph), default=0)
    choices = [Choice(heading.title, f"§{heading.paragraph + 1}") for heading in headings]

    def answer(index: int | None) -> None:
        if index is not None:
            screen.become(lambda session: session.jumped(Place(headings[index].paragraph)))

    screen.app.push_screen(Choose("Contents", choices, here, "This text has no headings."), answer)


# -- marks and notes ---------------------------------------------------------------------------------------------------


def _mark(screen: ReadingScreen, _: str) -> None:
    def answer(letter: str | None) -> None:
        if letter:
            screen.become(steps.mark(letter))

    screen.app.push_screen(Letter("Set which mark? (a letter)"), answer)


def _jump(screen: ReadingScreen, _: str) -> None:
    def answer(letter: str | None) -> None:
        if letter:
            screen.become(steps.jump(letter))

    marks = " ".join(sorted(screen.now.lists.marks)) or "none set yet"
    screen.app.push_screen(Letter(f"Jump to which mark? ({marks})"), answer)


def _bookmarks(screen: ReadingScreen, _: str) -> None:
    session = screen.now
    places = [(place, "◆", "") for place in session.lists.bookmarks]
    places += [(place, letter, "") for letter, place in session.lists.marks.items()]
    places += [(place, "✎", note) for place, note in session.lists.notes.items()]
    places.sort()
    choices = []
    for place, sign, note in places:
        unit = session.ground.unit(place)
        choices.append(Choice(f"{sign} {note or (unit.source if unit else '')}", f"§{place.paragraph + 1}"))

    def answer(index: int | None) -> None:
        if index is not None:
            screen.become(lambda now: now.jumped(places[index][0]))

    nothing = "No bookmarks yet: b sets one, m a mark, a writes a note."
    screen.app.push_screen(Choose("Bookmarks, marks and notes", choices, 0, nothing), answer)


def _note(screen: ReadingScreen, _: str) -> None:
    def answer(given: str | None) -> None:
        if given is not None:
            screen.become(steps.note(given))

    screen.app.push_screen(Ask("Note on this sentence", screen.now.lists.notes.get(screen.now.place, "")), answer)


# -- changing ----------------------------------------------------------------------------------------------------------


def _edit(screen: ReadingScreen, _: str) -> None:
    unit = screen.now.unit
    if unit is None:
        return

    def answer(given: str | None) -> None:
        if given is not None:
            screen.become(lambda session: session.corrected(" ".join(given.split())))

    screen.app.push_screen(Rewrite("Correct the English", unit.source, unit.target), answer)


def _copy(screen: ReadingScreen, what: str) -> None:
    text = steps.copied(screen.now, what)
    if text:
        screen.app.copy_to_clipboard(text)
        clipboard.copy(text)
    screen.become(lambda session: session.told("Copied" if text else "Nothing to copy here."))


# -- the program -------------------------------------------------------------------------------------------------------


def _help(screen: ReadingScreen, _: str) -> None:
    screen.app.push_screen(Help(screen.keymap, "Keys can be changed in keys.toml in the settings folder."))


def _palette(screen: ReadingScreen, _: str) -> None:
    choices = [
        Choice(command.help, " ".join(spoken(key) for key in keys_of(command, screen.keymap))) for command in COMMANDS
    ]

    def answer(index: int | None) -> None:
        if index is not None:
            screen.action_do(COMMANDS[index].name)

    screen.app.push_screen(Choose("Commands", choices), answer)


def _quit(screen: ReadingScreen, _: str) -> None:
    screen.program.leave()


def _enforce(screen: ReadingScreen, _: str) -> None:
    screen.program.enforced()


def _colours(screen: ReadingScreen, _: str) -> None:
    screen.program.next_palette()


REQUESTS: Mapping[str, Request] = {
    "search": _search, "goto": _goto, "contents": _contents, "terms": terms, "filter": only_tag,
    "mark": _mark, "jump": _jump, "bookmarks": _bookmarks, "note": _note, "edit": _edit, "add-term": add_term,
    "copy": _copy, "export": export, "library": library, "open": open_file, "help": _help, "palette": _palette,
    "quit": _quit, "colours": _colours, "enforce": _enforce, "save-words": save_words,
}  # fmt: skip
