"""The summary: what it says of whole, partial, empty and odd sessions."""

from datetime import timedelta

from lessonapp.domain.events import SeatJoined, SeatLeft, SessionPaused, SessionResumed, TeamsDrawn
from lessonapp.domain.school import School
from lessonapp.domain.summary import summarise
from tests.unit.reports.sample import NOW, SCHOOL, Telling, lesson, question, taught, usual


def test_a_whole_session() -> None:
    report = taught(usual(), discuss="tap-1").report()
    assert [q.number for q in report.questions] == list(range(1, 13))
    assert (report.questions[0].twin, report.questions[8].twin) == (9, 1)
    assert report.gain is not None
    assert (report.gain.basis, report.gain.questions, report.gain.respondents) == ("matched", 4, 32)
    assert len(report.hardest) == 3
    assert all(report.question(n).purpose != "pre" for n in report.hardest)
    assert report.question(6).later[0].round == 2
    assert report.grid is not None
    assert (len(report.grid.rows), len(report.grid.columns)) == (32, 12)
    assert (report.about.seats_present, report.about.seats_answered) == (32, 32)
    assert sum(use.answers for use in report.channels) > 400
    assert report.votes[0].answered == sum(o.count for o in report.votes[0].options)


def test_options_counts_and_misconception() -> None:
    told = Telling(lesson([question("q1", "exit", "?")]), 6)
    told.ask("q1", {1: "b", 2: "c", 3: "c", 4: "a"})
    (asked,) = told.report().questions
    assert [(o.letter, o.count, o.correct) for o in asked.options] == [
        ("A", 1, False),
        ("B", 1, True),
        ("C", 2, False),
        ("D", 0, False),
    ]
    assert asked.options[2].share == 0.5
    assert asked.misconception is not None
    assert (asked.misconception.letter, asked.misconception.shows) == ("C", asked.options[2].shows)
    assert (asked.asked, asked.answered, asked.facility) == (6, 4, 0.25)


def test_judgement_uses_exit_questions() -> None:
    told = Telling(
        lesson([question("q0", "practice", "?"), question("q1", "exit", "?"), question("q2", "exit", "?")]),
        10,
    )
    told.ask("q0", dict.fromkeys(range(1, 11), "a"))
    told.ask("q1", dict.fromkeys(range(1, 8), "b") | dict.fromkeys(range(8, 11), "a"))
    told.ask("q2", dict.fromkeys(range(1, 7), "b") | dict.fromkeys(range(7, 11), "a"))
    report = told.report()
    assert (report.teach_again, report.firm, report.hardest) == ((3,), (), (1, 3, 2))


def test_hands_give_class_means_and_no_grid() -> None:
    report = taught(usual(), hands=True).report()
    assert report.gain is not None
    assert (report.gain.basis, report.gain.higher) == ("class-means", None)
    assert report.grid is None
    assert report.questions[0].discrimination is None
    assert report.about.seats_answered == 0
    assert report.about.hands_most > 20


def test_nothing_answered() -> None:
    told = Telling(usual(), 32)
    told.end()
    report = told.report(School())
    assert (report.questions, report.votes, report.gain, report.grid, report.answers) == (
        (),
        (),
        None,
        None,
        0,
    )
    assert report.not_asked == tuple(range(1, 13))
    told.ask("truoc-0")
    assert told.report().questions[0].facility is None


def test_part_of_a_lesson_and_an_open_session() -> None:
    told = Telling(usual(), 20)
    told.ask("truoc-0", dict.fromkeys(range(1, 21), "a"))
    report = told.report()
    assert (report.about.status, report.gain, report.exit) == ("running", None, None)
    assert report.pre is not None
    assert (report.pre.right, report.pre.answered) == (20, 20)
    assert report.hardest == ()
    assert report.about.taught < timedelta(minutes=2)


def test_two_sittings_on_two_days() -> None:
    told = Telling(usual(), 20)
    told.ask("truoc-0", {1: "a"})
    told.add(SessionPaused, reason="bell")
    told.at += timedelta(days=7)
    told.add(SessionResumed)
    told.ask("sau-0", {1: "a"})
    told.end()
    report = summarise(told.lesson, told.state, SCHOOL, NOW + timedelta(days=8))
    assert [f"{day:%d/%m}" for day in report.about.days] == ["23/11", "30/11"]
    assert (report.about.sittings, round(report.about.taught.total_seconds() / 60)) == (2, 34)


def test_absent_seats_are_not_present_and_late_ones_are() -> None:
    told = Telling(lesson([question("q1", "exit", "?")]), 3)
    told.add(SeatLeft, seat=2)
    told.add(SeatJoined, seat=4)
    told.ask("q1", {1: "b", 4: "b"})
    report = told.report()
    assert (report.about.seats_present, report.about.seats_ever) == (3, 4)
    assert report.questions[0].asked == 3
    assert report.grid is not None
    assert [row.seat for row in report.grid.rows] == [1, 3, 4]
    assert report.grid.rows[1].cells == ("blank",)


def test_teams_and_the_class_as_one() -> None:
    told = Telling(usual(1, 1), 8)
    told.add(TeamsDrawn, teams=((1, 2, 3, 4), (5, 6, 7, 8)))
    told.ask("truoc-0", teams={1: "a", 2: "b"})
    told.ask("sau-0", teams={1: "a", 2: "a"})
    told.ask("tap-0", {0: "b"}, channel="screen")
    report = told.report()
    assert [q.unit for q in report.questions] == ["teams", "class", "teams"]
    assert [(q.asked, q.answered) for q in report.questions] == [(2, 2), (1, 1), (2, 2)]
    assert report.gain is not None
    assert report.gain.higher == 1
    assert report.grid is not None
    assert [(row.seat, row.team) for row in report.grid.rows] == [(0, 1), (0, 2)]


def test_steps_and_options_that_the_lesson_no_longer_has() -> None:
    told = taught(usual(2, 2), seats=12)
    changed = usual(2, 1)
    report = summarise(changed, told.state, SCHOOL, NOW)
    assert "tap-1" not in {q.step for q in report.questions}
    told = Telling(usual(2, 2), 3)
    told.ask("tap-0", {1: "gone", 2: "b"})
    assert (told.report().questions[0].right, told.report().questions[0].answered) == (1, 2)


def test_a_hall() -> None:
    report = taught(usual(2, 2), seats=2000).report()
    assert report.about.seats_present == 2000
    assert report.grid is not None
    assert len(report.grid.rows) == 2000
    assert report.confidence == "firm"
