"""Workspaces to try commands in: a copy of the samples, and the command itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLES = ("ctoc-wg-2017", "water-2021")


def copy_samples(folder: Path, *sessions: str) -> Path:
    """Return a workspace with the sample sessions, or some of them."""
    (folder / "sessions").mkdir(parents=True)
    for name in ("names.yaml", "instruments.yaml"):
        shutil.copy(ROOT / "sessions" / name, folder / "sessions" / name)
    for name in sessions or SAMPLES:
        shutil.copytree(ROOT / "sessions" / name, folder / "sessions" / name)
    return folder


def run(
    folder: Path, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run reportkit as a process of its own in a folder; both streams as text."""
    return subprocess.run(
        [sys.executable, "-m", "reportkit", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def outputs(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below a folder, by path; no caches."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".cache" not in path.parts
    }
