"""What is typed and would be printed twice, or wrongly: numbers, signs, pointers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.assemble.numbering import ABBREVIATED
from reportkit.check.checked import Checked, Stretch
from reportkit.languages.words import Words
from reportkit.model.marks import pieces_of
from reportkit.model.passages import Passage, Point
from reportkit.model.prose import ENDED
from reportkit.problems import Problem, warning
from reportkit.source.values import Mapping, Text

# What a text begins with, what it is called, and what to do instead.
TYPED = (
    (re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*[.)-]|\(\d{1,3}\))(?=\s\S)|\d{1,3}[、．）]"),
     "a number", "leave it out: numbers are computed"),
    (re.compile(r"[-–•*](?=\s\S)|[(（](?:[a-z]{1,2}|[ivx]{1,6})[)）](?=\s?\S)"),
     "the sign of a point", "leave it out: points have two levels, and signs are set"),
    (re.compile(r"\|.*\|", re.DOTALL),
     "a row of a table", "write a `table:` with columns and rows"),
    (re.compile(r"\[\^?\d{1,3}\]:?(?=\s)"),
     "the number of a footnote", "write it under `notes:`, call it by {note: id}"),
)  # fmt: skip
# What is quoted keeps its own numbers.
ROLES = ("paragraph", "point", "heading", "title", "note")
TITLES = ("title", "heading")
STOPS = (".", "。")
COLONS = (":", "：")
# What may stand after the colon that leads points: a closing quote, a mark.
AFTER_COLON = re.compile(r"(?:\s|[*”»\"]|\{[^{}]*\})+$")
SHORT = 8
NUMBER = r"\d+(?:[ \u00a0]?[(（]?\w{1,4}[)）])*"


def _stretches(checked: Checked) -> Iterator[Stretch]:
    yield from checked.sources.values()
    yield from checked.translated


def typed_numbers(checked: Checked) -> Iterator[Problem]:
    """Texts that begin with a number or a sign, a table or a footnote as text."""
    for stretch in _stretches(checked):
        if stretch.role in ROLES:
            for begin, name, hint in TYPED:
                match = begin.match(stretch.text)
                if match:
                    shown = match.group().partition("\n")[0]
                    message = f'{name} is typed here: "{shown}"'
                    yield warning(stretch.text.place, message, hint)


def typed_stops(checked: Checked) -> Iterator[Problem]:
    """Titles and headings with a full stop, which would be printed twice in a list."""
    for stretch in _stretches(checked):
        stop = stretch.text.endswith(STOPS) and not ABBREVIATED.search(stretch.text)
        if stretch.role in TITLES and stop:
            message = f"a {stretch.role} takes no full stop"
            place = stretch.text.place_at(len(stretch.text) - 1)
            yield warning(place, message, "leave it out")


def lead_ins(checked: Checked) -> Iterator[Problem]:
    """Points under a text that does not lead to them with a colon."""
    for manuscript in checked.session.manuscripts:
        for passage in manuscript.passages:
            yield from _lead_in(passage)
            for point in passage.points:
                yield from _lead_in(point)


def _lead_in(lead: Passage | Point) -> Iterator[Problem]:
    text = AFTER_COLON.sub("", lead.text) if lead.points else ""
    if not text or text.endswith(COLONS):
        return
    message = "points stand under a text that does not end in a colon"
    is_heading = not text.endswith(ENDED) and len(text.split()) <= SHORT
    heading = isinstance(lead, Passage) and is_heading
    hint = f"a heading? write `heading: {text}`, or in pasted prose `# {text}`"
    yield warning(lead.text.place, message, hint if heading else "end it in a colon")


def typed_references(checked: Checked) -> Iterator[Problem]:
    """Pointers to a paragraph that were typed, and will not follow its number."""
    patterns = {code: _pointers(w.words) for code, w in checked.wordings.items()}
    for stretch in _stretches(checked):
        pattern = patterns.get(stretch.language)
        for piece in pieces_of(stretch.text) if pattern else ():
            if pattern and piece.kind == "text" and stretch.role != "override":
                for match in pattern.finditer(piece.text):
                    place = stretch.text.place_at(piece.offset + match.start())
                    message = f'"{match.group()}" is typed, and its number may change'
                    yield warning(place, message, "point to the passage by {ref: id}")


def _pointers(words: Words) -> re.Pattern[str]:
    """What a pointer above or below looks like in a language, in all its cases."""
    rows = words.find("references")
    cases: Mapping = rows.get(Text("cases"), Mapping())
    every = (str(row[Text(s)]) for row in (rows, *cases.values())
             for s in ("above", "below") if Text(s) in row)  # fmt: skip
    patterns = (_pattern(each) for each in dict.fromkeys(every))
    return re.compile("|".join(patterns), re.IGNORECASE)


def _pattern(pointer: str) -> str:
    known = re.escape(pointer).replace(r"\{number\}", NUMBER)
    return known.replace(r"\ ", r"[ \u00a0]")
