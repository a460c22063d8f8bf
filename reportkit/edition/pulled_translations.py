"""Words typed in a translated Word file, recorded as drafts of translations."""

from __future__ import annotations

from collections.abc import Sequence

from reportkit.edition.motion import written
from reportkit.edition.pulled_queries import Row
from reportkit.edition.translating import change_files, open_desks
from reportkit.edition.workspace import SessionFiles, Templates
from reportkit.intake.proposals import Translated, Untaken
from reportkit.model.fingerprint import fingerprint
from reportkit.source.emission import emit
from reportkit.translate.recording import Change


def with_words(data: bytes, given: dict[str, str]) -> bytes:
    """LANGUAGE/amendments.yaml with drafts of new passages below what is there."""
    texts = {id: {"state": "draft", "text": written(t)} for id, t in given.items()}
    gap = b"\n" if data.strip() else b""
    end = b"" if not data or data.endswith(b"\n") else b"\n"
    blocks = (emit({id: entry}) for id, entry in texts.items())
    return data + end + gap + "\n".join(blocks).encode()


def with_drafts(
    translated: Sequence[Translated],
    language: str,
    files: SessionFiles,
    templates: Templates,
    made: dict[str, bytes],
) -> tuple[tuple[Row, ...], tuple[Untaken, ...]]:
    """Drafts of translations where there were none, put among the files `made`."""
    if not translated:
        return (), ()
    desks, problems = open_desks(files, templates)
    if desks is None:
        why = problems[0].message if problems else ""
        return (), tuple(_lost(each, why) for each in translated)
    absent = {s.id: s for s in desks.standings(language) if not s.text}
    changes = {
        absent[each.passage].key: Change(
            each.text, fingerprint(absent[each.passage].source), "draft"
        )
        for each in translated
        if each.passage in absent
    }
    done, more = change_files(desks, language, changes)
    if more:
        return (), tuple(_lost(each, more[0].message) for each in translated)
    made |= {f"{language}/{path}": data for path, data in done.items()}
    lost = (_lost(e, "it is translated") for e in translated if e.passage not in absent)
    return tuple(
        Row("", f"translates {each.passage}", "", "", each.paragraph)
        for each in translated
        if each.passage in absent
    ), tuple(lost)


def _lost(each: Translated, why: str) -> Untaken:
    return Untaken(each.paragraph, f"`{each.passage}` is not taken: {why}", each.text)
