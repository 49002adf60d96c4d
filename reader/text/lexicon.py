"""The inflected forms of Bokmål, read where they lie on disk: nothing is loaded, a lookup is one binary search.

Data: Bokmålsordboka, © Universitetet i Bergen og Språkrådet, CC BY 4.0; frequencies: wordfreq, CC BY-SA 4.0
(see data/LICENSE.txt; made by `reader.recipes.lexicon`).

The file: MAGIC, the byte lengths of its sections (u32, little-endian), then the sections:
0 forms, sorted by UTF-8 bytes, in blocks of BLOCK: bytes shared with the form before, bytes that follow, frequency
  (tenths of Zipf), the bytes, number of its reading set (varint);
1 where each block starts (u32); 2 reading sets; 3 where each set starts (u32); 4 rules, a line each: characters to
strip, suffix to add, pos, features; 5 paradigms, a line each.
"""

from __future__ import annotations

import mmap
import sys
from array import array
from bisect import bisect_right
from collections.abc import Callable
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

MAGIC = b"NBLEX001"
SECTIONS = 6
BLOCK = 16
"""Forms per block: half a block is scanned per lookup."""
_DATA = Path(__file__).parent / "data" / "nb.lexicon"


class Entry(NamedTuple):
    """One reading of a form."""

    lemma: str
    pos: str
    """UD tag in lower case, or `prefix` for a first member that never stands alone."""
    features: tuple[str, ...]
    weight: int
    """How unlikely this reading of the form is, in half bits: 0 is certain, 2 is one in two."""
    paradigms: tuple[int, ...]
    """Rows of the paradigm section, when the form is the lemma."""


class Lexicon:
    """A lexicon file, open for look-up."""

    def __init__(self, path: Path = _DATA) -> None:
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        assert self._map[: len(MAGIC)] == MAGIC, f"{path} is not a lexicon of this version"
        at = len(MAGIC)
        lengths = [int.from_bytes(self._map[at + 4 * i : at + 4 * i + 4], "little") for i in range(SECTIONS)]
        at += 4 * SECTIONS
        starts = [at + sum(lengths[:i]) for i in range(SECTIONS + 1)]
        self._forms, blocks, self._sets, set_starts, self._rule_start, self._row_start = starts[:SECTIONS]
        self._end = starts[SECTIONS]
        self._rule = lru_cache(maxsize=None)(self._read_rule)
        self._blocks = self._numbers(blocks, lengths[1])
        self._set_starts = self._numbers(set_starts, lengths[3])
        self._heads = _Heads(self._read_head)

    def entries(self, form: str) -> tuple[Entry, ...]:
        """The readings of a folded form, likeliest first; () when it is unknown."""
        found = self._find(form.encode())
        return self._readings(form, found[0]) if found else ()

    def zipf(self, form: str) -> float:
        """log10 of how often a folded form occurs in a thousand million words; 0.0 when unknown."""
        found = self._find(form.encode())
        return found[1] / 10 if found else 0.0

    def paradigm(self, lemma: str, row: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The (form, features) of a lemma after a row of the paradigm section."""
        cells = [cell.split(",") for cell in self._rows[row].split(";")]
        return tuple((lemma[: len(lemma) - int(strip)] + add, tuple(names.split())) for strip, add, names in cells)

    @cached_property
    def _rule_lines(self) -> list[bytes]:
        return self._map[self._rule_start : self._row_start].split(b"\n")

    def _read_rule(self, number: int) -> tuple[int, str, str, tuple[str, ...]]:
        # Each when it is first asked for: taking all of them apart costs every start 30 ms, and a text uses hundreds.
        strip, add, pos, names = self._rule_lines[number].decode().split("\t")
        return int(strip), add, pos, tuple(names.split())

    @cached_property
    def _rows(self) -> list[str]:
        return self._map[self._row_start : self._end].decode().split("\n")

    def _numbers(self, start: int, length: int) -> array[int]:
        """A section of u32."""
        found = array("I", self._map[start : start + length])
        if sys.byteorder == "big":
            found.byteswap()
        return found

    def _read_head(self, block: int) -> bytes:
        at = self._forms + self._blocks[block]
        return self._map[at + 3 : at + 3 + self._map[at + 1]]

    def _find(self, key: bytes) -> tuple[int, int] | None:
        """(number of the reading set, tenths of Zipf) of a key."""
        blocks, forms, data = self._blocks, self._forms, self._map
        block = max(0, bisect_right(range(len(blocks) - 1), key, key=self._heads.__getitem__) - 1)
        at, end = forms + blocks[block], forms + blocks[block + 1]
        word = b""
        while at < end:
            shared, length, zipf = data[at : at + 3]
            word = word[:shared] + data[at + 3 : at + 3 + length]
            number, at = self._varint(at + 3 + length)
            if word == key:
                return number, zipf
            if word > key:
                return None
        return None

    def _readings(self, form: str, number: int) -> tuple[Entry, ...]:
        at, end = self._sets + self._set_starts[number], self._sets + self._set_starts[number + 1]
        found = []
        while at < end:
            rule, at = self._varint(at)
            weight = self._map[at]
            count, at = self._varint(at + 1)
            rows = []
            for _ in range(count):
                row, at = self._varint(at)
                rows.append(row)
            strip, add, pos, features = self._rule(rule)
            found.append(Entry(form[: len(form) - strip] + add, pos, features, weight, tuple(rows)))
        return tuple(found)

    def _varint(self, at: int) -> tuple[int, int]:
        """(the number that starts at a byte, where the next one starts)."""
        number = shift = 0
        while (byte := self._map[at]) > 0x7F:  # the flag of a following byte
            number |= (byte & 0x7F) << shift
            shift += 7
            at += 1
        return number | byte << shift, at + 1


class _Heads(dict[int, bytes]):
    """The first form of each block, read when it is first asked for: every search begins with the same few."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, block: int) -> bytes:
        found = self[block] = self._read(block)
        return found


@cache
def bokmal() -> Lexicon:
    """The Bokmål lexicon, opened once."""
    return Lexicon()


@lru_cache(maxsize=65_536)
def entries(form: str) -> tuple[Entry, ...]:
    """The readings of a folded Bokmål form, likeliest first."""
    return bokmal().entries(form)


@lru_cache(maxsize=65_536)
def zipf(form: str) -> float:
    """How common a folded Bokmål form is, on the Zipf scale (0–8)."""
    return bokmal().zipf(form)
