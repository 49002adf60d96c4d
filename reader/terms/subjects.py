"""Subjects and objects: which noun phrase a verb belongs to, and which verb a pronoun.

Norwegian has its finite verb second, so a subject stands right before it, or right after it when something else opens
the clause; in "at hun ikke kommer" adverbs come between.
"""

from __future__ import annotations

from typing import Final

from reader.terms.grammar import ADVERBS, LINKS, MANY, NOMINATIVE, TIMES, Grammar, Nominal, words


def subject(grammar: Grammar, verb: int) -> Nominal | None:
    """The subject of a finite verb."""
    if verb not in grammar.subjects:
        grammar.subjects[verb] = None  # a verb that asks for its own
        grammar.subjects[verb] = _subject(grammar, verb)
    return grammar.subjects[verb]


def _subject(grammar: Grammar, verb: int) -> Nominal | None:
    start = verb
    while start and not _stops(grammar, start - 1):
        start -= 1
    stop = grammar.word(start - 1)
    if grammar.is_finite(start - 1):
        joint = next((at for at in range(verb - 1, start - 1, -1) if grammar.word(at) in ("og", "men", "eller")), None)
        start = start if joint is None else joint + 1
        stop = stop if joint is None else "og"
    near = verb - 1
    while near > start and grammar.word(near) in ADVERBS:
        near -= 1
    close = grammar.word(near) in ("det", "dette", "den", "de", "dei") and grammar.pos(near - 1) == "noun"
    if near >= start and (close or grammar.word(near) in NOMINATIVE):
        return Nominal(near, near, grammar.word(near) in MANY)  # "kaffen jeg har smakt"
    left = _within(grammar, start, verb)
    after = verb + 1
    while grammar.word(after) in ADVERBS:
        after += 1
    right = grammar.nominal(after)
    pronoun = right is not None and right.head == right.last and grammar.word(right.head) in NOMINATIVE | {"de", "dei"}
    if pronoun and (left is None or not (grammar.word(left.head) in NOMINATIVE or stop in LINKS - {"om"})):
        return right
    if left is None and right is not None and grammar.word(right.head) in ("det", "den", "dette", "noen"):
        return right
    if left is not None and not (right and grammar.readings[left.head].lemma in TIMES):
        return left
    if stop == "som" and left is None:
        return grammar.antecedent(start - 1)
    if left is None and stop == "og" and grammar.pos(verb - 1) == "cconj":
        return _carried(grammar, start)
    if left is None and start == verb and stop == "," and (relative := _relative(grammar, start - 1)) is not None:
        return relative
    if left is None and stop == "," and start == verb and _joins(grammar, start - 1, verb):
        return _carried(grammar, start) or right
    return right or _carried(grammar, start)


def _joins(grammar: Grammar, comma: int, verb: int) -> bool:
    """Whether a comma only adds a verb: "trakk hetta ned, tok kofferten", but "Da døra gikk opp, reiste mannen"."""
    if grammar.readings[verb].lemma in _SAYING:
        return False
    start = comma
    while start and grammar.tokens[start - 1].kind in ("word", "number"):
        start -= 1
    opener = grammar.word(start)
    leads = opener in ("da", "før", "etter", "så") and not grammar.is_finite(start + 1)
    return opener not in LINKS and not leads


_GOVERNING: Final = words("på med av mot for hos")
_SAYING: Final = words("si seie skrive spørre spørje tro tru mene meine svare fortelle opplyse hevde rope")


def _stops(grammar: Grammar, at: int) -> bool:
    """Whether the clause of a word reaches no further left."""
    if grammar.tokens[at].kind != "word":
        return grammar.pos(at) == "punct" and grammar.tokens[at].text not in "-’'«»\"“”"
    linked = grammar.word(at) in LINKS or (grammar.pos(at) == "sconj" and grammar.word(at) != "til")
    return linked or grammar.is_finite(at)


