"""The sample sessions as the programming interface loads them, once for all tests."""

from __future__ import annotations

from functools import cache

from reportkit.api import Loaded, load
from reportkit.languages.table import CODES
from tests.workspaces import ROOT

# The languages that each sample is written in or translated into.
LANGUAGES = {"ctoc-wg-2017": CODES, "water-2021": ("en", "fr", "es", "ar")}


@cache
def sample(name: str) -> Loaded:
    """A sample session in all its languages."""
    return load(ROOT / "sessions" / name)
