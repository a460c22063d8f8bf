"""Reports read out of Word files: our own, as others save them, and typed by hand."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from reportkit.opc.changes import ACCEPTED, REJECTED
from reportkit.opc.child import open_in_child
from reportkit.published.lines import MASTHEAD, Line, Published
from reportkit.published.word_lines import published_of
from tests.opc.word_packages import zipped
from tests.published.word_truth import (
    ROOT,
    Row,
    assert_counted,
    read,
    rows_of,
    stripped,
    truth_of,
    words_of,
)
from tests.workspaces import copy_samples, run

CORPUS = ROOT.parent / "shared" / "corpora" / "word"
LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
FEWEST = 26  # documents of the samples, in all the languages they have


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples as Word files, with the tree of each document beside it."""
    folder = copy_samples(tmp_path_factory.mktemp("samples"))
    done = run(folder, "build", "-f", "docx,json")
    assert done.returncode == 0, done.stderr
    return folder / "build"


def documents(folder: Path, code: str) -> Iterator[tuple[Path, Path]]:
    """The Word files of a language, each with its tree."""
    for path in sorted(folder.glob(f"*/{code}/*.docx")):
        yield path, path.with_suffix(".json")


def test_all_documents_are_there(built: Path) -> None:
    found = [pair for code in LANGUAGES for pair in documents(built, code)]
    assert len(found) >= FEWEST


@pytest.mark.parametrize("code", LANGUAGES)
def test_documents_as_built(built: Path, code: str) -> None:
    for path, tree in documents(built, code):
        published, problems = read(stripped(path), code)
        assert rows_of(published.lines) == truth_of(tree), path
        assert not problems


@pytest.mark.parametrize("code", LANGUAGES)
def test_documents_without_any_style(built: Path, code: str) -> None:
    for path, tree in documents(built, code):
        published, _ = read(without_styles(path), code)
        assert rows_of(published.lines) == truth_of(tree), path


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice")
@pytest.mark.parametrize("code", LANGUAGES)
def test_documents_saved_again(built: Path, tmp_path: Path, code: str) -> None:
    pairs = list(documents(built, code))
    again = saved_again([path for path, _ in pairs], tmp_path)
    for (path, tree), data in zip(pairs, again, strict=True):
        published, _ = read(data, code)
        assert rows_of(published.lines) == truth_of(tree), path


def saved_again(paths: list[Path], scratch: Path) -> list[bytes]:
    """The files as LibreOffice saves them, bookmarks stripped before."""
    names = [f"{number}.docx" for number in range(len(paths))]
    for name, path in zip(names, paths, strict=True):
        (scratch / name).write_bytes(stripped(path))
    profile = f"-env:UserInstallation={(scratch / 'profile').as_uri()}"
    convert = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", "saved", *names]
    command = ["soffice", "--headless", "--norestore", profile, *convert]
    done = subprocess.run(command, check=False, capture_output=True, cwd=scratch)
    assert done.returncode == 0, (done.returncode, done.stdout, done.stderr)
    return [(scratch / "saved" / name).read_bytes() for name in names]


def without_styles(path: Path) -> bytes:
    """A file of which only labels, tabs and words are left."""
    with ZipFile(path) as package:
        parts = [(name, package.read(name)) for name in package.namelist()]
    style = re.compile(rb'<w:pStyle w:val="[^"]*"/>')
    return zipped((name, style.sub(b"", data)) for name, data in parts)


@pytest.fixture(scope="module")
def tracked(built: Path) -> Path:
    """The changes between draft and final, and the tree of the merged draft."""
    folder, session = built.parent, "ctoc-wg-2017"
    merged = ("-d", "draft", "--merged", "-f", "json", "--out", "merged")
    for command in (
        ("compare", session, "draft", "final", "-l", "en,fr"),
        ("build", session, "-l", "en,fr", *merged),
    ):
        done = run(folder, *command)
        assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize("code", ["en", "fr"])
def test_changes_accepted(tracked: Path, code: str) -> None:
    place = tracked / "build" / "ctoc-wg-2017" / code
    published, problems = read(stripped(place / "draft-final.tracked.docx"), code)
    assert rows_of(published.lines) == truth_of(place / "final.json")
    assert not problems


@pytest.mark.parametrize("code", ["en", "fr"])
def test_changes_rejected(tracked: Path, code: str) -> None:
    """The text of the draft; labels and masthead are printed as the final has them."""
    place = tracked / "build" / "ctoc-wg-2017" / code
    data = stripped(place / "draft-final.tracked.docx")
    published, problems = read(data, code, REJECTED)
    tree = tracked / "merged" / "ctoc-wg-2017" / code / "draft-merged.json"
    assert unlabelled(rows_of(published.lines)) == unlabelled(truth_of(tree))
    assert {each.rule for each in problems} == {"paragraph-sequence"}


def unlabelled(rows: list[Row]) -> list[Row]:
    return [(row[0], "", *row[2:]) for row in rows if row[0] != MASTHEAD]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="no corpus")
def test_files_of_others() -> None:
    words, opened = words_of("en"), 0
    for path in sorted(CORPUS.glob("*.doc*")):
        word = open_in_child(path).word
        if word is None:
            continue
        opened += 1
        for view in (ACCEPTED, REJECTED):
            published, _ = published_of(word, path.name, words, view)
            assert_counted(published, word, view)
    assert opened > 150


def test_the_same_file_gives_the_same_report(built: Path) -> None:
    path = built / "water-2021" / "en" / "final.docx"
    first, second = (read(stripped(path), "en") for _ in range(2))
    assert first == second


def test_a_place_is_the_number_of_a_paragraph(built: Path) -> None:
    path = built / "water-2021" / "en" / "final.docx"
    published, _ = read(stripped(path), "en")
    note, caller = published.lines[-1], line_with(published, "{note: 1}")
    assert note.place == caller.place
    assert line_with(published, "Replies to the").place.line == caller.place.line + 1


def line_with(published: Published, words: str) -> Line:
    return next(line for line in published.lines if words in line.text)
