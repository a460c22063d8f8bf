"""Files of translations as people lay them out: quotes, blocks, comments, line ends."""

from __future__ import annotations

import re
from random import Random
from textwrap import indent

from reportkit.model.fingerprint import fingerprint
from tests.translate.random_texts import writable

BOM = b"\xef\xbb\xbf"
PLAIN = ("La réunion", "des États", "a dit oui", "n° 5", "«\u00a0mot\u00a0»", "l’an")
Passages = list[tuple[str, str]]


def quoted(text: str) -> str:
    """A text in double quotes, with escapes for what is not plain."""
    made = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    odd = {c for c in made if not c.isprintable() or c in "\u200d\ufe0f"}
    for each in odd:
        made = made.replace(each, f"\\U{ord(each):08x}")
    return f'"{made}"'


def original(passages: Passages) -> bytes:
    """A file of the original."""
    rows = (f"  - id: {id}\n    text: {quoted(text)}\n" for id, text in passages)
    return ("passages:\n" + "".join(rows)).encode() if passages else b"passages: []\n"


def comments_in(data: bytes) -> list[str]:
    """The comments that a layout made, each with its number."""
    return re.findall(r"# remarque-\d+-ici: é", data.decode())


class Layout:
    """A file of translations made at random; every comment has a number of its own."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.count = 0

    def whole(self, passages: Passages) -> bytes:
        """The bytes of a file with an entry for most of the passages."""
        chosen = [each for each in passages if self.chance.random() < 0.85]
        if self.chance.random() < 0.3:
            self.chance.shuffle(chosen)
        made = [self.perhaps(self.comment(), 0.5)]
        made.append("\n" if made[0] and self.chance.random() < 0.5 else "")
        for id, source in chosen:
            made.append(self.entry(id, source))
            made.append(self.chance.choice(("", "\n", "\n", "\n\n")))
        if self.chance.random() < 0.2:
            made.append(self.comment())
        text = "".join(made)
        if self.chance.random() < 0.15:
            text = text.rstrip("\n")
        if self.chance.random() < 0.3:
            text = text.replace("\n", "\r\n")
        return (BOM if self.chance.random() < 0.2 else b"") + text.encode()

    def comment(self, column: int = 0) -> str:
        return " " * column + f"{self.beside().strip()}\n"

    def beside(self) -> str:
        """A comment to stand beside something; its text is found nowhere else."""
        self.count += 1
        return f"  # remarque-{self.count}-ici: é"

    def perhaps(self, comment: str, share: float = 0.15) -> str:
        return comment if self.chance.random() < share else ""

    def entry(self, id: str, source: str) -> str:
        """An entry: a bare text, or fields in any order, in lines or in braces."""
        above = self.perhaps(self.comment(), 0.3)
        key = self.chance.choice((id, id, id, f'"{id}"', f"'{id}'"))
        kind = self.chance.random()
        if kind < 0.2:
            return f"{above}{key}:{self.value(1)}"
        of = fingerprint(source if self.chance.random() < 0.8 else "Else.")
        state = self.chance.choice(("", "draft", "reviewed", "'approved'"))
        if kind < 0.35:
            return f"{above}{key}: {self.braces(of, state)}{self.end()}"
        return f"{above}{key}:{self.end()}{self.fields(of, state)}"

    def end(self) -> str:
        return self.perhaps(self.beside()) + "\n"

    def fields(self, of: str, state: str) -> str:
        depth = self.chance.choice((2, 2, 2, 4))
        rows = [f"of: {of}{self.end()}"] if self.chance.random() < 0.9 else []
        rows += [f"state: {state}{self.end()}"] if state else []
        rows += [f"note: {self.chance.choice(PLAIN)}{self.end()}"] * (
            self.chance.random() < 0.3
        )
        rows.append(f"text:{self.value(depth + 1)}")
        if self.chance.random() < 0.3:
            self.chance.shuffle(rows)
        pad = " " * depth
        made = [self.perhaps(self.comment(depth), 0.1) + indent(r, pad) for r in rows]
        return "".join(made)

    def braces(self, of: str, state: str) -> str:
        gap = self.chance.choice((" ", " ", "\n  "))
        rows = [f"of: {of}"] if self.chance.random() < 0.9 else []
        rows += [f"state: {state}"] if state else []
        rows.append(f"text: {self.line(True)}")
        inner = self.chance.choice((f",{gap}", ", ")).join(rows)
        return "{" + inner + self.chance.choice(("}", " }", ",}"))

    def value(self, column: int) -> str:
        """What stands behind the colon of a text, to the end of its last line."""
        if self.chance.random() < 0.45:
            return f" {self.line(False)}{self.end()}"
        if self.chance.random() < 0.2:
            pad = " " * max(column, 2)
            return f"\n{pad}{self.line(False)}{self.end()}"
        header = self.chance.choice((">-", "|-", ">", "|", ">+", "|+", ">-", "|2-"))
        pad = " " * 2
        lines = [
            pad + " ".join(self.words())
            for _ in range(self.chance.randint(1, 3))
        ]  # fmt: skip
        if len(lines) > 2 and self.chance.random() < 0.3:
            lines[1] = ""
        return f" {header}{self.end()}" + "".join(f"{line}\n" for line in lines)

    def words(self) -> list[str]:
        return [self.chance.choice(PLAIN) for _ in range(self.chance.randint(1, 6))]

    def line(self, braces: bool) -> str:
        """A text on a line or two, in quotes or in none."""
        text = " ".join(self.words())
        kind = self.chance.random()
        if kind < 0.4:
            return text
        if kind < 0.6:
            return "'" + text.replace("'", "''") + " ''cité''" + "'"
        if kind < 0.9:
            return quoted(writable(self.chance))
        return f'"{text}\n      {text}"'
