"""Whatever the texts and links are: what stands outside the replaced words is untouched, and links stay in range."""

from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from reader import terms, text
from reader.model import Entry, Kind, Link, Origin, Span, Unit
from reader.terms import Glossary, applying
from reader.text.indefinite import article


@cache
def glossary() -> Glossary:
    return Glossary.of(
        [
            Entry("løslatelse", ("release",), "noun"),
            Entry("utsending", ("envoy",), "noun"),
            Entry("innrømme", ("concede",), "verb"),
            Entry("Det hvite hus", ("the White House",), "propn"),
            Entry("sunn fornuft", ("common sense",), "noun"),
            Entry("sentral", ("pivotal",), "adj"),
        ]
    )


_NORWEGIAN = st.sampled_from(
    ["løslatelsen", "Løslatelsene", "utsendingens", "innrømmet", "innrømmer", "Det hvite hus", "sunn fornuft",
     "sentrale", "han", "og", "i", "å", ",", ".", "»", "æ\u030a"]
)  # fmt: skip
_ENGLISH = st.sampled_from(
    ["the", "The", "a", "an", "A", "delegate", "delegate’s", "liberations", "freed", "admits", "admitting", "was", "has",
     "to", "of", "He", "Plain", "WISDOM", "its", ",", ".", "“", "e\u0301t", "x-y", "isn’t", "don't", "5", "…", "pivotal"]
)  # fmt: skip
_SPACE = st.sampled_from([" ", " ", " ", "\u00a0", "", "\n"])


@st.composite
def _text(draw: st.DrawFn, words: st.SearchStrategy[str]) -> str:
    return "".join(draw(words) + draw(_SPACE) for _ in range(draw(st.integers(1, 12))))


@given(_text(_NORWEGIAN), _text(_ENGLISH), st.sets(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=14))
def test_outside_the_replaced_words_nothing_changes(source: str, target: str, pairs: set[tuple[int, int]]) -> None:
    said, says = len(text.words(source)), len(text.words(target))
    links = tuple(sorted(Link(*pair) for pair in pairs if pair[0] < said and pair[1] < says))
    unit = terms.annotated(
        Unit(source, Span(0, len(source)), Kind.BODY, 0, 0, target, Origin.ENGINE, links=links), glossary()
    )
    for term in applying.wanted(unit.terms):
        done = applying.applied(unit, term)
        if done is None:
            continue
        span, put = done.edit.span, done.edit.text
        assert done.target == target[: span.start] + put + target[span.end :]
        assert put.strip()
        assert list(done.links) == sorted(set(done.links))
        assert all(link.source < said and link.target < len(text.words(done.target)) for link in done.links)
        # Words outside say what they said before.
        old, new = text.words(target), text.words(done.target)
        outside = {(link.source, old[link.target].text) for link in links if old[link.target].end <= span.start}
        assert outside <= {(link.source, new[link.target].text) for link in done.links}


@given(st.text(max_size=12))
def test_every_text_has_an_article(words: str) -> None:
    assert article(words) in ("a", "an")
