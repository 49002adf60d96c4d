"""`reader glossary`: check the glossary, look through it with a text in hand, add to it, exchange it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.cli.output import tell, write
from reader.errors import ExitCode, GlossaryError

if TYPE_CHECKING:
    from reader.model import Document
    from reader.terms import Glossary

_EXAMPLES = """\
examples:
  reader glossary check                       the shipped glossary and your own
  reader glossary find story.txt              every term in the text, and how it matched
  reader glossary coverage story.txt          how many running words have a gloss, and which have none
  reader glossary add "sunn fornuft" "common sense" --pos noun
  reader glossary import terms.csv -o own.yaml
  reader glossary export terms.tbx
"""


def declare(verbs: Any) -> None:  # argparse gives the object that add_subparsers returns no public type
    """The words of the command line."""
    parser = verbs.add_parser(
        "glossary", help="check, search, extend, import or export the glossary", epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)

    check = actions.add_parser("check", help="problems in glossary files, by code; exit 1 if there are any")
    check.add_argument("paths", metavar="PATH", nargs="*", type=Path, help="files or folders; default: shipped and own")
    find = actions.add_parser("find", help="the terms of a text, where they stand and how they matched")
    coverage = actions.add_parser("coverage", help="the share of running words with a gloss, and the lemmas without")
    suggest = actions.add_parser("suggest", help="candidates for new entries: frequent lemmas and word pairs of a text")
    for reading in (find, coverage, suggest):
        reading.add_argument("files", metavar="FILE", nargs="+", help="texts; - for standard input")
        reading.add_argument("--glossary", metavar="PATH", type=Path, action="append", default=[])
        reading.add_argument("--add-glossary", metavar="PATH", type=Path, action="append", default=[])
    add = actions.add_parser("add", help="add an entry to your own glossary, or to --to FILE")
    add.add_argument("nb", metavar="NORWEGIAN", help="the dictionary form")
    add.add_argument("en", metavar="ENGLISH", nargs="+", help="renderings, the preferred one first")
    add.add_argument("--pos", default="", help="word class, as glossary/README.md has them: noun verb adj adv phrase …")
    add.add_argument("--note", default="")
    add.add_argument("--to", metavar="FILE", type=Path, help="default: glossary/own.yaml in your configuration folder")
    import_ = actions.add_parser("import", help="take over .tsv (OmegaT), .csv or .tbx into a glossary file")
    import_.add_argument("file", metavar="FILE", type=Path)
    import_.add_argument("-o", "--output", metavar="FILE", type=Path, help="default: own.yaml, as for add")
    export = actions.add_parser("export", help="write the glossary as .tsv (OmegaT), .csv or .tbx")
    export.add_argument("output", metavar="OUT", type=Path)
    export.add_argument("--glossary", metavar="PATH", type=Path, action="append", default=[])
    export.add_argument("--add-glossary", metavar="PATH", type=Path, action="append", default=[])
    for action in (check, find, coverage, suggest):
        action.add_argument("--json", action="store_true", help="machine-readable, on stdout")


def run(given: argparse.Namespace) -> int:
    """Do what was asked; the exit code. Raises GlossaryError and InputError."""
    match given.action:
        case "check":
            return _check(given)
        case "find":
            return _find(given)
        case "coverage":
            return _coverage(given)
        case "suggest":
            return _suggest(given)
        case "add":
            return _add(given)
        case "import":
            return _import(given)
        case _:
            return _export(given)


def _check(given: argparse.Namespace) -> int:
    from reader import terms
    from reader.opening import Options, glossary_paths

    problems = terms.check(given.paths or glossary_paths(Options()))
    if given.json:
        _json({"path": p.path, "line": p.line, "code": p.code, "message": p.message, "remedy": p.remedy}
              for p in problems)  # fmt: skip
    else:
        write(*(f"{problem}\n" for problem in problems))
        tell((f"{len(problems)} problem{'' if len(problems) == 1 else 's'}" if problems else "no problems",))
    return ExitCode.PARTIAL if problems else ExitCode.OK


def _find(given: argparse.Namespace) -> int:
    from reader import pipeline, terms

    glossary = _glossary(given)
    for document in _documents(given.files):
        for index in range(len(document.paragraphs)):
            for segment in pipeline.segments(document, index):
                for match in terms.match(segment.text, glossary, document.language):
                    surface = " … ".join(span.of(segment.text) for span in match.source)
                    at = segment.span.start + match.start
                    if given.json:
                        _json([{
                            "file": document.name, "start": at, "end": segment.span.start + match.end,
                            "spans": [[span.start + segment.span.start, span.end + segment.span.start]
                                      for span in match.source],
                            "surface": surface, "lemma": match.entry.lemma, "gloss": match.entry.gloss,
                            "how": match.how.value, "confidence": round(match.confidence, 2), "reason": match.reason,
                            "alternatives": match.other_glosses,
                        }])  # fmt: skip
                    elif match.entry.highlight:
                        line = document.text.count("\n", 0, at) + 1
                        write(f"{document.name}:{line}: {surface} → {match.entry.lemma}: {match.entry.gloss} "
                              f"({match.reason or match.how.value})\n")  # fmt: skip
    return ExitCode.OK


def _coverage(given: argparse.Namespace) -> int:
    from reader import terms

    glossary = _glossary(given)
    for document in _documents(given.files):
        found = terms.coverage(document.text, glossary, document.language)
        if given.json:
            _json([{
                "file": document.name, "words": found.words, "glossed": found.glossed, "names": found.names,
                "share": round(found.share, 4), "missing": dict(found.missing),
            }])  # fmt: skip
            continue
        write(f"{document.name}: {found.share:.1%} of {found.words} words have a gloss ({found.names} names apart)\n")
        write(*(f"  {times:5d}  {lemma}\n" for lemma, times in found.missing[:40]))
        if len(found.missing) > 40:
            write(f"         … and {len(found.missing) - 40} more (--json has all)\n")
    return ExitCode.OK


def _suggest(given: argparse.Namespace) -> int:
    from reader import terms

    glossary = _glossary(given)
    for document in _documents(given.files):
        for one in terms.suggest(document.text, glossary, document.language):
            if given.json:
                _json([{"file": document.name, "lemma": one.lemma, "times": one.times, "example": one.example,
                        "known": one.known}])  # fmt: skip
            else:
                write(f"{one.times:5d}  {one.lemma}{'  (its words are known)' if one.known else ''}  – {one.example}\n")
    return ExitCode.OK


def _add(given: argparse.Namespace) -> int:
    from reader import terms
    from reader.model import Entry

    entry = Entry(given.nb, tuple(given.en), pos=_word_class(given.pos), note=given.note)
    target = given.to or _own()
    found = terms.add(target, entry)
    if found.there:
        tell((f"'{entry.lemma}' is already there, in {target}",))
    else:
        tell((f"{'changed' if found.changed else 'added'} '{entry.lemma}' {'in' if found.changed else 'to'} {target}",))
    return ExitCode.OK


def _word_class(written: str) -> str:
    """The word class by one of its names. Raises GlossaryError."""
    from reader.terms.schema import POS, POS_ALIASES

    pos = POS_ALIASES.get(written.lower(), written.lower())
    if pos and pos not in POS:
        raise GlossaryError(f"There is no word class '{written}'.", hint=f"Use one of {' '.join(POS)}.")
    return pos


def _import(given: argparse.Namespace) -> int:
    from reader import formats, terms
    from reader.terms import exchange

    entries = exchange.read(formats.data_of(given.file, GlossaryError), given.file.name)
    target = given.output or _own()
    found = terms.add_all(target, [replace(entry, place="") for entry in entries])
    tell((f"{target}: {found.added} entries added, {found.changed} changed, {found.there} already there",))
    return ExitCode.OK


def _export(given: argparse.Namespace) -> int:
    from reader import formats
    from reader.terms import exchange

    glossary = _glossary(given)
    formats.replace_file(given.output, exchange.write(glossary.entries, given.output.suffix))
    tell((f"wrote {given.output} ({len(glossary.entries)} entries)",))
    return ExitCode.OK


def _own() -> Path:
    from reader import store

    folder = store.glossary_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return folder / "own.yaml"


def _glossary(given: argparse.Namespace) -> Glossary:
    from reader import store, terms
    from reader.opening import Options, loaded

    more = tuple(given.add_glossary)
    if given.glossary:  # those alone, without the reader's own words
        return terms.load((*given.glossary, *more), store.cache_folder())
    glossary, notices = loaded(Options(more_glossaries=more))
    tell(notices)
    return glossary


def _documents(files: Sequence[str]) -> Iterable[Document]:
    from reader import formats

    return (formats.read(file) for file in files)


def _json(rows: Iterable[dict[str, Any]]) -> None:
    write(*(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows))
