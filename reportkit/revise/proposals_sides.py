"""The texts before and after a proposal: of the original, and of a translation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from reportkit.model.amendments import AmendedTranslation, Amendment
from reportkit.revise.drafted import Draft
from reportkit.revise.plans import Plan
from reportkit.revise.proposals_paper import Typesetter
from reportkit.revise.quotation import respelt
from reportkit.revise.retranslation import main_passage
from reportkit.source.values import Text

Texts = Mapping[str, str]
Sides = tuple[str, str]
PARTED = "¶"
# What holds the place of words that are in another language than those around.
HELD = "\ue000"


class Desk(NamedTuple):
    """What proposals are worded with, for a sheet in one language.

    `given` are the amended passages in that language, by amendment; `facts` what a
    fact was and is to be.
    """

    draft: Draft
    type: Typesetter
    given: Mapping[Text, AmendedTranslation]
    facts: Mapping[str, tuple[str, str]]

    @property
    def code(self) -> str:
        return self.type.code

    @property
    def original(self) -> str:
        return str(self.draft.session.facts.written_in)

    @property
    def own(self) -> Texts:
        """The texts of the draft in the language of the sheet."""
        return self.draft.texts.get(self.code, {})

    def texts(self, language: str) -> Texts:
        return self.draft.texts.get(language, {})


def given_text(each: Amendment, id: str, desk: Desk) -> str:
    """The text that translators gave a passage under an amendment."""
    given = desk.given.get(each.id)
    if given is None:
        return ""
    if id in given.passages:
        return str(given.passages[Text(id)].text)
    return str(given.text) if id == main_passage(each) else ""


def _replaced(plan: Plan, texts: Texts) -> Sides:
    each = plan.amendment
    text = texts.get(str(each.passage), "")
    spans = [span for id, span in plan.touches if id == each.passage]
    if each.worded_in:
        spans = [span._replace(new=HELD) for span in spans]
    return text, respelt(text, spans)


def _inserted(plan: Plan, texts: Texts) -> Sides:
    each = plan.amendment
    return "", HELD if each.worded_in else str(each.words)


def _moved(plan: Plan, texts: Texts) -> Sides:
    text = texts.get(str(plan.amendment.passage), "")
    return text, text


def _merged(plan: Plan, texts: Texts) -> Sides:
    """Both texts as one; with words of its own, these in place of both."""
    each = plan.amendment
    first, other = (texts.get(str(id), "") for id in (each.passage, each.other))
    both = f"{first} {other}".strip()
    return (both, str(each.words)) if each.words else (first, both)


def _split(plan: Plan, texts: Texts) -> Sides:
    text = texts.get(str(plan.amendment.passage), "")
    cuts = [span.start for _, span in plan.touches]
    if not cuts:
        return text, text
    return text, f"{text[: cuts[0]].rstrip()} {PARTED} {text[cuts[0] :]}"


# The text before and after, by action, in the language that was amended.
SIDES: dict[str, Callable[[Plan, Texts], Sides]] = {
    "replace": _replaced,
    "insert": _inserted,
    "move": _moved,
    "merge": _merged,
    "split": _split,
}


def _replaced_there(each: Amendment, desk: Desk) -> Sides | None:
    new = given_text(each, each.passage, desk)
    return (desk.own.get(str(each.passage), ""), new) if new else None


def _inserted_there(each: Amendment, desk: Desk) -> Sides | None:
    new = given_text(each, each.made, desk)
    return ("", new) if new else None


def _moved_there(each: Amendment, desk: Desk) -> Sides | None:
    text = desk.own.get(str(each.passage), "")
    return (text, text) if text else None


def _merged_there(each: Amendment, desk: Desk) -> Sides | None:
    """Both translations as one: the translators' words, or those that they have."""
    first, other = (desk.own.get(str(id), "") for id in (each.passage, each.other))
    both = f"{first} {other}".strip()
    new = given_text(each, each.passage, desk)
    if each.words:
        return (both, new) if new else None
    return (first, new or both) if new or (first and other) else None


def _split_there(each: Amendment, desk: Desk) -> Sides | None:
    parts = [given_text(each, id, desk) for id in (each.passage, each.made)]
    whole = desk.own.get(str(each.passage), "")
    return (whole, f" {PARTED} ".join(parts)) if all(parts) else None


# The same in a translation; nothing where it has not all the words.
TRANSLATED: dict[str, Callable[[Amendment, Desk], Sides | None]] = {
    "replace": _replaced_there,
    "insert": _inserted_there,
    "move": _moved_there,
    "merge": _merged_there,
    "split": _split_there,
}
