"""Lists that are kept as given: names that are out of the language's order."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.assemble.speakers import (
    CAPACITIES,
    IN_ROOM,
    body_of_statement,
    category_of,
)
from reportkit.assemble.wording import Wording
from reportkit.check.arguments import marks_of, place_of_word
from reportkit.check.checked import Checked
from reportkit.languages.order import out_of_place
from reportkit.model.facts import CATEGORIES
from reportkit.problems import Place, Problem, warning
from reportkit.source.values import Text

AS_GIVEN = "as-given"
HINT = "`order: sorted` would sort it in each language"


def participants_as_given(checked: Checked) -> Iterator[Problem]:
    """Names out of place in the lists of those who attended."""
    known = checked.session.participants
    for category in CATEGORIES if known.order == AS_GIVEN else ():
        codes = [(code, code.place) for code in getattr(known, category)]
        for wording in checked.wordings.values():
            yield from _out_of_place(wording, codes)


def speakers_as_given(checked: Checked) -> Iterator[Problem]:
    """Names out of place in the lists of those who made statements."""
    for wording in checked.wordings.values():
        if checked.session.statements.order == AS_GIVEN:
            for codes in _lists_of_speakers(wording):
                yield from _out_of_place(wording, codes)


def _lists_of_speakers(wording: Wording) -> Iterator[list[tuple[str, Place]]]:
    """The speakers of each list, in the order of their first mention."""
    lists: dict[tuple[str, str], dict[str, Place]] = {}
    for statement in wording.session.statements.statements:
        if statement.kind != "statement" or not statement.counted:
            continue
        body = body_of_statement(wording, statement)
        for code in statement.by:
            if code not in IN_ROOM:
                category = CAPACITIES.get(statement.capacity) or category_of(
                    wording, code
                )
                group = lists.setdefault((body, category), {})
                group.setdefault(str(code), code.place)
    return (list(group.items()) for group in lists.values())


def marks_as_given(checked: Checked) -> Iterator[Problem]:
    """Names out of place in {states: …; order: as-given}."""
    for stretch in checked.marked:
        wording = checked.wordings.get(stretch.language)
        for piece in marks_of(stretch) if wording else ():
            if piece.option("order") == AS_GIVEN and wording:
                codes = [
                    (code, place_of_word(stretch, piece, code)) for code in piece.words
                ]
                yield from _out_of_place(wording, codes)


def _out_of_place(
    wording: Wording, codes: list[tuple[str, Place]] | list[tuple[Text, Place]]
) -> Iterator[Problem]:
    names = [wording.form_of(code, "list") for code, _ in codes]
    english = [_english(wording, code) for code, _ in codes]
    for index in out_of_place(names, wording.code, english):
        message = f'"{names[index]}" is out of the order of {wording.code}'
        yield warning(codes[index][1], message, HINT)


def _english(wording: Wording, code: str) -> str:
    known = wording.english_states.get(code)
    return known.full if known else ""
