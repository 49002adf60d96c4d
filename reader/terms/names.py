"""Names that look like words, and what English calls a person: he or she."""

from __future__ import annotations

import re
from typing import Final

from reader.model import How, TermMatch
from reader.terms.glossary import Glossary
from reader.terms.grammar import MANY, Grammar, Nominal

_FIRST: Final = frozenset(
    word
    for line in ("hans bjørn stein odd jo bo dag liv tor finn siv unn ask are jon ola even bent",)
    for word in line.split()
)
"""First names that are words too: before another capital they are names."""
_PLACE: Final = re.compile(
    "(gat[ae]n?|veien|vegen|bakken|nes|nesset|vik|vika|viken|dal|dalen|stad|heim|berg|berget|torget|plassen|bygda|sund"
    "|sundet|fjord|fjorden|øy|øya|vatn|vatnet|vannet|haug|haugen|svingen|moen|lia|åsen|kollen|sletta|avisa|posten|bladet"
    "|tidende|strand|stranda|elva|foss|fossen|vollen|tunet|gården|hamn|havn)$"
)
"""What places, streets and newspapers end in."""
_WOMEN: Final = frozenset(
    word
    for line in (
        "anne anna kari ingrid marit liv berit astrid eva inger solveig randi bjørg hilde nina gerd kristin marianne",
        "wenche tone elisabeth ida emma nora sofie maria sara julie hanne heidi silje camilla monica trine mette",
        "karin lene eldbjørg ragnhild sigrid gunn bente turid maja thea ella ingeborg unni grete siri line hanna",
    )
    for word in line.split()
)
_FEMALE: Final = re.compile(
    "(kvinn[ea]|jent[ea]|mor|søster|kone|dame|datter|dronning|tante|bestemor|mamma|venninne|prinsesse|enke|frue|inne"
    "|syster|dotter|niese|jordmor|gudmor|husmor)$"
)
_PERSON: Final = re.compile(
    "(mann|gutt|bror|far|sønn|konge|onkel|bestefar|pappa|person|menneske|barn|venn|nabo|elev|student|lege|prest|gjest|sjef"
    "|leder|lærer|lærar|minister|soldat|politimann|ist|ør|ent|ant|lege|dommer|bonde|forfatter|kunde|unge|kar|folk|ektefelle"
    "|kollega|deltaker|velger|spiller|arbeider|innbygger|søker|beboer|ansatt|fange|turist|bruker|forelder|foreldre"
    "|politiker|ordfører|kamerat|baby|gubbe|konge|prins|helt|tyv|leiar|vert|fyr|type)$"
)
_NO_PERSON: Final = re.compile("(ment|kontor|motor|ferist|rist|kvist|tvist|gnist|frist|dør|rør|snør|klienter)$")


_CALLED: Final = {
    "jeg": "I", "eg": "I", "du": "you", "dere": "you", "dykk": "you", "vi": "we", "me": "we", "han": "he", "ham": "he",
    "hun": "she", "ho": "she", "henne": "she", "man": "one", "hver": "he", "enhver": "he", "ingen": "they",
    "hvem": "he", "kven": "he", "de": "they", "dei": "they",
}  # fmt: skip


def is_name(place: int, owner: TermMatch | None, grammar: Grammar) -> bool:
    """Whether a capital at the start of a line makes a name of what could be words: "Hans Lie", "Sjøgata 4"."""
    written = grammar.tokens[place].text
    if not written[:1].isupper() or written.isupper() or not written.isalpha():
        return False
    following = grammar.tokens[place + 1] if place + 1 < len(grammar.tokens) else None
    capital = following is not None and following.kind == "word" and following.text[:1].isupper()
    if grammar.word(place) in _FIRST and capital and following is not None and not following.text[1:].isupper():
        return True
    if owner is None or owner.how is not How.COMPOUND:
        return False
    enclosed = place > 0 and grammar.tokens[place - 1].text == "("
    if not _PLACE.search(grammar.word(place)) and not enclosed:
        return False
    return enclosed or not grammar.is_finite(place + 1)


def called(found: Nominal, grammar: Grammar, glossary: Glossary, language: str) -> str:
    """I, you, we, he, she, it or they: what English calls a noun phrase."""
    word = grammar.word(found.head)
    fixed = _CALLED.get(word)
    if fixed or found.many or word in MANY:
        return fixed or "they"
    if grammar.pos(found.head) == "propn":
        return _of_name(found, grammar, glossary, language)
    lemma = grammar.readings[found.head].lemma
    if _FEMALE.search(lemma):
        return "she"
    if _PERSON.search(lemma) and not _NO_PERSON.search(lemma):
        return "he"
    tagged = any("people" in entry.tags for entry in glossary.lookup(lemma, language) if entry.pos == "noun")
    return "he" if tagged else "it"


def _of_name(found: Nominal, grammar: Grammar, glossary: Glossary, language: str) -> str:
    """A place or an institution is in the glossary; other names are people's."""
    first = grammar.word(found.head)
    if first in _WOMEN:
        return "she"
    single = found.head == found.last
    return "it" if single and (first.isupper() or glossary.lookup(grammar.tokens[found.head].text, language)) else "he"
