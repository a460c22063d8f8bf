"""What is not decided yet, shown in the translations in square brackets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportkit.model.amendments import AmendedTranslation, Amendment
from reportkit.model.fields import replaced
from reportkit.model.fingerprint import fingerprint
from reportkit.model.passages import Translation
from reportkit.model.session import Session, words_of_session
from reportkit.revise.retranslation import main_passage
from reportkit.source.values import Text, text_at


def with_pending(session: Session, pending: Iterable[Amendment]) -> Session:
    """The session with both texts where a language has that of a pending amendment.

    Where it has none, what the draft says stands alone.
    """
    known = tuple(each for each in pending if not each.language)
    sources = {str(words.id): words.text for words in words_of_session(session)}
    made = {
        code: _shown(own, session.amended_texts.get(code, {}), known, sources)
        for code, own in session.translations.items()
    }
    return session._replace(translations=made)


def _shown(
    own: Mapping[str, Translation],
    given: Mapping[Text, AmendedTranslation],
    pending: tuple[Amendment, ...],
    sources: Mapping[str, Text],
) -> dict[str, Translation]:
    made = dict(own)
    for each in pending:
        id = str(main_passage(each))
        old, new = made.get(id), given.get(each.id)
        texts = (old.text if old else "", new.text if new else "")
        shown = " ".join(f"[{text}]" for text in texts if text)
        if shown and (each.action == "delete" or (new and new.text)):
            place = (old or new or each).place
            of = text_at(fingerprint(sources.get(id, "")), place)
            kept = old or Translation(place=place)
            made[id] = replaced(kept, text=text_at(shown, place), of=of)
    return made
