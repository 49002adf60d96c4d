"""The memory: whole paragraphs and runs before sentences, exact before fuzzy, corrections before all."""

from __future__ import annotations

import unicodedata

import pytest

from reader.model import Kind, Origin, Span
from reader.translate.memory import Memory, Remembered
from reader.translate.protocol import COVERED, Draft, Segment


def segments(*texts: str, paragraph: int = 0) -> list[Segment]:
    return [Segment(text, Span(0, len(text)), Kind.BODY, paragraph, n) for n, text in enumerate(texts)]


def memory(*pairs: tuple[str, str], origin: Origin = Origin.MEMORY) -> Memory:
    return Memory(Remembered(source, target, origin, "m.tmx") for source, target in pairs)


def targets(drafts: list[Draft | None]) -> list[str | None]:
    return [draft.target if draft else None for draft in drafts]


def test_an_exact_sentence() -> None:
    (draft,) = memory(("Hun kom hjem.", "She came home.")).translate(segments("Hun kom hjem."))
    assert draft == Draft("She came home.", Origin.MEMORY, provenance="m.tmx")


def test_line_ends_soft_hyphens_and_decomposed_letters_do_not_matter() -> None:
    source = unicodedata.normalize("NFD", "På\r\n  blå\u00adbær\u00a0tur.")
    assert targets(memory(("På blåbær tur.", "Berrying.")).translate(segments(source))) == ["Berrying."]


def test_a_paragraph_wins_over_its_sentences_and_is_shared_out() -> None:
    held = memory(("A b c. D e f.", "One two. Three four."), ("A b c.", "wrong"))
    assert targets(held.translate(segments("A b c.", "D e f."))) == ["One two.", "Three four."]


def test_a_run_whose_english_has_other_sentences_stays_whole() -> None:
    held = memory(("Hun gikk. Hun kom.", "She went and came."))
    drafts = held.translate(segments("Ja.", "Hun gikk.", "Hun kom.", "Slutt."))
    assert drafts[0] is None
    assert drafts[1] == Draft("She went and came.", Origin.MEMORY, covers=2, provenance="m.tmx")
    assert drafts[2] is COVERED
    assert drafts[3] is None


def test_a_run_does_not_reach_into_the_next_paragraph() -> None:
    held = memory(("Hun gikk. Hun kom.", "She went and came."))
    wanted = segments("Hun gikk.") + segments("Hun kom.", paragraph=1)
    assert held.translate(wanted) == [None, None]


def test_a_similar_sentence_is_fuzzy_and_says_how_much() -> None:
    (draft,) = memory(("Hun kjøpte en rød bil.", "She bought a red car.")).translate(
        segments("Hun kjøpte en blå bil.")
    )
    assert draft is not None
    assert 0.75 <= draft.score < 1
    assert draft.memory_source == "Hun kjøpte en rød bil."


def test_other_case_alone_is_not_exact() -> None:
    (draft,) = memory(("STENGT I DAG HER", "Closed")).translate(segments("STENGT I DAG Her"))
    assert draft is not None
    assert draft.score < 1


def test_short_words_are_never_fuzzy() -> None:
    assert memory(("Ja.", "Yes.")).translate(segments("Jo.")) == [None]


def test_a_correction_wins_whatever_the_order() -> None:
    own = Remembered("Hei du.", "Hello you.", Origin.HUMAN, "own")
    other = Remembered("Hei du.", "Hi.", Origin.MEMORY, "m.tmx")
    for pairs in ((own, other), (other, own)):
        assert targets(Memory(pairs).translate(segments("Hei du."))) == ["Hello you."]


def test_a_corrected_sentence_wins_over_the_paragraph_that_holds_it() -> None:
    run = Remembered("A b c. D e f.", "One two. Three four.", Origin.MEMORY, "m.tmx")
    own = Remembered("D e f.", "Mine.", Origin.HUMAN, "own")
    alone = Remembered("A b c.", "One, two.", Origin.MEMORY, "m.tmx")
    assert targets(Memory((run, alone, own)).translate(segments("A b c.", "D e f."))) == ["One, two.", "Mine."]
    corrected = Remembered("A b c. D e f.", "All mine.", Origin.HUMAN, "own")
    assert targets(Memory((run, own, corrected)).translate(segments("A b c.", "D e f."))) == ["All mine.", ""]


@pytest.mark.parametrize("origin", [Origin.HUMAN, Origin.MEMORY, Origin.ENGINE])
def test_what_was_written_for_another_sentence_is_nobodys_correction(origin: Origin) -> None:
    (draft,) = memory(("Hun kjøpte en rød bil.", "She bought a red car."), origin=origin).translate(
        segments("Hun kjøpte en blå bil.")
    )
    assert draft is not None
    assert draft.origin is Origin.MEMORY


def test_without_likeness_only_the_very_same_words() -> None:
    pair = Remembered("Hun kjøpte en rød bil.", "She bought a red car.", Origin.HUMAN, "own")
    wanted = segments("Hun kjøpte en rød bil.", "Hun kjøpte en blå bil.")
    assert targets(Memory((pair,), fuzzy=False).translate(wanted)) == ["She bought a red car.", None]
