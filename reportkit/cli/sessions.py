"""The arguments that verbs share: sessions, lists of words, the workspace."""

from __future__ import annotations

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from reportkit.edition.workspace import Workspace, find_workspace
from reportkit.problems import nearest


class SessionName(click.ParamType[str]):
    """A session of the workspace: the name of its folder, or a path to it."""

    name = "session"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        workspace = find_workspace(Path.cwd())
        names = workspace.session_names() if workspace else ()
        return [CompletionItem(name) for name in names if name.startswith(incomplete)]


class Words(click.ParamType[tuple[str, ...]]):
    """Words of a closed list, parted by commas."""

    name = "words"

    def __init__(self, known: tuple[str, ...] = ()) -> None:
        self.known = known

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        words = tuple(word.strip() for word in str(value).split(",") if word.strip())
        for word in words:
            if self.known and word not in self.known:
                near = nearest(word, self.known)
                hint = f"did you mean {near}?" if near else ", ".join(self.known)
                self.fail(f'"{word}" is not known here ({hint})', param, ctx)
        return words


def workspace_here() -> Workspace:
    """The workspace that the user stands in; a usage error where there is none."""
    workspace = find_workspace(Path.cwd())
    if workspace is None:
        raise click.UsageError(
            "no folder sessions/ here or above; `reportkit new NAME` makes one"
        )
    return workspace


def chosen(workspace: Workspace, names: tuple[str, ...]) -> tuple[str, ...]:
    """The sessions that were named, or all; a usage error for an unknown one."""
    known = workspace.session_names()
    if not known:
        raise click.UsageError(
            "there is no session yet; `reportkit new NAME` makes one"
        )
    return tuple(_session(workspace, name, known) for name in names) or known


def _session(workspace: Workspace, name: str, known: tuple[str, ...]) -> str:
    bare = Path(name).name if Path(name).resolve().is_dir() else name.strip("/\\")
    if bare in known:
        return bare
    near = nearest(bare, known)
    hint = f"did you mean {near}?" if near else f"known: {', '.join(known)}"
    raise click.UsageError(f'there is no session "{name}" ({hint})')
