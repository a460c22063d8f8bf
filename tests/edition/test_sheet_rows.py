"""The sheet of proposals: what is on it, in which order, in which words."""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from reportkit.edition.sheet import Printed, Wanted, print_sheet
from reportkit.problems import format_problem
from tests.edition.floor_in_text import HERE, given
from tests.word_checks import findings

BEGINNING = "amendments:\n"
CELL = re.compile(r"<td>(.*?)</td>", re.S)
ROW = re.compile(r"<tr>(.*?)</tr>", re.S)
LOOKS = (("del", "-"), ("ins", "+"))
FRENCH = "rec-warn: Les États devraient avertir leurs voisins\n"
LONG = """\
in: draft
passages:
  - id: long
    text: >-
      The first sentence says little. The second one says no more than the first did.
      The third one is about the boats of the river and says that they are old. The
      fourth one goes on about boats that are older still than the others. The fifth
      one comes back to what the first one said, and repeats it. The sixth one adds
      that the seventh will end the paragraph after a while. The seventh one does so,
      with some words that are there to make it long, and some more of the kind, until
      there are ninety of them and a few above that.
"""


def printed(
    amendments: str, language: str = "", *statuses: str, **files: str
) -> Printed:
    """The sheet of the session in text, with some amendments."""
    named = {path.replace("__", "/") + ".yaml": text for path, text in files.items()}
    wanted = Wanted(language, statuses or ("pending",))
    return print_sheet(given(BEGINNING + amendments, named), HERE, wanted)


def rows(made: Printed) -> list[tuple[str, ...]]:
    """The rows of the page: `-gone-`, `+new+`, lines parted by a bar."""
    assert not made.problems, [format_problem(each) for each in made.problems]
    page = next(data for name, data in made.outputs.items() if name.endswith("html"))
    body = page.decode().split("<tbody>")[1].split("</tbody>")[0]
    return [tuple(map(_shown, CELL.findall(row))) for row in ROW.findall(body)]


def _shown(cell: str) -> str:
    for tag, sign in LOOKS:
        cell = re.sub(rf"</?{tag}>", sign, cell)
    cell = re.sub(r'<mark class="missing" lang="([\w-]+)"[^>]*>(.*?)</mark>',
                  r"[\1: \2]", cell)  # fmt: skip
    cell = re.sub(r'<span lang="([\w-]+)"[^>]*>(.*?)</span>', r"(\1: \2)", cell)
    text = unescape(re.sub(r"<[^>]+>", "", cell))
    return text.replace("\n", " | ").replace("\u00a0", " ")


def the_row(amendment: str, language: str = "", **files: str) -> tuple[str, ...]:
    (row,) = rows(printed(f"  - {{id: a1, {amendment}}}\n", language, **files))
    return row


def text(amendment: str, language: str = "", **files: str) -> str:
    """The second cell of the one row: the text and what is proposed."""
    return the_row(amendment, language, **files)[1]


WARN = "action: replace, passage: rec-warn, old: in good time, new: early"


def test_a_row_says_where_what_who_and_leaves_a_box_for_the_verdict() -> None:
    row = the_row(f"{WARN}, by: [FRA, group], meeting: m2, note: secret")
    assert row == (
        "…/L.1/Add.1 | 1 (a)",
        "States should warn their neighbours -in good time- +early+",
        "France and Group on Rivers | meeting 2, 10 October 2017",
        "a1",
        "",
    )
    assert the_row(WARN)[2] == "the floor"


