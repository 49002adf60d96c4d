"""The entry of the word or term at the cursor, in a few lines at the bottom of the screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.text import Text
from textual.widgets import Static

from reader.model import Entry, How, State, TermMatch
from reader.render.cells import safe
from reader.render.rows import Side
from reader.session import Familiarity, Session, words

_STATES = {
    State.KEPT: "the English has it",
    State.VARIANT: "the English has another listed rendering",
    State.APPLIED: "put into the English",
    State.MISSED: "the English says it otherwise",
    State.FORBIDDEN: "the English has a rendering to avoid",
}

_HOWS = {How.EXACT: "as in the dictionary", How.COMPOUND: "last part of a compound"}


class EntryPanel(Static, can_focus=False):
    """Follows the cursor while it is open."""

    DEFAULT_CSS = """
    EntryPanel { display: none; width: 100%; height: auto; max-height: 40%; padding: 0 2; border-top: solid $primary; }
    EntryPanel.open { display: block; }
    """

    def show(self, session: Session) -> None:
        self.set_class(session.panel, "open")
        if session.panel:
            self.update(entry_text(session))


def entry_text(session: Session) -> Text:
    """What is known about the word at the cursor. Every piece is plain text: nothing in it is mark-up."""
    return Text("\n").join(_lines(session)) or Text("No word here.")


def _lines(session: Session) -> Iterator[Text]:
    unit, cursor = session.unit, session.cursor
    if unit is None:
        return
    term = session.term
    if term is not None:
        yield from _term(term, session)
    if cursor.word is None:
        return
    glossary = session.book.annotator.glossary
    facts = words.facts(unit, cursor.side, cursor.word, glossary, session.book.document.language)
    covered = session.covered(unit)
    if cursor.side is Side.TARGET:
        if covered:
            yield Text("The English is hidden: r shows it.", "dim")
            return
        said = f"← {safe(facts.partner)}" if facts.partner else "no Norwegian word linked"
        yield Text.assemble((safe(facts.form), "bold"), "  ", (said, "dim"))
        return
    if term is None:
        head = Text.assemble((safe(facts.form), "bold"))
        if facts.lemma and facts.lemma != facts.form.lower():
            head.append(f"  form of {safe(facts.lemma)}")
        head.append(f"  {facts.pos}" if facts.pos else "", "dim")
        yield head
        for entry in facts.entries[:3]:
            yield _senses(entry)
        if not facts.entries:
            parts = " + ".join(f"{safe(part)} ‘{safe(gloss)}’" if gloss else safe(part) for part, gloss in facts.parts)
            yield Text(parts or "not in the glossary (A adds it)", "" if parts else "dim")
    if facts.partner and not covered:
        yield Text.assemble(("here: ", "dim"), safe(facts.partner))


def _term(term: TermMatch, session: Session) -> Iterator[Text]:
    entry = term.entry
    yield _senses(entry)
    how = term.reason or _HOWS.get(term.how, term.how.value)
    unit = session.unit
    facts = [how, _STATES[term.state] if unit and unit.target and not session.covered(unit) else ""]
    if term.confidence < 1:
        facts.append(f"{term.confidence:.0%} certain")
    familiarity = session.lists.words.get(entry.lemma, Familiarity.NEW)
    facts.append("" if familiarity is Familiarity.NEW else familiarity.value)
    yield Text(safe(" · ".join(fact for fact in facts if fact)), "dim")
    if entry.note:
        yield Text(safe(entry.note))
    if entry.warning:
        yield Text.assemble(("Beware: ", "bold"), safe(entry.warning))
    if entry.example:
        yield Text.assemble((safe(entry.example[0]), "italic"), "  ", (safe(entry.example[1]), "italic dim"))
    if term.alternatives:
        yield Text(safe("or: " + "; ".join(f"{e.lemma} {e.pos} ‘{e.gloss}’" for e in term.alternatives[:4])), "dim")
    places = session.places_of(entry.lemma)
    if len(places) > 1:
        found = Counter(place.paragraph + 1 for place in places)  # in text order, as the places are
        where = ", ".join(f"§{number}{f' ×{times}' if times > 1 else ''}" for number, times in [*found.items()][:8])
        yield Text(f"{len(places)} places here: {where}{' …' if len(found) > 8 else ''}", "dim")


def _senses(entry: Entry) -> Text:
    text = Text.assemble((safe(entry.lemma), "bold underline"))
    text.append(f" {entry.pos}" if entry.pos else "", "dim")
    text.append("  " + safe(" · ".join(entry.renderings) or "stays as it is"))
    text.append("  " + safe(" ".join(f"#{tag}" for tag in entry.tags)) if entry.tags else "", "dim")
    return text
