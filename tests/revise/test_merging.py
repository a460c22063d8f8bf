"""The merged draft out of finished documents: their words, whatever the sources say."""

from __future__ import annotations

import pytest

from reportkit.api import load
from reportkit.assemble.parts import Order
from reportkit.assemble.report import assemble
from reportkit.document.nodes import Document
from reportkit.edition.documents import parts_of
from reportkit.revise.merging import merge_documents
from tests.sessions_in_text import (
    body,
    document_of,
    outlines,
    session_in,
    wording_of,
)
from tests.workspaces import ROOT, SAMPLES

CODES = ("en", "fr", "es", "ru", "zh", "ar")


@pytest.mark.parametrize("name", SAMPLES)
def test_a_merged_draft_is_the_same_out_of_its_documents(name: str) -> None:
    loaded = load(ROOT / "sessions" / name)
    assert loaded.session is not None
    for code, wording in loaded.wordings.items():
        documents = {
            id: assemble(wording, loaded.outlines, Order(id))
            for id in parts_of(loaded.session, "draft")
        }
        merged = merge_documents(documents, wording, loaded.outlines, "draft")
        order = Order("draft", merged=True)
        assert merged == assemble(wording, loaded.outlines, order), code


def test_the_samples_have_documents_in_every_language() -> None:
    known = [load(ROOT / "sessions" / name).wordings for name in SAMPLES]
    assert set(known[0]) == set(CODES) and set(known[1]) >= {"en", "fr"}


SESSION = """\
--- session.yaml
original: en
written_in: en
bodies: {group: {from: 2017-10-09, to: 2017-10-13}}
documents:
  draft: {kind: draft, symbol: E/AC.9/2017/L.1, date: 2017-10-12}
  add1: {kind: addendum, of: draft, symbol: E/AC.9/2017/L.1/Add.1, date: 2017-10-13}
  add2: {kind: addendum, of: draft, symbol: E/AC.9/2017/L.1/Add.2, date: 2017-10-13}
  final: {kind: report, symbol: E/AC.9/2017/4, date: 2017-10-23}
--- agenda.yaml
items: [{id: rivers, number: 1}, {id: tides, number: 2}]
--- en/titles.yaml
titles: {rivers: Rivers, tides: Tides}
--- en/introduction.yaml
passages:
  - {id: met, text: The Group met.}
  - {id: late, in: add1, text: It met late.}
  - {id: later, in: add1, text: It met later.}
  - {id: thanks, text: 'It gave thanks{note: host}.'}
notes: [{id: host, text: To its host.}]
--- en/recommendations.yaml
passages:
  - {id: share, text: Share data}
  - {id: sell, in: add2, text: Sell none}
  - {id: draw, text: Draw maps}
  - {id: dig, in: add1, text: Dig wells}
--- en/deliberations/rivers.yaml
item: rivers
passages:
  - {id: wide, text: 'Rivers were wide (see {ref: dig}).'}
  - {id: floods, in: add1, heading: Floods}
  - {id: high, in: add1, text: Water was high.}
  - id: known
    in: add2
    table:
      columns: [{id: river, text: River}, {id: flow, text: Flow}]
      rows: [{id: r1, cells: {river: Rhine, flow: '2300'}}]
--- en/deliberations/tides.yaml
item: tides
in: add2
passages:
  - {id: low, text: Tides were low.}
"""
MERGED = """\
# I. Introduction
1. The Group met.
2. It met late.
3. It met later.
4. It gave thanks[1].
# II. Recommendations
5. The Group on Rivers formulated the following recommendations:
  (a) Share data;
  (b) Sell none;
  (c) Draw maps;
  (d) Dig wells.
# III. Summary of deliberations
## A. Rivers
6. Rivers were wide (see <paragraph 5 (d) above>).
### Floods
7. Water was high.
| River | Flow
| Rhine | 2300
## B. Tides
8. Tides were low.
[1] To its host.
"""
PARTS = ("draft", "add1", "add2")


def issued() -> dict[str, Document]:
    """The documents of the session as they were issued."""
    session = session_in(SESSION)
    return {id: document_of(session, id=id) for id in PARTS}


def merged(text: str) -> str:
    """What was issued as one text, after the sources became another text."""
    wording = wording_of(session_in(text), "en")
    return body(merge_documents(issued(), wording, outlines(), "draft"))


