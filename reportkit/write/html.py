"""A web page out of a document, with nothing outside it.

A finished document and the template's files come in, the bytes of one page go
out: its style sheet is inside, it needs no script, and its content security
policy would let none run. What stands between the headings is made in
`html_body`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from traceback import extract_tb

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from reportkit.document.nodes import (
    Content,
    Document,
    Heading,
    Link,
    Note,
    Reference,
    Run,
)
from reportkit.document.text import text_of
from reportkit.problems import Place, Problem
from reportkit.write.html_body import (
    Words,
    attribute,
    note_anchor,
    write_blocks,
    write_content,
    write_label,
)

PAGE = "html/page.html"
STYLES = "html/report.css"


def _quote_for_css(text: str) -> Markup:
    """A CSS string; whatever could end it or the style sheet is written in hex."""
    hexed = re.sub(r"[^\w ./()*-]", lambda m: f"\\{ord(m.group()):x} ", text)
    return Markup(f'"{hexed}"')


# Sandboxed, since a workspace's own page may have come by mail.
_ENVIRONMENT = ImmutableSandboxedEnvironment(
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
_ENVIRONMENT.filters["css_string"] = _quote_for_css
_ENVIRONMENT.filters["content"] = lambda content: Markup(write_content(content))


def write_html(document: Document, parts: Mapping[str, bytes]) -> bytes:
    """Return the page, in UTF-8; `parts` holds `html/page.html`, `html/report.css`.

    Raises jinja2's TemplateError where the page's template is wrong, which
    `check_page` tells beforehand.
    """
    words = {word.name: word.value for word in document.words}
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    return render_page(
        read_part(parts, PAGE),
        document=document,
        words=words,
        name=_name_page(document),
        styles=Markup(read_part(parts, STYLES)),
        title=Markup(write_content(document.title)),
        subtitle=Markup(write_content(document.subtitle)),
        contents=Markup(_write_contents(headings)),
        body=Markup(write_blocks(document.blocks, words)),
        notes=Markup("\n".join(_write_note(note, words) for note in document.notes)),
    ).encode()


def check_page(
    document: Document, parts: Mapping[str, bytes], path: str
) -> tuple[Problem, ...]:
    """The mistake in a page template of one's own, at its line, or nothing.

    `path` is the file that `parts` holds as `html/page.html`.
    """
    try:
        write_html(document, parts)
    except TemplateError as error:
        place = Place(path, _line_of(error))
        return (Problem(place, f"the page cannot be made: {error.message}"),)
    return ()


def _line_of(error: TemplateError) -> int:
    """The line of the template, counted from 1, at which it failed."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    frames = extract_tb(error.__traceback__)
    return next((f.lineno or 1 for f in reversed(frames) if f.filename == PAGE), 1)


def render_page(template: str, **names: object) -> str:
    code = _ENVIRONMENT.compile(template, filename=PAGE)
    made = _ENVIRONMENT.template_class.from_code(_ENVIRONMENT, code, {})
    return made.render(names)


def read_part(parts: Mapping[str, bytes], name: str) -> str:
    """A template's text, the same whether it was saved on Windows or not."""
    return parts[name].decode("utf-8-sig").replace("\r\n", "\n")


def _name_page(document: Document) -> str:
    """The page's name in a tab or a bookmark: `A/C.1/80/L.1 – Draft report`."""
    names = (document.symbol, text_of(document.title))
    return " – ".join(name for name in names if name)


def _write_contents(headings: list[Heading]) -> str:
    """A list of the headings as links, each with the headings below it."""
    if not headings:
        return ""
    top = headings[0].level
    starts = [i for i, heading in enumerate(headings) if heading.level <= top]
    entries = (
        f"<li>{_write_entry(headings[start])}"
        f"{_write_contents(headings[start + 1 : end])}</li>"
        for start, end in pairwise((*starts, len(headings)))
    )
    return "\n".join(('<ol role="list">', *entries, "</ol>"))


def _write_entry(heading: Heading) -> str:
    title = _without_links((*heading.content, *heading.note))
    text = write_label(heading.label) + write_content(title)
    return f"<a{attribute('href', heading.id and f'#{heading.id}')}>{text}</a>"


def _without_links(content: Content) -> Content:
    """A content that may stand inside a link: no marks of notes, links as words."""
    return tuple(
        Run(inline.text) if isinstance(inline, Reference | Link) else inline
        for inline in content
        if isinstance(inline, Run | Reference | Link)
    )


def _write_note(note: Note, words: Words) -> str:
    back = words.get("back", "")
    return (
        f"<li{attribute('id', note.id)}>{write_label(note.label)}"
        f'{write_content(note.content)} <a class="back"'
        f"{attribute('href', f'#{note_anchor(note.id)}')}{attribute('title', back)}"
        f'{attribute("aria-label", back or "↩")} role="doc-backlink"></a></li>'
    )
