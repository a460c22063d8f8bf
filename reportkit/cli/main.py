"""The front door of the command line: answers the cheap case, loads the rest.

Exit codes: 0 fine, 1 something in the sources is wrong, 2 wrong use, 3 a file
could not be opened or written, 4 a file from outside passed a limit.
"""

from __future__ import annotations

import gc
import sys

import reportkit
from reportkit.by_name import load

VERSION = ["--version"]


def run() -> None:
    """Run the command that the process was called with, and leave with its code."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: list[str]) -> int:
    """The exit code of a command; what it has to say goes to its streams."""
    if arguments == VERSION:
        # Answered before anything else is imported.
        print(f"reportkit {reportkit.__version__}")
        return 0
    # A command lives for a moment and makes no cycles worth collecting.
    gc.disable()
    return int(load("reportkit.cli.command", "main")(arguments))
