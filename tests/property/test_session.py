"""Any sequence of commands keeps the cursor on a sentence that exists, and the lists whole."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from reader.render.rows import Side
from reader.session import Cover, Manner, Place, Session, steps, words
from reader.tui.commands import COMMANDS
from tests import sample

TRANSITIONS = {command.name: command.action for command in COMMANDS if callable(command.action)}


class Reading(RuleBasedStateMachine):
    """A reader pressing keys at random while English comes and goes."""

    @initialize(copies=st.integers(1, 3))
    def open(self, copies: int) -> None:
        self.opened = sample.opened(copies)
        self.session = Session(sample.book(copies))
        self.history: list[Session] = []

    def become(self, transition: Callable[[Session], Session]) -> None:
        self.session = transition(self.session)

    @rule(name=st.sampled_from(sorted(TRANSITIONS)))
    def command(self, name: str) -> None:
        self.become(TRANSITIONS[name])

    @rule(paragraph=st.integers(-3, 60), sentence=st.integers(-1, 9))
    def go(self, paragraph: int, sentence: int) -> None:
        self.become(lambda session: session.jumped(Place(paragraph, sentence)))

    @rule(given=st.sampled_from(("3", "0", "99", "50%", "100 %", "veien", "finnes ikke", "", "%", "§4")))
    def go_to(self, given: str) -> None:
        self.become(steps.go_to(given))

    @rule(query=st.sampled_from(("fornuft", "the", "e", "Moskva", "xyz")), manner=st.sampled_from(Manner))
    def search(self, query: str, manner: Manner) -> None:
        self.become(lambda session: session.searched(query, manner))

    @rule(paragraphs=st.sets(st.integers(0, 29), max_size=6))
    def english_comes(self, paragraphs: set[int]) -> None:
        there = [index for index in sorted(paragraphs) if index < len(self.session.book)]
        self.become(lambda session: session.arrived(dict(self.opened.blocks(there))))

    @rule(letter=st.sampled_from("ab"))
    def mark(self, letter: str) -> None:
        self.become(steps.mark(letter))
        assert self.session.lists.marks[letter] == self.session.place

    @rule(letter=st.sampled_from("abc"))
    def jump(self, letter: str) -> None:
        self.become(steps.jump(letter))

    @rule(english=st.sampled_from(("Another way of saying it.", " ", "Invited to Moscow")))
    def correct(self, english: str) -> None:
        before = self.session.unit
        self.become(lambda session: session.corrected(english))
        after = self.session.unit
        assert before is not None
        assert after is not None
        assert after.source == before.source

    @precondition(lambda self: self.session.past)
    @rule()
    def undo(self) -> None:
        expected = self.session.past[-1]
        self.become(lambda session: session.undone())
        assert self.session.lists == expected

    @rule(side=st.sampled_from((Side.SOURCE, Side.TARGET)), offset=st.integers(0, 80))
    def click(self, side: Side, offset: int) -> None:
        place = self.session.place
        self.become(lambda session: session.on_word(place, side, offset))

    @invariant()
    def the_cursor_stands_on_a_sentence(self) -> None:
        unit = self.session.unit
        assert unit is not None
        assert (unit.paragraph, unit.sentence) == self.session.place

    @invariant()
    def the_word_exists(self) -> None:
        cursor, unit = self.session.cursor, self.session.unit
        if cursor.word is not None:
            assert unit is not None
            assert cursor.word < max(1, len(words.spans(unit, cursor.side)))

    @invariant()
    def the_find_exists(self) -> None:
        search = self.session.search
        assert search.current < max(1, len(search.hits))

    @invariant()
    def english_is_never_lost(self) -> None:
        if self.session.reveal.cover in (Cover.SHOWN, Cover.DIMMED):
            block = self.session.block(self.session.place.paragraph)
            assert not any(self.session.covered(unit) for unit in block.units)


Reading.TestCase.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
TestReading = Reading.TestCase
