"""A row of the sheet of proposals: where, what, by whom, and room for the verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reportkit.assemble.wording import Wording
from reportkit.document.nodes import Content, Run
from reportkit.document.text import text_of
from reportkit.languages.dates import day
from reportkit.model.amendments import PENDING, Amendment
from reportkit.revise.conflicts import conflicts
from reportkit.revise.credit import proposers
from reportkit.revise.levels import points_below
from reportkit.revise.plans import Plan
from reportkit.revise.proposals_paper import Paper, Spot
from reportkit.revise.proposals_sides import Desk
from reportkit.revise.proposals_text import Lines, lines_of_change

SECTION = "proposals"
SIDES = ("after", "before", "under")
FACTS, WHOLE, NOWHERE = -2, -1, 1 << 30
# Enough of a passage to know it by, where it has no number.
SHOWN = 40
# A symbol among Arabic words runs from left to right, and what follows it does not.
LRM, RLM = "\u200e", "\u200f"
NO_BREAK = str.maketrans(" ", "\u00a0")


class Sheet(NamedTuple):
    """What a sheet is made from.

    `symbols` are those of the documents, as the sheet shows them; `plans` those of the
    amendments that are asked for, `others` of all that are adopted or still can be.
    """

    desk: Desk
    wording: Wording
    symbols: Mapping[str, str]
    plans: tuple[Plan, ...]
    others: tuple[Plan, ...]

    @property
    def paper(self) -> Paper:
        return self.desk.type.paper

    def say(self, key: str, **places: str) -> str:
        """A word of the sheet."""
        words = self.wording.words
        return words.spaced(words.filled((SECTION, key), **places))

    def remark(self, text: str) -> Content:
        """What is said of a proposal; where letters have no italics, as it is."""
        return (Run(text, italic=not self.wording.words.language.latin),)

    def symbol(self, document: str) -> str:
        """A document's symbol, as it stands in a sentence; nothing if it has none."""
        rtl = self.wording.words.language.direction == "rtl"
        symbol = self.symbols.get(document, "")
        return f"{LRM}{symbol}{RLM}" if rtl and symbol else symbol

    def anchor(self, id: str) -> str:
        """A passage that is printed, or the one beside which an amendment makes it."""
        made = self.desk.draft.made
        for _ in made:
            if id in self.paper.spots or id not in made:
                break
            id = str(made[id].beside or made[id].passage)
        return id

    def aim(self, each: Amendment) -> str:
        """The passage or heading that an amendment is on; of the whole text, none."""
        named = (str(each.throughout), f"chapter-{each.throughout}")
        heading = next((id for id in named if id in self.paper.spots), "")
        return str(each.passage or each.beside or heading)

    def spot(self, id: str) -> Spot:
        return self.paper.spots.get(self.anchor(id), Spot("", "", NOWHERE))


def place_of(sheet: Sheet, plan: Plan) -> tuple[int, int, int]:
    """What the rows are sorted by: those on one passage follow each other.

    What changes a passage that an amendment makes comes after that amendment.
    """
    each = plan.amendment
    aim = sheet.aim(each)
    if not aim:
        return (FACTS if each.action == "correct" else WHOLE), 0, 0
    starts = [span.start for id, span in plan.touches if id == each.passage]
    place, side = _stands(sheet, each)
    return place, side, min(starts, default=-1) + 1


def _stands(sheet: Sheet, each: Amendment) -> tuple[int, int]:
    """The place of a passage in the text, and whether it is before or after there."""
    made = sheet.desk.draft.made
    for _ in made:
        maker = made.get(sheet.aim(each))
        if maker is None or sheet.aim(each) in sheet.paper.spots:
            break
        each = maker
    place = sheet.spot(sheet.aim(each)).place
    if each.action != "insert" or each.before:
        return place, -1 if each.action == "insert" else 0
    entry = sheet.desk.draft.entries.get(sheet.anchor(sheet.aim(each)))
    below = points_below(entry) if entry else ()
    places = (sheet.spot(str(point.id)).place for point in below)
    return max((place, *(each for each in places if each < NOWHERE))), 1


def cells_of(sheet: Sheet, plan: Plan) -> tuple[Lines, ...]:
    """The cells of a row, each a line or several."""
    each = plan.amendment
    change = lines_of_change(plan, sheet.desk)
    remarks = map(sheet.remark, _told(sheet, plan))
    told = (*remarks, *change, *map(sheet.remark, _rivals(sheet, plan)))
    verdict = () if each.status == PENDING else (_run(sheet.say(str(each.status))),)
    return (
        tuple(_where(sheet, each)),
        told,
        tuple(_by_whom(sheet, each)),
        (_run(str(each.id)),),
        verdict,
    )


