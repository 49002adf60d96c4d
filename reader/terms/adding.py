"""Adding entries to a glossary file: a few lines of text, so that the reader's comments and order stay as they are.

The file is locked, read once, written anew beside itself, brought to the disk and then renamed: whenever it is stopped,
the file holds all its entries, and with the new ones once `add` has returned.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from glob import escape
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final, NamedTuple

from reader.errors import GlossaryError
from reader.model import Entry
from reader.terms import loading, merging, yamlfile
from reader.terms.merging import Key
from reader.terms.problems import Problem, refusal

NEW: Final = "# Words added while reading.\nentries:\n"
EMPTY: Final = "entries:\n"
_PLAIN: Final = re.compile(r"[^\W\d_][^\W_]*(?:[ -][^\W_]+)*")
"""What YAML reads as a string whatever stands around it."""
_WORDS_OF_YAML: Final = frozenset(
    word for line in ("yes no on off true false null y n nei ja",) for word in line.split()
)


class Added(NamedTuple):
    """What became of entries that were to be added; together they are all of them."""

    added: int = 0
    changed: int = 0
    """They took the place of the file's entry for the same word and class."""
    there: int = 0
    """The file had them already, word for word."""


def add(path: Path, entry: Entry) -> Added:
    """The entry at the end of a glossary file, or in place of the file's entry for the same word and class.

    A file that is missing is made, with its folder. Raises GlossaryError when the file cannot be read or written, or
    when it is in no state to take an entry; then it is as it was.
    """
    return add_all(path, (entry,), NEW)


def add_all(path: Path, entries: Sequence[Entry], new: str = EMPTY) -> Added:
    """The same for many, with one reading and one writing; `new` is what a new file begins with.

    All of them or none: a refusal leaves the file as it was.
    """
    for entry in entries:
        if not entry.lemma.strip() or not (entry.renderings or entry.translate_never):
            raise GlossaryError(
                "An entry needs a Norwegian word and its English.", hint='For example "sunn fornuft: common sense".'
            )
    file = Path(os.path.realpath(path))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with _locked(file):
            for part in file.parent.glob(f".{escape(file.name)}.*.part"):
                part.unlink(missing_ok=True)  # of a writer that was killed: no other is at work
            data, added = _with(file, {merging.key(entry): entry for entry in entries}, new)
            if added.added or added.changed:
                _write(file, data)
    except OSError as error:
        raise GlossaryError(
            f"{path} cannot be written: {(error.strerror or str(error)).lower()}.", hint="Check it."
        ) from error
    return added


def _with(file: Path, entries: Mapping[Key, Entry], new: str) -> tuple[bytes, Added]:
    """The content of the file with the entries in it."""
    data = yamlfile.content(file) if file.exists() else new.encode()
    before = loading.contents(file, data)
    stopping = [problem for problem in before.problems if problem.stops]
    if stopping:
        raise refusal(stopping[0], len(stopping) - 1)
    old = {merging.key(entry): entry for entry in before.entries}
    after, kept = _rewritten(file, data, entries, before.entries)
    # An entry says less than the file may say for it (its head has tags): only written down can they be compared.
    there = {key for key in entries if key in old and replace(old[key], place=kept[key].place) == kept[key]}
    if there:
        after, _ = _rewritten(file, data, {key: entries[key] for key in entries if key not in there}, before.entries)
    fresh = len(entries.keys() - old.keys())
    return after, Added(fresh, len(entries) - fresh - len(there), len(there))


def _rewritten(
    file: Path, data: bytes, entries: Mapping[Key, Entry], before: Sequence[Entry]
) -> tuple[bytes, dict[Key, Entry]]:
    """The file with the entries, and what it then holds. Raises GlossaryError when it does not hold what it should."""
    old = {merging.key(entry): _line(entry) for entry in before}
    mark = "\ufeff" if data.startswith("\ufeff".encode()) else ""
    text = data.decode("utf-8-sig")
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").split("\n")
    written = _merged(lines, [(entry, old.get(key, 0)) for key, entry in entries.items()])
    after = (mark + end.join(written)).encode()
    found = loading.contents(file, after)
    kept = {merging.key(entry): entry for entry in found.entries}
    whole = len(found.entries) - len(before) == len(entries.keys() - old.keys()) == len(kept) - len(old)
    if any(problem.stops for problem in found.problems) or not whole:
        line = next((problem.line for problem in found.problems if problem.stops), 0)
        what = f"'{next(iter(entries.values())).lemma}'" if len(entries) == 1 else f"{len(entries)} entries"
        raise refusal(Problem(str(file), line, "G106", f"cannot take {what} as its lists are written"))
    return after, kept


def _line(entry: Entry) -> int:
    return int(entry.place.rpartition(":")[2])


