"""Amended passages that a language does not have yet: said, and never compared."""

from __future__ import annotations

from collections.abc import Mapping

from reportkit.assemble.wording import Wording
from reportkit.document.nodes import Comment, Document
from reportkit.edition.loading import Loaded
from reportkit.model.fingerprint import fingerprint
from reportkit.model.passages import Translation
from reportkit.model.session import words_of_session
from reportkit.problems import Problem, warning
from reportkit.write.comparison import SECTION

RULE = "not-translated"


def untranslated(loaded: Loaded, code: str) -> dict[str, str]:
    """The amended passages that a language does not have yet, with the original."""
    if loaded.amended is None or loaded.session is None:
        return {}
    session = loaded.amended.session
    if code == session.facts.written_in:
        return {}
    before = {str(each.id): each.text for each in words_of_session(loaded.session)}
    known = session.translations.get(code, {})
    stale = {}
    for each in words_of_session(session):
        id = str(each.id)
        if id not in loaded.amended.touched or before.get(id) == each.text:
            continue
        if not _is_fresh(known.get(each.id), each.text):
            stale[id] = str(each.text)
    return stale


def _is_fresh(translation: Translation | None, text: str) -> bool:
    if translation is None or not translation.text:
        return False
    return not translation.of or translation.of == fingerprint(text)


def commented(
    document: Document, stale: Mapping[str, str], wording: Wording
) -> Document:
    """The document with a comment on each passage that is not translated yet."""
    said = str(wording.words.find(SECTION, RULE))
    author = str(wording.words.find("names", "secretariat")["name"])
    comments = (Comment(id, author, f"{said}: {text}") for id, text in stale.items())
    return document._replace(comments=tuple(comments))


def told(loaded: Loaded, stale: Mapping[str, str], code: str) -> list[Problem]:
    """A warning for each of them, at the amendment."""
    if loaded.amended is None:
        return []
    hint = f"its text as amended goes into {code}/amendments.yaml, by amendment"
    return [
        warning(
            loaded.amended.touched[id][-1].place,
            f"`{id}` is amended, and not yet translated into {code}",
            hint,
            RULE,
        )
        for id in stale
    ]
