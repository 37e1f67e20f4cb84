"""Made-up sessions for the tests of summaries and papers."""

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta, timezone
from typing import Any

from lessonapp.domain.events import (
    AnswerGiven,
    AnswerRevealed,
    Event,
    HandsCounted,
    RoundClosed,
    RoundOpened,
    SessionClosed,
    SessionOpened,
    StepShown,
)
from lessonapp.domain.lesson import Lesson
from lessonapp.domain.school import School
from lessonapp.domain.state import SessionState, replay
from lessonapp.domain.step import is_round_step
from lessonapp.domain.summary import SummaryReport, summarise

VIETNAM = timezone(timedelta(hours=7))
START = datetime(2026, 11, 23, 8, 0, tzinfo=VIETNAM)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=VIETNAM)
SCHOOL = School(
    name="Trường Tiểu học Hoa Nắng", higher_body="UBND xã Hoà Bình", place="Hoà Bình", teacher="Trần Thị Hạnh"
)
PROMPTS = (
    "Bạn trong trò chơi hỏi tên trường. Mây nên làm gì?",
    "Mật khẩu nên làm thế nào?",
    "Có bạn xin ảnh Mây. Mây làm gì?",
    "Màn hình hiện: “Nhập địa chỉ để nhận quà!” Tí nên làm gì trước tiên?",
)
OPTIONS = (
    (
        "Trả lời ngay cho lịch sự",
        "Lịch sự là tốt. Nhưng tên trường là chuyện riêng. Mình hỏi người lớn đã nhé.",
    ),
    ("Hỏi người lớn đã", "Hỏi trước là cách giữ kho báu riêng."),
    ("Chỉ nói tên lớp", "Tên lớp cũng giúp người khác tìm ra mình. Mình hỏi trước nhé."),
    ("Hỏi lại tên trường của bạn", "Bạn ấy nói chưa chắc đã thật. Mình hỏi người lớn đã."),
)


def question(
    step: str, purpose: str, prompt: str, *, right: int = 1, options: int = 4, **more: Any
) -> dict[str, Any]:
    """A single question out of the stock of options."""
    return {
        "id": step,
        "kind": "question",
        "type": "single",
        "purpose": purpose,
        "minutes": 2,
        "notes": "Nhận mọi câu trả lời.",
        "prompt": prompt,
        "options": [
            {"id": "abcd"[n], "text": text, "feedback": shows, "correct": n == right}
            for n, (text, shows) in enumerate(OPTIONS[:options])
        ],
        **more,
    }


POLL = {
    "id": "cam-xuc",
    "kind": "poll",
    "minutes": 1,
    "notes": "Không có câu đúng.",
    "prompt": "Lúc ấy Mây thấy thế nào?",
    "options": [{"id": "a", "text": "Vui"}, {"id": "b", "text": "Lo"}, {"id": "c", "text": "Chưa biết"}],
}


def lesson(
    steps: Sequence[dict[str, Any]], audience: str = "grades-4-5", title: str = "Kho báu riêng của em"
) -> Lesson:
    """A lesson of these steps, in blocks of at most forty."""
    blocks = [steps[n : n + 40] for n in range(0, len(steps), 40)]
    return Lesson.model_validate(
        {
            "format": 1,
            "id": "t01-a1",
            "language": "vi",
            "version": 3,
            "title": title,
            "audience": audience,
            "topic": "privacy",
            "minutes": 35,
            "key_message": "Ai hỏi, em hỏi người lớn đã.",
            "teacher": {"before": "Chuẩn bị thẻ.", "caution": "Không hỏi chuyện riêng."},
            "blocks": [
                {"id": f"phan-{n}", "title": f"Phần {n}", "steps": part} for n, part in enumerate(blocks, 1)
            ],
        }
    )


