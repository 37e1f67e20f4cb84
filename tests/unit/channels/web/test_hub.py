import json
from datetime import timedelta

import pytest

from lessonapp.channels.web.hub import CHANGES_AT_ONCE
from lessonapp.channels.web.ports import OVER, REPLACED, UNKNOWN
from lessonapp.domain.answer import Answer
from lessonapp.domain.events import Channel
from tests.builders import lesson, question
from tests.unit.channels.web.fakes import Classroom, Phone


def test_whoever_joins_is_told_the_state_at_once_in_one_message() -> None:
    room = Classroom()
    room.open("q3")
    seat, _token, phone = room.join()
    assert seat == 1
    assert len(phone.texts) == 1
    assert phone.state["phase"] == "open"
    assert [o["id"] for o in phone.state["step"]["options"]] == ["a", "b", "c"]


def test_the_lowest_free_seat_is_given_and_a_taken_one_is_refused() -> None:
    room = Classroom()
    assert [room.join()[0] for _ in range(3)] == [1, 2, 3]
    assert room.join(7)[0] == 7
    assert room.hub.take_seat(7, None) == "taken"
    assert room.hub.take_seat(99, None) == "full"


def test_the_same_device_gets_its_seat_again_with_what_it_answered() -> None:
    room = Classroom()
    room.open("q3")
    seat, token, phone = room.join(4)
    room.answer(seat, phone, "q3", "b")
    room.hub.disconnect(seat, phone)
    assert room.hub.take_seat(None, token) == (seat, token)
    assert room.enter(token).state["mine"] == {"choice": ["b"], "status": "saved"}


def test_a_device_that_takes_another_seat_leaves_its_own() -> None:
    room = Classroom()
    _seat, token, _phone = room.join(4)
    taken = room.hub.take_seat(5, token)
    assert not isinstance(taken, str)
    assert room.hub.seats.taken == {5}
    assert room.hub.seats.seat_of(token) is None


def test_the_newer_of_two_connections_wins() -> None:
    room = Classroom()
    room.open("q3")
    seat, token, older = room.join(4)
    newer = room.enter(token)
    assert older.closed == (REPLACED, "opened on another device")
    room.hub.disconnect(seat, older)
    room.answer(seat, newer, "q3", "a")
    assert newer.receipts == ["saved"]
    room.alarms.forward(0.1)
    assert room.rooms[-1].connected == {seat}, "the older connection went, its pupil is there"


def test_an_unknown_device_is_sent_away_and_told_nothing() -> None:
    phone = Classroom().enter("no such token")
    assert phone.closed is not None
    assert phone.closed[0] == UNKNOWN
    assert phone.texts == []


def test_a_freed_seat_goes_to_the_next_and_the_old_device_must_join_again() -> None:
    room = Classroom()
    seat, token, phone = room.join(2)
    room.hub.free(seat)
    assert phone.closed is not None
    assert phone.closed[0] == UNKNOWN
    assert room.enter(token).closed is not None
    assert room.join(2)[0] == 2


def test_saved_is_said_only_once_it_is_on_disk() -> None:
    room = Classroom()
    room.open("q3")
    seat, token, phone = room.join()
    room.journal.slow = True
    room.answer(seat, phone, "q3", "b")
    assert phone.receipts == []
    again = room.enter(token)
    assert again.state["mine"] is None
    room.journal.catch_up()
    assert again.receipts == ["saved"]
    assert again.state["mine"] == {"choice": ["b"], "status": "saved"}


def test_a_changed_answer_is_changed_and_the_same_again_costs_nothing() -> None:
    room = Classroom()
    room.open("q3")
    seat, _token, phone = room.join()
    for choice in "aab":
        room.answer(seat, phone, "q3", choice)
    assert phone.receipts == ["saved", "saved", "changed"]
    assert [a.choice for a in room.session.posted] == [("a",), ("b",)]


