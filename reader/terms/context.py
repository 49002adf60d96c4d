"""Which of several entries a word is, by the words beside it: cheap rules for the forms that need them.

Costs are half bits, as the readings' weights are. What they leave in doubt is told as alternatives. The neighbours
count by the letters of `wordclass.signature`, so a decision is made once for each kind of neighbourhood.
"""

from __future__ import annotations

from reader import text
from reader.model import How
from reader.terms.compiled import owned
from reader.terms.lexis import Answer, Option, Word, answer
from reader.terms.wordclass import UNKNOWN
from reader.text import Analysis

SURE = 6
"""Half bits between the first and the second that leave no doubt worth showing: one in eight."""
SETTLED, DOUBT, GUESS = 0.9, 0.72, 0.6
"""Confidence of a choice that context made, of one it left open, and of one where another word is likelier."""
_AFTER_AUXILIARY = frozenset("VAs")
_CLOSED = frozenset({"pron", "det", "adp", "sconj", "cconj", "adv", "aux", "verb", "num", "part", "intj"})

NAMED = 6
"""Half bits that a capital speaks for a name, even at the start of a sentence: "Høyre vil …"."""

_OBJECT = frozenset("JNBofrpDu")
"""Letters of what an imperative may have for an object, or for its particle."""

Claims = list[tuple[Option | None, list[tuple[int, Analysis]]]]


def decided(word: Word, left: str, right: str, modal: bool) -> Answer | None:
    """What an open word is here; None when it is one that no entry has.

    `left`, `right`: what the neighbours say; `modal`: whether a modal or "å" stands a few words before.
    """
    key = (left, right, modal)
    if key not in word.decided:
        word.decided[key] = _decide(_scored(word, left, right, modal))
    return word.decided[key]


def _decide(scored: list[tuple[int, Option | None]]) -> Answer | None:
    scored.sort(key=lambda pair: pair[0])
    best, first = scored[0]
    if first is None:
        close = [option for cost, option in scored if option is not None and cost - best < SURE]
        return answer(close, GUESS) if close else None
    rivals = [(cost, option) for cost, option in scored[1:] if cost - best < SURE]
    # An entry for just this form is named however unlikely: "visst" is mostly a form of vite, but not always.
    unlikely = [
        (cost, option) for cost, option in scored[1:] if cost - best >= SURE and option and option.how is How.EXACT
    ]
    alternatives = tuple(option for _, option in (*rivals, *unlikely) if option is not None)
    doubtful = any(option is None or not _same_word(first, option) for _, option in rivals)
    return answer((first, *alternatives), min(DOUBT if doubtful else SETTLED, first.confidence))


def _same_word(one: Option, other: Option) -> bool:
    """Two entries of one function word, or "godt" and god: which of them it is makes no other word of it."""
    same = text.folded(one.entry.lemma) == text.folded(other.entry.lemma)
    if one.how is How.EXACT and one.entry.pos == other.entry.pos and one.entry.lemma.startswith(other.entry.lemma):
        return True  # "tingretten" and tingrett
    if same or one.how is How.EXACT:
        return one.entry.pos in _CLOSED and (other.entry.pos in _CLOSED or (not same and other.entry.pos == "adj"))
    return False


def _scored(word: Word, left: str, right: str, modal: bool) -> list[tuple[int, Option | None]]:
    """(cost, entry) of each reading; None stands for words that no entry has."""
    if not word.readings:
        word.readings = _claims(word)
    return [
        (
            min(
                weight + _after(reading, left, modal) + _before(reading, right) + _between(reading, left, right)
                for weight, reading in readings
            )
            + (_auxiliary(option, right) if option else 0),
            option,
        )
        for option, readings in word.readings
    ]


def _auxiliary(option: Option, right: str) -> int:
    """An auxiliary has its verb, its subject or an adverb after it: "vil ikke lykkes", but "vil hjem"."""
    return 0 if option.entry.pos != "aux" else -1 if right in _AFTER_AUXILIARY else 1


def _claims(word: Word) -> Claims:
    """Whose each reading of the word is: its entries', and None's for what is left."""
    readings = text.analyses(word.folded)
    found: Claims = []
    free = list(readings)
    for option in word.options:
        own = owned(option.entry, word.folded, readings)
        excess = min((weight for weight, _ in own), default=0) - option.weight
        if excess > 0:
            own = [(weight - excess, reading) for weight, reading in own]
        free = [reading for reading in free if all(reading != mine for _, mine in own)]
        if word.capital and option.entry.pos == "propn":
            own = [(weight - NAMED, reading) for weight, reading in own]
        found.append((option, own or [(option.weight, Analysis(option.entry.lemma, option.entry.pos))]))
    if word.outside and free:
        found.append((None, [(reading.weight, reading) for reading in free]))
    return found


