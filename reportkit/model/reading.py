"""A session out of its folder: every file read, every problem found on the way."""

from __future__ import annotations

from collections.abc import Mapping as Map
from pathlib import PurePosixPath
from typing import Any

from reportkit.languages.table import CODES
from reportkit.model.by_body import resolve
from reportkit.model.completion import complete
from reportkit.model.facts import SessionFacts
from reportkit.model.fields import Noun, Record, read_record, replaced
from reportkit.model.kinds import ID
from reportkit.model.names import Instruments, Names
from reportkit.model.passages import CHAPTERS, Manuscript, Translation
from reportkit.model.proceedings import (
    Agenda,
    Papers,
    Participants,
    Statements,
)
from reportkit.model.session import Session
from reportkit.model.state_codes import with_codes
from reportkit.problems import Place, Problem, nearest
from reportkit.source.values import Mapping, text_at
from reportkit.source.yaml_reader import read_yaml

FACT_FILES: dict[str, type[Noun]] = {
    "session.yaml": SessionFacts,
    "agenda.yaml": Agenda,
    "participants.yaml": Participants,
    "statements.yaml": Statements,
    "papers.yaml": Papers,
}
SHARED_FILES: dict[str, type[Noun]] = {
    "names.yaml": Names,
    "instruments.yaml": Instruments,
}
TRANSLATION = Record(of=Translation, short="text")
Files = Map[str, bytes]


def read_session(
    name: str, files: Files, shared: Files, shown: Map[str, str]
) -> tuple[Session | None, tuple[Problem, ...]]:
    """A session out of the bytes of its files, and what is wrong with them.

    `files` are the session's, by path below its folder; `shared` are names.yaml
    and instruments.yaml; `shown` gives each path as people see it. The session
    is None where session.yaml cannot be understood.
    """
    reader = SessionReader(files, shared, shown)
    session = reader.session(name)
    return session, tuple(reader.problems)


class SessionReader:
    """Reads the files of one session; collects what is wrong with them."""

    def __init__(self, files: Files, shared: Files, shown: Map[str, str]) -> None:
        self.files, self.shared, self.shown = files, shared, shown
        self.problems: list[Problem] = []

    def session(self, name: str) -> Session | None:
        facts = {path: self._fact(path, noun) for path, noun in FACT_FILES.items()}
        shared = {path: self._shared(path, noun) for path, noun in SHARED_FILES.items()}
        session_facts = facts["session.yaml"]
        self._refuse_strays()
        if session_facts is None:
            return None
        manuscripts, translations = self._words(session_facts.written_in)
        self._resolve(facts, tuple(session_facts.bodies))
        with_codes(facts, shared, self.problems.append)
        return Session(
            name=name,
            facts=session_facts,
            agenda=facts["agenda.yaml"] or Agenda(),
            participants=facts["participants.yaml"] or Participants(),
            statements=facts["statements.yaml"] or Statements(),
            papers=facts["papers.yaml"] or Papers(),
            names=shared["names.yaml"] or Names(),
            instruments=shared["instruments.yaml"] or Instruments(),
            manuscripts=complete(manuscripts, _ids_of_facts(facts)),
            translations=translations,
        )

    def _resolve(self, facts: dict[str, Any], bodies: tuple[str, ...]) -> None:
        """Give the numbers and symbols that name no body to the only one."""
        report = self.problems.append
        if agenda := facts["agenda.yaml"]:
            items = tuple(
                replaced(e, number=resolve(e.number, bodies, e.place, report))
                for e in agenda.items
            )
            adopted = resolve(agenda.adopted_at, bodies, agenda.place, report)
            facts["agenda.yaml"] = replaced(agenda, items=items, adopted_at=adopted)
        if papers := facts["papers.yaml"]:
            resolved = tuple(
                replaced(e, symbols=resolve(e.symbols, bodies, e.place, report))
                for e in papers.papers
            )
            facts["papers.yaml"] = replaced(papers, papers=resolved)

    def _fact(self, path: str, noun: type[Noun]) -> Any:
        return self._noun(path, self.files.get(path), noun)

    def _shared(self, path: str, noun: type[Noun]) -> Any:
        return self._noun(path, self.shared.get(path), noun)

    def _noun(self, path: str, data: bytes | None, noun: type[Noun]) -> Any:
        if data is None:
            if path == "session.yaml":
                message = "this session has no session.yaml"
                hint = "`reportkit new NAME` makes one"
                self.problems.append(Problem(Place(self._name(path)), message, hint))
            return None
        mapping = self._read(path, data)
        if mapping is None:
            return None
        return read_record(noun, mapping, self.problems.append)

    def _read(self, path: str, data: bytes) -> Mapping | None:
        mapping, problems = read_yaml(data, self._name(path))
        self.problems += problems
        return mapping

    def _name(self, path: str) -> str:
        return self.shown.get(path, path)

    def _refuse_strays(self) -> None:
        """A file under a misspelt name would be lost in silence."""
        known = (*FACT_FILES, "amendments.yaml")
        for path in self.files:
            if "/" in path or path in known:
                continue
            near = nearest(path, known)
            hint = f"did you mean {near}?" if near else f"known: {', '.join(known)}"
            message = "no file of this name belongs in a session's folder"
            self.problems.append(Problem(Place(self._name(path)), message, hint))

    def _words(
        self, written_in: str
    ) -> tuple[tuple[Manuscript, ...], dict[str, dict[str, Translation]]]:
        manuscripts: list[Manuscript] = []
        translations: dict[str, dict[str, Translation]] = {}
        for path in sorted(self.files):
            language, _, rest = path.partition("/")
            if not rest or language not in CODES:
                continue
            mapping = self._read(path, self.files[path])
            if mapping is None:
                continue
            if language == written_in:
                manuscripts += self._manuscript(rest, mapping)
            else:
                self._translate(mapping, translations.setdefault(language, {}))
        by_code = {code: translations[code] for code in CODES if code in translations}
        return tuple(manuscripts), by_code

    def _manuscript(self, path: str, mapping: Mapping) -> tuple[Manuscript, ...]:
        if "chapter" not in mapping and (chapter := chapter_of_path(path)):
            key = text_at("chapter", mapping.place)
            mapping[key] = text_at(chapter, mapping.place)
        made: Any = read_record(Manuscript, mapping, self.problems.append)
        return () if made is None else (made,)

    def _translate(self, mapping: Mapping, known: dict[str, Translation]) -> None:
        for key, value in mapping.items():
            if not ID.fullmatch(key):
                message = f"`{key}` is not the id of a passage"
                self.problems.append(Problem(key.place, message))
            elif key in known:
                message = f"`{key}` is translated twice"
                hint = f"the other one is at {known[key].place}"
                self.problems.append(Problem(key.place, message, hint))
            else:
                read = TRANSLATION.read(value, self.problems.append)
                if read is not None:
                    known[key] = read


def chapter_of_path(path: str) -> str:
    """The chapter that a file's place in its language's folder names, or nothing."""
    first = PurePosixPath(path).parts[0].removesuffix(".yaml")
    return next((each for each in CHAPTERS if first.startswith(each)), "")


def _ids_of_facts(facts: Map[str, Any]) -> tuple[str, ...]:
    """Ids that items and papers take, so that no passage is given them."""
    agenda, papers = facts["agenda.yaml"], facts["papers.yaml"]
    items = (
        [id for item in agenda.items for id in (item.id, *item.sub)] if agenda else []
    )
    return (*items, *(paper.id for paper in papers.papers)) if papers else tuple(items)
