"""An evening, as the README tells it: a draft is built, edited in Word, pulled,
decided on, and made final.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.test_readme import blocks, commands, section
from tests.intake.edits import WORDS, edit_draft
from tests.tracked_readers import by_libreoffice, by_pandoc
from tests.workspaces import copy_samples, run

SESSION = "ctoc-wg-2017"
EVENING = "An evening with people who have Word"


def commanded(folder: Path, *arguments: str) -> str:
    done = run(folder, *arguments)
    assert done.returncode == 0, (arguments, done.stderr)
    return done.stdout


def _undated(text: str) -> str:
    return re.sub(r"\d{4}-\d\d-\d\d", "DAY", text)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace late in the evening: all but one of the proposals are adopted."""
    made = copy_samples(tmp_path_factory.mktemp("evening") / "w", SESSION)
    build, pull, *others = commands(section(EVENING))
    commanded(made, *build)
    edit_draft("en", made / f"build/{SESSION}/en/draft.docx", made / pull[1])
    said = _undated(commanded(made, *pull))
    (shown,) = blocks(section(EVENING), "text")
    for line in _undated(shown).splitlines():
        assert line in said.splitlines()
    for command in others:
        told = commanded(made, *command)
        assert "--sheet" not in command or "11 proposals" in told
    commanded(made, "build", SESSION, "-d", "final", "-l", "en", "-f", "txt")
    commanded(made, "build", SESSION, "-d", "draft", "--merged", "-l", "en")
    return made / f"build/{SESSION}/en"


def test_the_final_says_what_was_adopted_and_no_more(folder: Path) -> None:
    words = WORDS["en"]
    text = " ".join((folder / "final.txt").read_text(encoding="utf-8").split())
    new = (words.typed, words.marias, words.put_in, words.derived, words.added)
    for _, words_in_place in (*new, words.new, words.listed[:2]):
        assert words_in_place.rstrip(";") in text
    assert words.johns[1] not in text and words.johns[0] in text
    assert words.deleted not in text
    moved, before = (text.index(each) for each in words.moved)
    assert before < moved


def test_accepted_it_is_the_final_and_rejected_the_draft(folder: Path) -> None:
    tracked = folder / "draft-final.tracked.docx"
    for read in (by_pandoc, by_libreoffice):
        for accept, name in ((True, "final.docx"), (False, "draft-merged.docx")):
            (one,), (other,) = (
                read([path], accept) for path in (tracked, folder / name)
            )
            assert _bare(one) == _bare(other), (read.__name__, name)


def _bare(paragraphs: list[str]) -> list[str]:
    """The paragraphs without labels, which a comparison has of the later text."""
    made = []
    for text in paragraphs:
        first, _, rest = text.partition(" ")
        is_label = rest and len(first) < 7 and first.rstrip(".").strip("()") != first
        made.append(rest if is_label else text)
    return made


def test_who_changed_what_is_nowhere_printed(folder: Path) -> None:
    for path in folder.glob("*"):
        if path.suffix in (".txt", ".html", ".json", ".csv"):
            assert "Lopez" not in path.read_text(encoding="utf-8"), path
