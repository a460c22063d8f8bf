"""How each passage stands in a language: what is missing, drafted, stale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reportkit.model.amendments import AmendedTranslation
from reportkit.model.fingerprint import fingerprint
from reportkit.model.passages import Translation
from reportkit.model.session import Session, words_of_session
from reportkit.revise.amending import Amended
from reportkit.source.values import Text
from reportkit.translate.staleness import grade
from reportkit.translate.units import MISSING, REVIEWED


class Standing(NamedTuple):
    """A passage in a language: its source, its translation, how far it has come.

    `amendment` is the one whose wording it is, empty for the draft's. `state` is
    empty where nothing is translated; a text without a state is as good as
    reviewed. `grade` says how stale it is; `before` is the source as translated,
    where it is known.
    """

    id: str
    source: Text
    translation: Translation | None = None
    amendment: str = ""
    state: str = MISSING
    grade: str = ""
    before: str = ""

    @property
    def key(self) -> str:
        """The id of its unit: the passage's, or AMENDMENT.PASSAGE."""
        return f"{self.amendment}.{self.id}" if self.amendment else str(self.id)

    @property
    def text(self) -> str:
        return str(self.translation.text) if self.translation else ""

    @property
    def fresh(self) -> bool:
        """Whether it is translated, and from the present wording."""
        return self.state != MISSING and not self.grade


def standings(amended: Amended, drafted: Session, code: str) -> Iterator[Standing]:
    """How every passage stands in a language, in the order of the source.

    First the draft's wording, then what adopted amendments word anew.
    """
    known = drafted.translations.get(code, {})
    before = drafted.translated_from.get(code, {})
    for id, source in sources_of(drafted):
        yield _standing(str(id), source, known.get(id), before.get(Text(id), ""))
    yield from _of_amendments(amended, drafted, code)


def sources_of(session: Session) -> Iterator[tuple[Text, Text]]:
    """Every text to be translated by its id: passages, and words for derived ones."""
    for words in words_of_session(session):
        if words.translatable:
            yield words.id, words.text
    for manuscript in session.manuscripts:
        yield from manuscript.overrides.items()


def _standing(
    id: str,
    source: Text,
    translation: Translation | None,
    before: str,
    amendment: str = "",
) -> Standing:
    if translation is None or not translation.text:
        return Standing(id, source, translation, amendment)
    state = str(translation.state) or REVIEWED
    of = translation.of or (fingerprint(before) if before else "")
    if not of or of == fingerprint(source):
        return Standing(id, source, translation, amendment, state)
    known = before if before and fingerprint(before) == of else ""
    how = grade(known, source)
    return Standing(id, source, translation, amendment, state, how, known)


def _of_amendments(amended: Amended, drafted: Session, code: str) -> Iterator[Standing]:
    """What adopted amendments of the original word anew, under the last of them."""
    texts = drafted.amended_texts.get(code, {})
    before = drafted.translated_from.get(code, {})
    old = dict(sources_of(drafted))
    for id, source in sources_of(amended.session):
        touched = [
            each
            for each in amended.touched.get(str(id), ())
            if not each.language and each.action not in ("move", "delete")
        ]
        if not touched or old.get(id) == source:
            continue
        last = str(touched[-1].id)
        given = _given(texts, last, str(id))
        key = f"{last}.{id}"
        yield _standing(str(id), source, given, before.get(Text(key), ""), last)


def _given(
    texts: Mapping[Text, AmendedTranslation], amendment: str, id: str
) -> Translation | None:
    """The translation that stands under an amendment."""
    each = texts.get(Text(amendment))
    if each is None:
        return None
    if id in each.passages:
        return each.passages[Text(id)]
    if each.passages or not each.text:
        return None
    return Translation(each.text, each.of, each.state, each.note, each.place)
