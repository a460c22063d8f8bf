"""`reportkit schema`: JSON Schemas, so that an editor completes keys."""

from __future__ import annotations

import json
from pathlib import Path

import click

from reportkit.disk import shown, write_set
from reportkit.model.schema import schemas


@click.command("schema")
@click.argument("name", required=False)
@click.option(
    "--out", type=click.Path(path_type=Path), help="A folder to write all to."
)
def command(name: str | None, out: Path | None) -> int:
    """Write the JSON Schemas of a session's files, or print one of them.

    A file that begins with `# yaml-language-server: $schema=../.schema/session.json`
    is then completed and checked while it is typed.

    \b
    Example:
      reportkit schema --out sessions/.schema
      reportkit schema session
    """
    known = schemas()
    if out is None:
        _print(name, known)
        return 0
    folder = out.absolute()
    files = {folder / each: _bytes(schema) for each, schema in known.items()}
    written = write_set(files, folder)
    for path in written:
        click.echo(shown(path, Path.cwd()))
    click.echo(f"{len(written)} written, {len(files) - len(written)} unchanged")
    return 0


def _print(name: str | None, known: dict[str, dict[str, object]]) -> None:
    """Print a schema, or the names of all."""
    if name is None:
        click.echo("\n".join(known))
        return
    file = name if name.endswith(".json") else f"{name}.json"
    if file not in known:
        raise click.UsageError(f'no schema "{name}" (known: {", ".join(known)})')
    click.echo(_bytes(known[file]).decode("utf-8"), nl=False)


def _bytes(schema: dict[str, object]) -> bytes:
    return (json.dumps(schema, indent=1, ensure_ascii=False) + "\n").encode()
