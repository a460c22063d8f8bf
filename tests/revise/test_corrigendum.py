"""Corrigenda: what is said of each change since a document was issued."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportkit.document.nodes import Block, Document, Listing, Run, Table
from reportkit.edition.making import parts_of_format
from reportkit.edition.workspace import Workspace
from reportkit.revise.corrigendum import corrigendum
from reportkit.revise.freezing import write_snapshot
from reportkit.revise.readings import closing_words, is_too_much, readings
from reportkit.revise.snapshot import Frozen
from reportkit.write.docx import write_docx
from tests.sessions_in_text import body, document_of, inline, session_in, wording_of
from tests.word_checks import findings
from tests.workspaces import ROOT, copy_samples, run

# Headings inside a summary, a table, a quotation, notes, annexes, points of points.
REPORT = (ROOT / "tests" / "assemble" / "one_body.txt").read_text(encoding="utf-8")
FINAL = "released: {en: [2021-10-11]}}\n"
CORR = (
    "  corr1: {kind: corrigendum, of: final, symbol: E/AC.9/2021/4/Corr.1, "
    "date: 2021-11-02, job: {en: V.21-00002}}\n"
)
ISSUED = REPORT.replace(FINAL, FINAL + CORR)
Change = tuple[str, str]


def changed(*changes: Change) -> str:
    """The sources of the report with some words of theirs in place of others."""
    text = ISSUED
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def corrected(*changes: Change, code: str = "en") -> Document | None:
    """The corrigendum of the report in a language after some changes."""
    session = session_in(changed(*changes))
    issued = document_of(session_in(ISSUED), code)
    now = document_of(session, code)
    return corrigendum("corr1", issued, now, wording_of(session, code))


def told(*changes: Change, code: str = "en") -> list[str]:
    """The body of that corrigendum by lines; a heading has a sign a level."""
    made = corrected(*changes, code=code)
    return body(made).splitlines() if made else []


BOTH = '{id: a1, text: "Both."}'
NEW = '{id: a9, text: "New, see {ref: a3}."'
POINTS = ", points: [{id: p, text: P}, {id: q, text: Q}]}"
MAPS = "  - {id: h2, heading: Maps}\n"
LAST = '  - {id: rec-c, text: "Second."}\n'


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        (
            (BOTH, BOTH.replace("Both", "All")),
            ["### Paragraph 5", "*For* Both *read* All"],
        ),
        (
            ("Speakers agreed", "Some speakers agreed"),
            ["### Paragraph 9", "*For* Speakers *read* Some speakers"],
        ),
        (
            ("“Quoted *text*”", "“Quoted *texts*”"),
            ["### Paragraph 6", "*For* *text* *read* *texts*"],
        ),
        (
            ("{id: x3, text: second}", "{id: x3, text: third}"),
            ["## Annex I", "### Paragraph 1 (b)", "*For* second *read* third"],
        ),
        (
            ("heading: Maps", "heading: Charts"),
            ["### Maps", "*For* Maps *read* Charts"],
        ),
        (("y: Total", "y: Sum"), ["### Requests", "*For* Total *read* Sum"]),
        (("Note two", "Note 2"), ["### Footnote 1", "*For* two *read* 2"]),
        (
            (BOTH, BOTH.replace("Both.", "Both{note: n4}.")),
            [
                "### Paragraph 5",
                "*For* Both. *read* Both^3^.",
                "### Footnote 3",
                "*Insert* Never called.",
            ],
        ),
        (
            ("Group{note: n2} met", "Group met"),
            [
                "### Paragraph 1",
                "*For* Group^1^ met *read* Group met",
                "### Footnote 1",
                "*Delete* Note two.",
            ],
        ),
        (
            ("lakes: Lakes,", "lakes: Ponds,"),
            [
                "### B. Lakes",
                "*For* Lakes *read* Ponds",
                "### Paragraph 9",
                "*For* Lakes *read* Ponds",
                "### Paragraph 16",
                "*For* Lakes *read* Ponds",
            ],
        ),
        (
            ("date: 2021-10-11,", "date: 2021-10-12,"),
            ["### Masthead", "*For* 11 October 2021 *read* 12 October 2021"],
        ),
    ],
)
def test_words_are_told_under_the_number_of_their_passage(
    change: Change, lines: list[str]
) -> None:
    assert told(change) == lines


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        (('  - {id: a4, text: "After."}\n', ""), ["### *Delete* paragraph 8"]),
        ((LAST, ""), ["### *Delete* paragraph 3 (c)"]),
        (
            ('{id: d1, text: "dash one;"}, ', ""),
            ["### Paragraph 7", "*Delete* dash one;"],
        ),
        (
            (
                '{id: d2, text: "dash two", points: [{id: d21, text: below}]}',
                '{id: d2, text: "dash two"}, {id: d3, text: dash three}',
            ),
            [
                "### Paragraph 7",
                "*Delete* below",
                "*After* dash two *insert*",
                "> dash three",
            ],
        ),
        (
            (
                BOTH,
                f"{BOTH}\n  - {NEW}{POINTS}",
            ),
            [
                "### After paragraph 5 *insert*",
                "> New, see paragraph 7 below.",
                "  (a) P;",
                "  (b) Q.",
            ],
        ),
        (
            (
                LAST,
                LAST + '  - {id: rec-d, text: "New:", points: [{id: p, text: P}]}\n',
            ),
            ["### After paragraph 3 (c) *insert*", "> New:", "  (i) P."],
        ),
        (
            ("  - {id: rec-a,", "  - {id: rec-d, text: New}\n  - {id: rec-a,"),
            [
                "### Paragraph 3",
                "*After* subject to the approval of the Council: *insert*",
                "> New;",
            ],
        ),
        (
            ("  - {id: intro,", "  - {id: intro0, text: New.}\n  - {id: intro,"),
            ["### *After* I. Introduction *insert*", "> New."],
        ),
        (
            (MAPS, "  - {id: h9, heading: Routes}\n  - {id: a9, text: New.}\n" + MAPS),
            ["### After paragraph 7 *insert*", "> Routes", "> New."],
        ),
        (
            (", {id: r2, cells: {y: Total}}", ""),
            [
                "### Requests",
                "*For the existing text substitute*",
                "| Requests",
                "| Year | Number",
                "| 2015 | 1,200",
            ],
        ),
    ],
)
def test_passages_that_come_and_go(change: Change, lines: list[str]) -> None:
    assert told(change) == lines


def test_a_passage_goes_with_its_points() -> None:
    (points,) = re.findall(r"  - \{id: a3,.*\n", ISSUED)
    assert told((points, ""), ("{ref: a3}, {ref: d1}, ", ""))[-1:] == [
        "### *Delete* paragraph 7"
    ]


def test_what_moved_is_deleted_and_inserted() -> None:
    (line,) = re.findall(r'  - \{id: rec-b, text: "Which\?"\}\n', ISSUED)
    assert told((line, ""), (LAST, LAST + line)) == [
        "### *Delete* paragraph 3 (b)",
        "### After paragraph 3 (c) *insert*",
        "> Which?",
    ]


def test_a_passage_that_changed_altogether_is_given_anew() -> None:
    lines = told(
        ("The Group{note: n2} met {dates: group}, ", "Once{note: n2}, "),
        ("{states: USA DZA; form: full}; {states: EGY USA; form: running}; ", ""),
        ("{organizations: union office; form: the}", "{organizations: office}"),
    )
    assert lines[:2] == ["### Paragraph 1", "*For the existing text substitute*"]
    assert lines[2].startswith(
        "> Once^1^, 6 September – 1 October 2021; Rivers: *flow*;"
    )


def test_numbers_alone_are_no_correction() -> None:
    """A paragraph before them changes the numbers of all that follow it."""
    lines = told((BOTH, f"{BOTH}\n  - {NEW}}}"))
    assert lines == ["### After paragraph 5 *insert*", "> New, see paragraph 7 below."]


def test_what_says_the_same_has_no_corrigendum() -> None:
    assert corrected() is None
    note = "{id: n4, text: Never called.}"
    assert corrected(('{id: n4, text: "Never called."}', note)) is None


def test_one_language_is_corrected_alone() -> None:
    change = ("lakes: Lacs", "lakes: Étangs")
    assert corrected(change) is None
    assert told(change, code="fr") == [
        "### B. Lacs",
        "*Au lieu de* Lacs *lire* Étangs",
        "### Paragraphe 9",
        "*Au lieu de* Lacs *lire* Étangs",
        "### Paragraphe 16",
        "*Au lieu de* Lacs *lire* Étangs",
    ]


ALL = (
    (BOTH, f"{BOTH}\n  - {NEW}}}"),
    ("Speakers agreed", "Some speakers agreed"),
    ("Note two", "Note 2"),
    ("{id: x3, text: second}", "{id: x3, text: third}"),
    (", {id: r2, cells: {y: Total}}", ""),
    (LAST, ""),
)


def test_the_front_is_that_of_what_is_corrected() -> None:
    made = corrected(*ALL)
    issued = document_of(session_in(ISSUED))
    assert made is not None and made.job is not None
    assert inline(made.subtitle) == "Corrigendum"
    assert (made.title, made.corner) == (issued.title, issued.corner)
    assert made.masthead == issued.masthead._replace(
        symbols=("E/AC.9/2021/4/Corr.1",), date="2 November 2021"
    )
    assert (made.id, made.date, made.job.number) == (
        "corr1",
        "2021-11-02",
        "V.21-00002",
    )


def test_it_is_distributed_as_what_it_corrects() -> None:
    text = ISSUED.replace("kind: report,", "kind: report, distribution: restricted,")
    issued = document_of(session_in(text))
    session = session_in(text.replace("Note two", "Note 2"))
    made = corrigendum("corr1", issued, document_of(session), wording_of(session, "en"))
    assert made is not None
    assert made.masthead.distribution == "Distr.: Restricted"


def ids_in(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Listing):
            yield from (each.id for each in block.items)
        else:
            yield block.id
        if isinstance(block, Table):
            yield from (cell.id for row in block.rows for cell in row)


def test_no_id_is_that_of_a_passage() -> None:
    long = "a" * 40
    made = corrected(
        *ALL, ('  - {id: a4, text: "After."}', f"  - {{id: {long}, text: B.}}")
    )
    assert made is not None
    ids = list(ids_in(made.blocks))
    assert len(ids) == len(set(ids)) > 10
    assert all(id.startswith("corr-") and len(id) <= 40 for id in ids)


def test_a_corrigendum_can_be_issued() -> None:
    made = corrected(*ALL)
    assert made is not None
    assert "corr-b1" in write_snapshot(Frozen(made, "reportkit", "t", "o"))


@pytest.mark.parametrize("code", ["en", "fr"])
def test_nothing_is_wrong_with_its_word_file(tmp_path: Path, code: str) -> None:
    made = corrected(*ALL, code=code)
    assert made is not None
    parts, _ = parts_of_format(Workspace(ROOT, ROOT).templates(), "docx")
    path = tmp_path / "corr1.docx"
    path.write_bytes(write_docx(made, parts))
    assert findings(path) == []


def quotations(old: str, new: str) -> list[Change]:
    found = readings((Run(old),), (Run(new),))
    return [(inline(each.old), inline(each.new)) for each in found]


@pytest.mark.parametrize(
    ("old", "new", "quoted"),
    [
        ("met on 10 May.", "met on 11 May.", [("10", "11")]),
        ("10 May and 10 June", "10 May and 11 June", [("and 10 June", "and 11 June")]),
        (
            "the Group and the Group of States",
            "the Group and the first Group of States",
            [("and the Group of", "and the first Group of")],
        ),
        ("It met. It rose.", "It met; It rose.", [("met. It", "met; It")]),
        (
            "one of them, and some of the others, were here",
            "two of them, and some of the others, were there",
            [("one", "two"), ("here", "there")],
        ),
        ("l’Etat partie", "l’État partie", [("l’Etat", "l’État")]),
        ("some 1,200 rivers", "some 1,300 rivers", [("1,200", "1,300")]),
        ("1\u00a0200 fleuves", "1\u00a0300 fleuves", [("1\u00a0200", "1\u00a0300")]),
        ("in A/C.1/1 only", "in A/C.1/2 only", [("A/C.1/1", "A/C.1/2")]),
        ("a  b", "a b", []),
        ("red and blue", "pink and green", [("red and blue", "pink and green")]),
        ("10月9日和10月10日", "10月9日和10月11日", [("月10日", "月11日")]),
        ("ولاحظ معظم المتكلمين", "ولاحظ كثير من المتكلمين", [("معظم", "كثير من")]),
    ],
)
def test_the_shortest_quotation_that_is_found_once(
    old: str, new: str, quoted: list[Change]
) -> None:
    assert quotations(old, new) == quoted


@pytest.mark.parametrize(("count", "much"), [(20, False), (21, True)])
def test_a_third_of_a_passage_is_enough(count: int, much: bool) -> None:
    old = [f"word{n}" for n in range(60)]
    new = [f"{word}x" for word in old[:count]] + old[count:]
    texts = (Run(" ".join(old)),), (Run(" ".join(new)),)
    assert is_too_much(*texts, readings(*texts)) == much


def test_a_passage_is_known_by_its_last_clause() -> None:
    text = "It was decided as follows, after long talks, and without a vote taken:"
    assert inline(closing_words((Run(text),))) == "and without a vote taken:"
    assert inline(closing_words((Run("Points:"),))) == "Points:"
    assert (
        inline(closing_words((Run("工作组通过了建议，但须经会议核准："),)))
        == "但须经会议核准："
    )


NAME = "water-2021"
LATER = (
    "  corr1: {kind: corrigendum, of: final, symbol: E/CN.99/EG.1/2021/3/Corr.1, "
    "date: 2021-10-05, languages: [en, fr]}\n"
)
FORM = "annexes/inventory-form.yaml"


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose draft and report are issued, with a corrigendum listed."""
    folder = copy_samples(tmp_path_factory.mktemp("issued") / "w", NAME)
    facts = folder / "sessions" / NAME / "session.yaml"
    facts.write_text(facts.read_text(encoding="utf-8") + LATER, encoding="utf-8")
    for document in ("draft", "final"):
        assert run(folder, "issue", NAME, document, "-l", "en,fr").returncode == 0
    return folder


