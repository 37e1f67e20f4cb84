"""The summary of a session, folded out of its state: what the school prints and the results screen shows."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from lessonapp.domain.events import Channel
from lessonapp.domain.lesson import Lesson
from lessonapp.domain.marking import FIRST, QuestionMarks, changes, mark_session, round_numbered
from lessonapp.domain.option_counts import misconception, option_counts
from lessonapp.domain.question import (
    MultipleQuestion,
    Purpose,
    Question,
    QuestionBase,
    SingleQuestion,
    TrueFalseQuestion,
)
from lessonapp.domain.reliability import distractions, efficiencies, reliability, rest_scores
from lessonapp.domain.school import School
from lessonapp.domain.state import Respondent, Round, SessionState
from lessonapp.domain.statistics import (
    FIRM_FROM,
    TEACH_AGAIN_BELOW,
    Discrimination,
    Gain,
    class_gain,
    confidence,
    discriminations,
    facility,
    matched_gain,
    spread,
)
from lessonapp.domain.step import BranchStep, PollStep
from lessonapp.domain.summary_values import (
    About,
    Cell,
    ChannelUse,
    Grid,
    GridRow,
    Head,
    LaterRound,
    MeanScore,
    OptionCount,
    QuestionSummary,
    SummaryReport,
    TwinGain,
    Unit,
    VoteSummary,
)
from lessonapp.domain.tally import THE_CLASS
from lessonapp.domain.text import nfc

__all__ = ["HARDEST", "SummaryReport", "head_of", "judged", "summarise"]

HARDEST = 3
CHANNELS: tuple[Channel, ...] = ("cards", "web", "screen", "hands")


@dataclass(frozen=True, slots=True)
class _Reading:
    """A session beside its lesson: what every part of the report looks things up in."""

    lesson: Lesson
    state: SessionState
    marked: Mapping[str, QuestionMarks]
    numbers: Mapping[str, int]
    twins: Mapping[str, str]


def summarise(lesson: Lesson, state: SessionState, school: School, now: datetime) -> SummaryReport:
    """The report of a session, ended or not; steps the lesson no longer has are left out."""
    marked = mark_session(lesson, state)
    asked = [step.id for step in lesson.steps() if isinstance(step, QuestionBase)]
    numbers = {step: number for number, step in enumerate(asked, start=1)}
    reading = _Reading(lesson, state, marked, numbers, _twins(lesson))
    questions = tuple(_questions(reading))
    meant = judged(questions)
    return SummaryReport(
        head=head_of(school),
        about=_about(lesson, state, now),
        channels=_channels(state),
        confidence=confidence(max((q.answered for q in questions), default=0)),
        pre=_mean("pre", questions, marked),
        practice=_mean("practice", questions, marked),
        exit=_mean("exit", questions, marked),
        gain=_gain(reading),
        questions=questions,
        not_asked=tuple(number for step, number in reading.numbers.items() if step not in marked),
        votes=tuple(_votes(lesson, state)),
        hardest=_hardest(questions),
        teach_again=tuple(q.number for q in meant if 100 * q.right < TEACH_AGAIN_BELOW * q.answered),
        firm=tuple(q.number for q in meant if 100 * q.right >= FIRM_FROM * q.answered),
        grid=_grid(questions, marked, state),
        twins=tuple(_twin_gains(reading)),
        reliability=reliability({q.step: marked[q.step].marks for q in questions if q.purpose != "pre"}),
    )


def head_of(school: School) -> Head:
    """What stands at the head of a document, in form C."""
    lines = (school.name, school.higher_body, school.place, school.teacher)
    name, higher_body, place, teacher = (nfc(line).strip() for line in lines)
    return Head(school=name, higher_body=higher_body, place=place, teacher=teacher)


def _about(lesson: Lesson, state: SessionState, now: datetime) -> About:
    opened = state.opened
    taught_steps = {step.id for step in lesson.steps(_known_block(lesson, state))}
    return About(
        session=state.id,
        class_label=nfc(opened.class_label).strip(),
        audience=opened.audience,
        lesson=lesson.id,
        lesson_title=lesson.title,
        lesson_version=lesson.version,
        taught_version=opened.version,
        language=lesson.language,
        opened=opened.at,
        made=now,
        days=_days(state, now),
        sittings=state.sittings,
        status=state.status,
        block=_block_title(lesson, state),
        taught=state.taught(state.last_at),  # a session left open was not taught until now
        steps_shown=len(taught_steps & {*state.trail, *state.rounds}),
        steps=len(taught_steps),
        seats=opened.seats,
        seats_present=len(_took_part(state)),
        seats_ever=len(state.ever_present),
        seats_answered=len({seat for known in _rounds(state) for seat, _ in known.answers if seat}),
        hands_most=max((sum(known.hands.values()) for known in _rounds(state)), default=0),
        teams=state.teams,
        closed=state.last_at if state.status == "ended" else None,
    )


def _took_part(state: SessionState) -> frozenset[int]:
    """Seats that were there for some question, or are there now; those absent all the time are not."""
    answered = {seat for known in _rounds(state) for seat, _ in known.answers if seat}
    return state.present.union(answered, *(known.present for known in _rounds(state)))


def _rounds(state: SessionState) -> Iterator[Round]:
    return (known for rounds in state.rounds.values() for known in rounds)


def _known_block(lesson: Lesson, state: SessionState) -> str | None:
    return state.block if any(block.id == state.block for block in lesson.blocks) else None


def _block_title(lesson: Lesson, state: SessionState) -> str | None:
    return next((block.title for block in lesson.blocks if block.id == state.block), None)


def _days(state: SessionState, now: datetime) -> tuple[date, ...]:
    """The day of each sitting, in the reader's time zone, each once."""
    began = {1: state.opened.at}
    for known in _rounds(state):
        began[known.sitting] = min(began.get(known.sitting, known.opened), known.opened)
    began.setdefault(state.sittings, state.sitting_since or state.last_at)
    return tuple(sorted({at.astimezone(now.tzinfo).date() for at in began.values()}))


