"""Answers out of readings: steady, changeable until the close, never from doubles, posters or strangers."""

from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from lessonapp.channels.cards.marker import LETTERS, Letter
from lessonapp.channels.cards.readings import Reading, Sight
from lessonapp.channels.cards.tracker import STILL_PICTURES, WINDOWS, CardTracker
from lessonapp.channels.cards.view import CardsView


def card(
    seat: int, answer: Letter | None = "A", at: tuple[float, float] = (100, 100), side: float = 20
) -> Reading:
    x, y = at
    half = side / 2
    corners = ((x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half))
    return Reading(seat, answer, at, corners, 0.9, side)


def sight(*readings: Reading, small: int = 0, mirrored: int = 0, light: float = 120) -> Sight:
    return Sight(1280, 720, readings, small, mirrored, light)


def opened(seats: Iterable[int] = range(1, 41)) -> CardTracker:
    tracker = CardTracker(list(seats))
    tracker.open_round()
    return tracker


def show(tracker: CardTracker, times: int, *readings: Reading) -> CardsView:
    for _picture in range(times):
        tracker.see(sight(*readings))
    return tracker.view


def test_three_equal_votes_are_an_answer() -> None:
    tracker = opened()
    assert show(tracker, 2, card(7, "B")).answers == ()
    assert show(tracker, 1, card(7, "B")).answers == ((7, "B"),)


def test_a_card_read_now_and_then_is_counted() -> None:
    tracker = opened()
    for _time in range(3):
        show(tracker, 1, card(7, "C"))
        show(tracker, 2)
    assert tracker.view.answers == ((7, "C"),)


def test_three_votes_far_apart_in_time_are_none() -> None:
    tracker = opened()
    for _time in range(3):
        show(tracker, 1, card(7))
        show(tracker, max(WINDOWS))
    assert tracker.view.answers == ()


def test_a_changed_answer_wins_within_six_pictures_and_a_slip_does_not() -> None:
    tracker = opened()
    show(tracker, 12, card(7, "B"))
    assert show(tracker, 1, card(7, "D")).answers == ((7, "B"),)
    show(tracker, 5, card(7, "B"))
    assert show(tracker, 6, card(7, "D")).answers == ((7, "D"),)


def test_a_card_put_down_keeps_its_answer() -> None:
    tracker = opened()
    show(tracker, 4, card(7, "B"))
    assert show(tracker, 50).answers == ((7, "B"),)


def test_nothing_is_concluded_from_a_card_between_two_edges() -> None:
    tracker = opened()
    view = show(tracker, 10, card(7, None))
    assert view.answers == ()
    assert [(hint.kind, hint.seats) for hint in view.hints] == [("askew", (7,))]


def test_no_picture_changes_an_answer_after_the_close() -> None:
    tracker = opened()
    show(tracker, 4, card(7, "B"))
    tracker.close_round()
    view = show(tracker, 20, card(7, "A"), card(8, "A", (300, 300)))
    assert view.answers == ((7, "B"),)
    assert 8 in view.missing
    assert {reading.seat for reading in view.shown} == {7, 8}


def test_votes_do_not_outlive_their_round() -> None:
    tracker = opened()
    show(tracker, 2, card(7, "B"))
    tracker.close_round()
    assert tracker.open_round().answers == ()
    assert show(tracker, 1, card(7, "B")).answers == ()


def test_a_number_at_two_places_is_flagged_and_counted_for_neither() -> None:
    tracker = opened()
    both = card(7, "B"), card(7, "B", (600, 300))
    view = show(tracker, 10, *both, card(8, "C", (300, 300)))
    assert (view.duplicates, view.answers) == ((7,), ((8, "C"),))
    assert {reading.seat for reading in view.shown} == {8}


def test_an_answer_is_taken_back_when_a_second_card_with_its_number_appears() -> None:
    tracker = opened()
    assert show(tracker, 5, card(7, "B")).answers == ((7, "B"),)
    assert show(tracker, 3, card(7, "B"), card(7, "A", (600, 300))).answers == ()
    assert show(tracker, max(WINDOWS) + 3, card(7, "B")).answers == ((7, "B"),), "once it is alone again"
    assert tracker.view.duplicates == ()


def test_one_false_reading_elsewhere_takes_nothing_back() -> None:
    tracker = opened()
    show(tracker, 5, card(7, "B"))
    view = show(tracker, 1, card(7, "B"), card(7, "A", (600, 300)))
    assert (view.answers, view.duplicates) == (((7, "B"),), ())


def test_votes_that_jump_through_the_room_are_none() -> None:
    tracker = opened()
    for place in range(10):
        tracker.see(sight(card(7, "B", (100 + 110 * place, 100))))
    assert tracker.view.answers == ()


def test_a_seat_not_in_class_is_ignored() -> None:
    tracker = opened([1, 2])
    view = show(tracker, 10, card(3))
    assert (view.answers, view.shown, view.missing) == ((), (), (1, 2))


