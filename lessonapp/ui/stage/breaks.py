"""Where the lines of a text end: lines of like length that end where a reader pauses."""

import math
import re
from collections.abc import Sequence
from itertools import pairwise

from lessonapp.domain.text import NBSP

LINE_END = "\u2028"
"""Ends a line within a paragraph; as long as the space it stands for."""
_SENTENCE = re.compile(r"[.!?…:]+[”’\")]*$")
_PAUSE = re.compile(r"[,;–—][”’\")]*$")
_LEANING = re.compile(
    "a|an|the|of|to|in|on|at|by|for|with|and|or|but|my|your|his|her|its|our|their|is|are"
    "|và|hay|hoặc|của|cho|với|ở|từ|là|các|những|một|mỗi|không|đừng|hãy|thì|mà",
    re.IGNORECASE,
)
"""Words that lean on the next one."""
SENTENCE, PAUSE, LEANS, QUOTED = -0.22, -0.06, 0.06, 0.12
SHORT_QUOTE = 3  # words
ALONE, LAST_ALONE = 0.12, 0.4
"""What a break costs after such a word, and a line of one word, beside the square of how uneven lines are."""


def best_breaks(
    words: Sequence[str], widths: Sequence[float], space: float, lines: int, most: float = math.inf
) -> tuple[int, ...] | None:
    """After how many words each line but the last ends, in so many lines no wider than the most."""
    count = len(words)
    if lines < 2 or lines > count:
        return None
    ends = [0.0]
    for wide in widths:
        ends.append(ends[-1] + wide + space)
    mean = (ends[-1] - space * lines) / lines
    alone = [_alone(word) for word in words]
    last_alone = LAST_ALONE if count > 3 else ALONE
    after = [
        _cost_after(word) + (QUOTED if quoted else 0.0)
        for word, quoted in zip(words, _quoted(words), strict=True)
    ]

    def cost(start: int, end: int) -> float | None:
        wide = ends[end] - ends[start] - space
        if wide > most:
            return None
        found = ((wide - mean) / mean) ** 2
        if end - start == 1 and alone[start]:
            found += last_alone if end == count else ALONE
        return found + (after[end - 1] if end < count else 0.0)

    # best[n]: the cheapest way to set the first n words in so many lines, and the ends of those lines
    best: list[tuple[float, tuple[int, ...]] | None] = [None] * (count + 1)
    best[0] = (0.0, ())
    for line in range(lines):
        longer: list[tuple[float, tuple[int, ...]] | None] = [None] * (count + 1)
        for end in range(line + 1, count - (lines - line - 1) + 1):
            for start in range(end - 1, line - 1, -1):
                before, own = best[start], cost(start, end)
                if own is None:
                    break
                if before is not None and (longer[end] is None or before[0] + own < longer[end][0]):  # type: ignore[index]
                    longer[end] = (before[0] + own, (*before[1], end))
        best = longer
    whole = best[count]
    return whole[1][:-1] if whole is not None else None


def _alone(word: str) -> bool:
    """Whether a line of this word alone looks lost: not where several are bound to one."""
    return NBSP not in word


def _quoted(words: Sequence[str]) -> list[bool]:
    """Which words are followed by another one of the same few words in quotes."""
    inside = [False] * len(words)
    start = None
    for index, word in enumerate(words):
        if "“" in word:
            start = index
        if "”" in word and start is not None:
            if index - start < SHORT_QUOTE:
                inside[start:index] = [True] * (index - start)
            start = None
    return inside


def _cost_after(word: str) -> float:
    last = word.rsplit(NBSP, 1)[-1]
    if _SENTENCE.search(last):
        return SENTENCE
    if _PAUSE.search(last):
        return PAUSE
    return LEANS if _LEANING.fullmatch(last.strip("“‘(")) else 0.0


def broken(words: Sequence[str], ends: Sequence[int]) -> str:
    """The words as a text whose lines end there."""
    edges = (0, *ends, len(words))
    return LINE_END.join(" ".join(words[start:end]) for start, end in pairwise(edges))
