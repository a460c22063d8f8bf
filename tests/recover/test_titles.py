"""A report's own title: kept under the id of its document, printed, and checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportkit.document.text import text_of
from reportkit.edition.importing import Request, import_report
from reportkit.published.lines import SUBTITLE, WHERE
from tests.recover.imported import (
    NAME,
    TEMPLATES,
    differing,
    document_in,
    imported,
    loaded,
    published,
)
from tests.recover.test_import_by_hand import REPORT
from tests.workspaces import run

TITLE = (
    "Report on the meeting of the Group on Rivers held in Vienna from 2 to 6 May 2022"
)
OWN = "Report of the Group on Rivers on its first session, held from 2 to 6 May 2022"


def own_title(text: str = OWN) -> str:
    return REPORT.replace(TITLE, text)


def test_a_title_in_other_words_is_printed_as_it_was() -> None:
    got = imported(own_title(), "en")
    assert not [words for words in differing(got)[0] if "Rivers" in words]
    overrides = got.files["en/overrides.yaml"].decode()
    assert f"# look: the facts say: {TITLE}"[:70] in overrides
    assert f"  title-final: >-\n    {OWN}\n" in overrides


def test_a_title_that_facts_give_stays_derived() -> None:
    got = imported(REPORT, "en")
    assert "title-final" in got.facts
    assert b"title-final" not in got.files.get("en/overrides.yaml", b"")


def test_a_document_may_have_its_own_line_under_its_title() -> None:
    got = imported(REPORT, "en")
    own = b"overrides: {title-final: Report, subtitle-final: Part two}\n"
    files = {**got.files, "en/overrides.yaml": own}
    document = document_in(loaded(files, got, "en"), "en", "final")
    said = (text_of(document.title), text_of(document.subtitle))
    assert said == ("Report", "Part two")


@pytest.mark.parametrize(
    ("title", "warned"),
    [("Report", False), (OWN, False), (OWN.replace("2022", "2021"), True)],
)
def test_the_days_of_a_title_are_checked(
    tmp_path: Path, title: str, warned: bool
) -> None:
    (tmp_path / "sessions").mkdir()
    (tmp_path / "report.md").write_text(own_title(title), encoding="utf-8")
    run(tmp_path, "import", "report.md", "--into", "rivers", "-l", "en")
    told = run(tmp_path, "check", "rivers").stderr
    assert ('the facts say "2022"' in told) == warned
    assert "`title-final`" not in told


def test_a_draft_and_its_final_keep_a_title_each(tmp_path: Path) -> None:
    (tmp_path / "sessions").mkdir()
    draft, _, _ = own_title("Draft report").partition("## IV.")
    (tmp_path / "draft.md").write_text(draft, encoding="utf-8")
    (tmp_path / "final.md").write_text(own_title(), encoding="utf-8")
    files = ("draft.md", "final.md")
    done = run(tmp_path, "import", *files, "--into", "rivers", "-l", "en")
    assert done.returncode == 0, done.stderr
    assert run(tmp_path, "build", "rivers", "-f", "txt").returncode == 0
    made = tmp_path / "build/rivers/en"
    for id, title in (("draft", "Draft report"), ("final", OWN)):
        text = (made / f"{id}.txt").read_text(encoding="utf-8")
        assert title in " ".join(text.split())
        assert "report on the meeting of the Group" not in " ".join(text.split())


def test_a_line_under_the_title_that_says_where_is_no_title() -> None:
    where = "Vienna, 2–6 May 2022"
    lines = published(own_title("Report of the Group"), "en")
    under = (
        line._replace(kind=SUBTITLE) if line.kind == WHERE else line
        for line in lines.lines
    )
    made = lines._replace(lines=tuple(under))
    got = import_report(Request(made, NAME, "en", {}, TEMPLATES))
    assert b"subtitle-final" not in got.files["en/overrides.yaml"]
    assert where not in " ".join(each.words for each in got.differences.unexpected)


def test_an_item_above_the_place_is_not_who_met() -> None:
    item = "Item 5 of the provisional agenda"
    report = REPORT.replace("\n\nVienna, 2–6", f"\n\n{item}\n\nVienna, 2–6")
    got = imported(report, "en")
    assert item in differing(got)[0]
    assert list(got.trees["session.yaml"]["bodies"]) == ["rivers"]
