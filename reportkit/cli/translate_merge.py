"""`reportkit translate merge`: what translators sent back."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from reportkit.cli.outcome import FINE, TOO_LARGE, WRONG, tell
from reportkit.cli.sessions import SessionName, chosen, workspace_here
from reportkit.disk import read_file, write_set
from reportkit.edition.exchange import Taken, merge_returns, read_return, told
from reportkit.edition.translating import open_desks
from reportkit.edition.workspace import Workspace, read_files
from reportkit.problems import Place, Problem
from reportkit.translate.merging import ABSENT, REFUSED, TAKEN, UNCHANGED
from reportkit.translate.units import Return

LIMIT = 64 * 1024 * 1024


@click.command("merge")
@click.argument("session", type=SessionName())
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path)
)
@click.option("--dry-run", is_flag=True, help="Tell the same and write nothing.")
def command(session: str, files: tuple[Path, ...], dry_run: bool) -> int:
    """Take in XLIFF, PO and Word files that translators sent back.

    Every passage is taken, unchanged or refused; a refused one stays as it is, and
    the command ends with 1. Where two files differ, the first is taken and the
    other kept above it as a comment.

    \b
    Example:
      reportkit translate merge ctoc-wg-2017 out/ctoc-wg-2017.fr.xlf --dry-run
    """
    workspace = workspace_here()
    (name,) = chosen(workspace, (session,))
    large = next((path for path in files if path.stat().st_size > LIMIT), None)
    if large:
        message = f"this file is larger than {LIMIT >> 20} MB"
        tell((Problem(Place(workspace.show(large.absolute())), message),))
        return TOO_LARGE
    returns, problems = _read(workspace, files)
    sources = read_files(workspace, workspace.sessions / name)
    desks, more = open_desks(sources, workspace.templates())
    tell((*problems, *more))
    if desks is None or len(returns) < len(files):
        return WRONG
    codes = []
    for language in sorted({sent.target_language for _, sent in returns}):
        own = [each for each in returns if each[1].target_language == language]
        taken = merge_returns(desks, own)
        if not dry_run and not taken.problems:
            folder = workspace.sessions / name / language
            made = {folder / path: data for path, data in taken.files.items()}
            write_set(made, workspace.root)
        codes.append(_say(taken))
    return max(codes, default=FINE)


def _read(
    workspace: Workspace, files: tuple[Path, ...]
) -> tuple[list[tuple[str, Return]], tuple[Problem, ...]]:
    """What came back, by the paths of the files, and what is wrong with them."""
    returns: list[tuple[str, Return]] = []
    problems: list[Problem] = []
    for path in files:
        shown = workspace.show(path.absolute())
        sent, found = read_return(read_file(path), shown)
        problems += found
        if sent is not None:
            returns.append((shown, sent))
    return returns, tuple(problems)


def _say(taken: Taken) -> int:
    """Tell what became of each unit; 1 where any was refused."""
    verdicts = taken.merged.verdicts
    refused = tuple(told(each) for each in verdicts if each.fate == REFUSED)
    tell((*taken.problems, *refused))
    for each in verdicts:
        if each.fate == TAKEN:
            reason = f" ({each.reason})" if each.reason else ""
            click.echo(f"{taken.language}: {each.id} taken{reason}")
    count = Counter(each.fate for each in verdicts)
    absent = [each.id for each in verdicts if each.fate == ABSENT]
    if absent:
        click.echo(f"{taken.language}: not in the file any more: {', '.join(absent)}")
    kinds = (f"{count[kind]} {kind}" for kind in (TAKEN, UNCHANGED, REFUSED))
    click.echo(f"{taken.language}: {', '.join(kinds)}")
    return int(bool(taken.problems) or taken.merged.refused)
