"""The group of commands: a table of verbs, each in a module of its own."""

from __future__ import annotations

import os
import sys
import traceback

import click

import reportkit
from reportkit.cli.outcome import UNOPENED, tell
from reportkit.cli.verbs import Verbs
from reportkit.disk import DiskError

# A verb, and what it does in one line; its module is cli/VERB.py.
VERBS = {
    "new": "Start a session: a folder with commented files.",
    "check": "Tell everything that is wrong, in one run.",
    "say": "Record statements from the room.",
    "amend": "Record amendments, and what was decided on them.",
    "status": "Tell what exists, by document and language.",
    "translate": "Bring translations up to date, send them out and back.",
    "issue": "Freeze a document as it was issued.",
    "compare": "Show what changed between two documents.",
    "pull": "Take proposals out of a Word file that people edited.",
    "import": "Make a session of a published or drafted report.",
    "build": "Build the draft, its addenda and the report.",
    "schema": "Write JSON Schemas, so that an editor completes keys.",
}
BUG = """reportkit failed: {error}
    hint: this is a mistake of the program, not of your files; nothing was half written.
    Run it again with REPORTKIT_DEBUG=1 and report what it prints."""
INTERRUPTED, CLOSED = 130, 141


@click.group(
    cls=Verbs,
    verbs=VERBS,
    module="reportkit.cli.{}",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(reportkit.__version__, message="reportkit %(version)s")
def commands() -> None:
    """Reports of meetings of international organizations, out of structured YAML.

    A session is a folder under sessions/, or a path; without one, a command
    takes all of them.

    \b
    Example:
      reportkit new my-group-2026
      reportkit check my-group-2026
      reportkit build my-group-2026 -l en,fr
    """


def main(arguments: list[str]) -> int:
    """Run a command; no traceback ever reaches the person who called it."""
    _prepare_streams()
    try:
        code = commands.main(arguments, "reportkit", standalone_mode=False)
        return int(code or 0)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return INTERRUPTED
    except DiskError as error:
        tell((error.problem,))
        return UNOPENED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone; Python would complain again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLOSED
    except Exception as error:
        return _bug(error)


def _prepare_streams() -> None:
    """A Windows console may be of a code page that lacks what a report holds."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _bug(error: Exception) -> int:
    if os.environ.get("REPORTKIT_DEBUG"):
        traceback.print_exc()
    else:
        click.echo(BUG.format(error=f"{type(error).__name__}: {error}"), err=True)
    return UNOPENED
