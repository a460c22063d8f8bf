"""The front door of the command line: answers the cheap case, loads the rest.

Exit codes: 0 fine, 1 something in the sources is wrong, 2 wrong use, 3 a file
could not be opened or written, 4 a file from outside passed a limit.
"""

from __future__ import annotations

import gc
import os
import sys

import reportkit
from reportkit.by_name import load

VERSION = ["--version"]
# As of a program that SIGPIPE ended: nobody reads what it prints.
CLOSED = 141


def run() -> None:
    """Run the command that the process was called with, and leave with its code.

    The process ends without taking the interpreter apart piece by piece, which
    takes as long as writing a report; every file is closed and synced by then.
    """
    code = main(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            code = code or CLOSED
    os._exit(code)


def main(arguments: list[str]) -> int:
    """The exit code of a command; what it has to say goes to its streams."""
    if arguments == VERSION:
        # Answered before anything else is imported.
        print(f"reportkit {reportkit.__version__}")
        return 0
    # A command lives for a moment and makes no cycles worth collecting.
    gc.disable()
    return int(load("reportkit.cli.command", "main")(arguments))
