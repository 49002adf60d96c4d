"""What a paragraph is to its reader: title, heading, dateline, turn of speech, item or running text."""

from __future__ import annotations

import re

from reader.model import Kind
from reader.text.lines import DASH, MARKDOWN, is_item, is_title_like

_MONTH = r"(?:jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|o[kc]t|nov|de[sc])[a-z]*\.?"
_DATE = (
    rf"(?:\d{{4}}-\d{{2}}(?:-\d{{2}})?|\d{{1,2}}[./]\s?\d{{1,2}}[./]\s?\d{{2,4}}|\d{{1,2}}\.?\s{_MONTH}(?:\s\d{{4}})?)"
    r"(?:,?\s(?:kl\.?\s?)?\d{1,2}[.:]\d{2})?"
)
_KEY = r"(?i:date|dato|publisert|oppdatert|sist oppdatert|sist endret|published|updated)"
_DAY = r"(?:(?:man|tirs|ty[rs]s?|ons|tors|fre|lør|laur|søn|sun)dag|\w{3,6}day)"
_CAPITAL, _CAPITALS = r"[^\W\d_a-zæøå]", r"[^\W\d_a-zæøå ./-]"
_AGENCY = r"\([A-ZÆØÅ][\w. /-]{1,25}\)"
_CUT = re.compile(
    rf"\s*(?:{_KEY}\s*:?\s*{_DATE}|\d{{4}}-\d{{2}}(?:-\d{{2}})?)[.:,]?\s+(?=(?:[–—-]\s|[«“\"])|{_CAPITAL})"
    rf"|\s*{_CAPITAL}[^\W\d_a-zæøå]{{2,}}(?:[ ./-]{_CAPITALS}+)*(?:,\s[\w. ]{{3,20}})?\s?{_AGENCY}\s?[:–—.]?\s+(?=\S)"
)
"""Metadata that shares a line with the text proper: " date 2025-02 – Vi ble", "OSLO (NTB): Regjeringen"."""
_DATELINE = re.compile(
    rf"(?:{_KEY}\b.{{0,60}}|(?:{_DAY}\s)?{_DATE}|(?:{_CAPITALS}|[ ./-]){{3,30}}\s{_AGENCY}:?"
    r"|(?:[Aa]v|[Bb]y|[Tt]ekst|[Ff]oto|[Tt]ekst og foto|[Jj]ournalist)(?::\s?|\s)"
    rf"(?:{_CAPITAL}[\w.'’-]*[ ,]*(?:og |and )?){{1,6}})$"
)
"""A line that is nothing but metadata: a date, an agency, a by-line."""
_DATELINE_LENGTH = 90
_SPEECH_VERB = r"(?:sier|sa|seier|spør|spurte|svarer|svarte|mener|skriver|ropte|forteller|fortalte|said|says|asked)"
_QUOTED = re.compile(rf"(?:[«“„\"][^»”]+(?:[»”\"]?$|[»”\"],?\s{_SPEECH_VERB}\b))")


def metadata_end(paragraph: str) -> int:
    """Where the metadata before the text proper ends, in characters from the start; 0 when there is none."""
    match = _CUT.match(paragraph)
    return match.end() if match else 0


def kind_of(paragraph: str, *, first: bool, only: bool = False, early: bool = False) -> Kind:
    """The kind of one paragraph (surrounding white space is ignored).

    `first`: no running text stands before it. `only`: it is the whole text. `early`: among the first few,
    where by-lines stand.
    """
    line = " ".join(paragraph.split())
    if MARKDOWN.match(line):
        return Kind.TITLE if first else Kind.HEADING
    if len(line) <= _DATELINE_LENGTH and (_CUT.fullmatch(f"{line} ", 0) or (early and _DATELINE.match(line))):
        return Kind.DATELINE
    short = is_title_like(line) and not only
    if is_item(line):
        return Kind.HEADING if short and line[0].isdigit() and first else Kind.ITEM
    if DASH.match(line):
        return _dashed(line, short=short)
    if short:
        return Kind.TITLE if first else Kind.HEADING
    return Kind.DIALOGUE if _QUOTED.match(line) else Kind.BODY


def _dashed(line: str, *, short: bool) -> Kind:
    """"– Ønsker å stoppe millioner av dødsfall" is a heading, "– Ja, sier han." a turn, "- melk" an item."""
    said = line.lstrip("–—―- ")
    if line[0] == "-" and said[:1].islower():
        return Kind.ITEM
    return Kind.HEADING if short and not re.search(rf",\s{_SPEECH_VERB}\b", line) else Kind.DIALOGUE
