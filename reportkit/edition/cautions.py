"""Warnings on an amendment that is recorded all the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from reportkit.edition.issued import issued_languages
from reportkit.edition.pointing import Known
from reportkit.model.amendments import Amendment
from reportkit.model.marks import pieces_of
from reportkit.model.passages import Manuscript
from reportkit.problems import Problem, warning
from reportkit.revise.entries import entries_of
from reportkit.revise.levels import points_below
from reportkit.revise.plans import Plan
from reportkit.revise.quotation import ALIKE, Span
from reportkit.revise.scope import scope_of
from reportkit.source.values import Text

FEW = 3
Caution = Callable[[Known, Plan], Iterator[Problem]]


def issued_already(known: Known, each: Amendment) -> Iterator[Problem]:
    """Reports that are issued, in which an amendment comes too late."""
    for document, codes in issued_languages(known.given).items():
        within = tuple(code for code in codes if each.language in ("", code))
        kind = known.session.facts.documents.get(document)
        if within and kind is not None and kind.kind == "report":
            message = (
                f"`{document}` is issued in {', '.join(within)}: "
                "only a corrigendum or a revision will show this"
            )
            yield warning(_aim(each).place, message)


def cautions(known: Known, plan: Plan) -> Iterator[Problem]:
    """What an amendment does that may not be what was meant."""
    for caution in CAUTIONS:
        yield from caution(known, plan)


def _aim(each: Amendment) -> Text:
    """What an amendment is aimed at."""
    return each.passage or each.throughout or each.fact or each.beside


def _other_words(known: Known, plan: Plan) -> Iterator[Problem]:
    """Words that look like those changed throughout: in other capitals, or longer."""
    each = plan.amendment
    if not each.throughout or not plan.touches:
        return
    found = tuple(_alike(known, plan))
    capitals = [(id, word) for id, word, same, _ in found if not same]
    for touched, what in ((True, "which change, too"), (False, "which stay")):
        longer = [
            (id, word) for id, word, same, met in found if same and met == touched
        ]
        if longer:
            message = f'"{each.old}" stands inside longer words in {_places(longer)}'
            hint = "change each passage by itself if that is not meant"
            yield warning(each.old.place, f"{message}, {what}", hint)
    if capitals:
        message = f'"{each.old}" also stands in other capitals in {_places(capitals)}'
        hint = "record another change for these words, or leave them"
        yield warning(each.old.place, f"{message}, which stay", hint)


def _alike(known: Known, plan: Plan) -> Iterator[tuple[str, str, bool, bool]]:
    """Words that are not just those quoted: passage, word, if written alike, if met."""
    old = str(plan.amendment.old).translate(ALIKE)
    wanted = re.compile(re.escape(old), re.IGNORECASE)
    touched: dict[str, list[Span]] = {}
    for id, span in plan.touches:
        touched.setdefault(id, []).append(span)
    within = scope_of(known.session, str(plan.amendment.throughout))
    for id, text in known.draft.texts.get(plan.language, {}).items():
        if within is not None and id not in within:
            continue
        for found in wanted.finditer(text.translate(ALIKE)):
            word, same = _whole_word(text, found), found[0] == old
            met = any(span.start == found.start() for span in touched.get(id, ()))
            if not met and _is_in_a_mark(text, found.start()):
                continue
            if not same or len(word) > len(old):
                yield id, word, same, met


def _is_in_a_mark(text: str, at: int) -> bool:
    marks = (each for each in pieces_of(text) if each.text.startswith("{"))
    return any(each.offset <= at < each.offset + len(each.text) for each in marks)


def _whole_word(text: str, found: re.Match[str]) -> str:
    """The words found, with the letters and figures that they are parts of."""
    start, end = found.span()
    while start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return text[start:end]


def _places(found: list[tuple[str, str]]) -> str:
    """How many places there are, and the first of them: words and passages."""
    first = ", ".join(f'"{word}" in `{id}`' for id, word in found[:FEW])
    more = ", …" if len(found) > FEW else ""
    count = f"{len(found)} place{'s' * (len(found) != 1)}"
    return f"{count} ({first}{more})"


def _of_another_body(known: Known, plan: Plan) -> Iterator[Problem]:
    """A recommendation that is moved among those of another body."""
    each = plan.amendment
    beside = each.beside
    if each.action != "move":
        return
    own = _body_of(known, known.anchor(each.passage))
    other = _body_of(known, known.anchor(beside))
    if own and other and own != other:
        message = f"`{each.passage}` is a recommendation of `{own}`, and `{beside}` of"
        hint = f"the report will have it among those of `{other}`"
        yield warning(beside.place, f"{message} `{other}`", hint)


def _body_of(known: Known, id: str) -> str:
    """The body that makes a recommendation; of any other passage, none."""
    for manuscript in known.session.manuscripts:
        if manuscript.chapter == "recommendations":
            for passage in manuscript.passages:
                if id in (passage.id, *(each.id for each in points_below(passage))):
                    bodies = known.session.facts.bodies
                    return str(passage.body or manuscript.body or next(iter(bodies)))
    return ""


def _apart(known: Known, plan: Plan) -> Iterator[Problem]:
    """Passages that are merged though others stand between them."""
    each = plan.amendment
    pair = {str(each.passage), str(each.other)}
    if each.action != "merge" or not pair <= known.draft.entries.keys():
        return
    if not any(_are_neighbours(m, pair) for m in known.session.manuscripts):
        message = f"`{each.passage}` and `{each.other}` do not stand next to each other"
        hint = f"the words of both will stand where `{each.passage}` stands"
        yield warning(each.other.place, message, hint)


def _are_neighbours(manuscript: Manuscript, pair: set[str]) -> bool:
    """Whether nothing stands between two passages but the points of the first."""
    entries = tuple(entries_of((manuscript,)))
    found = tuple(place for place, each in enumerate(entries) if each.id in pair)
    if len(found) != 2:
        return False
    first, second = found
    below = tuple(points_below(entries[first]))
    return entries[second] in below[:1] or second == first + len(below) + 1


CAUTIONS: tuple[Caution, ...] = (_other_words, _of_another_body, _apart)
