"""The one place where a module is imported by name, when it is needed.

The tables of verbs and of formats hold names of modules, so that a run imports
nothing that it does not use.
"""

from __future__ import annotations

from importlib import import_module

# What typing.TYPE_CHECKING is, without the import: it would cost --version a fifth.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def load(module: str, name: str) -> Any:
    """Return what a module calls by a name; the module is imported now."""
    return getattr(import_module(module), name)
