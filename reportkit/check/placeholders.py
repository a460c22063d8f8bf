"""Words in capitals that a new session brought and that are still to be replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.checked import Checked
from reportkit.check.forms import CAPITALS
from reportkit.problems import Problem, warning
from reportkit.source.values import Text

# The codes of a list of States stand in one.
TWO = re.compile("[A-ZÀ-ÖØ-Þ]{2}")
MARK = re.compile(r"\{[^{}]*\}")


def placeholders(checked: Checked) -> Iterator[Problem]:
    """Three words or more in capitals: no text of the United Nations has them."""
    for text in _texts(checked):
        # Two capitals side by side are found a good deal sooner than six.
        found = TWO.search(text) and CAPITALS.search(_without_marks(text))
        if found:
            message = f'"{found.group()}" is still to be replaced'
            hint = "it came with the new session; type what it stands for"
            yield warning(text.place_at(found.start()), message, hint)


def _without_marks(text: str) -> str:
    """A text with its marks blanked, so that the rest stands where it stood."""
    if "{" not in text:
        return text
    return MARK.sub(lambda match: " " * len(match.group()), text)


def _texts(checked: Checked) -> Iterator[Text]:
    """Every text of the source, and the names of who met and where."""
    session = checked.session
    yield from (stretch.text for stretch in checked.sources.values())
    named = [session.names.bodies.get(body) for body in checked.bodies]
    named += [session.names.organs.get(session.facts.parent)]
    named += [session.names.places.get(session.facts.place_of_session)]
    for each in named:
        yield from (form.name for form in (each.forms.values() if each else ()))