def usual(pairs: int = 4, practice: int = 4, audience: str = "grades-4-5") -> Lesson:
    """A lesson with twins, practice and a poll: with the defaults twelve questions."""
    before = [
        question(f"truoc-{n}", "pre", PROMPTS[n % 4], right=n % 4, twin=f"sau-{n}") for n in range(pairs)
    ]
    during = [
        question(f"tap-{n}", "practice", f"Luyện tập {n + 1}: {PROMPTS[n % 4]}") for n in range(practice)
    ]
    after = [question(f"sau-{n}", "exit", f"Na: {PROMPTS[n % 4]}", right=n % 4) for n in range(pairs)]
    return lesson([*before, POLL, *during, *after], audience)


class Telling:
    """Writes the events of a session one after another."""

    def __init__(self, taught: Lesson, seats: int, channel: str = "web", class_label: str = "4A") -> None:
        self.lesson = taught
        self.events: list[Event] = []
        self.at = START
        self.add(
            SessionOpened,
            lesson=taught.id,
            version=taught.version,
            content_hash="0",
            language=taught.language,
            title=taught.title,
            class_label=class_label,
            audience=taught.audience,
            channel=channel,
            seats=seats,
            seed=1,
        )

    def add(self, kind: type[Any], **fields: Any) -> None:
        self.at += timedelta(seconds=1)
        seq = len(self.events) + 1
        self.events.append(kind(id=f"e{seq}", session="s1", seq=seq, at=self.at, **fields))

    def ask(
        self,
        step: str,
        answers: Mapping[int, str | tuple[str, ...]] | None = None,
        hands: dict[str, int] | None = None,
        round_number: int = 1,
        channel: str = "web",
        teams: dict[int, str] | None = None,
    ) -> None:
        """One round: opened, answered, closed, revealed."""
        self.add(StepShown, step=step)
        self.add(RoundOpened, step=step, round=round_number)
        for seat, choice in (answers or {}).items():
            parts = (choice,) if isinstance(choice, str) else choice
            self.add(AnswerGiven, step=step, round=round_number, seat=seat, choice=parts, channel=channel)
        for team, key in (teams or {}).items():
            self.add(
                AnswerGiven, step=step, round=round_number, seat=0, team=team, choice=(key,), channel="screen"
            )
        if hands is not None:
            self.add(HandsCounted, step=step, round=round_number, counts=hands)
        self.add(RoundClosed, step=step, round=round_number)
        self.add(AnswerRevealed, step=step, round=round_number)

    def end(self) -> None:
        self.at += timedelta(minutes=34)
        self.add(SessionClosed)

    @property
    def state(self) -> SessionState:
        state = replay(self.events)
        assert state is not None
        return state

    def report(self, school: School = SCHOOL) -> SummaryReport:
        return summarise(self.lesson, self.state, school, NOW)


def _choices(step: Any, seats: int, luck: random.Random, skill: float) -> Iterator[tuple[int, str]]:
    ids = [o.id for o in step.options]
    right = next((o.id for o in step.options if getattr(o, "correct", False)), None)
    for seat in range(1, seats + 1):
        if luck.random() < 0.03:
            continue
        bent = skill + 0.25 * ((seat * 7) % 10 / 10 - 0.5)
        yield seat, right if right and luck.random() < bent else luck.choice(ids)


def taught(of: Lesson, seats: int = 32, *, hands: bool = False, discuss: str | None = None) -> Telling:
    """A whole class that learns something; the same every time."""
    told = Telling(of, seats, "hands" if hands else "web")
    luck = random.Random(7)  # a seed, not a secret
    for place, step in enumerate(s for s in of.steps() if is_round_step(s)):
        skill = {"pre": 0.35, "practice": 0.6, "exit": 0.78}.get(getattr(step, "purpose", ""), 0.3)
        chosen = dict(_choices(step, seats, luck, skill - 0.12 * (place % 3)))
        if hands:
            told.ask(step.id, hands={key: list(chosen.values()).count(key) for key in "abcd"})
        else:
            told.ask(step.id, dict(chosen), channel="cards" if place % 3 else "web")
        if step.id == discuss:
            told.ask(step.id, dict(_choices(step, seats, luck, 0.9)), round_number=2)
    told.end()
    return told