@pytest.fixture
def folder(issued: Path, tmp_path: Path) -> Path:
    """A copy of it in which a word of the French annex has changed since."""
    shutil.copytree(issued, tmp_path / "w")
    reword(tmp_path / "w", "quatre décimales", "cinq décimales")
    return tmp_path / "w"


def reword(folder: Path, old: str, new: str) -> None:
    path = folder / "sessions" / NAME / "fr" / FORM
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def said(folder: Path, code: str) -> str:
    path = folder / "build" / NAME / code / "corr1.txt"
    return path.read_text(encoding="utf-8")


def test_a_corrigendum_is_built_in_the_language_that_changed(folder: Path) -> None:
    done = run(folder, "build", NAME, "-d", "corr1", "-l", "fr", "-f", "txt,html,json")
    assert done.returncode == 0, done.stderr
    text = said(folder, "fr")
    assert "E/CN.99/EG.1/2021/3/Corr.1" in text
    lines = [line for line in text.split("Rectificatif")[1].splitlines() if line]
    assert lines == [
        "Annexe",
        "------",
        "Paragraphe 2 b)",
        "Au lieu de quatre lire cinq",
    ]


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ("final", "`corr1` corrects nothing: `final` is as it was issued in en"),
        ("draft", "`corr1` corrects nothing: `draft` is as it was issued in en"),
        ("rev1", "`rev1` is not issued in en"),
    ],
)
def test_asked_for_by_name_it_must_have_a_use(
    folder: Path, document: str, message: str
) -> None:
    facts = folder / "sessions" / NAME / "session.yaml"
    text = facts.read_text(encoding="utf-8").replace("of: final", f"of: {document}")
    rev1 = "  rev1: {kind: revision, of: final, symbol: E/CN.99/EG.1/2021/3/Rev.1}\n"
    facts.write_text(text + rev1, encoding="utf-8")
    done = run(folder, "build", NAME, "-d", "corr1", "-l", "en", "-f", "txt")
    assert done.returncode == 1
    assert f"error: {message}" in done.stderr
    assert not (folder / "build").exists()


def test_once_issued_it_stays(folder: Path) -> None:
    done = run(folder, "issue", NAME, "corr1", "-l", "fr")
    assert done.returncode == 0, done.stderr
    reword(folder, "cinq décimales", "sept décimales")
    run(folder, "build", NAME, "-d", "corr1", "-l", "fr", "-f", "txt")
    assert "cinq" in said(folder, "fr")
    rows = json.loads(run(folder, "status", NAME, "--json").stdout)
    own = [row for row in rows if (row["document"], row["language"]) == ("corr1", "fr")]
    assert [(row["issued"], len(row["changed"])) for row in own] == [(True, 1)]
    assert run(folder, "issue", NAME, "corr1", "-l", "fr").returncode == 1


def test_status_tells_of_a_corrigendum_without_a_use(folder: Path) -> None:
    done = run(folder, "status", NAME)
    assert done.returncode == 0, done.stderr
    assert re.search(r"^corr1 +en +– +0 ", done.stdout, re.M)
