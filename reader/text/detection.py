"""Which language a text is in, by its function words and letters.

Norwegian, Danish and Swedish share most words, so a word counts by how few of the five languages have it: "ikke"
says Bokmål or Danish, "ble" only Bokmål. A text that gives too little to go by gets "", not a guess.
"""

from __future__ import annotations

import re
from functools import cache

from reader.text.folding import folded
from reader.text.lexicon import entries

_SAMPLE = 4_000
"""Characters looked at: a book is judged by its beginning."""
_WORD = re.compile(r"[^\W\d_]+")

_WORDS = {
    "nb": """
        i og er det å på som til en av for ikke med har jeg at de du om den så vi fra var kan et men han seg dette
        noe skal noen ble vil bare også ut da nå hva etter eller meg være blir hadde alle når her må ha deg få man
        mer opp andre gjør over litt ved vært bli får inn denne enn år gjøre hun mye der hvor se igjen kommer mot
        selv hvis ta to før fikk alt flere helt ser min oss går vel hvordan jo uten ingen mange dere kunne siden sin
        tror folk nok si sier dag første god godt hele kanskje dem din gang skulle slik bra kom samme sammen under
        vet annet bedre disse gå aldri ja tar blitt mellom ville sett tid veldig nye hvorfor rundt trenger fordi gi
        gikk hans nei ned store mener sine bør gir gjennom mest alltid tilbake blant både finnes stor fått hver eget
        egen blitt sitt mitt hennes deres måtte sa kvinne kvinner""",
    "nn": """
        i og er det å på som til ein av for ikkje med har eg at dei du om den så vi frå var kan eit men han seg
        dette noko skal nokon vart vil berre også ut då no kva etter eller meg vere blir hadde alle når her må ha
        deg få meir opp andre gjer over litt ved vore bli får inn denne enn år gjere ho mykje der kor sjå igjen kjem
        mot sjølv viss ta to før fekk alt fleire heilt ser min oss går vel korleis jo utan ingen mange dykk kunne
        sidan sin trur folk nok si seier dag første god godt heile kanskje din gong skulle slik bra kom same saman
        under veit anna betre desse gå aldri ja tek blitt mellom ville sett tid veldig nye kvifor rundt fordi gi
        gjekk hans nei ned store ting meiner sine bør gir gjennom mest alltid tilbake blant både stor fått kvar eige
        eigen vert sitt mitt hennar deira måtte sa ei medan korkje difor nokre blei vera kvinner òg me heim vatn
        arbeidet einaste kven""",
    "da": """
        i og er det af at en til på jeg har for ikke med den der de du kan som så et var vi om han fra men skal ved
        vil også være hvor nu man hvis sig efter mig eller her hvad ud alle godt meget noget da dig kunne lige min
        når op blev bliver havde mere over hun se år bare få have dem to lidt selv din mange vores får kun deres
        helt end jo kommer må dag denne dette hans ind flere gør ja nok andre mod alt været blive god går igen os
        fik hele sammen gang ville hvordan nye nogle skulle tid ham under første sin gøre måske ingen siger sådan
        altid anden kom uden ser andet fordi gerne nogen samme store tak blevet før mellem tilbage tror dog sidste
        arbejde brug dit finde tage gå hvorfor mit bedre hos lille stor bedste tre giver mest stadig folk ny aldrig
        ned både børn boede sagde engang hver hendes burde kvinder ej jeres""",
    "sv": """
        är det att och i jag på en inte som för med har av om du så till den de ett kan vi men man var ska när nu
        vad från här mig bara eller han då hur kommer alla vill sig vara där får bra finns ha skulle ut min dig hade
        ju lite mycket upp in gör få blir mer än år efter göra över detta ni ta också allt hon måste se går även
        under någon vet andra något tror bli ja mot kanske ser vid ingen två varför många dem din hela sen sin helt
        utan gå väl fick oss säger aldrig varit mitt blev rätt dom sedan själv behöver några åt första nog tar
        tycker alltid bättre denna igen tack just idag nej folk inget kom säga innan ner barn mina samma borde dag
        verkligen nya sätt vilket annat tid genom hans gång bort mellan varje vår dessa hem sina gick sitt väldigt
        ändå eller kvinnor""",
    "en": """
        the to and of a in i is for that you it on with this was be as are have at he not by but from my or we an
        your all so his they me if one can will just like about up out what has when more do no were who had their
        there her which time get been would she new people how some also them now other its our than good only after
        first him into know see two make over think any then could back these us want because go well said way most
        much very where even should may here need really did right work year being too going before off why made
        still take got many never those life say world down great through last while best such""",
}
"""The commonest words of each language."""
_CUES = {
    "nb": r"\w+(?:sjon|lig|het)(?:en|er|e|t)?|\w*øy\w*|\w+ene",
    "nn": r"\w+(?:leg|heit|sjon)(?:e|a|er|ar|ane)?|\w+ane|\w*(?:kj|gj)[aeø]\w*|\w*ei[nt]\w*",
    "da": r"\w+(?:tion|lig|hed)(?:en|er|e|t)?|\w*[æø]j\w*|\w+erne|\w+ede",
    "sv": r"\w*[äö]\w*|\w*ck\w*|\w+orna|\w+arna",
    "en": r"\w*th\w*|\w+ing|\w+tion|\w*w\w*|\w*ea\w*",
}
"""Spellings that lean towards one language, for the words that are in no list; each counts a little."""
_SWEDISH, _NORSE = re.compile("[äö]"), re.compile("[æø]")
_BY_HOLDERS = (0.0, 4.0, 1.8, 0.8, 0.3, 0.1)
"""What a word is worth by how many languages have it."""
_CUE = 0.6
_IN_DICTIONARY = 0.7
"""What a word that is in none of the lists says about Bokmål, by being in its dictionary or not."""
_LEAST, _LEAD = 2.4, 1.25


def detect(text: str) -> str:
    """"nb", "nn", "da", "sv", "en", or "" when the text is too short or of none of these."""
    written = [match.group() for match in _WORD.finditer(text[:_SAMPLE])]
    found = [folded(word) for word in written]
    scores = dict.fromkeys(_WORDS, 0.0)
    known = 0
    for word, as_written in zip(found, written, strict=True):
        holders = _holders(word)
        known += bool(holders)
        for language in holders:
            scores[language] += _BY_HOLDERS[len(holders)]
        if not holders and len(word) > 3 and as_written.islower():  # shorter words are names and noise
            for language, pattern in _patterns().items():
                scores[language] += _CUE * bool(pattern.fullmatch(word))
            scores["nb"] += _IN_DICTIONARY if entries(word) else -_IN_DICTIONARY
        if _SWEDISH.search(word):
            scores = {language: score - 2 * (language != "sv") for language, score in scores.items()}
        elif _NORSE.search(word):
            scores = {language: score - 2 * (language in ("sv", "en")) for language, score in scores.items()}
    (best, score), (_, second) = sorted(scores.items(), key=lambda item: -item[1])[:2]
    sure = score >= _LEAST and score >= _LEAD * second and score - second >= 1
    return best if sure and known >= 0.2 * len(found) else ""


@cache
def _holders(word: str) -> tuple[str, ...]:
    """The languages that have a word among their commonest."""
    return tuple(language for language, words in _sets().items() if word in words)


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in _WORDS.items()}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {language: re.compile(pattern) for language, pattern in _CUES.items()}
