"""The outline of a kind of document: its chapters and how headings are labelled."""

from __future__ import annotations

from reportkit.model.fields import (
    Noun,
    Record,
    field,
    mapping_field,
    place_field,
    read_record,
    replaced,
)
from reportkit.model.kinds import Flag, ListOf, MapOf, Matching, OneOf
from reportkit.problems import Place, Problem
from reportkit.source.values import Text
from reportkit.source.yaml_reader import read_yaml

NONE = "none"
ROLES = ("chapter", "group", "item", "section", "topic")
LABELS = ("chapter", "section", "subsection", "subsubsection", NONE)
# What is written of a meeting when it is over.
CLOSING = ("organization", "adoption")
TEXTS = (
    "passages",
    "recommendations",
    "items",
    "duration",
    "officers",
    "statements",
    "agenda",
    "attendance",
    "documentation",
    "adoption",
)
NAME = Matching("an id")
LABEL = OneOf("a label", LABELS)
TEXT_NAMES = ListOf(OneOf("what a chapter says", TEXTS))
BY = OneOf("a way to part a chapter", ("bodies", "groups"))


class SectionOutline(Noun):
    """A section of a chapter: `text` names what it says, `by` how it is parted."""

    id: Text = field(NAME, "its id, and the key of its heading")
    by: Text = field(BY, "bodies, or groups (bodies and their joint items)", Text(""))
    text: tuple[Text, ...] = field(TEXT_NAMES, "what it says", ())
    place: Place = place_field()


class ChapterOutline(Noun):
    """A chapter; its sections follow its own text."""

    id: Text = field(NAME, "its id, and the key of its heading")
    by: Text = field(BY, "bodies, or groups (bodies and their joint items)", Text(""))
    text: tuple[Text, ...] = field(TEXT_NAMES, "what it says", ())
    sections: tuple[SectionOutline, ...] = field(
        ListOf(Record(of=SectionOutline)), "its sections", ()
    )
    place: Place = place_field()


class Outline(Noun):
    """What a kind of document consists of.

    `kind` picks the wording of the lead sentences and of the title.
    """

    kind: Text = field(OneOf("a kind", ("draft", "report")), "draft or report")
    levels: tuple[Text, ...] = field(ListOf(LABEL), "the label of each heading level")
    chapters: tuple[ChapterOutline, ...] = field(
        ListOf(Record(of=ChapterOutline)), "the chapters, in order"
    )
    roles: dict[str, Text] = mapping_field(
        MapOf(LABEL, OneOf("a role", ROLES)), "labels that go by role, not by level"
    )
    continued: tuple[Text, ...] = field(
        ListOf(OneOf("a role", ROLES)), 'the roles that carry "(continued)"', ()
    )
    item_numbers: bool = field(Flag(), 'print "(agenda item 3)" after items', False)
    place: Place = place_field()

    def label_of(self, role: str, level: int) -> str:
        """The kind of label a heading has, or nothing."""
        by_level = self.levels[level - 1] if level <= len(self.levels) else NONE
        label = self.roles.get(role, by_level)
        return "" if label == NONE else str(label)


def drafted(outline: Outline) -> Outline:
    """The outline of a draft of a report: its chapters but for those that close it."""
    chapters = tuple(each for each in outline.chapters if each.id not in CLOSING)
    return replaced(outline, kind=Text("draft"), chapters=chapters)


def read_outline(data: bytes, path: str) -> tuple[Outline | None, tuple[Problem, ...]]:
    """The outline out of the bytes of its file, and what is wrong with it."""
    mapping, problems = read_yaml(data, path)
    if mapping is None:
        return None, problems
    found: list[Problem] = list(problems)
    outline: Outline | None = read_record(Outline, mapping, found.append)
    return outline, tuple(found)
