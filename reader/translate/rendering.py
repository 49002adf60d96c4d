"""Segments through the model and back: taken apart, cut where too long, decoded in one batch, put together, linked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader import text
from reader.model import Link, Span
from reader.text.faults import Fault, faults
from reader.translate.attention import links, owners, piece_spans
from reader.translate.clauses import cut
from reader.translate.model import LONGEST, Answer, Decoding, Model, TooLongError
from reader.translate.preparing import Prepared, prepared
from reader.translate.restoring import finished, restored


@dataclass(frozen=True, slots=True)
class Version:
    """One English of a segment."""

    target: str
    score: float
    """0–1: the least of its clauses' confidences."""
    links: tuple[Link, ...]
    faults: tuple[Fault, ...]

    @property
    def badness(self) -> tuple[float, float]:
        """Least is best: what is wrong, then how unsure."""
        return sum(fault.weight for fault in self.faults), -self.score


@dataclass(frozen=True, slots=True)
class Attempt:
    """One way of asking the model."""

    how: Decoding
    clauses: int = LONGEST
    """Pieces that a clause may have before it is cut."""
    around: bool = False
    """Addresses inside are cut out."""
    stopped: bool = False
    """A few words without a full stop get one: a model trained on sentences loops on fragments."""
    against: frozenset[str] = frozenset()
    """Codes of the faults that it may mend."""

    def helps(self, version: Version) -> bool:
        """Whether it is worth trying for a segment that came out like this."""
        return any(fault.code in self.against for fault in version.faults)


@dataclass(frozen=True, slots=True)
class Clause:
    """What one input of the model is."""

    text: str
    pieces: tuple[str, ...]
    part: int
    """The part of the segment that it is in."""
    start: int
    """Its offset in the part's text."""


def versions(
    segments: Sequence[str], model: Model, attempt: Attempt, is_word: Callable[[str], bool]
) -> list[Version]:
    """One version per segment in plain text, in order; all of them in one call of the model."""
    whole = [prepared(segment, is_word, around=attempt.around) for segment in segments]
    try:
        clauses = [clauses_of(each, model, attempt) for each in whole]
        answers = model.answers([clause.pieces for group in clauses for clause in group], attempt.how)
    except TooLongError:  # once: the model now knows its limit
        clauses = [clauses_of(each, model, attempt) for each in whole]
        answers = model.answers([clause.pieces for group in clauses for clause in group], attempt.how)
    made, place = list[Version](), 0
    for segment, each, group in zip(segments, whole, clauses, strict=True):
        made.append(version_of(segment, each, group, answers[place : place + len(group)]))
        place += len(group)
    return made


def clauses_of(whole: Prepared, model: Model, attempt: Attempt) -> list[Clause]:
    """The inputs of the model for a segment, in order."""
    found, pieces = list[Clause](), dict[str, list[str]]()
    most = min(attempt.clauses, model.longest)

    def fits(clause: str) -> bool:
        pieces[clause] = model.pieces(clause)
        return len(pieces[clause]) <= most

    for number, part in enumerate(whole.parts):
        if part.literal:
            continue
        start = 0
        for clause in cut(part.text, fits):
            start = part.text.index(clause, start)
            stopped = attempt.stopped and clause[-1].isalnum()
            spoken = tuple(model.pieces(f"{clause}.") if stopped else pieces[clause])
            found.append(Clause(clause, spoken, number, start))
            start += len(clause)
    return found


def version_of(segment: str, whole: Prepared, clauses: Sequence[Clause], answers: Sequence[Answer]) -> Version:
    """The English of a segment from the model's answers, one a clause."""
    texts, starts = list[str](), list[int]()
    for number, part in enumerate(whole.parts):
        if part.literal:
            continue
        joined = ""
        for clause, answer in zip(clauses, answers, strict=True):
            if clause.part == number:
                said = finished(clause.text, answer.text)
                joined += " " if joined and said else ""
                starts.append(len(joined))
                joined += said
        texts.append(joined)
    target, spans = restored(whole, texts)
    return Version(
        target=target,
        score=min((answer.confidence for answer in answers), default=1.0),
        links=_links(segment, target, whole, spans, clauses, answers, starts),
        faults=faults(segment, target),
    )


def _links(
    segment: str, target: str, whole: Prepared, spans: Sequence[Span],
    clauses: Sequence[Clause], answers: Sequence[Answer], starts: Sequence[int],
) -> tuple[Link, ...]:  # fmt: skip
    said, says = text.words(segment), text.words(target)
    made = set(_literal_links(whole, spans, said, says))
    for clause, answer, start in zip(clauses, answers, starts, strict=True):
        read = owners(piece_spans(clause.pieces, clause.text), said, whole.parts[clause.part].start + clause.start)
        wrote = owners(piece_spans(answer.pieces, answer.text), says, spans[clause.part].start + start)
        made.update(links(read, wrote, answer.attention))
    return tuple(sorted(made))


def _literal_links(
    whole: Prepared, spans: Sequence[Span], said: Sequence[text.Token], says: Sequence[text.Token]
) -> list[Link]:
    """What was carried over says the same as itself."""
    made: list[Link] = []
    for part, span in zip(whole.parts, spans, strict=True):
        if part.literal and not part.text.isspace():
            end = part.start + len(part.text)
            read = [n for n, word in enumerate(said) if part.start <= word.start and word.end <= end]
            wrote = [n for n, word in enumerate(says) if span.start <= word.start and word.end <= span.end]
            made += [Link(a, b) for a, b in zip(read, wrote, strict=False)] if len(read) == len(wrote) else []
    return made


__all__ = ["Attempt", "Clause", "Version", "clauses_of", "version_of", "versions"]
