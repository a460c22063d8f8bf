"""`reportkit translate suggest`: earlier translations, offered again."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.cli.outcome import WRONG, code_of, tell
from reportkit.cli.sessions import SessionName, chosen, workspace_here
from reportkit.disk import read_file, write_set
from reportkit.edition.suggesting import Suggestion, drafted, memory_of, suggest
from reportkit.edition.translating import no_language, open_desks
from reportkit.edition.workspace import read_files
from reportkit.languages.table import CODES
from reportkit.problems import Problem
from reportkit.translate.memory import Pair
from reportkit.translate.tmx_pairs import read_tmx

FEW = 3


@click.command("suggest")
@click.argument("session", type=SessionName())
@click.argument("passages", nargs=-1)
@click.option(
    "-l", "--language", type=click.Choice(CODES), required=True, help="fr, es, …"
)
@click.option(
    "--memory", multiple=True, type=click.Path(exists=True, path_type=Path),
    help="A TMX file; may be repeated.",
)  # fmt: skip
@click.option("--write", is_flag=True, help="Write what is the same, as drafts.")
@click.option("--near", is_flag=True, help="With --write: what is near, too.")
def command(
    session: str,
    passages: tuple[str, ...],
    language: str,
    memory: tuple[Path, ...],
    write: bool,
    near: bool,
) -> int:
    """Offer earlier translations for passages that are missing or stale.

    They come from all sessions of the workspace and from TMX files, by passage and
    by sentence. With --write, a passage that has no text gets the offer as a draft,
    its origin in a comment above; nothing that stands is replaced.

    \b
    Example:
      reportkit translate suggest ctoc-wg-2017 -l fr
      reportkit translate suggest ctoc-wg-2017 -l fr --memory un.tmx --write
    """
    workspace = workspace_here()
    (name,) = chosen(workspace, (session,))
    folder = workspace.sessions / name
    desks, problems = open_desks(read_files(workspace, folder), workspace.templates())
    wrong = no_language(desks, language) if desks else None
    if desks is None or wrong:
        tell((wrong,) if wrong else problems)
        return WRONG
    pairs, found = _given(memory, str(desks.session.facts.written_in))
    tell(found)
    if code_of(found):
        return WRONG
    offered = suggest(desks, language, memory_of(workspace, desks, pairs), passages)
    for each in offered:
        _print(each)
    if not write:
        click.echo(f"offers for {len(offered)} passages")
        return 0
    files, keys, problems = drafted(desks, language, offered, near)
    tell(problems)
    write_set({folder / language / p: d for p, d in files.items()}, workspace.root)
    click.echo(
        f"{len(keys)} written as drafts: {', '.join(keys)}" if keys else "none written"
    )
    return code_of(problems)


def _given(
    paths: tuple[Path, ...], source: str
) -> tuple[list[Pair], tuple[Problem, ...]]:
    """The pairs of TMX files, and what is wrong with them."""
    read = [read_tmx(read_file(path), str(path), source) for path in paths]
    return (
        [pair for pairs, _ in read for pair in pairs],
        tuple(problem for _, found in read for problem in found),
    )


def _print(each: Suggestion) -> None:
    click.echo(f"{each.standing.key}: {_shortened(str(each.standing.source))}")
    for offer in each.offers[:FEW]:
        differs = f" differs: {' '.join(offer.differs)}" if offer.differs else ""
        click.echo(f"  {offer.score} % by {offer.by}, {offer.origin}{differs}")
        click.echo(f"    {offer.target}")


def _shortened(text: str) -> str:
    return text if len(text) < 70 else f"{text[:70].rsplit(' ', 1)[0]}…"
