"""The strict rules on make-up and care, each broken once in a lesson that is right otherwise."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from lessonapp.content.check import check_paths
from lessonapp.content.law import law_pack
from lessonapp.content.rules import load_rules
from lessonapp.domain.errors import MachineError
from lessonapp.domain.look import AUDIENCES
from lessonapp.settings import resources_folder
from tests.unit.content.samples import changed, lesson, write

Data = dict[str, Any]
ASK = ("blocks", 1, "steps", 1)


def strict(tmp_path: Path, data: Data, folder: str = "bai") -> list[str]:
    """The strict faults of a Vietnamese lesson as they are printed, parity and folder left out."""
    path = write(tmp_path / folder, data, languages="vi") / "lesson.vi.yaml"
    found = check_paths([path], strict=True)
    return [f"{f.line}: {f.field}: {f.message}" for f in found if f.code != "parity"]


def step_of(data: Data, step: str) -> Data:
    found: Data = next(s for block in data["blocks"] for s in block["steps"] if s["id"] == step)
    return found


def to_slide(step: str) -> Callable[[Data], None]:
    def change(data: Data) -> None:
        it = step_of(data, step)
        for key in it.keys() - {"id", "minutes", "notes"}:
            del it[key]
        it |= {"kind": "slide", "heading": "Một trang."}

    return change


def replay(**named: list[str]) -> Callable[[Data], None]:
    return lambda data: data.update(replay=named)


def twin_in_two(data: Data) -> None:
    del step_of(data, "q6")["options"][1]


def no_replay(data: Data) -> None:
    del data["replay"]


def exit_on_a_path(data: Data) -> None:
    steps = data["blocks"][0]["steps"]
    where = next(i for i, step in enumerate(steps) if step["id"] == "loi-b")
    steps.insert(where, data["blocks"][2]["steps"].pop(0) | {"next": "gap"})
    step_of(data, "loi-a").pop("next")


BROKEN: dict[str, tuple[Callable[[Data], None], str]] = {
    "no story": (to_slide("truyen"), "blocks: no step of `story` / `chat`; a lesson has at least one"),
    "no branch": (to_slide("nga-ba"), "blocks: no step of `branch` / `sort` / `match` / `order` / `hotspot`"),
    "one for a week": (
        replay(week=["q6"], month=["q8"]),
        "replay.week: `week` names 1 questions to ask again; name 2, as in `replay: {week: [id, id]",
    ),
    "none for a month": (
        replay(week=["q6", "q7"]),
        "replay.month: `month` names 0 questions to ask again; name 1",
    ),
    "no replay at all": (no_replay, "replay: `week` names 0 questions to ask again; name 2"),
    "one question twice": (replay(week=["q6", "q6"], month=["q8"]), "`week` names `q6` twice; name two"),
    "on one path only": (
        exit_on_a_path,
        "steps[q6]: `purpose: exit` on one path of a branch only; move it to where all paths meet",
    ),
    "twin asked otherwise": (
        twin_in_two,
        "blocks[b0].steps[q1]: its twin `q6` is `single, 2`, this is `single, 3`; ask both alike",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_a_lesson_is_made_of(name: str, tmp_path: Path) -> None:
    change, expected = BROKEN[name]
    data = lesson()
    change(data)
    found = strict(tmp_path, data)
    assert any(expected in s for s in found), found
    assert all(int(s.split(":")[0]) >= 1 for s in found)


def test_no_talk_and_no_activity(tmp_path: Path) -> None:
    data = lesson()
    to_slide("ban")(data)
    to_slide("viec")(data)
    found = strict(tmp_path, data)
    assert any("blocks: no step of `discussion` / `activity`; a lesson has at least one" in s for s in found)


ALIKE: dict[str, tuple[tuple[str | int, ...], str, str]] = {
    "option": (
        (*ASK, "options", 2, "text"),
        "cách 4  A đây.",
        "steps[q4].options[c].text: says the same as `a`; two choices are never alike",
    ),
    "feedback": (
        (*ASK, "options", 1, "feedback"),
        "Mình nghĩ thêm về 4 a nhé!",
        "steps[q4].options[b].feedback: the feedback of `a` again; say what is true of this choice",
    ),
}


@pytest.mark.parametrize("name", ALIKE)
def test_no_two_choices_are_alike(name: str, tmp_path: Path) -> None:
    place, value, expected = ALIKE[name]
    found = strict(tmp_path, changed("vi", *place, to=value))
    assert [expected in s for s in found] == [True], found
    line = int(found[0].split(":")[0])
    source = (tmp_path / "bai" / "lesson.vi.yaml").read_text("utf-8").splitlines()
    assert value in source[line - 1]


def test_pairs_are_apart_on_both_sides(tmp_path: Path) -> None:
    data = lesson()
    ask = data["blocks"][1]["steps"][1]
    del ask["options"]
    ask |= {
        "type": "match",
        "explanation": "Mình cùng xem.",
        "pairs": [
            {"id": "m", "left": "Ảnh", "right": "Hỏi"},
            {"id": "n", "left": "Tên", "right": "hỏi"},
        ],
    }
    assert any("pairs[n].right: says the same as `m`" in s for s in strict(tmp_path, data))


def sensitive() -> Data:
    data = lesson()
    data |= {"id": "t04-a2", "topic": "strangers"}
    data |= {"competences": ["2.1.CB2", "4.3b.CB2"], "strands": ["relationships"]}
    data["teacher"]["sensitive"] = True
    return data


def test_a_sensitive_lesson_says_who_may_step_out_and_ends_calm(tmp_path: Path) -> None:
    data = sensitive()
    found = strict(tmp_path, data)
    assert len(found) == 2
    assert "steps[mo]: a sensitive lesson says in its first 3 steps that anyone may step out" in found[0]
    assert "steps[cuoi]: a sensitive lesson ends calm; among its last 4 steps write an activity" in found[1]
    data["blocks"][0]["steps"][0]["subtitle"] = "Em nào cần nghỉ thì ra góc bình yên."
    data["blocks"][2]["steps"][4]["notes"] = "Cả lớp hít vào, thở ra thật chậm."
    assert strict(tmp_path, data) == []


def test_the_notice_may_be_spoken_and_the_end_an_activity(tmp_path: Path) -> None:
    data = sensitive()
    data["blocks"][0]["steps"][1]["notes"] = "Nói: “Em nào muốn nghỉ thì cứ **ra ngoài** nhé.”"
    end = data["blocks"][2]["steps"][3]
    del end["lines"]
    end |= {"kind": "activity", "mode": "calm", "instructions": ["Nhắm mắt, nghe gió."]}
    assert strict(tmp_path, data) == []
    late = deepcopy(data)
    late["blocks"][0]["steps"][1]["notes"] = "Nói chậm."
    late["blocks"][0]["steps"][3]["notes"] = "Em nào cần nghỉ thì ra ngoài nhé."
    assert any("in its first 3 steps" in s for s in strict(tmp_path, late))


def test_law_comes_out_of_the_pack_and_only_for_its_age(tmp_path: Path) -> None:
    data = changed("vi", "sources", to=["H1", "L4", "L99", "L14"])
    found = strict(tmp_path, data)
    assert len(found) == 2
    assert "sources[2]: `L99` is not in the law pack; take one of: L1, L2, L3" in found[0]
    assert "sources[3]: `L14` is not for this audience; law for it: L2, L3, L4, L5, L6, L8" in found[1]
    youngest = load_rules(resources_folder()).law
    allowed = [key for key, fact in youngest.items() if "grades-1-3" in fact.audiences]
    assert allowed == ["L2", "L3", "L4", "L5"]


def test_the_pack_speaks_to_every_audience_in_both_languages() -> None:
    pack = law_pack()
    assert tuple(pack.cards) == AUDIENCES
    for audience, card in pack.cards.items():
        for line in (*card.say, *card.leave):
            assert line.text("vi") != line.text("en")
            if audience in ("grades-1-3", "grades-4-5"):
                assert not any(word in line.vi for word in ("Luật", "Nghị định", "Điều ")), line.vi
        assert pack.acts_behind(key for line in card.say for key in line.facts)


def test_a_broken_pack_is_the_machines_fault(tmp_path: Path) -> None:
    (tmp_path / "law").mkdir()
    pack = (resources_folder() / "law" / "pack.yaml").read_text("utf-8")
    wrong = pack.replace("{facts: [L3, L4], vi: Em có quyền", "{facts: [L14], vi: Em có quyền", 1)
    (tmp_path / "law" / "pack.yaml").write_text(wrong, "utf-8")
    with pytest.raises(MachineError, match="the card for grades-1-3 rests on L14, which is not for it"):
        law_pack(tmp_path)


def test_an_id_places_its_lesson(tmp_path: Path) -> None:
    data = lesson() | {"id": "t06-a3", "competences": ["4.1.CB2", "4.2.CB2"]}
    found = strict(tmp_path, data)
    assert len(found) == 2
    assert "topic: is `privacy`, the id `t06-a3` says `scams`; make them agree" in found[1]
    assert "audience: is `grades-4-5`, the id `t06-a3` says `grades-6-9`; make them agree" in found[0]


def test_grades_six_to_nine_name_both_levels(tmp_path: Path) -> None:
    data = lesson() | {"audience": "grades-6-9", "competences": ["4.2.TC1", "2.6b.TC1", "2.6.TC2"]}
    found = [s for s in strict(tmp_path, data) if "competences:" in s]
    assert [s.split("competences: ")[1] for s in found] == ["`4.2` is not named for TC2; add `4.2.TC2`"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Khóa máy lại.", "`khóa` is written `khoá` here"),
        ("Một kỹ năng.", "`kỹ` is written `kĩ` here"),
        ("Thấy cờ đỏ.", "`cờ đỏ` is written `dấu hiệu đèn đỏ` here"),
        ("Báo người phụ trách hoặc 111.", "`người phụ trách hoặc 111` is written `111 ngay, cùng lúc báo"),
    ],
)
def test_spelling_is_that_of_the_textbooks(text: str, expected: str, tmp_path: Path) -> None:
    (found,) = strict(tmp_path, changed("vi", *ASK, "notes", to=text))
    assert f"steps[q4].notes: {expected}" in found


REPEATED: dict[str, tuple[tuple[str | int, ...], str, bool]] = {
    "family note": (("family_note",), "Mời gia đình hỏi con một câu.", True),
    "broadcast": (("broadcast",), "Mời cả trường cùng nghe nhé.", True),
    "long note": ((*ASK, "notes"), "Đọc to câu này rồi đợi các em nghĩ thật kĩ nhé.", True),
    "short note": ((*ASK, "notes"), "Đọc to câu này rồi đợi.", False),
    "help line": ((*ASK, "explanation"), "Em gọi 111, ngày đêm đều được.", False),
    "what all say": ((*ASK, "notes"), "“Cô/thầy sẽ chỉ nói với người cần biết để giúp em.”", False),
}


@pytest.mark.parametrize("name", REPEATED)
def test_no_sentence_of_another_lesson(name: str, tmp_path: Path) -> None:
    place, sentence, is_fault = REPEATED[name]
    write(tmp_path / "a", changed("vi", *place, to=sentence), languages="vi")
    write(tmp_path / "b", changed("vi", *place, to=sentence) | {"id": "t02-a2"}, languages="vi")
    told = [f.field for f in check_paths([tmp_path], strict=True) if f.code == "repeated"]
    assert any(field.endswith(str(place[-1])) for field in told) is is_fault
