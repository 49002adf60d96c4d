"""`reader` and `python -m reader`: choose a shell, and turn every error into one line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from reader.errors import ExitCode, ReaderError


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns the exit code; never a traceback for what a user can cause."""
    from reader.cli import run

    try:
        code = run(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
    except ReaderError as error:
        _say(f"reader: {error}")
        return error.exit_code
    except KeyboardInterrupt:
        _say("reader: interrupted")
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # `reader print book.txt | head`: the pipe was closed because its reader had enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.OK
    return code


def _say(line: str) -> None:
    from reader.render.cells import safe

    print(safe(line), file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
