"""`reportkit amend --sheet`: the proposals as a chair reads them in the room."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.cli.outcome import code_of, counted, tell
from reportkit.edition.building import publish
from reportkit.edition.making import Made
from reportkit.edition.sheet import Printed, Wanted, print_sheet
from reportkit.edition.workspace import SessionFiles, Workspace


def write_sheet(
    workspace: Workspace, files: SessionFiles, wanted: Wanted, out: Path | None
) -> int:
    """The exit code; the files are told with what they hold."""
    printed = print_sheet(files, workspace.templates(), wanted)
    tell(printed.problems)
    if code_of(printed.problems):
        click.echo(f"nothing was written: {counted(printed.problems)}", err=True)
        return code_of(printed.problems)
    if not printed.outputs:
        click.echo(f"no amendment is {' or '.join(wanted.statuses)}: nothing to write")
        return 0
    folder = (out or workspace.root / "build").absolute()
    made = {files.folder.name: Made(printed.outputs, printed.problems)}
    written, kept = publish(made, f"{wanted}", folder, workspace)
    tell(kept)
    for name in printed.outputs:
        path = folder / name
        same = "" if path in written else ", unchanged"
        click.echo(f"{workspace.show(path)}: {_told(printed)}{same}")
    return 0


def _told(printed: Printed) -> str:
    """`7 proposals on 5 passages`."""
    passages = printed.passages
    where = f" on {_counted(passages, 'passage')}" if passages else ""
    return f"{_counted(printed.proposals, 'proposal')}{where}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
