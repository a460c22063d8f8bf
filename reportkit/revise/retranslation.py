"""Translations of a session as amended.

The text of an amended passage stands in LANGUAGE/amendments.yaml, by amendment.
Until it does, the draft's translation stays, and is stale against the amended
wording. What is amended in one language only makes no other stale.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from reportkit.model.amendments import AmendedTranslation, Amendment
from reportkit.model.fields import replaced
from reportkit.model.fingerprint import fingerprint
from reportkit.model.passages import Translation
from reportkit.model.session import Session, words_of_session
from reportkit.problems import Problem, nearest
from reportkit.revise.plans import Plan
from reportkit.revise.quotation import Span, occurrences, respelt
from reportkit.source.values import Text, text_at

Touched = Mapping[str, tuple[Amendment, ...]]
Texts = Mapping[str, Text]


class Sources(NamedTuple):
    """The original of a session before and after, and what was changed in it."""

    written_in: str
    before: Texts
    after: Texts
    touched: Touched
    plans: tuple[Plan, ...]


def retranslated(
    drafted: Session, amended: Session, touched: Touched, plans: tuple[Plan, ...]
) -> Session:
    """The amended session with its translations as amended."""
    before, after = (
        {str(words.id): words.text for words in words_of_session(session)}
        for session in (drafted, amended)
    )
    sources = Sources(drafted.facts.written_in, before, after, touched, plans)
    made = {
        code: _in_language(known, code, drafted.amended_texts.get(code, {}), sources)
        for code, known in drafted.translations.items()
    }
    return amended._replace(translations=made)


def _in_language(
    known: Mapping[str, Translation],
    code: str,
    given: Mapping[Text, AmendedTranslation],
    sources: Sources,
) -> dict[str, Translation]:
    """A language's translations; those of passages that are gone go too."""
    gone = sources.before.keys() - sources.after.keys()
    made = {id: each for id, each in known.items() if id not in gone}
    for id, amendments in sources.touched.items():
        new = _given(id, amendments, given) if id not in gone else None
        if new is not None:
            new = _reworded(id, new, code, sources)
        elif id in made:
            new = _kept(id, made[id], code, sources)
        elif id not in sources.after:
            new = _typed(id, code, sources)
        if new is not None:
            made[id] = new
    return made


def _given(
    id: str, amendments: Iterable[Amendment], given: Mapping[Text, AmendedTranslation]
) -> Translation | None:
    """What a translator gave for a passage: under the last of its amendments."""
    for each in reversed(tuple(amendments)):
        text = given.get(each.id)
        if text and id in text.passages:
            return text.passages[Text(id)]
        if text and text.text and id == main_passage(each):
            return Translation(text.text, text.of, text.state, text.note, text.place)
    return None


def _reworded(id: str, own: Translation, code: str, sources: Sources) -> Translation:
    """A translation as amended, with what is amended in this language alone.

    Its words are looked up here: those of the draft may stand elsewhere.
    """
    text: str = own.text
    for plan in sources.plans:
        each = plan.amendment
        if not each.language or plan.language != code or id != each.passage:
            continue
        found = occurrences(text, each.old) if each.old else ((0, len(text)),)
        text = respelt(text, (Span(*place, str(each.words)) for place in found[:1]))
    return replaced(own, text=text_at(text, own.text.place))


def _typed(id: str, code: str, sources: Sources) -> Translation | None:
    """The words that one language gives a passage which facts give otherwise."""
    for plan in reversed(sources.plans):
        each = plan.amendment
        if plan.language == code and each.passage == id and each.words:
            return Translation(each.words, place=each.place)
    return None


def main_passage(each: Amendment) -> Text:
    """The passage that an amendment's bare text in another language is of."""
    return each.made if each.action == "insert" else each.passage


def _kept(id: str, own: Translation, code: str, sources: Sources) -> Translation:
    """The draft's translation, with the changes that are made in it alone."""
    before = fingerprint(sources.before.get(id, ""))
    of: str = own.of or (before if id in sources.before else "")
    if of == before and not _translators_must(sources.touched[id], sources.written_in):
        of = fingerprint(sources.after[id])
    spans = tuple(
        span
        for plan in sources.plans
        if plan.language == code
        for touched, span in plan.touches
        if touched == id
    )
    text = text_at(respelt(own.text, spans), own.text.place) if spans else own.text
    return replaced(own, text=text, of=text_at(of, (own.of or own).place))


def _translators_must(amendments: Iterable[Amendment], written_in: str) -> bool:
    """Whether any of the amendments is one of every language."""
    return any(each.language != written_in for each in amendments)


def strays(session: Session, plans: Iterable[Plan]) -> Iterator[Problem]:
    """Translations of an amendment, or of a passage of it, that is not there."""
    known = {str(each.id): each for each in session.amendments}
    planned = {str(plan.amendment.id): plan for plan in plans}
    for texts in session.amended_texts.values():
        for id, given in texts.items():
            if id not in known:
                near = nearest(id, tuple(known))
                hint = f"did you mean `{near}`?" if near else ""
                yield Problem(id.place, f"there is no amendment `{id}`", hint)
            elif plan := planned.get(str(id)):
                yield from _not_changed(plan, given)


def _not_changed(plan: Plan, given: AmendedTranslation) -> Iterator[Problem]:
    each = plan.amendment
    touched = {touched for touched, _ in plan.touches}
    for passage in given.passages:
        if passage not in {*touched, each.passage, each.made, each.other}:
            message = f"`{each.id}` does not change `{passage}`"
            hint = f"it changes: {', '.join(sorted(touched)) or 'no words'}"
            yield Problem(passage.place, message, hint)
