"""The reading screen in a browser, through textual-serve (an extra): on this machine only, unless told otherwise."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from reader.errors import ExitCode, ReaderError

LOOPBACK = "127.0.0.1"
POLICY = (
    "default-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self' ws: wss:; "
    "frame-ancestors 'none'"
)
_HERE = frozenset(("127.0.0.1", "localhost", "::1"))


def serve(arguments: Sequence[str], host: str = LOOPBACK, port: int = 8000) -> int:
    """Serve `reader open …arguments` until interrupted; returns the exit code.

    Everyone who reaches the address reads this user's texts and changes their lists: hence the loopback, and hence no
    answer to a page of another site that knocks from the user's own browser. Raises ReaderError when the extra is not
    installed or the port is taken.
    """
    try:
        from aiohttp import web
        from textual_serve.server import Server
    except ImportError as error:
        raise ReaderError(
            "Serving to a browser needs the extra `serve`.", hint='Install it: pip install "norwegian-reader[serve]".'
        ) from error

    class Own(Server):  # type: ignore[misc]
        """A server that opens its socket to its own pages alone, and whose pages ask nobody else for anything."""

        async def _make_app(self) -> Any:
            made = await super()._make_app()
            made.on_response_prepare.append(_offline)
            return made

        async def handle_websocket(self, request: web.Request) -> Any:
            if not allowed(request.host, request.headers.get("Origin"), host):
                raise web.HTTPForbidden(text="This address belongs to a reader on another page.")
            return await super().handle_websocket(request)

    try:
        Own(command(arguments), host=host, port=port, title="reader").serve()
    except OSError as error:
        hint = "Choose another with --port."
        raise ReaderError(f"{host}:{port} cannot be served: {os.strerror(error.errno or 0)}.", hint=hint) from error
    return ExitCode.OK


def command(arguments: Sequence[str]) -> str:
    """What a shell runs for each page that is opened."""
    return shlex.join([sys.executable, "-m", "reader", "open", *arguments])


async def _offline(_: object, response: Any) -> None:
    """textual-serve's page would fetch a font from elsewhere, and tell there that it was opened."""
    response.headers["Content-Security-Policy"] = POLICY


def allowed(asked: str, origin: str | None, host: str) -> bool:
    """Whether a socket is opened for a page.

    `asked` is the host that the browser was sent to, `origin` the page's own. Another site's page has another origin;
    one whose name was made to point here (DNS rebinding) asks for its own name. A program that is no browser has none.
    """
    if host in _HERE and urlsplit(f"//{asked}").hostname not in _HERE:
        return False
    return origin is None or urlsplit(origin).netloc == asked
