"""Small words whose English lies in their neighbours: den, som, sin, seg, ingen, til and their like.

Each function answers with a gloss, or "" where the glossary's own will do.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from reader.terms.grammar import NOMINATIVE, Grammar, words
from reader.terms.owners import OWN, OWNERS, REFLEXIVE, SELF, Who, owner, possessive
from reader.terms.subjects import is_object, is_passive, verb_before

_PERSONAL: Final = frozenset({"he", "she", "I", "you", "we"})
_PEOPLE: Final = words(
    "alle ingen noen mange flere få de dei dem begge hver enhver en ein den man nokon nokre"
)
_NEGATIONS: Final = frozenset({"ikke", "ikkje", "aldri", "uten", "utan", "neppe"})
_AGREED: Final = frozenset({"så", "like", "samme", "same", "slik", "slike", "sånn", "nøyaktig"})


def small(at: int, grammar: Grammar, who: Who) -> str:
    """The gloss of a small word where it stands."""
    word = grammar.word(at)
    if grammar.pos(at) == "verb" or (grammar.pos(at) == "noun" and word != "like"):
        return ""  # "å si"
    if word in REFLEXIVE:
        return OWN[owner(at, grammar, who)][0]
    if word in OWNERS:
        return possessive(at, OWNERS[word], grammar)
    rule = _RULES.get(word)
    return rule(at, grammar, who) if rule else ""


def is_unsaid(at: int, grammar: Grammar) -> bool:
    """Whether English has nothing for a word: "hva som skjedde", "de fleste"."""
    word = grammar.word(at)
    if word == "som":
        return grammar.word(at - 1) in ("hva", "hvem", "kva", "kven", "hvilken", "hvilke")
    if word in ("for", "om") and grammar.word(at + 1) == "å":
        return word == "for" or _asks(at, grammar)
    return word in ("de", "dei") and grammar.word(at + 1) in ("fleste", "flest")


def _asks(at: int, grammar: Grammar) -> bool:
    """ "ba ham om å komme" is asked him to come."""
    before = verb_before(grammar, at)
    return before is not None and grammar.readings[before].lemma in ("be", "spørre", "oppfordre", "anmode", "bønnfalle")


def _article(at: int, grammar: Grammar, _: Who) -> str:
    """the, that, those; it, they, them, there."""
    word, many = grammar.word(at), grammar.word(at) in ("de", "dei")
    if grammar.is_article(at):
        plain = grammar.pos(at + 1) == "noun" and not grammar.has(at + 1, "Gen")
        return "the" if not plain else "those" if many else "that"
    if grammar.word(at + 1) == "som":
        return "those" if many else "the one" if word == "den" else "that"
    if many:
        return "them" if is_object(grammar, at) else "they"
    if word == "det" and (grammar.word(at + 1) in ("finnes", "fantes", "finst") or _exists(at, grammar)):
        return "there"
    return "it"


def _exists(at: int, grammar: Grammar) -> bool:
    """ "det er ingen hjemme", "er det noen her": that something is there."""
    forms = ("er", "var", "blir", "ble", "vart", "vert")
    after = at + 1 if grammar.word(at - 1) in forms else at + 2 if grammar.word(at + 1) in forms else 0
    after += grammar.word(after) in _NEGATIONS
    return bool(after) and grammar.word(after) in (
        "ingen", "mange", "noen", "flere", "nokon", "nokre", "inga", "ingenting", "få", "mye", "mykje", "nok", "lite",
    )  # fmt: skip


def _he(at: int, grammar: Grammar, _: Who) -> str:
    return "him" if is_object(grammar, at) else "he"


def _she(at: int, grammar: Grammar, _: Who) -> str:
    return "her" if is_object(grammar, at) else "she"


def _his(at: int, grammar: Grammar, _: Who) -> str:
    return possessive(at, "he", grammar)


def _self(at: int, grammar: Grammar, who: Who) -> str:
    return SELF[owner(at, grammar, who)]


def _som(at: int, grammar: Grammar, who: Who) -> str:
    """who, that, which before a clause; as, like before a noun phrase."""
    about = grammar.antecedent(at)
    if grammar.word(at - 1) in ("omtrent", "akkurat", "nesten", "nettopp", "like"):
        return "as"
    if about is None or not _has_clause(at, grammar) or _compares(at, grammar):
        return "like" if grammar.word(at - 1) in ("slik", "slike", "sånn") else "as"
    if grammar.pos(about.head) in ("noun", "propn"):
        person = who(about) in _PERSONAL or who(about._replace(many=False)) in _PERSONAL
    else:
        person = grammar.word(about.head) in _PEOPLE or who(about) in _PERSONAL
    if person:
        return "who"
    return "which" if grammar.pos(at - 1) == "punct" else "that"


def _has_clause(at: int, grammar: Grammar) -> bool:
    """Whether a verb follows before the phrase is over: "som moren hadde sydd", but "som lærer i mange år"."""
    for place in range(at + 1, min(at + 9, len(grammar.spelt))):
        if grammar.is_finite(place):
            return True
        if grammar.pos(place) in ("punct", "cconj", "sconj"):
            return False
    return False


def _compares(at: int, grammar: Grammar) -> bool:
    return grammar.pos(at - 1) in ("adj", "adv") and not _AGREED.isdisjoint(grammar.spelt[max(0, at - 4) : at])


def _no(at: int, grammar: Grammar, _: Who) -> str:
    return "no" if grammar.pos(at + 1) in ("noun", "adj") and not grammar.is_finite(at + 1) else "no one"


def _all(at: int, grammar: Grammar, _: Who) -> str:
    after = grammar.word(at + 1)
    follows = grammar.pos(at + 1) in ("noun", "adj", "num") or after in ("de", "dei", "disse", "våre", "dine", "mine")
    return "all" if follows and grammar.word(at + 1) != "som" else "everyone"


def _some(at: int, grammar: Grammar, _: Who) -> str:
    """some, any; someone, anything."""
    negated = any(grammar.word(place) in _NEGATIONS for place in range(max(0, at - 3), at))
    asked = "?" in grammar.spelt[at:]
    kind = "any" if negated or asked else "some"
    if grammar.pos(at + 1) == "noun" or grammar.word(at + 1) == "av" or grammar.word(at) == "nokre":
        return kind
    return kind + ("thing" if grammar.word(at) in ("noe", "noko") else "one")


def _a(at: int, grammar: Grammar, _: Who) -> str:
    phrase = grammar.nominal(at)
    return "a" if phrase and phrase.head > at else "one"


_MUCH: Final = words("mye mykje lite mange sakte fort sent seint tidlig ofte")


def _for(at: int, grammar: Grammar, _: Who) -> str:
    """ "for små" is too small."""
    plain = grammar.pos(at + 1) == "adj" and grammar.pos(at + 2) not in ("noun", "adj", "propn")
    plain = plain or grammar.word(at + 1) in _MUCH
    known = grammar.word(at + 1) in ("første", "andre", "siste", "lengst", "lenge", "alle", "seg", "eksempel", "øvrig")
    return "too" if plain and not known and grammar.word(at + 2) != "siden" else ""


def _by(at: int, grammar: Grammar, _: Who) -> str:
    """ "skrevet av en kvinne" is by a woman, and so is "Av Ingrid Lie"."""
    if not at and grammar.pos(1) == "propn":
        return "by"
    if grammar.pos(at - 1) != "verb":
        return ""
    auxiliary = verb_before(grammar, at - 1)
    done = auxiliary is not None and grammar.word(auxiliary) in _PASSIVE and is_passive(grammar, auxiliary)
    return "by" if grammar.has(at - 1, "Pass") or (grammar.has(at - 1, "Part") and (done or auxiliary is None)) else ""


_PASSIVE: Final = words("er var bli blir ble blei blitt vart vert vorte være vært vore")


def _until(at: int, grammar: Grammar, _: Who) -> str:
    """ "til den er gyllen"."""
    phrase = grammar.nominal(at + 1)
    follows = phrase is not None and grammar.is_finite(phrase.last + 1) and grammar.pos(at - 1) != "punct"
    pronoun = grammar.word(at + 1) in NOMINATIVE | {"den", "det", "de", "dei"}
    if pronoun and phrase is not None and at and grammar.is_finite(phrase.last + 1):
        return "until"
    return "until" if follows and verb_before(grammar, at) is not None else ""


def _then(at: int, grammar: Grammar, _: Who) -> str:
    """ "da kan den skille seg", "bruk da halvparten"; else when."""
    return "then" if grammar.is_finite(at + 1) or grammar.has(at - 1, "Imp") else ""


def _whether(at: int, grammar: Grammar, _: Who) -> str:
    """ "spurte om jeg var", but "fortalte om turen"."""
    phrase = grammar.nominal(at + 1)
    if phrase is None or phrase.head != phrase.last or grammar.pos(phrase.head) in ("noun", "propn", "adj"):
        return ""
    return "whether" if grammar.is_finite(phrase.last + 1) or grammar.is_finite(phrase.last + 2) else ""


def _even(at: int, grammar: Grammar, who: Who) -> str:
    """ "han selv" is himself."""
    before = grammar.nominal(at - 1) if grammar.pos(at - 1) == "pron" else None
    return SELF[who(before)] if before else ""


def _equally(at: int, grammar: Grammar, _: Who) -> str:
    return "equally" if grammar.pos(at + 1) in ("adj", "adv") else ""


def _under(at: int, grammar: Grammar, _: Who) -> str:
    """ "under 18 år"."""
    number = at + 1 < len(grammar.tokens) and grammar.tokens[at + 1].kind == "number"
    return "under" if number or grammar.pos(at + 1) == "num" else ""


def _several(at: int, grammar: Grammar, _: Who) -> str:
    """ "flere hundre", but "flere enn"."""
    plain = grammar.pos(at + 1) in ("noun", "num", "adj") and "enn" not in grammar.spelt[at : at + 5]
    return "several" if plain and grammar.word(at - 1) not in ("enda", "langt", "stadig", "mange", "ikke") else ""


def _where(at: int, grammar: Grammar, _: Who) -> str:
    return "each" if grammar.pos(at + 1) == "noun" else "where"


_RULES: Final[dict[str, Callable[[int, Grammar, Who], str]]] = {
    **dict.fromkeys(("den", "det", "de", "dei"), _article),
    **dict.fromkeys(("en", "ei", "et", "ein", "eit"), _a),
    **dict.fromkeys(("noe", "noen", "noko", "nokon", "nokre"), _some),
    **dict.fromkeys(("ingen", "inga", "intet"), _no),
    "alle": _all, "som": _som, "seg": _self, "han": _he, "ho": _she, "hans": _his, "for": _for, "av": _by,
    "til": _until, "da": _then, "om": _whether, "selv": _even, "sjølv": _even, "like": _equally, "under": _under,
    "flere": _several, "fleire": _several, "kvar": _where,
}  # fmt: skip

__all__ = ["is_unsaid", "small"]
