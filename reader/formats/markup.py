"""HTML and XML taken apart into text and tags, whatever state they are in.

Python's `html.parser` takes minutes for 50 kB of "<a <a <a" and stops at "<![<![" (3.11.7); this is one pass, in which
nothing is looked at twice, and never fails. Source: WHATWG HTML Standard, 13.2.5 "Tokenization", without what concerns
scripts. No entity of the file's own is ever looked up, so none can grow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import NamedTuple


class Tag(NamedTuple):
    """A tag, its names in lower case."""

    name: str
    opens: bool
    """False for `</p>`."""
    attributes: Mapping[str, str]
    """Empty for a closing tag; of two equal names the first counts."""
    empty: bool = False
    """Written `<p/>`."""


_TAG = re.compile(
    r"""<(/?)([a-zA-Z][^\s/>]*+)((?>[^>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+')|[="'])*+)>"""  # possessive: no backtracking
)
_ATTRIBUTE = re.compile(r"""([^\s=/>"']++)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s>]*+))?""")
_RAW = frozenset(("script", "style", "textarea", "title", "iframe", "xmp", "noembed", "noframes"))
"""Elements whose content holds no tags."""


def tokens(markup: str) -> Iterator[str | Tag]:
    """Tags, and the text between them with its entities decoded. Comments and declarations are left out."""
    place, end = 0, len(markup)
    while place < end:
        at = markup.find("<", place)
        if at < 0:
            break
        if at > place:
            yield unescape(markup[place:at])
        following = markup[at + 1 : at + 2]
        if (following.isascii() and following.isalpha()) or (following == "/" and markup[at + 2 : at + 3].isalpha()):
            found = _TAG.match(markup, at)
            if found is None:  # nothing closes it up to the end
                yield unescape(markup[at:])
                return
            tag = _tag(found)
            yield tag
            place = found.end()
            if tag.opens and not tag.empty and tag.name in _RAW:
                close = re.compile(rf"</{tag.name}(?=[\s/>])", re.IGNORECASE).search(markup, place)
                stop = close.start() if close else end
                if stop > place:
                    yield unescape(markup[place:stop]) if tag.name in ("title", "textarea") else markup[place:stop]
                place = stop
        elif following in ("!", "?", "/"):
            close_by = "-->" if markup.startswith("<!--", at) else ">"
            stop = markup.find(close_by, at + 2)
            place = end if stop < 0 else stop + len(close_by)
        else:
            yield "<"
            place = at + 1
    if place < end:
        yield unescape(markup[place:])


def _tag(found: re.Match[str]) -> Tag:
    closes, name, rest = found.groups()
    attributes: dict[str, str] = {}
    if rest and not closes:
        for key, value in _ATTRIBUTE.findall(rest):
            quoted = value[:1] in ("'", '"') and len(value) > 1
            attributes.setdefault(key.lower(), unescape(value[1:-1] if quoted else value))
    return Tag(name.lower(), not closes, attributes, rest.endswith("/"))