def test_what_cannot_be_taken_is_refused_before_it_reaches_the_session() -> None:
    room = Classroom()
    seat, _token, phone = room.join()
    room.taught.goto("q3")
    assert room.answer(seat, phone, "q3", "a") == "not-open"
    room.taught.open_round()
    assert room.answer(seat, phone, "q1", "a") == "not-open"
    assert room.answer(seat, phone, "no-such-step", "a") == "not-open"
    for choice in (("99",), (), ("a", "b"), ("a", "a")):
        assert room.answer(seat, phone, "q3", *choice) == "unknown-choice"
    room.taught.close_round()
    assert room.answer(seat, phone, "q3", "a") == "closed"
    assert room.session.posted == []


def test_one_phone_cannot_fill_the_disk() -> None:
    room = Classroom()
    room.open("q3")
    seat, _token, phone = room.join()
    for turn in range(3 * CHANGES_AT_ONCE):
        room.answer(seat, phone, "q3", "ab"[turn % 2])
    assert len(room.session.posted) == CHANGES_AT_ONCE
    assert phone.receipts.count("busy") == CHANGES_AT_ONCE
    room.alarms.forward(2)
    room.answer(seat, phone, "q3", "c")
    assert phone.receipts[-1] == "changed"


def test_others_are_told_nothing_of_an_answer() -> None:
    room = Classroom()
    room.open("q3")
    phones = [room.join() for _ in range(3)]
    before = [len(phone.texts) for _, _, phone in phones]
    room.answer(1, phones[0][2], "q3", "a")
    assert [len(phone.texts) for _, _, phone in phones] == [before[0] + 1, *before[1:]]


def test_before_the_reveal_no_message_tells_what_is_right_or_what_others_did() -> None:
    room = Classroom()
    phones = [room.join() for _ in range(3)]
    for step in ("q1", "q3", "xep", "q2"):
        room.open(step)
        choice = [i["id"] for i in phones[0][2].state["step"].get("items", ())] or ["a"]
        room.answer(1, phones[0][2], step, *choice)
        room.taught.close_round()
    for _seat, _token, phone in phones:
        text = "\n".join(phone.texts)
        assert "correct" not in text
        assert "Mình cùng nghĩ" not in text
        assert "counts" not in text
        assert all(m["reveal"] is None for m in phone.told if m["type"] == "state")


def test_the_reveal_tells_what_is_right_and_what_explains_the_own_choice() -> None:
    room = Classroom()
    room.open("q3")
    seats = [room.join() for _ in range(3)]
    room.answer(1, seats[0][2], "q3", "a")
    room.answer(2, seats[1][2], "q3", "b")
    room.taught.reveal()
    told = [phone.state["reveal"] for _, _, phone in seats]
    assert all(r["correct"] == ["a"] and r["counts"] == {"a": 1, "b": 1, "c": 0} for r in told)
    assert [r["feedback"] for r in told] == [
        "Mình cùng nghĩ về cách a nhé.",
        "Mình cùng nghĩ về cách b nhé.",
        None,
    ]


def test_feelings_are_never_counted_on_phones_nor_anything_in_a_sensitive_lesson() -> None:
    room = Classroom()
    seat, _token, phone = room.join()
    room.open("vui")
    room.answer(seat, phone, "vui", "lo")
    room.taught.reveal()
    assert phone.state["reveal"]["counts"] is None
    careful = Classroom(lesson(teacher={"before": "x", "caution": "y", "sensitive": True}))
    seat, _token, phone = careful.join()
    careful.open("q3")
    careful.answer(seat, phone, "q3", "a")
    careful.taught.reveal()
    assert phone.state["reveal"]["counts"] is None


def test_a_correction_after_the_reveal_is_told() -> None:
    room = Classroom()
    _seat, _token, phone = room.join(1)
    room.open("q3")
    room.taught.reveal()
    room.taught.answers.correct("q3", 1, ("b",))
    room.hub.refresh()
    assert phone.state["mine"] == {"choice": ["b"], "status": "saved"}