def _merged(lines: list[str], entries: Sequence[tuple[Entry, int]]) -> list[str]:
    """The lines with each entry's own: in place of those of its old line (from 1), or after the last entry (0)."""
    head = next((number for number, line in enumerate(lines) if re.match(r"""["']?entries["']?\s*:""", line)), None)
    indent, after = "", len(lines)
    if head is not None:
        if re.fullmatch(r"(.*?:)\s*(\[\s*\])\s*", lines[head]):
            lines = [*lines[:head], lines[head].split(":", 1)[0] + ":", *lines[head + 1 :]]
        indent = next((found.group(1) for line in lines[head + 1 :] if (found := re.match(r"( *)- ", line))), "  ")
        after = _last(lines, head)
    while after and not lines[after - 1].strip():
        after -= 1
    cuts: list[tuple[int, int, list[str]]] = []
    fresh: list[str] = []
    for entry, old in entries:
        body = [_short(entry)] if head is None else _long(entry, indent)
        if old:
            cuts.append((old - 1, _end(lines, old - 1, indent), body))
        else:
            fresh += body
    written, place = list[str](), 0
    for start, stop, body in sorted([*cuts, (after, after, fresh)]):
        written += [*lines[place:start], *body]
        place = stop
    return [*written, *(lines[place:] if any(line.strip() for line in lines[place:]) else [""])]


def _last(lines: list[str], head: int) -> int:
    """Where the list of entries ends: at the next key of the file, or at its end."""
    for number in range(head + 1, len(lines)):
        if re.match(r"[^\s#-][^:]*:", lines[number]):
            return number
    return len(lines)


def _end(lines: list[str], start: int, indent: str) -> int:
    """The first line after an entry; blank lines and comments before the next one are not the entry's."""
    stop = start + 1
    while stop < len(lines) and (lines[stop].startswith(indent + " ") or not lines[stop].strip()):
        stop += 1
    while stop > start + 1 and (not lines[stop - 1].strip() or lines[stop - 1].lstrip().startswith("#")):
        stop -= 1
    return stop


def _short(entry: Entry) -> str:
    return f"{scalar(entry.lemma)}: {_listed(entry.renderings)}"


def _long(entry: Entry, indent: str) -> list[str]:
    """The entry as an item of the list; what is as it would be anyway is left out."""
    fields: list[tuple[str, str]] = [("nb", scalar(entry.lemma))]
    fields += [(key, _listed(values)) for key, values in (("en", entry.renderings),) if values]
    fields += [("pos", entry.pos)] if entry.pos else []
    for key, values in (
        ("forms", entry.forms),
        ("nn", entry.nynorsk),
        ("tags", entry.tags),
        ("forbidden", entry.forbidden),
    ):
        fields += [(key, _listed(values))] if values else []
    for key, value in (("note", entry.note), ("warning", entry.warning)):
        fields += [(key, scalar(value))] if value else []
    if entry.example:
        fields.append(("example", f"{{nb: {scalar(entry.example[0])}, en: {scalar(entry.example[1])}}}"))
    fields += [("priority", str(entry.priority))] if entry.priority else []
    fields += [("gap", str(entry.gap))] if entry.gap is not None else []
    fields += [("case", "true")] if entry.case else []
    fields += [("highlight", "false")] if not entry.highlight else []
    fields += [("translate", "never")] if entry.translate_never else []
    return [f"{indent}{'- ' if not number else '  '}{key}: {value}" for number, (key, value) in enumerate(fields)]


def _listed(values: tuple[str, ...]) -> str:
    return scalar(values[0]) if len(values) == 1 else f"[{', '.join(map(scalar, values))}]"


def scalar(value: str) -> str:
    """A string as YAML, in double quotes unless it can only be read as itself."""
    value = " ".join(value.split())
    if _PLAIN.fullmatch(value) and value.lower() not in _WORDS_OF_YAML:
        return value
    escaped = json.dumps(value, ensure_ascii=False)  # JSON strings are YAML strings
    return re.sub(
        "[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]", lambda found: f"\\u{ord(found.group()):04x}", escaped
    )


@contextmanager
def _locked(file: Path) -> Iterator[None]:
    """One writer at a time; the lock is the system's, so a killed writer leaves none behind."""
    with open(file.with_name(f".{file.name}.lock"), "a+b") as lock:
        try:
            import fcntl
        except ImportError:  # Windows
            import msvcrt

            msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined, unused-ignore]
        else:
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _write(file: Path, data: bytes) -> None:
    with NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.", suffix=".part", delete=False) as part:
        try:
            part.write(data)
            part.flush()
            os.fsync(part.fileno())
            if file.exists():
                shutil.copymode(file, part.name)
            os.replace(part.name, file)
        except OSError:
            Path(part.name).unlink(missing_ok=True)
            raise
    if hasattr(os, "O_DIRECTORY"):
        folder = os.open(file.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
