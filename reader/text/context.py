"""Choosing among the readings of each word by its neighbours: cheap rules, from left to right, no training.

The costs are half bits, the unit of the readings' own weights, set by hand after the grammar (Faarlund, Lie &
Vannebo 1997): after "å" an infinitive, after a determiner or an adjective a noun, after a subject pronoun a finite
verb, after "har" a participle; a capital in mid-sentence makes a name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.text.analysis import Analysis, analyses
from reader.text.folding import folded
from reader.text.languages import readings_of
from reader.text.mending import mended
from reader.text.names import name_stem
from reader.text.tokenizer import Token

SURE = 24
"""A gap no context should bridge."""
_ARTICLE_WORDS = """
en ei et ein eit min mitt mine din ditt dine sin sitt sine vår vårt våre hver hvert noen ingen
"""
_ARTICLES = frozenset(_ARTICLE_WORDS.split())
_DEFINITE = frozenset({"den", "det", "de", "denne", "dette", "disse", "dei", "desse"})
_SUBJECTS = frozenset({"jeg", "du", "han", "hun", "vi", "man", "eg", "ho", "dei", "me", "som"})
_WANTS = {
    **dict.fromkeys(("skulle", "ville", "kunne", "måtte", "burde", "få", "la", "vilje"), "Inf"),
    "ha": "Part",
    **dict.fromkeys(("være", "bli", "vere", "verte"), "State"),
}
"""The verb form that a finite verb leads one to expect."""
_BECOMING = frozenset({"bli", "verte", "blir", "ble", "blei", "blitt", "vart", "vert"})
"""What a participle follows more often than a definite noun: "blir slettet"."""
_ASKING = frozenset({"hva", "hvem", "hvor", "hvordan", "hvorfor", "kva", "kven", "kvar", "korleis", "kvifor"})
_OPENERS = frozenset(".:?!…–—-«“\"(;")
_LINKERS = frozenset({"cconj", "sconj"})


@dataclass(slots=True)
class _State:
    """What the words so far lead one to expect."""

    before: Analysis | None = None
    word: str = ""
    """The folded word before."""
    prior: str = ""
    """The word class of the word before that."""
    start: bool = True
    """At the start of a sentence or a turn."""
    clause: bool = True
    """At the start of a clause."""
    finite: bool = False
    """The clause has its finite verb."""
    wants: str = ""
    """"Inf" after a modal, "Part" after ha: "State" after være and bli: until a verb comes."""


def lemmas_in(tokens: Sequence[Token], language: str = "nb") -> tuple[Analysis, ...]:
    """One reading for each token, in order; signs stand for themselves with pos `punct`."""
    state, chosen = _State(), []
    for index, token in enumerate(tokens):
        if token.kind in ("punct", "symbol"):
            chosen.append(Analysis(token.text, "punct"))
            _stop(state, token.text)
            continue
        if token.kind == "number":
            best = Analysis(token.text, "num")
        else:
            after = tokens[index + 1] if index + 1 < len(tokens) else None
            best = _choose(token.text, after, state, language)
        chosen.append(best)
        _advance(state, best, folded(token.text))
    return mended(tokens, chosen, language)


def _choose(text: str, after: Token | None, state: _State, language: str) -> Analysis:
    pair = readings_of(language).pairs.get((state.word, folded(text)))
    if pair is not None:
        return Analysis(*pair)
    options = analyses(text, language)
    capital = text[:1].isupper()
    if capital and (not state.start or _name_follows(text, after, options)) and not (text.isupper() and len(text) > 4):
        return _as_name(text, options, state, language)
    if state.start and capital and options[0].pos == "propn":
        options = tuple(option._replace(weight=option.weight + 5) for option in options[:1]) + options[1:]
    if len(options) == 1 or options[1].weight - options[0].weight >= SURE:
        return options[0]
    return min(options, key=lambda option: option.weight + _cost(option, after, state, language))


def _name_follows(text: str, after: Token | None, options: tuple[Analysis, ...]) -> bool:
    """At the start of a sentence: "Finn Eilertsen", "Stein Winge", but not "Den Norske"."""
    return (
        after is not None
        and after.kind == "word"
        and after.text[:1].isupper()
        and not after.text.isupper()
        and not text.isupper()
        and options[0].pos in ("noun", "verb", "adj")
        and analyses(after.text)[0].pos == "propn"
        and len(text) <= 8  # first names are short: "Statsminister Jens" is no name
        and "Def" not in options[0].features
    )


def _as_name(text: str, options: tuple[Analysis, ...], state: _State, language: str) -> Analysis:
    """The word as a name: its genitive comes off, nothing else."""
    if "-" in text and options[0].pos != "propn":
        return options[0]
    if options[0].pos in ("pron", "det", "adp", "part", "cconj", "sconj") and not _part_of_name(state):
        return options[0]
    if options[0].pos == "propn":
        return options[0]
    if any("Gen" in option.features for option in options):
        stem, genitive = name_stem(text, readings_of(language))
        return Analysis(stem, "propn", ("Gen",) if genitive else ())
    return Analysis(text, "propn")


def _part_of_name(state: _State) -> bool:
    return state.before is not None and state.before.pos == "propn"


def _cost(option: Analysis, after: Token | None, state: _State, language: str) -> int:
    """What the context has against a reading (negative: for it)."""
    finite = _is_finite(option)
    cost = _after_word(option, state, finite=finite)
    if "Imp" in option.features:
        cost += 2 if state.start else 8
    if finite:
        cost += 6 if state.finite and not state.clause else -1
    if state.start and "Past" in option.features and after is not None and folded(after.text) not in _SUBJECTS:
        cost += 4  # "Laget vant": what opens a statement is seldom a verb
    if option.pos == "verb" and "Inf" in option.features:
        cost += -8 if state.wants == "Inf" else 4
    if option.pos == "verb" and "Part" in option.features:
        cost += {"Part": -6, "State": -8 if _becomes(state) else -2}.get(state.wants, 1)
    if after is not None:
        cost += _before_word(option, after, language, finite=finite)
    return cost


def _becomes(state: _State) -> bool:
    """Whether a form of bli stands right before, or one word before."""
    return state.word in _BECOMING or (state.prior == "verb" and state.word in ("ikke", "ikkje", "også", "aldri"))


def _is_finite(option: Analysis) -> bool:
    """A verb in the present or the past."""
    return option.pos == "verb" and not {"Pres", "Past"}.isdisjoint(option.features) and "Part" not in option.features


def _after_word(option: Analysis, state: _State, *, finite: bool) -> int:
    """The word before and the reading: determiner + noun, subject + verb, preposition + noun."""
    before, word = state.before, state.word
    if before is None:
        return 0
    if word == "å":
        return -16 if "Inf" in option.features else 10
    nominal = option.pos in ("noun", "adj", "propn", "num")
    if word in _ARTICLES:
        definite = option.pos == "noun" and "Def" in option.features
        return 10 if option.pos == "verb" else 4 if definite else -2 if nominal else 0
    if word in ("de", "dei") and (finite or {"Ind", "Sing"} <= set(option.features)):
        return -5 if finite else 4
    if word in _DEFINITE:
        return 4 if "Inf" in option.features or "Imp" in option.features else -1 if option.pos == "adj" else 0
    if word == "som" and state.prior == "verb":
        return 4 if finite else 0  # "arbeidet som lærer"
    if word in _SUBJECTS:
        return -6 if finite else 4 if option.pos == "noun" else 0
    match before.pos:
        case "adp":
            if option.pos == "verb" and "Part" in option.features:
                return 10  # "i regnet"
            return 8 if finite or "Imp" in option.features else 0
        case "adj":
            return -3 if option.pos == "noun" else 4 if finite else 0
        case "noun" | "propn":
            both = option.pos == "noun" and "Gen" not in before.features
            return 5 if both else -2 if finite and not state.finite else 0
        case _:
            return 0


def _before_word(option: Analysis, after: Token, language: str, *, finite: bool) -> int:
    """The reading and the word after it."""
    following = folded(after.text)
    if following in _SUBJECTS and following != "som":
        return -4 if finite else 2
    if option.pos == "verb" and following in ("en", "et", "ei", "seg", "meg", "deg", "ikke"):
        return -3
    next_pos = analyses(after.text, language)[0].pos if after.kind == "word" else "punct"
    if option.pos in ("det", "pron"):
        return -3 if (option.pos == "det") == (next_pos in ("noun", "adj", "num")) else 0
    if option.pos == "adj":
        return -3 if next_pos in ("noun", "adj") else 1
    if option.features[-1:] == ("Gen",):
        return -2 if next_pos in ("noun", "adj") else 6
    if option.pos == "noun" and next_pos == "noun":
        return 3
    return 0


def _advance(state: _State, best: Analysis, word: str) -> None:
    """What the chosen reading leads one to expect."""
    verb = best.pos == "verb"
    if verb and (state.wants in best.features or "Part" in best.features):
        state.wants = ""
    if _is_finite(best):
        state.finite = True
        state.wants = _WANTS.get(best.lemma, "")
    state.prior = state.before.pos if state.before is not None else ""
    if best.pos in _LINKERS or word in ("som", "at") or (word in _ASKING and not state.start):
        state.finite = False
        state.clause = True
    else:
        state.clause = False
    state.before, state.word, state.start = best, word, False


def _stop(state: _State, sign: str) -> None:
    """A sign between words: a comma opens a clause, a stop or a quote a sentence."""
    state.before, state.word, state.prior, state.clause = None, "", "", True
    if sign[:1] in _OPENERS:
        state.start = True
        state.finite = False
        state.wants = ""
