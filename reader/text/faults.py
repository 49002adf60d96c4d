"""What can be seen to be wrong in an English segment beside its Norwegian: loops, numbers, length, copies.

Pure and cheap (some 30 µs a segment), so that the engine can decode again what fails and the checks can say the rest.
The codes are stable: exports carry them. A doubt is settled for the text: what is reported should be worth a look.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from operator import eq
from typing import NamedTuple

from reader.text.numerals import missing_and_added


class Fault(NamedTuple):
    """One thing wrong."""

    code: str
    message: str
    weight: float
    """How bad: of several English versions the one with the least sum is shown."""


def faults(source: str, target: str) -> tuple[Fault, ...]:
    """In the order of their codes; () when nothing is wrong that can be seen."""
    if not target.strip():
        return (Fault("C07", "no English came for this", 10.0),) if source.strip() else ()
    return tuple(sorted(_found(source, target)))


def _found(source: str, target: str) -> Iterator[Fault]:
    if (loop := _loop(source, target) or _stuck(source, target)) is not None:
        yield Fault("C01", f"repeats itself: “{loop if len(loop) <= 60 else loop[:59] + '…'}”", 5.0)
    missing, added = missing_and_added(source, target)
    if missing:
        yield Fault("C02", f"number missing: {', '.join(missing)}", 1.5 * len(missing))
    if added:
        yield Fault("C03", f"number not in the Norwegian: {', '.join(added)}", 1.0 * len(added))
    if (length := _length(source, target)) is not None:
        yield length
    if _copied(source, target):
        yield Fault("C05", "left in Norwegian", 3.0)
    if (unknown := _UNKNOWN.search(target)) and unknown.group() not in source:
        yield Fault("C06", "a character that the model does not know is missing", 2.0)
    if lost := [sign for sign in protected(source) if sign not in target]:
        yield Fault("C08", f"missing: {' '.join(lost)}", 2.0 * len(lost))


_EDGE = " \t\n.,;:!?…«»“”\"'()–—-"


def _loop(source: str, target: str) -> str | None:
    """What the target says again and again and the source does not."""
    loop = _repeated(target.split())
    if loop is None or _repeated(source.split()) is not None:
        return None
    letters = "".join(loop.split())
    return None if letters * 2 in "".join(source.split()) else loop


def _repeated(words: list[str]) -> str | None:
    """A run of up to 8 words said again at once: three times, or twice when it is four words or longer."""
    keys = [word.strip(_EDGE).casefold() for word in words]
    count = len(keys)
    for size in range(1, min(8, count // 2) + 1):
        if not any(map(eq, keys, keys[size:])):
            continue
        times, run = (3, 0) if size < 4 else (2, 0)
        for place in range(size, count):
            # `run` counts how long the text has equalled itself `size` words ago.
            run = run + 1 if keys[place] == keys[place - size] and keys[place] else 0
            if run >= size * (times - 1):
                return " ".join(words[place - size + 1 : place + 1])
    if count >= 12:
        threes = Counter(zip(keys, keys[1:], keys[2:], strict=False))
        most, times = threes.most_common(1)[0]
        if times >= 4 and all(most):
            return " ".join(most)
    return None


_STUCK = re.compile(r"([^\W\d]{1,4}?)\1{6,}")


def _stuck(source: str, target: str) -> str | None:
    """One syllable over and over inside a word: "hahahahahaha" that the Norwegian does not have."""
    found = _STUCK.search(target)
    return found.group() if found and not _STUCK.search(source) else None


def _length(source: str, target: str) -> Fault | None:
    """English runs from 0.6 to 1.7 times as long as its Norwegian; the bounds leave room for compounds and names."""
    long, short = len(target.strip()), len(" ".join(source.split()))
    if long > 2.5 * short + 25:
        return Fault("C04", "much longer than the Norwegian", 3.0)
    if short >= 25 and long < 0.35 * short:
        return Fault("C04", "much shorter than the Norwegian", 3.0)
    return None


_WORD = re.compile(r"[^\W\d_]+")
_FREQUENT = """
og ikke det som på av er jeg hun vi dere et deg meg seg ble blir være har hadde skal kan vil må eller også når hvor
hva hvem fra om etter ved denne dette disse mot så bare noe noen ingen kom sier skulle kunne ville måtte mellom før nå
ut inn opp ned enn hvis fordi mens siden både selv hos uten jo nei
"""
_NORWEGIAN = frozenset(_FREQUENT.split())
"""Frequent Norwegian words that English does not have."""


def _copied(source: str, target: str) -> bool:
    says = _WORD.findall(target.casefold())
    foreign = sum([word in _NORWEGIAN for word in says])
    if foreign < 2 and len(says) > 1 and says[0] not in source.casefold():
        return False
    said = _WORD.findall(source)
    plain = [word for word in said if word[:1].islower()]
    if [word.casefold() for word in said] == says:
        letters = any(letter in target.casefold() for letter in "æøå")
        return len(says) >= 2 and (foreign > 0 or (letters and bool(plain)))
    if len(plain) < 4 or foreign < 2:
        return False
    held = set(says)
    return sum(word in held for word in plain) >= 0.6 * len(plain)


_UNKNOWN = re.compile("⁇|<unk>|\ufffd|▁|@@(?:\\s|$)")

ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>«»“”\"]*[^\s<>«»“”\".,;:!?')\]]|[\w.+-]+@\w[\w-]*(?:\.\w[\w-]*)+")
EMOJI = re.compile(
    "(?:[\U0001f1e6-\U0001f1ff]{2}|[#*0-9]\ufe0f?\u20e3"
    "|[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u231a-\u23ff]\ufe0f?[\U0001f3fb-\U0001f3ff]?"
    "(?:\u200d[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff]\ufe0f?[\U0001f3fb-\U0001f3ff]?)*)+"
)


def protected(text: str) -> list[str]:
    """Web and mail addresses and emoji: they mean the same in every language and must come through letter by letter."""
    return [match.group() for pattern in (ADDRESS, EMOJI) for match in pattern.finditer(text)]


__all__ = ["ADDRESS", "EMOJI", "Fault", "faults", "protected"]
