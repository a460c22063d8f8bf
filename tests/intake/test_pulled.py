"""What one edit of a Word file comes to: a proposal, nothing, or a remark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportkit.edition.edited_copy import Copy
from tests.intake.pulled_in_text import (
    DOCUMENT,
    Edit,
    built,
    pulled,
    replaced,
    rewritten,
    told,
)
from tests.workspaces import copy_samples, run

SESSION = "ctoc-wg-2017"
DAY = "2017-10-12"
CONTINUED = re.compile(
    r'<w:r><w:t xml:space="preserve"> \(</w:t></w:r><w:r><w:rPr><w:i/><w:iCs/></w:rPr>'
    r'<w:t xml:space="preserve">continued</w:t></w:r>'
    r'<w:r><w:t xml:space="preserve">\)</w:t></w:r>'
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = copy_samples(tmp_path_factory.mktemp("pulled") / "w", SESSION)
    built(made, SESSION, "-l", "en,fr")
    done = run(made, "compare", SESSION, "draft", "final", "-l", "en")
    assert done.returncode == 0, done.stderr
    return made


def came(
    folder: Path, tmp_path: Path, name: str, edit: Edit, part: str = DOCUMENT
) -> list[str]:
    """What is told of a built file after an edit of its XML."""
    source = folder / "build" / SESSION / f"{name}.docx"
    made = rewritten(source, edit, tmp_path / "edited.docx", part)
    return told(pulled(folder, SESSION, made))


def as_typed(xml: str) -> str:
    """The signs that Word puts in while people type, and other spaces."""
    signs = str.maketrans({"’": "'", "“": '"', "”": '"'})
    return re.sub(
        r"(<w:t[^>]*>)([^<]*)",
        lambda m: m[1] + m[2].translate(signs).replace(" of ", "\u00a0of "),
        xml,
    )


def paragraph_around(xml: str, words: str) -> tuple[int, int]:
    at = xml.index(words)
    start = max(xml.rfind("<w:p>", 0, at), xml.rfind("<w:p ", 0, at))
    return start, xml.index("</w:p>", at) + len("</w:p>")


def without_paragraph(words: str) -> Edit:
    def edit(xml: str) -> str:
        start, end = paragraph_around(xml, words)
        return xml[:start] + xml[end:]

    return edit


def alone(words: str, new: str) -> Edit:
    """An edit that leaves one paragraph of the whole body."""

    def edit(xml: str) -> str:
        start, end = paragraph_around(xml, words)
        body = xml.index("<w:body>") + len("<w:body>")
        kept = xml[start:end].replace(words, new)
        return xml[:body] + kept + xml[xml.rindex("<w:sectPr") :]

    return edit


def parted(first: str) -> Edit:
    """An edit that presses Enter after the first sentence of a paragraph."""

    def edit(xml: str) -> str:
        start, _ = paragraph_around(xml, first)
        at = xml.index(". ", xml.index(first)) + 1
        look = re.search(r"<w:pPr>.*?</w:pPr>", xml[start:])
        assert look is not None
        gap = f'</w:t></w:r></w:p><w:p>{look[0]}<w:r><w:t xml:space="preserve">'
        return xml[:at] + gap + xml[at:].lstrip()

    return edit


def joined(words: str) -> Edit:
    """An edit that deletes the end of the paragraph before some words."""

    def edit(xml: str) -> str:
        at = xml.index(words)
        end = xml.rindex("</w:p>", 0, at)
        marks = "".join(re.findall(r"<w:bookmarkStart[^>]*/>", xml[end:at]))
        run = f'{marks}<w:r><w:t xml:space="preserve"> '
        return xml[:end] + run + xml[at:]

    return edit


def tracked(kind: str, author: str, text: str) -> str:
    """A tracked change in the middle of a run."""
    name = "delText" if kind == "del" else "t"
    words = f'<w:r><w:{name} xml:space="preserve">{text}</w:{name}></w:r>'
    change = f'<w:{kind} w:id="900" w:author="{author}" w:date="{DAY}T20:00:00Z">'
    begun = '<w:r><w:t xml:space="preserve">'
    return f"</w:t></w:r>{change}{words}</w:{kind}>{begun}"


def deleted_tracked(words: str) -> Edit:
    def edit(xml: str) -> str:
        start, end = paragraph_around(xml, words)
        change = f'w:id="77" w:author="E. F." w:date="{DAY}T20:00:00Z"'
        found = xml[start:end].replace("<w:t", "<w:delText")
        found = found.replace("</w:t>", "</w:delText>").replace("<w:delTextab/>", "")
        found = re.sub(r"<w:r>.*?</w:r>", rf"<w:del {change}>\g<0></w:del>", found)
        mark = f"<w:rPr><w:del {change}/></w:rPr></w:pPr>"
        return xml[:start] + found.replace("</w:pPr>", mark, 1) + xml[end:]

    return edit


def moved_tracked(xml: str, words: str, after: str) -> str:
    """The XML with a paragraph that someone moved, without its bookmark."""
    gone = deleted_tracked(words)(xml)
    start, end = paragraph_around(xml, words)
    change = f'w:id="88" w:author="E. F." w:date="{DAY}T20:00:00Z"'
    bare = re.sub(r"<w:bookmark(Start|End)[^>]*/>", "", xml[start:end])
    come = re.sub(r"<w:r>.*?</w:r>", rf"<w:ins {change}>\g<0></w:ins>", bare)
    mark = f"<w:rPr><w:ins {change}/></w:rPr></w:pPr>"
    come = come.replace("</w:pPr>", mark, 1)
    _, place = paragraph_around(gone, after)
    return gone[:place] + come + gone[place:]


NOTHING: tuple[str, ...] = ()
CASES: dict[str, tuple[str, Edit, tuple[str, ...]]] = {
    "typography": ("en/draft", as_typed, NOTHING),
    "spaces": ("en/draft", replaced("Paper registers", "Paper  registers"), NOTHING),
    "a label": ("en/draft", replaced(">8.<", ">8 bis.<"), NOTHING),
    "(continued)": ("en/add1", lambda xml: CONTINUED.sub("", xml), NOTHING),
    "a page break": (
        "en/draft",
        replaced("It was recalled", '</w:t><w:br w:type="page"/><w:t>It was recalled'),
        NOTHING,
    ),
    "typed words": (
        "en/draft",
        replaced("registers were still", "registers are still"),
        ('replaces "were" by "are" in ca-case-tracking',),
    ),
    "words of a mark": (
        "en/draft",
        replaced("paragraph 67 (c)", "paragraph 68 (c)"),
        (
            'replaces "{paper: background-transfer; paragraph:…" by '
            '"paragraph 68 (c) of document CTOC/COP/WG…" in transfer-guidance',
        ),
    ),
    "a tracked change": (
        "en/draft",
        replaced(
            "Paper registers were",
            tracked("del", "A. B.", "Paper")
            + tracked("ins", "A. B.", "Written")
            + " registers were",
        ),
        ('replaces "Paper" by "Written" in ca-case-tracking [A. B., 2017-10-12]',),
    ),
    "a part of a word": (
        "en/draft",
        replaced("Paper registers", f"Paper register{tracked('del', 'A. B.', 's')}"),
        ('replaces "registers" by "register" in ca-case-tracking [A. B., 2017-10-12]',),
    ),
    "two authors": (
        "en/draft",
        replaced(
            "Paper registers were still",
            f"{tracked('ins', 'A. B.', 'Some ')}Paper registers were"
            f"{tracked('del', 'C. D.', ' still')}",
        ),
        (
            'replaces "Paper" by "Some Paper" in ca-case-tracking [A. B., 2017-10-12]',
            'replaces "still" by nothing in ca-case-tracking [C. D., 2017-10-12]',
        ),
    ),
    "one deletes what another replaces": (
        "en/draft",
        replaced(
            "Paper registers",
            f"{tracked('del', 'A. B.', 'Paper')}{tracked('ins', 'C. D.', 'Written')}"
            " registers",
        ),
        (
            'replaces "Paper" by nothing in ca-case-tracking [A. B., 2017-10-12]',
            'replaces "registers" by "Written registers" in ca-case-tracking '
            "[C. D., 2017-10-12]",
        ),
    ),
    "a label and a space": (
        "en/draft",
        lambda xml: re.sub(
            r">20\.</w:t>(</w:r><w:r>)?<w:tab/>", r">20.</w:t>\1<w:t> </w:t>", xml
        ),
        NOTHING,
    ),
    "a moved paragraph": (
        "en/draft",
        lambda xml: moved_tracked(
            xml, "Regional networks were", "Many speakers regarded"
        ),
        ("moves ca-networks after ca-training [E. F., 2017-10-12]",),
    ),
    "italics taken off": (
        "en/draft",
        replaced("<w:i/><w:iCs/>", ""),
        ("not taken: italics were changed in `transfer-article-21`",),
    ),
    "an opening in a paragraph": (
        "en/draft",
        replaced(
            "At its 3rd meeting, on 10 October, the Working Group considered",
            "At its 3rd meeting, on 10 October, the Working Group also considered",
        ),
        (
            "rewrites opening-e-evidence: what is derived -> "
            '"At its 3rd meeting, on 10 October, the W…"',
        ),
    ),
    "typed and tracked": (
        "en/draft",
        replaced(
            "Paper registers", f"Old {tracked('ins', 'A. B.', 'paper ')}registers"
        ),
        (
            'replaces "Paper" by "Old" in ca-case-tracking',
            'replaces "registers" by "paper registers" in ca-case-tracking '
            "[A. B., 2017-10-12]",
        ),
    ),
    "a title": (
        "en/draft",
        replaced("Recent developments in obtaining", "New developments in obtaining"),
        ('replaces "Recent" by "New" in e-evidence',),
    ),
    "a paragraph that is gone": (
        "en/draft",
        without_paragraph("The cost and the quality of translations"),
        ("deletes ca-translation",),
    ),
    "a tracked deletion": (
        "en/draft",
        deleted_tracked("The cost and the quality of translations"),
        ("deletes ca-translation [E. F., 2017-10-12]",),
    ),
    "a paragraph parted": (
        "en/draft",
        parted("It was recalled that the transfer"),
        ('splits transfer-purpose at "Speakers described situations in"',),
    ),
    "paragraphs joined": (
        "en/draft",
        joined("Speakers compared the channels"),
        ("merges ca-channels into ca-case-tracking",),
    ),
    "joined as an amendment has it": (
        "en/draft",
        joined("Regional networks were described"),
        NOTHING,
    ),
    "a derived list": (
        "en/final",
        replaced("Afghanistan, ", ""),
        (
            "rewrites attendance-states-parties: what is derived -> "
            '"The following States parties to the Conv…"',
        ),
    ),
    "words amended before": (
        "en/final",
        replaced("invite the Secretariat to offer", "ask the Secretariat to offer"),
        (
            'rewrites rec-e-evidence-training: "Subject to the availability of '
            'extrabudg…" -> "Subject to the availability of extrabudg…"',
        ),
    ),
    "a passage that an amendment makes": (
        "en/final",
        replaced("designate a contact point", "name a contact point"),
        ('replaces "designate" by "name" in rec-preservation-contacts',),
    ),
    "a comparison": (
        "en/draft-final.tracked",
        replaced("registers were still", "registers are still"),
        ('replaces "were" by "are" in ca-case-tracking',),
    ),
    "the front": (
        "en/draft",
        replaced("Vienna, 11–13 October 2017", "Vienna, 10–13 October 2017"),
        ("not taken: “Vienna, 10–13 October 2017” was changed in the front",),
    ),
    "a chapter": (
        "en/draft",
        replaced("Summary of deliberations", "Summary of discussions"),
        ("not taken: “Summary of deliberations” is set by the outline",),
    ),
    "a part of the document": (
        "en/draft",
        alone("Regional networks were", "Such networks were"),
        (
            'replaces "Regional" by "Such" in ca-networks',
            "not taken: 82 of 83 passages are not in the file",
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_one_edit(folder: Path, tmp_path: Path, name: str) -> None:
    source, edit, expected = CASES[name]
    assert came(folder, tmp_path, source, edit) == list(expected)


def test_a_footnote(folder: Path, tmp_path: Path) -> None:
    edit = replaced(", No. 73.", ", No. 37.")
    found = came(folder, tmp_path, "en/draft", edit, "word/footnotes.xml")
    assert found == ['replaces "73" by "37" in note-transfer-convention']


def test_the_masthead(folder: Path, tmp_path: Path) -> None:
    source = folder / "build" / SESSION / "en/draft.docx"
    edit = replaced("12 October 2017", "13 October 2017")
    for part in ("word/header1.xml", "word/header2.xml", "word/header3.xml"):
        try:
            made = rewritten(source, edit, tmp_path / "edited.docx", part)
            break
        except AssertionError:
            continue
    found = told(pulled(folder, SESSION, made))
    assert found == ["not taken: the masthead has no “12 October 2017” any more"]


def test_no_bookmark_is_left(folder: Path, tmp_path: Path) -> None:
    def edit(xml: str) -> str:
        bare = re.sub(r"<w:bookmark(Start|End)[^>]*/>", "", xml)
        return bare.replace("should consider relying directly", "may rely directly")

    source = folder / "build" / SESSION / "en/draft.docx"
    taken = pulled(folder, SESSION, rewritten(source, edit, tmp_path / "edited.docx"))
    assert told(taken) == [
        'replaces "should consider relying" by "may rely" in rec-article-21-basis'
    ]
    sure = {id: sure for id, _, sure in taken.by_words}
    assert len(sure) > 70 and 0.8 < sure["rec-article-21-basis"] < 1
    assert {each for id, each in sure.items() if id != "rec-article-21-basis"} == {1.0}


def test_a_translation_typed_over_the_original(tmp_path: Path) -> None:
    folder = copy_samples(tmp_path / "w", SESSION)
    path = folder / "sessions" / SESSION / "fr/deliberations/central-authorities.yaml"
    text = path.read_text(encoding="utf-8")
    start = text.index("ca-training:")
    end = text.index("\n", text.index("\nca-translation:") - 1)
    path.write_text(text[:start] + text[end + 1 :], encoding="utf-8")
    built(folder, SESSION, "-d", "draft", "-l", "fr")
    new = "De nombreux intervenants voyaient dans la formation la condition de tout."

    def edit(xml: str) -> str:
        return re.sub(r"Many speakers regarded training[^<]*", new, xml)

    source = folder / "build" / SESSION / "fr/draft.docx"
    taken = pulled(folder, SESSION, rewritten(source, edit, tmp_path / "edited.docx"))
    assert told(taken) == ["translates ca-training"]
    (written,) = (n for n in taken.files if n.endswith("central-authorities.yaml"))
    assert "state: draft" in taken.files[written].decode()
    assert " ".join(new.split()[:4]) in taken.files[written].decode()


def test_sources_that_went_on(tmp_path: Path) -> None:
    """What only the sources have otherwise is no change; what both have is told."""
    folder = copy_samples(tmp_path / "w", SESSION)
    built(folder, SESSION, "-d", "draft", "-l", "en")
    path = folder / "sessions" / SESSION / "en/deliberations/central-authorities.yaml"
    text = path.read_text(encoding="utf-8")
    now = re.sub(r"Paper registers\s+were", "Registers on paper were", text)
    assert now != text
    path.write_text(now, encoding="utf-8")

    one = replaced("Regional networks were described", "Such networks were described")
    assert came(folder, tmp_path, "en/draft", one) == [
        'replaces "Regional" by "Such" in ca-networks'
    ]
    both = replaced("Paper registers were", "Paper registers are")
    assert came(folder, tmp_path, "en/draft", both) == [
        "not taken: `ca-case-tracking` was changed in the file, "
        "and since then in the sources"
    ]


def test_a_file_that_says_nothing_of_itself(folder: Path, tmp_path: Path) -> None:
    def edit(xml: str) -> str:
        return re.sub(r"<property .*</property>", "", xml)

    source = folder / "build" / SESSION / "en/draft.docx"
    bare = rewritten(source, edit, tmp_path / "bare.docx", "docProps/custom.xml")
    command = ("pull", str(bare), "--into", SESSION, "--dry-run")
    done = run(folder, *command)
    assert done.returncode == 1
    assert "does not say of which document it is a copy" in done.stderr
    assert "known: draft, add1, final" in done.stderr
    assert told(pulled(folder, SESSION, bare, Copy("draft", "en"))) == []
    done = run(folder, *command, "--document", "drft", "-l", "en")
    assert done.returncode == 1 and "did you mean `draft`?" in done.stderr


def test_a_file_of_another_session(folder: Path, tmp_path: Path) -> None:
    source = folder / "build" / SESSION / "en/draft.docx"
    edit = replaced(SESSION, "water-2021")
    other = rewritten(source, edit, tmp_path / "x.docx", "docProps/custom.xml")
    done = run(folder, "pull", str(other), "--into", SESSION)
    assert done.returncode == 1
    assert "x.docx:1:1: error: this file was made from the session" in done.stderr


def test_no_word_file(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(b"%PDF-1.4\n")
    done = run(folder, "pull", str(path), "--into", SESSION)
    assert done.returncode == 3
    assert "PDF" in done.stderr and "Traceback" not in done.stderr


def test_a_struck_comparison_is_refused(folder: Path) -> None:
    path = folder / "build" / SESSION / "en/draft-final.struck.docx"
    done = run(folder, "pull", str(path), "--into", SESSION)
    assert done.returncode == 1
    assert "edit the one with tracked changes" in done.stderr
