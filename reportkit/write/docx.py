"""A Word file out of a finished document.

Comes in: the Document, and the parts of templates/word/ by their names in the
package. Goes out: the .docx. Its look is that of documents of the United Nations
in New York and Vienna; labels are typed text, never Word's automatic numbers.
Changes are tracked, or shown by looks for tools that cannot read tracked ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from reportkit.document.fingerprints import with_fingerprints
from reportkit.document.nodes import Comment, Document
from reportkit.write.word_body import body, passages
from reportkit.write.word_comments import comments
from reportkit.write.word_masthead import emblem_drawing, masthead
from reportkit.write.word_notes import footnotes
from reportkit.write.word_package import (
    CONTENT_TYPES,
    Pieces,
    content_types,
    core_properties,
    custom_properties,
    document_relationships,
    emblem_relationship,
    filled,
    link_relationships,
    package_relationships,
    zipped,
)
from reportkit.write.word_pages import (
    first_footer,
    is_rtl,
    running_footer,
    running_header,
)
from reportkit.write.word_story import (
    DECLARATION,
    NAMESPACES,
    Story,
    tab_stops,
)
from reportkit.write.word_templates import EMBLEM, EMBLEM_PLACE, NEEDED, ROOTS


def write_docx(document: Document, parts: Mapping[str, bytes]) -> bytes:
    """Return the .docx of a document, the same bytes for the same arguments.

    `parts` are the template parts by name ("word/styles.xml"); styles and
    settings are needed, font table, theme and emblem printed when they are
    there. The emblem is "word/media/emblem.png" with its place, "word/emblem.xml".
    Changes are tracked: accepting all gives the later text, rejecting the earlier.
    """
    return zipped(_entries(document, parts, struck=False))


def write_struck(document: Document, parts: Mapping[str, bytes]) -> bytes:
    """Return the .docx in which changes are shown by looks, with nothing tracked.

    What is new is bold and underlined, what moved here bold, what is gone or
    moved away struck through.
    """
    return zipped(_entries(document, parts, struck=True))


def _entries(
    document: Document, parts: Mapping[str, bytes], struck: bool
) -> Iterator[tuple[str, Pieces]]:
    text, notes = (story._replace(struck=struck) for story in _stories(document))
    names = _part_names(document, parts, text)
    yield "[Content_Types].xml", [content_types(names)]
    yield "_rels/.rels", [package_relationships(names)]
    yield "word/document.xml", body(document, text)
    # The links of a story are known once it is written.
    yield "word/_rels/document.xml.rels", [document_relationships(names, text.links)]
    yield "word/footnotes.xml", footnotes(document, notes)
    if notes.links:
        yield "word/_rels/footnotes.xml.rels", [link_relationships(notes.links)]
    if text.remarks:
        yield "word/comments.xml", comments(text)
    yield from _page_parts(document, parts)
    for name in ROOTS:
        if name in names:
            yield name, filled(parts[name], document.setting)
    yield "docProps/core.xml", [core_properties(document)]
    if document.properties:
        yield "docProps/custom.xml", [custom_properties(with_fingerprints(document))]


def _part_names(
    document: Document, parts: Mapping[str, bytes], text: Story
) -> tuple[str, ...]:
    absent = set(ROOTS) - {*NEEDED, *parts}
    if not text.remarks:
        absent.add("word/comments.xml")
    if not document.properties:
        absent.add("docProps/custom.xml")
    return tuple(name for name in CONTENT_TYPES if name not in absent)


def _stories(document: Document) -> tuple[Story, Story]:
    """The body and the footnotes; they share all but their links."""
    targets = frozenset(passages(document)) - {""}
    text = Story(
        rtl=is_rtl(document.setting),
        targets=targets,
        remarks=_remarks(document, targets),
        annotations=count(1),
        links={},
        calls={},
        comments=[],
        stops=tab_stops(document.setting),
    )
    return text, text._replace(links={})


def _remarks(
    document: Document, targets: frozenset[str]
) -> dict[str, tuple[Comment, ...]]:
    """The comments on each passage that is printed."""
    remarks: dict[str, tuple[Comment, ...]] = {}
    for comment in document.comments:
        if comment.passage in targets:
            others = remarks.get(comment.passage, ())
            remarks[comment.passage] = (*others, comment)
    return remarks


def _page_parts(
    document: Document, parts: Mapping[str, bytes]
) -> Iterator[tuple[str, Pieces]]:
    emblem = ""
    if EMBLEM in parts and EMBLEM_PLACE in parts:
        organization = document.masthead.organization
        emblem = emblem_drawing(parts[EMBLEM_PLACE], organization)
        yield "word/_rels/header3.xml.rels", [emblem_relationship()]
        yield EMBLEM, parts[EMBLEM]
    pages = (
        ("header1", "hdr", running_header(document, even=True)),
        ("header2", "hdr", running_header(document, even=False)),
        ("header3", "hdr", masthead(document, emblem)),
        ("footer1", "ftr", running_footer(document, even=True)),
        ("footer2", "ftr", running_footer(document, even=False)),
        ("footer3", "ftr", first_footer(document)),
    )
    for name, root, xml in pages:
        page = f"{DECLARATION}<w:{root} {NAMESPACES}>{xml}</w:{root}>"
        yield f"word/{name}.xml", [page]
