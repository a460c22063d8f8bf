"""The snapshot of an issued document as YAML, in the style of the sources."""

from __future__ import annotations

from typing import Any

from reportkit.revise.records import Block, Braces, written
from reportkit.revise.snapshot import FILE, Frozen, read_snapshot
from reportkit.source.emission import Inline, Prose, Tree, emit


def write_snapshot(frozen: Frozen) -> str:
    """The text of a snapshot.

    It is read back and compared first. Raises ValueError where a document cannot
    be kept as it is: one with changes, comments or untranslated words in it.
    """
    fields = {**frozen.document._asdict(), **frozen._asdict()}
    tree = written(fields, FILE)
    text = emit({key: _laid_out(value) for key, value in tree.items()})
    read, problems = read_snapshot(text.encode(), frozen.document.id)
    if read != frozen:
        why = problems[0].message if problems else "it would be read as another"
        raise ValueError(f"{frozen.document.id} cannot be kept as it is: {why}")
    return text


def _laid_out(value: Any) -> Tree:
    """A value of a snapshot as the style of the sources lays it out."""
    if isinstance(value, Block):
        return Prose(value)
    if isinstance(value, str | Braces):
        return Inline(value) if isinstance(value, Braces) else value
    if isinstance(value, dict):
        return {key: _laid_out(each) for key, each in value.items()}
    return [_laid_out(each) for each in value]
