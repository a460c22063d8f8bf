"""A draft, its addendum and the final report, imported as one session."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from reportkit.recover.matching import matched
from reportkit.source.editing import plain
from reportkit.source.yaml_reader import read_yaml
from tests.recover.test_import_by_hand import REPORT, SONGS
from tests.workspaces import ROOT, copy_samples, run

SEEDS = ROOT.parent / "shared/seeds"
PARTS = ("draft-addendum.fr.txt", "final-report.fr.txt")


def amendments(folder: Path, name: str) -> list[dict[str, str]]:
    path = folder / f"sessions/{name}/amendments.yaml"
    top, problems = read_yaml(path.read_bytes(), path.name)
    assert not problems
    found: list[dict[str, str]] = plain(top)["amendments"]
    return found


def commanded(folder: Path, *arguments: str) -> str:
    done = run(folder, *arguments)
    assert done.returncode == 0, (arguments, done.stderr)
    return done.stdout


def test_passages_are_matched_by_words_and_by_order() -> None:
    old = ["a b c d e f", "one two three four five", "p q r s", "last words of all"]
    new = [
        "something else entirely",
        "a b c d e x",
        "one two three six seven",
        "last words of all",
    ]
    found = [(each.old, each.new, each.moved) for each in matched(old, new)]
    assert found == [(0, 1, False), (1, 2, False), (3, 3, False)]


def test_a_passage_that_moved_is_found_again() -> None:
    old = ["first of them here", "second of all these", "third and last of it"]
    new = [old[2], old[0], old[1]]
    found = [(each.old, each.new, each.moved) for each in matched(old, new)]
    assert found == [(0, 1, False), (1, 2, False), (2, 0, True)]


@pytest.mark.skipif(not SEEDS.exists(), reason="the published reports are not here")
def test_the_published_pair(tmp_path: Path) -> None:
    (tmp_path / "sessions").mkdir()
    files = [str(SEEDS / name) for name in PARTS]
    said = run(tmp_path, "import", *files, "--into", "seed", "-l", "fr")
    assert said.returncode == 0 and "not printed" not in said.stderr
    for pair in ("b) is j)", "c) is k)", "d) is l)", "e) is m)", "f) is n)"):
        assert f"{pair} of final" in said.stdout
    assert "a) is not in final" in said.stdout and "2. is 23. of final" in said.stdout
    assert "the draft gives 2017-10-11, and final 2017-10-10" in said.stdout

    checked = run(tmp_path, "check", "seed")
    assert checked.returncode == 0
    warned = "the draft gives 2017-10-11 here, and the final 2017-10-10"
    assert warned in checked.stderr

    commanded(tmp_path, "compare", "seed", "add1", "final")
    table = tmp_path / "build/seed/fr/add1-final.concordance.csv"
    rows = list(csv.DictReader(table.read_text("utf-8-sig").splitlines()))
    fates = {row["add1"]: (row["final"], row["change"]) for row in rows if row["add1"]}
    assert fates["1 a)"] == ("", "dropped")
    letters = dict(zip("bcdef", "jklmn", strict=True))
    for was, now in letters.items():
        assert fates[f"1 {was})"] == (f"6 {now})", "amended")
    assert fates["2"][0] == "23"


@pytest.mark.parametrize("code", ["en", "fr"])
def test_the_sample_comes_back_with_its_amendments(tmp_path: Path, code: str) -> None:
    """All three documents are printed again, row for row."""
    source = copy_samples(tmp_path / "source", "ctoc-wg-2017")
    commanded(source, "build", "ctoc-wg-2017", "-f", "txt", "-l", code)
    built = source / "build/ctoc-wg-2017" / code
    (tmp_path / "w/sessions").mkdir(parents=True)
    folder = tmp_path / "w"
    files = [str(built / f"{name}.txt") for name in ("draft", "add1", "final")]
    said = run(folder, "import", *files, "--into", "again", "-l", code)
    assert said.returncode == 0, said.stderr
    for rule in ("is not printed so", "is not in the report"):
        assert rule not in said.stderr
    found = amendments(folder, "again")
    kinds = [each["action"] for each in found]
    assert kinds.count("move") == 1 and kinds.count("correct") == 1
    assert kinds.count("delete") >= 1 and kinds.count("replace") >= 7
    assert all(each["status"] == "adopted" for each in found)
    commanded(folder, "check", "again")


def test_two_finals_are_no_session(tmp_path: Path) -> None:
    source = copy_samples(tmp_path / "source", "ctoc-wg-2017")
    commanded(source, "build", "ctoc-wg-2017", "-f", "txt", "-l", "en", "-d", "final")
    built = str(source / "build/ctoc-wg-2017/en/final.txt")
    (tmp_path / "sessions").mkdir()
    done = run(tmp_path, "import", built, built, "--into", "twice", "-l", "en")
    assert done.returncode == 1 and "not parts of one session" in done.stderr
    assert not (tmp_path / "sessions/twice").exists()


def test_a_draft_and_its_addendum_alone(tmp_path: Path) -> None:
    source = copy_samples(tmp_path / "source", "ctoc-wg-2017")
    commanded(source, "build", "ctoc-wg-2017", "-f", "txt", "-l", "en")
    built = source / "build/ctoc-wg-2017/en"
    (tmp_path / "sessions").mkdir()
    files = [str(built / f"{name}.txt") for name in ("draft", "add1")]
    said = run(tmp_path, "import", *files, "--into", "again", "-l", "en")
    assert said.returncode == 0, said.stderr
    assert "is not printed so" not in said.stderr
    commanded(tmp_path, "check", "again")
    assert not (tmp_path / "sessions/again/amendments.yaml").exists()


def test_chapters_of_their_own_are_matched_too(tmp_path: Path) -> None:
    (tmp_path / "sessions").mkdir()
    draft = REPORT[: REPORT.index("## IV.")] + SONGS[: SONGS.index("## IX.")]
    for old, new in (
        ("Report on the", "Draft report on the"),
        ("## VI.", "## IV."),
        ("9. A song", "5. A cheerful song"),
        ("10. At", "6. At"),
        ("11. Then", "7. Then"),
    ):
        draft = draft.replace(old, new)
    (tmp_path / "draft.md").write_text(draft, encoding="utf-8")
    (tmp_path / "final.md").write_text(REPORT + SONGS, encoding="utf-8")
    files = ("draft.md", "final.md")
    said = commanded(tmp_path, "import", *files, "--into", "songs", "-l", "en")
    assert said.count(", 0 not printed so") == 2
    assert "5. is 9. of final" in said
    assert [(a["passage"], a["new"]) for a in amendments(tmp_path, "songs")] == [
        ("songs-song-sung", "A song was sung.")
    ]
    commanded(tmp_path, "build", "songs", "-f", "txt")
    built = tmp_path / "build/songs/en"
    assert "IV.  Songs (agenda item 7)" in (built / "draft.txt").read_text("utf-8")
    assert "VI.  Songs (agenda item 7)" in (built / "final.txt").read_text("utf-8")


@pytest.mark.parametrize("code", ["zh", "ar"])
def test_ids_without_latin_letters_stand_for_one_thing(
    tmp_path: Path, code: str
) -> None:
    old = copy_samples(tmp_path / "old", "ctoc-wg-2017")
    for document in ("draft", "final"):
        asked = ("build", "ctoc-wg-2017", "-l", code, "-d", document, "-f", "txt")
        commanded(old, *asked)
    files = [f"build/ctoc-wg-2017/{code}/{name}.txt" for name in ("draft", "final")]
    said = commanded(old, "import", *files, "--into", "again", "-l", code)
    assert "draft: 60 of 67 passages stand word for word" in said
    commanded(old, "check", "again")
    commanded(old, "build", "again", "-l", code, "-f", "txt")
    final = (old / "build/again" / code / "final.txt").read_text("utf-8")
    assert final == (old / files[1]).read_text("utf-8")