def test_each_phone_has_its_own_language() -> None:
    english = lesson(language="en", title="A lesson")
    data = json.loads(english.model_dump_json())
    data["blocks"][0]["steps"][4]["prompt"] = "What should May do?"
    room = Classroom(others=(type(english).model_validate({**data, "language": "en"}),))
    room.open("q3")
    assert room.join(language="en")[2].state["step"]["prompt"] == "What should May do?"
    assert room.join(language="vi")[2].state["step"]["prompt"].startswith("Mây nên làm gì")


def test_the_clock_of_a_question_stays_within_its_time_whatever_a_clock_does() -> None:
    room = Classroom()
    room.open("q3")
    began = room.taught.log.now()
    for jump, left in (
        (timedelta(days=-400), 30.0),
        (timedelta(days=400), 0.0),
        (timedelta(seconds=10), 20.0),
    ):
        room.session.clock = lambda jump=jump: began + jump
        assert room.join()[2].state["step"]["seconds_left"] == pytest.approx(left, abs=0.2)


def test_a_late_pupil_sits_down_behind_the_class() -> None:
    room = Classroom(seats=2)
    assert [room.join()[0] for _ in range(3)] == [1, 2, 3]
    assert 3 in room.taught.state.present


def test_a_script_that_takes_all_seats_keeps_none_that_it_does_not_use() -> None:
    room = Classroom(seats=3)
    while not isinstance(room.hub.take_seat(None, None), str):
        pass
    assert room.hub.take_seat(1, None) == "taken"
    room.alarms.forward(31)
    assert room.join(1)[0] == 1


def test_late_numbers_do_not_grow_by_being_taken() -> None:
    room = Classroom(seats=10)
    joined = 0
    while not isinstance(taken := room.hub.take_seat(None, None), str):
        room.session.join(taken[0])
        joined += 1
    assert joined == 20
    room.taught.room.seat_joined(31)
    assert room.join(31)[0] == 31


def test_a_whole_school_picks_no_numbers() -> None:
    room = Classroom(seats=2000)
    assert room.hub.room() == {"seats": 2000, "taken": [], "pick": False}
    assert [room.join()[0] for _ in range(200)] == list(range(1, 201))


def test_a_team_has_one_answer_and_every_member_sees_it() -> None:
    room = Classroom()
    room.taught.room.draw_teams([[1, 2], [3, 4]])
    room.open("q3")
    phones = {seat: room.join(seat)[2] for seat in (1, 2, 3)}
    assert phones[2].state["team"] == 1
    room.answer(1, phones[1], "q3", "a")
    assert phones[2].state["mine"] == {"choice": ["a"], "status": "saved"}
    assert phones[3].state["mine"] is None
    room.answer(2, phones[2], "q3", "b")
    current = room.taught.state.round
    assert current is not None
    assert {who: a.choice for who, a in current.answers.items()} == {(0, 1): ("b",)}


@pytest.mark.parametrize("channel", ["cards", "screen", "hands"])
def test_a_phone_hears_at_once_that_its_seat_has_answered_elsewhere(channel: Channel) -> None:
    room = Classroom()
    room.open("q3")
    seat, _token, phone = room.join(4)
    _, _, other = room.join(5)
    room.answer(seat, phone, "q3", "a")
    told = len(other.texts)
    room.taught.answers.post(Answer(step="q3", choice=("b",), channel=channel, seat=seat))
    assert phone.state["mine"] == {"choice": ["b"], "status": "saved"}
    assert room.answer(seat, phone, "q3", "c") == "changed"
    room.hub.refresh()
    assert phone.state["mine"] == {"choice": ["c"], "status": "saved"}
    assert len(other.texts) == told


