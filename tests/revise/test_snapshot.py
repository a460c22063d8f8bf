"""Issued documents: nothing is lost in a snapshot, and all of it can be set anew."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_regressions.file_regression import FileRegressionFixture

from reportkit.api import assemble
from reportkit.assemble.inlines import Setter
from reportkit.assemble.layout import lay_out
from reportkit.assemble.numbering import label_headings, number
from reportkit.assemble.parts import Elsewhere, Order
from reportkit.assemble.tree import Clause, Leaf, Section
from reportkit.document.nodes import (
    Block,
    Cell,
    Change,
    Comment,
    Content,
    Corner,
    Deletion,
    Document,
    Fate,
    Heading,
    Inline,
    Insertion,
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
from reportkit.document.text import put_together, text_of
from reportkit.problems import format_problem
from reportkit.revise.freezing import write_snapshot
from reportkit.revise.marked_text import (
    Unread,
    read_content,
    source_text,
    write_content,
)
from reportkit.revise.regrown import tree_of
from reportkit.revise.snapshot import Frozen, passage_ids, read_snapshot
from reportkit.source.encoding import FORBIDDEN
from tests.six.samples import LANGUAGES, sample

LABELS = {"n1": "1", "n2": "2"}


def plain(text: str) -> Content:
    """A content of one run."""
    return (Run(text),)


CONTENTS: tuple[tuple[Content, str], ...] = (
    (
        (
            Run("Mandated by the "),
            Run("Treaty on Waters", italic=True),
            NoteReference("n1", "1"),
            Run(", the Group met in 1"),
            Run("er", superscript=True),
            Run(" place in Vienna."),
        ),
        "Mandated by the *Treaty on Waters*{note: n1}, the Group met in 1^er^ place in "
        "Vienna.",
    ),
    ((Run("M", True), Run("me", True, superscript=True)), "*M^me^*"),
    (
        (Run("On", True), NoteReference("n2", "2"), Run(" *Rivers*", True), Run(" 1")),
        "*On{note: n2} {*}Rivers{*}* 1",
    ),
    (
        (
            Reference("rec-a", "paragraph 6 (j) above", case="gen"),
            Reference("rec-b", "2 (b)", "number", elsewhere=True),
        ),
        "{ref: rec-a; case: gen; as: paragraph 6 (j) above}"
        "{ref: rec-b; form: number; elsewhere: yes; as: 2 (b)}",
    ),
    (
        (Link("https://undocs.org/A/1", "A/1*"), Run(" of 5* and x^2")),
        "{link: https://undocs.org/A/1; as: A/1*} of 5{*} and x{^}2",
    ),
    ((Run("{ref: a}"), Run("{}")), "{{ref: a}{}{{}"),
    (
        (Reference("a", " {a; b}"), Run("c", bold=True)),
        "{ref: a; as: \\u0020\\u007ba\\u003b b\\u007d}{set: bold; as: c}",
    ),
    ((Run("in"), Run("ter", True)), "in{set: italic; as: ter}"),
    ((Run("met "), Run("from 9 to 13 October")), "met {}from 9 to 13 October"),
    ((Run(""),), "{set: plain; as: }"),
    ((), ""),
)


@pytest.mark.parametrize(("content", "text"), CONTENTS)
def test_contents_as_marked_text(content: Content, text: str) -> None:
    assert write_content(content) == text
    assert same(read_content(text, LABELS), content)


def same(left: object, right: object) -> bool:
    """Whether two values are equal and of the same nouns."""
    return left == right and repr(left) == repr(right)


CHANGE = Change("Ames", "2017-10-13")


@pytest.mark.parametrize(
    "inline",
    [
        Run("Gruppe", language="de"),
        Run("Group", italic=True, missing=True),
        Insertion((Run("new"),), CHANGE),
        Deletion((Run("old"),), CHANGE),
    ],
)
def test_no_issued_text_has_what_a_working_copy_has(inline: Inline) -> None:
    with pytest.raises(ValueError, match="no issued document has"):
        write_content((inline,))


@pytest.mark.parametrize(
    ("text", "offset", "message"),
    [
        ("see {ref: a}", 4, "the mark {ref: a} cannot be read here"),
        ("{ref: a; at: b; as: c}", 0, "cannot be read here"),
        ("*by {states: DZA}*", 4, "{states: DZA} cannot be read here"),
        ("two {", 4, "the mark { cannot be read here"),
        ("{note: n9}", 0, "'n9' is not known in the mark {note: n9}"),
        ("{set: struck; as: a}", 0, "'struck' is not known"),
    ],
)
def test_marks_that_no_issued_text_has(text: str, offset: int, message: str) -> None:
    with pytest.raises(Unread) as caught:
        read_content(text, LABELS)
    assert message in str(caught.value)
    assert caught.value.offset == offset


@pytest.mark.parametrize(
    ("content", "text"),
    [
        CONTENTS[0],
        CONTENTS[2],
        (CONTENTS[3][0], "{ref: rec-a; case: gen}{ref: rec-b; form: number}"),
        (CONTENTS[4][0], "A/1* of 5* and x^2"),
        (CONTENTS[5][0], "{{ref: a}{{}"),
        ((Run("a *b* ^c^"),), "a {*}b{*} {^}c{^}"),
        (CONTENTS[7][0], "inter"),
        (CONTENTS[8][0], "met from 9 to 13 October"),
    ],
)
def test_contents_as_their_sources_would_have_them(content: Content, text: str) -> None:
    assert source_text(content) == text


# Signs that mean something in marks or in YAML, spaces of every kind, three scripts.
SIGNS = "ab1é*^{};:,.#-|>\\'\"&!%[]?@`~ \u00a0\u202f\n\t\rعم‏中文，é"
LETTERS = st.sampled_from(SIGNS) | st.characters(codec="utf-8").filter(
    lambda letter: not FORBIDDEN.match(letter)
)
TEXTS = st.text(LETTERS, max_size=12) | st.lists(
    st.sampled_from(["States", "مؤتمر", "工作组", " ", "  ", "{", "*", "a; b"]),
    min_size=20,
    max_size=60,
).map("".join)
IDS = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
ANY_IDS = IDS | st.just("")
LABEL_TEXTS = st.sampled_from(["", "1.", "(a)", "أولاً-", "一、", "–", "#", "- "])
FLAGS = st.booleans()
NOTE_MARKS = st.sampled_from([NoteReference(id, label) for id, label in LABELS.items()])
RUNS = TEXTS.map(Run) | st.tuples(TEXTS, FLAGS, FLAGS, FLAGS).map(
    lambda looks: Run(*looks)
)
LINKS = st.builds(Link, TEXTS, TEXTS)
REFERENCES = st.builds(Reference, IDS, TEXTS, ANY_IDS, ANY_IDS, FLAGS)
INLINES = st.one_of(RUNS, LINKS, REFERENCES, NOTE_MARKS)
CONTENT_LISTS = st.lists(INLINES, max_size=4).map(tuple)
# Said outright: hypothesis would make one up for a field that has a default.
STAYS = st.none()


def items(below: st.SearchStrategy[tuple[Item, ...]]) -> st.SearchStrategy[Item]:
    return st.builds(Item, ANY_IDS, LABEL_TEXTS, CONTENT_LISTS, below, STAYS)


POINTS = st.lists(
    st.recursive(
        items(st.just(())),
        lambda below: items(st.lists(below, max_size=2).map(tuple)),
        max_leaves=4,
    ),
    max_size=3,
).map(tuple)
HEADINGS = st.builds(
    Heading,
    ANY_IDS,
    st.integers(1, 6),
    LABEL_TEXTS,
    CONTENT_LISTS,
    FLAGS,
    CONTENT_LISTS,
    STAYS,
)
PARAGRAPHS = st.builds(Paragraph, ANY_IDS, LABEL_TEXTS, CONTENT_LISTS, FLAGS, STAYS)
LISTINGS = st.builds(Listing, st.sampled_from(["points", "dashes", "agenda"]), POINTS)
ROWS = st.lists(st.builds(Cell, ANY_IDS, CONTENT_LISTS, FLAGS), max_size=3).map(tuple)
SEVERAL_ROWS = st.lists(ROWS, max_size=2).map(tuple)
TABLES = st.builds(
    Table,
    IDS,
    CONTENT_LISTS,
    ROWS,
    SEVERAL_ROWS,
    STAYS,
    fates=st.just(()),
    form=st.just(()),
)
BLOCKS = st.lists(
    st.one_of(
        st.tuples(HEADINGS),
        st.tuples(PARAGRAPHS),
        st.tuples(PARAGRAPHS, LISTINGS),
        st.tuples(TABLES),
    ),
    max_size=4,
).map(lambda groups: tuple(block for group in groups for block in group))
PAIRS = st.dictionaries(IDS, TEXTS, max_size=2).map(
    lambda pairs: tuple(Property(*pair) for pair in pairs.items())
)
NOTES = st.tuples(*(st.builds(Note, st.just(i), st.just(n), CONTENT_LISTS, STAYS)
                    for i, n in LABELS.items()))  # fmt: skip
SETTINGS = st.builds(
    Setting, *[TEXTS] * 7, line=st.integers(1, 99), tab_step=st.integers(1, 999)
)
SYMBOLS = st.sampled_from(["CTOC/COP/WG.3/2017/L.1", "E/AC.9/2017/L.1/Add.1*"])
MASTHEADS = st.builds(
    Masthead, TEXTS, st.lists(SYMBOLS, max_size=2).map(tuple), *[TEXTS] * 5
)
DOCUMENTS = st.builds(
    Document,
    id=IDS,
    setting=SETTINGS,
    symbol=TEXTS,
    masthead=MASTHEADS,
    corner=st.lists(st.builds(Corner, *[CONTENT_LISTS] * 3), max_size=2).map(tuple),
    title=CONTENT_LISTS,
    subtitle=CONTENT_LISTS,
    blocks=BLOCKS,
    notes=NOTES,
    job=st.none() | st.builds(JobLine, TEXTS, TEXTS, TEXTS),
    date=st.dates().map(str),
    properties=PAIRS,
    words=PAIRS,
    comments=st.just(()),
)


@given(content=CONTENT_LISTS)
def test_any_content_is_read_as_it_was_written(content: Content) -> None:
    assert same(read_content(write_content(content), LABELS), content)


@settings(max_examples=40)
@given(document=DOCUMENTS)
def test_any_document_is_read_as_it_was_written(document: Document) -> None:
    frozen = frozen_of(document)
    read, problems = read_snapshot(write_snapshot(frozen).encode(), "en.yaml")
    assert problems == ()
    assert same(read, frozen)


@given(content=st.lists(RUNS | LINKS, max_size=4).map(tuple))
def test_no_word_of_a_content_is_lost_in_its_source(content: Content) -> None:
    """Looks may go where no sign gives them, but no letter."""
    assert text_of(read_content(source_text(content), {})) == text_of(content)


def frozen_of(document: Document) -> Frozen:
    return Frozen(document, "0.1.0", "78e51061", "0123456789abcdef")


@pytest.mark.parametrize(
    ("name", "code"), [(name, code) for name in LANGUAGES for code in LANGUAGES[name]]
)
def test_documents_of_the_samples_are_read_as_they_were(name: str, code: str) -> None:
    for document in documents(name, code):
        frozen = frozen_of(document)
        read, problems = read_snapshot(write_snapshot(frozen).encode(), "en.yaml")
        assert problems == ()
        assert same(read, frozen), document.id


@cache
def documents(name: str, code: str) -> tuple[Document, ...]:
    """The documents of a sample session in a language."""
    session = sample(name).wordings[code].session
    return tuple(assemble(sample(name), id, code) for id in session.facts.documents)


SMALL = Document(
    id="add1",
    setting=Setting("fr", latin_tag="fr"),
    symbol="E/AC.9/2017/L.1/Add.1",
    masthead=Masthead(
        "Nations Unies",
        ("E/AC.9/2017/L.1/Add.1",),
        "Conseil des eaux",
        "Distr. limitée",
        "13 octobre 2017",
        "Français",
        "Original: anglais",
    ),
    corner=(Corner(plain("Groupe du Rhin"), plain("Vienne, 9-13 octobre 2017")),),
    title=plain("Projet de rapport sur les travaux du Groupe du Rhin"),
    subtitle=plain("Additif"),
    blocks=(
        Heading(
            "chapter-recommendations",
            1,
            "II.",
            plain("Recommandations"),
            note=(Run(" "), Run("(suite)", italic=True)),
        ),
        Paragraph("lead-group", "1.", plain("Le Groupe a recommandé ce qui suit:")),
        Listing(
            "points",
            (
                Item(
                    "rec-gauges",
                    "a)",
                    (
                        Run("Les États devraient entretenir les stations citées au "),
                        Reference("rec-list", "paragraphe 4 du document L.1", "", "au"),
                        NoteReference("note-gauges", "1"),
                        Run(";"),
                    ),
                    (Item("rec-gauges-old", "i)", plain("Les plus anciennes;")),),
                ),
                Item("", "b)", plain("Les États devraient aussi les compter.")),
            ),
        ),
        Paragraph("said", "", plain("« Nul ne l’a vue. »"), quotation=True),
        Heading("", 1, "", plain("Annexe"), new_page=True),
        Heading("gauges", 1, "", plain("Stations")),
        Table(
            "gauges-table",
            plain("Stations par État"),
            (Cell("gauges-state", plain("État")), Cell("gauges-number", ())),
            (
                (
                    Cell("gauges-fra", plain("France: métropole")),
                    Cell("gauges-fra-number", plain("1\u00a0148"), figure=True),
                ),
            ),
        ),
    ),
    notes=(Note("note-gauges", "1", plain("Relevé de 2016.")),),
    job=JobLine("V.17-00002", "V.17-00002 (F)    131017", "*1700002*"),
    date="2017-10-13",
    properties=(Property("document", "add1"), Property("language", "fr")),
    words=(Property("contents", "Table des matières"),),
)


def test_a_snapshot_as_people_read_it(
    file_regression: FileRegressionFixture,
) -> None:
    text = write_snapshot(frozen_of(SMALL))
    file_regression.check(text, encoding="utf-8", extension=".yaml")


def test_spaces_at_the_edges_of_a_text_are_seen() -> None:
    text = write_snapshot(frozen_of(SMALL._replace(title=plain(f"{'Words ' * 20}"))))
    assert f"title: '{'Words ' * 20}'\n" in text


FATE = Fate("inserted", CHANGE)


@pytest.mark.parametrize(
    "document",
    [
        SMALL._replace(comments=(Comment("said", "Ames", "By whom?"),)),
        SMALL._replace(blocks=(Paragraph("new", "2.", plain("New."), fate=FATE),)),
        SMALL._replace(title=(NoteReference("note-gauges", "2"),)),
        SMALL._replace(blocks=SMALL.blocks[2:]),
        SMALL._replace(title=plain("bell \a")),
    ],
    ids=["comment", "fate", "label", "points alone", "control character"],
)
def test_what_could_not_be_read_again_is_not_written(document: Document) -> None:
    with pytest.raises(ValueError, match="add1 cannot be kept as it is"):
        write_snapshot(frozen_of(document))


DAMAGES = (
    ("    level: 1\n    label: II.\n", "    label: II.\n", "`level:` is missing"),
    ("    level: 1\n    label: II.", "    level: I", "where a number from 1 is"),
    ("new_page: true", "newpage: true", "unknown key `newpage`"),
    ("  - paragraph: lead-group", "  - paragraf: lead-group", "this is no block"),
    ("as: paragraphe 4", "at: paragraphe 4", "{ref: rec-list; case: au; at: par"),
    ("{note: note-gauges}", "{note: note-gages}", "'note-gages' is not known"),
    ("  - paragraph: said", "<<<<<<< HEAD\n  - paragraph: said", "merge conflict"),
    ("masthead:\n", "masthead: nothing\ncorners:\n", "where keys and values are"),
    ("  - points:", "  - dashes: []\n    points:", "unknown key `dashes`"),
    ("notes:", "text:", "the key `text` stands twice"),
    ("document: add1\n", "", "`document:` is missing"),
)


@pytest.mark.parametrize(("old", "new", "message"), DAMAGES)
def test_a_damaged_snapshot_is_told_with_its_place(
    old: str, new: str, message: str
) -> None:
    sound = write_snapshot(frozen_of(SMALL))
    assert sound.count(old) == 1
    text = sound.replace(old, new)
    frozen, problems = read_snapshot(text.encode(), "issued/add1/fr.yaml")
    told = "\n".join(map(format_problem, problems))
    assert frozen is None
    assert message in told
    assert told.startswith("issued/add1/fr.yaml:")


def test_a_fault_in_a_text_is_told_where_it_stands() -> None:
    text = write_snapshot(frozen_of(SMALL))
    text = text.replace("{note: note-gauges}", "{note: gone}")
    _, problems = read_snapshot(text.encode(), "fr.yaml")
    line = next(n for n, each in enumerate(text.split("\n"), 1) if "gone" in each)
    column = text.split("\n")[line - 1].index("{note") + 1
    assert [(p.place.line, p.place.column) for p in problems] == [(line, column)]


@given(start=st.integers(0, 5000), length=st.integers(1, 60), put=st.binary(max_size=4))
def test_no_damage_is_an_exception(start: int, length: int, put: bytes) -> None:
    data = write_snapshot(frozen_of(SMALL)).encode()
    start %= len(data)
    damaged = data[:start] + put + data[start + length :]
    frozen, problems = read_snapshot(damaged, "fr.yaml")
    assert (frozen is None) == bool(problems)
    passage_ids(damaged, "fr.yaml")


def test_ids_of_the_passages_of_a_snapshot() -> None:
    data = write_snapshot(frozen_of(SMALL)).encode()
    assert passage_ids(data, "fr.yaml") == {
        "chapter-recommendations",
        "lead-group",
        "rec-gauges",
        "rec-gauges-old",
        "said",
        "gauges",
        "gauges-table",
        "gauges-state",
        "gauges-number",
        "gauges-fra",
        "gauges-fra-number",
        "note-gauges",
    }
    assert passage_ids(b"text: [", "fr.yaml") == frozenset()


def test_the_tree_of_a_document() -> None:
    chapter, annex = tree_of(SMALL, frozenset(), "add1")
    assert isinstance(chapter, Section) and isinstance(annex, Section)
    assert (chapter.role, chapter.text, chapter.label) == (
        "chapter", "Recommandations", ""
    )  # fmt: skip
    text = "Les États devraient entretenir les stations citées au {ref: rec-list; case"
    below = (Leaf("rec-gauges-old", "Les plus anciennes;", "add1"),)
    said = Clause("said", "« Nul ne l’a vue. »", "add1", quotation=True)
    assert chapter.content == (
        Clause(
            "lead-group",
            "Le Groupe a recommandé ce qui suit:",
            "add1",
            leaves=(
                Leaf(
                    "rec-gauges",
                    f"{text}: au}}{{note: note-gauges}};",
                    "add1",
                    leaves=below,
                ),
                Leaf("", "Les États devraient aussi les compter.", "add1"),
            ),
            ends=True,
            needs_points=True,
        ),
        said,
    )
    assert (annex.id, annex.role, annex.level) == ("gauges", "annex", 1)
    assert annex.content[0].id == "gauges-table"


def test_headings_of_items_are_told_by_their_ids() -> None:
    blocks = tuple(Heading(id, 2, "", plain(id)) for id in ("floods", "wells"))
    document = SMALL._replace(blocks=(*blocks, Heading("group-a-b", 2, "", ())))
    tree = tree_of(document, frozenset({"floods"}), "")
    assert [each.role for each in tree if isinstance(each, Section)] == [
        "item", "topic", "group"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "code"), [(name, code) for name in LANGUAGES for code in LANGUAGES[name]]
)
def test_a_tree_is_laid_out_as_the_document_that_it_comes_from(
    name: str, code: str
) -> None:
    for document in documents(name, code):
        expected = tuple(map(bare, document.blocks))
        for was, is_now in zip(expected, laid_out(name, code, document), strict=True):
            assert bare(is_now) == was


def laid_out(name: str, code: str, document: Document) -> tuple[Block, ...]:
    """The blocks of a document, out of its own tree and numbered anew."""
    wording, outlines = sample(name).wordings[code], sample(name).outlines
    outline = outlines["report" if document.id == "final" else "draft"]
    tree = tree_of(document, frozenset(wording.session.items), document.id)
    nodes = label_headings(tree, outline, wording.words)
    numbers = number(nodes, wording.words)
    elsewhere = Elsewhere(wording, outlines, Order(document.id))
    return lay_out(nodes, Setter(wording, numbers, elsewhere.find, []), wording)


def bare(block: Block) -> Block:
    """A block with its runs joined; a heading without its note and its label.

    The letter of a heading is its place among all parts of a report.
    """
    if isinstance(block, Heading):
        return block._replace(content=joined(block.content), note=(), label="")
    if isinstance(block, Paragraph):
        return block._replace(content=joined(block.content))
    if isinstance(block, Listing):
        return block._replace(items=tuple(map(bare_item, block.items)))
    rows = tuple(tuple(map(bare_cell, row)) for row in block.rows)
    header = tuple(map(bare_cell, block.header))
    return block._replace(caption=joined(block.caption), header=header, rows=rows)


def bare_item(item: Item) -> Item:
    items = tuple(map(bare_item, item.items))
    return item._replace(content=joined(item.content), items=items)


def bare_cell(cell: Cell) -> Cell:
    return cell._replace(content=joined(cell.content))


def joined(content: Content) -> Content:
    """A content with neighbouring runs of one look made one."""
    return put_together(
        each for each in content if not isinstance(each, Insertion | Deletion)
    )
