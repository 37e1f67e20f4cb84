"""Strict rules on words by age, papers, habits and filler, each broken once; and what stays fine."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lessonapp.content.check import check_paths
from lessonapp.content.rules import load_rules
from lessonapp.domain.look import AUDIENCES
from lessonapp.settings import resources_folder
from tests.unit.content.samples import changed, lesson, write
from tests.unit.content.test_strict_care import ASK, step_of, strict

SAID = (*ASK, "explanation")

SPOKEN: dict[str, tuple[str, str, str]] = {
    "police to the youngest": ("grades-1-3", "Công an đến.", "`công an` is not for this age"),
    "law to the youngest": ("grades-1-3", "Luật Trẻ em nói vậy.", "`luật trẻ em` is not for this age"),
    "decree in grade 4": ("grades-4-5", "Có nghị định rồi.", "`nghị định` is not for this age"),
    "article in grade 4": ("grades-4-5", "Điều 33 nói vậy.", "`Điều 33`: pupils learn what the law is for"),
    "extortion in grade 6": ("grades-6-9", "Đó là tống tiền.", "`tống tiền` is not for this age"),
    "prison": ("grades-10-12", "Bị phạt tù đó.", "`phạt tù` is not for this age"),
    "suicide": ("grades-10-12", "Bạn ấy tự tử.", "`tự tử` is not for this age"),
    "ambulance in grade 4": ("grades-4-5", "Em gọi 115 nhé.", "`115` looks like a telephone number"),
    "text to a number": ("grades-4-5", "Nhắn tin tới số: 5656.", "`5656` looks like a telephone number"),
    "old law": ("grades-10-12", "Theo Luật An ninh mạng 24/2018.", "`24/2018` is no act of the law pack"),
    "law without its key": (
        "grades-10-12",
        "Luật An ninh mạng 116/2025.",
        "names 116/2025; add its fact to `sources`: L6",
    ),
    "law too early": (
        "grades-4-5",
        "Luật 134/2025 nói vậy.",
        "`134/2025` is no act of the law pack for this audience",
    ),
    "old ministry": (
        "grades-10-12",
        "Bộ Thông tin và Truyền thông.",
        "`bộ thông tin và truyền thông` is no more; write Bộ Công an",
    ),
    "district": (
        "grades-10-12",
        "Báo công an huyện.",
        "`công an huyện` is no more; write công an xã, phường",
    ),
    "full name": (
        "grades-6-9",
        "Bạn Nguyễn Văn An kể.",
        "`Nguyễn Văn An` looks like a real person’s full name",
    ),
    "own life": ("grades-6-9", "Em có bị ai trêu không?", "`em có bị ai` is not said to pupils"),
    "copying a private picture": (
        "grades-10-12",
        "Hãy chụp lại ảnh riêng tư.",
        "“Hãy chụp lại ảnh riêng tư.” can be heard as advice to copy a private picture",
    ),
    "blame": ("grades-10-12", "Sao lại gửi thế?", "`sao lại gửi` is not said to pupils"),
    "bold between": ("grades-4-5", "**Sai** rồi nhé.", "`sai rồi` is not said to pupils"),
    "invisible": (
        "grades-4-5",
        "Trên Face\u200bbook nhé.",
        "an invisible character (U+200B); type the word anew",
    ),
    "brand in two words": ("grades-4-5", "Trên Tik Tok nhé.", "`tik tok` is a real brand"),
    "phone with strange gaps": ("grades-4-5", "Số 0912\u00a0345–678 nhé.", "looks like a telephone number"),
    "phone in brackets": (
        "grades-4-5",
        "Số (024) 3825 1234 nhé.",
        "`(024) 3825 1234` looks like a telephone",
    ),
    "phone with strokes": ("grades-4-5", "Số 0912/345/678.", "`0912/345/678` looks like a telephone number"),
    "mail": ("grades-4-5", "Gửi tới a.b@thu.com nhé.", "`a.b@thu.com` looks like a link"),
    "link with diacritics": ("grades-4-5", "Vào quà-tặng.vn nhé.", "`quà-tặng.vn` looks like a link"),
    "fine in words": ("grades-10-12", "Bị phạt mười triệu đồng.", "`mười triệu` is a sum of money as a fine"),
    "fine, then the sum": (
        "grades-10-12",
        "Bị phạt tiền. Mức là 10 triệu.",
        "`10 triệu` is a sum of money as a fine",
    ),
}


@pytest.mark.parametrize("name", SPOKEN)
def test_what_is_not_said(name: str, tmp_path: Path) -> None:
    audience, text, expected = SPOKEN[name]
    found = strict(tmp_path, changed("vi", *SAID, to=text) | {"audience": audience})
    there = [s for s in found if "steps[q4].explanation" in s and expected in s]
    assert there, found
    line = int(there[0].split(":")[0])
    assert "explanation:" in (tmp_path / "bai" / "lesson.vi.yaml").read_text("utf-8").splitlines()[line - 1]


FINE: dict[str, tuple[str, str]] = {
    "police from grade 6": ("grades-6-9", "Em nhờ công an."),
    "never copied": ("grades-10-12", "Không chụp lại ảnh riêng tư."),
    "years": ("grades-10-12", "Năm học 2026–2027, ngày 23/11/2026."),
    "rules of a game": ("grades-1-3", "Luật chơi dễ lắm."),
    "pack law": ("grades-10-12", "Luật Trí tuệ nhân tạo 134/2025/QH15."),
    "no blame": ("grades-10-12", "Không phải lỗi của em."),
    "a name of the cast": ("grades-6-9", "Bạn Kiên và cô Lan."),
    "made-up mail": ("grades-4-5", "Gửi tới ban@thu.example nhé."),
    "a price": ("grades-4-5", "Vở giá mười nghìn. Không ai bị trêu."),
}


@pytest.mark.parametrize("name", FINE)
def test_what_may_be_said(name: str, tmp_path: Path) -> None:
    audience, text = FINE[name]
    data = changed("vi", *SAID, to=text) | {"audience": audience}
    data["sources"] = ["H1", "L22"]
    assert [s for s in strict(tmp_path, data) if "steps[q4].explanation" in s] == []


def test_notes_are_read_out_and_may_say_what_not_to_say(tmp_path: Path) -> None:
    (said,) = strict(tmp_path, changed("vi", *ASK, "notes", to="Nói: “Sai rồi, em ạ.”"))
    assert "steps[q4].notes: `sai rồi` is not said to pupils" in said
    assert strict(tmp_path, changed("vi", *ASK, "notes", to="Không nói “sai rồi”.")) == []
    (fine,) = strict(tmp_path, changed("vi", *ASK, "notes", to="Nói: “Bị phạt 10 triệu.”"))
    assert "steps[q4].notes: `10 triệu` is a sum of money as a fine" in fine


def test_threats_with_pictures_are_for_the_oldest(tmp_path: Path) -> None:
    data = lesson() | {"id": "bai-moi", "topic": "sextortion"}
    found = strict(tmp_path, data)
    assert any("topic: this topic is for grades 10 to 12 and adults only" in s for s in found), found


def without(field: str) -> Callable[[dict[str, Any]], None]:
    return lambda data: data.pop(field)


def same_place(data: dict[str, Any]) -> None:
    for number in range(1, 9):
        for option in step_of(data, f"q{number}")["options"]:
            option["correct"] = option["id"] == "b"


def the_longest(data: dict[str, Any]) -> None:
    for number in range(1, 9):
        right = next(o for o in step_of(data, f"q{number}")["options"] if o.get("correct"))
        right["text"] += " dài hơn"


def filler(data: dict[str, Any]) -> None:
    step_of(data, "q4")["options"][0]["text"] = "Tất cả đều đúng."


def bare_feedback(data: dict[str, Any]) -> None:
    step_of(data, "q4")["options"][0]["feedback"] = "Tốt lắm!"


def page_first(data: dict[str, Any]) -> None:
    page = {"id": "giang", "kind": "slide", "minutes": 0, "notes": "Đọc.", "heading": "Riêng tư là gì?"}
    data["blocks"][0]["steps"].insert(2, page)


def month_as_week(data: dict[str, Any]) -> None:
    data["replay"]["month"] = ["q7"]


def other_tags(data: dict[str, Any]) -> None:
    data |= {"competences": ["6.1.CB2", "2.6.CB2"], "strands": ["copyright"]}


BROKEN: dict[str, tuple[Callable[[dict[str, Any]], None], list[str]]] = {
    "no family note": (
        without("family_note"),
        ["family_note: no family note; write what the family is told"],
    ),
    "no worksheet": (without("worksheet"), ["worksheet: no worksheet; write the lesson as one page"]),
    "no broadcast": (without("broadcast"), ["broadcast: no broadcast text; write what is read"]),
    "no strand": (without("strands"), ["strands: no strand; name at least one"]),
    "one place": (same_place, ["B is right in 8 of 8 single questions of this lesson; move some"]),
    "one length": (the_longest, ["the longest answer is right in 8 of 8 single questions of this lesson"]),
    "filler": (filler, ["options[a].text: “Tất cả đều đúng.” only fills a place"]),
    "bare feedback": (bare_feedback, ["options[a].feedback: “Tốt lắm!” does not say why"]),
    "page first": (page_first, ["steps[giang]: the lesson begins with a page to read"]),
    "month as week": (month_as_week, ["replay.month[0]: `q7` is asked again after a week already"]),
    "other tags": (
        other_tags,
        [
            "competences: the curriculum names `4.2b` for `t01-a2`; add it",
            "the curriculum names `privacy-security`",
        ],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_rule(name: str, tmp_path: Path) -> None:
    change, expected = BROKEN[name]
    data = lesson()
    change(data)
    found = strict(tmp_path, data)
    for words in expected:
        assert any(words in s for s in found), found


def test_every_place_of_a_shared_sentence_is_told_at_once(tmp_path: Path) -> None:
    for number, sentence in enumerate(
        ("Bin kể cho bà nghe.", "Thôi. Bin kể cho bà nghe!", "Bin kể cho bà nghe")
    ):
        data = changed("vi", *SAID, to=sentence) | {"id": f"bai-{number}"}
        write(tmp_path / f"bai-{number}", data, languages="vi")
    found = [
        f
        for f in check_paths([tmp_path], strict=True)
        if f.code == "repeated" and f.field.endswith("explanation")
    ]
    line = found[0].line
    assert [f.message for f in found] == [
        f"said in the same words at bai-1:{line}, bai-2:{line}: “Bin kể cho bà nghe.”; say it anew",
        f"said in the same words at bai-0:{line}, bai-2:{line}: “Bin kể cho bà nghe!”; say it anew",
        f"said in the same words at bai-0:{line}, bai-1:{line}: “Bin kể cho bà nghe”; say it anew",
    ]


def test_every_age_and_every_lesson_of_the_curriculum_has_its_rules() -> None:
    rules = load_rules(resources_folder())
    assert tuple(rules.wording.by_age) == AUDIENCES
    assert len(rules.cells) == 50
    assert all(set(words) == {"vi", "en"} for words in rules.wording.by_age.values())
