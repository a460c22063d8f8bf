"""The web pages of all languages in a browser, on a telephone's screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportkit.languages.table import language_of
from tests.six.chromium import Browser, find_chromium, running
from tests.six.samples import LANGUAGES
from tests.workspaces import copy_samples, run

CHROMIUM = find_chromium()
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")

WIDTH = 360
# What reaches over the edge of the screen; a table may be wider inside a frame that
# scrolls by itself.
TOO_WIDE = """(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = (e) => e !== document.body && (scrolls(e.parentElement) ||
        ["auto", "scroll"].includes(getComputedStyle(e.parentElement).overflowX));
    const out = [...document.body.querySelectorAll("*")].filter((e) => {
        const box = e.getBoundingClientRect();
        return box.width > 1 && (box.right > width + 1 || box.left < -1) && !scrolls(e);
    }).map((e) => `${e.tagName} ${e.className} ${e.textContent.slice(0, 40)}`);
    if (document.documentElement.scrollWidth > width) out.unshift("the page scrolls");
    return out;
})()"""
# The directions in which the numbered paragraphs are set.
DIRECTIONS = """[...new Set([...document.querySelectorAll("p[id]")].map(
    (e) => getComputedStyle(e).direction))]"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the web pages of both samples."""
    folder = copy_samples(tmp_path_factory.mktemp("pages"))
    done = run(folder, "build", "-f", "html")
    assert done.returncode == 0, done.stderr
    return folder / "build"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    assert CHROMIUM is not None
    with running(CHROMIUM, tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.mark.parametrize(
    ("name", "code"), [(name, code) for name in LANGUAGES for code in LANGUAGES[name]]
)
def test_pages_fit_a_telephone_and_name_their_language(
    name: str, code: str, pages: Path, browser: Browser
) -> None:
    language = language_of(code)
    found = sorted((pages / name / code).glob("*.html"))
    assert len(found) >= 2
    for path in found:
        browser.open(path, WIDTH)
        assert browser.evaluate("innerWidth") == WIDTH
        assert browser.evaluate(TOO_WIDE) == [], path.name
        root = "document.documentElement"
        assert browser.evaluate(f"{root}.lang") == language.tag
        assert browser.evaluate(f"{root}.dir") == language.direction
        assert browser.evaluate(DIRECTIONS) == [language.direction]


def test_a_page_that_is_too_wide_is_told(tmp_path: Path, browser: Browser) -> None:
    page = tmp_path / "wide.html"
    page.write_text("<p style='width:900px'>Wide</p>", encoding="utf-8")
    browser.open(page, WIDTH)
    assert browser.evaluate(TOO_WIDE) == ["the page scrolls", "P  Wide"]
