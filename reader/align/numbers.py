"""Numbers, dates and names of days on both sides, brought to one value.

Norwegian writes 1 250 and 3,5 and 04.15 where English has 1,250 and 3.5 and 4:15.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

_GAPS = re.compile("[ \u00a0\u2009\u202f]")
_PARTS = re.compile(r"[.:/]")

_NORWEGIAN = """
null|zero to|2 tre|3 fire|4 fem|5 seks|6 sju|7 syv|7 åtte|8 ni|9 ti|10 elleve|11 tolv|12 tretten|13 fjorten|14 femten|15
seksten|16 sytten|17 atten|18 nitten|19 tjue|20 tyve|20 tretti|30 tredve|30 førti|40 femti|50 seksti|60 sytti|70 åtti|80
nitti|90 hundre|100 tusen|1000 million|1e6 millioner|1e6 mill|1e6 milliard|1e9 milliarder|1e9 mrd|1e9
første|1st andre|2nd annen|2nd tredje|3rd fjerde|4th femte|5th sjette|6th sjuende|7th syvende|7th åttende|8th niende|9th
tiende|10th ellevte|11th tolvte|12th halv|half halve|half halvparten|half dusin|dozen kvart|quarter halvannen|1.5
to|twice januar|jan februar|feb mars|mar april|apr mai|may juni|jun juli|jul august|aug september|sep oktober|oct
november|nov desember|dec mandag|mon tirsdag|tue onsdag|wed torsdag|thu fredag|fri lørdag|sat søndag|sun måndag|mon
tysdag|tue laurdag|sat sundag|sun
"""
_ENGLISH = """
zero|zero two|2 three|3 four|4 five|5 six|6 seven|7 eight|8 nine|9 ten|10 eleven|11 twelve|12 thirteen|13 fourteen|14
fifteen|15 sixteen|16 seventeen|17 eighteen|18 nineteen|19 twenty|20 thirty|30 forty|40 fifty|50 sixty|60 seventy|70
eighty|80 ninety|90 hundred|100 hundreds|100 thousand|1000 thousands|1000 million|1e6 millions|1e6
billion|1e9 billions|1e9
first|1st second|2nd third|3rd fourth|4th fifth|5th sixth|6th seventh|7th eighth|8th ninth|9th tenth|10th eleventh|11th
twelfth|12th half|half dozen|dozen quarter|quarter
january|jan february|feb march|mar april|apr may|may june|jun july|jul august|aug september|sep october|oct november|nov
december|dec monday|mon tuesday|tue wednesday|wed thursday|thu friday|fri saturday|sat sunday|sun
mondays|mon tuesdays|tue wednesdays|wed thursdays|thu fridays|fri saturdays|sat sundays|sun
"""
_CENTURY = re.compile(r"(\d{2})00-(?:tallet|talet|tallets|åra)")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")


KEY = "#"
"""Stands before a value among the keys of words."""


@cache
def _table(rows: str) -> dict[str, str]:
    return dict(pair.split("|") for pair in rows.split())


@lru_cache(maxsize=16_384)
def norwegian(word: str) -> str:
    """The value of a folded Norwegian word; "" when it is no number, month or weekday."""
    if word[:1].isdigit():
        if century := _CENTURY.fullmatch(word):
            return f"{int(century[1]) + 1}th"
        return _figure(_GAPS.sub("", word).replace(".", ":").replace(",", ".")) if _plain(word) else ""
    rows = _table(_NORWEGIAN)
    return rows.get(word) or rows.get(word.removesuffix("er").removesuffix("s"), "") or _composed(word)


@lru_cache(maxsize=16_384)
def english(word: str) -> str:
    """The value of a folded English word; "" when it is no number, month or weekday."""
    if word[:1].isdigit():
        if ordinal := _ORDINAL.fullmatch(word):
            return word if int(ordinal[1]) > 0 else ""
        return _figure(_GAPS.sub("", word).replace(",", "")) if _plain(word) else ""
    head, sign, last = word.partition("-")
    rows = _table(_ENGLISH)
    tens, ones = rows.get(head, ""), rows.get(last, "") if sign else ""
    return str(int(tens) + int(ones)) if tens.isdigit() and ones.isdigit() else rows.get(word, "")


def _plain(word: str) -> bool:
    return all(sign.isdigit() or sign in " \u00a0\u2009\u202f.,:/" for sign in word)


def _figure(text: str) -> str:
    """Without leading zeros, and with one sign for hours and decimals: "04:15", "4.15" → "4.15"."""
    parts = [part.lstrip("0") or "0" for part in _PARTS.split(text)]
    if len(parts) > 1 and not parts[-1].strip("0"):
        parts = parts[:-1]  # "09.00" is 9
    return ".".join(parts)


def _composed(word: str) -> str:
    """ "tjuefem" → 25; "" when it is none."""
    rows = _table(_NORWEGIAN)
    for length in (4, 5, 6):
        tens, ones = rows.get(word[:length], ""), rows.get(word[length:], "")
        if tens.isdigit() and ones.isdigit() and 20 <= int(tens) < 100 and int(ones) < 10:
            return str(int(tens) + int(ones))
    return "1" if word == "én" else ""
