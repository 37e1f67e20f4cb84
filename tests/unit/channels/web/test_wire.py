import json
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from lessonapp.channels.web.wire import Wire
from lessonapp.domain.question import MatchQuestion, OrderQuestion, SortQuestion
from tests.builders import choice, lesson, question
from tests.unit.channels.web.fakes import Classroom

BASE = {key: value for key, value in question("q").items() if key != "options"}
ORDER = OrderQuestion.model_validate(
    {**BASE, "type": "order", "items": [choice(x) for x in ("mot", "hai", "ba")]}
)
MATCH = MatchQuestion.model_validate(
    {**BASE, "type": "match", "pairs": [{"id": f"p{n}", "left": f"L{n}", "right": f"R{n}"} for n in range(4)]}
)
SORT = SortQuestion.model_validate(
    {
        **BASE,
        "type": "sort",
        "buckets": [choice("rieng"), choice("chung")],
        "items": [{**choice(f"rieng-{n}"), "bucket": "rieng"} for n in range(2)]
        + [{**choice(f"chung-{n}"), "bucket": "chung"} for n in range(2)],
    }
)


@given(st.text(max_size=20))
def test_what_goes_out_comes_back_in(secret: str) -> None:
    for step in (ORDER, MATCH, SORT):
        wire = Wire(step, secret)
        assert wire.inward(tuple(wire.outward(step.correct))) == step.correct
        assert wire.inward(step.correct) is None


@given(st.integers())
def test_the_order_on_the_wire_is_never_the_right_one(seed: int) -> None:
    wire = Wire(ORDER, str(seed))
    assert [item.id for item in wire.mixed(ORDER.items, "i")] != [item.id for item in ORDER.items]


def test_every_order_can_come() -> None:
    seen = {tuple(i.id for i in Wire(ORDER, str(n)).mixed(ORDER.items, "i")) for n in range(200)}
    assert len(seen) == len(list(permutations("abc"))) - 1


def test_the_two_halves_of_a_pair_have_nothing_in_common() -> None:
    wire = Wire(MATCH, "x")
    lefts = [wire.name("l", p.id)[1:] for p in MATCH.pairs]
    rights = [wire.name("r", p.id)[1:] for p in MATCH.pairs]
    assert not set(lefts) & set(rights)


def test_another_session_has_other_names() -> None:
    assert Wire(MATCH, "one").name("l", "p1") != Wire(MATCH, "two").name("l", "p1")


def test_no_message_names_a_part_as_the_lesson_does() -> None:
    data = json.loads(lesson().model_dump_json())
    steps = [
        json.loads(step.model_dump_json()) | {"id": f"cau-{n}"} for n, step in enumerate((ORDER, MATCH, SORT))
    ]
    data["blocks"][1]["steps"] += steps
    room = Classroom(type(lesson()).model_validate(data))
    seat, _token, phone = room.join()
    for step in steps:
        room.open(step["id"])
        told = phone.state["step"]
        texts = json.dumps(told)
        assert not any(f'"{part}"' in texts for part in ("mot", "p1", "rieng-1", "chung", "bucket"))
        if "pairs" in told:
            lefts = {p["text"]: p["id"] for p in told["pairs"]["left"]}
            rights = {p["text"]: p["id"] for p in told["pairs"]["right"]}
            sent = [f"{lefts[f'L{n}']}:{rights[f'R{n}']}" for n in range(4)]
        elif "buckets" in told:
            groups = {b["text"].split()[1]: b["id"] for b in told["buckets"]}
            sent = [f"{i['id']}:{groups[i['text'].split()[1].split('-')[0]]}" for i in told["items"]]
        else:
            named = {i["text"].split()[1]: i["id"] for i in told["items"]}
            sent = [named[key] for key in ("mot", "hai", "ba")]
        assert room.answer(seat, phone, step["id"], *sent) == "saved"
        room.taught.reveal()
        assert sorted(phone.state["reveal"]["correct"]) == sorted(sent)
        assert phone.state["mine"]["choice"] == sent
        assert phone.state["reveal"]["feedback"] is None
