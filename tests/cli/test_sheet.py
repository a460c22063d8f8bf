"""`reportkit amend --sheet`: the sheet of proposals of the sample, in the room."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.six.chromium import Browser, find_chromium, running
from tests.word_checks import findings
from tests.workspaces import copy_samples, outputs, run

SESSION = "ctoc-wg-2017"
LANGUAGES = ("en", "fr", "ar")
BUILD = f"build/{SESSION}"
# Taken back to the table: a merger, a move, a fact, an insertion, a change throughout,
# two on the same words, a French one, a passage rewritten, one that is parted.
REOPENED = ("a2", "a3", "a4", "a6", "a8", "a9", "a10", "a11", "a12", "a13")
# Nothing reaches over the edge of the screen, and words are set their own way.
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
DIRECTION = 'getComputedStyle(document.querySelector("table")).direction'


def said(folder: Path, *words: str) -> str:
    """What a command prints that is fine."""
    done = run(folder, "amend", SESSION, *words)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace in which amendments are pending, with its sheets."""
    made = copy_samples(tmp_path_factory.mktemp("s") / "w", SESSION)
    said(made, *REOPENED, "reopen")
    said(made, "draft:6(b)", "delete", "--by", "Chad", "--note", "a whispered word")
    for code in LANGUAGES:
        told = said(made, "--sheet", "-l", code).splitlines()
        assert told == [
            f"{BUILD}/{code}/amendments.{format}: 11 proposals on 8 passages"
            for format in ("docx", "html")
        ]
    return made


def page(folder: Path, code: str) -> str:
    return (folder / f"{BUILD}/{code}/amendments.html").read_text(encoding="utf-8")


def ids(folder: Path, code: str) -> list[str]:
    """The proposals in their order."""
    return re.findall(r"<td>(a\d+)</td>", page(folder, code))


def test_the_order_is_that_of_the_draft_in_every_language(folder: Path) -> None:
    order = ["a4", "a8", "a14", "a6", "a9", "a10", "a11", "a3", "a2", "a12", "a13"]
    for code in LANGUAGES:
        assert ids(folder, code) == order


def test_rivals_are_marked_and_the_numbers_are_those_on_paper(folder: Path) -> None:
    text = page(folder, "en")
    assert "other proposals on the same words: a10" in text
    assert "<td>…/L.1\nafter paragraph 6\u00a0(h)</td>" in text
    assert "…/L.1/Add.1\n1\u00a0(e)\nFrench" in text
    assert "meeting 9 and 7, 13 October 2017" in text
    assert "6\u00a0(ح)" in page(folder, "ar")


def test_translators_words_are_shown_and_the_originals_stand_in(folder: Path) -> None:
    french = page(folder, "fr")
    assert "<ins>Les États parties sont encouragés à désigner un point" in french
    assert "<ins> Les réseaux régionaux ont été présentés comme des lieux" in french
    assert "la <del>façon</del> <ins>manière</ins> d’en" in french
    assert 'class="missing" lang="en-GB"' in french


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_word_file_is_sound_and_tracks_nothing(folder: Path, code: str) -> None:
    path = folder / f"{BUILD}/{code}/amendments.docx"
    assert findings(path) == []


def test_again_the_same_bytes(folder: Path) -> None:
    before = outputs(folder / "build")
    told = said(folder, "--sheet").splitlines()
    assert [line.rpartition(", ")[2] for line in told] == ["unchanged"] * 2
    assert outputs(folder / "build") == before
    assert not any(b"whispered" in data for data in before.values())


def test_other_statuses_formats_and_folders(folder: Path, tmp_path: Path) -> None:
    told = said(
        folder, "--sheet", "--status", "rejected,adopted", "-f", "html", "--out",
        str(tmp_path),
    )  # fmt: skip
    assert told.endswith("amendments.html: 3 proposals on 3 passages\n")
    assert list(outputs(tmp_path)) == [f"{SESSION}/en/amendments.html"]
    text = (tmp_path / f"{SESSION}/en/amendments.html").read_text(encoding="utf-8")
    assert "<td>rejected</td>" in text


def test_nothing_is_pending(tmp_path: Path) -> None:
    made = copy_samples(tmp_path / "w", SESSION)
    assert said(made, "--sheet") == "no amendment is pending: nothing to write\n"
    assert not (made / "build").exists()


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("-l", "english"), 1, 'there is no language "english"'),
        (("-l", "fx"), 1, "did you mean `fr`?"),
        (("--status", "pendig"), 2, "did you mean pending?"),
        (("-f", "pdf"), 2, '"pdf" is not known here'),
        (("--list",), 2, "--sheet takes nothing more"),
        (("a1", "adopt"), 2, "--sheet takes nothing more"),
    ],
)
def test_what_is_not_known(
    folder: Path, words: tuple[str, ...], code: int, message: str
) -> None:
    done = run(folder, "amend", SESSION, "--sheet", *words)
    assert done.returncode == code
    assert message in done.stderr


CHROMIUM = find_chromium()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed")
    with running(CHROMIUM, tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.mark.parametrize("width", [360, 800])
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_page_fits_its_screen(
    code: str, width: int, folder: Path, browser: Browser
) -> None:
    browser.open(folder / f"{BUILD}/{code}/amendments.html", width)
    assert not browser.evaluate(TOO_WIDE)
    assert browser.evaluate(DIRECTION) == ("rtl" if code == "ar" else "ltr")
