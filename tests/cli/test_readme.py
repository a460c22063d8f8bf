"""What the README promises, run as it stands there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.workspaces import ROOT, copy_samples, run

# The languages of the examples, in their order.
SHOWN = ("en", "fr", "ar")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    """A section of the README."""
    return README.split(f"## {title}\n")[1].split("\n## ")[0]


def blocks(text: str, language: str) -> list[str]:
    """The code blocks of a language."""
    return re.findall(rf"```{language}\n(.*?)```", text, re.S)


def commands(text: str) -> list[list[str]]:
    """The arguments of each call of reportkit in a text."""
    lines = "\n".join(blocks(text, "sh")).splitlines()
    return [shlex.split(line)[1:] for line in lines if line.startswith("reportkit ")]


def test_a_session_from_scratch_in_under_ten_commands(tmp_path: Path) -> None:
    rapporteur = section("A rapporteur's first five minutes")
    first, *others = commands(rapporteur)
    assert len([first, *others]) < 10
    assert run(tmp_path, *first).returncode == 0
    prose = blocks(rapporteur, "yaml")[0]
    name = prose.split()[1]
    agenda = tmp_path / f"sessions/{first[1]}/agenda.yaml"
    assert f"id: {name}" in agenda.read_text(encoding="utf-8")
    folder = tmp_path / f"sessions/{first[1]}/en/deliberations"
    (folder / f"{name}.yaml").write_text(prose, encoding="utf-8")
    for command in others:
        done = run(tmp_path, *command)
        assert done.returncode == 0, (command, done.stderr)
    report = tmp_path / f"build/{first[1]}/en/final.html"
    text = report.read_text(encoding="utf-8")
    assert "wells were running dry" in text
    assert "Algeria, Germany and Viet Nam" in text
    assert (report.parent / "final.docx").exists()
    fixed = (folder / f"{name}.yaml").read_text(encoding="utf-8")
    assert "  - id: " in fixed


def test_the_problem_that_the_readme_shows(tmp_path: Path) -> None:
    rapporteur = section("A rapporteur's first five minutes")
    first = commands(rapporteur)[0]
    assert run(tmp_path, *first).returncode == 0
    agenda = tmp_path / f"sessions/{first[1]}/agenda.yaml"
    text = agenda.read_text(encoding="utf-8")
    agenda.write_text(text.replace("number: 1", "numer: 1", 1), encoding="utf-8")
    shown = next(block for block in blocks(rapporteur, "text") if "error:" in block)
    said = run(tmp_path, "check").stderr
    message, hint = shown.splitlines()[:2]
    assert message.partition(": error: ")[2] in said
    assert hint in said


@pytest.mark.parametrize("language", SHOWN)
def test_the_text_that_the_readme_shows(tmp_path: Path, language: str) -> None:
    folder = copy_samples(tmp_path / "samples", "ctoc-wg-2017")
    assert run(folder, "build", "-d", "final", "-f", "txt").returncode == 0
    made = folder / f"build/ctoc-wg-2017/{language}/final.txt"
    text = " ".join(made.read_text(encoding="utf-8").split())
    shown = blocks(section("What it looks like"), "text")[SHOWN.index(language)]
    for paragraph in shown.removesuffix("[…]\n").strip().split("\n\n"):
        assert " ".join(paragraph.split()).removesuffix(" […]") in text


def test_every_verb_has_help_with_an_example(tmp_path: Path) -> None:
    from_help = run(tmp_path, "--help").stdout
    verbs = re.findall(r"^  ([a-z]+)  ", from_help.split("Commands:")[1], re.M)
    assert len(verbs) >= 6
    for verb in verbs:
        done = run(tmp_path, verb, "--help")
        assert done.returncode == 0
        assert "Example:" in done.stdout, verb
