"""The sentences of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.languages.table import CODES
from reportkit.translate.placeholders import parts_of
from reportkit.translate.segments import parts_by_sentence, sentences
from tests.translate.bundles import texts

# Sentences parted by a bar, in a language.
CASES = (
    ("en", "The Chair opened the session. |She thanked Mr. Smith and J. Doe."),
    ("en", "It ended.{note: n1} |*Noting* it, see para. 5 of No. 3. |Then? |Yes!"),
    ("en", "It said “Stop.” |It is *One. Two.* still. |(So it is.) |7 more came."),
    ("en", "1. The Group met. |It met in 2017. |See U.S. Code and i.e. Vienna"),
    ("fr", "IV. Le Groupe s’est réuni. |« Bien. » |Puis l’art. 3. |Que faire ? |Rien."),
    ("es", "El Sr. Pérez habló. |¿Qué hacer? |Véase el párr. 4. |Nada.  \n"),
    ("ru", "В 2017 г. Группа собралась. |См. стр. 5, т.е. Далее. |Итак."),
    ("ar", "افتتح الرئيس الدورة. |ثم شكر الجميع؟ |نعم."),
    ("zh", "工作组开会。|“很好。”|然后结束！|*公约*第3条。"),
    ("en", "it goes on... and on. and on"),
    ("en", ""),
)


@pytest.mark.parametrize(("language", "text"), CASES)
def test_sentences(language: str, text: str) -> None:
    assert sentences(text.replace("|", ""), language) == tuple(text.split("|"))


@given(text=texts(), language=st.sampled_from(CODES))
def test_sentences_together_are_the_text(text: str, language: str) -> None:
    assert "".join(sentences(text, language)) == text
    parted = parts_by_sentence(parts_of(text), language)
    assert "".join(map(str, sum(parted, ()))) == "".join(map(str, parts_of(text)))
