"""A workspace with one session of as many numbered paragraphs as asked for.

The same number gives the same text. Comes in: a folder and a number. Goes out: the
files of the session, and the same words in Markdown for pandoc.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from textwrap import fill

SESSION = "group-on-rivers-2026"

ITEMS = {
    "monitoring": "Monitoring of the quality of shared rivers",
    "warning": "Early warning of floods across borders",
    "exchange": "Exchange of data between riparian States",
    "financing": "Financing of joint measuring stations",
    "training": "Training of hydrologists and of laboratory staff",
    "review": "Review of the implementation of earlier recommendations",
}

SUBJECTS = (
    "Many speakers",
    "Several speakers",
    "Some speakers",
    "One speaker",
    "A number of delegations",
    "The representative of the Secretariat",
    "Other participants",
)
VERBS = (
    "reported that",
    "noted with appreciation that",
    "drew attention to the fact that",
    "emphasized that",
    "recalled that",
    "expressed concern that",
    "took the view that",
    "informed the Group that",
    "pointed out that",
    "stated that",
    "observed that",
)
TOPICS = (
    "the national stations along the main tributaries",
    "the reference laboratories designated for that purpose",
    "the joint commissions established by treaty",
    "the services responsible for early warning",
    "the authorities of the upstream States",
    "the agreements concluded between neighbouring countries",
    "the yearly reports on low water",
    "the units that kept records of discharge",
    "the municipalities situated on both banks",
    "the observers trained under the programme",
    "the working methods adopted at the previous session",
    "the networks of automatic gauges",
    "the hydrological institutes of the region",
)
ACTIONS = (
    "had exchanged their measurements every month since the spring of 2024",
    "still depended on equipment that was more than twenty years old",
    "could not yet be compared, since different units and intervals were in use",
    "had reduced the time needed for a warning from nine hours to three",
    "required steady resources, in particular for maintenance and spare parts",
    "were of growing importance for the management of shared aquifers",
    "had been extended to the estuary and to two further lakes",
    "would benefit from a common format for data and a glossary",
    "deserved to be examined in greater depth at a future session",
    "had been interrupted after the floods and resumed only in part",
    "should be made known to the public in all languages of the basin",
    "were described in the national inventories submitted in advance",
    "had led to better planning, although costs had risen by 12 per cent",
    "were subject to the consent of the competent ministries",
    "had been evaluated twice by independent experts",
    "continued to face shortages of qualified staff in remote areas",
    "depended on the goodwill of a few committed officials",
)
ENDINGS = (
    "and asked that examples be collected before the next session",
    "and welcomed the assistance provided by partners of the region",
    "while the legal basis differed from one country to another",
    "as had been shown by the survey of 2025",
    "and that further guidance was expected from the Commission",
    "without prejudice to agreements already in force",
    "and that good practices had been published on the website",
    "in spite of the progress achieved since the first session",
    "and invited States to share their experience on a voluntary basis",
)
TABLES = (SUBJECTS, VERBS, TOPICS, ACTIONS, ENDINGS)
SENTENCES_OF_A_PARAGRAPH = 4

SESSION_FILE = """\
original: en
written_in: en
parent: commission
place: geneva
bodies:
  group: {from: 2026-03-02, to: 2026-03-06}
meetings:
  m1: {of: {group: 1}, on: 2026-03-02, part: morning, items: [monitoring]}
  m2: {of: {group: 2}, on: 2026-03-02, part: afternoon, items: [warning]}
  m3: {of: {group: 3}, on: 2026-03-03, part: morning, items: [exchange]}
  m4: {of: {group: 4}, on: 2026-03-04, part: morning, items: [financing]}
  m5: {of: {group: 5}, on: 2026-03-05, part: morning, items: [training]}
  m6: {of: {group: 6}, on: 2026-03-06, part: morning, items: [review]}
officers:
  - {role: chair, person: lindqvist}
adopted: {at: m6}
documents:
  final: {kind: report, symbol: E/CN.98/EG.1/2026/2, date: 2026-03-20}
