"""Names that a report brings: found among those that are known, or made new."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from reportkit.model.minting import mint
from reportkit.model.names import Instruments, Named, Names, Person
from reportkit.recover.folding import alike
from reportkit.recover.forms_of import Forms
from reportkit.source.emission import Prose

LONG = 60
NOTHING_SAID = "passage"
SECTIONS = ("persons", "organs", "bodies", "places", "organizations")
OF_CASES = ("genitive", "short_genitive")
CASES = {"ru": ("gen", "dat", "acc", "ins", "pre")}
GENITIVE = "gen"
SINGULAR = {"bodies": "body"}
# Sections whose ids are initials, where a name has enough words for it.
ABBREVIATED = ("bodies", "organs", "instruments")
FEWEST, SMALL = 3, 3
NUMBERED = re.compile(r"-\d+$")
# What derived passages are called; nothing else may be.
DERIVED = (
    *("opening-", "lead-", "duration-", "officers-", "statements-", "agenda-"),
    *("attendance-", "documentation-", "adoption-of-report", "presentations"),
)


# What an id was given for: the stem, the word instead of one, the text.
Asked = tuple[str, str, str]


class Ids:
    """Ids that are given once.

    `known` are those of another document of the session: what says the same has the
    same id here, and a number after an id stands for one thing in both.
    """

    def __init__(self, known: Mapping[Asked, str] = MappingProxyType({})) -> None:
        self.known = known
        self.given: dict[Asked, str] = {}
        self.taken: set[str] = set()
        self.kept = frozenset(id for id in known.values() if NUMBERED.search(id))

    def take(self, text: str, stem: str = "", instead: str = "item") -> str:
        """An id of a text's first content words; `instead` where it shows none."""
        asked = stem, instead, alike(text)
        id = self.known.get(asked, "")
        if not id or id in self.taken:
            id = self._minted(text, stem, instead)
        self.given.setdefault(asked, id)
        self.taken.add(id)
        return id

    def _minted(self, text: str, stem: str, instead: str) -> str:
        if f"{stem}-" in DERIVED:
            stem = f"on-{stem}"
        taken = self.taken | self.kept if self.kept else self.taken
        id = mint(stem, text, taken)
        while id.startswith(DERIVED):
            taken = taken | {id}
            other = f"{instead} {text}" if stem else text
            id = mint(stem or instead, other, taken)
        if not stem and id.startswith(NOTHING_SAID):
            id = mint(instead, "", taken)
        return id


class Register:
    """The names of a workspace, with those that are added to it.

    `added` is by section, then by id, as names.yaml and instruments.yaml have it;
    `oblique` are names that are known in another case alone, by their ids.
    """

    def __init__(self, names: Names, instruments: Instruments, language: str) -> None:
        self.names, self.instruments, self.language = names, instruments, language
        self.added: dict[str, dict[str, Any]] = {}
        self.oblique: dict[str, str] = {}

    def id_of(self, section: str, forms: Forms, **more: str) -> str:
        """The id of a name in a section, which is added where nobody knows it."""
        known = self._known(section)
        found = self.find(section, forms.name)
        if found:
            return found
        id = self._new_id(section, forms.name, known)
        tree = _tree(forms, more)
        if cases := _cases(forms, self.language):
            tree["forms"] = cases
        self.added.setdefault(section, {})[id] = {self.language: tree}
        return id

    def person(self, name: str, state: str, gender: str = "") -> str:
        """The id of a person; another of the same name is of another State."""
        found = self.find("persons", name, state)
        if found:
            return found
        id = self._new_id("persons", name.split()[-1], self._known("persons"))
        tree = {"state": state, "gender": gender, "name": name}
        given = {key: value for key, value in tree.items() if value}
        self.added.setdefault("persons", {})[id] = given
        return id

    def find(self, section: str, name: str, state: str = "") -> str:
        """The id under which a name is known, here or before; of a State if given."""
        wanted = alike(name)
        for id, named in self._known(section).items():
            said = {alike(each) for each in self._said(named)}
            if wanted and wanted in said and state in ("", _state_of(named)):
                return str(id)
        return ""

    def organizations(self) -> frozenset[str]:
        """Everything that the organizations of names.yaml are called."""
        known = self.names.organizations.values()
        return frozenset(name for each in known for name in self._said(each))

    def _known(self, section: str) -> Mapping[str, Any]:
        source = self.instruments if section == "instruments" else self.names
        return {**getattr(source, section), **self.added.get(section, {})}

    def _said(self, named: Any) -> tuple[str, ...]:
        """What an entry is called in the language."""
        if isinstance(named, Person | Named):
            form = named.forms.get(self.language)
            own = (str(form.name), *_in_cases(form.forms)) if form else ()
            return (*own, str(named.name)) if isinstance(named, Person) else own
        form = named.get(self.language)
        if not form:
            return (str(named.get("name", "")),)
        return (str(form["name"]), *_in_cases(form.get("forms", {})))

    def _new_id(self, section: str, name: str, known: Mapping[str, Any]) -> str:
        ids = Ids()
        ids.taken |= set(known)
        initials = _initials(name) if section in ABBREVIATED else ""
        if len(initials) >= FEWEST and initials not in ids.taken:
            return initials
        return ids.take(name, instead=SINGULAR.get(section, section[:-1]))


def _in_cases(forms: Mapping[str, Any]) -> tuple[str, ...]:
    """A name in its cases; those of its short name stand for other names too."""
    others = ("short-", "plural-")
    return tuple(
        str(form) for case, form in forms.items() if not str(case).startswith(others)
    )


def _state_of(named: Any) -> str:
    """The State of a person as known, or as added here; others have none."""
    if isinstance(named, Named):
        return ""
    return str(named.state if isinstance(named, Person) else named.get("state", ""))


def _initials(name: str) -> str:
    """The first letters of a name's words, small words left out: wgic."""
    words = alike(name.replace("’", " ").replace("'", " ")).split()
    letters = (word[0] for word in words if len(word) > SMALL)
    made = "".join(letters)
    return made if made.isascii() and made.isalpha() else ""


def _cases(forms: Forms, language: str) -> dict[str, str]:
    """The cases of a name in a language that has them.

    The genitive is as the report has it, the others are not inflected: a sentence
    that needs another ending shows it.
    """
    made: dict[str, str] = {}
    for case in CASES.get(language, ()):
        is_genitive = case == GENITIVE
        own = (is_genitive and forms.genitive) or forms.name
        short = (is_genitive and forms.short_genitive) or forms.short
        made |= {case: own}
        made |= {f"short-{case}": short} if short else {}
        made |= {f"plural-{case}": forms.plural} if forms.plural else {}
    return {k: Prose(v) if len(v) > LONG else v for k, v in made.items()}


def _tree(forms: Forms, more: Mapping[str, str]) -> dict[str, Any]:
    tree = {**forms._asdict(), **more}
    return {
        key: Prose(value) if len(value) > LONG else value
        for key, value in tree.items()
        if value and key not in OF_CASES
    }
