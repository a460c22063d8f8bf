"""Word files opened in a process of their own."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from reportkit.opc.child import open_in_child
from reportkit.opc.limits import LIMITS
from reportkit.opc.opening import open_word
from tests.opc.word_packages import changed, package, paragraph, run

SOUND = package(paragraph(run("a") + changed("ins", run("b"))))
LONG = package(paragraph(run("report ")) * 150_000)


def saved(folder: Path, data: bytes) -> Path:
    path = folder / "from outside.docx"
    path.write_bytes(data)
    return path


def test_a_child_reads_what_we_read(tmp_path: Path) -> None:
    path = saved(tmp_path, SOUND)
    opened = open_in_child(path, "a.docx")
    assert (opened.word, opened.problems) == open_word(path, "a.docx")
    assert opened.code == 0 and opened.word


def test_it_is_stopped_when_it_takes_too_long(tmp_path: Path) -> None:
    limits = LIMITS._replace(seconds=1, ratio=10_000)
    path = saved(tmp_path, LONG)
    opened = open_in_child(path, "a.docx", limits)
    assert (opened.word, opened.code) == (None, 4)
    assert [(p.message, p.rule) for p in opened.problems] == [
        ("stopped after 1 s", "limit-seconds")
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="no limit of memory")
def test_it_is_stopped_when_it_takes_too_much_memory(tmp_path: Path) -> None:
    limits = LIMITS._replace(memory=150_000_000, ratio=10_000)
    opened = open_in_child(saved(tmp_path, LONG), "a.docx", limits)
    assert (opened.word, opened.code) == (None, 4)
    assert [each.rule for each in opened.problems] == ["limit-memory"]


def test_the_code_tells_a_limit_from_another_refusal(tmp_path: Path) -> None:
    limits = LIMITS._replace(paragraphs=0)
    assert open_in_child(saved(tmp_path, SOUND), "a", limits).code == 4
    assert open_in_child(saved(tmp_path, b"%PDF-1.4"), "a").code == 3


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.docx", Path("a\0b")):
        opened = open_in_child(path, "a.docx")
        assert (opened.word, opened.code) == (None, 3)
        assert opened.problems[0].rule == "unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert open_in_child(tmp_path / "pipe").problems[0].rule == "unreadable"


def test_a_folder_of_our_name_is_not_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "reportkit").mkdir()
    (tmp_path / "reportkit" / "__init__.py").write_text("raise SystemExit(9)")
    path = saved(tmp_path, SOUND)
    monkeypatch.chdir(tmp_path)
    assert open_in_child(path).code == 0
