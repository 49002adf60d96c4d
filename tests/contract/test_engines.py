"""What every source of English promises, whichever it is: a place for each segment, in order, and no socket."""

from __future__ import annotations

import dataclasses
import socket
from collections.abc import Sequence
from pathlib import Path

import pytest

from reader import terms, text
from reader.model import Entry, Kind, Origin, Span
from reader.translate.argos import Argos, Decoding
from reader.translate.cache import Cache
from reader.translate.enforcing import Enforced
from reader.translate.gloss import Gloss
from reader.translate.memory import Memory, Remembered
from reader.translate.package import read
from reader.translate.protocol import Segment, Source

GIVEN = [
    "Hei, jeg kommer fra Norge.", "– Det er 5 hus …", "«Fred»", "TRUMP MØTER PUTIN", "-->", "12.30", "😀", "hei",
    "Se https://vg.no/a eller a@b.no!", "Hun\n  kom\u00ad hjem", "\u0000\ufffd", "A\u030a", "e" * 900, "x " * 900,
    "Hei, jeg kommer fra Norge.", "<b>&amp;</b>\u00a0\u202e", "⁇ ▁ @@ <unk> </s>", "1. " * 50, "'", "\ud800",
    "\ud800hei du",
]  # fmt: skip


def segments() -> list[Segment]:
    return [Segment(one, Span(0, len(one)), Kind.BODY, n // 4, n % 4) for n, one in enumerate(GIVEN)]


@pytest.fixture(params=["memory", "gloss", "argos", "argos beam 1", "argos enforced", "argos remembered"])
def source(request: pytest.FixtureRequest, tiny_package: Path, tmp_path: Path) -> Source:
    match request.param:
        case "memory":
            pairs = [Remembered(one, f"English {n}", Origin.MEMORY, "m") for n, one in enumerate(GIVEN) if n % 3]
            return Memory(pairs)
        case "gloss":
            file = tmp_path / "g.yaml"
            file.write_text("entries:\n  - nb: hus\n    en: [house]\n    pos: noun\n")
            return Gloss(terms.load((file,)))
        case "argos":
            return Argos(read(tiny_package))
        case "argos beam 1":
            return Argos(read(tiny_package), Decoding(beam=1, threads=1))
        case "argos enforced":
            entries = [Entry("fred", ("calm",), "noun"), Entry("hus", ("home",), "noun"), Entry("hei", ("ahoy",), "intj")]
            return Enforced(Argos(read(tiny_package)), terms.Glossary.of(entries), Cache(tmp_path))
        case _:
            Argos(read(tiny_package), cache=Cache(tmp_path)).translate(segments()[:9])
            return Argos(read(tiny_package), cache=Cache(tmp_path))


@pytest.fixture(autouse=True)
def _no_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)


def test_there_is_a_place_for_each_segment_in_order(source: Source) -> None:
    wanted = segments()
    drafts = source.translate(wanted)
    assert len(drafts) == len(wanted)
    covered = 0
    for segment, draft in zip(wanted, drafts, strict=True):
        if draft is None or draft.covers == 0:
            assert draft is None or covered > 0
            covered -= draft is not None
            continue
        covered = draft.covers - 1
        assert 0 <= draft.score <= 1
        assert draft.origin in Origin
        assert draft.origin is not Origin.ENGINE or draft.target.strip() or draft.findings
        said, says = len(text.words(segment.text)), len(text.words(draft.target))
        assert draft.covers > 1 or all(link.source < said and link.target < says for link in draft.links)
        assert list(draft.links) == sorted(set(draft.links))


def test_asking_twice_gives_the_same(source: Source) -> None:
    assert list(source.translate(segments())) == list(source.translate(segments()))


def test_the_window_does_not_matter(source: Source) -> None:
    """What stands beside a segment in its window changes nothing, paragraphs kept whole."""
    whole = list(source.translate(segments()))
    apart = [draft for n in range(0, len(GIVEN), 4) for draft in source.translate(segments()[n : n + 4])]
    # Batches are padded differently: a confidence may differ in its last digits.
    assert [_rounded(draft) for draft in apart] == [_rounded(draft) for draft in whole]


def _rounded(draft: object) -> object:
    if dataclasses.is_dataclass(draft) and not isinstance(draft, type):
        return dataclasses.replace(draft, score=round(draft.score, 2))  # type: ignore[attr-defined]
    return draft


def test_an_empty_window(source: Source) -> None:
    empty: Sequence[Segment] = ()
    assert list(source.translate(empty)) == []
