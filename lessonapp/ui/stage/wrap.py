"""From a text with simple marks to paragraphs, with words that must stay together bound."""

import re
from dataclasses import dataclass

from lessonapp.domain.text import NBSP

_PAIRS = """
bố mẹ|ông bà|thầy cô|anh chị|quốc gia|mật khẩu|trẻ em|tin cậy|người lớn|người thân|bà ngoại|ông nội|ông ngoại
bà nội|các em|các bạn|các con|nhà trường|gia đình|điện thoại|màn hình|máy tính|tin nhắn|địa chỉ|riêng tư
chuyện riêng|dấu hiệu|đèn đỏ|đèn xanh|đèn vàng|giúp đỡ|dũng cảm|lo lắng|bình yên|tài khoản|trò chơi|bạn bè
công an|nhắn tin|gọi lại|báo cáo|trường học|lớp học|câu hỏi|câu trả|trả lời|miễn phí|bảo vệ|tổng đài|cùng nhớ
cô Lan|thầy Sơn|cô Hoà|Ríu Rít|Ú Òa|Vườn Trăng|sao la
"""
_WORDS = [pair for line in _PAIRS.split("\n") for pair in line.split("|") if " " in pair]
_BOUND = re.compile(r"(?<!\w)(" + "|".join(re.escape(w) for w in _WORDS) + r")(?!\w)", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?<!\w)(lớp|số|tầng|bài|câu|trang|phòng|grade|step|class|question|lesson) (\d+\w*)", re.IGNORECASE
)
_UNITS = re.compile(
    r"(\d+) (phút|giây|bạn|em|lần|người|giờ|tuổi|ngày|minutes?|seconds?|pupils?|times|days)(?!\w)",
    re.IGNORECASE,
)
_MARKS = re.compile(r"(\*\*|__)(?P<bold>.+?)\1|(?<![\w*])\*(?P<italic>[^*\n]+)\*(?![\w*])")
_BULLET = re.compile(r"^\s*(?:[-*•]\s+|(?P<number>\d{1,2}[.)])\s+)")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph in one style."""

    start: int
    length: int
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Plain text, the styled stretches in it, and the mark of a list before it."""

    text: str
    runs: tuple[Run, ...] = ()
    bullet: str = ""


def bind(text: str) -> str:
    """The text with no-break spaces where a line must not end."""
    text = _BOUND.sub(lambda m: m[0].replace(" ", NBSP), text)
    text = _NUMBERED.sub(rf"\1{NBSP}\2", text)
    text = _UNITS.sub(rf"\1{NBSP}\2", text)
    text = re.sub(r"(?<=\d) (?=\d{3})", NBSP, text)
    return re.sub(r" ([–—])", rf"{NBSP}\1", text)


def last_two(text: str) -> str:
    """The text with its last word bound to the one before, so that no line holds one short word alone."""
    head, space, tail = text.rpartition(" ")
    if not space or len(tail) > 8 or head.count(" ") < 2:
        return text
    return f"{head}{NBSP}{tail}"


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, its bold, italic and list marks understood."""
    return tuple(_paragraph(line) for line in text.splitlines() if line.strip())


def _paragraph(line: str) -> Paragraph:
    bullet = ""
    found = _BULLET.match(line)
    if found and not line.strip().startswith("**"):
        bullet = found["number"] or "•"
        line = line[found.end() :]
    plain: list[str] = []
    runs: list[Run] = []
    length = at = 0
    for mark in _MARKS.finditer(line):
        before = line[at : mark.start()]
        inner = mark["bold"] or mark["italic"]
        plain += [before, inner]
        runs.append(
            Run(length + len(before), len(inner), bold=bool(mark["bold"]), italic=bool(mark["italic"]))
        )
        length += len(before) + len(inner)
        at = mark.end()
    plain.append(line[at:])
    return Paragraph(bind("".join(plain)), tuple(runs), bullet)
