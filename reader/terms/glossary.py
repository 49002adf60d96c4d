"""The glossary as a value: its entries, and how they are found by their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING

from reader.model import Entry
from reader.terms.index import Compiled

if TYPE_CHECKING:
    from reader.terms.recognition import Matcher


@dataclass(frozen=True, slots=True, eq=False)
class Glossary:
    """Entries, and the index that finds them."""

    table: Sequence[Entry]
    """The entries by number; one from the cache is read when it is first asked for."""
    index: Callable[[], Compiled]
    """What finds them; read when it is first asked for, like the entries."""
    fingerprint: str
    """12 hexadecimal digits of a hash of the content: exports carry it."""
    matchers: dict[str, Matcher] = field(default_factory=dict, repr=False)
    """What has been learned about spellings, by language: a memo, no part of the value."""

    @classmethod
    def of(cls, entries: Iterable[Entry], fingerprint: str = "") -> Glossary:
        """A glossary of finished entries."""
        from reader.terms.compiled import compiled

        kept = tuple(entries)
        index = compiled(kept)
        return cls(kept, lambda: index, fingerprint or blake2b(repr(kept).encode(), digest_size=16).hexdigest()[:12])

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry."""
        return self.table if isinstance(self.table, tuple) else tuple(self.table)

    def __len__(self) -> int:
        return len(self.table)

    def lookup(self, form: str, language: str = "nb") -> tuple[Entry, ...]:
        """The entries that `form` is a form of, the likeliest first; it may have several words."""
        return self.matcher(language).lookup(form)

    def matcher(self, language: str) -> Matcher:
        """The glossary at work on a language."""
        found = self.matchers.get(language)
        if found is None:
            from reader.terms.recognition import Matcher

            found = self.matchers[language] = Matcher(self.table, self.index(), language)
        return found
