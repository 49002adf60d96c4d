"""The gloss as a source of English: honest about how good it is."""

from __future__ import annotations

import pytest

from reader.model import Kind, Origin, Span
from reader.translate.gloss import AT_BEST, Gloss
from reader.translate.protocol import Segment
from tests.unit.terms.samples import glossary


@pytest.mark.parametrize(("source", "least", "most"), [("Sunn fornuft.", 0.45, AT_BEST), ("xyzå zyxå.", 0.0, 0.0)])
def test_score_is_half_the_certainty_of_the_words(source: str, least: float, most: float) -> None:
    (draft,) = Gloss(glossary()).translate([Segment(source, Span(0, len(source)), Kind.BODY, 0, 0)])
    assert draft is not None
    assert draft.origin is Origin.GLOSS
    assert least <= draft.score <= most
