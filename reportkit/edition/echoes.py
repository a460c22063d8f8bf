"""Findings that only repeat, elsewhere, what is wrong with a file that was misread.

A meeting whose date is wrong is no meeting of the model, so that every
statement made at it would be called a mistake, too. One mistake, one message.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportkit.edition.workspace import SessionFiles
from reportkit.problems import Problem

# What a file gives a name to: a key, or the value of `id:`.
NAMED = re.compile(r"(?:^|[\s{,])(?:([a-z][a-z0-9-]*):(?=\s|$)|id: *([a-z][a-z0-9-]*))")
QUOTED = re.compile(r"[\"`]([a-z][a-z0-9-]*)[\"`]")


def without_echoes(
    findings: Iterable[Problem], misread: Iterable[Problem], files: SessionFiles
) -> Iterator[Problem]:
    """The errors among findings that name nothing which a misread file holds."""
    told = {problem.place for problem in misread}
    held = set(names_in(files, {place.path for place in told}))
    for finding in findings:
        quoted = set(QUOTED.findall(finding.message))
        again = quoted & held or finding.place in told
        if finding.severity == "error" and not again:
            yield finding


def names_in(files: SessionFiles, paths: set[str]) -> Iterator[str]:
    """The names that some files give, read from their bare text."""
    for name, data in (*files.files.items(), *files.shared.items()):
        if files.shown.get(name, name) in paths:
            for key, id in NAMED.findall(data.decode("utf-8", "replace")):
                yield key or id
