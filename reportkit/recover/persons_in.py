"""Persons with their States in brackets, as sentences of six languages name them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from reportkit.recover.facts import Context
from reportkit.recover.organizations_in import is_name, is_organization
from reportkit.recover.states_in import state_in

_GROUP = re.compile(
    r"(?P<names>[^()（）:：]+?)\s*[(（](?P<state>[^()（）]+(?:[(（][^()（）]*[)）])?)[)）]"
)
_TITLE: Mapping[str, str] = {
    "en": r"(?:H\.E\. )?(?:(?:Mr|Ms|Mrs|Dr)\.? |(?:the )?(?:Chair|President)\w*, )*",
    "fr": r"(?:S\. ?E\. )?(?:(?:M\.|MM\.|Mme|Mmes|Mlle|Dr) )*",
    "es": r"(?:(?:el |la |los |las )?(?:Sr|Sra|Sres|Sras|Dr|Dra)\. )*",
    "ru": r"(?:(?:г-н|г-жа|г-ну|г-же|гн) )*",
    "zh": r"",
    "ar": r"(?:(?:السيدة?|الدكتورة?) )*",
}
# What stands between two persons.
AND: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r",?\s+as well as\s+|,\s+and\s+|,\s*|\s+and\s+"),
    "fr": re.compile(r",?\s+ainsi que\s+|,\s+et\s+|,\s*|\s+et\s+"),
    "es": re.compile(r",?\s+así como\s+|,\s+y\s+|,\s*|\s+[ye]\s+"),
    "ru": re.compile(r",?\s+а также\s+|,\s*|\s+и\s+"),
    "zh": re.compile(r"以及|[、和及，]"),
    "ar": re.compile(r"،?\s+وكذلك\s+|،\s*و|\s+و(?=\S)"),
}
_HONOUR = re.compile(r"(?:先生|女士|博士)$")
_MOST = 7


class Named(NamedTuple):
    """Persons of a text by name and code of State, and the text after the last."""

    persons: tuple[tuple[str, str], ...]
    after: str = ""


def persons_in(text: str, context: Context) -> Named:
    """The persons that a text begins with; nobody where it begins otherwise.

    A bracket that names an organization, or what no table has, gives no State.
    """
    found: list[tuple[str, str]] = []
    end = 0
    while match := _GROUP.match(text, end):
        state = state_in(match["state"], context.language, context.last)
        names = _names(match["names"], context.language)
        if not names or not (state or _is_of(match["state"], names, context.language)):
            break
        found += [(name, state) for name in names]
        end = match.end()
    if not found:
        names = _alone(text, context.language)
        return Named(tuple((name, "") for name in names))
    return Named(tuple(found), text[end:].strip())


def _is_of(bracket: str, names: tuple[str, ...], language: str) -> bool:
    """Whether a bracket tells whom persons are of, and is no abbreviation of them."""
    if any(_is_nobody(name, language) for name in names):
        return False
    initial = names[0][0]
    return is_name(bracket, language) and not (
        bracket.isupper() and bracket.startswith(initial)
    )


def _alone(text: str, language: str) -> tuple[str, ...]:
    """Names of persons of whom no State is told."""
    names = _names(text, language)
    return () if any(_is_nobody(name, language) for name in names) else names


def _is_nobody(name: str, language: str) -> bool:
    """Whether a name is that of an organization; a person in capitals has two words."""
    return is_organization(name, language) and not (name.isupper() and " " in name)


def _names(text: str, language: str) -> tuple[str, ...]:
    """The names of a list; none where one of them is no name of a person."""
    parts = [part for part in AND[language].split(text) if part.strip()]
    names = [_bare(part, language) for part in parts]
    return tuple(names) if all(_is_name(name, language) for name in names) else ()


def _bare(name: str, language: str) -> str:
    untitled = re.sub(rf"^(?:{_TITLE[language]})", "", name.strip(" ,،"))
    return _HONOUR.sub("", untitled).strip()


def _is_name(name: str, language: str) -> bool:
    words = name.split()
    if not 0 < len(words) <= _MOST or any(sign.isdigit() for sign in name):
        return False
    if language in ("zh", "ar"):
        return 1 < len(name) < 40
    # Ana d’Arc, Omar al-Habib.
    last = (part[:1] for part in re.split("[’'-]", words[-1]))
    return words[0][:1].isupper() and any(map(str.isupper, last))
