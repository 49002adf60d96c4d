"""What else the model could have said: its next best answers, and how it goes on from a beginning that is given."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.translate.model import Answer, Model, TooLongError
from reader.translate.preparing import Prepared, prepared
from reader.translate.rendering import Attempt, Clause, Version, clauses_of, version_of
from reader.translate.restoring import restored


class Beginning(NamedTuple):
    """A segment whose English must begin in a certain way."""

    text: str
    """Plain; see `plain`."""
    english: str
    """Whole words."""


def several(
    segments: Sequence[str], model: Model, attempt: Attempt, is_word: Callable[[str], bool], count: int
) -> list[list[Version]]:
    """The best versions of each segment, the best first; of a segment of several clauses one is varied at a time."""
    whole = [prepared(segment, is_word, around=attempt.around) for segment in segments]
    try:
        clauses, answers = _asked(whole, model, attempt, count)
    except TooLongError:  # once: the model now knows its limit
        clauses, answers = _asked(whole, model, attempt, count)
    made, place = list[list[Version]](), 0
    for segment, each, group in zip(segments, whole, clauses, strict=True):
        own = answers[place : place + len(group)]
        place += len(group)
        made.append([version_of(segment, each, group, choice) for choice in _choices(own)])
    return made


def _asked(
    whole: Sequence[Prepared], model: Model, attempt: Attempt, count: int
) -> tuple[list[list[Clause]], list[list[Answer]]]:
    clauses = [clauses_of(each, model, attempt) for each in whole]
    inputs = [clause.pieces for group in clauses for clause in group]
    return clauses, model.several(inputs, attempt.how, count)


def _choices(answers: Sequence[Sequence[Answer]]) -> list[list[Answer]]:
    best = [found[0] for found in answers]
    varied = [
        [*best[:place], other, *best[place + 1 :]]
        for place, found in enumerate(answers)
        for other in found[1:]
    ]  # fmt: skip
    return [best, *varied]


def continued(
    beginnings: Sequence[Beginning], model: Model, attempt: Attempt, is_word: Callable[[str], bool]
) -> list[Version | None]:
    """The English of each from its beginning on; its score is that of what the model added.

    None where the beginning cannot be put before the model: several clauses, capitals throughout, words it cannot
    write.
    """
    found: list[Version | None] = [None] * len(beginnings)
    tasks = [
        (place, *task)
        for place, given in enumerate(beginnings)
        if (task := _task(given, model, attempt, is_word)) is not None
    ]
    try:
        answers = model.several(
            [clause.pieces for *_, clause, _ in tasks], attempt.how, 1, [pieces for *_, pieces in tasks]
        )
    except TooLongError:
        return found
    for (place, whole, clause, pieces), (answer, *_) in zip(tasks, answers, strict=True):
        rest = _rest(answer, len(pieces))
        version = version_of(beginnings[place].text, whole, [clause], [replace(answer, confidence=rest)])
        if answer.pieces[: len(pieces)] == tuple(pieces) and _begins(version.target, beginnings[place].english):
            found[place] = version
    return found


def _task(
    given: Beginning, model: Model, attempt: Attempt, is_word: Callable[[str], bool]
) -> tuple[Prepared, Clause, list[str]] | None:
    """(what the segment is, its only clause, the pieces of the beginning)."""
    whole = prepared(given.text, is_word, around=attempt.around)
    clauses = clauses_of(whole, model, attempt)
    if len(clauses) != 1 or whole.shouted:
        return None
    (number,) = (number for number, part in enumerate(whole.parts) if not part.literal)
    # What is taken off and put back before the words: "– ", "“".
    marks = restored(replace(whole, parts=whole.parts[:number]), ())[0]
    begun = given.english[len(marks) :].strip()
    if not given.english.startswith(marks) or not begun:
        return None
    pieces = model.english(begun)
    return (whole, clauses[0], pieces) if len(pieces) < model.longest else None


def _rest(answer: Answer, begun: int) -> float:
    """The confidence without the pieces that were given: CTranslate2 counts those as certain."""
    count = len(answer.pieces) + 1  # the end sign
    return math.exp(math.log(max(answer.confidence, 1e-30)) * count / max(1, count - begun))


def _begins(target: str, english: str) -> bool:
    """Whether it begins so, up to the end of a word."""
    return target.startswith(english) and not target[len(english) : len(english) + 1].isalnum()


__all__ = ["Beginning", "continued", "several"]
