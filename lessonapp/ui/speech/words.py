"""Words on the stage and words that are said: which is where, and which is which."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from PySide6.QtCore import QRectF

from lessonapp.domain.text import NBSP, nfc
from lessonapp.domain.text import sentences as split
from lessonapp.ui.stage.text import TextItem

READ = frozenset({"title", "message", "heading", "question", "sub", "body", "bubble", "option"})
_HELP_LINE = re.compile(r"(?<!\d)111(?!\d)|.", re.DOTALL)
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Said:
    """One word of a sentence that is said."""

    start: int
    length: int
    folded: str


@dataclass(frozen=True, slots=True)
class Seen:
    """One word of a text on the stage."""

    item: TextItem
    block: int
    start: int
    length: int
    folded: str

    def rect(self) -> QRectF:
        """Where it stands, in its item's coordinates."""
        return self.item.word_rect(self.block, self.start, self.length)


def sentences(text: str) -> list[str]:
    """A text in the pieces that are said one after another."""
    return [part for part in split(text.replace(NBSP, " ")) if re.search(r"\w", part)]


def spoken(sentence: str) -> tuple[str, tuple[int, ...]]:
    """What the engine is given, and where each of its letters stands in the sentence.

    The help line is "one one one", never a hundred and eleven.
    """
    text, places = "", list[int]()
    for found in _HELP_LINE.finditer(sentence):
        digits = found[0] == "111"
        text += "1 1 1" if digits else found[0]
        places += [found.start() + step for step in ((0, 0, 1, 1, 2) if digits else (0,))]
    return text, tuple(places)


def said_words(sentence: str) -> list[Said]:
    """The words of a sentence."""
    return [
        Said(found.start(), len(found[0]), _folded(found[0]))
        for found in _WORD.finditer(sentence)
        if _folded(found[0])
    ]


def seen_words(items: Sequence[TextItem]) -> list[Seen]:
    """The words of texts, in their order."""
    return [
        Seen(item, block, found.start(), len(found[0]), _folded(found[0]))
        for item in items
        for block, text in enumerate(item.paragraph_texts())
        for found in _WORD.finditer(text)
        if _folded(found[0])
    ]


def pair(said: Sequence[Said], seen: Sequence[Seen]) -> dict[int, int]:
    """Which word on the stage each said word is, where it is there: longest common runs, in order."""
    matcher = SequenceMatcher(a=[w.folded for w in said], b=[w.folded for w in seen], autojunk=False)
    return {run.a + step: run.b + step for run in matcher.get_matching_blocks() for step in range(run.size)}


def _folded(word: str) -> str:
    return "".join(char for char in nfc(word).casefold() if char.isalnum())
