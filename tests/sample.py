"""A small bilingual text with hand-made English and six terms: for the session and the screen, without data files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from reader.model import (
    Document,
    Entry,
    Finding,
    How,
    Kind,
    Link,
    Origin,
    Paragraph,
    Span,
    State,
    TermMatch,
    Unit,
)  # fmt: skip
from reader.opening import Opened
from reader.pipeline import Annotator
from reader.session import Book
from reader.terms import Cell
from reader.translate.protocol import Draft, Segment

TEXT: tuple[tuple[Kind, tuple[tuple[str, str], ...]], ...] = (
    (Kind.TITLE, (("Invitert til Moskva", "Invited to Moscow"),)),
    (Kind.DATELINE, (("Oslo, 12. februar 2025", "Oslo, 12 February 2025"),)),
    (
        Kind.BODY,
        (
            ("Trump skryter av at Putin har sunn fornuft.", "Trump boasts that Putin has common sense."),
            ("Samtalen varte i en time.", "The call lasted an hour."),
        ),
    ),
    (
        Kind.DIALOGUE,
        (("– Jeg tror forhandlingene vil lykkes, sier Peskov.", "“I think the talks will succeed,” says Peskov."),),
    ),
    (Kind.HEADING, (("Nattens løslatelse", "The night’s release"),)),
    (
        Kind.BODY,
        (
            ("Læreren hadde vært fengslet siden 2021.", "The teacher had been in prison since 2021."),
            ("Han tok seg tid til å takke.", "He took the time to say thank you."),
        ),
    ),
    (
        Kind.BODY,
        (
            (
                "[b]Dette er ikke oppmerking[/b] \x1b[31mog ingen farge.",
                "[b]This is no mark-up[/b] \x1b[31mand no colour.",
            ),
        ),
    ),
    (Kind.HEADING, (("Veien videre", "The way ahead"),)),
    (Kind.ITEM, (("– et fysisk møte i Moskva", "– a physical meeting in Moscow"),)),
    (
        Kind.BODY,
        (
            ("Ingen vet hva fornuften sier.", "Nobody knows what reason says."),
            ("Men begge parter ønsker fred.", "But both sides want peace."),
        ),
    ),
)

SENSE = Entry(
    "sunn fornuft", ("common sense", "good sense"), "phrase", note="Also a campaign slogan.",
    example=("Bruk sunn fornuft!", "Use common sense!"), tags=("thought",),
)  # fmt: skip
ENTRIES = (
    SENSE,
    Entry("løslatelse", ("release",), "noun", tags=("law",)),
    Entry("skryte av", ("boast of", "boast that"), "verb", tags=("speech",)),
    Entry("ta seg tid", ("take the time",), "verb", tags=("time",)),
    Entry("fornuft", ("reason", "sense"), "noun", tags=("thought",), highlight=False),
    Entry("møte", ("meeting",), "noun", tags=("politics",)),
)
_FORMS = (
    # (form in the text, entry, how, state, confidence)
    ("sunn fornuft", 0, How.MULTIWORD, "common sense", 1.0),
    ("løslatelse", 1, How.EXACT, "release", 1.0),
    ("skryter av", 2, How.INFLECTED, "", 0.95),
    ("tok seg tid", 3, How.INFLECTED, "took the time", 0.9),
    ("fornuften", 4, How.INFLECTED, "reason", 1.0),
    ("møte", 5, How.EXACT, "meeting", 0.6),
)


class FakeGlossary:
    """What the session asks of a glossary."""

    entries = ENTRIES

    def lookup(self, form: str) -> tuple[Entry, ...]:
        return tuple(entry for entry in ENTRIES if entry.lemma == form.lower())


class FakeAnnotator:
    """Terms by plain search, a link for each pair of equal position, a finding where the English has a number."""

    glossary = FakeGlossary()

    def __call__(self, unit: Unit) -> Unit:
        terms = []
        for form, index, how, english, confidence in _FORMS:
            at, there = unit.source.find(form), unit.target.find(english) if english else -1
            if at >= 0:
                target = (Span(there, there + len(english)),) if there >= 0 else ()
                state = State.KEPT if target else State.MISSED
                entry, span = ENTRIES[index], (Span(at, at + len(form)),)
                terms.append(TermMatch(entry, span, how, target, state, confidence, f"form of {entry.lemma}"))
        terms.sort(key=lambda match: match.start)
        links = tuple(Link(n, n) for n in range(min(len(unit.source.split()), len(unit.target.split()), 4)))
        findings = (Finding("C02 number", "a number differs"),) if "2021" in unit.target else ()
        return replace(unit, terms=tuple(terms), links=links if unit.target else (), findings=findings)

    def cells(self, unit: Unit) -> tuple[Cell, ...]:
        return tuple(Cell(match.source[0], match.entry.gloss) for match in unit.terms)


class FakeSource:
    """English from TEXT; what is not in it is said in capitals."""

    def __init__(self) -> None:
        self._english = {nb: en for _, pairs in TEXT for nb, en in pairs}

    def translate(self, segments: Sequence[Segment]) -> list[Draft | None]:
        said = (self._english.get(one.text, one.text.upper()) for one in segments)
        return [Draft(target, Origin.MEMORY, provenance="hand") for target in said]


def annotator() -> Annotator:
    return cast(Annotator, FakeAnnotator())


def document(copies: int = 1) -> Document:
    """TEXT, several times over for a longer one."""
    text, paragraphs = "", []
    for kind, pairs in TEXT * copies:
        start = len(text)
        text += " ".join(nb for nb, _ in pairs) + "\n\n"
        paragraphs.append(Paragraph(Span(start, len(text)), kind))
    return Document("prøve.txt", text, tuple(paragraphs))


def opened(copies: int = 1) -> Opened:
    return Opened(document(copies), (FakeSource(),), annotator(), (("reader", "test"),), ())


def book(copies: int = 1) -> Book:
    return Book(document(copies), annotator())
