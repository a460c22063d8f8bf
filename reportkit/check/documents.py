"""Documents: their symbols, and what an addendum goes with."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.checked import Checked
from reportkit.model.proceedings import Paper
from reportkit.problems import Place, Problem, warning
from reportkit.source.values import Text

TITLES = Text("titles")


def symbols(checked: Checked) -> Iterator[Problem]:
    """Documents without a symbol, and symbols that two documents have."""
    known: dict[str, Place] = {}
    for id, issue in checked.session.facts.documents.items():
        if not issue.symbols:
            hint = "such as `symbol: CTOC/COP/WG.3/2017/4`"
            yield warning(issue.place, f"`{id}` has no symbol", hint)
        for symbol in dict.fromkeys(issue.symbols):
            first = known.setdefault(str(symbol), symbol.place)
            if first != symbol.place:
                message = f'two documents have the symbol "{symbol}"'
                yield Problem(symbol.place, message, f"the other one is at {first}")


def no_documents(checked: Checked) -> Iterator[Problem]:
    """A session that nothing is issued of."""
    if not checked.session.facts.documents:
        message = "this session has no document, so nothing is built"
        hint = "documents: {draft: {kind: draft, symbol: …, date: …}}"
        yield warning(checked.path, message, hint)


def addenda(checked: Checked) -> Iterator[Problem]:
    """Addenda that go with nothing, or with what has no addenda."""
    issues = checked.session.facts.documents
    drafts = [id for id, issue in issues.items() if issue.kind == "draft"]
    known = f"its drafts are: {', '.join(drafts) or 'none'}"
    for id, issue in issues.items():
        if issue.kind == "addendum" and not issue.of:
            message = f"`{id}` does not say which draft it goes with"
            yield Problem(issue.place, message, f"add `of:`; {known}")
        elif issue.kind != "addendum" and issue.of:
            message = f"`{id}` is a {issue.kind}: only an addendum goes with a draft"
            yield Problem(issue.of.place, message, "leave `of:` out")
        elif issue.of in issues and issues[issue.of].kind != "draft":
            message = f"`{issue.of}` is no draft, so it has no addendum"
            yield Problem(issue.of.place, message, known)


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
