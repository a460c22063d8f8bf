"""Reports to be written as Word files, and how a test reads what came out."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from reportkit.document.nodes import (
    Block,
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
from reportkit.write.docx import write_docx
from tests.word_checks import W

TEMPLATES = Path(__file__).parents[2] / "templates"
PARTS = {
    path.relative_to(TEMPLATES).as_posix(): path.read_bytes()
    for path in sorted((TEMPLATES / "word").rglob("*"))
    if path.is_file()
}

TREATY = "United Nations Convention against Transnational Organized Crime"
CONFERENCE = f"Conference of the Parties to the {TREATY}"
SPEECH = (
    "Speakers described how requests for evidence kept abroad were made in "
    "their countries, who dealt with them and how long an answer took. It was "
    "said that an early word between central authorities often saved a second "
    "request, and that the form of a request mattered less than its content."
)


def plain(text: str) -> Content:
    return (Run(text),)


def point(id: str, label: str, text: str, *items: Item) -> Item:
    return Item(id, label, plain(text), items)


def cell(text: str, figure: bool = False, id: str = "") -> Cell:
    return Cell(id, plain(text), figure)


SETTING = Setting("en-GB")
MASTHEAD = Masthead(
    organization="United Nations",
    symbols=("CTOC/COP/WG.3/2017/L.1/Add.1",),
    organ=CONFERENCE,
    distribution="Distr.: Limited",
    date="13 October 2017",
    language="",
    original="Original: English",
)
CORNER = (
    Corner(
        plain("Working Group on International Cooperation"),
        plain("Vienna, 9–13 October 2017"),
    ),
    Corner(
        plain("Working Group of Government Experts on Technical Assistance"),
        plain("Vienna, 10–13 October 2017"),
    ),
)
AGENDA = Listing(
    "agenda",
    (
        point("item-opening", "1.", "Opening of the meeting."),
        point(
            "item-organization",
            "2.",
            "Organizational matters:",
            point(
                "item-agenda",
                "(a)",
                "Adoption of the agenda, as it was amended "
                "at the wish of several delegations before the meeting;",
            ),
            point(
                "item-work",
                "(b)",
                "Organization of work:",
                point("item-joint", "(i)", "Joint meetings of the two groups."),
            ),
        ),
        point("item-other", "12.", "Other matters."),
    ),
)
RECOMMENDATIONS = Listing(
    "points",
    (
        point("rec-networks", "(a)", f"States parties should use networks. {SPEECH}"),
        point(
            "rec-training",
            "(b)",
            "The Secretariat should go on with training:",
            point("rec-judges", "(i)", f"For judges and prosecutors; {SPEECH}"),
            point("rec-police", "(ii)", "For the police."),
        ),
    ),
)
TABLE = Table(
    "table-requests",
    plain("Requests made and answered, by year"),
    (cell("Region"), cell("Requests", True), cell("Answered", True)),
    (
        (cell("Africa", id="africa"), cell("1,204", True), cell("998", True)),
        (cell("Latin America and the Caribbean"), cell("87", True), cell("9", True)),
    ),
)
BLOCKS_OF_REPORT: tuple[Block, ...] = (
    Heading(
        "recommendations",
        1,
        "II.",
        (*plain("Recommendations ("), Run("continued", italic=True), Run(")")),
    ),
    Heading("transfer", 2, "A.", plain("Transfer of criminal proceedings")),
    Paragraph(
        "lead",
        "1.",
        plain(
            "The Working Group made the following "
            "recommendations, for approval by the Conference:"
        ),
    ),
    RECOMMENDATIONS,
    Heading("summary", 1, "III.", plain("Summary of deliberations")),
    Heading(
        "evidence",
        2,
        "B.",
        plain(
            "Good practices in the gathering, sharing and "
            "admission of electronic evidence (agenda item 3)"
        ),
    ),
    Heading("requests", 3, "1.", plain("Requests")),
    Paragraph(
        "p-main",
        "2.",
        (
            *plain(f"{SPEECH} At its 4"),
            Run("th", superscript=True),
            Run(" meeting, the Group recalled paragraph "),
            Reference("rec-networks", "1 (a)"),
            Run(" above, and "),
            Link("https://undocs.org/CTOC/COP/2016/15", "CTOC/COP/2016/15"),
            Run("."),
            NoteReference("n-report", "1"),
        ),
    ),
    Paragraph("p-next", "3.", plain(SPEECH)),
    Paragraph("", "", plain("Article 18, paragraph 1, reads as follows:")),
    Paragraph("p-quote", "", plain(SPEECH), quotation=True),
    Heading("", 4, "", plain("Views of experts")),
    Paragraph("p-long", "4.", plain(f"{SPEECH} {SPEECH}")),
    TABLE,
    Paragraph(
        "p-five",
        "5.",
        (
            Run("Ce texte attend sa traduction.", language="fr", missing=True),
            NoteReference("n-star", "*"),
        ),
    ),
    Listing(
        "dashes",
        (
            point("d-one", "–", f"{SPEECH}"),
            point(
                "d-two", "–", "A second dash:", point("d-three", "–", "and one below.")
            ),
        ),
    ),
    Heading("agenda", 2, "C.", plain("Adoption of the agenda")),
    Paragraph("p-agenda", "6.", plain("The agenda was adopted as follows:")),
    AGENDA,
    *(Paragraph(f"p-{n}", f"{n}.", plain(SPEECH)) for n in range(7, 13)),
    Heading("annex", 1, "Annex I", plain("Documents before the Working Group"), True),
    Paragraph("p-annex", "1.", plain(SPEECH)),
)
REPORT = Document(
    id="add1",
    setting=SETTING,
    symbol="CTOC/COP/WG.3/2017/L.1/Add.1",
    masthead=MASTHEAD,
    corner=CORNER,
    title=plain(
        "Draft report on the meetings of the Working Group on International "
        "Cooperation and of the Working Group of Government Experts on "
        "Technical Assistance held in Vienna from 9 to 13 October 2017"
    ),
    subtitle=plain("Addendum"),
    blocks=BLOCKS_OF_REPORT,
    notes=(
        Note(
            "n-report",
            "1",
            (
                *plain("Report of the Conference, chapter II, in "),
                Link("https://undocs.org/CTOC/COP/2016/15", "CTOC/COP/2016/15"),
                Run(f". {SPEECH}"),
            ),
        ),
        Note("n-star", "*", plain("Issued as received.")),
    ),
    job=JobLine("V.17-00001", "V.17-00001 (E)    121017", "1700001"),
    date="2017-10-13",
    properties=(Property("session", "ctoc-wg-2017"), Property("document", "add1")),
)
FRENCH = REPORT._replace(
    id="final",
    setting=Setting("fr-FR", paper="Letter"),
    masthead=Masthead(
        "Nations Unies",
        ("CTOC/COP/WG.3/2017/4", "CTOC/COP/WG.2/2017/4"),
        "Conférence des Parties à la Convention des Nations Unies contre la "
        "criminalité transnationale organisée",
        "Distr. générale",
        "23 octobre 2017",
        "Français",
        "Original: anglais",
    ),
    subtitle=(),
    job=None,
    properties=(),
)
ARABIC = REPORT._replace(
    setting=Setting("ar-SA", "rtl", "A4", complex_font="Traditional Arabic"),
    masthead=MASTHEAD._replace(
        organization="الأمم المتحدة",
        organ="مؤتمر الأطراف في الاتفاقية",
        language="Arabic",
    ),
    blocks=(
        Heading("recommendations", 1, "أولا -", plain("التوصيات")),
        Paragraph(
            "lead",
            "1-",
            (Run("أوصى الفريق العامل بما يلي: "), Run("e-evidence", language="en")),
        ),
        Listing("points", (point("rec", "(أ)", "ينبغي للدول الأطراف أن تتعاون؛"),)),
        TABLE,
    ),
    notes=(),
)
RUSSIAN = REPORT._replace(
    setting=Setting("ru-RU"),
    masthead=MASTHEAD._replace(
        organization="Организация Объединенных Наций",
        organ="Конференция участников Конвенции Организации Объединенных Наций "
        "против транснациональной организованной преступности",
        language="Russian",
    ),
)
REPORTS = {"en": REPORT, "fr": FRENCH, "ar": ARABIC, "ru": RUSSIAN}

TINY = REPORT._replace(
    corner=CORNER[:1],
    title=plain("Draft report"),
    blocks=(
        Heading("chapter", 1, "I.", plain("Introduction")),
        Heading("section", 2, "", plain("Opening")),
        Paragraph(
            "one",
            "1.",
            (
                Run("See "),
                Reference("a-point", "1 (a)"),
                Link("https://un.org/?a=1&b=2", "site"),
                NoteReference("n", "1"),
            ),
        ),
        Listing("points", (point("a-point", "(a)", "First <point>;"),)),
    ),
    notes=(Note("n", "1", plain("A note.")),),
)


def write(document: Document, folder: Path) -> Path:
    path = folder / f"{document.id}.docx"
    path.write_bytes(write_docx(document, PARTS))
    return path


def broken(path: Path, name: str, old: str, new: str) -> Path:
    """A copy of a Word file beside it, with one place of a part changed."""
    copy = path.with_name("broken.docx")
    with ZipFile(path) as source, ZipFile(copy, "w") as target:
        for entry in source.namelist():
            text = source.read(entry)
            if entry == name:
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode(), 1)
            target.writestr(entry, text)
    return copy


def part(document: Document, name: str = "word/document.xml") -> etree._Element:
    with ZipFile(BytesIO(write_docx(document, PARTS))) as package:
        return etree.fromstring(package.read(name))


def value(element: etree._Element | None, path: str, name: str = "val") -> str:
    """An attribute of the element at a path; a failure where there is none."""
    found = None if element is None else element.find(path)
    assert found is not None, path
    return str(found.get(f"{W}{name}", ""))


def typed(paragraph: etree._Element) -> str:
    """What a paragraph's runs hold, tabs and line ends as characters."""
    marks = {f"{W}tab": "\t", f"{W}br": "\n"}
    found = paragraph.iter(f"{W}t", f"{W}r")
    runs = [run for run in found if run.tag == f"{W}r"]
    return "".join(
        marks.get(str(piece.tag), piece.text or "")
        for run in runs
        for piece in run.iter(f"{W}t", *marks)
    )


def paragraphs(document: Document, style: str) -> list[etree._Element]:
    found = part(document).iterfind(f".//{W}p")
    return [p for p in found if value(p, f"{W}pPr/{W}pStyle") == style]


def texts(document: Document, style: str) -> list[str]:
    return [typed(p) for p in paragraphs(document, style)]


def blocks(*some: Block) -> Document:
    return REPORT._replace(blocks=some, notes=())
