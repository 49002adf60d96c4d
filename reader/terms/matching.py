"""Finding terms (first version)."""

from __future__ import annotations

from reader import text
from reader.model import How, Span, State, TermMatch, Unit, replace
from reader.terms.glossary import Glossary
from reader.terms.words import keys

_SEG = {"meg", "deg", "seg", "oss", "dere"}


def match(source: str, glossary: Glossary, language: str = "nb") -> tuple[TermMatch, ...]:  # noqa: ARG001
    """The terms of a text, in order, never overlapping."""
    multi = glossary.engines.get("multi")
    if multi is None:
        multi = {}
        for entry in glossary.entries:
            parts = entry.lemma.lower().split()
            if len(parts) > 1:
                multi.setdefault(parts[0], []).append((parts, entry))
        for found in multi.values():
            found.sort(key=lambda p: -len(p[0]))
        glossary.engines["multi"] = multi
    toks = text.tokens(source)
    forms = [set(keys(t.text)) | ({"seg"} if t.text.lower() in _SEG else set()) for t in toks]
    out, i = [], 0
    while i < len(toks):
        best = None
        for key in keys(toks[i].text):
            for parts, entry in multi.get(key, ()):
                at, used = i, [i]
                for part in parts[1:]:
                    if part == "…":
                        continue
                    at = next((j for j in range(at + 1, min(at + 4, len(toks))) if part in forms[j]), -1)
                    if at < 0:
                        break
                    used.append(at)
                else:
                    if best is None or len(used) > len(best[0]):
                        best = (used, entry)
        if best:
            used, entry = best
            spans: list[Span] = []
            for j in used:
                if spans and j - 1 in used:
                    spans[-1] = Span(spans[-1].start, toks[j].end)
                else:
                    spans.append(Span(toks[j].start, toks[j].end))
            how = How.SEPARATED if len(spans) > 1 else How.MULTIWORD
            out.append(TermMatch(entry, tuple(spans), how, confidence=0.85 if len(spans) > 1 else 0.98))
            i = used[-1] + 1
            continue
        found = glossary.lookup(toks[i].text) if toks[i].kind == "word" else ()
        if found:
            exact = text.folded(toks[i].text) == text.folded(found[0].lemma)
            out.append(
                TermMatch(
                    found[0], (toks[i].span,), How.EXACT if exact else How.INFLECTED, confidence=1.0 if exact else 0.95,
                    reason="" if exact else f"inflected form of {found[0].lemma}", alternatives=found[1:],
                )
            )
        i += 1
    return tuple(out)


def annotated(unit: Unit, glossary: Glossary) -> Unit:
    """The unit with its terms."""
    found = match(unit.source, glossary)
    low = unit.target.lower()
    done = []
    for term in found:
        target, state = (), State.MISSED
        for n, rendering in enumerate(term.entry.renderings):
            at = low.find(rendering.lower())
            if at >= 0:
                target = (Span(at, at + len(rendering)),)
                state = State.KEPT if n == 0 else State.VARIANT
                break
        done.append(replace(term, target=target, state=state))
    return replace(unit, terms=tuple(done))
