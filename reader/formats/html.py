"""HTML: one file that opens anywhere, side by side on a wide screen and stacked on a telephone.

The page holds no script and loads nothing. Jinja escapes everything that comes from the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reader.formats.md import pieces
from reader.model import Bitext, Block, State, Unit
from reader.render.layout import origin_label

_DROPPED = {
    code: (9 if code in (9, 10, 11, 12, 13) else 0xFFFD)
    for code in (*range(32), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
} | dict.fromkeys((*range(8234, 8239), *range(8294, 8298), 1564, 8206, 8207))
"""Controls that HTML forbids become U+FFFD, line ends a space, bidirectional controls nothing."""
_DROPPED |= dict.fromkeys((9, 10, 11, 12, 13, 133), 32)


def write(bitext: Bitext) -> bytes:
    """UTF-8."""
    from jinja2 import Environment, PackageLoader  # 60 ms

    environment = Environment(
        loader=PackageLoader("reader.formats", "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    page = environment.get_template("bitext.html").render(
        title=cleaned(bitext.document.name),
        language=bitext.document.language,
        blocks=[_block(block) for block in bitext.blocks if block.units],
        terms=_terms(bitext),
        made_by=[(cleaned(name), cleaned(value)) for name, value in bitext.made_by],
    )
    return page.encode("utf-8", "replace")



def _block(block: Block) -> dict[str, Any]:
    return {"kind": block.paragraph.kind.value, "units": [_unit(unit) for unit in block.units]}


def _unit(unit: Unit) -> dict[str, Any]:
    return {
        "source": list(_source(unit)),
        "target": list(_target(unit)),
        "origin": unit.origin.value,
        "label": origin_label(unit)[0],
        "findings": "; ".join(finding.message for finding in unit.findings),
    }


def _source(unit: Unit) -> Iterator[tuple[str, str, str]]:
    """(text, its gloss when it is a term, the term's state)."""
    by_start = {
        span.start: match for match in reversed(unit.terms) if match.entry.highlight for span in match.source
    }
    spans = [span for match in unit.terms if match.entry.highlight for span in match.source]
    place = 0
    for text, term in pieces(unit.source, spans):
        match = by_start.get(place) if term else None
        gloss = f"{match.entry.lemma}: {', '.join(match.entry.renderings)}" if match else ""
        yield cleaned(text), cleaned(gloss), match.state.value if match else ""
        place += len(text)


def _target(unit: Unit) -> Iterator[tuple[str, bool]]:
    spans = [span for match in unit.terms if match.entry.highlight for span in match.target]
    for text, term in pieces(unit.target, spans):
        yield cleaned(text), term


def _terms(bitext: Bitext) -> list[dict[str, Any]]:
    """Every highlighted term of the text once, by lemma, with how often it stands there."""
    counted: dict[str, dict[str, Any]] = {}
    for unit in bitext.units:
        for match in unit.terms:
            if match.entry.highlight:
                row = counted.setdefault(
                    match.entry.lemma,
                    {"lemma": cleaned(match.entry.lemma), "glosses": cleaned(", ".join(match.entry.renderings)),
                     "note": cleaned(match.entry.warning or match.entry.note), "count": 0, "missed": 0},
                )  # fmt: skip
                row["count"] += 1
                row["missed"] += match.state is State.MISSED
    return [counted[lemma] for lemma in sorted(counted)]


def cleaned(text: str) -> str:
    """`text` without what HTML forbids."""
    return text.translate(_DROPPED)
