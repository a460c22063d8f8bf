"""Amendments and queries: whom and what they name, and what is not decided yet."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.checked import Checked
from reportkit.check.translations import known_ids
from reportkit.check.unknown import unknown
from reportkit.model.amendments import PENDING
from reportkit.model.state_codes import PODIUM
from reportkit.problems import Problem, nearest, warning
from reportkit.source.values import Text

ORALLY = "orally-amended"


def amendments_twice(checked: Checked) -> Iterator[Problem]:
    """Two amendments, or two queries, of one id."""
    session = checked.session
    yield from _twice(tuple(each.id for each in session.amendments))
    yield from _twice(tuple(each.id for each in session.queries))


def _twice(ids: tuple[Text, ...]) -> Iterator[Problem]:
    first: dict[str, Text] = {}
    for id in ids:
        known = first.setdefault(id, id)
        if known is not id:
            hint = f"the first one is at {known.place}"
            yield Problem(id.place, f"`{id}` stands twice", hint)


def proposers(checked: Checked) -> Iterator[Problem]:
    """Who proposed something, and at which meeting, without being known."""
    session = checked.session
    states = next((w.states for w in checked.wordings.values()), {})
    others = (*checked.bodies, *PODIUM, *map(str, session.names.organizations))
    for each in session.amendments:
        for who in each.by:
            if who not in others and who not in states:
                near = nearest(who, (*others, *states))
                hint = f"did you mean `{near}`?" if near else "a code, such as FRA"
                yield Problem(who.place, f'nobody is known as "{who}"', hint)
        if each.meeting and each.meeting not in session.facts.meetings:
            known = tuple(map(str, session.facts.meetings))
            yield unknown("meeting", str(each.meeting), each.meeting.place, known)


def corrected_by_nobody(checked: Checked) -> Iterator[Problem]:
    """Facts that the final gives otherwise than the draft, proposed by nobody."""
    session = checked.session
    for each in session.amendments:
        was = session.was.get(str(each.id), "")
        if each.action != "correct" or not each.adopted or not was:
            continue
        if not each.by and not each.meeting:
            message = f"the draft gives {was} here, and the final {each.new}"
            hint = f"`{each.id}` names nobody who proposed it: `by:`, `meeting:`"
            yield warning(each.fact.place, message, hint)


def queries(checked: Checked) -> Iterator[Problem]:
    """Queries on a passage that is not there."""
    known = known_ids(checked)
    for each in checked.session.queries:
        if each.passage not in known:
            passage = each.passage
            yield unknown("passage", str(passage), passage.place, sorted(known))


def open_queries(checked: Checked) -> Iterator[Problem]:
    """Queries without an answer: what they are on is not issued."""
    known = known_ids(checked)
    for each in checked.session.queries:
        if not each.answer and each.passage in known:
            message = f"`{each.id}` on `{each.passage}` is not answered"
            hint = f"write `answer:` under `{each.id}`; until then it is not issued"
            yield warning(each.place, message, hint)


def pending_amendments(checked: Checked) -> Iterator[Problem]:
    """Amendments that are not decided: no final report prints them."""
    for each in checked.session.amendments:
        if each.status == PENDING:
            message = f"`{each.id}` is not decided yet"
            hint = "adopt, reject or withdraw it, or `build --pending show`"
            yield warning(each.place, message, hint)


def oral_amendments(checked: Checked) -> Iterator[Problem]:
    """A report adopted "as orally amended" without an amendment, or the reverse."""
    adopted = checked.session.facts.adopted
    if adopted is None:
        return
    changed = any(each.adopted for each in checked.session.amendments)
    if adopted.how == ORALLY and not changed:
        message = "adopted as orally amended, but no adopted amendment is recorded"
        yield warning(adopted.place, message, "record them with `reportkit amend`")
    elif adopted.how != ORALLY and changed:
        message = "amendments were adopted, but the report is adopted as drafted"
        yield warning(adopted.place, message, f"as: {ORALLY}")
