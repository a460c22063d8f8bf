"""What a killed run leaves behind, and how runs keep out of each other's way."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from reportkit.disk import DiskError, locked, read_file, sweep, write_file

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
WRITING = """
import sys
from pathlib import Path
from reportkit.disk import write_set
root = Path(sys.argv[1])
print("ready", flush=True)
while True:
    for fill in (b"old", b"new"):
        write_set({root / name: fill * 50_000 for name in ("a", "b", "c")}, root)
"""
LOCKING = """
import sys
from pathlib import Path
from reportkit.disk import locked
with locked(Path(sys.argv[1])):
    print("ready", flush=True)
    sys.stdin.read()
"""


def start(script: str, *arguments: Path) -> subprocess.Popen[bytes]:
    child = subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        cwd=Path(__file__).parent.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert child.stdout
    assert child.stdout.readline().strip() == b"ready"
    return child


def test_killed_at_any_moment_each_file_is_old_or_new(tmp_path: Path) -> None:
    moments = random.Random(13)
    for name in "abc":
        (tmp_path / name).write_bytes(b"old" * 50_000)
    for _ in range(20):
        with start(WRITING, tmp_path) as child:
            time.sleep(moments.uniform(0, 0.04))
            child.kill()
        for name in "abc":
            assert read_file(tmp_path / name) in (b"old" * 50_000, b"new" * 50_000)
    if sys.platform != "win32":
        sweep(tmp_path)
        assert sorted(os.listdir(tmp_path)) == ["a", "b", "c"]


def test_sweeping_takes_only_what_is_ours_and_stale(tmp_path: Path) -> None:
    gone = start("print('ready')")
    gone.communicate()
    now, before = int(time.time()), int(time.time()) - 3700
    stale = [f".a.docx.{os.getpid()}-{before:08x}-0123abcd.part"]
    if sys.platform != "win32":
        stale.append(f".a.docx.{gone.pid}-{now:08x}-0123abcd.old")
    others = [
        ".a.docx.part",
        "a.docx.old",
        f"a.docx.{gone.pid}-{now:08x}-0123abcd.old",
        f".a.docx.{os.getpid()}-{now:08x}-0123abcd.part",
        "~$a.docx",
    ]
    for name in stale + others:
        write_file(tmp_path / "en" / name, b"")
    sweep(tmp_path)
    assert sorted(os.listdir(tmp_path / "en")) == sorted(others)


def test_one_at_a_time_in_a_folder_until_the_holder_dies(tmp_path: Path) -> None:
    folder = tmp_path / "build" / "s"
    with start(LOCKING, folder) as child:
        with pytest.raises(DiskError) as told, locked(folder):
            raise AssertionError("two are in the folder")
        assert told.value.problem.message == (
            f"another reportkit (pid {child.pid}) is writing here"
        )
        child.kill()
    assert os.listdir(folder) == [".reportkit.lock"]
    with locked(folder):
        with pytest.raises(DiskError, match=rf"pid {os.getpid()}"), locked(folder):
            raise AssertionError("two are in the folder")
        with suppress(ZeroDivisionError), locked(tmp_path):
            _ = 1 / 0
    with locked(folder):
        pass
    if sys.platform != "win32":
        assert os.listdir(folder) == []


@POSIX
def test_a_lock_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".reportkit.lock").symlink_to(tmp_path / "mine")
    with pytest.raises(DiskError, match="is a link"), locked(tmp_path):
        raise AssertionError("wrote through a link")
    assert not (tmp_path / "mine").exists()


@POSIX
def test_a_lock_removed_while_it_is_taken_is_taken_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, open_ = tmp_path / ".reportkit.lock", os.open
    opened: list[int] = []

    def open_and_lose(*args: Any) -> int:
        opened.append(open_(*args))
        if len(opened) == 1:  # its holder is done just now
            path.unlink()
        return opened[-1]

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", open_and_lose)
        with locked(tmp_path):
            assert path.read_text() == f"{os.getpid()}\n"
