"""Just enough English: which lemmas a form may belong to, and the inflected forms of a lemma.

`keys` is generous on purpose: two words are the same when their keys meet, so it names every lemma that the
spelling allows and none that it rules out. British and American spellings fold to one. `inflect` is used when a
preferred rendering takes the place of the machine's word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from reader.text.folding import folded
from reader.text.languages import en

VOWELS = "aeiou"
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_DOUBLING = re.compile(
    r"^(?:[^aeiou]*(?:qu)?[aeiouy][bdfglmnprtvz]|.*(?:mit|fer|cur|cel|vel|tol|pel|bel|gin|get|al|ol|el))$"
)
"""Verbs that double their last consonant: one short syllable, or a stressed (or British) last one."""
_NEVER_DOUBLE = re.compile(r"(?:[aeiou]{2}[a-z]|[wxy]|[^aeiou]{2})$")
_SINGLE = """
visit open offer enter happen listen develop deliver consider remember suffer cover discover gather answer order limit
profit benefit target market budget differ
"""
"""Verbs of two syllables, unstressed at the end, that double nothing."""


class _Tables(NamedTuple):
    """The irregular forms, both ways."""

    lemmas: dict[str, frozenset[str]]
    """Form → lemmas."""
    pasts: dict[str, tuple[str, str]]
    """Verb → past, participle."""
    plurals: dict[str, str]
    degrees: dict[str, tuple[str, str]]
    """Adjective → comparative, superlative."""
    spellings: tuple[tuple[re.Pattern[str], str], ...]
    not_spellings: frozenset[str]
    unbent: frozenset[str]


_ENDINGS = (
    ("ies", ("y", "ie")), ("es", ("", "e")), ("s", ("",)), ("ied", ("y", "ie")), ("ed", ("", "e")), ("ing", ("", "e")),
    ("ying", ("ie",)), ("ier", ("y",)), ("iest", ("y",)), ("er", ("", "e")), ("est", ("", "e")), ("ves", ("f", "fe")),
)  # fmt: skip
"""Endings, and what may have stood in their place."""


def keys(word: str) -> frozenset[str]:
    """Every lemma that an English form may belong to, folded; the form itself among them."""
    return _keys(folded(word))


@lru_cache(maxsize=32_768)
def _keys(word: str) -> frozenset[str]:
    bare = re.sub(r"(?:'s|s'|')$", lambda m: "s" if m.group() == "s'" else "", word) if "'" in word else word
    bare = bare.removesuffix("n't") if bare.endswith("n't") and len(bare) > 4 else bare
    found = {word, bare, *_tables().lemmas.get(word, ()), *_tables().lemmas.get(bare, ())}
    if bare not in _tables().unbent:
        found.update(_unbent(bare))
    return frozenset(_american(key) for key in found if key)


def _unbent(form: str) -> Iterator[str]:
    """The lemmas that regular endings may have come from; a stem keeps a vowel and two letters."""
    for ending, restored in _ENDINGS:
        stem = form.removesuffix(ending)
        if stem == form:
            continue
        if ending == "s" and (form.endswith(("ss", "us", "is")) or _SIBILANT.search(stem)):
            continue
        if ending == "es" and not (_SIBILANT.search(stem) or stem[-1] in "oeaiuygcsvlrtnmdkpb"):
            continue
        yield from (stem + tail for tail in restored if len(stem + tail) > 1 and re.search("[aeiouy]", stem + tail))
        if ending in ("ed", "ing", "er", "est") and len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in VOWELS:
            yield stem[:-1]


def inflect(lemma: str, pos: str, features: tuple[str, ...] | frozenset[str]) -> str:
    """The form of an English lemma for UD features, as the Norwegian analyses name them.

    noun: Plur, Gen; verb: Past, Part (with Past or Pres), Pres (third person only with Sing), Inf; adj: Cmp, Sup.
    A lemma of several words bends its head: the first for verbs, the last for nouns ("look after", "peace talk").
    """
    wanted = frozenset(features)
    head, gap, tail = ("", "", lemma)
    match pos:
        case "verb" | "aux":
            first, gap, rest = lemma.partition(" ")
            return _verb(first, wanted) + gap + rest
        case "noun" | "propn":
            head, gap, tail = lemma.rpartition(" ")
            form = _plural(tail) if "Plur" in wanted else tail
            if "Gen" in wanted:
                form += "’" if form.endswith("s") else "’s"
            return head + gap + form
        case "adj" | "adv":
            return _degree(lemma, wanted)
        case _:
            return lemma


def _verb(lemma: str, wanted: frozenset[str]) -> str:
    past, participle = _tables().pasts.get(lemma, ("", ""))
    if "Part" in wanted and "Pres" in wanted:
        return _with(lemma, "ing")
    if "Part" in wanted or "Pass" in wanted:
        return participle or _with(lemma, "ed")
    if "Past" in wanted:
        return past or _with(lemma, "ed")
    if "Pres" in wanted and "Sing" in wanted:
        return {"be": "is", "have": "has"}.get(lemma) or _with_s(lemma)
    return lemma


def _with(stem: str, ending: str) -> str:
    """"stop" + "ing", "make" + "ed", "try" + "ed": doubling, silent e, y."""
    if ending == "ing" and stem.endswith("ie"):
        return stem[:-2] + "ying"
    if stem.endswith("e") and not ((ending == "ing" and stem.endswith(("ee", "oe", "ye"))) or stem == "be"):
        return stem[:-1] + ending
    if ending != "ing" and stem.endswith("y") and stem[-2:-1] not in VOWELS:
        return stem[:-1] + "i" + ending
    single = stem in _SINGLE.split() or _NEVER_DOUBLE.search(stem.replace("qu", "kw"))
    doubled = stem[-1:] if _DOUBLING.match(stem) and not single else ""
    return stem + doubled + ending


def _with_s(stem: str) -> str:
    if stem.endswith("y") and stem[-2:-1] not in VOWELS:
        return stem[:-1] + "ies"
    return stem + ("es" if _SIBILANT.search(stem) or stem in ("go", "do", "veto", "echo") else "s")


_NO_MEN = frozenset({"human", "german", "roman", "norman", "shaman", "talisman"})
"""Words in -man that take -s."""


def _plural(noun: str) -> str:
    plurals = _tables().plurals
    if noun in plurals:
        return plurals[noun]
    for singular in ("man", "woman", "child", "wife", "life", "person"):
        if noun.endswith(singular) and noun.lower() not in _NO_MEN:
            return noun.removesuffix(singular) + plurals[singular]
    return _with_s(noun)


def _degree(adjective: str, wanted: frozenset[str]) -> str:
    if not wanted & {"Cmp", "Sup"}:
        return adjective
    comparative, superlative = _tables().degrees.get(adjective, ("", ""))
    if comparative:
        return comparative if "Cmp" in wanted else superlative
    syllables = len(re.findall(r"[aeiouy]+", adjective.removesuffix("e")))
    if syllables > 2 or (syllables == 2 and not adjective.endswith(("y", "le", "ow", "er"))):
        return ("more " if "Cmp" in wanted else "most ") + adjective
    return _with(adjective, "er" if "Cmp" in wanted else "est")


def _american(word: str) -> str:
    """The one spelling that British and American forms share."""
    if word in _tables().not_spellings:
        return word
    for pattern, replacement in _tables().spellings:
        word = pattern.sub(replacement, word, count=1)
    return word


@cache
def _tables() -> _Tables:
    verbs = [line.split() for line in en.VERBS.strip().splitlines()]
    nouns = [line.split() for line in en.NOUNS.strip().splitlines()]
    degrees = [line.split() for line in en.ADJECTIVES.strip().splitlines()]
    lemmas: dict[str, set[str]] = {}
    for lemma, *bent in (*verbs, *nouns, *degrees):
        for form in bent:
            lemmas.setdefault(form, set()).add(lemma)
    for line in en.AUXILIARIES.strip().splitlines():
        form, lemma = line.split()
        lemmas.setdefault(form, set()).add(lemma)
    regular = {"burn", "dream", "lean", "leap", "learn", "smell", "spell", "spill", "spoil"}
    return _Tables(
        lemmas={form: frozenset(found) for form, found in lemmas.items()},
        pasts={lemma: (past, part) for lemma, past, part in verbs if lemma not in regular},
        plurals=dict(nouns),
        degrees={lemma: (more, most) for lemma, more, most in reversed(degrees)},
        spellings=tuple(
            (re.compile(british), american)
            for british, american in (line.split() for line in en.SPELLINGS.strip().splitlines())
        ),
        not_spellings=frozenset(en.NOT_SPELLINGS.split()),
        unbent=frozenset(en.UNBENT.split()),
    )
