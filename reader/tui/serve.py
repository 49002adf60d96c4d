"""The reading screen in a browser, through textual-serve (an extra): on this machine only, unless told otherwise."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence

from reader.errors import ExitCode, ReaderError

LOOPBACK = "127.0.0.1"


def serve(arguments: Sequence[str], host: str = LOOPBACK, port: int = 8000) -> int:
    """Serve `reader open …arguments` until interrupted; returns the exit code.

    Everyone who reaches the address reads this user's texts and changes their lists: hence the loopback.
    Raises ReaderError when the extra is not installed.
    """
    try:
        from textual_serve.server import Server
    except ImportError as error:
        raise ReaderError(
            "Serving to a browser needs the extra `serve`.", hint='Install it: pip install "norwegian-reader[serve]".'
        ) from error
    command = shlex.join([sys.executable, "-m", "reader", "open", *arguments])
    Server(command, host=host, port=port, title="reader").serve()
    return ExitCode.OK
