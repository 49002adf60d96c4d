"""Loading glossary files and folders into one glossary; later ones win."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from reader.model import Entry
from reader.terms import schema, yamlfile
from reader.terms.glossary import Glossary, glossary, merged
from reader.terms.problems import refusal
from reader.terms.yamlfile import Refused


def shipped() -> Path:
    """The folder of the glossary that comes with the reader: in the wheel, or beside the package in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "glossary"
    return inside if inside.is_dir() else package.parent / "glossary"


def load(paths: Sequence[Path], cache: Path | None = None) -> Glossary:  # noqa: ARG001
    """The entries of files and folders as one glossary.

    Raises GlossaryError (`path:line: …`) for a file that cannot be used.
    """
    digest = sha256()
    levels: list[list[Entry]] = []
    try:
        for path in paths:
            level: list[Entry] = []
            for file in files(path):
                data = yamlfile.content(file)
                digest.update(data)
                found = schema.contents(yamlfile.tree(data, str(file)), str(file))
                stopping = [problem for problem in found.problems if problem.stops]
                if stopping:
                    raise refusal(stopping[0], len(stopping) - 1)
                level.extend(found.entries)
            levels.append(level)
    except Refused as error:
        raise refusal(error.problem) from error
    return glossary(merged(levels), digest.hexdigest()[:12])


def files(path: Path) -> Iterator[Path]:
    """The glossary files of a folder by name, or the file itself."""
    if not path.is_dir():
        yield path
        return
    for file in sorted(path.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        if file.suffix in (".yaml", ".yml") and file.is_file() and not hidden:
            yield file
