"""Proper names: taking off the genitive without taking off a letter of the name."""

from __future__ import annotations

from reader.text.languages import Readings

_WHOLE = ("ss", "nes", "ås", "us", "itis", "ches")
"""Ends of names whose -s belongs to them: Moss, Sandnes, Nordås, Markus."""


def name_stem(form: str, data: Readings) -> tuple[str, bool]:
    """(A name without its genitive ending, whether it had one)."""
    bare = form.rstrip("'’")
    if bare != form and len(bare) > 1:
        return bare, True
    if len(form) > 3 and form.endswith(("'s", "’s")):
        return form[:-2], True
    if form.endswith("s") and (form[:-1].isupper() or len(form) > 3):  # "SVs", "Pers", not "Ås"
        kept = form.lower() in data.names_in_s or form.lower().endswith(_WHOLE)
        return (form, False) if kept else (form[:-1], True)
    return form, False
