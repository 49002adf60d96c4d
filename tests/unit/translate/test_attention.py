from __future__ import annotations

import pytest

from reader.model import Link
from reader.text import words
from reader.translate.attention import links, owners, piece_spans


@pytest.mark.parametrize(
    ("pieces", "text", "expected"),
    [
        (["▁Hei", ",", "▁du"], "Hei, du", ["Hei", ",", "du"]),
        (["▁", "x", "y"], "xy", ["", "x", "y"]),
        (["▁The▁prime▁minister", "▁is"], "The prime minister is", ["The prime minister", "is"]),
        (["ar@@", "bei@@", "der", "."], "arbeider.", ["ar", "bei", "der", "."]),
        (["▁a", "<0xC3>", "<0xA6>", "▁b"], "aæ b", ["a", "æ", "", "b"]),
        (["▁1/2", "▁kg"], "½ kg", ["½ k", "g"]),  # changed by normalisation: guessed, in order, inside the text
        ([], "", []),
    ],
)
def test_where_pieces_stand(pieces: list[str], text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in piece_spans(pieces, text)] == expected


def test_pieces_own_the_words_they_share_letters_with() -> None:
    said = words("Uten riks, minister")
    spans = [(0, 2), (2, 4), (4, 10), (9, 10), (11, 19)]
    assert owners(spans, said) == [[0], [0], [1], [], [2]]
    assert owners([(0, 10)], said) == [[0, 1]]
    assert owners([(0, 4)], said, shift=5) == [[1]]


def test_a_compound_is_linked_to_both_of_its_words() -> None:
    assert links([[0], [0]], [[0], [1]], [[0.9, 0.1], [0.2, 0.7]]) == (Link(0, 0), Link(0, 1))


def test_a_weak_look_is_no_link() -> None:
    assert links([[n] for n in range(10)], [[0]], [[0.1] * 10]) == ()


def test_a_source_word_that_nothing_chose_finds_whoever_looked() -> None:
    assert links([[0], [1]], [[0]], [[0.6, 0.4]]) == (Link(0, 0), Link(1, 0))
