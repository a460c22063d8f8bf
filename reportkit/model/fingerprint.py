"""The fingerprint of a text: by it a translation knows which wording it translates."""

from __future__ import annotations

import hashlib
import unicodedata

LENGTH = 8


def fingerprint(text: str) -> str:
    """Return `t` and eight hexadecimal digits, such as `t5b1f0c2e`.

    White space is folded and characters are composed (NFC), so that new line
    ends in a file change nothing; marks count.
    """
    folded = " ".join(unicodedata.normalize("NFC", text).split())
    return f"t{hashlib.sha256(folded.encode()).hexdigest()[:LENGTH]}"
