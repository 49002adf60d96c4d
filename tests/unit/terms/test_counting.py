"""Coverage and suggestions."""

from __future__ import annotations

import pytest

from reader import terms
from reader.terms.counting import likelihood
from tests.unit.terms.samples import glossary


def test_coverage_counts_words_not_names_and_numbers() -> None:
    found = terms.coverage("Bøkene lå hos Kari Nordmann i 1999. Sunn fornuft lå i boka.", glossary())
    assert (found.words, found.glossed, found.names) == (9, 4, 2)
    assert found.share == 4 / 9
    assert dict(found.missing) == {"ligge": 2, "i": 2, "hos": 1}


def test_coverage_of_nothing() -> None:
    assert terms.coverage("– 17 % …", glossary()).share == 1.0


def test_a_compound_counts_when_all_its_members_have_a_gloss() -> None:
    assert terms.coverage("kampanjeslagord", glossary()).share == 1.0
    assert terms.coverage("fredsforhandling", glossary()).share == 0.0


def test_suggestions_are_frequent_unknown_words_then_pairs() -> None:
    text = "Snekkeren legger vekt på boka. Snekkeren la vekt på huset. Han legger stor vekt på dagen.\n" * 3
    found = terms.suggest(text, glossary())
    assert found[0].lemma in ("snekker", "legge", "vekt", "på")
    assert "vekt på" in [each.lemma for each in found if each.known]
    assert all(each.times >= 2 and each.example for each in found)
    assert not {"bok", "sunn fornuft"} & {each.lemma for each in found}


@pytest.mark.parametrize(("cells", "expected"), [((10, 10, 10, 1000), 112.0), ((1, 10, 100, 1000), 0.0)])
def test_likelihood(cells: tuple[int, int, int, int], expected: float) -> None:
    assert likelihood(*cells) == pytest.approx(expected, abs=0.5)
