"""The signs that end a text: a translation ends as its source does.

Points get their semicolons and full stops from the tool; what leads in to others,
a question and a sign that was typed by mistake stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.assemble.numbering import ABBREVIATED, OPEN_ENDS
from reportkit.check.agreement import translations, where
from reportkit.check.checked import Checked, Stretch
from reportkit.problems import Problem, warning

# What each sign is, in whatever script; a text without one of them ends in nothing.
SIGNS = {
    **dict.fromkeys(".。۔", "a full stop"),
    **dict.fromkeys(":：", "a colon"),
    **dict.fromkeys("?؟？", "a question mark"),
    **dict.fromkeys("!！", "an exclamation mark"),
    **dict.fromkeys("…⋯", "an ellipsis"),
    **dict.fromkeys(";；؛", "a semicolon"),
    **dict.fromkeys(",，、،", "a comma"),
}
NONE = "no sign"
OPEN = frozenset(SIGNS[sign] for sign in OPEN_ENDS)
# The tool sets these under points, in place of any other of them.
SET = frozenset({"a full stop", "a semicolon", NONE})
ROLES = ("paragraph", "point", "quotation", "note")
# Quotation marks and brackets may stand before or after the sign.
CLOSING = " \n\u00a0*”“„»«’‘\"')]）」』》"
MARK = re.compile(r"\{[^{}]*\}$|\^[^\s^]+\^$")
# No abbreviation is longer.
LONGEST = 16


def endings_agree(checked: Checked) -> Iterator[Problem]:
    """Translations that end in another sign than their source."""
    for stretch, source in translations(checked):
        if stretch.role in ROLES:
            wanted, own = ending_of(source), ending_of(stretch)
            if wanted != own:
                message = f"this ends in {own}, the source in {wanted}"
                yield warning(stretch.text.place, message, where(source))


def ending_of(stretch: Stretch) -> str:
    """What a text ends in; one word for all that the tool sets under a point."""
    text = stretch.text if stretch.text[-1] in SIGNS else _without_closing(stretch.text)
    sign = SIGNS.get(text[-1:], NONE)
    if sign == "a full stop" and ABBREVIATED.search(text[-LONGEST:]):
        sign = NONE
    return NONE if stretch.role == "point" and sign in SET else sign


def _without_closing(text: str) -> str:
    """A text without the marks, quotation marks and brackets at its end."""
    text = text.rstrip(CLOSING)
    while text.endswith(("}", "^")) and (mark := MARK.search(text)):
        text = text[: mark.start()].rstrip(CLOSING)
    return text
