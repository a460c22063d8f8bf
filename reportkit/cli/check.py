"""`reportkit check`: everything that is wrong, in one run."""

from __future__ import annotations

import click

from reportkit.assemble.wording import Wording
from reportkit.check.review import unreviewed
from reportkit.cli.outcome import code_of, counted, tell
from reportkit.cli.sessions import SessionName, Words, chosen, workspace_here
from reportkit.disk import write_set
from reportkit.edition.fixing import KINDS
from reportkit.edition.fixing import fix as fix_files
from reportkit.edition.loading import load
from reportkit.edition.stamping import stamp
from reportkit.edition.translating import open_desks
from reportkit.edition.workspace import Workspace, read_files
from reportkit.problems import Problem, in_order

STAMPS = "stamps"
FIXES = (*KINDS, STAMPS)


@click.command("check")
@click.argument("sessions", nargs=-1, type=SessionName())
@click.option("--fix", is_flag=True, help="Write ids, split prose, names into codes.")
@click.option("--only", type=Words(FIXES), default=FIXES, help="Of ids,split,codes,…")
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@click.option("--review", is_flag=True, help="List what no native reader has seen.")
@click.option("--json", "as_json", is_flag=True, help="Print the same as JSON.")
def command(
    sessions: tuple[str, ...],
    fix: bool,
    only: tuple[str, ...],
    strict: bool,
    review: bool,
    as_json: bool,
) -> int:
    """Tell everything that is wrong in sessions, each with its place and a hint.

    With --fix, pasted prose becomes passages with ids, and names of States in
    fact files become codes; comments and layout stay.

    \b
    Example:
      reportkit check ctoc-wg-2017
      reportkit check ctoc-wg-2017 --fix
    """
    workspace = workspace_here()
    names = chosen(workspace, sessions)
    found: list[Problem] = []
    for name in names:
        found += _fix(workspace, name, only, as_json) if fix else ()
        found += _problems(workspace, name)
    problems = in_order(tuple(found))
    if strict:
        problems = tuple(problem._replace(severity="error") for problem in problems)
    unseen = _unreviewed(workspace, names) if review else ()
    tell((*problems, *unseen), as_json)
    if not as_json:
        click.echo(f"{len(names)} checked: {counted(problems)}")
    return code_of(problems)


def _unreviewed(workspace: Workspace, names: tuple[str, ...]) -> tuple[Problem, ...]:
    """What is marked as unseen by a native reader in the sessions' languages."""
    templates = workspace.templates()
    wordings: dict[str, Wording] = {}
    for name in names:
        loaded = load(read_files(workspace, workspace.sessions / name), templates)
        wordings |= loaded.wordings
    return unreviewed(wordings)


def _problems(workspace: Workspace, name: str) -> tuple[Problem, ...]:
    files = read_files(workspace, workspace.sessions / name)
    return load(files, workspace.templates()).problems


def _fix(
    workspace: Workspace, name: str, only: tuple[str, ...], as_json: bool
) -> tuple[Problem, ...]:
    """Mend the files of a session, tell what was done, return what was not."""
    folder = workspace.sessions / name
    fixed = fix_files(read_files(workspace, folder), only)
    files = {folder / path: data for path, data in fixed.files.items()}
    files |= {folder.parent / path: data for path, data in fixed.shared.items()}
    write_set(files, workspace.root)
    for each in fixed.fixes:
        click.echo(f"{each.place}: fixed: {each.message}", err=as_json)
    if STAMPS not in only or fixed.problems:
        return fixed.problems
    return _stamp(workspace, name, as_json)


def _stamp(workspace: Workspace, name: str, as_json: bool) -> tuple[Problem, ...]:
    """Give translations the fingerprints that they lack; errors come first."""
    folder = workspace.sessions / name
    desks, _ = open_desks(read_files(workspace, folder), workspace.templates())
    if desks is None:
        return ()
    files, count, problems = stamp(desks)
    write_set({folder / path: data for path, data in files.items()}, workspace.root)
    if count:
        shown = workspace.show(folder)
        said = f"{count} translations say now which wording they are of"
        click.echo(f"{shown}: fixed: {said}", err=as_json)
    return problems
