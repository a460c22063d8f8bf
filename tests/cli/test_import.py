"""`reportkit import`: a session of a file, or why there is none."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.opc.word_packages import zipped
from tests.recover.imported import ACCEPTANCE, SEEDS
from tests.recover.test_import_by_hand import REPORT
from tests.workspaces import copy_samples, outputs, run

COMPARE = ACCEPTANCE / "compare_report.py"


ODD = {
    "empty.md": b"",
    "blank.md": b" \n\n",
    "novel.md": b"It was a dark and stormy night.\n",
    "report.doc": bytes.fromhex("d0cf11e0a1b11ae1")
    + "WordDocument".encode("utf-16-le"),
    "a b.pdf": b"%PDF-1.7\n",
    "page.png": b"\x89PNG\r\n\x1a\n",
    "text.docx": b"Report of the meeting",
    "other.docx": zipped([("a.txt", "a")]),
}


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "sessions").mkdir()
    (tmp_path / "report.md").write_text(REPORT, encoding="utf-8")
    return tmp_path


def test_a_session_is_made_that_can_be_checked_and_built(workspace: Path) -> None:
    done = run(workspace, "import", "report.md", "--into", "rivers", "-l", "en")
    assert done.returncode == 0, done.stderr
    assert "report.md:37:1: 5. from facts (duration-rivers)" in done.stdout
    assert not done.stderr
    assert run(workspace, "check", "rivers").returncode == 0
    built = run(workspace, "build", "rivers", "-f", "txt")
    assert built.returncode == 0, built.stderr
    text = (workspace / "build/rivers/en/final.txt").read_text(encoding="utf-8")
    assert "Austria, Benin and Chad" in " ".join(text.split())


def test_a_word_file_is_read_too(tmp_path: Path) -> None:
    folder = copy_samples(tmp_path / "old", "water-2021")
    built = run(folder, "build", "water-2021", "-l", "en", "-d", "final", "-f", "docx")
    assert built.returncode == 0, built.stderr
    file = "build/water-2021/en/final.docx"
    done = run(folder, "import", file, "--into", "again", "-l", "en")
    assert done.returncode == 0, done.stderr
    assert " 0 not printed so" in done.stdout
    assert not done.stderr


def test_a_dry_run_tells_the_same_and_writes_nothing(workspace: Path) -> None:
    words = ("import", "report.md", "--into", "rivers", "-l", "en")
    dry = run(workspace, *words, "--dry-run")
    assert not list((workspace / "sessions").iterdir())
    told = dry.stdout
    assert dry.returncode == 0
    assert run(workspace, *words).stdout.startswith(told)


def test_names_that_are_there_stay_as_they_are(workspace: Path) -> None:
    names = workspace / "sessions/names.yaml"
    own = (
        "# ours\nbodies:\n  gor: # old\n    en: {name: Group on Rivers, article: the}\n"
    )
    names.write_text(own, encoding="utf-8")
    done = run(workspace, "import", "report.md", "--into", "rivers", "-l", "en")
    assert done.returncode == 0, done.stderr
    assert names.read_text(encoding="utf-8").startswith(own)
    made = (workspace / "sessions/rivers/session.yaml").read_text(encoding="utf-8")
    assert "gor: {from: 2022-05-02, to: 2022-05-06}" in made


def test_every_character_is_counted(workspace: Path) -> None:
    words = ("import", "report.md", "--into", "rivers", "-l", "en", "--json")
    told = json.loads(run(workspace, *words).stdout)
    characters = told["characters"]
    assert characters["read"] == sum(not each.isspace() for each in REPORT)
    assert characters["read"] == (
        characters["printed"] + characters["layout"] + characters["lost"]
    )
    assert {each["from"] for each in told["derived"]} >= {"facts", "words"}
    assert told["problems"] == []


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("report.md", "--into", "taken", "-l", "en"), 2, 'a session "taken" already'),
        (("report.md", "--into", "No Name", "-l", "en"), 2, "cannot be the name"),
        (("report.md", "--into", "x", "-l", "de"), 2, "'de' is not one of"),
        (("nowhere.md", "--into", "x", "-l", "en"), 3, "nowhere.md"),
        (("broken.docx", "--into", "x", "-l", "en"), 3, "broken.docx"),
        (("empty.md", "--into", "x", "-l", "en"), 3, "this file is empty; a Word"),
        (("blank.md", "--into", "x", "-l", "en"), 3, "this file holds no text"),
        (("novel.md", "--into", "x", "-l", "en"), 1, "does not say who met"),
        (("report.md", "--into", "x", "-l", "zh"), 1, "looks like English; Chinese"),
        (("report.doc", "--into", "x", "-l", "en"), 3, "the old kind (.doc); a Word"),
        (("a b.pdf", "--into", "x", "-l", "en"), 3, "-layout 'a b.pdf' 'a b.txt'`"),
        (("page.png", "--into", "x", "-l", "en"), 3, "this is an image; a Word file"),
        (("text.docx", "--into", "x", "-l", "en"), 3, "this is no Word file; a Word"),
        (("other.docx", "--into", "x", "-l", "en"), 3, "this is a zip, but no Word"),
        (("western.txt", "--into", "x", "-l", "fr"), 3, "is not UTF-8"),
    ],
)
def test_what_cannot_be_imported_is_refused(
    workspace: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    (workspace / "sessions/taken").mkdir()
    (workspace / "broken.docx").write_bytes(b"PK no zip")
    for name, data in ODD.items():
        (workspace / name).write_bytes(data)
    (workspace / "western.txt").write_bytes("été".encode("latin-1"))
    before = outputs(workspace)
    done = run(workspace, "import", *words)
    assert (done.returncode, said in done.stderr) == (code, True), done.stderr
    assert outputs(workspace) == before


@pytest.mark.parametrize(
    ("file", "name", "code", "path", "said"),
    [
        ("nowhere.md", "x", 3, "nowhere.md", "not readable"),
        ("folder", "x", 3, "folder", "it is a folder"),
        ("folder.docx", "x", 3, "folder.docx", "no file that can be"),
        ("report.md", "taken", 2, "sessions/taken", 'a session "taken" already'),
        ("report.md", "No Name", 2, "sessions", "cannot be the name"),
        ("novel.md", "x", 1, "novel.md", "does not say who met"),
    ],
)
def test_why_nothing_is_imported_is_told_as_json(
    workspace: Path, file: str, name: str, code: int, path: str, said: str
) -> None:
    for folder in ("sessions/taken", "folder", "folder.docx"):
        (workspace / folder).mkdir()
    (workspace / "novel.md").write_bytes(ODD["novel.md"])
    done = run(workspace, "import", file, "--into", name, "-l", "en", "--json")
    told = json.loads(done.stdout)["problems"]
    assert (done.returncode, done.stderr) == (code, "")
    assert [each["path"] for each in told if said in each["message"]] == [path]


@pytest.mark.slow
@pytest.mark.skipif(not SEEDS.exists(), reason="the published reports are not here")
@pytest.mark.parametrize(
    ("seed", "document", "rows"),
    [("final-report", "final", 147), ("draft-addendum", "add1", 24)],
)
def test_a_published_report_is_printed_row_by_row(
    workspace: Path, seed: str, document: str, rows: int
) -> None:
    file = str(SEEDS / f"{seed}.fr.txt")
    assert run(workspace, "import", file, "--into", "seed", "-l", "fr").returncode == 0
    assert run(workspace, "check", "seed").returncode == 0
    assert run(workspace, "build", "seed", "-f", "docx").returncode == 0
    built = workspace / f"build/seed/fr/{document}.docx"
    reference = ACCEPTANCE / f"{seed}.fr.tsv"
    done = subprocess.run(
        [sys.executable, str(COMPARE), str(built), str(reference)],
        capture_output=True,
        text=True,
        check=False,
    )
    wanted = f"matched {rows} of {rows} rows (100.0 %), 0 unexpected lines"
    assert wanted in done.stdout


def test_a_word_file_is_known_by_its_bytes(tmp_path: Path) -> None:
    folder = copy_samples(tmp_path / "old", "water-2021")
    run(folder, "build", "water-2021", "-l", "en", "-d", "final", "-f", "docx")
    file = folder / "build/water-2021/en/final.docx"
    file.rename(folder / "final.docm")
    done = run(folder, "import", "final.docm", "--into", "again", "-l", "en")
    assert done.returncode == 0, done.stderr
