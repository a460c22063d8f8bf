"""The rapporteur's files: passages of one kind each, in a place that is printed."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.arguments import arguments, is_faulty
from reportkit.check.checked import Checked
from reportkit.check.references import place_of
from reportkit.model.passages import Grid, Manuscript, Passage
from reportkit.model.proceedings import Item
from reportkit.problems import Problem, warning
from reportkit.source.values import Text

KINDS = ("text", "heading", "quotation", "table", "derived")
SUMMARIES = "deliberations"
WITHOUT_ITEMS = ("introduction", "organization", "adoption", "annexes")
OWN_CHAPTERS = "others stand in an outlines/report.yaml of the session"
# Chapters that print what their files hold, beside those of the outlines.
ALWAYS = ("annexes",)


def kinds_of_passages(checked: Checked) -> Iterator[Problem]:
    """Passages that are nothing, or two things at once."""
    for manuscript in checked.session.manuscripts:
        for passage in manuscript.passages:
            yield from _kind(passage)


def _kind(passage: Passage) -> Iterator[Problem]:
    kinds = [kind for kind in KINDS if getattr(passage, kind)]
    hint = f"a passage is one of: {', '.join(KINDS)}"
    if not kinds:
        yield Problem(passage.place, f"the passage `{passage.id}` says nothing", hint)
    elif len(kinds) > 1:
        message = f"the passage `{passage.id}` is {' and '.join(kinds)} at once"
        yield Problem(passage.place, message, hint)
    elif passage.points and kinds[0] in ("heading", "table"):
        message = f"points under a {kinds[0]} are not printed"
        place = passage.points[0].place
        yield Problem(place, message, "put them under a `text:`")


def unknown_columns(checked: Checked) -> Iterator[Problem]:
    """Cells of columns that their table does not have."""
    for manuscript in checked.session.manuscripts:
        for passage in manuscript.passages:
            if passage.table:
                yield from _unknown_columns(passage.table)


def _unknown_columns(table: Grid) -> Iterator[Problem]:
    known = [str(column.id) for column in table.columns]
    for row in table.rows:
        for name in row.cells:
            if name not in known:
                hint = f"its columns are: {', '.join(known)}"
                place = place_of(name, row.place)
                yield Problem(place, f'unknown column "{name}"', hint)


def chapters(checked: Checked) -> Iterator[Problem]:
    """Files whose passages no document prints."""
    printed = tuple(dict.fromkeys((*printed_chapters(checked), *ALWAYS)))
    for manuscript in checked.session.manuscripts:
        if not manuscript.passages:
            continue
        place = manuscript.passages[0].place
        if manuscript.chapter not in printed:
            message = f'passages of the chapter "{manuscript.chapter}" are not printed'
            hint = f"those of these are: {', '.join(printed)}; {OWN_CHAPTERS}"
            yield Problem(place, message, hint)
        elif manuscript.chapter == "annexes" and not manuscript.title:
            hint = "title: {id: annex-topics, text: …}"
            yield Problem(place, "an annex without a title is not printed", hint)


def printed_chapters(checked: Checked) -> Iterator[str]:
    """The chapters of the outlines that print passages."""
    if not checked.outlines:
        yield from ("introduction", "recommendations", "deliberations", "adoption")
    for outline in checked.outlines.values():
        for chapter in outline.chapters:
            texts = {*chapter.text, *(t for s in chapter.sections for t in s.text)}
            if texts & {"passages", "recommendations", "items"}:
                yield str(chapter.id)


def summaries(checked: Checked) -> Iterator[Problem]:
    """Summaries without an item, or of items that no body has in its agenda."""
    for manuscript in checked.session.manuscripts:
        if manuscript.chapter in WITHOUT_ITEMS and manuscript.taken_up:
            message = f"the chapter {manuscript.chapter} is on no item"
            place = manuscript.taken_up[0].place
            yield Problem(place, message, "leave `item:` out, or move the file")
        elif manuscript.passages and manuscript.is_summary:
            yield from _of_bodies(checked, manuscript)
        elif manuscript.passages and manuscript.chapter == SUMMARIES:
            hint = "begin the file with `item:` and the item's id"
            message = "this summary does not say of which item it is"
            yield Problem(manuscript.place, message, hint)


def _of_bodies(checked: Checked, manuscript: Manuscript) -> Iterator[Problem]:
    """A summary whose items lack a number that its heading or opening prints."""
    known = checked.session.items
    items = [known[id] for id in manuscript.taken_up if id in known]
    bodies = {body for item in items for body in item.number}
    if len(items) < len(manuscript.taken_up) or not all(i.number for i in items):
        return
    place = manuscript.taken_up[0].place
    if manuscript.body:
        yield from _outside(manuscript.body, items)
    elif any(set(item.number) != bodies for item in items):
        message = "the items summarized here stand in different agendas"
        yield Problem(place, message, "write a file for each, or give `body:`")
    elif len(bodies) > 1 and not all(item.joint for item in items):
        message = f"`{items[0].id}` is not joint: whose summary is this"
        yield Problem(place, message, f"add `body:`: {' or '.join(sorted(bodies))}")


def _outside(body: Text, items: list[Item]) -> Iterator[Problem]:
    for item in items:
        if body not in item.number:
            message = f"`{item.id}` is not in the agenda of `{body}`"
            yield Problem(body.place, message, f"it is in that of {_in(item)}")


def _in(item: Item) -> str:
    return ", ".join(f"`{body}`" for body in item.number)


def recommendations(checked: Checked) -> Iterator[Problem]:
    """Recommendations of nobody, and what cannot be a recommendation."""
    for manuscript in checked.session.manuscripts:
        if manuscript.chapter == "recommendations":
            yield from _recommendations(checked, manuscript)


def _recommendations(checked: Checked, manuscript: Manuscript) -> Iterator[Problem]:
    several = len(checked.bodies) > 1
    bodiless = [p for p in manuscript.passages if not p.body and not manuscript.body]
    if several and bodiless:
        message = "these recommendations do not say which body makes them"
        hint = f"begin the file with `body:`: {' or '.join(checked.bodies)}"
        yield Problem(bodiless[0].place, message, hint)
    for passage in manuscript.passages:
        kind = "heading" if passage.heading else "table" if passage.table else ""
        if kind:
            message = f"a {kind} is not printed among recommendations"
            yield Problem(passage.place, message, "a recommendation is a `text:`")


def uncalled_notes(checked: Checked) -> Iterator[Problem]:
    """Footnotes that no text calls, so that they are not printed."""
    called = frozenset(arguments(checked, "note"))
    if any(is_faulty(checked, stretch) for stretch in checked.marked):
        return
    for manuscript in checked.session.manuscripts:
        for note in manuscript.notes:
            if note.id not in called:
                message = f"no text calls the footnote `{note.id}`"
                hint = f"call it by {{note: {note.id}}}"
                yield warning(note.id.place, message, hint)