def _within(grammar: Grammar, start: int, end: int) -> Nominal | None:
    """The first noun phrase of a stretch that no preposition governs."""
    at = start
    while at < end:
        if grammar.pos(at) == "adp":
            governed = grammar.nominal(at + 1)
            if grammar.word(at) == "for" and at == start and at and grammar.pos(at - 1) == "punct":
                at += 1  # "for boller liker ikke …"
                continue
            if governed and grammar.word(at) in ("til", "før") and at > start and governed.last + 1 == end:
                return governed  # "rør til sausen er tykk"
            at = governed.last + 1 if governed else at + 1
            continue
        found = grammar.nominal(at)
        if found is not None and found.last < end:
            other = grammar.nominal(found.last + 2) if grammar.word(found.last + 1) == "og" else None
            return Nominal(found.head, other.last, many=True) if other and other.last < end else found
        at += 1
    return None


def _relative(grammar: Grammar, comma: int) -> Nominal | None:
    """The noun of a relative clause that a comma closes: "Bilen som kjørte av veien, var …"."""
    for at in range(comma - 1, 0, -1):
        if grammar.word(at) == "som" and grammar.pos(at - 1) != "punct":
            start = at - 1
            while start and grammar.pos(start - 1) != "punct" and not grammar.is_finite(start - 1):
                start -= 1
            return _within(grammar, start, at) or grammar.antecedent(at)
        if grammar.pos(at) == "punct" and grammar.tokens[at].text != ",":
            return None
    return None


def _carried(grammar: Grammar, start: int) -> Nominal | None:
    """The subject of the verb before: "Han tok hatten og gikk"."""
    for at in range(start - 1, -1, -1):
        if grammar.is_finite(at):
            return subject(grammar, at)
    return None


def verb_before(grammar: Grammar, place: int) -> int | None:
    """The nearest verb to the left in the same clause."""
    for at in range(place - 1, -1, -1):
        if grammar.pos(at) == "verb":
            return at
        if grammar.pos(at) == "punct" and grammar.tokens[at].text not in "-":
            return None
    return None


def is_object(grammar: Grammar, place: int) -> bool:
    """Whether a pronoun is governed by a verb or a preposition rather than a subject."""
    after = place + 1
    while grammar.word(after) in ADVERBS:
        after += 1
    if grammar.pos(place - 1) == "adp" and place and not (grammar.word(place - 1) == "om" and grammar.is_finite(after)):
        return not grammar.is_finite(place + 1) or grammar.word(place - 1) in _GOVERNING
    verb = verb_before(grammar, place)
    if verb is None or (grammar.is_finite(place + 1) and grammar.word(place + 1) != "som"):
        return False
    if any(grammar.pos(at) in ("cconj", "sconj") or grammar.word(at) in LINKS for at in range(verb + 1, place)):
        return False
    if not grammar.is_finite(verb):
        return True
    found = subject(grammar, verb)
    return found is not None and not found.head <= place <= found.last


def is_passive(grammar: Grammar, verb: int) -> bool:
    """Whether a form of bli or være has a participle after it: "ble ikke funnet"."""
    for at in range(verb + 1, min(verb + 6, len(grammar.spelt))):
        if grammar.pos(at) == "verb":
            return grammar.has(at, "Part")
        if grammar.pos(at) in ("punct", "adp", "cconj", "sconj"):
            return False
    return False


def has_infinitive(grammar: Grammar, modal: int) -> bool:
    """Whether a modal has its verb: "kan du klage", but "kan fransk"."""
    for at in range(modal + 1, min(modal + 9, len(grammar.spelt))):
        if grammar.pos(at) == "punct" and grammar.tokens[at].text in ".;:?!":
            return False
        if grammar.pos(at) == "verb":
            return grammar.has(at, "Inf") or grammar.has(at, "Part") or grammar.has(at, "Pass")
    return False


__all__ = ["has_infinitive", "is_object", "is_passive", "subject", "verb_before"]