def test_a_poster_seen_before_the_round_is_ignored_at_its_place_only() -> None:
    tracker = CardTracker(range(1, 41))
    show(tracker, STILL_PICTURES + 5, card(7, "A", (500, 80)))
    tracker.open_round()
    view = show(tracker, 10, card(7, "A", (501, 80)))
    assert (view.answers, view.shown) == ((), ())
    assert [(hint.kind, hint.seats) for hint in view.hints] == [("raised-early", (7,))]
    view = show(tracker, 10, card(7, "A", (500, 80)), card(7, "C", (200, 400)))
    assert (view.answers, view.duplicates, view.hints) == (((7, "C"),), (), ())


def test_a_card_raised_early_counts_as_soon_as_it_moves() -> None:
    tracker = CardTracker(range(1, 41))
    show(tracker, STILL_PICTURES + 5, card(7, "A", (500, 300)))
    tracker.open_round()
    assert show(tracker, 3, card(7, "A", (508, 300))).answers == ((7, "A"),)


def test_a_waving_hand_between_rounds_is_no_poster() -> None:
    tracker = CardTracker(range(1, 41))
    for step in range(60):
        tracker.see(sight(card(7, "A", (500 + 9 * (step % 7), 300))))
    tracker.open_round()
    assert show(tracker, 3, card(7, "A", (518, 300))).answers == ((7, "A"),)


def test_a_poster_is_known_in_the_next_round_too() -> None:
    tracker = CardTracker(range(1, 41))
    show(tracker, STILL_PICTURES + 5, card(7, "A", (500, 80)))
    for _round in range(3):
        tracker.open_round()
        assert show(tracker, 10, card(7, "A", (500, 80))).answers == ()
        tracker.close_round()


def test_hints_need_more_than_one_bad_picture() -> None:
    tracker = opened()
    bad = sight(card(5, "A", side=11), small=3, light=20, mirrored=2)
    assert tracker.see(bad).hints == ()
    for _picture in range(5):
        tracker.see(sight(card(5, None, side=11), small=3, light=20, mirrored=2))
    kinds = {hint.kind: hint for hint in tracker.view.hints}
    assert set(kinds) == {"small", "dark", "mirrored", "askew"}
    assert (kinds["small"].seats, kinds["small"].count) == ((5,), 4)


def test_nothing_is_said_of_a_small_card_that_was_read() -> None:
    assert show(opened(), 10, card(5, "A", side=11)).hints == ()


SEATS = st.integers(1, 6)
READINGS = st.lists(
    st.builds(
        card,
        SEATS,
        st.sampled_from([*LETTERS, None]),
        st.tuples(st.sampled_from([50.0, 55.0, 400.0]), st.sampled_from([60.0, 300.0])),
    ),
    max_size=6,
)


class Rounds(RuleBasedStateMachine):
    """Any order of pictures, openings and closes."""

    @initialize()
    def start(self) -> None:
        self.tracker = CardTracker([1, 2, 3, 4])
        self.view = self.tracker.view
        self.pictures: list[tuple[Reading, ...]] = []

    @rule(readings=READINGS)
    def see(self, readings: list[Reading]) -> None:
        before = self.view
        self.view = self.tracker.see(sight(*readings))
        self.pictures.append(tuple(readings))
        if not before.open:
            assert self.view.answers == before.answers

    @rule(readings=READINGS, times=st.integers(3, 8))
    def hold(self, readings: list[Reading], times: int) -> None:
        for _time in range(times):
            self.see(readings)

    @rule()
    def open(self) -> None:
        self.pictures.clear()
        self.view = self.tracker.open_round()
        assert self.view.answers == ()

    @rule()
    def close(self) -> None:
        before = self.view.answers
        self.view = self.tracker.close_round()
        assert self.view.answers == before

    @invariant()
    def every_answer_was_shown_three_times(self) -> None:
        for seat, answer in self.view.answers:
            shown = sum(any((r.seat, r.answer) == (seat, answer) for r in seen) for seen in self.pictures)
            assert shown >= 3

    @invariant()
    def seats_are_in_class_and_in_one_list_only(self) -> None:
        answered = {seat for seat, _answer in self.view.answers}
        assert answered | set(self.view.missing) == {1, 2, 3, 4}
        assert not answered & set(self.view.missing)
        assert {reading.seat for reading in self.view.shown} <= {1, 2, 3, 4}
        assert not set(self.view.duplicates) & answered


TestRounds = Rounds.TestCase
TestRounds.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)


@given(st.lists(st.sampled_from(LETTERS), min_size=1, max_size=30))
def test_an_answer_is_one_of_the_last_ten_pictures_when_it_appears(letters: list[Letter]) -> None:
    tracker = opened([1])
    before = tracker.view
    for number, letter in enumerate(letters):
        after = tracker.see(sight(card(1, letter)))
        for _seat, answer in set(after.answers) - set(before.answers):
            last = letters[max(number - max(WINDOWS) + 1, 0) : number + 1]
            assert answer == letter == max(set(last), key=last.count) or last[-6:].count(letter) >= 4
        before = after
