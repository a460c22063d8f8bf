"""Who met, when and where, as the front of a report has it."""

from __future__ import annotations

from datetime import date

from reportkit.problems import Place, Problem
from reportkit.recover.forms_of import ENDING, Usage, forms_of, usage_of
from reportkit.recover.front_of import Front
from reportkit.recover.naming import Register
from reportkit.recover.recovered import Source

# How a place is put in a sentence that says where.
IN = {
    **{"en": "in {}", "fr": "à {}", "es": "en {}", "ru": "в {}"},
    **{"zh": "在{}", "ar": "في {}"},
}


def nobody(source: Source) -> Problem:
    """The problem of a report whose front does not say who met."""
    place = source.lines[0].place if source.lines else Place("")
    message = "the masthead does not say who met, and from when to when"
    hint = "a line with the name of the body, and one such as Vienna, 9–13 October 2017"
    return Problem(place, message, hint)


def usage_in(source: Source, front: Front) -> Usage:
    """How a report uses the names of its bodies and its organ."""
    names = [met.name for met in front.bodies]
    texts = (line.text for line in source.lines)
    return usage_of(texts, [*names, front.organ], source.terms.words)


def days_of_bodies(
    front: Front, register: Register, usage: Usage
) -> dict[str, tuple[date, date]]:
    """The bodies by their ids, with their days."""
    made: dict[str, tuple[date, date]] = {}
    several = len(front.bodies) > 1
    for met in front.bodies:
        if met.first and met.last:
            forms = forms_of(met.name, usage)
            if not several:
                forms = forms._replace(plural="")
            made[register.id_of("bodies", forms)] = (met.first, met.last)
    return made


def in_place(place: str, title: str, language: str) -> dict[str, str]:
    """A place with its preposition: as the title has it, else the usual one."""
    words = title.replace(",", " ").split()
    begins = [word[:-ENDING] or word for word in place.split()]
    for at in range(1, len(words)):
        own = words[at : at + len(begins)]
        if len(own) == len(begins) and all(map(str.startswith, own, begins)):
            return {"in": " ".join(words[at - 1 : at + len(begins)])}
    return {"in": IN[language].format(place)}
