"""How much of the English is shown: all, dimmed, hidden until asked for, or hidden until reached."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from reader.session.place import Place


class Cover(StrEnum):
    """How English is treated that was not asked for."""

    SHOWN = "shown"
    DIMMED = "dimmed"
    HIDDEN = "hidden"
    REACHED = "until reached"
    """Hidden after the sentence that is being read."""


COVERS = tuple(Cover)


@dataclass(frozen=True, slots=True)
class Reveal:
    """The cover, and what was uncovered one by one."""

    cover: Cover = Cover.SHOWN
    uncovered: frozenset[Place] = frozenset()
    furthest: Place = field(default=Place(-1, 0))
    """The last sentence reached by reading on."""
    testing: bool = False
    """Self-test: every sentence that is read or uncovered is counted."""
    read: frozenset[Place] = frozenset()
    looked: frozenset[Place] = frozenset()
    """Of those read, whose English was asked for."""

    def covered(self, place: Place) -> bool:
        """Whether the English of a sentence is not to be seen."""
        match self.cover:
            case Cover.HIDDEN:
                return place not in self.uncovered
            case Cover.REACHED:
                return place > self.furthest and place not in self.uncovered
            case _:
                return False

    def cycled(self, place: Place) -> Reveal:
        """The next cover; what was uncovered before is covered again."""
        following = COVERS[(COVERS.index(self.cover) + 1) % len(COVERS)]
        return replace(self, cover=following, uncovered=frozenset(), furthest=place)

    def toggled(self, places: frozenset[Place]) -> Reveal:
        """Uncover the sentences, or cover them again when all of them were uncovered."""
        if places <= self.uncovered:
            return replace(self, uncovered=self.uncovered - places)
        looked = self.looked | places if self.testing else self.looked
        read = self.read | places if self.testing else self.read
        return replace(self, uncovered=self.uncovered | places, looked=looked, read=read)

    def reached(self, place: Place) -> Reveal:
        """The reader read on to `place`."""
        read = self.read | {place} if self.testing else self.read
        if place <= self.furthest and read is self.read:
            return self
        return replace(self, furthest=max(self.furthest, place), read=read)

    def tested(self, place: Place) -> Reveal:
        """A self-test begun (English hidden, counts at nought) or ended."""
        if self.testing:
            return replace(self, testing=False, cover=Cover.SHOWN, uncovered=frozenset())
        return Reveal(Cover.HIDDEN, furthest=place, testing=True, read=frozenset((place,)))

    @property
    def score(self) -> str:
        """What a self-test has counted so far."""
        count, asked = len(self.read), len(self.looked)
        return f"{count - asked} of {count} without help" if count else "nothing read yet"
