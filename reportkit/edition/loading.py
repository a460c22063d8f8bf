"""A session made ready: read, worded in each language, and checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from reportkit.assemble.outline import Outline, drafted, read_outline
from reportkit.assemble.sentences import read_sentences
from reportkit.assemble.wording import Wording, word_session
from reportkit.check.findings import Checked, find, find_amended
from reportkit.edition.echoes import without_echoes
from reportkit.edition.issued import issued_passages
from reportkit.edition.sentence_code import keep_code, read_code
from reportkit.edition.workspace import OUTLINES, SessionFiles, Templates
from reportkit.languages.table import CODES
from reportkit.languages.words import MissingWord, read_words
from reportkit.model.reading import read_session
from reportkit.model.session import Session
from reportkit.problems import Place, Problem, has_errors, in_order, warning
from reportkit.revise.amending import Amended, amend, with_corrected_facts

KINDS = (DRAFT, REPORT) = ("draft", "report")


class Loaded(NamedTuple):
    """A session with what building it needs; the problems of its sources.

    `session` and `wordings` are as drafted; `final` are the wordings of the session
    as amended.
    """

    session: Session | None
    wordings: Mapping[str, Wording]
    outlines: Mapping[str, Outline]
    problems: tuple[Problem, ...]
    amended: Amended | None = None
    final: Mapping[str, Wording] = MappingProxyType({})

    def wordings_of(self, document: str) -> Mapping[str, Wording]:
        """The wordings that a document is printed from: a report's are as amended."""
        if self.session is None or not self.final:
            return self.wordings
        kind = self.session.facts.kind_of(document)
        return self.final if kind == "report" else self.wordings


def load(
    files: SessionFiles,
    templates: Templates,
    languages: tuple[str, ...] = (),
    show_pending: bool = False,
) -> Loaded:
    """A session out of its files, worded in some languages (all that it has words in).

    `show_pending` puts what is not decided yet in square brackets. Every problem of
    the sources and templates is in `problems`; nothing is raised for an author's or
    an editor's mistake.
    """
    session, problems = read_session(
        files.folder.name, files.files, files.shared, files.shown
    )
    outlines, more = _outlines(files, templates)
    found = [*problems, *more, *map(_unread, files.unread)]
    if session is None or not session.facts.bodies:
        return Loaded(session, {}, outlines, _finished(session, files, found))
    session = session._replace(issued=issued_passages(files))
    if languages:
        session, found = _without_others(session, found, files, languages)
    wordings: dict[str, Wording] = {}
    for code in languages or session.languages:
        wording, more = _wording(session, templates, code)
        found += more
        if wording:
            wordings[code] = wording
    kept = {code: len(wording.sentences.code) for code, wording in wordings.items()}
    amended = amend(session, show_pending)
    final = _reworded(wordings, amended.session)
    found += amended.problems
    try:
        findings = _findings(session, amended, wordings, final, outlines)
    except MissingWord as missing:
        findings = (missing.problem,)
    for code, wording in wordings.items():
        if len(wording.sentences.code) > kept[code]:
            keep_code(code, wording.sentences.code)
    if has_errors(tuple(found)):
        findings = tuple(without_echoes(findings, found, files, session))
    found += findings
    problems = in_order(tuple(found))
    return Loaded(session, wordings, outlines, problems, amended, final)


def _reworded(
    wordings: Mapping[str, Wording], session: Session
) -> Mapping[str, Wording]:
    """The wordings of the same session with other words or facts."""
    if all(wording.session is session for wording in wordings.values()):
        return wordings
    last = max(body.last for body in session.facts.bodies.values())
    return {
        code: word_session(session, wording.sentences, last)
        for code, wording in wordings.items()
    }


def _findings(
    drafted: Session,
    amended: Amended,
    wordings: Mapping[str, Wording],
    final: Mapping[str, Wording],
    outlines: Mapping[str, Outline],
) -> tuple[Problem, ...]:
    """What is wrong with a session, as drafted and as amended."""
    checked = Checked(amended.session, final, outlines, amended.touched)
    if amended.session is drafted:
        return find(checked)
    session = with_corrected_facts(drafted)
    worded = _reworded(wordings, session)
    return find_amended(Checked(session, worded, outlines), checked)


