"""A new session can be checked and built at once."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from reportkit.assemble.parts import Order
from reportkit.assemble.report import assemble
from reportkit.edition.fixing import fix
from reportkit.edition.loading import Loaded, load
from reportkit.edition.saying import Saying, say
from reportkit.edition.starting import Beginning, days_after, read_starters, start
from reportkit.edition.workspace import SessionFiles, Workspace, read_files
from reportkit.model.schema import schemas
from reportkit.problems import format_problem, has_errors
from tests.sessions_in_text import body

SESSIONS = Path(__file__).parents[2] / "sessions"
FIRST, LAST = date(2026, 3, 2), date(2026, 3, 6)
NEW = Beginning("new-2026", FIRST, LAST)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "sessions").mkdir()
    return Workspace(tmp_path, tmp_path)


def begun(
    workspace: Workspace,
    beginning: Beginning = NEW,
    old: SessionFiles | None = None,
    shared: dict[str, bytes] | None = None,
) -> Loaded:
    """The session that was begun, read back from the disk."""
    starters = read_starters(workspace.templates())
    files, problems = start(beginning, starters, shared or {}, (), old)
    assert not problems
    for path, data in {**(shared or {}), **files}.items():
        target = workspace.sessions / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    folder = workspace.sessions / beginning.name
    loaded = load(read_files(workspace, folder), workspace.templates())
    assert not has_errors(loaded.problems), told(loaded)
    return loaded


def told(loaded: Loaded) -> str:
    return "\n".join(map(format_problem, loaded.problems))


def built(loaded: Loaded, id: str) -> str:
    assert loaded.session is not None
    wording = loaded.wordings[loaded.session.facts.written_in]
    return body(assemble(wording, loaded.outlines, Order(id)))


def test_a_name_is_enough(workspace: Workspace) -> None:
    loaded = begun(workspace)
    assert "NAME OF THE BODY" in built(loaded, "draft")
    assert "{" not in built(loaded, "final") and "$" not in built(loaded, "final")
    assert [p.message for p in loaded.problems] == [
        '"NAME OF THE BODY" is still to be replaced',
        '"NAME OF THE PLACE" is still to be replaced',
        '"WHAT SPEAKERS SAID" is still to be replaced',
        '"THE SECOND PARAGRAPH" is still to be replaced',
        '"THE DECISION BY WHICH THE MEETING WAS CONVENED" is still to be replaced',
        '"DO WHAT IS RECOMMENDED" is still to be replaced',
        '"TITLE OF THE ITEM" is still to be replaced',
        "`draft` has no symbol",
        "`final` has no symbol",
    ]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_everything_in_capitals_is_to_be_replaced(
    workspace: Workspace, language: str
) -> None:
    named = Beginning(
        "new-2026", FIRST, LAST, "Bureau", "Conseil", "Genève", language=language
    )  # fmt: skip
    messages = [p.message for p in begun(workspace, named).problems]
    # Two paragraphs, the decision, the recommendation and the title of the item.
    assert sum("is still to be replaced" in message for message in messages) == 5


def test_two_bodies_of_one_kind_need_their_plural(workspace: Workspace) -> None:
    starters = read_starters(workspace.templates())
    first = Beginning("one", FIRST, LAST, "Working Group on Firearms")
    files, _ = start(first, starters, {}, ())
    second = Beginning("two", FIRST, LAST, "Working Group on Migrants")
    files, _ = start(second, starters, {"names.yaml": files["names.yaml"]}, ())
    text = files["two/session.yaml"].decode()
    (line,) = re.findall(r"^  working-group-migrants: .*\n", text, re.M)
    text = text.replace(line, line + line.replace("migrants", "firearms"))
    facts = re.sub(r", items: \[.*?\]", "", text).encode()
    shared = {"names.yaml": files["names.yaml"]}
    given = SessionFiles(workspace.root, {"session.yaml": facts}, shared, {})
    told_of = [p.message for p in load(given, workspace.templates()).problems]
    assert sum("has no `plural` in en" in message for message in told_of) == 2


def test_names_are_put_into_sentences(workspace: Workspace) -> None:
    named = Beginning(
        "new-2026", FIRST, LAST, "Working Group on Firearms", "Conference", "Vienna"
    )
    loaded = begun(workspace, named)
    final = built(loaded, "final")
    assert (
        "The Working Group on Firearms held two meetings, from 2 to 6 March." in final
    )
    assert "subject to the approval of the Conference" in final
    names = (workspace.sessions / "names.yaml").read_text("utf-8")
    assert "working-group-firearms:\n    en:\n      name: Working Group on" in names
    assert "      short: Working Group\n" in names
    assert "  vienna:\n    en:\n      name: Vienna\n      in: in Vienna\n" in names


def test_a_session_in_french(workspace: Workspace) -> None:
    named = Beginning(
        "new-2026", FIRST, FIRST, "Groupe de travail sur l’eau", place="Genève",
        language="fr",
    )  # fmt: skip
    final = built(begun(workspace, named), "final")
    assert "Le Groupe de travail sur l’eau a tenu deux séances, le 2 mars." in final
    names = (workspace.sessions / "names.yaml").read_text("utf-8")
    assert "  groupe-travail-eau:\n    fr:\n" in names
    assert "in: à Genève" in names


@pytest.mark.parametrize(
    "body", ["Group: one, {two} #3", "- Groupe 'A'", "工作组", "7"]
)
def test_a_name_may_have_any_characters(workspace: Workspace, body: str) -> None:
    loaded = begun(workspace, Beginning("new-2026", FIRST, LAST, body))
    assert loaded.session is not None
    (named,) = loaded.session.names.bodies.values()
    assert named.forms["en"].name == body


def test_every_file_names_a_schema_that_there_is(workspace: Workspace) -> None:
    begun(workspace)
    found = list(workspace.sessions.rglob("*.yaml"))
    for path in found:
        first = path.read_text("utf-8").partition("\n")[0]
        head, _, schema = first.partition("$schema=")
        assert head == "# yaml-language-server: "
        target = (path.parent / schema).resolve()
        assert target.parent == (workspace.sessions / ".schema").resolve()
        assert target.name in schemas()
    assert len(found) == 10


def test_a_name_that_is_known_is_not_written_twice(workspace: Workspace) -> None:
    shared = {"names.yaml": (SESSIONS / "names.yaml").read_bytes()}
    named = Beginning(
        "new-2026", FIRST, LAST, "Expert Group on Transboundary Water Data",
        "Commission on Water Statistics", "geneva",
    )  # fmt: skip
    loaded = begun(workspace, named, shared=shared)
    assert loaded.session is not None
    facts = loaded.session.facts
    assert (*facts.bodies, facts.parent) == ("expert-group", "cws")
    assert facts.place_of_session == "geneva"
    after = (workspace.sessions / "names.yaml").read_bytes()
    assert after == shared["names.yaml"]


def test_names_are_added_to_those_there_are(workspace: Workspace) -> None:
    before = (SESSIONS / "names.yaml").read_bytes()
    named = Beginning("new-2026", FIRST, LAST, place="New York")
    begun(workspace, named, shared={"names.yaml": before})
    after = (workspace.sessions / "names.yaml").read_text("utf-8")
    place = "  new-york:\n    en:\n      name: New York\n      in: in New York\n"
    assert after.count(place) == 1
    start, _, rest = after.replace(place, "").partition("  name-body:\n")
    assert start + rest.partition("article: the\n")[2] == before.decode()


def sample(name: str) -> tuple[SessionFiles, dict[str, bytes]]:
    workspace = Workspace(SESSIONS.parent, SESSIONS.parent)
    given = read_files(workspace, SESSIONS / name)
    return given, dict(given.shared)


@pytest.mark.parametrize("name", ["ctoc-wg-2017", "water-2021"])
def test_bodies_and_standing_texts_are_carried_over(
    workspace: Workspace, name: str
) -> None:
    old, shared = sample(name)
    loaded = begun(workspace, NEW, old, shared)
    before = read_old(old)
    session = loaded.session
    assert session is not None and before.session is not None
    was, now = before.session.facts, session.facts
    assert tuple(now.bodies) == tuple(was.bodies)
    assert (now.parent, now.instrument) == (was.parent, was.instrument)
    assert now.place_of_session == was.place_of_session
    assert not now.officers
    path = "en/introduction.yaml"
    carried = (workspace.sessions / "new-2026" / path).read_text("utf-8")
    mark = f"  # carried over from {name}: confirm\n"
    assert carried.count(f"{mark}  - id:") == carried.count("  - id:")
    schema, _, rest = carried.replace(mark, "").partition("\n")
    assert schema == "# yaml-language-server: $schema=../../.schema/manuscript.json"
    assert rest == old.files[path].decode()
    assert (
        "fr/introduction.yaml"
        in read_files(workspace, workspace.sessions / "new-2026").files
    )
    assert (workspace.sessions / "names.yaml").read_bytes() == shared["names.yaml"]
    assert built(loaded, "draft")


def read_old(old: SessionFiles) -> Loaded:
    workspace = Workspace(SESSIONS.parent, SESSIONS.parent)
    return load(old, workspace.templates())


def test_what_points_to_the_old_session_is_made_a_comment(
    workspace: Workspace,
) -> None:
    old, shared = sample("water-2021")
    introduction = (
        b"passages:\n"
        b"  - id: one\n    text: >-\n      As in {paper: annotated-agenda}.\n\n"
        b"  - id: two\n    text: 'See {ref: one}.'\n"
        b"  - id: three\n    text: 'See {ref: four}.'\n"
        b"  - {id: four, text: Kept}\n"
    )
    french = b"one:\n  text: >-\n    Un.\n\n    Deux.\nfour: Quatre\n"
    words = {"en/introduction.yaml": introduction, "fr/introduction.yaml": french}
    begun(workspace, NEW, old._replace(files={**old.files, **words}), shared)
    folder = workspace.sessions / "new-2026"
    left = "left out: it points to what only water-2021 has"
    kept = "carried over from water-2021: confirm"
    assert (folder / "en/introduction.yaml").read_text("utf-8").partition("\n")[2] == (
        "passages:\n"
        f"  # {left}\n  # - id: one\n  #   text: >-\n"
        "  #     As in {paper: annotated-agenda}.\n\n"
        f"  # {left}\n  # - id: two\n  #   text: 'See {{ref: one}}.'\n"
        f"  # {kept}\n  - id: three\n    text: 'See {{ref: four}}.'\n"
        f"  # {kept}\n  - {{id: four, text: Kept}}\n"
    )
    assert (folder / "fr/introduction.yaml").read_text("utf-8").partition("\n")[2] == (
        f"# {left}\n# one:\n#   text: >-\n#     Un.\n\n#     Deux.\n"
        f"# {kept}\nfour: Quatre\n"
    )


def test_a_session_that_cannot_be_read_is_not_carried_over(
    workspace: Workspace,
) -> None:
    old, shared = sample("water-2021")
    broken = {**old.files, "en/introduction.yaml": b"passages: [\n"}
    starters = read_starters(workspace.templates())
    files, problems = start(NEW, starters, shared, (), old._replace(files=broken))
    assert not files and problems


def test_the_first_evening_in_the_room(workspace: Workspace) -> None:
    begun(workspace)
    given = read_files(workspace, workspace.sessions / "new-2026")
    data, problems = say(given, Saying("m1", "topic", ("Algeria", "secretariat")))
    assert data is not None and not problems
    assert data.startswith(given.files["statements.yaml"])
    fixed = fix(given._replace(files={**given.files, "statements.yaml": data}))
    assert not fixed.problems
    assert sorted(fixed.files) == [
        "en/deliberations/topic.yaml",
        "en/introduction.yaml",
        "en/recommendations/name-body.yaml",
    ]
    made = fixed.files["en/deliberations/topic.yaml"].decode()
    before = given.files["en/deliberations/topic.yaml"].decode()
    assert made.startswith(before.partition("text: |")[0] + "passages:\n  - id: topic-")


@pytest.mark.parametrize(
    ("beginning", "message"),
    [
        (Beginning("New Session", FIRST, LAST), '"New Session" cannot be the name'),
        (Beginning("../up", FIRST, LAST), '"../up" cannot be the name'),
        (Beginning("old", FIRST, LAST), 'there is a session "old" already'),
        (
            Beginning("new", LAST, FIRST),
            "the last day, 2026-03-02, is before the first",
        ),
        (Beginning("new", FIRST, LAST, language="de"), "there are no files to start"),
    ],
)
def test_what_cannot_be_begun_is_told(
    workspace: Workspace, beginning: Beginning, message: str
) -> None:
    starters = read_starters(workspace.templates())
    files, (problem,) = start(beginning, starters, {}, ("old",))
    assert not files and problem.message.startswith(message) and problem.hint


def test_names_that_cannot_be_read_are_left_alone(workspace: Workspace) -> None:
    starters = read_starters(workspace.templates())
    shared = {"names.yaml": b"bodies: [\n"}
    files, (problem,) = start(NEW, starters, shared, ())
    assert not files and problem.place.path == "names.yaml"


def test_the_days_of_a_session_are_those_of_next_week() -> None:
    for day in range(21, 28):
        assert days_after(date(2026, 9, day)) == (
            date(2026, 9, 28),
            date(2026, 10, 2),
        )


OUTLINE = b"""\
kind: report
levels: [chapter, section, none]
chapters:
  - {id: introduction, text: [passages]}
  - {id: songs, text: [passages]}
