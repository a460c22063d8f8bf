"""Marks that an amendment would break: in its own words, or elsewhere.

The session is amended as it would be, and what is wrong then and was not before is
what the amendment breaks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from reportkit.check.arguments import pointed_at, unknown_arguments
from reportkit.check.checked import Checked
from reportkit.check.marks import faulty_marks, openings, unsaid_forms
from reportkit.edition.pointing import Known
from reportkit.model.amendments import ADOPTED, Amendment
from reportkit.model.fields import replaced
from reportkit.model.marks import pieces_of
from reportkit.model.passages import NONE
from reportkit.model.session import NOTHING, Session
from reportkit.problems import Problem, warning
from reportkit.revise.amending import amend
from reportkit.revise.plans import Plan
from reportkit.source.values import Text

CHECKS = (faulty_marks, unknown_arguments, openings, unsaid_forms)
Said = Counter[tuple[str, str]]


def faults_of_words(known: Known, session: Session, plan: Plan) -> Iterator[Problem]:
    """What is wrong with the marks of a passage as amended, and was not before.

    Other amendments do not count, but for those that make passages.
    """
    own = _in_words(plan.amendment)
    if plan.problems or own is None:
        return
    others = (each for each in session.amendments if each.id != own.id)
    makers = tuple(each for each in others if each.made and each.open)
    before = _said(known, session, plan.language, makers)
    for message, hint in _said(known, session, plan.language, (*makers, own)) - before:
        yield Problem((own.words or own.id).place, message, hint)


def _in_words(each: Amendment) -> Amendment | None:
    """An amendment as far as it words something; a merge words the first passage."""
    if each.action == "merge" and each.words:
        return replaced(each, action=Text("replace"), old=NONE)
    return each if each.action in ("replace", "insert", "split") else None


def _said(
    known: Known, session: Session, language: str, amendments: tuple[Amendment, ...]
) -> Said:
    """What is wrong with the marks of a session once some amendments are adopted."""
    translations = {k: v for k, v in session.translations.items() if k == language}
    alone = session._replace(
        amendments=tuple(replaced(e, status=Text(ADOPTED)) for e in amendments),
        amended_texts=NOTHING,
        translations=translations,
    )
    loaded = known.loaded
    checked = Checked(amend(alone).session, loaded.wordings, loaded.outlines)
    problems = chain.from_iterable(check(checked) for check in CHECKS)
    return Counter((each.message, each.hint) for each in problems)


def lost_references(known: Known, session: Session) -> Iterator[tuple[str, Problem]]:
    """References to passages that adopted amendments leave out, and did not before.

    Each with the id of the amendment; every build stops at one.
    """
    before = frozenset((id, name) for id, name, _ in _references(known.session))
    for id, name, by in _references(session):
        if (id, name) in before:
            continue
        place = " ".join(known.stands(id))
        spot = f" ({place})" if place.strip() else ""
        message = f"`{id}`{spot} refers to `{name}`, which `{by.id}` leaves out"
        hint = (
            f"nothing can be built until `{id}` is amended, too: it has {{ref: {name}"
        )
        yield str(by.id), warning((by.other or by.passage).place, message, f"{hint}}}")


def _references(session: Session) -> Iterator[tuple[str, str, Amendment]]:
    """The passages of the original that refer to one which an amendment leaves out."""
    amended = amend(session)
    checked = Checked(amended.session, {}, {})
    numbered = frozenset(map(str, pointed_at(checked)))
    for stretch in checked.sources.values():
        for piece in pieces_of(stretch.text) if "{ref" in stretch.text else ():
            by = amended.touched.get(piece.argument, ())
            if piece.kind == "ref" and piece.argument not in numbered and by:
                yield stretch.id, piece.argument, _leaving_out(by)


def _leaving_out(by: tuple[Amendment, ...]) -> Amendment:
    gone = (each for each in by if each.action in ("delete", "merge"))
    return next(gone, by[-1])
