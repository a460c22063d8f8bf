"""`reportkit check`: everything that is wrong, in one run."""

from __future__ import annotations

import click

from reportkit.cli.outcome import code_of, counted, tell
from reportkit.cli.sessions import SessionName, chosen, workspace_here
from reportkit.edition.loading import load
from reportkit.edition.workspace import Workspace, read_files
from reportkit.problems import Problem, in_order


@click.command("check")
@click.argument("sessions", nargs=-1, type=SessionName())
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@click.option("--json", "as_json", is_flag=True, help="Print the same as JSON.")
def command(sessions: tuple[str, ...], strict: bool, as_json: bool) -> int:
    """Tell everything that is wrong in sessions, each with its place and a hint.

    \b
    Example:
      reportkit check ctoc-wg-2017
    """
    workspace = workspace_here()
    names = chosen(workspace, sessions)
    problems = in_order(tuple(p for name in names for p in _problems(workspace, name)))
    if strict:
        problems = tuple(problem._replace(severity="error") for problem in problems)
    tell(problems, as_json)
    if not as_json:
        click.echo(f"{len(names)} checked: {counted(problems)}")
    return code_of(problems)


def _problems(workspace: Workspace, name: str) -> tuple[Problem, ...]:
    files = read_files(workspace, workspace.sessions / name)
    return load(files, workspace.templates()).problems
