"""Titles of items, sub-items and papers: one for each, and none for nothing."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.assemble.derived import session_id
from reportkit.check.arguments import marks_of
from reportkit.check.checked import Checked, Stretch
from reportkit.check.duplicates import ids_of_facts, ids_of_titles
from reportkit.check.unknown import unknown
from reportkit.problems import Problem, nearest


def titles_missing(checked: Checked) -> Iterator[Problem]:
    """Items, sub-items and papers without a title, and titles of nothing.

    A misspelt title is one mistake: what it was meant for is not missing too.
    """
    if not checked.session.items:
        return
    wanted = dict(ids_of_facts(checked.session))
    known = tuple(map(str, wanted))
    given = dict(ids_of_titles(checked.session))
    sessions = {session_id(body) for body in checked.bodies}
    strays = [id for id in given if id not in wanted and id not in sessions]
    meant = {nearest(id, tuple(i for i in known if i not in given)) for id in strays}
    for id in strays:
        yield unknown("item or paper", id, given[id], known, "agenda.yaml")
    folder = checked.session.facts.written_in
    for id, place in wanted.items():
        stretch = checked.sources.get(id)
        if not (stretch and stretch.text.strip()) and id not in meant:
            hint = f"add `{id}: >-` under `titles:` in {folder}/titles.yaml"
            yield Problem(place, f"`{id}` has no title", hint)


def titles_in_circles(checked: Checked) -> Iterator[Problem]:
    """Titles that print themselves, by a mark or by a title that they name."""
    titles = {
        (each.language, each.id): each
        for each in checked.marked
        if each.role == "title"
    }
    for (language, id), stretch in titles.items():
        if id in _reached(titles, language, stretch):
            message = f"the title of `{id}` leads back to itself"
            yield Problem(stretch.text.place, message, "write the title in words")


def _reached(
    titles: dict[tuple[str, str], Stretch], language: str, start: Stretch
) -> set[str]:
    """The ids of the titles that a title prints, and that those print."""
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        for piece in marks_of(waiting.pop()):
            if piece.kind in ("item", "paper") and piece.argument not in reached:
                reached.add(piece.argument)
                if (language, piece.argument) in titles:
                    waiting.append(titles[language, piece.argument])
    return reached
