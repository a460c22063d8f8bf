"""`reportkit say`: statements from the room, while they are made."""

from __future__ import annotations

import click

from reportkit.cli.outcome import WRONG, tell
from reportkit.cli.sessions import SessionName, chosen, workspace_here
from reportkit.disk import write_set
from reportkit.edition.saying import PATH, Saying, say
from reportkit.edition.workspace import read_files


@click.command("say")
@click.argument("session", type=SessionName())
@click.argument("meeting")
@click.argument("item")
@click.argument("names", nargs=-1, required=True)
@click.option("--kind", default="", help="statement or presentation.")
@click.option("--as", "capacity", default="", help="party, signatory, observer, state.")
@click.option("--on-behalf-of", default="", help="A group of names.yaml.")
@click.option("--body", default="", help="The body, where the item does not tell.")
@click.option("--note", default="", help="A note; it is never printed.")
def command(
    session: str, meeting: str, item: str, names: tuple[str, ...], **options: str
) -> int:
    """Record who spoke on an item at a meeting, in statements.yaml.

    A State may be given by its name in any of the six languages, or by its code;
    `secretariat` and `chair` are known; organizations go by their ids.

    \b
    Example:
      reportkit say ctoc-wg-2017 m3 e-evidence Algeria Allemagne ARG
      reportkit say ctoc-wg-2017 m3 e-evidence secretariat --kind presentation
    """
    workspace = workspace_here()
    (name,) = chosen(workspace, (session,))
    files = read_files(workspace, workspace.sessions / name)
    data, problems = say(files, Saying(meeting, item, names, **options))
    tell(problems)
    if data is None:
        return WRONG
    path = workspace.sessions / name / PATH
    write_set({path: data}, workspace.root)
    before = files.files.get(PATH, b"")
    click.echo(f"{workspace.show(path)}: {added_line(before, data)}")
    return 0


def added_line(before: bytes, after: bytes) -> str:
    """The line that a file has more than before."""
    old = before.decode("utf-8").splitlines()
    new = after.decode("utf-8").splitlines()
    pairs = zip(old, new, strict=False)
    same = next((n for n, (a, b) in enumerate(pairs) if a != b), len(old))
    return "\n".join(new[same : same + len(new) - len(old)]).strip()
