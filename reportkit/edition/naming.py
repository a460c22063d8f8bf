"""Names that a new session brings: a body, an organ, a place in names.yaml."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from string import Template
from typing import Any

from reportkit.model.minting import MAX
from reportkit.problems import Place
from reportkit.source.editing import append_to_map, plain
from reportkit.source.emission import Prose
from reportkit.source.extents import CannotEdit, open_source
from reportkit.source.yaml_reader import read_yaml

PATH = "names.yaml"
# Left out of ids, as is the letter of an elision.
SMALL_WORDS = re.compile(r"([a-z]|an|and|des?|du|et|for|la|les?|of|on|pour|sur|the|to)")
WORDS = 3
# "Working Group on Firearms" is called "Working Group" after its first mention.
SUBJECT = re.compile(r" (?:on|for|sur|pour|des|chargé|to)\b.*")
# Longer names are written as blocks.
LONG = 60
# Where a name stands in the template of a language.
PLACES = {"bodies": "body", "organs": "organ", "places": "place"}


def with_names(
    names: bytes, wanted: Mapping[str, str], template: bytes
) -> tuple[dict[str, str], bytes]:
    """The ids of names, by section, and names.yaml with those that are new.

    `wanted` are names by section, empty where there is none; `template` says what
    names.yaml tells of a new one. CannotEdit where either file is wrong.
    """
    known = plain(open_source(names, PATH).top)
    named = {section: " ".join(name.split()) for section, name in wanted.items()}
    ids = {
        section: _id(known.get(section) or {}, name) if name else ""
        for section, name in named.items()
    }
    for section, value in _entries(named, ids, template).items():
        if ids[section] and ids[section] not in (known.get(section) or {}):
            names = append_to_map(names, PATH, section, ids[section], value)
    return ids, names


def _entries(
    named: Mapping[str, str], ids: Mapping[str, str], template: bytes
) -> dict[str, Any]:
    """What names.yaml tells of each name that may be new."""
    given = {PLACES[section]: name for section, name in named.items()}
    given |= {f"{PLACES[section]}_id": id or "none" for section, id in ids.items()}
    given["short"] = SUBJECT.sub("", named["bodies"])
    top, problems = read_yaml(filled(template, given), PATH)
    if top is None or problems:
        raise CannotEdit(Place(PATH), "its template cannot be read once it is filled")
    known = plain(top)
    return {section: _blocks(next(iter(known[section].values()))) for section in named}


def filled(template: bytes, given: Mapping[str, str]) -> bytes:
    """A template with its places filled; no line ends in spaces."""
    text = Template(template.decode("utf-8-sig")).safe_substitute(given)
    return re.sub(r"[ \t]+$", "", text, flags=re.M).encode()


def _blocks(value: Any) -> Any:
    """A value whose long texts are written as blocks."""
    if isinstance(value, str):
        return Prose(value) if len(value) > LONG else value
    return {key: _blocks(each) for key, each in value.items()}


def _id(known: Mapping[str, Any], name: str) -> str:
    """The id that a name has, or one that is still free."""
    wanted = name.casefold()
    for id, forms in known.items():
        for form in forms.values() if isinstance(forms, Mapping) else (forms,):
            said = form.get("name", "") if isinstance(form, Mapping) else form
            if str(said).casefold() == wanted:
                return id
    made = _slug(name)
    numbered = (f"{made[: MAX - 3]}-{number}" for number in range(2, 100))
    return next(id for id in (made, *numbered) if id not in known)


def _slug(name: str) -> str:
    """A name as an id: its first words in small letters, joined with hyphens."""
    letters = unicodedata.normalize("NFKD", name.replace("’", "'")).lower()
    words = re.findall(r"[a-z0-9]+", re.sub(r"[^\x00-\x7f]", "", letters))
    telling = [word for word in words if not SMALL_WORDS.fullmatch(word)]
    made = "-".join(telling[:WORDS])[: MAX - 2].rstrip("-")
    return made if made[:1].isalpha() else f"n-{made}".rstrip("-")
