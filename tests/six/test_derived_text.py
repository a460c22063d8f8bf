"""Derived sentences in the languages beside English and French."""

from __future__ import annotations

import re

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from reportkit.api import assemble
from reportkit.languages.words import WIDE
from tests.sessions_in_text import body
from tests.six.samples import sample

NAME = "ctoc-wg-2017"
# Marks that stand in full width beside Han, and take no other form there.
HALF_WIDTH_BESIDE_HAN = re.compile(f"(?<=[{WIDE}])[,;:!?]|[,;:!?](?=[{WIDE}])")
SPACE_BESIDE_HAN = re.compile(f"(?<=[{WIDE}]) | (?=[{WIDE}])")


def text_of(code: str, id: str = "final") -> str:
    """A document as text, a line a block."""
    return body(assemble(sample(NAME), id, code))


def without_labels(text: str) -> list[str]:
    """The words of each line, without the sign and the label before them."""
    return [re.sub(r"^[#> ]*\S+ ", "", line) for line in text.splitlines()]


def last_chapters(code: str) -> str:
    """Chapters IV and V of the report: nothing in them was written by a person."""
    chapters = text_of(code).split("\n# ")
    return "\n".join(f"# {chapter}" for chapter in chapters[3:]).partition("\n[1]")[0]


@pytest.mark.parametrize("code", ["es", "ru", "zh", "ar"])
def test_chapters_without_an_author(
    code: str, file_regression: FileRegressionFixture
) -> None:
    file_regression.check(
        f"{last_chapters(code)}\n", encoding="utf-8", extension=".txt"
    )


def test_russian_speakers_stand_in_the_genitive_and_attendance_does_not() -> None:
    text = text_of("ru")
    spoken = "выступили представители следующих государств – участников Конвенции: "
    assert f"{spoken}Алжира, Аргентины, Бразилии, " in text
    assert "Эквадора, Ямайки и Японии." in text
    assert "следующие государства – участники Конвенции: Австрия, Албания," in text


def test_russian_cases_keep_the_order_of_the_names_themselves() -> None:
    wording = sample(NAME).wordings["ru"]
    codes = tuple(wording.states)
    in_case = wording.sorted_names(codes, case="gen")
    by_code = {wording.form_of(code, "list-gen"): code for code in codes}
    again = tuple(wording.form_of(by_code[name], "list") for name in in_case)
    assert again == wording.sorted_names(codes)


def test_russian_verbs_agree_with_their_subjects() -> None:
    """A group is feminine, men and women chair and lead, two of them in the plural."""
    text = text_of("ru")
    assert re.search(r"Рабочая группа по [^.]+ приняла следующие рекомендации", text)
    assert "председательствовал Томас Барроуз" in text
    assert "Обсуждение вел эксперт Ларс Вильхельмссон" in text
    assert "Обсуждение вели эксперты Каролин Шарпантье и Лиз Шипо" in text
    assert "рабочие группы утвердили настоящий совместный доклад" in text


def test_russian_counts_take_three_forms() -> None:
    text = text_of("ru")
    assert "девять заседаний, пять из которых были проведены совместно" in text
    words = sample(NAME).wordings["ru"].words
    assert " ".join(words.noun("meeting", n) for n in (1, 2, 5, 11, 21, 22)) == (
        "заседание заседания заседаний заседаний заседание заседания"
    )


def test_arabic_names_each_take_their_conjunction() -> None:
    lines = [line.partition(": ") for line in last_chapters("ar").splitlines()]
    lists = [names.split("، ") for lead, _, names in lines if "ممثلو الدول" in lead]
    assert [len(names) for names in lists] == [30, 3, 23, 84]
    for _, *names in lists:
        assert [name for name in names if not name.startswith("و")] == []
    assert "البندين 1 و3 من" in text_of("ar")


def test_arabic_counts_have_a_dual_and_a_plural_of_few() -> None:
    text = text_of("ar")
    assert "تسع جلسات" in text
    assert "اعتمد الفريقان العاملان" in text
    assert "عُقد اجتماعا الفريقين العاملين" in text


@pytest.mark.parametrize("id", ["draft", "add1", "final"])
def test_chinese_is_written_without_spaces_and_with_its_own_marks(id: str) -> None:
    lines = without_labels(text_of("zh", id))
    assert [line for line in lines if SPACE_BESIDE_HAN.search(line)] == []
    assert [line for line in lines if HALF_WIDTH_BESIDE_HAN.search(line)] == []
    assert any(line.endswith("。") for line in lines)


def test_spanish_y_gives_way_to_e_before_its_own_sound() -> None:
    wording = sample(NAME).wordings["es"]
    assert wording.words.joined(wording.sorted_names(["IRQ", "USA"])) == (
        "Estados Unidos e Iraq"
    )
    assert wording.words.joined(wording.sorted_names(["YEM", "URY"])) == (
        "Uruguay y Yemen"
    )


@pytest.mark.parametrize("code", ["es", "ru", "zh", "ar"])
@pytest.mark.parametrize("id", ["draft", "add1", "final"])
def test_no_sign_is_doubled_and_no_place_is_left_open(code: str, id: str) -> None:
    text = text_of(code, id)
    wrong = re.findall(
        r".{0,20}(?:\.\.|,,|，，|。。|、、|،،|;;|[{}]|None| [,.;،؛]).{0,20}", text
    )
    assert wrong == []
