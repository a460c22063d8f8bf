"""Russian names in an empty workspace: forms that a report does not show are marked."""

from __future__ import annotations

import pytest

from reportkit.recover.writing import write_shared
from tests.recover.imported import imported, sample_in_text

VIENNA = {
    "ru": {"name": "Вена", "in": "в Вене", "forms": {"gen": "Вены", "dat": "Вена"}}
}


def test_a_form_that_is_the_name_itself_is_looked_at() -> None:
    told = write_shared({}, {"places": {"place-1": VIENNA}})["names.yaml"].decode()
    comment, own = told.split("places:\n")[1].split("  place-1:\n")
    assert comment.startswith("  # look: the report does not show these forms")
    assert comment.split(":")[-1].split("#")[-1].split() == ["dat"]
    assert "gen: Вены" in own


def test_it_is_told_at_its_own_entry() -> None:
    whole = {"ru": {"name": "Рим", "forms": {"gen": "Рима"}}}
    known = (
        "bodies:\n  place-1: {ru: {name: Совет}}\nplaces:\n  a: {ru: {name: Аден}}\n"
    )
    added = {"places": {"place-2": whole, "place-1": VIENNA}}
    made = write_shared({"names.yaml": known.encode()}, added)["names.yaml"].decode()
    lines = made.splitlines()
    looks = [n for n, line in enumerate(lines) if "# look:" in line]
    assert len(looks) == 1
    assert lines.index("  place-1:") in (looks[0] + 1, looks[0] + 2)
    assert lines.index("  place-2:") < looks[0]


@pytest.mark.parametrize(("code", "count"), [("ru", 1), ("en", 0), ("zh", 0)])
def test_of_an_imported_report(code: str, count: int) -> None:
    got = imported(sample_in_text("ctoc-wg-2017", code, "final"), code)
    places = got.shared["names.yaml"].decode().split("places:\n")[1]
    assert places.split(f"{code}:\n")[0].count("# look:") == count
