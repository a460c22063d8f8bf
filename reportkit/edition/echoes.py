"""Findings that only repeat, elsewhere, what is wrong with a file that was misread.

A meeting whose date is wrong is no meeting of the model, so that every
statement made at it would be called a mistake, too. One mistake, one message.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reportkit.check.findings import RULES_OF_FACTS
from reportkit.edition.workspace import SessionFiles
from reportkit.model.fields import Noun
from reportkit.model.session import Session
from reportkit.problems import Problem
from reportkit.source.values import Text

ID = r"[a-z][a-z0-9-]*"
# What a file of prose gives a name to: the value of `id:`, or a key.
NAMED = re.compile(rf"(?:^|[\s{{,])(?:id: *[\"']?({ID})|({ID}):(?=\s|$))", re.M)
# A file of facts is all names, but for its comments.
WORD = re.compile(rf"(?<![\w-]){ID}(?![\w-])")
COMMENT = re.compile(r"(?:^|(?<=\s))#.*")
QUOTED = re.compile(rf"[\"`]({ID})[\"`]")

# An agenda that was misread is no agenda without items.
NO_ITEMS = "no-items"
# Rules that tell of a value that was read, whatever else was not.
OF_VALUES = ("unknown-ids", "unknown-headings", "members", "ids-twice")


def without_echoes(
    findings: Iterable[Problem],
    misread: Iterable[Problem],
    files: SessionFiles,
    session: Session,
) -> Iterator[Problem]:
    """The findings that name nothing which a misread file would have given.

    Where a file of facts was misread, what is counted and compared over all facts
    is not told as a warning, and of the file itself only which values are wrong.
    """
    told = {problem.place for problem in misread}
    paths = {place.path for place in told}
    facts = {path for name, path, _ in _texts(files) if _is_fact(name)} & paths
    lost = set(lost_names(files, paths, session))
    for finding in findings:
        again = finding.place in told or lost & set(QUOTED.findall(finding.message))
        if not again and not _is_doubtful(finding, facts):
            yield finding


def _is_doubtful(finding: Problem, facts: set[str]) -> bool:
    """Whether a finding may be about what was not read of some files of facts."""
    if finding.place.path in facts:
        return finding.rule not in OF_VALUES
    comparing = finding.severity == "warning" and finding.rule in RULES_OF_FACTS
    return bool(facts) and (comparing or finding.rule == NO_ITEMS)


def lost_names(files: SessionFiles, paths: set[str], session: Session) -> Iterator[str]:
    """The names that stand in some files and that reading got out of none of them."""
    read = {(text.file.path, str(text)) for text in texts_in(session)}
    for name, path, data in _texts(files):
        if path in paths:
            text = data.decode("utf-8", "replace")
            names = facts_named(text) if _is_fact(name) else words_named(text)
            yield from (each for each in names if (path, each) not in read)


def words_named(text: str) -> Iterator[str]:
    """The names that a file of a language gives, read from its bare text."""
    return (id or key for id, key in NAMED.findall(text))


def facts_named(text: str) -> Iterator[str]:
    """The names that a file of facts gives, read from its bare text."""
    return iter(WORD.findall(COMMENT.sub("", text)))


def texts_in(value: Any) -> Iterator[Text]:
    """Every text of a file that a session, or a part of it, is made of."""
    if isinstance(value, Text):
        if hasattr(value, "file"):
            yield value
    elif isinstance(value, Noun):
        for each in value.FIELDS:
            yield from texts_in(getattr(value, each.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_in(each)
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from (*texts_in(key), *texts_in(each))


def _is_fact(name: str) -> bool:
    return "/" not in name


def _texts(files: SessionFiles) -> Iterator[tuple[str, str, bytes]]:
    """The name, the path as messages show it, and the bytes of each file."""
    for name, data in (*files.files.items(), *files.shared.items()):
        yield name, files.shown.get(name, name), data
