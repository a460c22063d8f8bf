"""What an import tells of a report that its session prints otherwise."""

from __future__ import annotations

from reportkit.edition.importing import Imported
from reportkit.edition.importing_rows import Differences, Pair, Printed
from reportkit.edition.importing_told import count_of, problems_of
from reportkit.problems import Place, Problem
from reportkit.published.lines import Left, Line, Published
from tests.recover.imported import imported, published
from tests.recover.test_import_by_hand import REPORT

ITEM = "Item 3 of the provisional agenda"
SESSION = REPORT.replace(
    "\n\nVienna, 2–6 May 2022", f"\n\nVienna, 2–6 May 2022\n\n{ITEM}"
)


def told(
    text: str, got: Imported | None = None, *, whole: bool = False, foot: str = ""
) -> list[Problem]:
    lines = published(text, "en")
    if foot:
        left = (*lines.left, Left(foot, Place("report.txt", 90), "a job number"))
        lines = lines._replace(left=left, size=lines.size + len("".join(foot.split())))
    made = got or imported(text, "en")
    return list(problems_of(made, "report.txt", lines, whole))


def messages(problems: list[Problem], rule: str) -> list[str]:
    return [each.message for each in problems if each.rule == rule]


def test_a_line_that_no_fact_is_is_told_and_kept() -> None:
    (problem,) = (each for each in told(SESSION) if each.rule == "not-printed")
    assert problem.message == 'not printed: "Item 3 of the provisional agenda"'
    assert problem.hint == "its words are in session.yaml"
    session = imported(SESSION, "en").files["session.yaml"]
    assert (
        "# look: the front of the report also says “Item 3 of the provisional agenda”"
        in (session.decode())
    )


def test_what_is_in_no_file_is_told_so() -> None:
    report = REPORT.replace("## IV. Organization of", "## IV. Arrangement of")
    got = imported(REPORT, "en")
    text = published(report, "en").lines
    heading = next(line for line in text if line.text.startswith("Arrangement"))
    lost = got.differences._replace(missing=(heading,))
    (problem,) = (
        each
        for each in told(report, got._replace(differences=lost))
        if each.rule == "not-printed"
    )
    assert problem.hint == "its words are in no file"


def test_a_run_of_labels_is_told_once() -> None:
    report = REPORT
    for number in range(9, 2, -1):
        report = report.replace(f"\n{number}. ", f"\n{number + 2}. ")
    assert messages(told(report), "other-labels")[0] == (
        "5. to 8. (report.txt:41:1) are printed as 3. to 6."
    )


def test_long_texts_are_cut_on_a_terminal_alone() -> None:
    long = "A choir sang in the lobby on the third day, and " + "sang again, " * 20
    line = Line("paragraph", long.strip(), Place("report.txt", 9), "7.")
    got = imported(REPORT, "en")
    got = got._replace(differences=got.differences._replace(missing=(line,)))
    assert messages(told(REPORT, got), "not-printed")[0].endswith('…"')
    (whole,) = messages(told(REPORT, got, whole=True), "not-printed")
    assert whole == f'not printed: "7. {long.strip()}"'


def test_what_was_lost_is_told_first() -> None:
    report = SESSION.replace("## IV. Organization of", "## IV. Arrangement of")
    for number in range(9, 2, -1):
        report = report.replace(f"\n{number}. ", f"\n{number + 2}. ")
    rules = list(dict.fromkeys(each.rule for each in told(report)))
    assert rules[0] == "not-printed"
    assert "other-labels" in rules[1:]


def test_the_count_is_of_every_line() -> None:
    for report in (REPORT, SESSION):
        lines, got = published(report, "en"), imported(report, "en")
        count = count_of(got, lines)
        assert count.printed + count.layout + count.lost == count.read == lines.size
        lost = {e.text for e in got.differences.missing if e.kind == "masthead"}
        assert lost == (
            {"Item 3 of the provisional agenda"} if report is SESSION else set()
        )


def test_a_line_that_is_forgotten_is_told() -> None:
    got = imported(REPORT, "en")
    found = got.differences._replace(same=got.differences.same[1:])
    (said,) = messages(told(REPORT, got._replace(differences=found)), "uncounted")
    assert "were not followed" in said


def test_a_foot_that_is_printed_otherwise_is_told() -> None:
    said = messages(told(REPORT, foot="V.22-00001 (E) 140622"), "printed-otherwise")
    assert said == ['the foot "V.22-00001 (E) 140622" is printed as nothing']
    found = imported(REPORT, "en").differences._replace(job="V.22-00001 (E)    140622")
    got = imported(REPORT, "en")._replace(differences=found)
    assert not messages(
        told(REPORT, got, foot="V.22-00001 (E)\t140622"), "printed-otherwise"
    )


def test_nothing_is_told_of_an_empty_report() -> None:
    got = imported(REPORT, "en")
    empty = got._replace(differences=got.differences._replace(same=()))
    count = count_of(empty, Published((), (), 0))
    assert count.read == 0


def test_what_is_no_fact_is_not_said_to_be_one() -> None:
    got = imported(REPORT, "en")
    choir = next(line for line in published(REPORT, "en").lines if "choir" in line.text)
    for id, said in (("a-choir-sang", False), ("attendance-states", True)):
        printed = Printed(id, f"{choir.text};", f"{choir.text};")
        found = Differences((), (), reworded=(Pair((choir,), printed),))
        told_so = told(REPORT, got._replace(differences=found))
        (problem,) = (each for each in told_so if each.rule == "printed-otherwise")
        assert (f"its id is `{id}`") in problem.hint
        assert ("the facts say it so" in problem.hint) == said
        assert problem.message.endswith('day.;"')


def test_the_end_is_quoted_where_long_texts_part_there() -> None:
    words = "Speakers agreed that gauges rust, and that others had better be bought; "
    line = Line("paragraph", words * 2, Place("report.txt", 3))
    pair = Pair((line,), Printed("p", words * 2 + "1", words * 2 + "1"))
    got = imported(REPORT, "en")
    found = Differences((), (), reworded=(pair,))
    (problem,) = messages(
        told(REPORT, got._replace(differences=found)), "printed-otherwise"
    )
    assert problem.startswith('"…')
    assert problem.endswith('bought; 1"')
