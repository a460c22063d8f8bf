"""The sources as they were translated, kept by tools beside the translations.

They are only asked for where something is stale, and then read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportkit.source.values import Text
from reportkit.source.yaml_reader import read_yaml


class TranslatedFrom(Mapping[str, Mapping[Text, Text]]):
    """By language and key, the source that a translation was made from.

    `files` are the bytes and the shown path of each language's file; one that
    cannot be understood has nothing, and is written anew by the next command that
    keeps sources.
    """

    def __init__(self, files: Mapping[str, tuple[bytes, str]]) -> None:
        self.files = files
        self.known: dict[str, Mapping[Text, Text]] = {}

    def __getitem__(self, language: str) -> Mapping[Text, Text]:
        if language not in self.known:
            top, _ = read_yaml(*self.files[language])
            texts = (top or {}).items()
            self.known[language] = {k: v for k, v in texts if isinstance(v, Text)}
        return self.known[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self.files)

    def __len__(self) -> int:
        return len(self.files)
