"""What holds of every text, every glossary and every file."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from reader import terms
from reader.errors import GlossaryError
from reader.model import Entry, Kind, Origin, Span, TermMatch, Unit
from reader.terms import exchange, schema, yamlfile
from reader.terms.yamlfile import Refused
from tests.unit.terms.samples import GLOSSARY, glossary

WORDS = sorted({word for entry in glossary().entries for word in entry.lemma.replace("…", "").split()})
PIECES = st.sampled_from(
    [
        *WORDS,
        "tok",
        "han",
        "jeg",
        "meg",
        "enige",
        "skrøt",
        "og",
        "ikke",
        "en",
        "boka",
        "NAVs",
        ",",
        ".",
        "–",
        "«",
        "\n",
        "\n\n",
        "å",
        "Å",
        "3",
    ]
)
NORWEGIAN = st.lists(PIECES, max_size=30).map(" ".join)
TEXTS = st.one_of(NORWEGIAN, st.text(max_size=200))
LINE = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20).filter(str.strip)


def all_of(matches: tuple[TermMatch, ...]) -> list[TermMatch]:
    return [each for match in matches for each in (match, *all_of(match.inner))]


@given(TEXTS)
def test_matches_are_ordered_inside_the_text_and_never_overlap(text: str) -> None:
    matches = terms.match(text, glossary())
    assert [match.start for match in matches] == sorted(match.start for match in matches)
    taken: set[int] = set()
    for match in matches:
        assert list(match.source) == sorted(match.source)
        for span in match.source:
            assert 0 <= span.start < span.end <= len(text)
            own = set(range(span.start, span.end))
            assert not own & taken
            taken |= own
        for inner in all_of(match.inner):
            assert all(
                any(out.start <= span.start and span.end <= out.end for out in match.source) for span in inner.source
            )
    assert all(0 < match.confidence <= 1 for match in all_of(matches))


@given(NORWEGIAN)
def test_composed_and_decomposed_letters_give_the_same_terms(text: str) -> None:
    one = terms.match(unicodedata.normalize("NFC", text), glossary())
    other = terms.match(unicodedata.normalize("NFD", text), glossary())
    assert [(match.entry.lemma, match.how) for match in one] == [(match.entry.lemma, match.how) for match in other]


@given(TEXTS, st.text(max_size=200))
def test_target_spans_are_inside_the_target_and_given_once(source: str, target: str) -> None:
    done = terms.annotated(Unit(source, Span(0, len(source)), Kind.BODY, 0, 0, target, Origin.ENGINE), glossary())
    taken: set[int] = set()
    for match in done.terms:
        for span in match.target:
            assert 0 <= span.start < span.end <= len(target)
            own = set(range(span.start, span.end))
            assert not own & taken
            taken |= own


@given(TEXTS)
def test_a_gloss_links_words_that_are_there(source: str) -> None:
    from reader import text

    found = terms.glossed(source, glossary())
    assert 0 <= found.known <= 1
    one, other = len(text.words(source)), len(text.words(found.text))
    assert all(link.source < one and link.target < other for link in found.links)


@given(TEXTS)
def test_coverage_is_a_share(text: str) -> None:
    found = terms.coverage(text, glossary())
    assert 0 <= found.share <= 1
    assert found.glossed + sum(count for _, count in found.missing) == found.words


@given(
    st.binary(max_size=400)
    | st.text(max_size=400).map(str.encode)
    | st.lists(st.sampled_from(GLOSSARY.split("\n")), max_size=8).map(
        lambda lines: "\n".join(["entries:", *lines]).encode()
    )
)
@settings(max_examples=200)
def test_any_file_is_read_or_refused_in_one_line(data: bytes) -> None:
    try:
        found = schema.contents(yamlfile.tree(data, "f.yaml"), "f.yaml")
    except Refused as error:
        said = str(error)
    else:
        said = ""
        assert all(entry.lemma for entry in found.entries)
        assert all("\n" not in problem.message for problem in found.problems)
    assert "\n" not in said


@given(
    st.lists(
        st.tuples(LINE, st.lists(LINE, min_size=1, max_size=3), st.sampled_from(("", "noun", "verb")), LINE),
        min_size=1,
        max_size=4,
    )
)
@settings(max_examples=40, deadline=None)
def test_what_is_added_comes_back(rows: list[tuple[str, list[str], str, str]]) -> None:
    entries = [
        Entry(
            " ".join(lemma.split()),
            tuple(" ".join(each.split()) for each in renderings),
            pos,
            note=" ".join(note.split()),
        )
        for lemma, renderings, pos, note in rows
    ]
    with TemporaryDirectory() as folder:
        file = Path(folder) / "own.yaml"
        for entry in entries:
            terms.add(file, entry)
            held = schema.contents(yamlfile.tree(file.read_bytes(), "f"), "f").entries
            assert (entry.lemma, entry.renderings, entry.pos, entry.note) in [
                (each.lemma, each.renderings, each.pos, each.note) for each in held
            ]


@given(st.binary(max_size=300), st.sampled_from((".tsv", ".csv", ".tbx")))
def test_any_foreign_file_is_read_or_refused(data: bytes, suffix: str) -> None:
    try:
        found = exchange.read(data, f"f{suffix}")
        said = ""
    except GlossaryError as error:
        found, said = (), str(error)
    assert "\n" not in said
    assert all(entry.lemma and entry.renderings for entry in found)
