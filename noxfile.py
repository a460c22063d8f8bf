"""Tests, lint and types; the slow ones by name: `nox -s bench`, `nox -s golden`."""

from __future__ import annotations

import nox

nox.needs_version = ">=2025.2.9"
nox.options.sessions = ["tests", "lint", "types"]
nox.options.error_on_missing_interpreters = False

PROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = nox.project.python_versions(PROJECT)


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests on each Python that pyproject.toml names."""
    session.install("-e", ".[test]")
    session.run("pytest", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check the layout and the habits of the code."""
    session.install(*_wanted("ruff"))
    session.run("ruff", "format", "--check", ".")
    session.run("ruff", "check", *session.posargs)


@nox.session
def types(session: nox.Session) -> None:
    """Check the types of the whole repository, strictly."""
    session.install("-e", ".[dev]")
    session.run("mypy", *session.posargs)


@nox.session(default=False)
def golden(session: nox.Session) -> None:
    """Accept what the writers make today as the golden files; read the diff."""
    session.install("-e", ".[test]")
    session.run("pytest", "--regen-all", *session.posargs)


@nox.session(default=False)
def random(session: nox.Session) -> None:
    """Read 200 random comparisons back with pandoc and LibreOffice."""
    session.install("-e", ".[test]")
    test = "tests/revise/test_random_sessions.py"
    session.run("pytest", test, *session.posargs, env={"RANDOM_SESSIONS": "200"})


@nox.session(default=False)
def bench(session: nox.Session) -> None:
    """Time whole builds beside pandoc: --sizes 60 600 --rounds 5."""
    session.install(".[bench]")
    session.run("python", "-m", "tests.bench", *session.posargs)


def _wanted(name: str) -> list[str]:
    """The requirements of the dev extra that begin with a name."""
    extras = PROJECT["project"]["optional-dependencies"]
    return [each for each in extras["dev"] if each.startswith(name)]
