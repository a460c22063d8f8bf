"""New terms into glossary.yaml; its comments and its other entries stay."""

from __future__ import annotations

from typing import Any

from reportkit.model.glossary import Term, TermForm
from reportkit.problems import Problem, warning
from reportkit.source.editing import add, apply, plain
from reportkit.source.extents import CannotEdit, open_source


def write_terms(
    data: bytes, path: str, terms: tuple[Term, ...]
) -> tuple[bytes, tuple[Problem, ...]]:
    """A glossary.yaml with terms added at its end, and those that were not.

    An id that the file has already is left as it is there, with a warning; a file
    that cannot be edited comes back as it was, with an error.
    """
    try:
        source = open_source(data, path)
        meant = plain(source.top)
        known = {str(each["id"]): each for each in meant.get("terms") or ()}
        new = {str(term.id): entry_of(term) for term in terms}
        added = [entry for id, entry in new.items() if id not in known]
        meant["terms"] = [*(meant.get("terms") or ()), *map(plain, added)]
        made = apply(source, add(source, "terms", added), meant) if added else data
    except CannotEdit as fault:
        return data, (fault.problem,)
    return made, tuple(_left(term) for term in terms if str(term.id) in known)


def _left(term: Term) -> Problem:
    message = f"`{term.id}` is in the glossary already"
    return warning(term.place, message, "the term was left as it is there")


def entry_of(term: Term) -> dict[str, Any]:
    """A term as its entry in glossary.yaml."""
    made: dict[str, Any] = {"id": str(term.id)}
    if term.note:
        made["note"] = str(term.note)
    return made | {code: _form_of(form) for code, form in term.forms.items()}


def _form_of(form: TermForm) -> Any:
    """A form in the shortest way: a text where there is one and nothing else."""
    term = [str(each) for each in form.term]
    shown: Any = term[0] if len(term) == 1 else term
    if not form.forbidden:
        return shown if len(term) == 1 else {"term": shown}
    forbidden = [str(each) for each in form.forbidden]
    return {"term": shown, "forbidden": forbidden} if term else {"forbidden": forbidden}
