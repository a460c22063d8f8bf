"""Outputs that people changed by hand: kept beside the new ones, never lost."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from pathlib import Path

from reportkit.disk import read_file
from reportkit.edition.freshness import Cache, digest, digest_of_file
from reportkit.edition.workspace import Workspace
from reportkit.problems import Place, Problem, warning


def put_aside(
    outputs: Mapping[str, bytes], cache: Cache, out: Path, workspace: Workspace
) -> tuple[dict[Path, bytes], tuple[Problem, ...]]:
    """Copies of outputs that are neither as they were built nor as they will be."""
    aside: dict[Path, bytes] = {}
    warnings: list[Problem] = []
    for name, data in outputs.items():
        path, built = out / name, cache.outputs.get(name)
        ours = {built.output if built else "", digest(data), ""}
        if digest_of_file(path) not in ours:
            copy = free_name(path)
            aside[copy] = read_file(path)
            warnings.append(_told(workspace, path, copy))
    return aside, tuple(warnings)


def free_name(path: Path) -> Path:
    """A name beside a file that no file has yet."""
    names = (path.with_name(f"{path.stem}.edited-{n}{path.suffix}") for n in count(1))
    return next(name for name in names if not name.exists())


def _told(workspace: Workspace, path: Path, copy: Path) -> Problem:
    message = "this file was changed since it was built"
    hint = f"it is kept as {workspace.show(copy)}; the new one takes its place"
    return warning(Place(workspace.show(path)), message, hint)
