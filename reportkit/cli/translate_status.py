"""`reportkit translate status`: how far translations have come."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

import click
from rich.console import Console
from rich.table import Table

from reportkit.cli.outcome import WRONG, tell
from reportkit.cli.sessions import SessionName, Words, chosen, workspace_here
from reportkit.disk import write_set
from reportkit.edition.translating import Count, Desks, counts, open_desks
from reportkit.edition.workspace import read_files
from reportkit.languages.table import CODES
from reportkit.model.passages import STATES_OF_TRANSLATION
from reportkit.write.html_counts import write_counts

HEADS = (
    *("session", "in", "file", "all", "missing", "draft", "reviewed", "approved"),
    *("typographic", "figures", "substantive", "words to do"),
)
# A terminal has 80 columns: the heads as it shows them, and what they stand for.
SHORT = (
    *("in", "file", "all", "miss", "draft", "rev", "appr"),
    *("typ", "fig", "sub", "words"),
)
LEGEND = (
    "miss(ing), draft, rev(iewed), appr(oved); stale in typ(ography), fig(ures), "
    "sub(stance); words to do"
)
TOTAL = "total"


@click.command("status")
@click.argument("sessions", nargs=-1, type=SessionName())
@click.option("-l", "--language", type=Words(CODES), default=(), help="fr,es,…")
@click.option("--json", "as_json", is_flag=True, help="Print the same as JSON.")
@click.option("--html", type=click.Path(path_type=Path), help="Write it as a page.")
@click.option(
    "--require",
    type=click.Choice(STATES_OF_TRANSLATION),
    help="End with 1 unless every passage is that far, and fresh.",
)
def command(
    sessions: tuple[str, ...],
    language: tuple[str, ...],
    as_json: bool,
    html: Path | None,
    require: str | None,
) -> int:
    """Tell how far translations have come, by language and file and in total.

    A translation is missing, a draft, reviewed or approved; and it is stale where
    its source has changed since: in its typography, in figures only, or in
    substance.

    \b
    Example:
      reportkit translate status ctoc-wg-2017 -l fr
      reportkit translate status --require approved
    """
    workspace = workspace_here()
    rows: list[Count] = []
    for name in chosen(workspace, sessions):
        files = read_files(workspace, workspace.sessions / name)
        desks, problems = open_desks(files, workspace.templates())
        tell(problems)
        if desks is None:
            return WRONG
        rows += _counted(desks, language)
    if html:
        cells = ((_cells(row), row.file == TOTAL) for row in rows)
        write_set(
            {html.absolute(): write_counts("Translations", HEADS, cells)},
            html.absolute().parent,
        )
    if as_json:
        click.echo(json.dumps([row._asdict() for row in rows], indent=1))
    else:
        _print(rows)
    totals = [row for row in rows if row.file == TOTAL]
    return int(bool(require) and not all(_is_done(row, str(require)) for row in totals))


def _counted(desks: Desks, languages: tuple[str, ...]) -> list[Count]:
    """The counts of each language by file, and then all together."""
    made: list[Count] = []
    for code in languages or tuple(desks.session.translations):
        files = list(counts(desks, code))
        made += files
        figures = zip(*(row[3:] for row in files), strict=True)
        made.append(Count(desks.session.name, code, TOTAL, *map(_sum, figures)))
    return made


def _sum(figures: tuple[int, ...]) -> int:
    return sum(figures)


def _is_done(row: Count, state: str) -> bool:
    """Whether every passage is as far as a state, or further, and fresh."""
    place = STATES_OF_TRANSLATION.index(state)
    done = sum(getattr(row, each) for each in STATES_OF_TRANSLATION[place:])
    return done == row.passages and not (
        row.typographic + row.figures + row.substantive
    )


def _cells(row: Count) -> list[str | int]:
    return list(row)


def _print(rows: list[Count]) -> None:
    table = Table(box=None, pad_edge=False)
    for head in SHORT:
        justify: Literal["left", "right"] = "left" if head in SHORT[:2] else "right"
        table.add_column(head, justify=justify, overflow="fold", no_wrap=head != "file")
    for row in rows:
        style = "bold" if row.file == TOTAL else ""
        table.add_row(*(str(cell or "–") for cell in row[1:]), style=style)
    Console(highlight=False).print(table)
    click.echo(LEGEND)
