"""Words that stay on one line: no-break spaces where a line must not end."""

import re

from lessonapp.domain.text import NBSP

_PAIRS = """
bố mẹ|ông bà|thầy cô|anh chị|quốc gia|mật khẩu|trẻ em|tin cậy|người lớn|người thân|bà ngoại|ông nội|ông ngoại
bà nội|các em|các bạn|các con|nhà trường|gia đình|điện thoại|màn hình|máy tính|tin nhắn|địa chỉ|riêng tư
chuyện riêng|dấu hiệu|đèn đỏ|đèn xanh|đèn vàng|giúp đỡ|dũng cảm|lo lắng|bình yên|tài khoản|trò chơi|bạn bè
công an|nhắn tin|gọi lại|báo cáo|trường học|lớp học|câu hỏi|câu trả|trả lời|miễn phí|bảo vệ|tổng đài|cùng nhớ
cô Lan|thầy Sơn|cô Hoà|Ríu Rít|Ú Òa|Vườn Trăng|sao la|mã OTP|OTP code|tư vấn|Little Rain
cả ngày|lẫn đêm
"""
_WORDS = [pair for line in _PAIRS.split("\n") for pair in line.split("|") if " " in pair]
_BOUND = re.compile(r"(?<!\w)(" + "|".join(re.escape(w) for w in _WORDS) + r")(?!\w)", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?<!\w)(lớp|số|tầng|bài|câu|trang|phòng|grade|step|class|question|lesson) (\d+\w*)", re.IGNORECASE
)
_RANGE = re.compile(r"(\d+) (đến|to) (?=\d)")
_NAMED = re.compile(r"(?<!\w)(mrs?|ms|dr|cô|thầy|chú|bác) (?=(\w))", re.IGNORECASE)
_UNITS = re.compile(
    r"(\d+) (phút|giây|bạn|em|lần|người|giờ|tuổi|ngày|minutes?|seconds?|pupils?|times|days)(?!\w)",
    re.IGNORECASE,
)


def bind(text: str) -> str:
    """The text with no-break spaces where a line must not end."""
    text = _BOUND.sub(lambda m: m[0].replace(" ", NBSP), text)
    text = _NUMBERED.sub(rf"\1{NBSP}\2", text)
    text = _NAMED.sub(lambda m: m[1] + (NBSP if m[2].isupper() else " "), text)
    text = _UNITS.sub(rf"\1{NBSP}\2", text)
    text = _RANGE.sub(rf"\1{NBSP}\2{NBSP}", text)
    text = re.sub(r"(?<=\d) (?=\d{3})", NBSP, text)
    return re.sub(r" ([–—])", rf"{NBSP}\1", text)
