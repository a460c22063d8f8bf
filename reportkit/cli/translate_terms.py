"""`reportkit translate terms`: terms into the glossary out of a TBX file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reportkit.cli.outcome import code_of, tell
from reportkit.cli.sessions import workspace_here
from reportkit.disk import read_file, write_set
from reportkit.model.glossary import Term
from reportkit.source.editing import append_to_list
from reportkit.source.extents import CannotEdit
from reportkit.source.yaml_reader import read_yaml
from reportkit.translate.tbx import terms_from_tbx

GLOSSARY = "glossary.yaml"
NEW = b"""\
# The terms of this workspace: how each is said in a language, and how it is not.
# `*` stands for letters that may follow: State* finds States.

terms:
"""


@click.command("terms")
@click.argument("file", type=click.Path(exists=True, path_type=Path))
def command(file: Path) -> int:
    """Add the terms of a TBX file to sessions/glossary.yaml.

    A term whose id the glossary has already is left as it is there.

    \b
    Example:
      reportkit translate terms unterm.tbx
    """
    workspace = workspace_here()
    path = workspace.sessions / GLOSSARY
    terms, problems = terms_from_tbx(read_file(file), str(file))
    tell(problems)
    if code_of(problems):
        return code_of(problems)
    data = read_file(path) if path.exists() else NEW
    known = _ids(data, workspace.show(path))
    new = [term for term in terms if term.id not in known]
    try:
        for term in new:
            data = append_to_list(data, workspace.show(path), "terms", _entry(term))
    except CannotEdit as fault:
        tell((fault.problem,))
        return 1
    write_set({path: data} if new else {}, workspace.root)
    click.echo(f"{workspace.show(path)}: {len(new)} terms added")
    return 0


def _ids(data: bytes, path: str) -> frozenset[str]:
    top, _ = read_yaml(data, path)
    entries = next((value for key, value in (top or {}).items() if key == "terms"), ())
    ids = (e.get("id", "") for e in entries if isinstance(e, dict))
    return frozenset(map(str, ids))


def _entry(term: Term) -> dict[str, Any]:
    forms = {
        code: {
            "term": [str(each) for each in form.term],
            **(
                {"forbidden": [str(e) for e in form.forbidden]}
                if form.forbidden
                else {}
            ),
        }
        for code, form in term.forms.items()
    }
    return {"id": str(term.id), **forms}
