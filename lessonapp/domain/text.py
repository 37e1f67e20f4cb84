"""Text rules shared by every border: Unicode form, folding for search, counting words."""

import re
import unicodedata

NBSP = "\u00a0"


def nfc(text: str) -> str:
    """The text in Unicode form C, the only form kept, shown and printed."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Lower case without diacritics, so that "bi mat" finds "Bí mật"."""
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace(NBSP, " ")


def word_count(text: str) -> int:
    """Words as spaces separate them, list bullets and emphasis marks left out."""
    return sum(1 for word in text.split() if re.search(r"\w", word))


def sentences(text: str) -> list[str]:
    """The sentences of a text; a line break ends one too."""
    parts = re.split(r"(?<=[.!?…])[\"”’)]*\s+|\n+", text)
    return [part.strip() for part in parts if part.strip()]


def plain(text: str) -> str:
    """The text without its bold and italic marks."""
    return re.sub(r"(\*\*|__)(.+?)\1", r"\2", re.sub(r"(?<![\w*])\*([^*\n]+)\*(?![\w*])", r"\1", text))


FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """Text that a spreadsheet does not take for a formula, wherever it is pasted or opened."""
    cleaned = plain(nfc(text))
    return f"'{cleaned}" if cleaned.startswith(FORMULA_STARTS) else cleaned


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


def bind(text: str) -> str:
    """The text with no-break spaces where a line must not end."""
    text = _BOUND.sub(lambda m: m[0].replace(" ", NBSP), text)
    text = _NUMBERED.sub(rf"\1{NBSP}\2", text)
    text = _UNITS.sub(rf"\1{NBSP}\2", text)
    text = re.sub(r"(?<=\d) (?=\d{3})", NBSP, text)
    return re.sub(r" ([–—])", rf"{NBSP}\1", text)
