"""The schemas accept the sessions of the workspace, and refuse a misspelt key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from reportkit.model.fields import declared_fields, rest_of
from reportkit.model.reading import AMENDMENTS, TRANSLATED_FROM
from reportkit.model.schema import FILES, nouns_below, schemas
from reportkit.source.values import Mapping, Sequence, Text
from reportkit.source.yaml_reader import read_yaml

SESSIONS = Path(__file__).parents[2] / "sessions"
WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
SCHEMAS = schemas()


def as_editors_read(value: Any) -> Any:
    """A value with its plain scalars typed as YAML 1.2 types them."""
    if isinstance(value, Mapping):
        return {str(key): as_editors_read(each) for key, each in value.items()}
    if isinstance(value, Sequence):
        return [as_editors_read(each) for each in value]
    if value.style or value.lower() not in WORDS:
        number = not value.style and re.fullmatch(r"[-+]?[0-9]+", value)
        return int(value) if number else str(value)
    return WORDS[value.lower()]


def schema_name(path: Path) -> str:
    inside = path.relative_to(SESSIONS).parts
    if len(inside) < 3:
        return f"{path.stem}.json"
    if inside[1] == "en":
        return "manuscript.json"
    return "amended.json" if inside[2] == AMENDMENTS else "translation.json"


def content(path: Path) -> Any:
    top, problems = read_yaml(path.read_bytes(), path.name)
    assert top is not None and not problems
    return as_editors_read(top)


def faults(schema: str, value: Any) -> list[str]:
    found = Draft202012Validator(SCHEMAS[schema]).iter_errors(value)
    return [f"{each.json_path}: {each.message[:200]}" for each in found]


# What tools alone write is for nobody's editor.
FILES_OF_SESSIONS = sorted(
    path for path in SESSIONS.rglob("*.yaml") if path.name != TRANSLATED_FROM
)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize(
    "path", FILES_OF_SESSIONS, ids=lambda path: path.relative_to(SESSIONS).as_posix()
)
def test_a_file_of_a_session_is_accepted(path: Path) -> None:
    assert faults(schema_name(path), content(path)) == []


def test_every_schema_is_used_by_a_file() -> None:
    assert {schema_name(path) for path in FILES_OF_SESSIONS} == set(SCHEMAS)


@pytest.mark.parametrize("name", FILES)
def test_a_misspelt_key_is_refused(name: str) -> None:
    path = next(path for path in FILES_OF_SESSIONS if schema_name(path) == name)
    assert "misspelt" in " ".join(faults(name, {**content(path), "misspelt": "x"}))


def test_a_misspelt_key_is_refused_below_the_top() -> None:
    session = content(SESSIONS / "water-2021" / "session.yaml")
    session["meetings"]["m1"]["prat"] = session["meetings"]["m1"].pop("part")
    assert len(faults("session.json", session)) == 1
    manuscript = {"passages": [{"id": "one", "text": "x", "lits": "dashes"}]}
    assert len(faults("manuscript.json", manuscript)) == 1
    assert faults("translation.json", {"one": {"txt": "x"}})
    assert faults("translation.json", {"Not an id": "x"})
    assert faults("amended.json", {"a1": {"txt": "x"}})
    assert faults("amended.json", {"a1": {"passages": {"one": {"txt": "x"}}}})
    assert faults("amended.json", {"Not an id": "x"})
    assert faults("names.json", {"bodies": {"wg": {"english": "Group"}}})


def test_what_is_required_is_asked_for() -> None:
    assert "'bodies' is a required property" in " ".join(faults("session.json", {}))


def test_a_key_may_stand_empty_where_it_may_be_left_out() -> None:
    session = content(SESSIONS / "water-2021" / "session.yaml")
    assert faults("session.json", {**session, "instrument": None}) == []
    assert faults("session.json", {**session, "written_in": None})
    assert faults("participants.json", None) == []


def objects(name: str) -> Iterator[tuple[str, Any]]:
    yield FILES[name].__name__, SCHEMAS[name]
    yield from SCHEMAS[name]["$defs"].items()


@pytest.mark.parametrize("name", FILES)
def test_every_field_of_every_noun_has_its_sentence(name: str) -> None:
    told = dict(objects(name))
    for noun in (FILES[name], *nouns_below(FILES[name])):
        rest = rest_of(noun)
        declared = {each.key: each.doc for each in declared_fields(noun)}
        declared |= dict.fromkeys(rest.keys, rest.doc) if rest else {}
        properties = told[noun.__name__]["properties"]
        assert declared == {
            key: each.get("description", "") for key, each in properties.items()
        }
        assert told[noun.__name__]["description"].endswith(".")


def test_text_is_needed_for_its_style() -> None:
    top, _ = read_yaml(b"a: '3'\nb: 3\nc: no\nd: true\ne:\n", "f")
    assert top is not None and Text("a") in top
    assert as_editors_read(top) == {"a": "3", "b": 3, "c": "no", "d": True, "e": None}
