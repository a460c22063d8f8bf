"""Documents: their symbols, and the documents that they go with or put right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.checked import Checked
from reportkit.model.facts import LATER_KINDS, Issue, SessionFacts
from reportkit.model.proceedings import Paper
from reportkit.problems import Place, Problem, warning
from reportkit.source.values import Text

TITLES = Text("titles")
# How the symbol of a later document ends (un-layout.md, section 4). A star after it
# says that it was reissued.
ENDS = {"corrigendum": "Corr", "revision": "Rev"}


def symbols(checked: Checked) -> Iterator[Problem]:
    """Documents without a symbol, symbols of two documents, and unusual ones."""
    known: dict[str, Place] = {}
    issues = checked.session.facts.documents
    for id, issue in issues.items():
        if not issue.symbols:
            hint = "such as `symbol: CTOC/COP/WG.3/2017/4`"
            yield warning(issue.place, f"`{id}` has no symbol", hint)
        for symbol in dict.fromkeys(issue.symbols):
            first = known.setdefault(str(symbol), symbol.place)
            if first != symbol.place:
                message = f'two documents have the symbol "{symbol}"'
                yield Problem(symbol.place, message, f"the other one is at {first}")
            yield from _ending(issue, symbol, issues.get(str(issue.of)))


def _ending(issue: Issue, symbol: Text, of: Issue | None) -> Iterator[Problem]:
    end = ENDS.get(str(issue.kind), "")
    if end and not re.search(rf"/{end}\.\d+\*?$", symbol):
        message = f'the symbol "{symbol}" of a {issue.kind} does not end in /{end}.n'
        known = (str(each).rstrip("*") for each in (of.symbols if of else ()))
        hint = next((f"such as {each}/{end}.1" for each in known), "")
        yield warning(symbol.place, message, hint)


def no_documents(checked: Checked) -> Iterator[Problem]:
    """A session that nothing is issued of."""
    if not checked.session.facts.documents:
        message = "this session has no document, so nothing is built"
        hint = "documents: {draft: {kind: draft, symbol: …, date: …}}"
        yield warning(checked.path, message, hint)


def addenda(checked: Checked) -> Iterator[Problem]:
    """What is `of:` nothing, or of a document that has none such."""
    issues = checked.session.facts.documents
    drafts = [id for id, issue in issues.items() if issue.kind == "draft"]
    known = f"its drafts are: {', '.join(drafts) or 'none'}"
    for id, issue in issues.items():
        if issue.kind in LATER_KINDS:
            yield from _later(checked.session.facts, id, issue)
        elif issue.kind == "addendum" and not issue.of:
            message = f"`{id}` does not say which draft it goes with"
            yield Problem(issue.place, message, f"add `of:`; {known}")
        elif issue.kind != "addendum" and issue.of:
            message = f"`{id}` is a {issue.kind}: only an addendum goes with a draft"
            yield Problem(issue.of.place, message, "leave `of:` out")
        elif issue.of in issues and issues[issue.of].kind != "draft":
            message = f"`{issue.of}` is no draft, so it has no addendum"
            yield Problem(issue.of.place, message, known)


def _later(facts: SessionFacts, id: str, issue: Issue) -> Iterator[Problem]:
    """A corrigendum or revision of nothing, of itself, or of a corrigendum."""
    others = (
        name
        for name, each in facts.documents.items()
        if name != id and each.kind != "corrigendum"
    )
    hint = f"`of:` one of: {', '.join(others) or 'none'}"
    if not issue.of:
        message = f"`{id}` does not say which document it is a {issue.kind} of"
        yield Problem(issue.place, message, hint)
    elif issue.of not in facts.documents:
        return
    elif facts.documents[issue.of].kind == "corrigendum" and issue.of != id:
        message = f"`{issue.of}` is a corrigendum, which has no {issue.kind}"
        yield Problem(issue.of.place, message, hint)
    elif facts.documents[facts.root_of(id)].of in facts.documents:
        yield Problem(issue.of.place, f"`{id}` leads back to itself", hint)


def placeless(checked: Checked) -> Iterator[Problem]:
    """A session without a place whose titles name one."""
    if checked.session.facts.place_of_session or not checked.bodies:
        return
    tables = (each.sentences.table for each in checked.wordings.values())
    titles = [text for table in tables for text in (table.get(TITLES) or {}).values()]
    if any("place." in str(text) for text in titles):
        message = "`place:` is missing: the title says where the meeting was held"
        yield Problem(checked.path, message, "such as `place: vienna`")


def papers(checked: Checked) -> Iterator[Problem]:
    """Papers that were before no body, so that no list has them."""
    for paper in checked.session.papers.papers:
        if not paper.symbols and not paper.before:
            yield _before_nobody(checked, paper)


def _before_nobody(checked: Checked, paper: Paper) -> Problem:
    body = next(iter(checked.bodies), "body")
    message = f"`{paper.id}` was before no body, so no list of documents has it"
    return warning(paper.place, message, f"add `symbols: {{{body}: …}}` or `before:`")
