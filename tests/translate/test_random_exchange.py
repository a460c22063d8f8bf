"""Random passages out and back: what nobody touched changes nothing, in any format."""

from __future__ import annotations

import os
from collections.abc import Iterator
from random import Random

import pytest

from reportkit.by_name import load
from reportkit.edition.exchange import FORMATS
from reportkit.model.fingerprint import fingerprint
from reportkit.model.passages import Translation
from reportkit.source.values import Text
from reportkit.translate.merging import UNCHANGED, merge
from reportkit.translate.standing import Standing
from reportkit.translate.units import APPROVED, DRAFT, GRADES, REVIEWED, Bundle, Unit
from tests.translate.random_texts import LANGUAGES, text_in

PASSAGES = int(os.environ.get("RANDOM_PASSAGES", "1200"))
SEED = 20_171_009
AT_ONCE = 50
BACK = tuple(row for row in FORMATS.values() if row.read)


def standing(number: int, languages: tuple[str, str], chance: Random) -> Standing:
    """A passage that is missing, stale or translated, in a random state."""
    source, target = (text_in(language, chance) for language in languages)
    amendment = chance.choice(("", "", "", "a17"))
    if chance.random() < 0.15:
        return Standing(f"p-{number}", Text(source), None, amendment)
    state = chance.choice((DRAFT, REVIEWED, APPROVED))
    given = Translation(Text(target), Text(fingerprint(source)), Text(state))
    if chance.random() < 0.75:
        return Standing(f"p-{number}", Text(source), given, amendment, state)
    before = chance.choice(("", text_in(languages[0], chance)))
    return Standing(
        f"p-{number}", Text(source), given, amendment, state, chance.choice(GRADES),
        before,
    )  # fmt: skip


def unit(each: Standing, chance: Random) -> Unit:
    return Unit(
        each.key, str(each.source), each.text, each.state, each.grade, each.before,
        chance.choice(("", "add1 1 (b)")), text_in("fr", chance).strip(),
    )  # fmt: skip


def bundles(count: int) -> Iterator[tuple[Bundle, tuple[Standing, ...]]]:
    """Passages in bundles, from each language into each other in turn."""
    chance = Random(SEED)
    pairs = [(a, b) for a in LANGUAGES for b in LANGUAGES if a != b]
    for start in range(0, count, AT_ONCE):
        source, target = pairs[start // AT_ONCE % len(pairs)]
        numbers = range(start, min(start + AT_ONCE, count))
        known = tuple(standing(n, (source, target), chance) for n in numbers)
        units = tuple(unit(each, chance) for each in known)
        yield Bundle("small", source, target, units), known


@pytest.mark.parametrize("name", [row.name for row in BACK])
def test_untouched_units_change_nothing(name: str) -> None:
    row = FORMATS[name]
    module = f"reportkit.translate.{row.module}"
    export, read = load(module, row.export), load(module, row.read)
    seen = 0
    for bundle, known in bundles(PASSAGES):
        sent, problems = read(export(bundle), "back")
        assert problems == ()
        assert sent[:3] == bundle[:3]
        assert [each.id for each in sent.units] == [each.key for each in known]
        merged = merge([("back", sent)], known)
        odd = [each for each in merged.verdicts if each.fate != UNCHANGED]
        assert odd == []
        assert merged.changes == {}
        seen += len(merged.verdicts)
    assert seen == PASSAGES