def _channels(state: SessionState) -> tuple[ChannelUse, ...]:
    used: Counter[Channel] = Counter()
    for known in _rounds(state):
        used.update(given.channel for given in known.answers.values())
        used["hands"] += sum(known.hands.values())
    return tuple(ChannelUse(channel=channel, answers=used[channel]) for channel in CHANNELS if used[channel])


def _unit(answers: Round) -> Unit:
    kinds = {"pupils" if seat else "teams" if team else "class" for seat, team in answers.answers}
    if any(answers.hands.values()):
        kinds.add("pupils")
    if len(kinds) > 1:
        return "mixed"
    return "teams" if kinds == {"teams"} else "class" if kinds == {"class"} else "pupils"


def _asked(state: SessionState, answers: Round) -> int:
    """How many answers could have come; never fewer than came."""
    came = len(answers.answers) + sum(answers.hands.values())
    unit = _unit(answers)
    if unit == "class":
        return 1
    if unit == "teams":
        return max(came, len(state.teams))
    present = state.present if answers.phase == "open" else answers.present
    return max(came, len(present | {seat for seat, _ in answers.answers if seat}))


def _questions(reading: _Reading) -> Iterator[QuestionSummary]:
    marks = {step: found.marks for step, found in reading.marked.items()}
    telling = discriminations(marks)
    scores = rest_scores(marks)
    efficient = efficiencies(scores)
    for step in reading.lesson.steps():
        first = round_numbered(reading.state.rounds.get(step.id, ()), FIRST)
        if isinstance(step, QuestionBase) and first is not None:
            counts = _judged_options(step, first, {who: rest for who, (_, rest) in scores[step.id].items()})
            found = _question(reading, step, first, counts, telling.get(step.id))
            yield found.model_copy(update={"efficiency": efficient.get(step.id)})


def _judged_options(step: Question, first: Round, rest: Mapping[Respondent, int]) -> tuple[OptionCount, ...]:
    """The counts of a round, each wrong option with how it worked."""
    counts = option_counts(step, first)
    if not isinstance(step, SingleQuestion | TrueFalseQuestion | MultipleQuestion):
        return counts
    chosen = {who: given.choice for who, given in first.answers.items()}
    worked = distractions(chosen, rest, [o.id for o in counts if not o.correct])
    return tuple(o.model_copy(update={"distraction": worked.get(o.id)}) for o in counts)


def _question(
    reading: _Reading,
    step: Question,
    first: Round,
    counts: tuple[OptionCount, ...],
    telling: Discrimination | None,
) -> QuestionSummary:
    marks = reading.marked[step.id]
    return QuestionSummary(
        number=reading.numbers[step.id],
        step=step.id,
        prompt=step.prompt,
        purpose=step.purpose,
        type=step.type,
        twin=reading.numbers.get(reading.twins.get(step.id, "")),
        unit=_unit(first),
        asked=_asked(reading.state, first),
        answered=marks.answered,
        right=marks.right,
        facility=facility(marks.right, marks.answered),
        hands=marks.hands,
        unmarked=marks.hands_unmarked,
        options=counts,
        misconception=misconception(step, first, counts),
        later=tuple(
            LaterRound(
                round=change.round,
                right=change.right_after,
                answered=change.answered_after,
                facility=facility(change.right_after, change.answered_after),
                change=change,
            )
            for change in changes(step, reading.state.rounds[step.id])
        ),
        discrimination=telling,
        still_open=first.phase == "open" and reading.state.status != "ended",
    )


def _twins(lesson: Lesson) -> dict[str, str]:
    """Every question with a twin, both ways; naming it on one side is enough."""
    pairs: dict[str, str] = {}
    for step in lesson.steps():
        if isinstance(step, QuestionBase) and step.twin is not None:
            pairs.setdefault(step.id, step.twin)
            pairs.setdefault(step.twin, step.id)
    return pairs


