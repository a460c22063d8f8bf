"""The lines that the tool writes above a translation: its source, what has changed.

They are comments that begin with `#| ` or `#! `, and go when they are not true any
more; a translator's own comments never begin so.
"""

from __future__ import annotations

import re
from textwrap import wrap

from reportkit.document.nodes import Run
from reportkit.document.text import text_of
from reportkit.revise.difference import stretches
from reportkit.translate.standing import Standing

OWN = re.compile(r"^#[|!](?: [^\r\n]*)?(?:\r\n|\r|\n|$)", re.M)
SOURCE, CHANGED = "#|", "#!"
WIDTH = 84


def difference(standing: Standing) -> str:
    """What changed in a source, in words: [-old-] {+new+}; all of it if unknown."""
    if not standing.before:
        return f"the source has changed; it says now: {standing.source}"
    made: list[str] = []
    for each in stretches((Run(standing.before),), (Run(str(standing.source)),)):
        old, new = text_of(each.old), text_of(each.new)
        if each.same:
            made.append(new)
        else:
            made += (f"[-{old}-]" if old else "", f"{{+{new}+}}" if new else "")
    return f"the source has changed ({standing.grade}): {''.join(made)}"


def tool_lines(sign: str, text: str) -> str:
    """A text as the tool's comment lines; Han is broken anywhere."""
    folded = " ".join(text.split())
    return "".join(f"{sign} {line}\n" for line in wrap(folded, WIDTH))
