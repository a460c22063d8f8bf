"""The rooms of the code, held against its own imports."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
CODE = ROOT / "reportkit"

# What each room may import besides itself. A new room needs a row here, and a place
# in the picture of README.md.
ROOMS: dict[str, frozenset[str]] = {
    "problems": frozenset(),
    "disk": frozenset({"problems"}),
    "source": frozenset({"problems", "disk"}),
    "languages": frozenset({"source", "problems"}),
    "model": frozenset({"source", "languages", "problems"}),
    "document": frozenset({"languages", "problems"}),
    "assemble": frozenset({"source", "model", "document", "languages", "problems"}),
    "write": frozenset({"document", "languages", "problems"}),
    "opc": frozenset({"problems"}),
    "revise": frozenset(
        {"source", "model", "assemble", "document", "languages", "problems"}
    ),
    "translate": frozenset(
        {
            *("source", "model", "assemble", "revise", "document", "opc"),
            *("languages", "problems"),
        }
    ),
    "check": frozenset(
        {
            *("source", "model", "assemble", "revise", "translate", "document"),
            *("languages", "problems"),
        }
    ),
}
ROOMS["published"] = ROOMS["translate"]
ROOMS["intake"] = ROOMS["translate"] | {"translate"}
ROOMS["recover"] = ROOMS["published"] | {"published"}
ROOMS["by_name"] = frozenset()
ROOMS["edition"] = frozenset(ROOMS)
ROOMS["api"] = frozenset(ROOMS)
ROOMS["cli"] = frozenset(ROOMS) - {"api"}

# A room of one file may have grown a second one beside it.
ROOM_OF = {"disk_error": "disk", "disk_lock": "disk", "__main__": "cli"}

# Who may import a third party, by what pyproject.toml calls it: files below reportkit/.
THIRD_PARTIES: dict[str, tuple[str, ...]] = {
    "PyYAML": ("source/*",),
    "ruamel.yaml": ("source/*",),
    "babel": ("languages/*",),
    "jinja2": ("assemble/*", "write/html*"),
    "click": ("cli/*",),
    "rich": ("cli/*",),
    "lxml": ("opc/*", "translate/*"),
    "polib": ("translate/po*",),
    "rapidfuzz": ("translate/memory.py",),
}
# Distributions that are imported under another name, or bring a second one along.
IMPORTED_AS = {"yaml": "PyYAML", "ruamel": "ruamel.yaml", "markupsafe": "jinja2"}

NAMES_THAT_SAY_NOTHING = {"utils", "helpers", "common", "shared", "manager"}
LOADERS = {"import_module", "__import__"}

# `import reportkit` and its version: the package itself, open to every room.
FRONT = frozenset({"", "__version__"})


class Import(NamedTuple):
    """A module that a file imports, and where."""

    path: Path
    line: int
    module: str

    def refused(self, root: Path, message: str) -> str:
        return f"{shown(self.path, root)}:{self.line}: {message}"


def shown(path: Path, root: Path) -> str:
    return path.relative_to(root.parent).as_posix()


def modules(root: Path) -> list[Path]:
    return sorted(root.rglob("*.py"))


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports(path: Path) -> Iterator[Import]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (Import(path, node.lineno, each.name) for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            if module == "reportkit":
                names = (f"reportkit.{each.name}" for each in node.names)
                yield from (Import(path, node.lineno, name) for name in names)
            else:
                yield Import(path, node.lineno, module)


def room_of(path: Path, root: Path) -> str:
    name = path.relative_to(root).parts[0].removesuffix(".py")
    return ROOM_OF.get(name, name)


def faults_of_rooms(root: Path) -> Iterator[str]:
    """Imports from a room that may not be entered from here."""
    for path in modules(root):
        room = room_of(path, root)
        for each in imports(path):
            first, _, rest = each.module.partition(".")
            if not first:
                yield each.refused(root, "an import is written out from reportkit on")
            elif first == "reportkit":
                entered = ROOM_OF.get(rest.split(".")[0], rest.split(".")[0])
                if entered not in {room, *FRONT, *ROOMS.get(room, ())}:
                    message = f"{room} may not import {entered}"
                    yield each.refused(root, message)


def faults_of_rows(root: Path) -> Iterator[str]:
    """Rooms without a row, and rows without a room."""
    first = {room_of(path, root): path for path in modules(root)}
    for room in sorted(first.keys() - ROOMS.keys() - {"__init__"}):
        yield f"{shown(first[room], root)}: {room} is a room without a row"
    yield from (f"{room} is a row without a room" for room in ROOMS.keys() - first)


def faults_of_packages(root: Path) -> Iterator[str]:
    """Rooms that are folders without an __init__.py."""
    for folder in sorted({path.parent for path in modules(root)}):
        if not (folder / "__init__.py").exists():
            yield f"{shown(folder, root)}: this room has no __init__.py"


def distribution_of(module: str) -> str:
    first = module.partition(".")[0]
    return IMPORTED_AS.get(first, first)


def third_parties(root: Path) -> Iterator[Import]:
    for path in modules(root):
        for each in imports(path):
            first = each.module.partition(".")[0]
            if first not in {"", "reportkit", *sys.stdlib_module_names}:
                yield each


def faults_of_third_parties(root: Path) -> Iterator[str]:
    """Third parties that are imported outside the rooms that may use them."""
    for each in third_parties(root):
        inside = each.path.relative_to(root).as_posix()
        users = THIRD_PARTIES.get(distribution_of(each.module), ())
        if not any(fnmatch(inside, pattern) for pattern in users):
            room = room_of(each.path, root)
            message = f"{room} may not import {each.module.partition('.')[0]}"
            yield each.refused(root, message)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def faults_of_late_imports(root: Path) -> Iterator[str]:
    """Imports that stand inside a function."""
    for path in modules(root):
        within = [inner for each in functions(path) for inner in ast.walk(each)]
        for node in dict.fromkeys(within):
            if isinstance(node, ast.Import | ast.ImportFrom):
                message = "an import stands at the top of its file"
                yield f"{shown(path, root)}:{node.lineno}: {message}"


def calls_of_loaders(path: Path) -> Iterator[int]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else ""
            if isinstance(called, ast.Name):
                name = called.id
            if name in LOADERS:
                yield node.lineno


def faults_of_loaders(root: Path) -> Iterator[str]:
    """Loading of a module by its name, more than once in the whole project."""
    found = [
        f"{shown(path, root)}:{line}"
        for path in modules(root)
        for line in calls_of_loaders(path)
    ]
    for place in found[1:]:
        yield f"{place}: modules are loaded by name in one function, {found[0]}"


def faults_of_names(root: Path) -> Iterator[str]:
    """Modules whose name does not say what they make."""
    for path in modules(root):
        words = path.relative_to(root).with_suffix("").as_posix()
        for name in NAMES_THAT_SAY_NOTHING & set(re.split(r"[/_]", words)):
            message = f"a module is named for what it makes, not {name}"
            yield f"{shown(path, root)}: {message}"


def faults_of_door(root: Path) -> Iterator[str]:
    """Imports of `reportkit/__init__.py`, which every run would pay for."""
    for each in imports(root / "__init__.py"):
        yield each.refused(root, "the package itself imports nothing")


RULES = (
    faults_of_rooms,
    faults_of_rows,
    faults_of_packages,
    faults_of_third_parties,
    faults_of_late_imports,
    faults_of_loaders,
    faults_of_names,
    faults_of_door,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_code_keeps_its_rooms(rule: type) -> None:
    assert list(rule(CODE)) == []


def dependencies() -> set[str]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    return {re.split(r"[<>=~! \[;]", each)[0] for each in project["dependencies"]}


def test_the_third_parties_are_those_that_are_installed_and_used() -> None:
    assert set(THIRD_PARTIES) == dependencies()
    assert {distribution_of(each.module) for each in third_parties(CODE)} == (
        set(THIRD_PARTIES)
    )


# A small tree with one fault of each kind: its files, and what is said about it.
BROKEN = {
    "__init__.py": "import re\n",
    "api.py": "import reportkit\nfrom reportkit import disk\n",
    "by_name.py": "",
    "problems.py": "from reportkit import disk\n",
    "disk.py": "from reportkit.disk_lock import locked\n",
    "disk_lock.py": "from reportkit.problems import Place\nimport os.path\n",
    "source/__init__.py": "",
    "source/reader.py": "import yaml\nfrom ruamel.yaml import YAML\n",
    "languages/__init__.py": "from reportkit.model import names\n",
    "model/__init__.py": "from ..problems import Place\n",
    "document/__init__.py": "",
    "assemble/__init__.py": "",
    "assemble/sentences.py": "from markupsafe import Markup\n",
    "write/docx.py": "from reportkit.model.session import Session\nimport lxml.etree\n",
    "write/html.py": "import jinja2\n",
    "write/txt.py": "import jinja2\n",
    "opc/__init__.py": "",
    "published/__init__.py": "",
    "intake/__init__.py": "",
    "recover/__init__.py": "",
    "revise/__init__.py": "",
    "translate/__init__.py": "",
    "check/__init__.py": "import reportkit.cli.main\n",
    "check/date_utils.py": "def today():\n    import datetime\n    return datetime\n",
    "edition/__init__.py": "from importlib import import_module\nimport_module('a')\n",
    "cli/__init__.py": "import importlib\nimportlib.import_module('b')\n",
    "preview/__init__.py": "",
}
FAULTS = {
    "reportkit/__init__.py:1: the package itself imports nothing",
    "reportkit/problems.py:1: problems may not import disk",
    "reportkit/languages/__init__.py:1: languages may not import model",
    "reportkit/model/__init__.py:1: an import is written out from reportkit on",
    "reportkit/write: this room has no __init__.py",
    "reportkit/write/docx.py:1: write may not import model",
    "reportkit/write/docx.py:2: write may not import lxml",
    "reportkit/write/txt.py:1: write may not import jinja2",
    "reportkit/check/__init__.py:1: check may not import cli",
    "reportkit/check/date_utils.py: a module is named for what it makes, not utils",
    "reportkit/check/date_utils.py:2: an import stands at the top of its file",
    "reportkit/edition/__init__.py:2: modules are loaded by name in one function, "
    "reportkit/cli/__init__.py:2",
    "reportkit/preview/__init__.py: preview is a room without a row",
}


def test_each_rule_can_fail(tmp_path: Path) -> None:
    root = tmp_path / "reportkit"
    for name, text in BROKEN.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert {fault for rule in RULES for fault in rule(root)} == FAULTS


def test_a_row_without_a_room_is_told(tmp_path: Path) -> None:
    assert "write is a row without a room" in faults_of_rows(tmp_path)