@pytest.mark.parametrize(
    ("amendment", "where", "shown"),
    [
        (
            "action: insert, as: rec-boats, after: rec-warn, new: Boats go first",
            "…/L.1/Add.1 | after paragraph 1 (a)",
            "+Boats go first+",
        ),
        (
            "action: insert, as: rec-boats, before: maps, new: boats",
            "…/L.1 | before paragraph 2 (a)",
            "+boats+",
        ),
        ("action: delete, passage: maps", "…/L.1 | 2 (a)", "-maps:- | -old ones-"),
        (
            "action: move, passage: tables, before: maps",
            "…/L.1 | 2 (b)",
            "to be moved before paragraph 2 (a) | tables of flow",
        ),
        (
            "action: merge, passage: maps, with: tables",
            "…/L.1 | 2 (a)",
            "to be merged with paragraph 2 (b) | maps:+ tables of flow+",
        ),
        (
            "action: split, passage: intro-mandate, old: and should report, as: more",
            "…/L.1 | 1",
            "to be divided at the sign ¶ | The Group should meet when the rain and/or "
            "the river rises, +¶ +and should report.",
        ),
        (
            "action: replace, throughout: document, old: should, new: may",
            "Whole text",
            "wherever these words stand: …/L.1: 1; …/L.1/Add.1: 1 (a) and 1 (b) | "
            "-should- +may+",
        ),
        (
            "action: replace, throughout: recommendations, old: should, new: may",
            "…/L.1/Add.1 | Recommendations",
            "wherever these words stand: 1 (a) and 1 (b) | -should- +may+",
        ),
        (
            "action: correct, fact: session.yaml bodies.group.to, new: 2017-10-12",
            "Fact",
            "session.yaml bodies.group.to | -2017-10-13- +2017-10-12+",
        ),
    ],
)
def test_every_action(amendment: str, where: str, shown: str) -> None:
    assert the_row(amendment)[:2] == (where, shown)


def test_marks_of_a_source_are_in_words() -> None:
    thanks = text(
        "action: replace, passage: rec-thanks, old: the maps, new: the *new* map"
    )
    assert thanks == (
        "Algeria and Argentina should be thanked pro forma for the -maps- +new map+"
    )


def test_a_derived_passage_shows_what_is_printed() -> None:
    shown = text(
        "action: replace, passage: lead-group, new: The Group adopted what follows."
    )
    assert shown.startswith("The Group ")
    assert shown.endswith("-+adopted what follows.+")


def test_rows_stand_as_the_draft_does_and_rivals_together() -> None:
    made = printed(
        "  - {id: a1, action: delete, passage: rec-thanks}\n"
        f"  - {{id: a2, {WARN}}}\n"
        "  - {id: a3, action: replace, throughout: document, old: may, new: might}\n"
        "  - {id: a4, action: insert, as: x, after: maps, new: nets}\n"
        "  - {id: a5, action: replace, passage: rec-warn, new: Warn}\n"
        "  - {id: a6, action: replace, passage: old-maps, old: old, new: newer}\n"
        "  - {id: a7, action: insert, as: y, before: maps, new: rods}\n"
        "  - {id: a8, action: correct, fact: session.yaml bodies.group.to, "
        "new: 2017-10-12}\n"
        "  - {id: a9, action: replace, passage: x, old: nets, new: lines}\n"
    )
    warnings = [format_problem(each) for each in made.problems]
    assert [each.partition(": ")[2] for each in warnings] == [
        'warning: "may" does not stand in document'
    ]
    table = rows(made._replace(problems=()))
    ids = [row[3] for row in table]
    assert ids == ["a8", "a3", "a7", "a6", "a4", "a9", "a5", "a2", "a1"]
    by_id = {row[3]: row for row in table}
    assert by_id["a2"][1].endswith(" | other proposals on the same words: a5")
    assert by_id["a5"][1].endswith(" | other proposals on the same words: a2")
    assert "other proposals" not in by_id["a1"][1]
    assert by_id["a9"][:2] == ("…/L.1 | 2 (a)", "-nets- +lines+")
    assert (made.proposals, made.passages) == (9, 4)


def test_a_rival_that_is_adopted_says_so_and_one_put_aside_is_none() -> None:
    others = "".join(
        f"  - {{id: {id}, {WARN}, status: {status}}}\n"
        for id, status in (("a2", "adopted"), ("a3", "rejected"), ("a4", "withdrawn"))
    )
    (row,) = rows(printed(f"  - {{id: a1, {WARN}}}\n{others}"))
    assert row[1].endswith(" | other proposals on the same words: a2 (adopted)")
    table = rows(printed(others, "", "adopted", "rejected"))
    assert [(row[3], row[4]) for row in table] == [
        ("a2", "adopted"),
        ("a3", "rejected"),
    ]


def test_of_a_long_passage_the_sentences_around_the_change() -> None:
    shown = text(
        "action: replace, passage: long, old: older still, new: newer",
        en__recommendations=LONG,
    )
    assert shown == (
        "… The fourth one goes on about boats that are -older still- +newer+ than "
        "the others. …"
    )


