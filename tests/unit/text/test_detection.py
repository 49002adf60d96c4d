"""Which language; and no answer where there is none to give."""

from __future__ import annotations

import pytest

from reader.text import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Det var en gang en mann som bodde i en liten by ved havet.", "nb"),
        ("Eg veit ikkje kva dei vil gjere med dette no, men det er ikkje bra.", "nn"),
        ("Jeg har ikke noget at sige, men det var meget godt, og han blev hjemme efter skole.", "da"),
        ("Regeringen vil bruge flere penge på sundhed, siger ministeren til avisen.", "da"),
        ("Jag har inte sett honom, men det är mycket bra.", "sv"),
        ("She said that they would not come to the meeting.", "en"),
        ("Hei", ""),
        ("Bonjour tout le monde, je suis là", ""),
        ("Ich weiß nicht, was soll es bedeuten, dass ich so traurig bin", ""),
        ("12345 !!!", ""),
        ("", ""),
    ],
)
def test_detect(text: str, language: str) -> None:
    assert detect(text) == language