def _after(reading: Analysis, left: str, modal: bool) -> int:
    """What the word before has against a reading (negative: for it)."""
    noun, verb = reading.pos == "noun", reading.pos == "verb"
    participle = verb and "Part" in reading.features
    finite = verb and not participle and bool({"Pres", "Past"} & set(reading.features))
    infinitive, imperative = verb and "Inf" in reading.features, "Imp" in reading.features
    bare = infinitive or imperative
    match left:
        case "å":
            return -14 if infinitive else 10
        case "m":
            return -8 if infinitive else 3 if finite else 2 if imperative else 0
        case "h" | "c":
            return -5 if participle else 8 if finite else 3 if bare else 0
        case "s" | "b" | "O" if modal:
            return -6 if infinitive else 4 if finite or imperative else 2 if noun else 0  # "kan du svare"
        case "s":
            return -6 if finite else 8 if bare else 5 if noun else 0
        case "b":
            return -5 if finite else 8 if bare else 0
        case "r":
            if noun:
                return 6 if "Def" in reading.features else -4
            return 12 if verb else 6 if reading.pos == "num" else 0
        case "q":
            return 8 if bare else -3 if finite else -2 if noun else 0
        case "f":
            return 8 if bare else 0
        case "." | "" | "!":
            return 2 if infinitive else 1 if imperative else 3 if participle else 0
        case _ if modal and infinitive:
            return -4
        case "I":
            return 8 if finite or bare else -3 if noun else 0
        case "J" | "D":
            return -4 if noun else 6 if verb and not participle else 0
        case "N" | "E":
            return 4 if noun else 6 if bare else -2 if finite else 0
        case "V":
            return 6 if finite else 4 if bare else 0
        case _:
            return 4 if bare else 0


def _between(reading: Analysis, left: str, right: str) -> int:
    """What both neighbours together have against a reading.

    An adjective wants a noun after it, or a copula before; an imperative opens its sentence and has an object.
    """
    if left in (".", "", "!") and "Imp" in reading.features:
        again = 4 if left == "!" else 0
        directed = right == "I" or (right == "A" and left == "!")  # "hell i melken", "og rør godt"
        return -9 - again if right in _OBJECT else -8 - again if directed else 0  # "Bruk sunn fornuft"
    nominal = reading.pos in ("noun", "adj") and not {"Def", "Gen"} & set(reading.features)
    if left in (".", "", "!") and nominal and right in ("B", "N", "o", "f", "r", "u"):
        return 8 if right == "B" else 3 if reading.pos == "noun" else 0  # "Hell melken", "Varm ovnen"
    if "Past" in reading.features and "Part" not in reading.features and left in ("N", "E", "b", "s") and right == "o":
        return -3  # "bonden så en rev"
    if left == "h" and reading.pos == "adj" and "Part" not in reading.features and right not in ("N", "J", UNKNOWN):
        return 8  # "har ikke gift i skapet"
    if reading.pos != "adj" or right not in (".", "") or "Part" in reading.features:
        return 0
    return {"J": 8, "V": 3, "I": 8, "r": 8}.get(left, 0)


def _before(reading: Analysis, right: str) -> int:
    """What the word after has against a reading."""
    participle, number = "Part" in reading.features, reading.pos == "num"
    finite = reading.pos == "verb" and not participle and bool({"Pres", "Past"} & set(reading.features))
    match right:
        case "s":
            return -3 if finite else 1
        case "o":
            return -3 if reading.pos == "verb" else 0
        case "m":
            return -2 if reading.pos == "adj" else 0
        case "å":
            return -4 if reading.pos == "adj" and not participle else 0  # "det er lurt å vente"
        case "." | "":
            return 0
        case _ if reading.pos == "adj" and not participle and "Gen" not in reading.features:
            return -2 if right in "NBJ" else 1
        case "J":
            return 3 if reading.pos == "noun" and "Gen" not in reading.features else 0
        case "N" | "B":
            return -3 if number else 3 if reading.pos == "noun" and "Gen" not in reading.features else 0
        case _:
            return 0
