"""Each rule of the strict check, broken once in a lesson that is right otherwise."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from lessonapp.content.check import check_paths
from lessonapp.content.rule_structure import longest_path
from lessonapp.content.rules import load_rules
from lessonapp.domain.lesson import Lesson
from lessonapp.settings import resources_folder
from tests.unit.content.samples import changed, lesson, write

SLIDE = ("blocks", 1, "steps", 0)
ASK = ("blocks", 1, "steps", 1)


def strict(tmp_path: Path, data: dict[str, Any]) -> list[str]:
    """The strict faults of a Vietnamese lesson, `field: message`, warnings marked."""
    folder = write(tmp_path / "bai", data, languages="vi")
    found = check_paths([folder / "lesson.vi.yaml"], strict=True)
    marks = {"error": "", "warning": "? "}
    return [f"{marks[f.level]}{f.field}: {f.message}" for f in found if f.code != "parity"]


CASES: dict[str, tuple[tuple[str | int, ...], Any, str]] = {
    "sum": ((*SLIDE, "minutes"), 2, "minutes: the steps take 34 minutes, the lesson says 35"),
    "total": (("minutes",), 30, "minutes: a lesson for grades-4-5 takes 35 minutes"),
    "long block": (
        (*SLIDE, "minutes"),
        7,
        "blocks[b1]: the block takes 16 minutes; it works alone in 8 to 15",
    ),
    "help first": (
        ("blocks", 0, "steps", 1, "kind"),
        "title",
        "blocks[b0]: step 1 or 2 must be a `help` step",
    ),
    "help last": (
        ("blocks", 2, "steps", 5, "kind"),
        "title",
        "steps[cuoi]: the last step must be a `help` step",
    ),
    "sensitive": (("topic",), "strangers", "teacher.sensitive: the topic `strangers` is sensitive; write"),
    "quiet": ((*SLIDE, "minutes"), 5, "steps[trang]: 5 minutes with nothing for the class to do; at most 4"),
    "objectives": (("objectives",), [], "objectives: no objective; write one"),
    "no competence": (("competences",), [], "competences: no competence; name at least one, like `4.2.CB2`"),
    "level": (
        ("competences",),
        ["4.2.CB1"],
        "competences[0]: `4.2.CB1` is not a competence of this audience",
    ),
    "no such competence": (("competences",), ["4.9.CB2"], "competences[0]: `4.9.CB2` is not a competence"),
    "no source": (("sources",), [], "sources: no source; name the keys"),
    "unknown source": (("sources",), ["Z9"], "sources[0]: `Z9` is not a key of FACTS.md"),
    "uncertain source": (("sources",), ["H20"], "sources[0]: `H20` is too uncertain (L) for a lesson"),
    "adults' source": (("sources",), ["L13"], "sources[0]: `L13` is not for this audience"),
    "purpose": ((*ASK, "purpose"), "exit", "blocks: 1 questions with `purpose: practice`; at least 2"),
    "twinless": (("blocks", 0, "steps", 2, "twin"), None, "steps[q1]: the pre question needs a twin"),
    "same story": (
        ("blocks", 2, "steps", 0, "prompt"),
        "Bin gặp chuyện số 1. Bin làm gì?",
        "steps[q1].prompt: its twin `q6` asks the same",
    ),
    "feedback": ((*ASK, "options", 0, "feedback"), None, "steps[q4].options[a]: no feedback; say warmly why"),
    "sentence": (
        (*ASK, "explanation"),
        "một " * 17,
        "steps[q4].explanation: a sentence of 17 words, at most 16",
    ),
    "slide words": (
        (*SLIDE, "body"),
        "Một hai ba.\n" * 12,
        "steps[trang].heading: 41 words on one slide, at most 35",
    ),
    "prompt": ((*ASK, "prompt"), "Bin nghiêng. " * 8, "steps[q4].prompt: 103 characters, at most 90"),
    "option": (
        (*ASK, "options", 0, "text"),
        "a" * 41,
        "steps[q4].options[a].text: 41 characters, at most 40",
    ),
    "heading": ((*SLIDE, "heading"), "a" * 53, "steps[trang].heading: 53 characters, at most 52"),
    "body line": ((*SLIDE, "body"), "a" * 121, "steps[trang].body: 121 characters, at most 120"),
    "word": (
        (*ASK, "explanation"),
        "Sai rồi, em ạ.",
        "steps[q4].explanation: `sai rồi` is not said to pupils",
    ),
    "blame": ((*ASK, "explanation"), "Đó là tại em.", "`tại em` is not said to pupils"),
    "longest word": ((*ASK, "explanation"), "Một con nghiện.", "`con nghiện` is not said to pupils"),
    "brand": ((*ASK, "explanation"), "Trên Facebook nhé.", "`facebook` is a real brand"),
    "fine": (
        (*ASK, "explanation"),
        "Bị phạt 5.000.000 đồng.",
        "`5.000.000 đồng` is a sum of money as a fine",
    ),
    "link": ((*ASK, "explanation"), "Vào qua-tang.com nhé.", "`qua-tang.com` looks like a link"),
    "address": ((*ASK, "notes"), "Xem https://x nhé.", "steps[q4].notes: `https:` looks like a link"),
    "phone": ((*ASK, "notes"), "Gọi 0912 345 678 nhé.", "`0912 345 678` looks like a telephone number"),
    "short number": ((*ASK, "explanation"), "Em gọi số 567 nhé.", "`567` looks like a telephone number"),
    "older number": ((*ASK, "explanation"), "Em gọi 5656 nhé.", "`5656` looks like a telephone number"),
    "capitals": (
        (*ASK, "explanation"),
        "Em NHỚ nhé, QUÀ đó.",
        "steps[q4].explanation: `NHỚ QUÀ` in capitals",
    ),
    "capitals in notes": ((*ASK, "notes"), "KHÔNG hỏi.", "? blocks[b1].steps[q4].notes: `KHÔNG` in capitals"),
}


@pytest.mark.parametrize("name", CASES)
def test_a_broken_rule(name: str, tmp_path: Path) -> None:
    place, value, expected = CASES[name]
    found = strict(tmp_path, changed("vi", *place, to=value))
    assert any(expected in s for s in found), found


FINE: dict[str, str] = {
    "allowed": "Đó không phải tại em.",
    "part of a word": "Nghiêng người, ngủ ngon, hiện tại em vui.",
    "helplines": "Gọi 111 hoặc 113, một-một-một.",
    "acronyms": "Mã OTP, thẻ SIM, AI và lớp III.",
    "made-up link": "Xem qua-tang.example nhé.",
    "date and time": "Ngày 23-11-2026, 23.11.2026, lúc 7.30.",
    "big numbers": "Có 1.000.000 bạn, 35 phút. Rồi nghỉ.",
    "money, no fine": "Quyển vở giá 5.000 đồng.",
    "dots": "Ừm...được rồi... Bin đi.",
}


@pytest.mark.parametrize("name", FINE)
def test_no_false_alarm(name: str, tmp_path: Path) -> None:
    assert strict(tmp_path, changed("vi", *ASK, "explanation", to=FINE[name])) == []


def test_blocks_and_questions_are_counted(tmp_path: Path) -> None:
    data = lesson()
    del data["blocks"][1]
    found = strict(tmp_path, data)
    assert "blocks: 2 blocks; a lesson for grades-4-5 has 3" in found
    assert "blocks: 6 questions; a lesson has at least 8" in found


def with_branch() -> dict[str, Any]:
    """The sample with a branch: one path of 2 minutes, one of none."""
    data = deepcopy(lesson())
    steps = data["blocks"][1]["steps"]
    steps[0]["minutes"] = 1
    page = {"kind": "slide", "notes": "x", "heading": "Đây."}
    steps[1:1] = [
        {
            "id": "re",
            "kind": "branch",
            "minutes": 0,
            "notes": "x",
            "prompt": "Đi đâu?",
            "options": [
                {"id": "a", "text": "Trái", "goto": "trai"},
                {"id": "b", "text": "Phải", "goto": "phai"},
            ],
        },
        {"id": "trai", "minutes": 2, "next": "q4", **page},
        {"id": "phai", "minutes": 0, **page},
    ]
    return data


def test_only_the_longest_path_counts(tmp_path: Path) -> None:
    data = with_branch()
    assert longest_path(Lesson.model_validate(data).blocks[1]) == 12
    assert strict(tmp_path, data) == []
    data["blocks"][1]["steps"][3]["minutes"] = 1
    assert strict(tmp_path, data) == [
        "blocks[b1]: only the longest path of a branch carries minutes; write `minutes: 0` on the others"
    ]


def test_a_step_that_no_path_reaches(tmp_path: Path) -> None:
    data = with_branch()
    data["blocks"][1]["steps"][1]["options"][1]["goto"] = "trai"
    assert any("steps[phai]: no path leads to this step" in s for s in strict(tmp_path, data))


def test_the_youngest_answer_by_picture(tmp_path: Path) -> None:
    found = strict(tmp_path, changed("vi", "audience", to="grades-1-3"))
    assert sum("no picture; pupils of grades 1 to 3" in s for s in found) == 24


def test_bubbles_by_audience(tmp_path: Path) -> None:
    panels = [{"setting": "calm", "actors": [{"who": "bin"}], "speech": [{"who": "bin", "text": "a" * 49}]}]
    story = {"id": "trang", "kind": "story", "minutes": 3, "notes": "x", "panels": panels}
    found = strict(tmp_path, changed("vi", *SLIDE, to=story))
    assert found == [
        "blocks[b1].steps[trang].panels[0].speech[0].text: 49 characters, at most 48; shorten it"
    ]


def test_a_bulletin_has_its_own_rules(tmp_path: Path) -> None:
    data = lesson()
    steps = [data["blocks"][0]["steps"][1], data["blocks"][0]["steps"][5], data["blocks"][2]["steps"][5]]
    steps[1]["minutes"] = 3
    del data["replay"]
    data |= {
        "minutes": 5,
        "date": "2026-11-01",
        "expires": "2026-12-01",
        "blocks": [{"id": "b", "title": "B", "steps": steps}],
    }
    assert strict(tmp_path, data) == []
    data["expires"] = "2026-10-01"
    assert strict(tmp_path, data) == ["expires: expires before it begins; write a later date"]
    data["expires"] = "2027-02-31"
    assert strict(tmp_path, data) == ["expires: `2027-02-31` is no day of the calendar; correct it"]
    del data["expires"]
    folder = write(tmp_path / "bulletins" / "bao", data, languages="vi")
    assert any("a bulletin needs `expires`" in str(f) for f in check_paths([folder], strict=True))


def test_right_answers_are_spread(tmp_path: Path) -> None:
    data = lesson()
    for block in data["blocks"]:
        for step in block["steps"]:
            for option in step.get("options", ()) if step["kind"] == "question" else ():
                option["correct"] = option["id"] == "b"
                option["text"] += " dài hơn" if option["correct"] else ""
    found = strict(tmp_path, data)
    assert "B is right in 8 of 8 single questions; at most half, move some" in found[0] + found[1]
    assert "the longest answer is right in 8 of 8 single questions; at most 45 %" in found[0] + found[1]
    assert not any(s.startswith("?") for s in found)


def test_a_sentence_of_another_lesson_is_a_warning(tmp_path: Path) -> None:
    write(tmp_path / "a", changed("vi", *ASK, "explanation", to="Bin kể cho bà nghe."), languages="vi")
    other = changed("vi", *ASK, "explanation", to="Rồi thôi. Bin kể cho bà nghe!")
    other["id"] = "t02-a2"
    write(tmp_path / "b", other, languages="vi")
    found = [f for f in check_paths([tmp_path], strict=True) if f.code == "repeated"]
    told = [f.message for f in found if f.field.endswith("explanation")]
    assert told == [
        "said in the same words at t02-a2:170: “Bin kể cho bà nghe.”; say it anew",
        "said in the same words at t01-a2:170: “Bin kể cho bà nghe!”; say it anew",
    ]
    assert all(f.level == "warning" for f in found)


def test_the_rules_are_read_from_resources() -> None:
    rules = load_rules(resources_folder())
    assert {"H1", "L14b", "R12"} <= rules.sources.keys()
    assert rules.sources["H20"].confidence == "L"
    assert "OTP" in rules.wording.acronyms


def test_the_youngest_have_a_picture_on_all_that_they_lay_or_sort(tmp_path: Path) -> None:
    data = changed("vi", "audience", to="grades-1-3")
    ask = data["blocks"][1]["steps"][1]
    for field in ("options", "prompt"):
        ask.pop(field)
    ask |= {
        "type": "sort",
        "prompt": "Em xếp nhé!",
        "explanation": "Mình cùng xem.",
        "buckets": [
            {"id": "b0", "text": "Kể", "picture": "openmoji:1F600"},
            {"id": "b1", "text": "Giữ"},
        ],
        "items": [
            {"id": "i0", "text": "Bóng", "bucket": "b0", "picture": "openmoji:26BD"},
            {"id": "i1", "text": "Số nhà", "bucket": "b1"},
        ],
    }
    found = [fault.split(":")[0] for fault in strict(tmp_path, data) if "no picture" in fault]
    here = [field for field in found if "buckets" in field or "items" in field]
    assert [field.rsplit(".", 1)[1] for field in here] == ["buckets[b1]", "items[i1]"]
