"""A word's keys."""

from __future__ import annotations

from reader.text.folding import folded


def keys(form: str) -> tuple[str, ...]:
    plain = folded(form)
    found = [plain]
    try:
        from reader.text.lexicon import entries

        found += [e.lemma for e in entries(plain)]
        if plain.endswith("s"):
            found += [e.lemma for e in entries(plain[:-1])]
    except Exception:
        pass
    return tuple(dict.fromkeys(found))
