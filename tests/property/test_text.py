"""What must hold for any text: nothing lost, nothing moved."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text import analyses, compound, detect, folded, paragraphs, sentences, tokens

PIECES = [
    "Han", "hun", "så", "bøkene", "Dr.", "kl.", "osv.", "17.", "mai", "3,5", "«Hei»", "– ", "- ", ".", "?", "!", "…",
    ":", ",",
    " ", " ", " ", "\n", "\n\n", "\r\n", "\u00a0", "\u2029", "Å", "å", "(f. 1832)", "OSLO (NTB): ", "date 2025-02 ",
    "• ",
    "1. ", "bl.a.", "a\u030a", "for\u00adnuft", "hus’", "NATO", "CIA-direktør", "www.nrk.no", "”", "«", "»",
]  # fmt: skip
NORWEGIAN = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
ANY = st.one_of(st.text(max_size=120), NORWEGIAN)


@given(ANY)
@settings(max_examples=150, deadline=None)
def test_paragraphs_and_sentences_give_the_text_back(text: str) -> None:
    found = paragraphs(text)
    assert "".join(paragraph.span.of(text) for paragraph in found) == text
    for paragraph in found:
        spans = sentences(text, paragraph.span)
        assert "".join(span.of(text) for span in spans) == paragraph.span.of(text)
        assert all(span.start < span.end for span in spans)


@given(NORWEGIAN)
@settings(max_examples=120, deadline=None)
def test_the_same_cuts_for_composed_and_decomposed_letters(text: str) -> None:
    composed, apart = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    cuts = [unicodedata.normalize("NFD", span.of(composed)) for span in sentences(composed)]
    assert [span.of(apart) for span in sentences(apart)] == cuts
    kinds = [paragraph.kind for paragraph in paragraphs(composed)]
    assert [paragraph.kind for paragraph in paragraphs(apart)] == kinds


@given(ANY)
@settings(max_examples=150, deadline=None)
def test_tokens_lie_in_the_text_in_order(text: str) -> None:
    at = 0
    for token in tokens(text):
        assert at <= token.start < token.end <= len(text)
        assert text[at : token.start].strip() == ""
        assert text[token.start : token.end] == token.text
        at = token.end
    assert text[at:].strip() == ""


@given(st.text(max_size=20))
@settings(max_examples=100, deadline=None)
def test_any_word_has_an_analysis(word: str) -> None:
    assert analyses(word)
    assert folded(folded(word)) == folded(word)
    for part in compound(word, even_known=True):
        assert part.span.of(word) == part.text


@given(st.text(max_size=200))
@settings(max_examples=50, deadline=None)
def test_any_text_has_a_language_or_none(text: str) -> None:
    assert detect(text) in ("", "nb", "nn", "da", "sv", "en")
