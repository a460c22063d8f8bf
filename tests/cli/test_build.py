"""`reportkit build` as a process: the same bytes, no work twice, nothing half."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from reportkit.cli.main import main
from tests.workspaces import copy_samples, outputs, run

DRAFT_WORD = ("Speakers compared the channels", "Speakers weighed the channels")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with everything built once."""
    folder = copy_samples(tmp_path_factory.mktemp("built"))
    done = run(folder, "build", "-f", "docx,html,txt,json")
    assert done.returncode == 0, done.stderr
    return folder


def test_every_document_in_every_language_and_format(built: Path) -> None:
    made = outputs(built / "build")
    for language in ("en", "fr"):
        for document in ("draft", "add1", "final"):
            for format in ("docx", "html", "txt", "json"):
                assert f"ctoc-wg-2017/{language}/{document}.{format}" in made


def test_same_bytes_in_another_folder_time_zone_and_hash_seed(
    built: Path, tmp_path: Path
) -> None:
    folder = copy_samples(tmp_path / "أخرى folder with spaces")
    other = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4711", "LC_ALL": "C"}
    done = run(folder, "build", "-f", "docx,html,txt,json", **other)
    assert done.returncode == 0, done.stderr
    assert outputs(folder / "build") == outputs(built / "build")


def test_second_build_writes_nothing_and_says_so(built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "again"
    shutil.copytree(built, folder)
    before = {p: p.stat().st_mtime_ns for p in (folder / "build").rglob("*")}
    done = run(folder, "build", "-f", "docx,html,txt,json")
    assert done.returncode == 0
    assert done.stdout.startswith("nothing to write")
    assert before == {p: p.stat().st_mtime_ns for p in (folder / "build").rglob("*")}


def test_one_changed_word_rebuilds_the_documents_that_contain_it(
    built: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "word"
    shutil.copytree(built, folder)
    source = folder / "sessions/ctoc-wg-2017/en/deliberations/central-authorities.yaml"
    text = source.read_text(encoding="utf-8")
    assert DRAFT_WORD[0] in text
    source.write_text(text.replace(*DRAFT_WORD), encoding="utf-8")
    before = outputs(folder / "build")
    done = run(folder, "build", "ctoc-wg-2017", "-f", "docx,html,txt,json", "-l", "en")
    assert done.returncode == 0, done.stderr
    after = outputs(folder / "build")
    changed = {name.partition(".")[0] for name in after if after[name] != before[name]}
    assert changed == {"ctoc-wg-2017/en/draft", "ctoc-wg-2017/en/final"}


def test_a_file_that_people_edited_is_kept_aside(built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "edited"
    shutil.copytree(built, folder)
    edited = folder / "build/water-2021/en/final.txt"
    edited.write_text("my own words", encoding="utf-8")
    done = run(folder, "build", "water-2021", "-f", "txt", "-l", "en")
    assert done.returncode == 0
    assert "final.edited-1.txt" in done.stderr
    kept = edited.with_name("final.edited-1.txt")
    assert kept.read_text(encoding="utf-8") == "my own words"
    assert edited.read_text(encoding="utf-8").startswith("United Nations")


def test_a_target_open_in_word_is_named(
    built: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = tmp_path / "open"
    shutil.copytree(built, folder)
    before = outputs(folder / "build")
    shutil.rmtree(folder / "build/.cache")
    source = folder / "sessions/water-2021/session.yaml"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("E/CN.99/EG.1/2021/3", "E/CN.99/EG.1/2021/33"))
    replace = os.replace

    def refuse(old: str, new: str) -> None:
        if str(new).endswith("final.docx"):
            raise PermissionError(13, "The process cannot access the file")
        replace(old, new)

    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.chdir(folder)
    assert main(["build", "water-2021"]) == 3
    said = capsys.readouterr().err
    assert "final.docx" in said
    assert "close it there" in said
    assert "Traceback" not in said
    assert outputs(folder / "build") == before


def test_sources_are_never_written(built: Path, tmp_path: Path) -> None:
    folder = copy_samples(tmp_path / "sources")
    before = outputs(folder / "sessions")
    run(folder, "build")
    run(folder, "check")
    run(folder, "status")
    assert outputs(folder / "sessions") == before


def test_merged_draft_has_one_lead_sentence(built: Path, tmp_path: Path) -> None:
    arguments = ("build", "ctoc-wg-2017", "-d", "draft", "--merged", "-f", "txt")
    done = run(built, *arguments, "--out", str(tmp_path))
    assert done.returncode == 0, done.stderr
    merged = (tmp_path / "ctoc-wg-2017/en/draft-merged.txt").read_text(encoding="utf-8")
    lead = "Working Group on International Cooperation formulated the following"
    assert " ".join(merged.split()).count(lead) == 1
    assert "(continued)" not in merged
    assert "(n)" in merged
