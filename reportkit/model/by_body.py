"""A value by body, or one value where a single body meets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reportkit.model.kinds import Kind, MapOf, Report, Schema, Whole
from reportkit.problems import Place, Problem
from reportkit.source.values import Mapping, Value

EVERY_BODY = ""


class ByBody(Kind):
    """Values by body; a bare value is kept under EVERY_BODY until bodies are known."""

    def __init__(self, of: Kind | None = None) -> None:
        self.of = of or Whole()

    def expected(self) -> str:
        return "a value by body"

    def read(self, value: Value, report: Report) -> Any:
        if isinstance(value, Mapping):
            return MapOf(self.of).read(value, report)
        read = self.of.read(value, report)
        return None if read is None else {EVERY_BODY: read}

    def schema(self) -> Schema:
        return {"anyOf": [self.of.schema(), MapOf(self.of).schema()]}


def resolve(
    values: dict[str, Any], bodies: Iterable[str], place: Place, report: Report
) -> dict[str, Any]:
    """The values with a bare one given to the only body that meets."""
    known = tuple(bodies)
    if EVERY_BODY not in values:
        return values
    if len(known) == 1:
        return {known[0]: values[EVERY_BODY]}
    message = "several bodies meet, so this needs a value for each"
    report(Problem(place, message, f"such as {{{known[0] if known else 'body'}: …}}"))
    return {}
