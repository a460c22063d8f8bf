"""Published reports imported: what their sessions print, and what they know."""

from __future__ import annotations

import pytest

from reportkit.edition.importing import Imported
from reportkit.edition.importing_rows import printed_of
from reportkit.problems import has_errors
from reportkit.source.editing import plain
from reportkit.source.yaml_reader import read_yaml
from tests.recover.imported import (
    SEEDS,
    differing,
    document_in,
    imported,
    known_names,
    loaded,
    lost,
)

pytestmark = pytest.mark.skipif(
    not SEEDS.exists(), reason="the published reports are not here"
)
FINAL, ADDENDUM = "final-report.fr.txt", "draft-addendum.fr.txt"


def text(name: str) -> str:
    return (SEEDS / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def final() -> Imported:
    return imported(text(FINAL), "fr")


def tree(got: Imported, path: str) -> dict[str, object]:
    top, problems = read_yaml(got.files[path], path)
    assert not problems
    made: dict[str, object] = plain(top)
    return made


@pytest.mark.parametrize("name", [FINAL, ADDENDUM])
@pytest.mark.parametrize("shared", [{}, known_names()], ids=["new", "known"])
def test_the_session_prints_its_report(name: str, shared: dict[str, bytes]) -> None:
    got = imported(text(name), "fr", shared)
    assert differing(got) == ([], [])
    assert lost(got, text(name), "fr") == 0
    assert not has_errors(got.problems)


def test_most_of_what_facts_can_say_they_say(final: Imported) -> None:
    assert len(final.facts) >= 20
    # As in the report: a day left out, an agreement, a capital, two short names.
    assert len(final.words) == 5


def test_who_attended_is_a_list_of_codes(final: Imported) -> None:
    participants = tree(final, "participants.yaml")
    states = participants["states_parties"]
    assert isinstance(states, list)
    assert (len(states), states[:3]) == (84, ["AFG", "ZAF", "ALB"])
    assert participants["integration_organizations"] == ["EUE"]
    assert participants["signatories"] == ["IRN"]


def test_who_spoke_is_recorded_under_every_item_of_a_list(final: Imported) -> None:
    statements = tree(final, "statements.yaml")["statements"]
    assert isinstance(statements, list)
    made = [each for each in statements if each.get("kind") != "presentation"]
    by_length = sorted({len(each["by"]) for each in made})
    assert by_length == [1, 3, 23, 30]
    assert sum(len(each["by"]) == 30 for each in made) == 3


def test_two_agendas_share_their_joint_items(final: Imported) -> None:
    items = tree(final, "agenda.yaml")["items"]
    assert isinstance(items, list)
    numbers = [sorted(map(int, each["number"].values())) for each in items]
    assert numbers == [[1, 1], [2], [3], [4], [3], [2, 5], [4, 6], [5, 7]]
    assert items[0]["joint"] == "false"
    assert len(items[0]["sub"]) == 2


def test_papers_have_a_symbol_with_each_body(final: Imported) -> None:
    papers = tree(final, "papers.yaml")["papers"]
    assert isinstance(papers, list)
    assert [len(each["symbols"]) for each in papers] == [2, 1, 2, 1]


def test_the_facts_of_the_session_are_there(final: Imported) -> None:
    session = tree(final, "session.yaml")
    held, adopted = session["held"], session["adopted"]
    assert isinstance(held, dict)
    assert list(held.values()) == ["9", "7", "5"]
    assert adopted == {"on": "2017-10-13", "as": "orally-amended"}
    assert session["original"] == "en"
    assert session["written_in"] == "fr"


def test_a_state_that_is_taken_out_changes_one_paragraph(final: Imported) -> None:
    files = dict(final.files)
    path = "participants.yaml"
    files[path] = files[path].replace(b" YEM,", b"").replace(b"YEM,", b"")
    before = printed_of(document_in(loaded(final.files, final, "fr"), "fr", "final"))
    after = printed_of(document_in(loaded(files, final, "fr"), "fr", "final"))
    changed = [b.id for a, b in zip(before, after, strict=True) if a != b]
    assert changed == ["attendance-states-parties"]


def test_a_part_alone_keeps_the_numbers_of_its_headings() -> None:
    session = tree(imported(text(ADDENDUM), "fr"), "session.yaml")
    documents = session["documents"]
    assert isinstance(documents, dict)
    add1 = documents["add1"]
    assert add1["of"] == {"elsewhere": "true"}
    assert list(add1["headings"].values()) == ["2", "2"]
    assert list(add1["continued"].values()) == ["true", "true"]
