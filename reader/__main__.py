"""`reader` and `python -m reader`: choose a shell, and turn every error into one line and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from reader.errors import ExitCode, ReaderError


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns the exit code; never a traceback for what a user can cause."""
    from reader.cli.output import complete_streams, silence, tell

    complete_streams()
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except ReaderError as error:
        tell((f"reader: {error}",))
        return error.exit_code
    except KeyboardInterrupt:
        tell(("reader: interrupted",))
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        silence()  # `reader print book.txt | head`: the pipe was closed because its reader had enough
        return ExitCode.OK


def _run(arguments: Sequence[str]) -> int:
    from reader.cli import run
    from reader.cli.output import unwritable

    try:
        code = run(arguments)
    except SystemExit as done:  # argparse, after `--help`
        code = done.code if isinstance(done.code, int) else 0
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as problem:
        raise unwritable(problem) from problem
    return code


if __name__ == "__main__":
    sys.exit(main())
