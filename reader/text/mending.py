"""A second look at a sentence's readings, when all of them are there: commands, subjects taken for verbs, clauses
that lack their verb.

From left to right a word is judged by what stands before it; that a clause has no verb is known at its end only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reader.text.analysis import Analysis, analyses
from reader.text.folding import folded
from reader.text.tokenizer import Token


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


_SUBJECTS: Final = frozenset({"jeg", "du", "han", "hun", "vi", "man", "dere", "de", "eg", "ho", "dei", "me", "dykk"})
_OBJECTS: Final = _words("den det dem meg deg oss ham henne seg en et ei eit ein alle dette denne disse desse litt dei")
_PARTICLES: Final = frozenset({"opp", "ut", "inn", "ned", "av", "på", "bort", "fram", "frem", "sammen", "tilbake"})
_BREAKS: Final = frozenset(".:?!…;–—-«»“”\"'()•")
_LINKS: Final = _words(
    "at om hvis når da fordi mens som til før etter så men eller dersom slik viss medan sidan siden for"
)
_BARE: Final = frozenset({"la", "ha", "gå", "se", "stå", "gi", "bli"})
"""Verbs whose imperative is spelt as the infinitive."""
LIKELY: Final = 8
"""Half bits by which another reading may lead where a bare noun or a preposition follows the command."""
POSSIBLE: Final = 14
"""… and where its object follows, which leaves nothing else: "Sett formen i ovnen"."""
PARTICLED: Final = 16
"""… and where a particle with its object follows: "Fisk opp stangen"."""
IMPOSSIBLE: Final = 40
"""Half bits by which a participle may lead where none can stand, before its clause's verb."""
VERBLESS: Final = 12
"""Half bits by which a noun may lead and still be the verb that its clause lacks: "dei bur der"."""


def mended(tokens: Sequence[Token], chosen: list[Analysis], language: str) -> tuple[Analysis, ...]:
    """The readings with commands and missing verbs found."""
    spelt = [folded(token.text) for token in tokens]
    _commands(spelt, tokens, chosen, language)
    _subjects(spelt, tokens, chosen, language)
    _verbs(spelt, tokens, chosen, language)
    return tuple(chosen)


def _is_finite(reading: Analysis) -> bool:
    plain = reading.pos == "verb" and "Part" not in reading.features
    return plain and not {"Pres", "Past"}.isdisjoint(reading.features)


def _commands(spelt: Sequence[str], tokens: Sequence[Token], chosen: list[Analysis], language: str) -> None:
    """Imperatives that open a sentence, and those that "og" or a comma joins to one."""
    commanded = False
    for place, token in enumerate(tokens):
        before = spelt[place - 1] if place else ""
        opens = not before or before[:1] in _BREAKS
        if token.kind != "word":
            commanded = commanded and token.text not in (".", "!", "?", ":")
            continue
        if not opens and not (commanded and (before in ("og", "eller", ",") or (before == "så" and place > 1))):
            continue
        reading = _command(place, spelt, tokens, chosen, language)
        if reading is not None:
            chosen[place] = reading
        commanded = "Imp" in chosen[place].features or (commanded and not opens)


def _command(
    place: int, spelt: Sequence[str], tokens: Sequence[Token], chosen: Sequence[Analysis], language: str
) -> Analysis | None:
    """The imperative that a word is here; None when it is none."""
    options = analyses(tokens[place].text, language)
    found = next((each for each in options if "Imp" in each.features), None)
    if found is None and spelt[place] in _BARE:
        bare = next((each for each in options if "Inf" in each.features), None)
        found = bare._replace(features=("Imp",)) if bare else None
    if language == "nn" and tokens[-1].text != "?" and not spelt[place].endswith("r"):
        present = next((each for each in options if "Pres" in each.features), None)
        found = present._replace(features=("Imp",)) if present else found  # "legg" is both
    end = _end(place, spelt, tokens)
    if found is None or place + 1 >= end or spelt[place + 1] in _SUBJECTS - _OBJECTS:
        return None
    until = spelt[place + 1] in ("til", "før")  # "rør til sausen er tykk"
    if not until and any(_is_finite(chosen[other]) for other in range(place + 1, end)):
        return None
    lead = found.weight - options[0].weight
    after = chosen[place + 1]
    if spelt[place + 1] in _OBJECTS or (after.pos == "noun" and "Def" in after.features):
        free = spelt[place + 1] == "deg" or spelt[place] in _BARE or language == "nn"
        statement = _is_finite(chosen[place]) and not free
        return found if lead <= POSSIBLE and not statement else None
    if spelt[place + 1] in _PARTICLES and place + 2 < end and not _is_finite(chosen[place]):
        return found if lead <= PARTICLED else None
    if after.pos in ("noun", "adp", "adv", "adj", "num", "det"):
        limit = POSSIBLE if spelt[place - 1] in ("og", ",") and place else LIKELY
        return found if lead <= limit and tokens[-1].text in (".", "!", ",", "…") else None
    return None


