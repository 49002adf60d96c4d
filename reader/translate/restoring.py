"""The model's answers back in their segment: between the marks that were taken off, in the source's manner."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Span
from reader.translate.preparing import Prepared

_ENGLISH_SIGNS = str.maketrans({"«": "“", "»": "”", "„": "“"})


def restored(whole: Prepared, answers: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    """The English of the segment, and where in it each part stands; `answers` are the model's, one per spoken part."""
    pieces, spans, length = list[str](), list[Span](), 0
    left = iter(answers)
    for part in whole.parts:
        piece = part.text.translate(_ENGLISH_SIGNS) if part.literal else finished(part.text, next(left))
        piece = piece.upper() if whole.shouted and len(piece.upper()) == len(piece) else piece
        spans.append(Span(length, length + len(piece)))
        pieces.append(piece)
        length += len(piece)
    return "".join(pieces), tuple(spans)


def finished(source: str, answer: str) -> str:
    """The answer with the source's way of beginning and ending: a heading gets no full stop, a clause no capital."""
    text = answer.strip().translate(_ENGLISH_SIGNS)
    if not text:
        return text
    last = source[-1]
    if text[-1] == "." and last.isalnum() and not text.endswith("..") and "." not in text.split()[-1][:-1]:
        text = text[:-1]
    elif last in ".?!:;," and text[-1].isalnum():
        text += last
    elif last == "?" and text[-1] == ".":
        text = f"{text[:-1]}?"
    first, second = text[:1], text[1:2]
    if source[:1].islower() and first.isupper() and second.islower() and text.split()[0].strip(",.") not in source:
        text = first.lower() + text[1:]
    return text


__all__ = ["finished", "restored"]
