"""`reader packages`: the translation packages at hand, those to be had, and everything one does with them."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.cli.output import readable, tell, write
from reader.cli.progress import Bar
from reader.errors import ExitCode, PackageError

if TYPE_CHECKING:
    from reader.translate.package import Package

_EXAMPLES = """\
examples:
  reader packages install              the official Norwegian–English package, once
  reader packages install FILE         an .argosmodel that came by hand: no network is needed
  reader packages remove nb en
"""
_NONE = (
    "No Norwegian–English package is installed. `reader packages install` fetches one; "
    "`reader packages install FILE` takes one that was fetched elsewhere."
)


def declare(verbs: Any) -> None:  # argparse gives the object that add_subparsers returns no public type
    """The words of the command line."""
    parser = verbs.add_parser(
        "packages", help="list, install, verify or remove translation packages", epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)

    listing = actions.add_parser("list", help="packages that are installed, the one in use first")
    offered = actions.add_parser("available", help="packages that the index offers (asks the network)")
    install = actions.add_parser("install", help="fetch and install: nb en (default), a file or an address")
    verify = actions.add_parser("verify", help="translate a word with each; exit 1 if one is broken or none is there")
    remove = actions.add_parser("remove", help="remove a package")
    actions.add_parser("path", help="the folder that packages are installed in, Argos Translate's own")

    install.add_argument("what", nargs="*", metavar="WHAT", help="nb en, FILE.argosmodel or URL")
    remove.add_argument("what", nargs="+", metavar="WHAT", help="nb en, or a name that `list` shows")
    for parser_ in (offered, install):
        parser_.add_argument("--index", metavar="URL|FILE", help="another index than Argos Translate's public one")
    for parser_ in (listing, offered, verify):
        parser_.add_argument("--json", action="store_true", help="machine-readable, on stdout")
    for parser_ in (install, remove, verify):
        parser_.add_argument("-q", "--quiet", action="store_true", help="only errors")


def run(given: argparse.Namespace) -> int:
    """Do what was asked; the exit code. Raises PackageError."""
    match given.action:
        case "list":
            return _list(given)
        case "available":
            return _available(given)
        case "install":
            return _install(given)
        case "verify":
            return _verify(given)
        case "remove":
            return _remove(given)
        case _:
            from reader.translate.packages import install_folder

            return _out([str(install_folder())])


def _list(given: argparse.Namespace) -> int:
    from reader.translate.packages import found

    here = found()
    tell(here.notices)
    if given.json:
        return _out([json.dumps([described(one) for one in here.packages], ensure_ascii=False, indent=2)])
    if not here.packages:
        tell([_NONE])
    lines: list[str] = []
    for number, one in enumerate(here.packages):
        lines.append(f"{one.name}{'  (in use)' if number == 0 else ''}")
        lines += [f"  {line}" for line in (str(one.path), readable(_size(one.path)), one.attribution) if line]
    return _out(lines)


def described(one: Package) -> Mapping[str, object]:
    """A package as JSON."""
    return {
        "name": one.name, "from": one.from_code, "to": one.to_code, "version": one.version, "path": str(one.path),
        "size": _size(one.path), "attribution": one.attribution, "embedded": one.embedded,
        "fingerprint": one.fingerprint,
    }  # fmt: skip


def _available(given: argparse.Namespace) -> int:
    from reader.translate.index import PUBLIC, available

    offered = available(given.index or PUBLIC)
    if given.json:
        rows = [
            {"name": one.name, "from": one.from_code, "to": one.to_code, "version": one.version, "links": one.links,
             "size": one.size, "sha256": one.sha256 or None, "attribution": one.attribution or None}
            for one in offered
        ]  # fmt: skip
        return _out([json.dumps(rows, ensure_ascii=False, indent=2)])
    if not offered:
        tell(["The index offers no Norwegian–English package."])
    return _out([
        "  ".join(part for part in (one.name, readable(one.size), one.attribution, one.links[0]) if part)
        for one in offered
    ])  # fmt: skip


def _install(given: argparse.Namespace) -> int:
    from reader import store
    from reader.translate.index import PUBLIC
    from reader.translate.install import installed, planned
    from reader.translate.packages import found

    plan = planned(given.what, given.index or PUBLIC)
    here = [one for one in found().packages if not one.embedded and one.name == plan.name]
    if here:
        hint = "`reader packages remove nb en` first, to fetch it anew"
        tell([] if given.quiet else [f"{plan.name} is installed already, in {here[0].path} ({hint})"])
        return ExitCode.OK
    about = [part for part in (plan.name, readable(plan.size), plan.attribution) if part]
    tell([] if given.quiet else ["  ".join(about), *(() if plan.local else (f"from {plan.where}",))])
    before = {(one.path, one.fingerprint) for one in found().packages}
    bar = Bar(quiet=given.quiet)
    try:
        one = installed(plan, store.cache_folder() / "downloads", bar)
    finally:
        bar.end()
    same = (one.path, one.fingerprint) in before
    said = f"{one.name} is installed already, in {one.path}" if same else f"installed {one.name} in {one.path}"
    tell([] if given.quiet else [said])
    if one.attribution and one.attribution != plan.attribution and not given.quiet:
        tell([one.attribution])
    return ExitCode.OK


def _verify(given: argparse.Namespace) -> int:
    from reader.translate.install import verified
    from reader.translate.packages import found

    here = found()
    rows: list[dict[str, object]] = []
    for one in here.packages:
        try:
            verified(one)
            rows.append({"name": one.name, "path": str(one.path), "sound": True, "problem": None})
        except PackageError as error:
            rows.append({"name": one.name, "path": str(one.path), "sound": False, "problem": str(error)})
    broken = [*here.notices, *(str(row["problem"]) for row in rows if not row["sound"])]
    if given.json:
        _out([json.dumps(rows, ensure_ascii=False, indent=2)])
    elif not given.quiet:
        _out([f"{row['name']}: {'sound' if row['sound'] else 'broken'}" for row in rows])
    tell([*broken, *(() if rows or broken else (_NONE,))])
    return ExitCode.OK if rows and not broken else ExitCode.PARTIAL


def _remove(given: argparse.Namespace) -> int:
    from reader.translate.install import removed

    gone = removed(given.what)
    tell([] if given.quiet else [f"removed {one.name} ({one.path})" for one in gone])
    return ExitCode.OK


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _out(lines: Sequence[str]) -> int:
    write(*(f"{line}\n" for line in lines))
    return ExitCode.OK


__all__ = ["declare", "described", "run"]
