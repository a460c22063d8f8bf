"""Bytes are read and written whole, where they belong and nowhere else."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from reportkit.disk import DiskError, read_file, shown, write_file, write_set

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
TEMPORARY = re.compile(r".*\.(part|old)")
OLD = {"a/draft.docx": b"old draft", "final.docx": b"old final", "same.txt": b"same"}
NEW = {
    "a/draft.docx": b"new draft",
    "fr/web/draft.html": b"page",
    "same.txt": b"same",
    "final.docx": b"new final, longer",
}


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


def test_written_files_are_told_in_order(root: Path) -> None:
    written = write_set(new_files(root), root)
    assert written == tuple(root / name for name in NEW if name != "same.txt")
    assert state(root) == NEW
    assert temporaries(root) == []
    assert write_set(new_files(root), root) == ()


def test_an_unchanged_file_is_not_touched(root: Path) -> None:
    path = root / "same.txt"
    os.utime(path, ns=(1, 1))
    inode = path.stat().st_ino
    assert not write_file(path, b"same")
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (1, inode)
    assert write_file(path, b"diff")
    assert path.stat().st_mtime_ns != 1


@POSIX
def test_permissions_stay(root: Path) -> None:
    private = root / "same.txt"
    private.chmod(0o600)
    assert write_file(private, b"who said what")
    assert private.stat().st_mode & 0o777 == 0o600


def test_what_is_raised_before_replacing_stops_it(root: Path) -> None:
    def refuse(changed: tuple[Path, ...]) -> None:
        assert len(changed) == len(temporaries(root)) - 2 == 3  # two are kept too
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_set(new_files(root), root, refuse)
    assert state(root) == OLD
    assert temporaries(root) == []


@POSIX
def test_no_file_is_written_through_a_link(root: Path, tmp_path: Path) -> None:
    outside = fill(tmp_path / "outside")
    (root / "to_file").symlink_to(outside / "final.docx")
    (root / "nowhere").symlink_to(outside / "nothing")
    (root / "to_folder").symlink_to(outside)
    for name in ("to_file", "nowhere", "to_folder/final.docx", "to_folder/x/y.txt"):
        link = root / name.split("/")[0]
        with pytest.raises(DiskError) as told:
            write_set({root / "new.txt": b"new", root / name: b"new"}, root)
        assert told.value.problem.place.path == shown(link, Path.cwd())
        assert told.value.problem.message.endswith(
            f"{link.name} is a link; reportkit writes no file through a link"
        )
    assert state(outside) == OLD
    assert not (root / "new.txt").exists()
    # The folder that somebody chose may itself be a link.
    assert write_file(root / "to_folder" / "final.docx", b"new")


@POSIX
def test_a_folder_that_becomes_a_link_during_the_run(
    root: Path, tmp_path: Path
) -> None:
    outside = fill(tmp_path / "outside")

    def swap(changed: tuple[Path, ...]) -> None:
        (root / "a").rename(root / "aside")
        (root / "a").symlink_to(outside / "a")

    with pytest.raises(DiskError, match="a is a link"):
        write_set(new_files(root), root, swap)
    assert state(outside) == OLD
    assert (root / "aside/draft.docx").read_bytes() == b"old draft"
    assert (root / "final.docx").read_bytes() == b"old final"


@POSIX
def test_a_file_that_becomes_a_link_during_the_run(root: Path) -> None:
    def swap(changed: tuple[Path, ...]) -> None:
        (root / "final.docx").unlink()
        (root / "final.docx").symlink_to(root / "same.txt")

    with pytest.raises(DiskError, match=r"final\.docx is a link"):
        write_set(new_files(root), root, swap)
    assert state(root) == {**OLD, "final.docx": b"same"}


@POSIX
def test_another_name_of_a_file_keeps_the_old_bytes(root: Path) -> None:
    os.link(root / "same.txt", root / "mine.txt")
    write_file(root / "same.txt", b"new")
    assert (root / "mine.txt").read_bytes() == b"same"


@POSIX
def test_what_is_no_file_is_named(root: Path) -> None:
    os.mkfifo(root / "pipe")
    for path, kind in (
        (root / "a", "a folder, where a file is needed"),
        (root / "pipe", "a pipe, not a file"),
        (Path(os.devnull), "a device, not a file"),
    ):
        with pytest.raises(DiskError, match=kind):
            write_file(path, b"new")
        with pytest.raises(DiskError, match=f"not readable: it is {kind}"):
            read_file(path)
    with pytest.raises(DiskError, match=r"same\.txt is a file, where a folder"):
        write_set({root / "same.txt/x": b"new"}, root)


def test_a_read_only_file_is_refused_when_it_differs(root: Path) -> None:
    (root / "same.txt").chmod(0o444)
    assert not write_file(root / "same.txt", b"same")
    with pytest.raises(DiskError, match=r"same\.txt is read-only"):
        write_file(root / "same.txt", b"new")


@pytest.mark.parametrize("name", ["../x", "a/../../x", "/x"])
def test_no_path_leads_out_of_the_root(root: Path, name: str) -> None:
    with pytest.raises(DiskError, match="is outside"):
        write_set({root / name: b"new"}, root)


def test_long_names_fit(root: Path) -> None:
    assert write_file(root / ("報" * 85), b"new")  # 255 bytes


def test_a_missing_file_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "a")
    assert read_file(Path("draft.docx")) == b"old draft"
    with pytest.raises(DiskError) as told:
        read_file(root / "nothing.yaml")
    assert str(told.value) == (
        "../nothing.yaml:1:1: error: "
        "this file is not readable: no such file or directory"
    )
    for act in (read_file, lambda path: write_file(path, b"")):
        with pytest.raises(DiskError, match="embedded null") as told:
            act(Path("a\0b"))
        assert told.value.problem.place.path == r"a\x00b"


@POSIX
@pytest.mark.parametrize(
    ("path", "start", "expected"),
    [
        ("/w/sessions/s/en/a.yaml", "/w", "sessions/s/en/a.yaml"),
        ("/w/sessions/s/a.yaml", "/w/sessions/s/en", "../a.yaml"),
        ("/tmp/a.yaml", "/w/sessions", "/tmp/a.yaml"),
        ("/tmp/a.yaml", "/", "tmp/a.yaml"),
        ("en/../a.yaml", "/w", "a.yaml"),
        ("/w/تقرير.yaml", "/w", "تقرير.yaml"),
        ("/w/a\nb\udcff.yaml", "/w", r"a\nb\udcff.yaml"),
    ],
)
def test_paths_are_shown_from_the_current_folder(
    path: str, start: str, expected: str
) -> None:
    assert shown(Path(path), Path(start)) == expected
