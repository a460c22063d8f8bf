"""The language that a report is read in: its words, its sentences, its outlines."""

from __future__ import annotations

from datetime import date

from reportkit.assemble.outline import Outline, read_outline
from reportkit.assemble.sentences import read_sentences
from reportkit.edition.loading import KINDS
from reportkit.edition.workspace import Templates
from reportkit.languages.words import Words, read_words
from reportkit.problems import Place, Problem
from reportkit.published.lines import Published
from reportkit.recover.days import days_of
from reportkit.recover.folding import plain
from reportkit.recover.terms import Terms

FRONT = 20  # lines among which the days of the session stand


class Missing(Exception):
    """What keeps a report from being imported; `problems` say why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(problems)
        self.problems = problems


def words_for(templates: Templates, code: str, day: date) -> Words:
    """The words of a language on a day; Missing where its templates lack them."""
    words, problems = read_words(code, *_template(templates, f"{code}/words.yaml"), day)
    if problems:
        raise Missing(*problems)
    return words


def _template(templates: Templates, name: str) -> tuple[bytes, str]:
    found = templates.read(name)
    if found is None:
        raise Missing(Problem(Place(f"templates/{name}"), "this template is missing"))
    return found


def terms_of(templates: Templates, code: str, published: Published) -> Terms:
    """The language on the last day of the session, which picks its typography."""
    words = words_for(templates, code, date.today())
    lines = (plain(line.text) for line in published.lines[:FRONT])
    days = [found[1] for line in lines if (found := days_of(line, words))]
    words = words_for(templates, code, min(days, default=date.today()))
    file = _template(templates, f"{code}/sentences.yaml")
    sentences, problems = read_sentences(*file, words)
    if problems:
        raise Missing(*problems)
    outlines = {kind: _outline(templates, kind) for kind in KINDS}
    return Terms(words, sentences, outlines)


def _outline(templates: Templates, kind: str) -> Outline:
    outline, problems = read_outline(*_template(templates, f"outlines/{kind}.yaml"))
    if outline is None:
        raise Missing(*problems)
    return outline
