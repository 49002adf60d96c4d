"""The session's transitions, one by one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from reader.model import Origin
from reader.render.layout import Mode
from reader.render.rows import Side
from reader.session import Cover, Familiarity, Manner, Place, SearchError, Session, steps, words
from reader.session.steering import KEPT
from reader.tui.commands import COMMANDS
from tests import sample


@pytest.fixture
def session() -> Session:
    """At the beginning, all English there."""
    return Session(sample.book()).arrived(dict(sample.opened().blocks()))


def at(session: Session, *transitions: Callable[[Session], Session]) -> Session:
    for transition in transitions:
        session = transition(session)
    return session


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        ((0, 0), 1, (1, 0)),
        ((2, 0), 1, (2, 1)),
        ((2, 1), 1, (3, 0)),
        ((0, 0), -1, (0, 0)),  # the beginning is the beginning
        ((9, 1), 1, (9, 1)),
        ((9, 1), -3, (7, 0)),
        ((0, 0), 99, (9, 1)),
    ],
)
def test_moving_by_sentence(session: Session, start: tuple[int, int], count: int, expected: tuple[int, int]) -> None:
    there = session.jumped(Place(*start)).moved(count)
    assert there.place == Place(*expected)


@pytest.mark.parametrize(
    ("start", "step", "expected"),
    [((0, 0), 1, (1, 0)), ((2, 1), -1, (2, 0)), ((2, 0), -1, (1, 0)), ((9, 0), 1, (9, 0))],
)
def test_moving_by_paragraph(session: Session, start: tuple[int, int], step: int, expected: tuple[int, int]) -> None:
    assert session.jumped(Place(*start)).moved_by_paragraph(step).place == Place(*expected)


def test_sections_and_history(session: Session) -> None:
    there = at(session, lambda s: s.moved_by_section(1), lambda s: s.moved_by_section(1))
    assert there.place.paragraph == 7
    back = there.returned()
    assert back.place.paragraph == 4
    assert back.advanced().place == there.place
    assert session.returned().said
    assert there.moved_by_section(1).said


def test_terms_are_stepped_through_in_text_order(session: Session) -> None:
    seen = []
    here = session
    for _ in range(5):
        here = here.moved_by_term(1)
        assert here.term is not None
        seen.append(here.term.entry.lemma)
    # "fornuft" is an everyday word (highlight: false) and is passed over.
    assert seen == ["skryte av", "sunn fornuft", "løslatelse", "ta seg tid", "møte"]
    assert here.moved_by_term(1).said
    assert at(here, lambda s: s.moved_by_term(-1)).lemma == "ta seg tid"
    everyday = at(session, steps.everyday)
    assert everyday.layout.words
    assert "fornuft" in {m.entry.lemma for m in everyday.block(9).units[0].terms if everyday.marks_term(m)}


def test_weak_terms_can_be_switched_off(session: Session) -> None:
    weak = session.block(8).units[0].terms[0]
    assert session.marks_term(weak)
    assert not steps.weak(session).marks_term(weak)


def test_known_words_are_passed_over_and_come_back_with_undo(session: Session) -> None:
    on = session.moved_by_term(1)
    known = steps.familiar(Familiarity.KNOWN)(on)
    assert known.lists.knows("skryte av")
    assert session.moved_by_term(1).term is not None
    assert replace(session, lists=known.lists).moved_by_term(1).lemma == "sunn fornuft"
    assert not known.undone().lists.knows("skryte av")
    assert not steps.familiar(Familiarity.KNOWN)(known).lists.knows("skryte av")  # the same key again takes it back


def test_the_word_cursor_lights_up_its_partner_and_crosses(session: Session) -> None:
    on = session.jumped(Place(2)).moved_by_word(1)
    assert on.cursor.word == 0
    assert on.unit is not None
    assert [span.of(on.unit.target) for span in words.partners(on.unit, Side.SOURCE, 0)] == ["Trump"]
    crossed = on.moved_by_word(1).crossed()
    assert crossed.cursor.side is Side.TARGET
    assert crossed.crossed().cursor.side is Side.SOURCE
    assert crossed.lifted().cursor.word is None


def test_words_lead_on_into_the_next_sentence(session: Session) -> None:
    last = session.jumped(Place(2)).moved_by_word(-1)
    assert last.cursor.word is not None
    further = last.moved_by_word(1)
    assert (further.place, further.cursor.word) == (Place(2, 1), 0)
    assert further.moved_by_word(-1).cursor == last.cursor


@pytest.mark.parametrize(
    ("query", "manner", "count"),
    [
        ("fornuft", Manner.PLAIN, 2),  # "sunn fornuft", "fornuften"
        ("common sense", Manner.PLAIN, 1),
        ("Moskva", Manner.PLAIN, 2),
        ("moskva", Manner.PLAIN, 2),
        ("MOSKVA", Manner.PLAIN, 0),
        (r"\d{4}", Manner.REGEX, 4),
        ("[b]", Manner.PLAIN, 2),
        ("finnes ikke", Manner.PLAIN, 0),
    ],
)
def test_searching_both_columns(session: Session, query: str, manner: Manner, count: int) -> None:
    assert len(session.searched(query, manner).search.hits) == count


def test_searching_by_lemma_finds_inflected_forms(session: Session) -> None:
    found = session.searched("fornuft", Manner.LEMMA).search
    assert {hit.span.of(session.book.document.text) for hit in found.hits} == {"fornuft", "fornuften"}


def test_stepping_through_finds_goes_round(session: Session) -> None:
    first = session.searched("Moskva")
    assert first.search.status == "1/2 Moskva"
    second = first.found(1)
    assert second.place.paragraph == 8
    assert second.found(1).place == first.place
    assert first.found(-1).place == second.place
    assert second.jumped(Place(5)).found(1).search.status == "2/2 Moskva"  # on from where the reader is now


def test_a_broken_or_endless_pattern_is_one_line(session: Session) -> None:
    with pytest.raises(SearchError, match="is no pattern"):
        session.searched("(", Manner.REGEX)


def test_reveal_on_demand(session: Session) -> None:
    hidden = at(session.jumped(Place(2)), steps.cover, steps.cover)
    assert hidden.reveal.cover is Cover.HIDDEN
    first, second = hidden.block(2).units
    assert hidden.covered(first)
    assert not steps.reveal(hidden).covered(first)
    assert steps.reveal(steps.reveal(hidden)).covered(first)
    whole = steps.reveal_paragraph(hidden)
    assert not whole.covered(first)
    assert not whole.covered(second)


def test_until_reached_shows_what_was_read(session: Session) -> None:
    here = at(session.jumped(Place(2)), steps.cover, steps.cover, steps.cover)
    assert here.reveal.cover is Cover.REACHED
    first, second = here.block(2).units
    assert not here.covered(first)
    assert here.covered(second)
    assert not here.moved(1).covered(second)
    assert not here.moved(1).moved(-1).covered(second)


def test_a_self_test_counts_what_was_looked_at(session: Session) -> None:
    here = at(session.jumped(Place(2)), steps.test, lambda s: s.moved(1), steps.reveal, lambda s: s.moved(1))
    assert here.reveal.score == "2 of 3 without help"
    assert "2 of 3" in steps.test(here).said


def test_a_find_in_hidden_english_is_shown(session: Session) -> None:
    found = at(session, steps.cover, steps.cover).searched("common sense")
    assert found.unit is not None
    assert not found.covered(found.unit)


def test_a_correction_goes_to_every_equal_sentence_and_can_be_undone() -> None:
    session = Session(sample.book(2)).arrived(dict(sample.opened(2).blocks()))
    mended = session.jumped(Place(2, 1)).corrected("It went on for an hour.")
    assert mended.unit is not None
    assert mended.unit.target == "It went on for an hour."
    assert mended.unit.origin is Origin.HUMAN
    assert mended.block(12).units[1].target == "It went on for an hour."
    again = mended.arrived(dict(sample.opened(2).blocks((2,))))  # the same paragraph comes from the memory once more
    assert again.unit is not None
    assert again.unit.target == "It went on for an hour."
    undone = mended.undone()
    assert not undone.lists.corrections
    assert 2 not in undone.blocks  # asked for anew


def test_far_english_is_let_go() -> None:
    session = Session(sample.book(200))
    session = session.arrived(dict(sample.opened(200).blocks()))
    end = session.book.paragraph_at(KEPT)
    assert 10 < end < len(session.book) - 10
    assert end <= max(session.blocks) <= end + 1
    assert len(session.blocks) == max(session.blocks) + 1


@pytest.mark.parametrize(
    ("given", "paragraph"),
    [("3", 2), ("§4", 3), ("0%", 0), ("100%", 9), ("veien", 7), ("finnes ikke", 0), ("50 %", 4), ("50,5%", 5), ("x%", 0), ("999", 0), ("2", 1)],
)
def test_going_to(session: Session, given: str, paragraph: int) -> None:
    assert abs(steps.go_to(given)(session).place.paragraph - paragraph) <= (1 if given == "50 %" else 0)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("999", "There is no paragraph 999: 1 to 10."), ("0", "There is no paragraph 0: 1 to 10."), ("-5", "There is no paragraph -5: 1 to 10."),
        ("150%", "150% is no share of the text: 0% to 100%."), ("-1%", "-1% is no share of the text: 0% to 100%."),
        ("abc%", "No heading holds 'abc%'."), ("9" * 40, f"No heading holds '{'9' * 40}'."), ("3", ""),
    ],
)  # fmt: skip
def test_going_where_there_is_nothing_is_said(session: Session, given: str, said: str) -> None:
    assert steps.go_to(given)(session).said == said


def test_undoing_says_what(session: Session) -> None:
    here = session.jumped(Place(2, 1))
    for change, said in (
        (steps.mark("a"), "mark a"), (steps.bookmark, "bookmark"), (steps.note("husk"), "note"),
        (lambda s: s.corrected("It went on."), "your English for “Samtalen varte i en time.”"),
        (lambda s: steps.familiar(Familiarity.KNOWN)(s.moved_by_term(1)), "løslatelse: known"),
        (lambda s: s.with_glossary(b"", b"hus: house", ""), "a term of your own"),
    ):  # fmt: skip
        assert change(here).undone().said == f"Undone: {said}"
    assert steps.bookmark(steps.bookmark(here)).undone().said == "Undone: taking a bookmark away"
    assert session.undone().said == "Nothing to undo."


def test_a_layout_says_its_name(session: Session) -> None:
    assert steps.layout(Mode.STACKED)(session).said == "One under the other"
    assert steps.next_layout(steps.layout(Mode.TARGET)(session)).said == "Side by side"


def test_marks_bookmarks_notes(session: Session) -> None:
    here = at(session.jumped(Place(5, 1)), steps.mark("a"), steps.bookmark, steps.note("husk"))
    assert here.lists.bookmarks == (Place(5, 1),)
    assert here.lists.notes == {Place(5, 1): "husk"}
    assert at(here, lambda s: s.jumped(Place(0)), steps.jump("a")).place == Place(5, 1)
    assert steps.jump("z")(here).said == "There is no mark z."
    assert not steps.bookmark(here).lists.bookmarks
    assert not steps.note("  ")(here).lists.notes
    assert at(here, *[lambda s: s.undone()] * 3).lists == session.lists


def test_findings(session: Session) -> None:
    assert session.moved_by_finding().place == Place(5, 0)
    assert session.jumped(Place(6)).moved_by_finding().said


def test_copying_leaves_hidden_english_out(session: Session) -> None:
    here = session.jumped(Place(2, 1))
    assert steps.copied(here, "pair") == "Samtalen varte i en time.\nThe call lasted an hour."
    assert steps.copied(here, "sentence") == "Samtalen varte i en time."
    assert steps.copied(here, "paragraph").count("\n") == 1
    assert steps.copied(at(here, steps.cover, steps.cover), "pair") == "Samtalen varte i en time."


def test_layouts_go_round(session: Session) -> None:
    seen = {session.layout.mode}
    here = session
    for _ in range(len(Mode)):
        here = steps.next_layout(here)
        seen.add(here.layout.mode)
    assert seen == set(Mode)
    assert here.layout.mode is session.layout.mode
    assert steps.wider(4)(session).layout.measure == session.layout.measure + 4
    assert at(session, *[steps.ratio(0.05)] * 20).layout.ratio == 0.8


def test_an_empty_text_has_no_sentence_and_nothing_breaks() -> None:
    from reader.model import Document

    book = sample.book()
    empty = Session(type(book)(Document("tom.txt", "", ()), sample.annotator()))
    assert empty.unit is None
    for command in COMMANDS:
        if callable(command.action):
            command.action(empty)
