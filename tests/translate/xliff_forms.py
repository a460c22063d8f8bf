"""The versions of XLIFF, for tests that hold for each."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from reportkit.problems import Problem
from reportkit.translate.units import Bundle, Return
from reportkit.translate.xliff12 import export_xliff12, read_xliff12
from reportkit.translate.xliff21 import export_xliff21, read_xliff21


class Form(NamedTuple):
    """A version: how it is written and read, and its schemas."""

    export: Callable[[Bundle], bytes]
    read: Callable[[bytes, str], tuple[Return | None, tuple[Problem, ...]]]
    schemas: tuple[str, ...]


STRICT, LOOSE = "xliff-core-1.2-strict.xsd", "xliff-core-1.2-transitional.xsd"
ONE = Form(export_xliff12, read_xliff12, (STRICT, LOOSE))
TWO = Form(export_xliff21, read_xliff21, ("xliff_core_2.0.xsd", "matches.xsd"))
FORMS = pytest.mark.parametrize("form", (ONE, TWO), ids=("1.2", "2.1"))