def _where(sheet: Sheet, each: Amendment) -> Iterator[Content]:
    """The document and the number on paper; what is put in stands beside one."""
    aim = sheet.aim(each)
    spot = sheet.spot(aim)
    if not aim:
        yield _run(sheet.say("fact" if each.action == "correct" else "document"))
    if symbol := sheet.symbol(spot.document):
        yield (Run(symbol, language=sheet.wording.words.language.latin),)
    if each.action == "insert":
        yield _run(sheet.say(_side(each), number=_called(sheet, aim, spot)))
    elif each.throughout and aim:
        yield sheet.desk.type.plain(sheet.paper.contents.get(aim, ()))
    elif spot.number:
        yield _run(spot.number.translate(NO_BREAK))
    if each.language:
        yield _run(str(sheet.wording.words.find("languages", str(each.language))))


def _side(each: Amendment) -> str:
    return next(key for key in SIDES if getattr(each, key) or key == SIDES[-1])


def _called(sheet: Sheet, id: str, here: Spot) -> str:
    """What a passage is called: by its number, by the amendment that makes it, too.

    One that has no number is called by its first words.
    """
    spot, maker = sheet.spot(id), sheet.desk.draft.made.get(id)
    if not spot.number:
        text = text_of(sheet.paper.contents.get(sheet.anchor(id), ()))
        short = text if len(text) <= SHOWN else f"{text[:SHOWN].rsplit(' ', 1)[0]}…"
        return str(sheet.wording.words.quoted(short or str(id)))
    away = spot.document != here.document
    elsewhere = f" ({sheet.symbol(spot.document)})" if away else ""
    made = f" ({maker.id})" if maker and id not in sheet.paper.spots else ""
    return f"{spot.number}{elsewhere}{made}".translate(NO_BREAK)


def _told(sheet: Sheet, plan: Plan) -> Iterator[str]:
    """What is done to a passage beside what its words show."""
    each = plan.amendment
    here = sheet.spot(sheet.aim(each))
    if each.throughout:
        yield sheet.say("throughout", places=_places(sheet, plan))
    elif each.action == "move":
        number = _called(sheet, str(each.beside), here)
        yield sheet.say(f"move-{_side(each)}", number=number)
    elif each.action == "merge":
        yield sheet.say("merge", number=_called(sheet, str(each.other), here))
    elif each.action == "split":
        yield sheet.say("split")


def _places(sheet: Sheet, plan: Plan) -> str:
    """The numbers under which words stand that are changed throughout."""
    spots = sorted({sheet.spot(id) for id, _ in plan.touches}, key=lambda s: s.place)
    known: dict[str, dict[str, None]] = {}
    for spot in spots:
        if spot.number:
            known.setdefault(spot.document, {})[spot.number.translate(NO_BREAK)] = None
    words = sheet.wording.words
    told = []
    for document, numbers in known.items():
        symbol = f"{sheet.symbol(document)}: " if len(known) > 1 else ""
        told.append(f"{symbol}{words.joined(tuple(numbers))}")
    return words.closed_up(f"{words.end('item')} ".join(told)) or "–"


def _rivals(sheet: Sheet, plan: Plan) -> Iterator[str]:
    """The other proposals that touch the same words and are not put aside."""
    if plan.amendment.id not in {other.amendment.id for other in sheet.others}:
        return
    rivals = tuple(
        _named(sheet, other.amendment)
        for other in sheet.others
        if other.amendment.id != plan.amendment.id and _is_rival(sheet, plan, other)
    )
    if rivals:
        proposals = str(sheet.wording.words.joined(rivals))
        yield sheet.say("rivals", proposals=proposals)


def _is_rival(sheet: Sheet, plan: Plan, other: Plan) -> bool:
    """Whether two touch the same words; a derived passage is rewritten whole."""
    same = plan.amendment.passage == other.amendment.passage
    derived = plan.amendment.passage in sheet.desk.draft.derived
    return (same and derived) or any(conflicts((plan, other)))


def _named(sheet: Sheet, each: Amendment) -> str:
    decided = f" ({sheet.say(str(each.status))})" if each.status != PENDING else ""
    return f"{each.id}{decided}"


def _by_whom(sheet: Sheet, each: Amendment) -> Iterator[Content]:
    """Who proposed it, and the meeting, by the count of each body that met."""
    yield _run(proposers(each.by, sheet.wording))
    words = sheet.wording.words
    meeting = sheet.wording.session.facts.meetings.get(each.meeting)
    if meeting:
        counts = tuple(dict.fromkeys(map(words.figure, meeting.of.values())))
        number = str(words.joined(counts, "number-lists"))
        said = sheet.say("meeting", number=number, day=day(words, meeting.on))
        yield sheet.desk.type.set(said, "", words.language.code)


def _run(text: str) -> Content:
    return (Run(text),) if text else ()
