"""A session out of its folder: every file read, every problem found on the way."""

from __future__ import annotations

from collections.abc import Mapping as Map
from pathlib import PurePosixPath
from typing import Any

from reportkit.languages.table import CODES
from reportkit.model.amendments import (
    AmendedTranslation,
    Amendment,
    Amendments,
    Queries,
)
from reportkit.model.by_body import resolve
from reportkit.model.completion import complete
from reportkit.model.corrections import Trees, corrected
from reportkit.model.facts import SessionFacts
from reportkit.model.fields import Noun, Record, read_record, replaced
from reportkit.model.glossary import Glossary
from reportkit.model.kinds import ID, MapOf
from reportkit.model.names import Instruments, Names
from reportkit.model.passages import CHAPTERS, Manuscript, Translation
from reportkit.model.proceedings import (
    Agenda,
    Papers,
    Participants,
    Statements,
)
from reportkit.model.session import Facts, Session
from reportkit.model.state_codes import with_codes
from reportkit.model.translated_from import TranslatedFrom
from reportkit.problems import Place, Problem, nearest
from reportkit.source.values import Mapping, Text, text_at
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
    "glossary.yaml": Glossary,
}
AMENDMENTS, QUERIES = "amendments.yaml", "queries.yaml"
# What tools keep in a language's folder: sources as they were translated, and
# translations whose passage is gone.
TRANSLATED_FROM, SET_ASIDE = "translated-from.yaml", "set-aside.yaml"
BESIDE = (AMENDMENTS, TRANSLATED_FROM, SET_ASIDE)
# What is decided on the draft and asked about it.
RECORD_FILES: dict[str, type[Noun]] = {AMENDMENTS: Amendments, QUERIES: Queries}
TRANSLATION = Record(of=Translation, short="text")
AMENDED = MapOf(Record(of=AmendedTranslation, short="text"))
Files = Map[str, bytes]


