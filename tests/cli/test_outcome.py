"""What a person reads after a command: warnings, errors, files that are not read."""

from __future__ import annotations

from pathlib import Path

from reportkit.cli.outcome import condensed
from reportkit.problems import Place, Problem, warning
from tests.workspaces import copy_samples, run


def test_warnings_are_told_again_by_a_build_that_writes_nothing(tmp_path: Path) -> None:
    folder = copy_samples(tmp_path / "w", "water-2021")
    (folder / "sessions/water-2021/fr/titles.yaml").unlink()
    first = run(folder, "build", "-f", "txt", "-l", "fr")
    second = run(folder, "build", "-f", "txt", "-l", "fr")
    assert "warning:" in first.stderr
    assert second.stdout.startswith("nothing to write")
    assert second.stderr == first.stderr


def test_what_is_not_read_is_named(tmp_path: Path) -> None:
    folder = copy_samples(tmp_path / "w", "water-2021")
    session = folder / "sessions/water-2021"
    (session / "en/deliberations/extra.yml").write_text("text: lost\n")
    (session / "FR").mkdir()
    said = run(folder, "check").stderr
    for name in ("en/deliberations/extra.yml", "FR"):
        assert f"sessions/water-2021/{name}:1:1: warning: this is not read" in said


def test_many_warnings_of_a_kind_are_counted_and_errors_come_last() -> None:
    many = [warning(Place("a", n), f"no {n}", rule="missing") for n in range(1, 30)]
    error = Problem(Place("a", 2), "wrong")
    shown = condensed((*many[:5], error, *many[5:]))
    assert [problem.message for problem in shown] == [
        "no 1",
        "no 2",
        "no 3",
        "26 more of this kind (rule missing)",
        "wrong",
    ]


def test_a_fourth_warning_of_a_kind_is_told() -> None:
    four = tuple(warning(Place("a", n), f"no {n}", rule="missing") for n in range(4))
    assert condensed(four) == four


def test_another_language_that_is_not_ready_stops_no_build(tmp_path: Path) -> None:
    folder = copy_samples(tmp_path / "w", "water-2021")
    lost = folder / "sessions/water-2021/fr/deliberations/future-work.yaml"
    text = lost.read_text(encoding="utf-8")
    assert "{opening}" in text
    lost.write_text(text.replace("{opening} ", ""), encoding="utf-8")
    assert run(folder, "build", "-f", "txt").returncode == 1
    assert run(folder, "build", "-f", "txt", "-l", "en").returncode == 0


def test_new_says_what_goes_together(tmp_path: Path) -> None:
    done = run(tmp_path, "new", "a-2026", "--last", "2026-03-06")
    assert done.returncode == 2
    assert "--last needs --first" in done.stderr
