"""Paragraphs and their kinds: text, then "kind: first words" of each paragraph."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.model import Kind
from reader.text import paragraphs

SEED = Path(__file__).parents[3] / "seeds" / "article.txt"
WRAPPED = (
    "Dette er en lang linje som er brutt for hånd etter omtrent sytti\ntegn, slik man gjorde før, og den fortsetter her"
    " med\nflere ord til slutten.\n"
    "Så kommer et nytt avsnitt som også er brutt for hånd etter sytti\ntegn, og det er fint."
)
CASES = {
    "hard-wrapped without blank lines": (WRAPPED, ["body: Dette er", "body: Så kommer"]),
    "one paragraph per line": (
        "Kapittel én\nDet var en gang en mann.\nHan bodde i skogen.\n– Hei, sa han.",
        ["title: Kapittel én", "body: Det var", "body: Han bodde", "dialogue: – Hei, sa"],
    ),
    "items": ("Husk:\n- melk\n- ost\n\n1. Kjøp mat\n2. Lag middag.\n\n• En", [
        "body: Husk:", "item: - melk", "item: - ost", "item: 1. Kjøp", "item: 2. Lag", "item: • En"]),
    "metadata": ("Stor fest\n\nAv Kari Nordmann\n\n12. mai 2024\n\nOSLO (NTB): Det var fest. Alle kom.", [
        "title: Stor fest", "dateline: Av Kari", "dateline: 12. mai", "dateline: OSLO (NTB):", "body: Det var"]),
    "metadata that shares a line": (" date 2025-02 – Vi ble enige om det.\n\nSlik ble det.", [
        "dateline: date 2025-02", "dialogue: – Vi ble", "body: Slik ble"]),
    "headings": ("Tittel\n\nTekst er dette.\n\n– Ønsker fred\n\nMer tekst.\n\n1. Innledning\n\nSlutt er det.", [
        "title: Tittel", "body: Tekst er", "heading: – Ønsker", "body: Mer", "heading: 1. Innledning", "body: Slutt"]),
    "no items": ("17. mai feirer vi.\n\n2. verdenskrig begynte i 1939.", ["body: 17. mai", "body: 2. verdenskrig"]),
    "quotations": ("«Dette var gøy», sier hun.\n\n«Sunn fornuft» er bra.\n\n“Hele sitatet.”", [
        "dialogue: «Dette var", "body: «Sunn", "dialogue: “Hele"]),
    "markdown": ("# Tittel\n\n## Del\nTekst.", ["title: # Tittel", "heading: ## Del", "body: Tekst."]),
    "line ends": ("En er her.\r\n\r\nTo er her.\u2029Tre er her.\x0cFire er her.\n\u00a0\nFem er her.", [
        "body: En er", "body: To er", "body: Tre", "body: Fire", "body: Fem"]),
    "one line without a stop": ("hei jeg kommer fra norge", ["body: hei jeg"]),
    "only space": (" \n\n ", ["body:"]),
    "empty": ("", []),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_paragraphs(name: str) -> None:
    text, expected = CASES[name]
    found = paragraphs(text)
    assert "".join(paragraph.span.of(text) for paragraph in found) == text
    heads = [f"{paragraph.kind}: {paragraph.span.of(text).strip()}" for paragraph in found]
    assert len(heads) == len(expected)
    for head, start in zip(heads, expected, strict=True):
        assert head.startswith(start)


def test_the_seed() -> None:
    text = SEED.read_text(encoding="utf-8")
    found = paragraphs(text)
    assert [paragraph.kind for paragraph in found][:4] == [Kind.DATELINE, Kind.DIALOGUE, Kind.BODY, Kind.HEADING]
    assert sum(paragraph.kind is Kind.HEADING for paragraph in found) == 3
