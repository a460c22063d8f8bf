"""Sentences that lead a list: recommendations, and the papers before a body."""

from __future__ import annotations

from reportkit.recover.bodies_in import bodies_in
from reportkit.recover.cues import says
from reportkit.recover.said import Sentence


def read_lead(sentence: Sentence) -> Sentence:
    """A sentence that leads recommendations, as read; it gives no fact of its own."""
    return _leads(sentence, "recommendations", "made")


def read_documentation(sentence: Sentence) -> Sentence:
    """A sentence that leads the papers before a body, as read."""
    return _leads(sentence, "documents", "had-before")


def _leads(sentence: Sentence, *cues: str) -> Sentence:
    language, text = sentence.context.language, sentence.text.strip()
    led = sentence.points or text.endswith((":", "："))
    if not led or not says(language, text, "following", *cues):
        return sentence
    return sentence.said() if bodies_in(text, sentence.context) else sentence