def _votes(lesson: Lesson, state: SessionState) -> Iterator[VoteSummary]:
    for step in lesson.steps():
        first = round_numbered(state.rounds.get(step.id, ()), FIRST)
        if first is None or not isinstance(step, PollStep | BranchStep):
            continue
        yield VoteSummary(
            step=step.id,
            kind=step.kind,
            prompt=step.prompt,
            asked=_asked(state, first),
            answered=len(first.answers) + sum(first.hands.values()),
            options=option_counts(step, first),
            path=state.paths.get(step.id),
            still_open=first.phase == "open" and state.status != "ended",
        )


def _mean(
    purpose: Purpose, questions: Sequence[QuestionSummary], marked: Mapping[str, QuestionMarks]
) -> MeanScore | None:
    """Counts are added over the questions; the spread is over respondents' own shares."""
    meant = [q for q in questions if q.purpose == purpose and q.answered]
    if not meant:
        return None
    right, answered = sum(q.right for q in meant), sum(q.answered for q in meant)
    scores: dict[Respondent, tuple[int, int]] = {}
    for question in meant:
        for who, mark in marked[question.step].marks.items():
            had, of = scores.get(who, (0, 0))
            scores[who] = (had + mark, of + 1)
    by_hands = any(q.hands for q in meant)
    sd = None if by_hands else spread([Fraction(had, of) for had, of in scores.values()])
    return MeanScore(questions=len(meant), right=right, answered=answered, share=right / answered, sd=sd)


def _gain(reading: _Reading) -> Gain | None:
    """Over the twins that were both asked, by seat where seats are known; without twins, pre against exit."""
    by_purpose: dict[Purpose, list[QuestionMarks]] = {"pre": [], "practice": [], "exit": []}
    pairs: list[tuple[QuestionMarks, QuestionMarks]] = []
    for step in reading.lesson.steps():
        marks = reading.marked.get(step.id)
        if not isinstance(step, QuestionBase) or marks is None or not marks.answered:
            continue
        by_purpose[step.purpose].append(marks)
        twin = reading.marked.get(reading.twins.get(step.id, ""))
        if step.purpose == "pre" and twin is not None and twin.answered:
            pairs.append((marks, twin))
    if pairs and not any(m.has_hands for pair in pairs for m in pair):
        matched = matched_gain([(before.marks, after.marks) for before, after in pairs])
        if matched is not None:
            return matched
    before = [b for b, _ in pairs] or by_purpose["pre"]
    after = [a for _, a in pairs] or by_purpose["exit"]
    return class_gain([(m.right, m.answered) for m in before], [(m.right, m.answered) for m in after])


def _twin_gains(reading: _Reading) -> Iterator[TwinGain]:
    """The gain of each question before and its twin after, by the same rule as the whole."""
    for step in reading.lesson.steps():
        before = reading.marked.get(step.id)
        twin = reading.twins.get(step.id, "")
        after = reading.marked.get(twin)
        if not isinstance(step, QuestionBase) or step.purpose != "pre" or before is None or after is None:
            continue
        gain = None if before.has_hands or after.has_hands else matched_gain([(before.marks, after.marks)])
        if gain is None:
            gain = class_gain([(before.right, before.answered)], [(after.right, after.answered)])
        if gain is not None:
            yield TwinGain(before=reading.numbers[step.id], after=reading.numbers[twin], gain=gain)


def judged(questions: Sequence[QuestionSummary]) -> list[QuestionSummary]:
    """What says how firm a lesson is: its exit questions, else those practised."""
    for purpose in ("exit", "practice"):
        meant = [q for q in questions if q.purpose == purpose and q.answered]
        if meant:
            return meant
    return []


def _hardest(questions: Sequence[QuestionSummary]) -> tuple[int, ...]:
    """The least often right, first of all those asked after something was taught."""
    missed = [q for q in questions if q.answered and q.right < q.answered]
    later = [q for q in missed if q.purpose != "pre"]
    if not any(q.purpose != "pre" and q.answered for q in questions):
        later = missed
    order = sorted(later, key=lambda q: (Fraction(q.right, q.answered), q.number))
    return tuple(q.number for q in order[:HARDEST])


def _grid(
    questions: Sequence[QuestionSummary], marked: Mapping[str, QuestionMarks], state: SessionState
) -> Grid | None:
    columns = [q for q in questions if marked[q.step].marks]
    marks = [marked[q.step].marks for q in columns]
    who = {key for question in marks for key in question} - {THE_CLASS}
    if not who:
        return None
    if any(seat for seat, _ in who):
        who |= {(seat, 0) for seat in _took_part(state)}
    rows = (
        GridRow(seat=key[0], team=key[1], cells=tuple(_cell(question, key) for question in marks))
        for key in sorted(who, key=lambda key: (key[1], key[0]))
    )
    return Grid(columns=tuple(q.number for q in columns), rows=tuple(rows))


def _cell(marks: Mapping[Respondent, bool], who: Respondent) -> Cell:
    mark = marks.get(who)
    return "blank" if mark is None else "right" if mark else "other"