def test_the_documents_of_a_session_are_merged() -> None:
    assert merged(SESSION) == MERGED
    assert body(document_of(session_in(SESSION), id="draft", merged=True)) == MERGED


EDITS = {
    "a passage of the draft left out": ("  - {id: met, text: The Group met.}\n", ""),
    "a passage of an addendum left out": (
        "  - {id: dig, in: add1, text: Dig wells}\n",
        "",
    ),
    "a passage reworded": ("The Group met.", "The Group sat."),
    "a passage of an addendum reworded": ("It met late.", "It met very late."),
    "a footnote reworded": ("To its host", "To all hosts"),
    "a footnote taken out": ("'It gave thanks{note: host}.'", "It gave thanks."),
    "a passage put in": (
        "  - {id: draw,",
        "  - {id: new, in: final, text: New one}\n  - {id: draw,",
    ),
    "a heading put in": (
        "  - {id: high,",
        "  - {id: new, in: final, heading: New}\n  - {id: high,",
    ),
    "a passage moved to another manuscript": (
        "  - {id: wide, text: 'Rivers were wide (see {ref: dig}).'}\n",
        "",
    ),
    "a heading reworded": ("heading: Floods", "heading: Droughts"),
    "a row of a table left out": (
        "rows: [{id: r1, cells: {river: Rhine, flow: '2300'}}]",
        "rows: []",
    ),
    "an item left out": ("--- en/deliberations/tides.yaml\nitem: tides\nin: add2\n"
        "passages:\n  - {id: low, text: Tides were low.}\n", ""),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS)
def test_what_was_issued_stays_when_the_sources_change(edit: str) -> None:
    old, new = EDITS[edit]
    assert SESSION.count(old) == 1
    assert merged(SESSION.replace(old, new)) == MERGED


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (("share", "sell", "draw", "dig"), ["Share", "Sell", "Draw", "Dig"]),
        # An addendum's stand where the sources have them, the draft's as issued.
        (("sell", "draw", "share", "dig"), ["Sell", "Share", "Draw", "Dig"]),
        (("draw", "share", "sell", "dig"), ["Share", "Draw", "Sell", "Dig"]),
        (("dig", "share", "sell", "draw"), ["Dig", "Share", "Sell", "Draw"]),
    ],
)
def test_passages_that_moved_in_the_sources(
    order: tuple[str, ...], expected: list[str]
) -> None:
    begin, end = (
        SESSION.index("  - {id: share"),
        SESSION.index("--- en/deliberations/r"),
    )
    rows = SESSION[begin:end].splitlines(keepends=True)
    by_id = {row.split("{id: ")[1].split(",")[0]: row for row in rows}
    moved = "".join(by_id[id] for id in order)
    lines = merged(SESSION[:begin] + moved + SESSION[end:]).splitlines()
    assert [line.split()[1] for line in lines if line.startswith("  (")] == expected


def test_what_the_sources_lost_stands_where_it_stood_in_its_document() -> None:
    lines = merged(SESSION.replace("{id: late, in: add1,", "{id: late, in: final,"))
    assert lines.splitlines()[1:5] == [
        "1. The Group met.",
        "2. It met later.",
        "3. It gave thanks[1].",
        "4. It met late.",
    ]
    lost = SESSION.replace("  - {id: later, in: add1, text: It met later.}\n", "")
    assert merged(lost) == MERGED


def test_the_front_is_the_draft_s_as_issued() -> None:
    session = session_in(
        SESSION.replace("L.1, date: 2017-10-12", "L.7, date: 2017-10-11")
    )
    wording = wording_of(session, "en")
    made = merge_documents(issued(), wording, outlines(), "draft")
    first = issued()["draft"]
    assert (made.symbol, made.date) == ("E/AC.9/2017/L.1", "2017-10-12")
    assert (made.masthead, made.title) == (first.masthead, first.title)


def test_several_edits_at_once() -> None:
    text = SESSION
    for edit in (
        "a passage of an addendum left out",
        "a passage of the draft left out",
        "a passage of an addendum reworded",
        "a passage put in",
        "a heading put in",
    ):
        text = text.replace(*EDITS[edit])
    assert merged(text) == MERGED
