"""The glossary as a value: its entries, and how they are found by their words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256

from reader.model import Entry
from reader.text.folding import folded


@dataclass(frozen=True, slots=True, eq=False)
class Glossary:
    """Entries, and the index that finds them."""

    entries: tuple[Entry, ...] = ()
    fingerprint: str = ""
    """The first 12 hexadecimal digits of the content's SHA-256: exports carry it."""
    index: dict[str, tuple[Entry, ...]] = field(default_factory=dict, repr=False)
    engines: dict[str, object] = field(default_factory=dict, repr=False)

    def lookup(self, form: str) -> tuple[Entry, ...]:
        """The entries whose lemma, listed form or inflection `form` is, the likeliest first."""
        from reader.terms.words import keys

        for key in keys(form):
            if key in self.index:
                return self.index[key]
        return ()


def merged(levels: Iterable[Iterable[Entry]]) -> tuple[Entry, ...]:
    """One entry for each lemma and word class: the higher priority wins, then the later level."""
    chosen: dict[tuple[str, str], Entry] = {}
    for level in levels:
        for entry in level:
            key = (folded(entry.lemma), entry.pos)
            if key not in chosen or entry.priority >= chosen[key].priority:
                chosen[key] = entry
    return tuple(chosen.values())


def glossary(entries: Iterable[Entry], fingerprint: str = "") -> Glossary:
    """A glossary of finished entries."""
    kept = tuple(entries)
    index: dict[str, tuple[Entry, ...]] = {}
    for entry in kept:
        for name in (entry.lemma, *entry.forms, *entry.nynorsk):
            index[folded(name)] = (*index.get(folded(name), ()), entry)
    return Glossary(kept, fingerprint or sha256(repr(kept).encode()).hexdigest()[:12], index)
