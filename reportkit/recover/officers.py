"""Who chaired, who served in other offices, and who was elected to them."""

from __future__ import annotations

from reportkit.recover.bodies_in import bodies_in, ids_of
from reportkit.recover.cues import cue, says
from reportkit.recover.elections_in import elected_in
from reportkit.recover.facts import Context, Person
from reportkit.recover.meetings_in import runs_in
from reportkit.recover.persons_in import Named, persons_in
from reportkit.recover.said import Sentence
from reportkit.recover.text_in import unended


def read_officers(sentence: Sentence) -> Sentence:
    """The facts of a sentence on who held an office, if it is one."""
    text = unended(sentence.text)
    if elected := elected_in(sentence.text, sentence.points, sentence.context):
        bodies = _of(text, sentence.context)
        return sentence.said(*(each._replace(bodies=bodies) for each in elected))
    for role in ("rapporteur", "vice-chair", "chair"):
        named = _named(text, role, sentence.context)
        if named.persons:
            bodies = _of(text, sentence.context)
            made = (Person(n, state, role, "", bodies) for n, state in named.persons)
            return sentence.said(*made, rest=_rest(text, named, sentence.context))
    return sentence


def _named(text: str, role: str, context: Context) -> Named:
    """The persons who held an office, by the place that they have beside its words."""
    language = context.language
    match = cue(language, "chaired" if role == "chair" else role).search(text)
    # Who chaired a meeting that is named by its number did not chair the others.
    if not match or (role == "chair" and runs_in(text[: match.end()], language)):
        return Named(())
    if language == "zh":
        return persons_in(_in_chinese(text, match.start(), match.end(), role), context)
    if role == "chair":
        if not _is_of_meeting(text[: match.start()], context):
            return Named(())
        found = persons_in(text[match.end() :], context)
        return found if found.after or _has_state(found) else Named(())
    verb = cue(language, "officers-verb").search(text, match.end())
    if verb:
        return persons_in(text[verb.end() :], context)
    if language == "ar":
        named = [m.end for m in bodies_in(text, context) if m.start >= match.end()]
        return persons_in(text[max((match.end(), *named)) :].strip(), context)
    return persons_in(text[: match.start()].strip(), context)


def _in_chinese(text: str, start: int, end: int, role: str) -> str:
    if role != "chair":
        return text[:start]
    last = cue("zh", "chaired-end").search(text, end)
    return text[end : last.start()] if last else ""


def _is_of_meeting(text: str, context: Context) -> bool:
    """Whether a text names the meetings or a body, and not something beside them."""
    return says(context.language, text, "gathering") or bool(bodies_in(text, context))


def _has_state(found: Named) -> bool:
    return any(state for _, state in found.persons) or len(found.persons) == 1


def _of(text: str, context: Context) -> tuple[str, ...]:
    """The bodies that an officer is named for; none where it is all of them."""
    named = (body for m in bodies_in(text, context) for body in m.bodies)
    bodies = tuple(dict.fromkeys(named))
    return () if set(bodies) == set(ids_of(context)) else bodies


def _rest(text: str, named: Named, context: Context) -> str:
    """What stands after the persons, but for the words on the office."""
    after = named.after.strip(" ,،，")
    return after if len(after) > 2 and not bodies_in(after, context) else ""
