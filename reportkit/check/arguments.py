"""What the marks of a text stand for: items, papers, passages that must be there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from reportkit.assemble.wording import SECRETARIAT
from reportkit.check.checked import Checked, Stretch
from reportkit.check.derived import derived_ids
from reportkit.check.unknown import unknown
from reportkit.languages.states import find_state, nearest_states, state_names
from reportkit.model.marks import Piece, faults_of, pieces_of
from reportkit.model.session import notes_of_session
from reportkit.problems import Place, Problem, nearest


def marks_of(stretch: Stretch) -> Iterator[Piece]:
    """The marks of a text that have a name and no fault."""
    for piece in pieces_of(stretch.text):
        if piece.kind not in ("text", "raised") and not any(faults_of(piece)):
            yield piece


def arguments(checked: Checked, kind: str) -> Iterator[str]:
    """The words that the marks of a kind name, in all texts."""
    for stretch in checked.marked:
        for piece in marks_of(stretch):
            if piece.kind == kind:
                yield from piece.words


class Argument(NamedTuple):
    """What a kind of mark names: how it is called, and the names there are.

    `several` says that the mark names more than one thing.
    """

    kind: str
    known: Callable[[Checked], Iterable[str]]
    where: str = ""
    several: bool = False


def _papers(checked: Checked) -> Iterator[str]:
    return (str(paper.id) for paper in checked.session.papers.papers)


def _items(checked: Checked) -> Iterator[str]:
    for item in checked.session.agenda.items:
        yield from (str(item.id), *map(str, item.sub))


def _organizations(checked: Checked) -> tuple[str, ...]:
    return (*map(str, checked.session.names.organizations), SECRETARIAT)


def pointed_at(checked: Checked) -> Iterator[str]:
    """The passages that carry a number: paragraphs, points, derived passages."""
    numbered = ("paragraph", "point")
    yield from (id for id, each in checked.sources.items() if each.role in numbered)
    yield from derived_ids(checked.session)


ARGUMENTS: dict[str, Argument] = {
    "note": Argument("note", lambda c: notes_of_session(c.session)),
    "ref": Argument("passage", pointed_at),
    "item": Argument("item", _items, "agenda.yaml"),
    "dates": Argument("body", lambda c: c.bodies, "session.yaml"),
    "instrument": Argument(
        "instrument", lambda c: c.session.instruments.instruments, "instruments.yaml"
    ),
    "paper": Argument("paper", _papers, "papers.yaml"),
    "organizations": Argument(
        "organization", _organizations, "names.yaml", several=True
    ),
}


def unknown_arguments(checked: Checked) -> Iterator[Problem]:
    """Marks that name what nothing is: an item, a paper, a passage, a note, a State."""
    for stretch in checked.marked:
        yield from _unknown_arguments(checked, stretch)


def is_faulty(checked: Checked, stretch: Stretch) -> bool:
    """Whether a text has a mark that is reported already."""
    faults = (fault for piece in pieces_of(stretch.text) for fault in faults_of(piece))
    return any(faults) or any(_unknown_arguments(checked, stretch))


def _unknown_arguments(checked: Checked, stretch: Stretch) -> Iterator[Problem]:
    for piece in marks_of(stretch):
        if piece.kind == "states":
            yield from _unknown_states(checked, stretch, piece)
        elif piece.kind in ARGUMENTS:
            yield from _unknown(checked, stretch, piece)


def _known(checked: Checked, kind: str) -> frozenset[str]:
    """The names that a kind of mark may have; looked up once."""
    if kind not in checked.known:
        checked.known[kind] = frozenset(map(str, ARGUMENTS[kind].known(checked)))
    return checked.known[kind]


def _unknown(checked: Checked, stretch: Stretch, piece: Piece) -> Iterator[Problem]:
    row, known = ARGUMENTS[piece.kind], _known(checked, piece.kind)
    if piece.kind == "item" and not checked.session.items:
        return
    for name in piece.words if row.several else (piece.argument,):
        if name in known:
            continue
        place = place_of_word(stretch, piece, name)
        if piece.kind == "ref" and name in checked.touched:
            yield from _left_out(checked, stretch, name, place)
            continue
        role = _role(checked, name) if piece.kind == "ref" else ""
        if role:
            message = f"`{name}` has no number to refer to: it is a {role}"
            yield Problem(place, message, "refer to a paragraph or a point")
        else:
            yield unknown(row.kind, name, place, sorted(known), row.where)


def _left_out(
    checked: Checked, stretch: Stretch, name: str, place: Place
) -> Iterator[Problem]:
    """A reference to what an amendment leaves out; told of the original alone.

    The translations of that passage are stale once it is amended.
    """
    by = checked.touched[name][-1]
    if stretch.language == checked.session.facts.written_in:
        message = f"`{stretch.id}` refers to `{name}`, which `{by.id}` leaves out"
        hint = f"amend `{stretch.id}`, too; `{by.id}` stands at {by.place}"
        yield Problem(place, message, hint)


def _role(checked: Checked, id: str) -> str:
    """What an id is that stands for a text; empty for an unknown one."""
    stretch = checked.sources.get(id)
    return stretch.role if stretch else "table" if id in checked.tables else ""


def place_of_word(stretch: Stretch, piece: Piece, word: str) -> Place:
    """Where a word of a mark stands."""
    inside = piece.text.find(word, piece.text.find(":") + 1)
    return stretch.text.place_at(piece.offset + max(inside, 0))


def _unknown_states(
    checked: Checked, stretch: Stretch, piece: Piece
) -> Iterator[Problem]:
    """Codes in {states: …} that no State or organization has on the day."""
    wording = checked.wordings.get(stretch.language)
    known = wording.states if wording else state_names("en", checked.day)
    for code in piece.words:
        if code in known or code in _organizations(checked):
            continue
        place = place_of_word(stretch, piece, code)
        yield Problem(place, f'unknown State "{code}"', _hint(code, tuple(known)))


def _hint(code: str, known: tuple[str, ...]) -> str:
    """What to type for a State in a mark, which takes codes alone."""
    codes = find_state(code) or (nearest(code, known),)
    if any(codes):
        return f"type the code {' or '.join(codes)}"
    near = nearest_states(code)
    return f"the nearest: {', '.join(near)}" if near else "type a code, such as DZA"
