"""What can go wrong, told to the reader of books: what happened, where, and what to do."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the process answers to the shell that called it."""

    OK = 0
    PARTIAL = 1
    """Some of what was asked failed; the rest is done."""
    BAD_REQUEST = 2
    """Nothing was done: the command line or an input file cannot be used."""
    HUNG_UP = 129
    """The terminal is gone; what was read is kept."""
    INTERRUPTED = 130


class ReaderError(Exception):
    """The root of every error the shells catch; one line for the user.

    `message` says what and where, `hint` what to do about it.
    """

    exit_code: ExitCode = ExitCode.BAD_REQUEST

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class InputError(ReaderError):
    """A text that cannot be read: missing, a folder, empty, binary, of an unknown kind."""


class OutputError(ReaderError):
    """A file that cannot be written."""

    exit_code = ExitCode.PARTIAL


class GlossaryError(ReaderError):
    """A glossary file that cannot be used."""


class MemoryFileError(ReaderError):
    """A translation memory (TMX) that cannot be used."""


class PackageError(ReaderError):
    """A translation package that is missing, broken or of another language pair."""


class StoreError(ReaderError):
    """Settings, positions or lists that cannot be read or kept."""

    exit_code = ExitCode.PARTIAL
