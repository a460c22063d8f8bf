"""A small report with one of everything, for the tests of the writers."""

from __future__ import annotations

from reportkit.document.nodes import (
    Cell,
    Content,
    Corner,
    Document,
    Heading,
    Item,
    JobLine,
    Link,
    Listing,
    Masthead,
    Note,
    NoteReference,
    Paragraph,
    Property,
    Reference,
    Run,
    Setting,
    Table,
)

CONVENTION = (
    "United Nations Convention against Transnational Organized Crime and the"
    " Protocols thereto"
)


def plain(text: str) -> Content:
    """A content of one run."""
    return (Run(text),)


def cells(*texts: str) -> tuple[Cell, ...]:
    """A table's row; a text of digits is a figure."""
    return tuple(Cell("", plain(text), figure=text.isdecimal()) for text in texts)


RECOMMENDATIONS = Listing(
    "points",
    (
        Item(
            "consult-early",
            "(a)",
            plain(
                "States parties are encouraged to consult one another before and"
                " while they draft a request, with a view to:"
            ),
            (
                Item("", "(i)", plain("Finding out what is needed;")),
                Item(
                    "weigh-cost",
                    "(ii)",
                    plain("Weighing the cost of the request against its use;"),
                ),
            ),
        ),
        Item(
            "use-networks",
            "(b)",
            (
                Run("States parties should make use of regional networks, as in "),
                Reference("consult-early", "paragraph 2 (a)"),
                Run(" above."),
            ),
        ),
    ),
)

AGENDA = Listing(
    "agenda",
    (
        Item(
            "",
            "1.",
            plain("Organizational matters:"),
            (
                Item("", "(a)", plain("Opening of the meeting;")),
                Item("", "(b)", plain("Adoption of the agenda.")),
            ),
        ),
        Item("", "2.", plain("Transfer of criminal proceedings.")),
        Item("", "3.", plain("Adoption of the report.")),
    ),
)

DASHES = Listing(
    "dashes",
    (
        Item("", "–", plain("Presentation by the Secretariat on the questionnaire;")),
        Item("", "–", (Run("Note on "), Run("ne bis in idem", italic=True), Run("."))),
    ),
)

ATTENDANCE = Table(
    "attendance-figures",
    plain("Attendance by category"),
    (
        Cell("", plain("Category")),
        Cell("", plain("In attendance")),
        Cell("", plain("Number"), figure=True),
    ),
    (
        cells("States parties", "Algeria, Argentina, Austria and Belgium", "4"),
        cells(
            "Signatory States, which took part as observers under rule 15",
            "Iran (Islamic Republic of)",
            "1",
        ),
        cells("Regional economic integration organizations", "European Union", "1"),
    ),
)

BLOCKS = (
    Heading("introduction", 1, "I.", plain("Introduction")),
    Paragraph(
        "mandate",
        "1.",
        (
            Run("In its resolution 7/1, entitled “Strengthening the implementation"),
            Run(f" of the {CONVENTION}”, the Conference"),
            NoteReference("resolution-note", "1"),
            Run(" decided that its working groups would go on with their analysis ("),
            Link("https://undocs.org/CTOC/COP/2014/13", "CTOC/COP/2014/13"),
            Run(")."),
        ),
    ),
    Heading(
        "recommendations",
        1,
        "II.",
        (Run("Recommendations ("), Run("continued", italic=True), Run(")")),
    ),
    Heading("", 2, "A.", plain("Working Group on International Cooperation")),
    Paragraph(
        "recommended",
        "2.",
        (
            Run("At its 3"),
            Run("rd", superscript=True),
            Run(" meeting, the Working Group adopted the following:"),
        ),
    ),
    RECOMMENDATIONS,
    Paragraph(
        "urgent-requests",
        "3.",
        plain(
            "Several speakers reported that requests to preserve electronic evidence,"
            " in particular urgent ones, were growing fast."
        ),
    ),
    Paragraph(
        "missing",
        "4.",
        (
            Run("Plusieurs intervenants ont ", language="fr", missing=True),
            Run("salué", language="fr", italic=True, missing=True),
            Run(" les progrès accomplis.", language="fr", missing=True),
        ),
    ),
    Paragraph(
        "", "", (Run("“The "), Run("exact words", bold=True), Run(".”")), quotation=True
    ),
    Heading("organization", 1, "III.", plain("Organization of the meeting")),
    Heading("adoption-of-agenda", 2, "A.", plain("Adoption of the agenda")),
    Heading("agenda-heading", 3, "1.", plain("The agenda")),
    Paragraph("agenda", "5.", plain("The agenda was adopted as follows:")),
    AGENDA,
    Heading("documentation", 2, "", plain("Documentation")),
    Paragraph("documents", "6.", plain("The Working Group had before it:")),
    DASHES,
    Heading("annex", 1, "", plain("Annex"), new_page=True),
    Paragraph(
        "",
        "",
        (
            Run("Its Russian title is "),
            Run("Организация Объединенных Наций", language="ru"),
            Run("."),
        ),
    ),
    ATTENDANCE,
)

SAMPLE = Document(
    id="final",
    setting=Setting("en"),
    symbol="CTOC/COP/WG.3/2017/4",
    masthead=Masthead(
        organization="United Nations",
        symbols=("CTOC/COP/WG.3/2017/4", "CTOC/COP/WG.2/2017/4"),
        organ=(
            "Conference of the Parties to the United Nations Convention against"
            " Transnational Organized Crime"
        ),
        distribution="Distr.: General",
        date="23 October 2017",
        language="",
        original="Original: English",
    ),
    corner=(
        Corner(
            plain("Working Group on International Cooperation"),
            plain("Vienna, 9–13 October"),
            (Run("Ninth session"),),
        ),
        Corner(
            plain("Working Group on Technical Assistance"),
            plain("Vienna, 10–13 October"),
        ),
    ),
    title=plain(
        "Report on the meetings of the Working Group on International Cooperation"
        " and the Working Group on Technical Assistance held in Vienna"
        " from 9 to 13 October 2017"
    ),
    subtitle=plain("Addendum"),
    blocks=BLOCKS,
    notes=(
        Note(
            "resolution-note",
            "1",
            (
                Run("See "),
                Link("mailto:docs@example.org", "the documents service"),
                Run(", which keeps the text of the resolution in six languages."),
            ),
        ),
    ),
    job=JobLine("V.17-00001", "V.17-00001 (E)    231017", "*1700001*"),
    date="2017-10-23",
    properties=(Property("session", "ctoc-wg-2017"), Property("language", "en")),
    words=(
        Property("contents", "Contents"),
        Property("footnotes", "Footnotes"),
        Property("permalink", "Link to this passage"),
        Property("back", "Back to the text"),
    ),
)