"""


def test_chapters_of_its_own_go_on(workspace: Workspace) -> None:
    old = read_files(
        Workspace(SESSIONS.parent, workspace.root), SESSIONS / "water-2021"
    )
    songs = b"""\
title: {id: songs-title, text: Songs}
passages:
  - {id: sung, text: A song.}
  - {id: old, heading: Old ones}
  - {id: older, heading: Older ones, level: 2}
  - derived: adoption-of-report
"""
    chants = b"songs-title: {text: Chants, state: reviewed}\nolder: Encore\n"
    given = {
        "outlines/report.yaml": OUTLINE,
        "en/songs.yaml": songs,
        "fr/songs.yaml": chants,
    }
    old = old._replace(
        files={**old.files, **given},
        shown={**old.shown, **{path: path for path in given}},
    )
    loaded = begun(workspace, old=old, shared=dict(old.shared))
    made = workspace.sessions / NEW.name
    assert "A song" not in (made / "en/songs.yaml").read_text(encoding="utf-8")
    assert "- derived: adoption-of-report\n" in (made / "en/songs.yaml").read_text()
    for words in ("Chants", "Encore"):
        assert words in (made / "fr/songs.yaml").read_text(encoding="utf-8")
    assert not (made / "en/deliberations").exists()
    assert [str(each.id) for each in loaded.outlines["draft"].chapters] == [
        *("introduction", "songs")
    ]
    (made / "en/songs-2.yaml").write_text(
        "chapter: songs\npassages: [{text: A new one.}]\n", encoding="utf-8"
    )
    again = load(read_files(workspace, made), workspace.templates())
    text = built(again, "draft")
    assert "# II. Songs\n4. A new one.\n## Old ones\n### Older ones\n5. On 6" in text


def test_an_outline_that_is_wrong_is_told_with_the_rest(workspace: Workspace) -> None:
    begun(workspace)
    outline = workspace.sessions / NEW.name / "outlines/report.yaml"
    outline.parent.mkdir()
    outline.write_bytes(OUTLINE.replace(b"levels:", b"level:"))
    folder = read_files(workspace, outline.parents[1])
    found = load(folder, workspace.templates()).problems
    errors = [each for each in found if each.severity == "error"]
    path = "sessions/new-2026/outlines/report.yaml"
    assert {str(each.place.path) for each in errors} == {path}
    assert "unknown key `level`" in [each.message for each in errors]


def test_a_draft_has_the_chapters_of_its_report(workspace: Workspace) -> None:
    begun(workspace)
    outline = workspace.sessions / NEW.name / "outlines/report.yaml"
    outline.parent.mkdir()
    adoption = b"  - {id: adoption, text: [adoption, passages]}\n"
    outline.write_bytes(OUTLINE + adoption)
    folder = read_files(workspace, outline.parents[1])
    outlines = load(folder, workspace.templates()).outlines
    assert outlines["draft"].kind == "draft"
    assert [str(each.id) for each in outlines["draft"].chapters] == [
        *("introduction", "songs")
    ]
