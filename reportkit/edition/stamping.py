"""Fingerprints for translations that do not say what they are of.

They are taken to be of the present wording; from then on it is seen when that
changes.
"""

from __future__ import annotations

from reportkit.edition.translating import Desks, change_files
from reportkit.model.fingerprint import fingerprint
from reportkit.problems import Problem
from reportkit.translate.recording import Change


def stamp(desks: Desks) -> tuple[dict[str, bytes], int, tuple[Problem, ...]]:
    """The files that change, by path below the session, how many stamps, problems."""
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    count = 0
    for code in desks.session.translations:
        changes = {
            each.key: Change(of=fingerprint(each.source))
            for each in desks.standings(code)
            if each.text and each.translation and not each.translation.of
        }
        made, found = change_files(desks, code, changes)
        files |= {f"{code}/{path}": data for path, data in made.items()}
        problems += found
        count += 0 if found else len(changes)
    return files, count, tuple(problems)
