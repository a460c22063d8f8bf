"""Translations: of every passage, of nothing else, and of its present wording."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reportkit.check.checked import Checked
from reportkit.check.derived import derived_ids
from reportkit.check.duplicates import ids_of_facts
from reportkit.check.references import place_of
from reportkit.check.unknown import unknown
from reportkit.model.fingerprint import fingerprint
from reportkit.model.passages import Translation
from reportkit.problems import Problem, nearest, warning
from reportkit.source.values import Text
from reportkit.translate.staleness import grade
from reportkit.translate.units import TYPOGRAPHIC


def strays(checked: Checked) -> Iterator[Problem]:
    """Translations of a passage that the source does not have."""
    known = known_ids(checked)
    for translations in checked.session.translations.values():
        for id, translation in translations.items():
            if id not in known:
                place = place_of(id, translation.place)
                told = unknown("passage", id, place, sorted(known))
                if not nearest(id, tuple(known)):
                    hint = "`reportkit translate update` sets it aside"
                    told = told._replace(hint=hint)
                yield told


def known_ids(checked: Checked) -> frozenset[str]:
    """The ids that a translation may have."""
    of_facts = (str(id) for id, _ in ids_of_facts(checked.session))
    return frozenset((*checked.words, *of_facts, *derived_ids(checked.session)))


def missing_translation(checked: Checked) -> Iterator[Problem]:
    """Passages that a language does not have yet.

    A passage whose translation stands under a misspelt id is not missing too.
    """
    known = known_ids(checked)
    overrides = (i for i, s in checked.sources.items() if s.role == "override")
    worded = known.intersection(overrides)
    for language, translations in checked.session.translations.items():
        given = {id for id, each in translations.items() if each.text}
        absent = tuple(i for i in checked.sources if i not in given)
        meant = {nearest(id, absent) for id in translations if id not in known}
        for id in absent:
            words, place = checked.words.get(id), checked.sources[id].text.place
            if id in worded:
                message = f"`{id}` is worded here, but not in {language}"
                yield warning(place, message, _where(language))
            elif (
                words
                and words.translatable
                and id not in meant.union(reworded(checked))
            ):
                message = f"`{id}` is not translated into {language}"
                yield warning(place, message, _where(language))


def _where(language: str) -> str:
    return f"put it under its id into a file of {language}/"


def stale_translation(checked: Checked) -> Iterator[Problem]:
    """Translations of a wording that has changed since, in words or figures."""
    for stale in _stale(checked):
        if stale.grade != TYPOGRAPHIC:
            yield _told(checked, stale, f" ({stale.grade})" if stale.known else "")


def stale_typography(checked: Checked) -> Iterator[Problem]:
    """Translations of a wording whose quotation marks, dashes or looks changed."""
    for stale in _stale(checked):
        if stale.grade == TYPOGRAPHIC:
            yield _told(checked, stale, " in its typography")


def amended_translation(checked: Checked) -> Iterator[Problem]:
    """Passages whose wording as amended some languages do not have yet."""
    lacking: dict[str, list[str]] = {}
    for language, translations in checked.session.translations.items():
        stale = {each.id for each in stale_in(checked, language)}
        for id in reworded(checked):
            words = checked.words.get(id)
            given = translations.get(Text(id))
            absent = words and words.translatable and not (given and given.text)
            if absent or id in stale:
                lacking.setdefault(id, []).append(language)
    for id, languages in lacking.items():
        last = checked.touched[id][-1]
        message = f"`{id}` as amended is not translated into {', '.join(languages)}"
        hint = f"put it under `{last.id}` into {languages[0]}/amendments.yaml"
        more = f", and so for {', '.join(languages[1:])}" if languages[1:] else ""
        yield warning(last.place, message, f"{hint}{more}")


def reworded(checked: Checked) -> tuple[str, ...]:
    """The passages that amendments word anew; one that only moves is not."""
    return tuple(
        id
        for id, amendments in checked.touched.items()
        if any(each.action != "move" for each in amendments)
    )


def _stale(checked: Checked) -> Iterator[Stale]:
    for language in checked.session.translations:
        for stale in stale_in(checked, language):
            if stale.id not in reworded(checked):
                yield stale


def _told(checked: Checked, stale: Stale, how: str) -> Problem:
    id, language = stale.id, stale.language
    message = f"`{id}` has changed{how} since it was translated into {language}"
    hint = f"its wording now is at {checked.sources[id].text.place}"
    given = stale.translation
    return warning((given.of or given.text).place, message, hint)


def _kept(before: Mapping[Text, Text], id: str) -> str:
    """The fingerprint of the source that was kept for a translation without one."""
    text = before.get(Text(id))
    return fingerprint(text) if text else ""


class Stale(NamedTuple):
    """A translation whose source has another wording now.

    `known` says whether the wording that was translated is known; otherwise all
    may have changed.
    """

    id: str
    language: str
    translation: Translation
    grade: str
    known: bool


def stale_in(checked: Checked, language: str) -> Iterator[Stale]:
    """The translations of a language whose source has another wording now."""
    for id, translation in checked.session.translations.get(language, {}).items():
        source, of = checked.sources.get(id), str(translation.of)
        if source is None or (of and of == fingerprint(source.text)):
            continue
        before = checked.session.translated_from.get(language, {})
        of = of or _kept(before, str(id))
        if not of or of == fingerprint(source.text):
            continue
        keys = (id, *(f"{each.id}.{id}" for each in checked.touched.get(id, ())))
        known = (before[Text(key)] for key in keys if Text(key) in before)
        old = next((text for text in known if fingerprint(text) == of), "")
        how = grade(old, source.text)
        yield Stale(str(id), language, translation, how, bool(old))