def test_a_translation_and_the_words_that_only_the_original_has() -> None:
    shown = text(WARN, "fr", fr__recommendations=FRENCH)
    assert shown == (
        "Les États devraient avertir leurs voisins | "
        "[en-GB: States should warn their neighbours ]-[en-GB: in good time]- "
        "+[en-GB: early]+"
    )
    assert text("action: replace, passage: intro-mandate, new: Meet", "fr") == (
        "-Le Groupe devrait se réunir quand le fleuve monte.- | +[en-GB: Meet]+"
    )
    assert (
        text("action: insert, as: x, after: rec-warn, new: Boats", "fr")
        == "+[en-GB: Boats]+"
    )


def test_the_translators_text_of_an_amendment_is_compared() -> None:
    shown = text(
        WARN,
        "fr",
        fr__recommendations=FRENCH,
        fr__amendments="a1: {text: Les États devraient avertir vite leurs voisins}\n",
    )
    assert shown == "Les États devraient avertir +vite +leurs voisins"


def test_words_typed_in_another_language_keep_it() -> None:
    french = f"{WARN.replace('early', 'tôt')}, worded_in: fr"
    assert text(french) == (
        "States should warn their neighbours -in good time- +(fr-FR: tôt)+"
    )
    assert text("action: insert, as: x, after: rec-warn, new: Vite, worded_in: fr",
                "fr") == "+Vite+"  # fmt: skip


def test_a_change_of_one_language_names_it() -> None:
    row = the_row(
        "action: replace, language: fr, passage: intro-mandate, old: monte, new: baisse"
    )
    assert row[0] == "…/L.1 | 1 | French"
    assert row[1] == (
        "(fr-FR: Le Groupe devrait se réunir quand le fleuve )-(fr-FR: monte)- "
        "+(fr-FR: baisse)+(fr-FR: .)"
    )


def test_words_that_do_not_stand_there_are_shown_and_told() -> None:
    made = printed(f"  - {{id: a1, {WARN.replace('good', 'bad')}}}\n")
    (problem,) = made.problems
    assert problem.severity == "warning"
    assert "does not stand in `rec-warn`" in problem.message
    assert rows(made._replace(problems=()))[0][1] == "-in bad time- +early+"


def test_what_nobody_is_to_read_is_in_neither_file(tmp_path: Path) -> None:
    private = "  - id: a1\n    action: replace\n    passage: rec-warn\n    new: Warn\n"
    private += (
        "    author: Ms. Typist\n    on: 2017-10-11\n    note: a whispered word\n"
    )
    made = printed(private)
    path = tmp_path / "sheet.docx"
    path.write_bytes(made.outputs["s/en/amendments.docx"])
    assert findings(path) == []
    for words in ("Typist", "whispered", "2017-10-11"):
        for data in made.outputs.values():
            assert words not in text_in(data)


def text_in(data: bytes) -> str:
    """What a file says: every part of a package, a page as it is."""
    if data[:2] != b"PK":
        return data.decode()
    with ZipFile(BytesIO(data)) as package:
        return "".join(
            package.read(name).decode("utf-8", "replace") for name in package.namelist()
        )


def test_a_fact_that_is_a_note_is_not_shown() -> None:
    fact = "statements.yaml statements.1.note"
    made = printed(
        f"  - {{id: a1, action: correct, fact: {fact}, new: a new whisper}}\n",
        statements="statements:\n  - {meeting: m1, item: floods, by: [FRA], "
        "note: an old whisper}\n",
    )
    assert made.outputs
    for data in made.outputs.values():
        assert "whisper" not in text_in(data)


def test_the_same_sheet_is_the_same_bytes() -> None:
    one, other = (printed(f"  - {{id: a1, {WARN}}}\n") for _ in range(2))
    assert one == other


def test_nothing_where_no_amendment_has_the_status() -> None:
    made = printed(f"  - {{id: a1, {WARN}, status: adopted}}\n")
    assert made == Printed({}, 0, 0, ())


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("xx", 'there is no language "xx"'),
        ("ru", "`s` has no words in ru"),
    ],
)
def test_a_language_that_is_not_there(language: str, said: str) -> None:
    (problem,) = printed(f"  - {{id: a1, {WARN}}}\n", language).problems
    assert problem.message == said
    assert problem.severity == "error"


def test_a_draft_with_an_error_has_no_sheet() -> None:
    made = printed(f"  - {{id: a1, {WARN}}}\n", agenda="items: [{id: x}]\n")
    assert made.problems and not made.outputs
