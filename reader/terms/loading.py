"""Loading glossary files and folders into one glossary; later ones win."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from reader import __version__
from reader.terms import cache as compiled_cache
from reader.terms import yamlfile
from reader.terms.glossary import Glossary
from reader.terms.problems import Problem, refusal
from reader.terms.yamlfile import Refused

if TYPE_CHECKING:
    from reader.terms.schema import Contents

SUFFIXES = (".yaml", ".yml")


def shipped() -> Path:
    """The folder of the glossary that comes with the reader: in the wheel, or beside the package in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "glossary"
    return inside if inside.is_dir() else package.parent / "glossary"


def load(paths: Sequence[Path], cache: Path | None = None, leaving: Collection[Path] = ()) -> Glossary:
    """The entries of files and folders as one glossary; of the same word the later path's stays.

    `cache` is a folder for compiled glossaries, made when it is missing; `leaving`: files of folders that are left out,
    because they are `broken`. Raises GlossaryError (`path:line: …`) for the first problem that makes a file unusable.
    """
    sources = _sources(paths, leaving)
    key, fingerprint = _keys(sources)
    found = compiled_cache.read(cache, key) if cache else None
    if found is None:
        from reader.terms.merging import merged

        glossaries = [[entry for file, data in source for entry in _used(file, data).entries] for source in sources]
        found = Glossary.of(merged(glossaries), fingerprint)
        if cache:
            compiled_cache.write(cache, key, found)
    return found


def at_hand(paths: Sequence[Path], cache: Path, leaving: Collection[Path] = ()) -> Glossary | None:
    """What `load` gives when that takes no time to speak of; None when the shipped glossary has yet to be compiled.

    The reader's own files are looked through then too: raises GlossaryError for what is wrong with them.
    """
    sources = _sources(paths, leaving)
    found = compiled_cache.read(cache, _keys(sources)[0])
    if found is None and shipped() not in paths:
        return load(paths, cache, leaving)
    for path, source in zip(paths, sources, strict=True):
        for file, data in source if found is None and path != shipped() else ():
            _used(file, data)
    return found


def _sources(paths: Sequence[Path], leaving: Collection[Path]) -> list[list[tuple[Path, bytes]]]:
    """The files of each path, and what is in them."""
    try:
        wanted = [[file for file in files(path) if file == path or file not in leaving] for path in paths]
        return [[(file, yamlfile.content(file)) for file in each] for each in wanted]
    except Refused as error:
        raise refusal(error.problem) from error


def broken(path: Path) -> Mapping[Path, Problem]:
    """The files of a glossary that cannot be used, and why; empty when all of them can."""
    found = ((file, next((each for each in contents(file).problems if each.stops), None)) for file in files(path))
    return {file: problem for file, problem in found if problem is not None}


def files(path: Path) -> Iterator[Path]:
    """The glossary files under a folder by name, hidden ones left out; or the file itself."""
    if not path.is_dir():
        yield path
        return
    for file in sorted(path.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        if file.suffix.lower() in SUFFIXES and not hidden and file.is_file():
            yield file


def contents(path: Path, data: bytes | None = None) -> Contents:
    """The entries of a file and what is wrong with it; never raises."""
    from reader.terms import schema

    try:
        return schema.contents(yamlfile.tree(yamlfile.content(path) if data is None else data, str(path)), str(path))
    except Refused as error:
        return schema.Contents((), (error.problem,))


def _used(path: Path, data: bytes) -> Contents:
    found = contents(path, data)
    stopping: list[Problem] = [problem for problem in found.problems if problem.stops]
    if stopping:
        raise refusal(stopping[0], len(stopping) - 1)
    return found


def _made_of() -> str:
    """What of the reader itself decides how a glossary is compiled: its rules and the dictionary, by size and time."""
    package = Path(__file__).resolve().parent
    parts = (*sorted(package.glob("*.py")), *sorted((package.parent / "text" / "data").glob("*")))
    stats = (part.stat() for part in parts)
    return " ".join(f"{each.st_size}.{each.st_mtime_ns}" for each in stats)


def _keys(sources: Sequence[Sequence[tuple[Path, bytes]]]) -> tuple[str, str]:
    """(key of the compiled glossary: content, names, version; fingerprint: content alone)."""
    content = blake2b(digest_size=16)
    names = blake2b(f"{__version__} {_made_of()}".encode(), digest_size=16)
    for source in sources:
        names.update(b"\0\0")
        for file, data in source:
            names.update(str(file).encode("utf-8", "surrogateescape") + b"\0")
            content.update(len(data).to_bytes(8, "little") + data)
    names.update(content.digest())
    return names.hexdigest(), content.hexdigest()[:12]
