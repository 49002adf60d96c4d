"""Several glossaries as one: which entry stays when two have the same word.

Files of one folder are one glossary: an entry that stands twice is joined. Of several glossaries the later one wins,
unless an earlier entry has the higher priority; an entry that names no word class wins over all classes of its word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.model import Entry
from reader.text import folded

Key = tuple[str, str]


def key(entry: Entry) -> Key:
    """What makes two entries the same: the lemma, however it is spelled in capitals, and the word class."""
    return (entry.lemma if entry.case else folded(entry.lemma), entry.pos)


def merged(glossaries: Iterable[Sequence[Entry]]) -> tuple[Entry, ...]:
    """The entries that stay, in the order in which their words first stand."""
    kept: dict[Key, Entry] = {}
    for entries in glossaries:
        own = _joined(entries)
        by_lemma: dict[str, list[Key]] = {}
        for each in kept:
            by_lemma.setdefault(each[0], []).append(each)
        for entry in own.values():
            _placed(entry, kept, by_lemma.get(key(entry)[0], ()))
    return tuple(kept.values())


def _joined(entries: Sequence[Entry]) -> dict[Key, Entry]:
    """One glossary's entries; of two for the same word the better one, with what only the other has."""
    found: dict[Key, Entry] = {}
    for entry in entries:
        same = found.get(key(entry))
        found[key(entry)] = entry if same is None else _both(same, entry)
    return found


def _both(earlier: Entry, later: Entry) -> Entry:
    rank = (earlier.priority, earlier.highlight) > (later.priority, later.highlight)
    better, other = (earlier, later) if rank else (later, earlier)
    return replace(
        better,
        renderings=tuple(dict.fromkeys((*better.renderings, *other.renderings))),
        forms=tuple(dict.fromkeys((*better.forms, *other.forms))),
        nynorsk=better.nynorsk or other.nynorsk,
        note=better.note or other.note,
        example=better.example or other.example,
        tags=tuple(dict.fromkeys((*better.tags, *other.tags))),
        forbidden=tuple(dict.fromkeys((*better.forbidden, *other.forbidden))),
        warning=better.warning or other.warning,
    )


def _placed(entry: Entry, kept: dict[Key, Entry], rivals: Sequence[Key]) -> None:
    """Puts an entry of a later glossary in the place of those it stands for, unless one has a higher priority."""
    same = [rival for rival in rivals if rival in kept and (not entry.pos or rival[1] in (entry.pos, ""))]
    if any(kept[rival].priority > entry.priority for rival in same):
        return
    for rival in same:
        # "sunn fornuft: good sense" says nothing of word class and forms: what is known of them stays known.
        known = kept.pop(rival)
        entry = replace(
            entry,
            pos=entry.pos or known.pos,
            forms=entry.forms or known.forms,
            nynorsk=entry.nynorsk or known.nynorsk,
            case=entry.case or known.case,
        )
    kept[key(entry)] = entry
