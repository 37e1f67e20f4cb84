"""The digital competences of Circular 02/2025/TT-BGDĐT, and the levels of its steps."""

from collections.abc import Iterable, Mapping
from string import ascii_lowercase

from lessonapp.domain.look import Audience

_NAMES = """
1|Khai thác dữ liệu và thông tin|Information and data literacy
1.1|Duyệt, tìm kiếm và lọc dữ liệu, thông tin và nội dung số|Browsing, searching and filtering data
1.2|Đánh giá dữ liệu, thông tin và nội dung số|Evaluating data, information and digital content
1.3|Quản lý dữ liệu, thông tin và nội dung số|Managing data, information and digital content
2|Giao tiếp và hợp tác trong môi trường số|Communication and collaboration
2.1|Tương tác thông qua công nghệ số|Interacting through digital technologies
2.2|Chia sẻ thông tin và nội dung thông qua công nghệ số|Sharing through digital technologies
2.3|Sử dụng công nghệ số để thực hiện trách nhiệm công dân|Engaging in citizenship
2.4|Hợp tác thông qua công nghệ số|Collaborating through digital technologies
2.5|Thực hiện quy tắc ứng xử trên mạng|Netiquette
2.6|Quản lý danh tính số|Managing digital identity
3|Sáng tạo nội dung số|Digital content creation
3.1|Phát triển nội dung số|Developing digital content
3.2|Tích hợp và tạo lập lại nội dung số|Integrating and re-elaborating digital content
3.3|Thực thi bản quyền và giấy phép|Copyright and licences
3.4|Lập trình|Programming
4|An toàn|Safety
4.1|Bảo vệ thiết bị|Protecting devices
4.2|Bảo vệ dữ liệu cá nhân và quyền riêng tư|Protecting personal data and privacy
4.3|Bảo vệ sức khỏe và an sinh số|Protecting health and well-being
4.4|Bảo vệ môi trường|Protecting the environment
5|Giải quyết vấn đề|Problem solving
5.1|Giải quyết các vấn đề kỹ thuật|Solving technical problems
5.2|Xác định nhu cầu và giải pháp công nghệ|Identifying needs and responses
5.3|Sử dụng sáng tạo công nghệ số|Creatively using digital technologies
5.4|Xác định các vấn đề cần cải thiện về năng lực số|Identifying competence gaps
6|Ứng dụng trí tuệ nhân tạo|Applying artificial intelligence
6.1|Hiểu biết về trí tuệ nhân tạo|Understanding AI
6.2|Sử dụng trí tuệ nhân tạo|Using AI
6.3|Đánh giá trí tuệ nhân tạo|Evaluating AI
"""
# The Vietnamese names are the circular's own, in its spelling; the English ones are ours.
_BY_CODE: Mapping[str, tuple[str, str]] = {
    code: (vi, en) for code, vi, en in (line.split("|") for line in _NAMES.split("\n") if line)
}
LEVELS: Mapping[Audience, tuple[str, ...]] = {
    "grades-1-3": ("CB1",),
    "grades-4-5": ("CB2",),
    "grades-6-9": ("TC1", "TC2"),
    "grades-10-12": ("NC1",),
    "adults": (),
}
CODES: tuple[str, ...] = tuple(code for code in _BY_CODE if "." in code)
"""The 24 competences, in the circular's order."""


def competence_code(tag: str) -> str:
    """`4.2` of `4.2.CB1a`, and of `4.2b`, which is a part of it."""
    return ".".join(tag.split(".")[:2]).rstrip(ascii_lowercase)


def competence_name(tag: str, language: str) -> str:
    """The name of a competence or of its area, in a language; the tag itself where it is none we know."""
    names = _BY_CODE.get(competence_code(tag))
    if names is None:
        return tag
    return names[1] if language == "en" else names[0]


def in_order(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags, each once, in the circular's order; unknown ones last."""
    place = {code: index for index, code in enumerate(CODES)}
    return tuple(sorted(set(tags), key=lambda tag: (place.get(competence_code(tag), len(CODES)), tag)))
