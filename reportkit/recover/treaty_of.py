"""The treaty whose parties meet, as the lists of its parties name it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportkit.assemble.wording import Titled
from reportkit.languages.forms import Name
from reportkit.languages.words import Words
from reportkit.model.names import Form
from reportkit.recover.folding import alike, folded, plain
from reportkit.recover.forms_of import GENDERS, Forms, Usage, article_of
from reportkit.recover.naming import Register
from reportkit.recover.terms import Terms
from reportkit.source.values import Text

CATEGORY = "category-states_parties"
SIGN = "Xxxx"
# A title in its own brackets, or a word with the capitals that follow it.
NAMED = r"(《[^》]{1,40}》|\w[\w-]*(?: [A-ZÀ-ÞА-Я][\w-]*)*)"


def treaty_of(
    texts: Iterable[str], organ: str, usage: Usage, terms: Terms, register: Register
) -> str:
    """The id of the instrument; added where nobody knows it; nothing for none."""
    listed = "\n".join(folded(plain(text)) for text in texts)
    within = alike(f"{organ} {usage.text}")
    for id, named in register.instruments.instruments.items():
        form = named.forms.get(terms.language)
        said = _category(_titled(form, terms.words), terms) if form else ""
        if form and said and said in listed and _core(form, organ) in within:
            return str(id)
    return _new(listed, organ, usage, terms, register)


def _new(
    listed: str, organ: str, usage: Usage, terms: Terms, register: Register
) -> str:
    """The id of a treaty that nobody knows: the organ's name may have its title."""
    short, article = _short(listed, terms)
    if not short:
        return ""
    begins = organ.find(short)
    full = organ[begins:] if begins > 0 else short
    article = article or article_of(full, usage)
    kept = short if full != short else ""
    forms = Forms(full, kept, "", article, GENDERS.get(article, ""))
    return register.id_of("instruments", forms)


def _core(form: Form, organ: str) -> str:
    """The longest of the forms of a title that the name of an organ has in it."""
    forms = (str(form.name), *map(str, form.forms.values()))
    found = [each for each in map(alike, forms) if each in alike(organ)]
    return max(found, key=len, default=alike(str(form.name)))


def _category(treaty: Titled, terms: Terms) -> str:
    return folded(plain(terms.say("sentences", CATEGORY, instrument=treaty)))


def _titled(form: Form, words: Words) -> Titled:
    """A title with its short name, in the forms that names.yaml gives."""
    given = {str(key): str(value) for key, value in form.forms.items()}
    short = {k.removeprefix("short-"): v for k, v in given.items() if "short-" in k}
    article, gender = str(form.article), str(form.gender)
    full = Name(str(form.name), words, article, gender, tuple(given.items()))
    named = str(form.short or form.name)
    own = tuple((short if form.short else given).items())
    brief = Name(named, words, article, gender, own)
    return Titled(full, brief, brief, gender)


def _short(listed: str, terms: Terms) -> tuple[str, str]:
    """What a treaty is called where its parties are listed, and its article."""
    for article in _articles(terms.words):
        name = Name(SIGN, terms.words, article)
        said = _category(Titled(name, name, name, ""), terms)
        if SIGN not in said:
            continue
        before, _, after = said.partition(SIGN)
        end = r"(?!\w)" if terms.words.language.spaced else ""
        pattern = rf"(?i:{re.escape(before)}){NAMED}(?i:{re.escape(after)}){end}"
        if match := re.search(pattern, listed):
            return match[1], article
    return "", ""


def _articles(words: Words) -> tuple[str, ...]:
    row = words.find("forms")[Text("the")]
    named = tuple(str(article) for article in row if article not in ("", "'"))
    return named or ("",)
