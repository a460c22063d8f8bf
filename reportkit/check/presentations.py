"""Presentations of the Secretariat that a summary tells and the list leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.assemble.wording import SECRETARIAT
from reportkit.check.checked import Checked, Stretch
from reportkit.check.figures import MARK
from reportkit.check.presenting import presented_at
from reportkit.model.passages import Manuscript
from reportkit.model.proceedings import Statement
from reportkit.problems import Problem, warning

ROLES = ("paragraph", "point")
HINT = "add it, with `counted: false` and a reason if the list is to leave it out"


def presentations(checked: Checked) -> Iterator[Problem]:
    """Summaries that tell of a presentation which statements.yaml lacks.

    Each summary is named once. A session that lists none has no list to be in.
    """
    given = tuple(_given(checked))
    told: set[tuple[str, ...]] = set()
    for stretch in checked.sources.values() if any(s.counted for s in given) else ():
        manuscript = stretch.manuscript
        if not manuscript or not _summarized(manuscript, stretch):
            continue
        key = (manuscript.body, *manuscript.taken_up)
        at = -1 if key in told or _is_given(manuscript, given) else _found(stretch)
        if at >= 0:
            told.add(key)
            items = " or ".join(f"`{item}`" for item in manuscript.taken_up)
            message = "the Secretariat presents something here, and statements.yaml"
            message += f" has no presentation of it on {items}"
            yield warning(stretch.text.place_at(at), message, HINT)


def _given(checked: Checked) -> Iterator[Statement]:
    """What the Secretariat presented, and what else of it no list is to have."""
    for statement in checked.session.statements.statements:
        known = statement.kind == "presentation" or not statement.counted
        if known and SECRETARIAT in statement.by:
            yield statement


def _summarized(manuscript: Manuscript, stretch: Stretch) -> bool:
    """Whether a text is prose of the summary of an item."""
    return manuscript.is_summary and stretch.role in ROLES


def _is_given(manuscript: Manuscript, given: tuple[Statement, ...]) -> bool:
    """Whether something was presented on what a file summarizes."""
    return any(
        statement.item in manuscript.taken_up
        and manuscript.body in ("", statement.body or manuscript.body)
        for statement in given
    )


def _found(stretch: Stretch) -> int:
    """Where the prose tells of a presentation, or -1."""
    prose = MARK.sub(lambda mark: " " * len(mark.group()), stretch.text)
    return presented_at(prose, stretch.language)
