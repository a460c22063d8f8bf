"""The headings of chapters, sections and summaries."""

from __future__ import annotations

from reportkit.assemble.growth import Growth
from reportkit.assemble.wording import Rendering, Wording
from reportkit.languages.words import MissingWord
from reportkit.model.passages import CHAPTERS, Manuscript
from reportkit.model.proceedings import Item
from reportkit.problems import Problem
from reportkit.source.values import Text


class NoHeading(MissingWord):
    """A chapter of an outline that nothing gives a heading."""

    def __init__(self, chapter: Text) -> None:
        super().__init__(chapter, chapter.place.path)
        message = f"the chapter `{chapter}` has no heading"
        hint = f"begin LANGUAGE/{chapter}.yaml with `title: {{id: …, text: …}}`"
        self.problem = Problem(chapter.place, message, hint)


def heading_of(growth: Growth, key: Text) -> str:
    """The usual heading of a chapter or section."""
    count = len(growth.wording.session.facts.bodies)
    try:
        return growth.wording.sentences.say("headings", key, count=count)
    except MissingWord as missing:
        raise missing if key in CHAPTERS else NoHeading(key) from missing


def group_of(wording: Wording, manuscript: Manuscript) -> str:
    """The body whose summary a manuscript is; empty for a joint item."""
    items = wording.session.items
    if manuscript.body:
        return manuscript.body
    bodies = {body for id in manuscript.taken_up for body in items[id].number}
    return next(iter(bodies)) if len(bodies) == 1 else ""


def title_of(wording: Wording, own: str, items: tuple[Item, ...]) -> Rendering:
    """The heading of a summary: its own title, else those of its items, joined."""
    if own or len(items) == 1:
        return wording.text(own or items[0].id)
    titles = tuple(wording.title(item.id) for item in items)
    return Rendering(wording.words.joined(titles))


def item_note(wording: Wording, items: tuple[Item, ...], body: str) -> str:
    """The bracket after an item's heading: (agenda item 3)."""
    bodies = (body,) if body else tuple(items[0].number)
    several = len(items) > 1
    say = wording.sentences.say
    if len(bodies) == 1:
        numbers = wording.words.numbers_joined(
            tuple(i.number[bodies[0]] for i in items)
        )
        key = "several" if several else "one"
        return say("item_numbers", key, numbers=numbers, items=len(items))
    shares = tuple(
        say(
            "item_numbers",
            "joint-several" if several else "joint-one",
            numbers=wording.words.numbers_joined(tuple(i.number[each] for i in items)),
            body=wording.body(each),
            items=len(items),
        )
        for each in bodies
    )
    return say("item_numbers", "joint", numbers_by_body=shares)
