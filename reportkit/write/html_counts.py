"""A page that shows a table of counts, such as how far translations have come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

STYLE = (
    ":root{color-scheme:light dark}"
    "body{font:1rem/1.4 system-ui,sans-serif;margin:2rem auto;max-width:70rem;"
    "padding:0 1rem}"
    ".wide{overflow-x:auto}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{padding:.25rem .6rem;border-bottom:1px solid #8886;text-align:start}"
    "td.figure,th.figure{text-align:end;font-variant-numeric:tabular-nums}"
    "tr.total{font-weight:bold;border-top:2px solid}"
)


def write_counts(
    title: str, heads: Sequence[str], rows: Iterable[tuple[Sequence[str | int], bool]]
) -> bytes:
    """Return the page in UTF-8; a row is its cells, and whether it is a total.

    A cell that is a number stands at the end of its column, zero as a dash.
    """
    lines = "\n".join(_row(cells, total) for cells, total in rows)
    names = "".join(f"<th scope=col>{escape(head)}</th>" for head in heads)
    return (
        "<!doctype html>\n<html lang=en>\n<head>\n<meta charset=utf-8>\n"
        '<meta name=viewport content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; "
        "style-src 'unsafe-inline'\">\n"
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{escape(title)}</h1>\n<div class=wide>\n<table>\n"
        f"<thead><tr>{names}</tr></thead>\n<tbody>\n{lines}\n</tbody>\n</table>\n"
        "</div>\n</body>\n</html>\n"
    ).encode()


def _row(cells: Sequence[str | int], total: bool) -> str:
    made = "".join(map(_cell, cells))
    return f"<tr{' class=total' if total else ''}>{made}</tr>"


def _cell(cell: str | int) -> str:
    if isinstance(cell, int):
        return f"<td class=figure>{cell or '–'}</td>"
    return f"<td>{escape(cell)}</td>"
