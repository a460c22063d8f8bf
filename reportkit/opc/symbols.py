"""Signs of symbol fonts as letters of Unicode.

Such a font has a sign of its own at each of 224 codes, which Word writes from U+F020
on. That of Symbol is a standard (ISO 32000-1, annex D.5); of Wingdings only those
signs are known here that Unicode has as they look.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_CODES = range(0x20, 0x100)
_BASE, _SPACE = 0xF000, 0x20
_NONE = "\0"  # a code without a sign, or one that is a piece of a bracket

_SYMBOL = "".join(
    (
        " !∀#∃%&∋()∗+,−./0123456789:;<=>?",
        "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_",
        "\0αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼\0",
        _NONE * 32,
        "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…\0\0↵",
        "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓",
        "◊⟨®©™∑\0\0\0\0\0\0\0\0\0\0\0⟩∫\0\0\0\0\0\0\0\0\0\0\0\0\0",
    )
)
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x76: "❖", 0x77: "◆",
    0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xDF: "←", 0xE0: "→",
    0xE8: "➔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_UNKNOWN = (
    *("wingdings 2", "wingdings 3", "webdings"),
    *("zapfdingbats", "zapf dingbats", "mt extra"),
)
_FONTS: Mapping[str, Mapping[int, str]] = MappingProxyType(
    {
        "symbol": dict(zip(_CODES, _SYMBOL, strict=True)),
        "wingdings": _WINGDINGS,
        **{font: {} for font in _UNKNOWN},
    }
)


def is_symbolic(font: str) -> bool:
    """Whether a font has signs where others have letters."""
    return font.strip().lower() in _FONTS


def letter_of(font: str, code: int) -> str:
    """The sign that a font has at a code.

    One that Unicode does not have is a letter of its private area, as in the file.
    """
    signs = _FONTS.get(font.strip().lower())
    own = code - _BASE if code - _BASE in _CODES else code
    if signs is None or own not in _CODES:
        return chr(code)
    if own == _SPACE:
        return " "
    letter = signs.get(own, _NONE)
    return chr(_BASE + own) if letter == _NONE else letter
