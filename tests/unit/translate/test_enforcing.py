"""The machine's English brought to the preferred renderings: which way is taken, and when none is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from reader import pipeline, terms, text
from reader.formats import txt
from reader.model import Entry, Kind, Link, Origin, Span, State
from reader.terms import Glossary
from reader.text.faults import faults
from reader.translate.argos import Argos
from reader.translate.cache import Cache
from reader.translate.enforcing import GOING_ON, MARGIN, Enforced
from reader.translate.hypotheses import Beginning
from reader.translate.memory import Memory, Remembered
from reader.translate.package import read
from reader.translate.protocol import Draft, Segment

GLOSSARY = Glossary.of(
    [
        Entry("løslatelse", ("release", "freeing"), "noun"),
        Entry("utsending", ("envoy",), "noun"),
        Entry("bok", ("volume",), "noun"),
        Entry("krig", ("warfare",), "noun"),
        Entry("statsminister", ("premier", "prime minister"), "noun"),
    ]
)


def draft(target: str, score: float = 0.8, links: str = "0-0 0-1 1-2 2-3 3-4") -> Draft:
    pairs = (pair.split("-") for pair in links.split())
    return Draft(target, Origin.ENGINE, score=score, links=tuple(Link(int(one), int(other)) for one, other in pairs))


class Fake:
    """An engine that says what it was given to say, and remembers what it was asked."""

    maker = "fake"

    def __init__(self, said: Mapping[str, Sequence[Draft]], going_on: Mapping[str, Draft] | None = None) -> None:
        self._said, self._going_on = said, going_on or {}
        self.hypotheses_of: list[str] = []
        self.begun: list[str] = []

    def translate(self, segments: Sequence[Segment]) -> list[Draft]:
        return [replace(self._said[segment.text][0], provenance="fake") for segment in segments]

    def hypotheses(self, texts: Sequence[str], count: int) -> list[list[Draft]]:
        self.hypotheses_of += texts
        return [list(self._said[one]) for one in texts]

    def continued(self, beginnings: Sequence[Beginning]) -> list[Draft | None]:
        self.begun += [beginning.english for beginning in beginnings]
        return [self._going_on.get(beginning.english) for beginning in beginnings]


def segments(*texts: str) -> list[Segment]:
    return [Segment(given, Span(0, len(given)), Kind.BODY, 0, number) for number, given in enumerate(texts)]


SOURCE = "Løslatelsen kom i går."
BASE = draft("The liberation came yesterday.", links="0-0 0-1 1-2 3-3")


def brought(engine: Fake, source: str = SOURCE) -> Draft:
    (found,) = Enforced(engine, GLOSSARY).translate(segments(source))
    return found


def test_another_hypothesis_is_taken_first() -> None:
    other = draft("The release came yesterday.", 0.75, "0-0 0-1 1-2 3-3")
    engine = Fake({SOURCE: [BASE, draft("The liberation arrived."), other]})
    assert brought(engine) == replace(other, applied=("løslatelse",), provenance="fake")
    assert engine.begun == []


@pytest.mark.parametrize(
    ("why", "other"),
    [
        ("too unlikely", draft("The release came yesterday.", 0.8 * MARGIN - 0.01)),
        ("a loop", draft("The release came came came came came came yesterday.")),
        ("a number that is not there", draft("The release came on the 17th.")),
        ("no release", draft("The acquittal came yesterday.")),
    ],
)
def test_hypotheses_that_are_not_taken(why: str, other: Draft) -> None:
    engine = Fake({SOURCE: [BASE, other]})
    done = brought(engine)
    assert done.target == "The release came yesterday."
    assert done.links == BASE.links, why
    assert engine.begun == ["The release"]


def test_of_two_terms_none_may_be_lost() -> None:
    source = "Løslatelsen av en utsending."
    base = draft("The liberation of an envoy.", links="0-1 1-2 2-3 3-4")
    loses = draft("The release of an ambassador.", links="0-1 1-2 2-3 3-4")
    done = brought(Fake({source: [base, loses]}), source)
    assert (done.target, done.applied) == ("The release of an envoy.", ("løslatelse",))


def test_then_the_model_goes_on_from_the_rendering() -> None:
    engine = Fake({SOURCE: [BASE]}, {"The release": draft("The release arrived yesterday.", 0.9)})
    done = brought(engine)
    assert (done.target, done.applied, done.score) == ("The release arrived yesterday.", ("løslatelse",), 0.8)


@pytest.mark.parametrize(
    ("why", "going_on"),
    [
        ("lost", draft("The release sings of it.", 0.8 * GOING_ON - 0.01)),
        ("a fault", draft("The release release release release came.")),
        ("the old word again", draft("The release came yesterday, the liberation.")),
        ("much left out", draft("The release.", links="0-1")),
        ("all linked to it", draft("The release was it.", links="0-1 1-1 2-1 3-1")),
        ("much added", draft("The release came yesterday and everybody else was there as well.")),
    ],
)
def test_ways_of_going_on_that_are_not_taken(why: str, going_on: Draft) -> None:
    done = brought(Fake({SOURCE: [BASE]}, {"The release": going_on}))
    assert done.target == "The release came yesterday.", why


def test_terms_are_gone_on_from_left_to_right() -> None:
    source = "Løslatelsen av en utsending."
    base = draft("The liberation of a delegate.", links="0-1 1-2 2-3 3-4")
    engine = Fake(
        {source: [base]},
        {
            "The release": draft("The release of a diplomat.", links="0-1 1-2 2-3 3-4"),
            "The release of an envoy": draft("The release of an envoy.", links="0-1 1-2 2-3 3-4"),
        },
    )
    done = brought(engine, source)
    assert (done.target, done.applied) == ("The release of an envoy.", ("løslatelse", "utsending"))
    assert engine.begun == ["The release", "The release of an envoy"]


def test_what_cannot_be_done_is_left() -> None:
    base = draft("They are free again.", links="0-2 1-1 2-3")
    source = "Løslatelsen kom igjen."
    engine = Fake({source: [replace(base, links=())]})
    assert brought(engine, source) == replace(base, links=(), provenance="fake")


def test_what_needs_nothing_is_not_asked_for() -> None:
    engine = Fake({SOURCE: [draft("The release came yesterday.")], "Hei.": [draft("Hello.")]})
    done = Enforced(engine, GLOSSARY).translate(segments(SOURCE, "Hei.", SOURCE))
    assert done == engine.translate(segments(SOURCE, "Hei.", SOURCE))
    assert engine.hypotheses_of == engine.begun == []


def test_a_segment_with_line_ends_is_asked_for_in_plain_text() -> None:
    done = Enforced(Fake({SOURCE: [BASE]}), GLOSSARY).translate(segments("Løslat-\nelsen kom\ni går."))
    assert done[0].target == "The release came yesterday."
    assert done[0].links == ()  # the segment's own words are others


def test_it_is_remembered_by_draft_and_terms(tmp_path: Path) -> None:
    engine, cache = Fake({SOURCE: [BASE]}), Cache(tmp_path)
    first = Enforced(engine, GLOSSARY, cache).translate(segments(SOURCE))
    asked = list(engine.hypotheses_of)
    assert Enforced(engine, GLOSSARY, cache).translate(segments(SOURCE)) == first
    more = Glossary.of([*GLOSSARY.entries, Entry("skole", ("school",), "noun")])
    assert Enforced(engine, more, cache).translate(segments(SOURCE)) == first
    assert engine.hypotheses_of == asked
    other = Glossary.of([Entry("løslatelse", ("discharge",), "noun")])
    (changed,) = Enforced(engine, other, cache).translate(segments(SOURCE))
    assert (changed.target, changed.applied) == ("The discharge came yesterday.", ("løslatelse",))


def test_the_line_says_applied_and_leaves_what_people_wrote() -> None:
    document = txt.read(f"{SOURCE}\n\nLøslatelsen var feil.\n".encode(), "x")
    memory = Memory([Remembered("Løslatelsen var feil.", "The liberation was wrong.", Origin.MEMORY, "m")])
    sources = (memory, Enforced(Fake({SOURCE: [BASE]}), GLOSSARY))
    machine, human = pipeline.bitext(document, sources, pipeline.Annotator(GLOSSARY)).units
    assert (machine.target, machine.applied) == ("The release came yesterday.", ("løslatelse",))
    assert [(term.state, term.target) for term in machine.terms] == [(State.APPLIED, (Span(4, 11),))]
    assert (human.target, human.applied) == ("The liberation was wrong.", ())
    assert [term.state for term in human.terms] == [State.MISSED]
    corrected = terms.annotated(replace(machine, origin=Origin.HUMAN), GLOSSARY)
    assert [term.state for term in corrected.terms] == [State.KEPT]


GIVEN = (
    "Statsministeren møter Putin i Moskva.", "Det er en god bok, sa han.", "– Krig er ikke fred!", "EN BOK OG KRIG",
    "Det er et hus i Norge og\nen bok\nher.", "hei " * 300 + "bok", "Krig krig krig", "Bok: https://vg.no/bok?", "bok",
    "«Krig», sa statsministeren, og løkke løkke.", "😀 Krig 😀 bok …", "Ingenting er en bok 99.", "Hei.",
)  # fmt: skip


@pytest.mark.parametrize("prefix", ["", "__en__"])
def test_with_a_real_package(tiny_package: Path, tmp_path: Path, prefix: str) -> None:
    """Its attention is exact, so most terms come out right; and nothing gets worse."""
    from tests.fixtures.tiny_package import build

    package = read(build(tmp_path / "translate-nb_en-1_0", target_prefix=prefix) if prefix else tiny_package)
    engine = Argos(package)
    before = engine.translate(segments(*GIVEN))
    after = Enforced(engine, GLOSSARY).translate(segments(*GIVEN))
    assert after[0].target == "The premier meets Putin in Moscow."
    assert after[1].target == "It is a good volume, said he."
    assert after[3].target == "A VOLUME AND WARFARE"
    assert sum(bool(one.applied) for one in after) >= 8
    for given, old, new in zip(GIVEN, before, after, strict=True):
        weights = [sum(fault.weight for fault in faults(given, one.target)) for one in (old, new)]
        assert weights[1] <= weights[0]
        said, says = len(text.words(given)), len(text.words(new.target))
        assert all(link.source < said and link.target < says for link in new.links)
        assert new.applied or new == old


def test_the_engine_without_it_is_as_it_was(tiny_package: Path) -> None:
    engine = Argos(read(tiny_package))
    (best, *others), = engine.hypotheses(["Det er en god bok."], 4)
    (plain,) = engine.translate(segments("Det er en god bok."))
    assert replace(best, provenance=plain.provenance, score=plain.score) == plain
    assert [one.score for one in others] == sorted((one.score for one in others), reverse=True)


@pytest.mark.parametrize(
    ("source", "english", "expected"),
    [
        ("Jeg kommer fra Norge.", "We", "We come from Norway."),
        ("– Jeg kommer fra Norge!", "– Putin come", "– Putin come from Norway!"),
        ("Statsministeren møter Putin.", "The prime minister said", "The prime minister said Putin."),
        ("Jeg kommer fra Norge.", "We ☃", None),
        ("JEG KOMMER FRA NORGE", "WE", None),
        ("...", "We", None),
    ],
)
def test_going_on(tiny_package: Path, source: str, english: str, expected: str | None) -> None:
    (found,) = Argos(read(tiny_package)).continued([Beginning(source, english)])
    assert (found and found.target) == expected
    assert found is None or found.score > 0.9


def test_asking_for_nothing(tiny_package: Path) -> None:
    engine = Argos(read(tiny_package))
    assert (engine.continued([]), engine.hypotheses([], 4), Enforced(engine, GLOSSARY).translate([])) == ([], [], [])