def _without_others(
    session: Session, found: list[Problem], files: SessionFiles, wanted: tuple[str, ...]
) -> tuple[Session, list[Problem]]:
    """The session without the languages that were not asked for, nor their problems."""
    kept = {*wanted, session.facts.written_in}
    others = {
        files.shown.get(name, name)
        for name in files.files
        if (code := name.partition("/")[0]) in CODES and code not in kept
    }
    translations = {
        code: words for code, words in session.translations.items() if code in kept
    }
    own = [problem for problem in found if problem.place.path not in others]
    amendments = tuple(
        each
        for each in session.amendments
        if not each.language or each.language in kept
    )
    texts = {code: each for code, each in session.amended_texts.items() if code in kept}
    return (
        session._replace(
            translations=translations, amendments=amendments, amended_texts=texts
        ),
        own,
    )


def _unread(path: str) -> Problem:
    """A warning that a file or folder of a session is not read."""
    folders = ", ".join(CODES)
    hint = f"files end in .yaml, and folders are named for languages: {folders}"
    return warning(Place(path), "this is not read", hint)


def _finished(
    session: Session | None, files: SessionFiles, found: list[Problem]
) -> tuple[Problem, ...]:
    if session is not None:
        place = Place(files.shown["session.yaml"])
        message = "no body meets in this session"
        found.append(Problem(place, message, "bodies: {body: {from: …, to: …}}"))
    return in_order(tuple(found))


def _outlines(
    files: SessionFiles, templates: Templates
) -> tuple[dict[str, Outline], list[Problem]]:
    """The outlines of the session's own, and the templates' where it has none.

    A draft has the chapters of the report that are written before a meeting is over.
    """
    outlines: dict[str, Outline] = {}
    found = list(_strays(files))
    for kind in KINDS:
        outline, problems = _outline(f"{OUTLINES}/{kind}.yaml", files, templates)
        found += problems
        if outline:
            outlines[kind] = outline
    own = [kind for kind in outlines if f"{OUTLINES}/{kind}.yaml" in files.files]
    if own == [REPORT]:
        outlines[DRAFT] = drafted(outlines[REPORT])
    return outlines, found


def _outline(
    name: str, files: SessionFiles, templates: Templates
) -> tuple[Outline | None, tuple[Problem, ...]]:
    """An outline; where the session's own is wrong, the rest is read by the usual."""
    told: tuple[Problem, ...] = ()
    if name in files.files:
        outline, told = read_outline(files.files[name], files.shown[name])
        if outline:
            return outline, told
    read = templates.read(name)
    if read is None:
        return None, (*told, _missing(f"templates/{name}"))
    outline, more = read_outline(*read)
    return outline, (*told, *more)


def _strays(files: SessionFiles) -> Iterator[Problem]:
    """Files among a session's outlines that are of no kind of document."""
    known = tuple(f"{OUTLINES}/{kind}.yaml" for kind in KINDS)
    for name in files.files:
        if name.startswith(f"{OUTLINES}/") and name not in known:
            message = "no outline of a session has this name"
            hint = f"known: {', '.join(known)}"
            yield Problem(Place(files.shown[name]), message, hint)


def _wording(
    session: Session, templates: Templates, code: str
) -> tuple[Wording | None, list[Problem]]:
    """A session's wording in a language, or the files that the language lacks."""
    words_file = templates.read(f"{code}/words.yaml")
    sentences_file = templates.read(f"{code}/sentences.yaml")
    if words_file is None or sentences_file is None:
        name = "sentences" if words_file else "words"
        return None, [_missing(f"templates/{code}/{name}.yaml")]
    last = max(body.last for body in session.facts.bodies.values())
    words, problems = read_words(code, *words_file, last)
    sentences, more = read_sentences(*sentences_file, words, read_code(code))
    if problems or more:
        return None, [*problems, *more]
    return word_session(session, sentences, last), []


def _missing(name: str) -> Problem:
    hint = "the language's files are described in CONTRIBUTING.md"
    return Problem(Place(name), "this template is missing", hint)
