"""Translations: of every passage, of nothing else, and of its present wording."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.checked import Checked
from reportkit.check.derived import derived_ids
from reportkit.check.duplicates import ids_of_facts
from reportkit.check.references import place_of
from reportkit.check.unknown import unknown
from reportkit.model.fingerprint import fingerprint
from reportkit.model.passages import Translation
from reportkit.problems import Problem, nearest, warning


def strays(checked: Checked) -> Iterator[Problem]:
    """Translations of a passage that the source does not have."""
    known = known_ids(checked)
    for translations in checked.session.translations.values():
        for id, translation in translations.items():
            if id not in known:
                place = place_of(id, translation.place)
                yield unknown("passage", id, place, sorted(known))


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
    made = {str(each.made): str(each.id) for each in checked.session.amendments}
    for language, translations in checked.session.translations.items():
        given = {id for id, each in translations.items() if each.text}
        absent = tuple(i for i in checked.sources if i not in given)
        meant = {nearest(id, absent) for id in translations if id not in known}
        for id in absent:
            words, place = checked.words.get(id), checked.sources[id].text.place
            if id in worded:
                message = f"`{id}` is worded here, but not in {language}"
                yield warning(place, message, _where(language))
            elif words and words.translatable and id not in meant:
                message = f"`{id}` is not translated into {language}"
                yield warning(place, message, _where(language, made.get(id, "")))


def _where(language: str, amendment: str = "") -> str:
    """Where a translation goes; that of what an amendment makes goes with it."""
    if amendment:
        return f"put it under `{amendment}` into {language}/amendments.yaml"
    return f"put it under its id into a file of {language}/"


def stale_translation(checked: Checked) -> Iterator[Problem]:
    """Translations of a wording that has changed since."""
    for language in checked.session.translations:
        for id, translation in stale_in(checked, language):
            message = f"`{id}` has changed since it was translated into {language}"
            hint = f"its wording now is at {checked.sources[id].text.place}"
            if id in checked.touched:
                hint = _where(language, str(checked.touched[id][-1].id))
            yield warning(translation.of.place, message, hint)


def stale_in(checked: Checked, language: str) -> Iterator[tuple[str, Translation]]:
    """The translations of a language whose source has another wording now."""
    for id, translation in checked.session.translations.get(language, {}).items():
        source = checked.sources.get(id)
        if source and translation.of and translation.of != fingerprint(source.text):
            yield id, translation