def read_session(
    name: str, files: Files, shared: Files, shown: Map[str, str]
) -> tuple[Session | None, tuple[Problem, ...]]:
    """A session out of the bytes of its files, and what is wrong with them.

    `files` are the session's, by path below its folder; `shared` are names.yaml,
    instruments.yaml and glossary.yaml; `shown` gives each path as people see it.
    The session is None where session.yaml cannot be understood.
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
        trees = {path: self._tree(path) for path in (*FACT_FILES, *RECORD_FILES)}
        facts = self._facts(trees)
        records = {path: self._noun(trees[path], n) for path, n in RECORD_FILES.items()}
        amendments = (records[AMENDMENTS] or Amendments()).amendments
        shared = {path: self._shared(path, noun) for path, noun in SHARED_FILES.items()}
        session_facts = facts["session.yaml"]
        self._refuse_strays()
        if session_facts is None:
            return None
        manuscripts, translations = self._words(session_facts.written_in)
        return Session(
            *(name, *self._finished(facts, shared)),
            names=shared["names.yaml"] or Names(),
            instruments=shared["instruments.yaml"] or Instruments(),
            glossary=shared["glossary.yaml"] or Glossary(),
            manuscripts=complete(manuscripts, _ids_of_facts(facts)),
            translations=translations,
            amendments=amendments,
            amended_texts=self._amended_texts(session_facts.written_in),
            translated_from=self._translated_from(),
            queries=(records[QUERIES] or Queries()).queries,
            **self._corrected(trees, shared, amendments),
        )

    def _corrected(
        self, trees: Trees, shared: dict[str, Any], amendments: tuple[Amendment, ...]
    ) -> dict[str, Any]:
        """The facts as adopted amendments correct them, if any does."""
        known = {path: trees[path] for path in FACT_FILES}
        changed, was = corrected(known, amendments, self.problems.append)
        facts = self._facts({**known, **changed}) if changed else {}
        if not changed or facts["session.yaml"] is None:
            return {}
        return {"corrected": self._finished(facts, shared), "was": was}

    def _finished(self, facts: dict[str, Any], shared: dict[str, Any]) -> Facts:
        """The facts with every number under a body and every State by its code."""
        self._resolve(facts, tuple(facts["session.yaml"].bodies))
        with_codes(facts, shared, self.problems.append)
        return Facts(
            facts=facts["session.yaml"],
            agenda=facts["agenda.yaml"] or Agenda(),
            participants=facts["participants.yaml"] or Participants(),
            statements=facts["statements.yaml"] or Statements(),
            papers=facts["papers.yaml"] or Papers(),
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

    def _facts(self, trees: Trees) -> dict[str, Any]:
        return {path: self._noun(trees[path], n) for path, n in FACT_FILES.items()}

    def _shared(self, path: str, noun: type[Noun]) -> Any:
        data = self.shared.get(path)
        return self._noun(self._read(path, data) if data is not None else None, noun)

    def _tree(self, path: str) -> Mapping | None:
        """The values of a file of the session, if it has that file."""
        if path in self.files:
            return self._read(path, self.files[path])
        if path == "session.yaml":
            message = "this session has no session.yaml"
            hint = "`reportkit new NAME` makes one"
            self.problems.append(Problem(Place(self._name(path)), message, hint))
        return None

    def _noun(self, tree: Mapping | None, noun: type[Noun]) -> Any:
        return (
            read_record(noun, tree, self.problems.append) if tree is not None else None
        )

    def _read(self, path: str, data: bytes) -> Mapping | None:
        mapping, problems = read_yaml(data, self._name(path))
        self.problems += problems
        return mapping

    def _name(self, path: str) -> str:
        return self.shown.get(path, path)

    def _refuse_strays(self) -> None:
        """A file under a misspelt name would be lost in silence."""
        known = (*FACT_FILES, *RECORD_FILES)
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
            if not rest or language not in CODES or rest in BESIDE:
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

    def _amended_texts(
        self, written_in: str
    ) -> dict[str, dict[Text, AmendedTranslation]]:
        """What translators make of amendments, by language and amendment."""
        made: dict[str, dict[Text, AmendedTranslation]] = {}
        for code in CODES:
            path = f"{code}/{AMENDMENTS}"
            if (
                path not in self.files
                or (tree := self._read(path, self.files[path])) is None
            ):
                continue
            if code == written_in:
                message = "amendments of the original stand in amendments.yaml"
                self.problems.append(Problem(Place(self._name(path)), message))
                continue
            made[code] = AMENDED.read(tree, self.problems.append) or {}
        return made

    def _translated_from(self) -> TranslatedFrom:
        paths = {code: f"{code}/{TRANSLATED_FROM}" for code in CODES}
        return TranslatedFrom(
            {
                c: (self.files[p], self._name(p))
                for c, p in paths.items()
                if p in self.files
            }
        )

    def _manuscript(self, path: str, mapping: Mapping) -> tuple[Manuscript, ...]:
        if "chapter" not in mapping and (chapter := _chapter(path, mapping)):
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


def _chapter(path: str, mapping: Mapping) -> str:
    """The chapter of a file; that of titles and overrides is none."""
    chapter = chapter_of_path(path)
    has_words = any(key in mapping for key in ("passages", "text", "title"))
    return chapter if has_words or chapter in CHAPTERS else ""


def chapter_of_path(path: str) -> str:
    """The chapter that a file's place in its language's folder names.

    The files of a usual chapter may be told apart by what follows its name.
    """
    first = PurePosixPath(path).parts[0].removesuffix(".yaml")
    return next((each for each in CHAPTERS if first.startswith(each)), first)


def _ids_of_facts(facts: Map[str, Any]) -> tuple[str, ...]:
    """Ids that items and papers take, so that no passage is given them."""
    agenda, papers = facts["agenda.yaml"], facts["papers.yaml"]
    items = (
        [id for item in agenda.items for id in (item.id, *item.sub)] if agenda else []
    )
    return (*items, *(paper.id for paper in papers.papers)) if papers else tuple(items)
