"""Ids of derived passages: one table serves the chapters and the checks."""

from __future__ import annotations

import pytest

from reportkit.assemble.derived import derived_clauses, derived_ids
from tests.sessions_in_text import body_of, session_in, wording_of

SESSION = """\
--- session.yaml
original: en
written_in: en
bodies:
  group: {from: 2017-10-09, to: 2017-10-13}
  panel: {from: 2017-10-09, to: 2017-10-13}
meetings:
  m1: {of: {group: 1, panel: 1}, on: 2017-10-09, items: [rivers]}
officers:
  - {role: chair, person: ames}
  - {role: rapporteur, person: lind, of: [panel]}
adopted: {at: m1}
documents: {final: {kind: report}}
--- agenda.yaml
adopted_at: {group: m1, panel: m1}
items: [{id: rivers, number: {group: 1, panel: 1}}]
--- participants.yaml
integration_organizations: [union]
non_signatories: [USA]
--- statements.yaml
statements:
  - {meeting: m1, item: rivers, body: panel, by: [union, USA, office]}
  - {meeting: m1, item: rivers, by: [secretariat], kind: presentation}
--- papers.yaml
papers: [{id: map, symbols: {group: E/1}}]
--- en/titles.yaml
titles: {rivers: Rivers, map: Map}
"""


def test_every_derived_passage_has_a_known_id() -> None:
    session = session_in(SESSION)
    known = set(derived_ids(session))
    given = {clause.id for clause in derived_clauses(wording_of(session, "en"))}
    assert {"officers-rapporteur-panel", "statements-integration-panel"} < given
    assert given <= known


@pytest.mark.parametrize("id", ["officers-rapporteur-panel", "adoption-of-report"])
def test_a_derived_passage_is_overridden_by_its_id(id: str) -> None:
    own = f"--- en/overrides.yaml\noverrides: {{{id}: Own words.}}\n"
    assert ". Own words.\n" in body_of(SESSION + own)
