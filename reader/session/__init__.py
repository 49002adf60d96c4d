"""A text being read, as a frozen value: where the cursor is, what is shown, and every action as a transition."""

from __future__ import annotations

from reader.session.book import Book, Heading
from reader.session.lists import Familiarity, Lists, Occurrences, packed
from reader.session.place import Cursor, History, Place
from reader.session.reveal import Cover, Reveal
from reader.session.searching import Hit, Manner, Search, SearchError
from reader.session.value import Session

__all__ = [
    "Book", "Cover", "Cursor", "Familiarity", "Heading", "History", "Hit", "Lists", "Manner", "Occurrences",
    "Place", "Reveal", "Search", "SearchError", "Session",
    "packed",
]  # fmt: skip
