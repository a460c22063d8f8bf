"""`reportkit compare`: for every reader, in every language, from any two texts."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.word_checks import findings
from tests.workspaces import copy_samples, outputs, run

SESSION = "ctoc-wg-2017"
LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
# The recommendations of the addendum: the first was dropped, the rest moved on.
LETTERED = {
    "rec-preservation-requests": ("1 (a)", ""),
    "rec-e-evidence-training": ("1 (b)", "6 (j)"),
    "rec-e-evidence-serious-crime": ("1 (c)", "6 (k)"),
    "rec-virtual-currencies": ("1 (d)", "6 (l)"),
    "rec-admissibility": ("1 (e)", "6 (m)"),
    "rec-cybercrime-expert-group": ("1 (f)", "6 (n)"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_samples(tmp_path_factory.mktemp("c") / "w", SESSION)
    done = run(folder, "compare", SESSION, "draft", "final")
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("42 written, 0 unchanged\n")
    return folder


def rows(folder: Path, code: str, name: str = "draft-final") -> list[dict[str, Any]]:
    path = folder / f"build/{SESSION}/{code}/{name}.concordance.json"
    table: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["rows"]
    return table


def test_files_are_named_for_both_texts(folder: Path) -> None:
    names = {Path(name).name for name in outputs(folder / f"build/{SESSION}/fr")}
    endings = (f"concordance.{e}" for e in ("docx", "html", "csv", "json"))
    kinds = ("tracked.docx", "struck.docx", "html", *endings)
    assert names == {f"draft-final.{kind}" for kind in kinds}


def test_again_nothing_is_written(folder: Path) -> None:
    done = run(folder, "compare", SESSION, "draft", "final")
    assert done.stdout == "0 written, 42 unchanged\n"


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_concordance_is_the_same_in_every_language(folder: Path, code: str) -> None:
    def plain(number: str) -> str:
        return re.sub(r"[^\w]", "", number)

    found = {row["id"]: row for row in rows(folder, code)}
    english = {row["id"]: row for row in rows(folder, "en")}
    assert list(found) == list(english)
    own = {id for id, row in found.items() if "a11" in row["amendments"]}
    for id, row in found.items():
        known = english[id]["fate"]
        assert row["fate"] == ("amended" if code == "fr" and id in own else known), id
    if code in ("en", "fr", "es"):
        for id, (draft, final) in LETTERED.items():
            numbers = found[id]["numbers"]
            assert plain(numbers["add1"]) == plain(draft)
            assert plain(numbers["final"]) == plain(final)


def test_the_concordance_of_the_sample(folder: Path) -> None:
    table = rows(folder, "en")
    assert [row["kind"] for row in table[:6]] == ["masthead"] * 5 + ["fact"]
    fact = table[5]
    assert (fact["id"], fact["old"], fact["new"], fact["by"]) == (
        "session.yaml bodies.wg2.from", "2017-10-11", "2017-10-10", "Secretariat",
    )  # fmt: skip
    found = {row["id"]: row for row in table}
    for id, (add1, final) in LETTERED.items():
        assert found[id]["numbers"] == {"draft": "", "add1": add1, "final": final}
    fates = {id: row["fate"] for id, row in found.items()}
    assert fates["rec-preservation-requests"] == "dropped"
    assert fates["rec-assistance-needs"] == "moved"
    assert fates["ca-networks"] == "merged"
    assert fates["e-evidence-expert-group"] == "split"
    assert fates["rec-e-evidence-serious-crime"] == "kept"
    assert found["rec-virtual-currencies"]["by"] == "Spain and United States"


def test_the_table_of_a_spreadsheet(folder: Path) -> None:
    path = folder / f"build/{SESSION}/en/draft-final.concordance.csv"
    table = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    (row,) = [row for row in table if row[1] == "rec-e-evidence-training"]
    assert row[:8] == [
        "passage", "rec-e-evidence-training", "", "1 (b)", "6 (j)", "amended",
        "United States", "a7",
    ]  # fmt: skip
    assert all(len(each) == len(row) for each in table)


@pytest.mark.parametrize("code", LANGUAGES)
def test_word_files_have_no_finding(folder: Path, code: str) -> None:
    for path in (folder / f"build/{SESSION}/{code}").glob("*.docx"):
        assert findings(path) == [], path.name


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_moved_recommendation_is_one_move(folder: Path, code: str) -> None:
    path = folder / f"build/{SESSION}/{code}/draft-final.tracked.docx"
    xml = zipfile.ZipFile(path).read("word/document.xml").decode()
    assert len(re.findall("<w:moveFromRangeStart ", xml)) == 1
    assert len(re.findall("<w:moveToRangeStart ", xml)) == 1


def test_changes_carry_their_proposers_and_days(folder: Path) -> None:
    path = folder / f"build/{SESSION}/fr/draft-final.tracked.docx"
    xml = zipfile.ZipFile(path).read("word/document.xml").decode()
    changes = set(
        re.findall(
            r'<w:(?:ins|del|move\w+) [^>]*w:author="([^"]+)" w:date="([^"T]+)', xml
        )
    )
    assert ("États-Unis", "2017-10-13") in changes
    assert ("Japon", "2017-10-12") in changes
    assert ("Secrétariat", "2017-10-23") in changes
    assert ("France", "2017-10-13") in changes
    assert not any("Nigéria" in author for author, _ in changes)


def test_a_part_is_compared_by_itself(tmp_path: Path) -> None:
    folder = copy_samples(tmp_path / "w", SESSION)
    done = run(folder, "compare", SESSION, "add1", "final", "-l", "en")
    assert done.returncode == 0, done.stderr
    found = {row["id"]: row for row in rows(folder, "en", "add1-final")}
    assert found["rec-e-evidence-training"]["numbers"] == {
        "add1": "1 (b)", "final": "6 (j)",
    }  # fmt: skip


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    subprocess.run(
        ["git", *who, *arguments], cwd=folder, check=True, capture_output=True
    )


def test_two_revisions_are_compared(tmp_path: Path) -> None:
    folder = copy_samples(tmp_path / "w", SESSION)
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "one")
    path = folder / f"sessions/{SESSION}/en/introduction.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("has accompanied", "has followed"), encoding="utf-8")
    done = run(folder, "compare", SESSION, "final@HEAD", "final", "-l", "en")
    assert done.returncode == 0, done.stderr
    changed = [
        (row["id"], row["fate"])
        for row in rows(folder, "en", "final@HEAD-final")
        if row["fate"] != "kept"
    ]
    assert changed == [("intro-cooperation-origin", "amended")]
    unknown = run(folder, "compare", SESSION, "final@nowhere", "final")
    assert unknown.returncode == 3
    assert 'git has no revision "nowhere"' in unknown.stderr


def test_what_is_not_translated_yet_is_said(tmp_path: Path) -> None:
    folder = copy_samples(tmp_path / "w", SESSION)
    path = folder / f"sessions/{SESSION}/fr/amendments.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\na7:", "\na1:"), encoding="utf-8")
    done = run(folder, "compare", SESSION, "draft", "final", "-l", "fr")
    assert done.returncode == 0
    assert "`rec-e-evidence-training` is amended, and not yet translated" in done.stderr
    found = {row["id"]: row["fate"] for row in rows(folder, "fr")}
    assert found["rec-e-evidence-training"] == "not-translated"
    word = folder / f"build/{SESSION}/fr/draft-final.tracked.docx"
    comments = zipfile.ZipFile(word).read("word/comments.xml").decode()
    assert "the Conference may wish to invite the Secretariat" in comments


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("draft", "fnal"), 'error: there is no document "fnal"'),
        (("draft", "final", "-l", "en,xx"), '"xx" is not known here'),
    ],
)
def test_wrong_arguments(folder: Path, arguments: tuple[str, ...], told: str) -> None:
    done = run(folder, "compare", SESSION, *arguments)
    assert done.returncode in (1, 2)
    assert told in done.stderr
