"""The list of packages that can be fetched: the public index of Argos Translate, or another one of its form.

An index is a JSON list of the packages' metadata with a `links` list each; sizes and hashes it does not have, but ours
may (`"size"`, `"sha256"`). A link may be relative to the index. Looking it up is never done without being asked.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reader.errors import PackageError
from reader.translate.package import ENGLISH, NORWEGIAN, OPUS_MT, version_key

PUBLIC = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"
LARGEST = 16 << 20
"""Bytes of an index; the public one has 0.1 MB."""
PINNED: Mapping[str, tuple[str, str]] = {
    "translate-nb_en-1_9.argosmodel": (
        "ee2e3b3541abecb51566b095d3409d97c61b920c9e37956d211fb8b9e9e7d027",
        OPUS_MT,
    ),
}
"""File name → (sha256, attribution) of official packages that we know."""


@dataclass(frozen=True, slots=True)
class Available:
    """A package that an index offers."""

    from_code: str
    to_code: str
    version: str
    links: tuple[str, ...]
    size: int | None = None
    """Bytes of the archive, when the index says."""
    sha256: str = ""
    attribution: str = ""

    @property
    def name(self) -> str:
        return f"argos {self.from_code}→{self.to_code} {self.version}".strip()


def available(index: str = PUBLIC) -> tuple[Available, ...]:
    """The Norwegian–English packages of an index (URL or file), the best first.

    Raises PackageError: no network, no such file, no index.
    """
    data, base = _data(index)
    try:
        listed = json.loads(data)
    except (ValueError, RecursionError) as problem:
        what = "a web page" if data.lstrip()[:1] == b"<" else "no JSON"
        raise PackageError(f"{index} is no package index: it is {what}.", hint="Check --index.") from problem
    if not isinstance(listed, list):
        raise PackageError(f"{index} is no package index: it holds no list.", hint="Check --index.")
    found = [package for entry in listed if isinstance(entry, dict) for package in _packages(entry, base)]
    found.sort(key=lambda package: (package.from_code == "nn", [-n for n in version_key(package.version)]))
    return tuple(found)


def _packages(entry: Mapping[str, object], base: str) -> Iterator[Available]:
    texts = {key: value for key, value in entry.items() if isinstance(value, str)}
    if texts.get("from_code") not in NORWEGIAN or texts.get("to_code") != ENGLISH:
        return
    if texts.get("type", "translate") != "translate":
        return
    given = entry.get("links")
    links = tuple(_joined(base, link) for link in given if isinstance(link, str)) if isinstance(given, list) else ()
    links = tuple(link for link in links if link.startswith(("http://", "https://", "file://")))
    if not links:
        return
    sha256, attribution = PINNED.get(links[0].rpartition("/")[2], ("", ""))
    size = entry.get("size")
    yield Available(
        from_code=texts["from_code"],
        to_code=texts["to_code"],
        version=texts.get("package_version", ""),
        links=links,
        size=size if isinstance(size, int) and size > 0 else None,
        sha256=sha256 or texts.get("sha256", "").lower(),
        attribution=texts.get("attribution", "") or attribution,
    )


def _joined(base: str, link: str) -> str:
    from urllib.parse import urljoin

    return urljoin(base, link)


def _data(index: str) -> tuple[bytes, str]:
    """The index's bytes, and what its relative links are relative to."""
    if index.startswith(("http://", "https://")):
        from reader.translate.network import fetched  # urllib and ssl: 60 ms

        return fetched(index, LARGEST), index
    path = Path(index.removeprefix("file://"))
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST), path.resolve().as_uri()
    except FileNotFoundError as missing:
        raise PackageError(f"{index} does not exist.", hint="Check --index.") from missing
    except (OSError, ValueError) as problem:
        said = getattr(problem, "strerror", None) or problem
        raise PackageError(f"{index} cannot be read: {said}.", hint="Check --index.") from problem


__all__ = ["Available", "PINNED", "PUBLIC", "available"]
