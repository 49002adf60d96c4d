"""The entry panel's lines, without a screen."""

from __future__ import annotations

from array import array
from dataclasses import replace

import pytest

from reader.session import Occurrences, Place, Session, packed
from reader.tui.panel import entry_text
from tests import sample


@pytest.mark.parametrize(
    ("paragraphs", "said"),
    [
        ((1, 1, 1, 5, 5), "5 places here: §2 ×3, §6 ×2"),
        ((1, 5), "2 places here: §2, §6"),
        (tuple(range(10)), "10 places here: §1, §2, §3, §4, §5, §6, §7, §8 …"),
    ],
)
def test_places_are_counted_by_paragraph(paragraphs: tuple[int, ...], said: str) -> None:
    session = Session(sample.book()).arrived(dict(sample.opened().blocks())).moved_by_term(1)
    assert session.term is not None
    entry = session.term.entry
    places = array("Q", [packed(Place(paragraph, number)) for number, paragraph in enumerate(paragraphs)])
    counted = replace(session, terms={entry.lemma: Occurrences(entry, places)}, panel=True)
    assert said in entry_text(counted).plain.splitlines()