def test_a_team_hears_at_once_that_the_shared_screen_answered_for_it() -> None:
    room = Classroom()
    room.taught.room.draw_teams([[1, 2], [3, 4]])
    room.open("q3")
    phones = {seat: room.join(seat)[2] for seat in (1, 2, 3)}
    told = len(phones[3].texts)
    room.taught.answers.post(Answer(step="q3", choice=("b",), channel="screen", team=1))
    assert [phones[seat].state["mine"] for seat in (1, 2)] == [{"choice": ["b"], "status": "saved"}] * 2
    assert len(phones[3].texts) == told


def test_the_teacher_hears_counts_ten_times_a_second_at_most() -> None:
    room = Classroom()
    teacher = Phone()
    room.open("q3")
    phones = [room.join() for _ in range(5)]
    room.hub.add_teacher(teacher)
    first = len(teacher.texts)
    for seat, _token, phone in phones:
        room.answer(seat, phone, "q3", "a")
    assert len(teacher.texts) == first
    room.alarms.forward(0.1)
    assert len(teacher.texts) == first + 1
    told = teacher.state
    assert told["counts"] == {"a": 5, "b": 0, "c": 0}
    assert told["answered"] == [1, 2, 3, 4, 5]
    assert told["missing"] == [6, 7, 8, 9, 10]
    assert told["notes"] == "Đọc câu hỏi, đợi các em nghĩ."
    assert told["correct"] is None


def test_the_program_hears_of_many_who_join_once() -> None:
    room = Classroom()
    for _ in range(8):
        room.join()
    assert room.rooms == []
    room.alarms.forward(0.1)
    assert [len(told.joined) for told in room.rooms] == [8]
    assert room.rooms[0].connected == frozenset(range(1, 9))


def test_the_end_is_told_and_then_the_connection_closed() -> None:
    room = Classroom()
    _seat, token, phone = room.join()
    room.taught.end()
    assert phone.state["phase"] == "ended"
    assert phone.closed is not None
    assert phone.closed[0] == OVER
    assert room.enter(token).state["phase"] == "ended"


def test_a_pause_shows_no_question() -> None:
    room = Classroom()
    room.open("q3")
    _seat, _token, phone = room.join()
    room.taught.pause()
    assert (phone.state["phase"], phone.state["paused"], phone.state["step"]) == ("waiting", True, None)
    room.taught.resume()
    assert phone.state["phase"] == "closed"


def test_a_step_that_nobody_answers_tells_only_what_it_is() -> None:
    room = Classroom()
    room.taught.goto("truyen")
    assert room.join()[2].state["step"] == {"id": "truyen", "kind": "story", "seconds_left": None}


def test_numbers_rise_only_when_pupils_can_see_a_difference() -> None:
    room = Classroom()
    seat, _token, phone = room.join()
    room.open("q3")
    before = phone.state["n"]
    room.answer(seat, phone, "q3", "a")
    room.hub.refresh()
    assert phone.state["n"] == before
    room.taught.close_round()
    assert phone.state["n"] == before + 1


def test_the_line_is_kept_warm_for_everybody_within_twenty_seconds() -> None:
    room = Classroom()
    phones = [room.join()[2] for _ in range(5)]
    for turn in range(20):
        room.hub.ping(turn)
    assert all(sum(m["type"] == "ping" for m in phone.told) == 1 for phone in phones)


def test_nothing_is_acknowledged_that_the_journal_cannot_keep() -> None:
    room = Classroom()
    room.open("q3")
    seat, _token, phone = room.join()
    room.journal.slow = True
    room.answer(seat, phone, "q3", "a")
    waiting, room.journal._waiting = room.journal._waiting, []
    waiting[0].set_exception(OSError("disk full"))
    assert phone.receipts == ["not-saving"]


def test_the_pictures_of_a_question_are_named_as_they_are_served() -> None:
    taught = lesson()
    data = json.loads(taught.model_dump_json())
    data["blocks"][0]["steps"][4] = question("q3", right="a", picture="openmoji:1F431")
    room = Classroom(type(taught).model_validate(data))
    room.open("q3")
    assert room.join()[2].state["step"]["picture"] is None
