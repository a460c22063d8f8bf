"""Translations of a session: how they stand, brought up to date, confirmed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from reportkit.check.checked import Checked
from reportkit.check.translations import known_ids
from reportkit.edition.loading import Loaded, load
from reportkit.edition.workspace import SessionFiles, Templates
from reportkit.languages.table import CODES
from reportkit.model.fingerprint import fingerprint
from reportkit.model.passages import STATES_OF_TRANSLATION
from reportkit.model.session import Session
from reportkit.problems import Place, Problem, has_errors, nearest
from reportkit.revise.amending import Amended
from reportkit.source.extents import CannotEdit
from reportkit.translate.kept_sources import Desk
from reportkit.translate.recording import Change, changed
from reportkit.translate.standing import Standing, standings
from reportkit.translate.units import GRADES
from reportkit.translate.updating import Updated, update

# Rules of what translations say; those of the original are never of them.
OF_TRANSLATIONS = frozenset(
    {
        *("strays", "marks-agree", "figures-agree", "months-agree", "states-agree"),
        *("ranks-agree", "endings-agree", "terms-agree", "forbidden-terms"),
        *("missing-translation", "stale-translation", "stale-typography"),
        *("amended-translation", "untranslated"),
    }
)


class Desks(NamedTuple):
    """A session open for work on its translations."""

    files: SessionFiles
    templates: Templates
    loaded: Loaded
    session: Session
    amended: Amended

    def standings(self, code: str) -> tuple[Standing, ...]:
        """How every passage stands in a language."""
        return tuple(standings(self.amended, self.session, code))

    def files_of(self, code: str) -> dict[str, bytes]:
        """The files of a language, by path below its folder."""
        start = f"{code}/"
        return {
            path.removeprefix(start): data
            for path, data in self.files.files.items()
            if path.startswith(start)
        }

    def homes(self) -> dict[str, str]:
        """The file of the original in which each passage stands."""
        written = f"{self.session.facts.written_in}/"
        paths = {self.files.shown[path]: path for path in self.files.files}
        made: dict[str, str] = {}
        for manuscript in self.session.manuscripts:
            path = paths.get(manuscript.place.path, "").removeprefix(written)
            alone = self.session._replace(manuscripts=(manuscript,))
            known = standings(Amended(alone, {}), alone, "")
            made |= {each.key: path for each in known}
        return made

    def desk(self, code: str) -> Desk:
        """A language's files with what the session asks of them."""
        checked = Checked(self.session, self.loaded.wordings, self.loaded.outlines)
        return Desk(
            self.files_of(code), self.standings(code), self.homes(), known_ids(checked)
        )


def open_desks(
    files: SessionFiles, templates: Templates
) -> tuple[Desks | None, tuple[Problem, ...]]:
    """A session open for translators, or the errors that keep it closed.

    What a translation gets wrong is no error here: that of a passage that is gone is
    set aside, and one that says something else than its source can come back right.
    """
    loaded = load(files, templates)
    problems = tuple(p for p in loaded.problems if p.rule not in OF_TRANSLATIONS)
    if loaded.session is None or loaded.amended is None or has_errors(problems):
        return None, problems
    return Desks(files, templates, loaded, loaded.session, loaded.amended), ()


def no_language(desks: Desks, code: str) -> Problem | None:
    """What is wrong with a language that is to be translated into, if anything."""
    if code == desks.session.facts.written_in:
        place = desks.session.facts.written_in.place
        return Problem(place, f"the session is written in {code}")
    if code not in CODES:
        return Problem(Place("-l"), f'"{code}" is no language of a report')
    return None


def update_language(
    desks: Desks, code: str
) -> tuple[Updated | None, tuple[Problem, ...]]:
    """A language's files as the original asks for them, and what was done."""
    try:
        made = update(desks.desk(code))
        if not made.returned:
            return made, ()
        # What came back is translated again, so that the rest follows from that.
        again, problems = open_desks(_with(desks, code, made.files), desks.templates)
        if again is None:
            return None, problems
        then = update(again.desk(code))
    except CannotEdit as fault:
        return None, (fault.problem,)
    files = {**made.files, **then.files}
    return then._replace(files=files, aside=made.aside, returned=made.returned), ()


def _with(desks: Desks, code: str, files: Mapping[str, bytes]) -> SessionFiles:
    """The session's files with some of a language's changed."""
    changed_files = {f"{code}/{path}": data for path, data in files.items()}
    return desks.files._replace(files={**desks.files.files, **changed_files})


def confirm(
    desks: Desks, code: str, keys: Iterable[str]
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """A language's files in which stale translations are said to be still right."""
    known = {each.key: each for each in desks.standings(code)}
    wanted = {key.strip() for key in keys}
    problems = [_unknown(key, known) for key in sorted(wanted - known.keys())]
    absent = [key for key in sorted(wanted & known.keys()) if not known[key].text]
    problems += [Problem(Place(key), f"`{key}` is not translated") for key in absent]
    if problems:
        return {}, tuple(problems)
    changes = {
        key: Change(of=fingerprint(each.source))
        for key, each in known.items()
        if key in wanted
    }
    return change_files(desks, code, changes)


def change_files(
    desks: Desks, code: str, changes: Mapping[str, Change]
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """A language's files with some translations changed, by their keys."""
    try:
        return changed(desks.desk(code), changes), ()
    except CannotEdit as fault:
        return {}, (fault.problem,)


def _unknown(key: str, known: Mapping[str, Standing]) -> Problem:
    near = nearest(key, tuple(known))
    hint = f"did you mean `{near}`?" if near else "`translate status` lists them"
    return Problem(Place("PASSAGE"), f"there is no passage `{key}`", hint)


class Count(NamedTuple):
    """How far a file has come in a language; `words` are those left to do."""

    session: str
    language: str
    file: str
    passages: int
    missing: int
    draft: int
    reviewed: int
    approved: int
    typographic: int
    figures: int
    substantive: int
    words: int


STATES = STATES_OF_TRANSLATION


def counts(desks: Desks, code: str) -> Iterator[Count]:
    """How far each file of a language has come, in the order of the original."""
    homes = desks.homes()
    by_file: dict[str, list[Standing]] = {}
    for each in desks.standings(code):
        path = "amendments.yaml" if each.amendment else homes[each.id]
        by_file.setdefault(path, []).append(each)
    for path, known in by_file.items():
        yield count_of(desks.session.name, code, path, known)


def count_of(session: str, code: str, file: str, known: list[Standing]) -> Count:
    """How far some passages have come."""
    states = Counter(each.state for each in known)
    grades = Counter(each.grade for each in known)
    left = (e for e in known if not e.text or e.grade in GRADES[1:])
    return Count(
        session,
        code,
        file,
        passages=len(known),
        missing=sum(not each.text for each in known),
        words=sum(len(each.source.split()) for each in left),
        **{name: states[name] for name in STATES},
        **{name: grades[name] for name in GRADES},
    )
