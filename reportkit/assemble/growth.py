"""What a chapter grows from."""

from __future__ import annotations

from typing import NamedTuple

from reportkit.assemble.outline import Outline
from reportkit.assemble.wording import Wording


class Growth(NamedTuple):
    """What a chapter grows from: the wording, the outline, and its own document.

    `derived_part` is the document that derived paragraphs go into, `texts` what the
    chapter says.
    """

    wording: Wording
    outline: Outline
    derived_part: str
    chapter: str = ""
    level: int = 1
    texts: tuple[str, ...] = ()
