"""amendments.yaml with entries more, below the comments that stand at its end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from reportkit.edition.deciding import KEY, ids_of
from reportkit.model.session import Session
from reportkit.source.editing import COMMENT, Edit, add, apply, plain
from reportkit.source.extents import Source

Fields = dict[str, Any]
ID = re.compile(r"a([1-9]\d*)")
NEW = b"""\
# What is changed between the draft and the final report, in the order in which it
# was proposed. The words quoted are those of the draft, which stays as it is.

amendments:
"""


def appended(source: Source, more: Sequence[Fields]) -> bytes:
    """The file with some entries more, below the comments that stand at the list's end.

    `# Friday, 13 October` is written first, and what is proposed then comes after it.
    """
    meant = plain(source.top)
    meant[KEY] = [*(meant.get(KEY) or []), *map(plain, more)]
    edits = (_lower(source, edit) for edit in add(source, KEY, list(more)))
    return apply(source, edits, meant)


def _lower(source: Source, edit: Edit) -> Edit:
    """An edit that adds lines, below the comments that are set in as far."""
    lines = edit.new.removeprefix("\n")
    column = len(lines) - len(lines.lstrip(" "))
    end = edit.end
    while edit.new.startswith("\n") and (found := COMMENT.match(source.text, end)):
        if len(found["indent"]) < column:
            break
        end = found.end()
    return edit if end == edit.end else Edit(end, end, edit.new)


def next_id(source: Source, session: Session) -> str:
    """The number after the highest, also of those that only translators still have."""
    translated = (id for texts in session.amended_texts.values() for id in texts)
    found = (ID.fullmatch(id) for id in (*ids_of(source), *translated))
    return f"a{max((int(each[1]) for each in found if each), default=0) + 1}"