"""
PARTICIPANTS_FILE = """\
states: [AUT, BGD, BRA, CHE, DEU, EGY, FIN, HUN, KEN, MEX, NPL, ROU, SEN, SWE, UZB]
"""
STATEMENTS_FILE = """\
statements:
  - {meeting: m1, item: monitoring, by: [FIN, BGD, BRA, KEN, AUT, CHE, DEU]}
  - {meeting: m2, item: warning, by: [EGY, HUN, NPL, ROU, SEN, MEX]}
  - {meeting: m3, item: exchange, by: [UZB, DEU, SWE, AUT, CHE]}
  - {meeting: m4, item: financing, by: [MEX, ROU, SEN, FIN, KEN]}
  - {meeting: m5, item: training, by: [NPL, BGD, BRA, UZB, HUN]}
  - {meeting: m6, item: review, by: [AUT, EGY, FIN, SWE, CHE]}
"""
NAMES_FILE = """\
persons:
  lindqvist: {state: SWE, gender: f, name: Karin Lindqvist}
organs:
  commission:
    en: {name: Commission on Rivers and Lakes, short: Commission, article: the}
bodies:
  group:
    en:
      name: Expert Group on Shared Rivers
      short: Expert Group
      plural: Expert Groups
      article: the
places:
  geneva:
    en: {name: Geneva, in: in Geneva}
"""


def sentences() -> Iterator[str]:
    """Sentences without end; each table is taken in turn, at a pace of its own."""
    place = 0
    while True:
        words = (table[place % len(table)] for table in TABLES)
        yield "{} {} {} {}, {}.".format(*words)
        place += 1


def paragraphs(number: int) -> Iterator[str]:
    """As many paragraphs as asked for, as long as those of a real report: 130 words."""
    stream = sentences()
    for _ in range(number):
        yield " ".join(islice(stream, SENTENCES_OF_A_PARAGRAPH))


def shares(number: int) -> dict[str, int]:
    """How many of the paragraphs each item gets."""
    least, more = divmod(number, len(ITEMS))
    return {item: least + (place < more) for place, item in enumerate(ITEMS)}


def write_workspace(folder: Path, number: int) -> None:
    """Write sessions/ with a session of a number of paragraphs into a folder."""
    for path, text in files_of(number):
        target = folder / "sessions" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def files_of(number: int) -> Iterator[tuple[str, str]]:
    """The files of the workspace, by their paths below sessions/."""
    yield "names.yaml", NAMES_FILE
    yield f"{SESSION}/session.yaml", SESSION_FILE
    yield f"{SESSION}/participants.yaml", PARTICIPANTS_FILE
    yield f"{SESSION}/statements.yaml", STATEMENTS_FILE
    yield f"{SESSION}/agenda.yaml", agenda()
    yield f"{SESSION}/en/titles.yaml", titles()
    stream = paragraphs(number)
    for item, share in shares(number).items():
        text = deliberations(item, islice(stream, share))
        yield f"{SESSION}/en/deliberations/{item}.yaml", text


def agenda() -> str:
    rows = (f"  - {{id: {id}, number: {n}}}\n" for n, id in enumerate(ITEMS, 1))
    return f"adopted_at: m1\nitems:\n{''.join(rows)}"


def titles() -> str:
    rows = (f"  {id}: >-\n    {title}\n" for id, title in ITEMS.items())
    return f"titles:\n{''.join(rows)}"


def deliberations(item: str, texts: Iterator[str]) -> str:
    """The summary of an item as a file of passages."""
    rows = (passage(f"{item}-{n}", text) for n, text in enumerate(texts, 1))
    return f"item: {item}\npassages:\n{''.join(rows)}"


def passage(id: str, text: str) -> str:
    indent = " " * 6
    folded = fill(text, 88, initial_indent=indent, subsequent_indent=indent)
    return f"  - id: {id}\n    text: >-\n{folded}\n"


def write_markdown(path: Path, number: int) -> None:
    """Write the same headings and paragraphs, numbers typed, for pandoc."""
    path.write_text("\n\n".join(markdown(number)) + "\n", encoding="utf-8")


def markdown(number: int) -> Iterator[str]:
    stream = enumerate(paragraphs(number), 1)
    for item, share in shares(number).items():
        yield f"# {ITEMS[item]}"
        for place, text in islice(stream, share):
            yield f"{place}\\. {text}"
