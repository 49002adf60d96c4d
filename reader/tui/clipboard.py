"""The local clipboard's own programs, beside OSC 52: not every terminal passes that on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys


def copy(text: str) -> bool:
    """Whether a local program took the text. Over ssh there is none of use, and none is tried."""
    if os.environ.get("SSH_CONNECTION"):
        return False
    for program in _programs():
        if shutil.which(program[0]):
            try:
                subprocess.run(program, input=text.encode(), timeout=2, check=True, capture_output=True)
            except (OSError, subprocess.SubprocessError):
                continue
            return True
    return False


def _programs() -> tuple[tuple[str, ...], ...]:
    if sys.platform == "darwin":
        return (("pbcopy",),)
    if os.environ.get("WAYLAND_DISPLAY"):
        return (("wl-copy",),)
    if os.environ.get("DISPLAY"):
        return (("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input"))
    return ()
