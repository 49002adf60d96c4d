"""The network: the one module that opens sockets, and every way they fail, told in a line.

Only what a person asked for by name comes here; reading and translating never do.
"""

from __future__ import annotations

import http.client
import ssl
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from reader import __version__
from reader.errors import PackageError

TIMEOUT = 20.0
"""Seconds without a byte after which a server counts as gone."""
BY_HAND = (
    "Without a network: fetch the .argosmodel on another machine and give it here: `reader packages install FILE`."
)


def fetched(url: str, most: int) -> bytes:
    """A small file's bytes. Raises PackageError."""
    with telling(url), answer_of(url) as answer:
        data: bytes = answer.read(most + 1)
        whole(url, len(data), length_of(answer))
    if len(data) > most:
        raise PackageError(f"{url} is larger than {most >> 20} MB.", hint="It is not what was asked for.")
    return data


def answer_of(url: str, headers: dict[str, str] | None = None) -> Any:  # http.client.HTTPResponse
    """The server's answer, its head read. Raises what urllib does: `telling` makes a line of it."""
    asked = {"User-Agent": f"norwegian-reader/{__version__}", "Accept-Encoding": "identity", **(headers or {})}
    return urllib.request.urlopen(urllib.request.Request(url, headers=asked), timeout=TIMEOUT)


def length_of(answer: Any) -> int | None:
    """Bytes that the answer says it has."""
    given = answer.headers.get("Content-Length", "")
    return int(given) if given.isascii() and given.isdecimal() else None


def whole(url: str, held: int, total: int | None) -> None:
    """Raises PackageError when less came than was announced."""
    if total is not None and held < total:
        raise PackageError(
            f"{url} broke off after {held / 1e6:.1f} of {total / 1e6:.1f} MB.", hint="Run it again to go on from there."
        )


@contextmanager
def telling(url: str) -> Iterator[None]:
    """What went wrong, as one line with a way out."""
    host = url
    try:
        host = urlsplit(url).hostname or url
        yield
    except PackageError:
        raise
    except urllib.error.HTTPError as error:
        # After a redirection that it will not follow, urllib has an essay for a reason.
        reason = "" if error.code < 400 else f" {_said(error.reason)}"
        raise PackageError(f"{url}: the server says {error.code}{reason}.", hint=BY_HAND) from error
    except urllib.error.URLError as error:
        cause = error.reason
        if isinstance(cause, TimeoutError):
            raise PackageError(f"{host} did not answer for {TIMEOUT:.0f} seconds.", hint=BY_HAND) from error
        if isinstance(cause, ssl.SSLError):
            raise PackageError(f"{host} cannot be trusted: {_said(cause)}.", hint=BY_HAND) from error
        raise PackageError(f"{host} cannot be reached ({_said(cause)}).", hint=BY_HAND) from error
    except TimeoutError as error:
        raise PackageError(f"{host} fell silent for {TIMEOUT:.0f} seconds.", hint="Run it again to go on.") from error
    except http.client.InvalidURL as error:
        raise PackageError(f"{url} is no address ({_said(error)}).", hint="Check it.") from error
    except (http.client.HTTPException, ConnectionError, ssl.SSLError) as error:
        raise PackageError(f"{host} broke off ({_said(error)}).", hint="Run it again to go on.") from error
    except ValueError as error:
        raise PackageError(f"{url} is no address ({_said(error)}).", hint="Check it.") from error


def _said(problem: object) -> str:
    said = getattr(problem, "strerror", None) or " ".join(str(problem).split())
    return str(said)[:120] or type(problem).__name__


__all__ = ["BY_HAND", "TIMEOUT", "answer_of", "fetched", "length_of", "telling", "whole"]
