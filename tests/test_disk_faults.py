"""Files are all old or all new, whatever the system refuses and at which call."""

from __future__ import annotations

import errno
import os
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from reportkit.disk import DiskError, sweep, write_set

CALLS = (
    *("open", "write", "fsync", "close", "chmod"),
    *("link", "replace", "unlink", "mkdir", "rmdir"),
)
CODES = (errno.EIO, errno.ENOSPC, errno.EACCES, errno.EINTR)
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
TEMPORARY = re.compile(r".*\.(part|old)")
OLD = {"a/draft.docx": b"old draft", "final.docx": b"old final", "same.txt": b"same"}
NEW = {
    "a/draft.docx": b"new draft",
    "fr/web/draft.html": b"page",
    "same.txt": b"same",
    "final.docx": b"new final, longer",
}
Fault = Callable[[str], None]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return fill(tmp_path / "build")


def fill(root: Path) -> Path:
    for name, data in OLD.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


def new_files(root: Path) -> dict[Path, bytes]:
    return {root / name: data for name, data in NEW.items()}


def state(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not TEMPORARY.fullmatch(path.name)
    }


def temporaries(root: Path) -> list[str]:
    return [path.name for path in root.rglob("*") if TEMPORARY.fullmatch(path.name)]


@contextmanager
def system(fault: Callable[..., None]) -> Iterator[None]:
    """The operating system with `fault` asked before each call that writes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(time, "sleep", lambda seconds: None)
        for name in CALLS:
            patch.setattr(os, name, asking(name, getattr(os, name), fault))
        yield


def asking(
    name: str, call: Callable[..., Any], fault: Callable[..., None]
) -> Callable[..., Any]:
    def asked(*args: Any, **options: Any) -> Any:
        if name == "close":  # the handle is gone even where closing fails
            call(*args)
            return fault(name, *args)
        fault(name, *args)
        return call(*args, **options)

    return asked


class At:
    """A fault at the nth call and at no other."""

    def __init__(self, nth: int, act: Fault) -> None:
        self.left, self.act, self.hit = nth, act, ""

    def __call__(self, name: str, *args: object) -> None:
        self.left -= 1
        if self.left == 0:
            self.hit = name
            self.act(name)


def failing(code: int) -> Fault:
    def fail(name: str) -> None:
        raise OSError(code, os.strerror(code))

    return fail


@pytest.mark.parametrize("code", CODES, ids=lambda code: errno.errorcode[code])
def test_a_fault_at_any_call_leaves_all_old_or_all_new(
    tmp_path: Path, code: int
) -> None:
    outcomes = set()
    for nth in range(1, 200):
        root = fill(tmp_path / str(nth))
        fault = At(nth, failing(code))
        expected = NEW
        with system(fault):
            try:
                write_set(new_files(root), root)
            except DiskError:
                expected = OLD
        assert state(root) == expected, f"{fault.hit}, call {nth}"
        if fault.hit != "unlink":
            assert temporaries(root) == [], f"{fault.hit}, call {nth}"
        if expected is OLD:
            assert not (root / "fr").exists()
        outcomes.add((fault.hit, expected is NEW))
        if not fault.hit:
            break
    assert ("", True) in outcomes  # the last run met no fault: every call had its turn
    assert {("write", False), ("fsync", False), ("mkdir", False)} <= outcomes
    # One PermissionError passes: replacing is tried again.
    assert ("replace", code == errno.EACCES) in outcomes


@POSIX
def test_killed_at_any_call_each_file_is_old_or_new(tmp_path: Path) -> None:
    left = 0
    for nth in range(1, 200):
        root = fill(tmp_path / str(nth))
        child = os.fork()
        if not child:
            kill = At(nth, lambda name: os.kill(os.getpid(), signal.SIGKILL))
            with suppress(BaseException), system(kill):
                write_set(new_files(root), root)
                os._exit(0)
            os._exit(1)
        status = os.waitpid(child, 0)[1]
        left += len(temporaries(root))
        assert_old_or_new(root)
        if not os.WIFSIGNALED(status):
            break
    assert status == 0
    assert left  # there was something to sweep


def assert_old_or_new(root: Path) -> None:
    for name, data in state(root).items():
        assert data in (OLD.get(name), NEW.get(name))
    assert state(root).keys() >= OLD.keys()
    sweep(root)
    assert temporaries(root) == []


def test_a_system_that_writes_a_byte_at_a_time(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[:1]))
    write_set(new_files(root), root)
    assert state(root) == NEW


def test_bytes_are_synced_before_the_first_name_and_names_at_the_end(
    root: Path,
) -> None:
    calls: list[str] = []
    with system(lambda name, *args: calls.append(name)):
        write_set(new_files(root), root)
    first = calls.index("replace")
    last = len(calls) - 1 - calls[::-1].index("replace")
    assert calls[:first].count("fsync") >= calls.count("replace") == 3
    assert "write" not in calls[first:]
    if sys.platform != "win32":
        assert calls[last:].count("fsync") == 3
        assert "unlink" not in calls[: len(calls) - calls[::-1].index("fsync")]


def refusing_word(target: Path, times: int = 99) -> Callable[..., None]:
    left = [times]

    def fault(name: str, *args: object) -> None:
        if name == "replace" and args[1] == target and left[0]:
            left[0] -= 1
            raise PermissionError(errno.EACCES, "Access is denied")

    return fault


def test_a_file_that_is_open_in_word(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    inode = (root / "a/draft.docx").stat().st_ino
    with system(refusing_word(root / "final.docx")), pytest.raises(DiskError) as told:
        write_set(new_files(root), root)
    assert str(told.value) == (
        "final.docx:1:1: error: final.docx is open in another program (Word?)\n"
        "    hint: close it there and run the command again; "
        "the old file is unharmed, and nothing else was written"
    )
    assert state(root) == OLD
    assert temporaries(root) == []
    if sys.platform != "win32":
        assert (root / "a/draft.docx").stat().st_ino == inode


def test_a_file_that_is_let_go_in_time(root: Path) -> None:
    with system(refusing_word(root / "final.docx", times=5)):
        write_set(new_files(root), root)
    assert state(root) == NEW


def test_an_old_file_that_cannot_be_put_back_is_kept(root: Path) -> None:
    words = [refusing_word(root / "final.docx")]

    def fault(name: str, *args: object) -> None:
        for refuse in words:
            refuse(name, *args)
        if name == "replace":  # from now on somebody has the first one open too
            words.append(refusing_word(root / "a/draft.docx"))

    with system(fault), pytest.raises(DiskError) as told:
        write_set(new_files(root), root)
    assert "could not be put back: access is denied" in told.value.problem.message
    kept = told.value.problem.hint.rpartition(" ")[2]
    assert Path(kept).read_bytes() == b"old draft"
    assert not Path(kept).name.startswith(".")
    assert (root / "final.docx").read_bytes() == b"old final"


def test_no_space_names_the_file_and_the_bytes(root: Path) -> None:
    def full(name: str, *args: object) -> None:
        if name == "write":
            raise OSError(errno.ENOSPC, "No space left on device")

    with system(full), pytest.raises(DiskError, match=r"draft\.docx: 30 bytes are"):
        write_set(new_files(root), root)
    assert state(root) == OLD