def _end(place: int, spelt: Sequence[str], tokens: Sequence[Token]) -> int:
    """Where the clause of a word ends: at a sign, or where another clause or phrase may begin."""
    for end in range(place + 1, len(tokens)):
        if tokens[end].kind == "punct" or spelt[end] == "og" or (spelt[end] in _LINKS and end > place + 1):
            return end
    return len(tokens)


def _subjects(spelt: Sequence[str], tokens: Sequence[Token], chosen: list[Analysis], language: str) -> None:
    """ "Laget vant", "og været er godt": what opens a clause before a finite verb is a noun; "så du må" is no verb."""
    for place in range(len(tokens) - 1):
        if chosen[place].pos != "verb" or not {"Past", "Pres"} & set(chosen[place].features):
            continue
        if spelt[place] == "så" and spelt[place + 1] in _SUBJECTS and _is_finite(_at(place + 2, chosen)):
            chosen[place] = Analysis("så", "cconj")
        if place and spelt[place - 1] not in _OPENING and spelt[place - 1][:1] not in _BREAKS:
            continue
        options, after = analyses(tokens[place].text, language), analyses(tokens[place + 1].text, language)
        wanted = "Def" if "Past" in chosen[place].features else "Ind"
        noun = next((each for each in options if each.pos == "noun" and wanted in each.features), None)
        verb = next((each for each in after if _is_finite(each)), None)
        limit = IMPOSSIBLE if "Part" in chosen[place].features else LIKELY
        if noun and verb and noun.weight - options[0].weight <= limit and verb.weight - after[0].weight <= LIKELY:
            chosen[place], chosen[place + 1] = noun, verb


_OPENING: Final = frozenset({"og", "men", "at", "om", "hvis", "når", "fordi", "mens", "da", ","})


def _at(place: int, chosen: Sequence[Analysis]) -> Analysis:
    return chosen[place] if place < len(chosen) else Analysis("", "punct")


def _verbs(spelt: Sequence[str], tokens: Sequence[Token], chosen: list[Analysis], language: str) -> None:
    """In a clause without a verb, the word after its subject that may be one."""
    if not tokens or tokens[-1].kind == "word":
        return  # a heading, an item of a list: "1 dl sukker"
    for start, end in _clauses(spelt, tokens):
        if any(_is_finite(each) or "Imp" in each.features for each in chosen[start:end]):
            continue
        found = min(_missing(start, end, spelt, tokens, chosen, language), default=None)
        if found is not None:
            _, place, reading = found
            chosen[place] = reading


_OTHERS: Final = _words("at hvis når fordi mens som men dersom viss medan enn")


def _clauses(spelt: Sequence[str], tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    start = 0
    for place, token in enumerate(tokens):
        if spelt[place] in _OTHERS and place > start:
            yield start, place
            start = place
        if token.kind == "punct" and (token.text[:1] in _BREAKS or token.text == ","):
            yield start, place
            start = place + 1
    yield start, len(tokens)


def _missing(
    start: int, end: int, spelt: Sequence[str], tokens: Sequence[Token], chosen: Sequence[Analysis], language: str
) -> Iterator[tuple[int, int, Analysis]]:
    for place in range(start + 1, end):
        before = chosen[place - 1]
        subject = spelt[place - 1] in _SUBJECTS or (before.pos in ("noun", "propn") and "Gen" not in before.features)
        relative = spelt[place - 1] == "som" and not (place > 1 and chosen[place - 2].pos == "verb")
        if not (subject or relative or spelt[place - 1] in ("ikke", "ikkje")) or tokens[place].kind != "word":
            continue
        if tokens[place].text[:1].isupper():
            continue
        options = analyses(tokens[place].text, language)
        for each in options:
            if _is_finite(each) and each.weight - options[0].weight <= VERBLESS:
                yield each.weight, place, each
