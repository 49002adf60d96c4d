"""What can be wrong with a glossary file: a code for each, like a linter's, with its remedy.

G1 the file cannot be read or is no YAML that we take · G2 the keys of an entry · G3 its Norwegian · G4 its English ·
G5 entries that do not go together.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reader.errors import GlossaryError


class Code(NamedTuple):
    """One kind of problem."""

    stops: bool
    """The file cannot be used until it is mended; otherwise it is only told."""
    remedy: str


CODES: Mapping[str, Code] = {
    "G101": Code(True, "Check the path and its permissions."),
    "G102": Code(True, "Save the file as UTF-8."),
    "G103": Code(True, "Indent with spaces only; quote values that hold `: ` or ` #`, or begin with a sign."),
    "G104": Code(True, "Write the value out: a glossary needs no anchors, aliases or tags."),
    "G105": Code(True, "Split the file, or take out what is no glossary."),
    "G106": Code(True, "Begin with `entries:` and a list below it, or write only `word: gloss` lines."),
    "G107": Code(True, "Keep one document in a file: delete the `---` line."),
    "G201": Code(False, "Correct the key; glossary/README.md lists them all."),
    "G202": Code(False, "Keep one of the two; the later one is used."),
    "G203": Code(True, "See glossary/README.md for what the key takes."),
    "G204": Code(True, "Add `nb:` with the Norwegian dictionary form."),
    "G205": Code(True, "Add `en:` with the English, or delete the entry."),
    "G206": Code(False, "Use noun propn verb aux adj adv adp pron det num cconj sconj intj part or phrase."),
    "G207": Code(False, "Write a whole number."),
    "G208": Code(False, "Write true or false."),
    "G209": Code(False, "Write `example: {nb: a sentence, en: its English}`."),
    "G210": Code(False, "Write `translate: never`, or leave the key out."),
    "G301": Code(False, "Write it composed (NFC), without invisible characters and doubled spaces."),
    "G302": Code(False, "Make an entry for each; put what is optional into `note`."),
    "G303": Code(False, "Write the infinitive without it."),
    "G304": Code(False, "Put `…` between two words with a space on each side, once."),
    "G305": Code(False, "Show the entry's own word in `nb` and one of its renderings in `en`."),
    "G306": Code(False, "Write the word without the sign at its end."),
    "G401": Code(False, "Give each rendering an item of its own; put explanations into `note`."),
    "G402": Code(False, "Write the dictionary form without it."),
    "G403": Code(False, "Name each rendering once."),
    "G404": Code(False, "Decide: list it under `en` or under `forbidden`."),
    "G405": Code(False, "Write someone, something, one's or oneself."),
    "G501": Code(False, "Merge the two, or give them different word classes."),
    "G502": Code(False, "Delete one of them."),
    "G503": Code(False, "Decide which is right, or give the better one a higher `priority`."),
}


class Problem(NamedTuple):
    """Something to mend in a glossary file."""

    path: str
    line: int
    """From 1; 0 when the whole file is meant."""
    code: str
    message: str

    @property
    def stops(self) -> bool:
        """Whether the file cannot be used until it is mended."""
        return CODES[self.code].stops

    @property
    def remedy(self) -> str:
        """What to do about it."""
        return CODES[self.code].remedy

    @property
    def place(self) -> str:
        """`path:line`, or the path alone."""
        return f"{self.path}:{self.line}" if self.line else self.path

    def __str__(self) -> str:
        return f"{self.place}: {self.code} {self.message}"


def refusal(problem: Problem, more: int = 0) -> GlossaryError:
    """The error for a file that cannot be used; `more` counts its other such problems."""
    others = f" ({more} more in this file)" if more else ""
    return GlossaryError(f"{problem.place}: {problem.message}{others}.", hint=problem.remedy)
