"""Every lesson of the library is taught to its end: by hands, and to phones, in both languages."""

import asyncio
import os
import signal
import threading
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from lessonapp.app.demo_class import answers_of, whole_answer
from lessonapp.app.host import Hosting, run_host
from lessonapp.app.workspace import Workspace
from lessonapp.content.check import lesson_folders
from lessonapp.content.reader import load_lesson
from lessonapp.domain.answer import Answer, takes_hands
from lessonapp.domain.language import LANGUAGES
from lessonapp.domain.lesson import Lesson
from lessonapp.domain.question import QuestionBase
from lessonapp.domain.replay import replay_lesson, replay_steps
from lessonapp.domain.replay_ids import SPACINGS
from lessonapp.domain.school import School
from lessonapp.domain.state import SessionState, state_of
from lessonapp.domain.step import is_round_step
from lessonapp.domain.summary import summarise
from lessonapp.session.lesson_session import LessonSession
from lessonapp.settings import lessons_folder
from tests.builders import START, session

FOLDERS = [folder for folder, _files in lesson_folders(lessons_folder())]
CASES = [(folder, tongue) for folder in FOLDERS for tongue in LANGUAGES]
SEATS = 6
PATIENCE = 60
"""Seconds that a lesson taught to phones may take before the test gives up."""

every_lesson = pytest.mark.parametrize(
    ("folder", "tongue"), CASES, ids=[f"{folder.name}-{tongue}" for folder, tongue in CASES]
)


def raise_hands(taught: LessonSession) -> None:
    """The class answers the open round: hands are counted, a puzzle is worked out at the screen."""
    step = taught.step
    assert step is not None
    if takes_hands(step):
        counts: dict[str, int] = {}
        for (choice,) in answers_of(step, range(1, SEATS + 1)).values():
            counts[choice] = counts.get(choice, 0) + 1
        receipt = taught.answers.count_hands(step.id, counts).result()
    else:
        answer = Answer(step=step.id, choice=whole_answer(step), channel="screen")
        receipt = taught.answers.post(answer).result()
    assert receipt.status == "saved", (step.id, receipt.status)


def whole(lesson: Lesson, state: SessionState, answers: int) -> None:
    """Every step was shown but those of paths not taken; every round that was shown has its answers."""
    shown = set(state.trail)
    for block in lesson.blocks:
        missed = [step for step in block.steps if step.id not in shown]
        assert all(any(step.kind == "branch" for step in block.steps) for _ in missed), missed
        compared = [s for s in missed if isinstance(s, QuestionBase) and s.purpose != "practice"]
        assert not compared, "what is compared is asked on any path"
    for step in lesson.steps():
        if step.id in shown and is_round_step(step):
            (only,) = state.rounds[step.id]
            assert len(only.answers) == answers or only.hands, step.id


@every_lesson
def test_taught_by_hands(folder: Path, tongue: str) -> None:
    lesson = load_lesson(folder / f"lesson.{tongue}.yaml").lesson
    taught = session(lesson, seats=SEATS)
    for _move in range(600):
        if taught.state.phase == "open":
            raise_hands(taught)
        if taught.advance().kind == "end":
            break
    assert taught.end()
    whole(lesson, taught.state, 1)
    report = summarise(lesson, taught.state, School(), START)
    asked = {step.id for step in lesson.steps() if isinstance(step, QuestionBase)}
    assert {question.step for question in report.questions} == asked & set(taught.state.rounds)
    for spacing in SPACINGS:
        again = replay_lesson(lesson, spacing, "Nhớ lại")
        assert again is not None or lesson.date is not None
        if again is not None:
            assert set(replay_steps(lesson, spacing)) <= {step.id for step in again.steps()}


class Phone:
    """A fake phone in one language: it reads what it is sent and answers from that alone."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self.prompts: dict[str, str] = {}

    async def answer(self, step: str) -> None:
        """Wait for the open round of a step, answer it, and wait for the receipt."""
        view: dict[str, Any] = {}
        async for message in self._socket:
            told = message.json()
            if told["type"] == "state" and told["phase"] == "open" and told["step"]["id"] == step:
                view = told["step"]
                break
        self.prompts[step] = view.get("prompt", "")
        await self._socket.send_json({"type": "answer", "step": step, "choice": choice(view)})
        async for message in self._socket:
            told = message.json()
            if told["type"] == "receipt":
                assert told["status"] == "saved", (step, told)
                return


def choice(view: dict[str, Any]) -> list[str]:
    """A whole answer out of the parts that a phone is shown."""
    match view["type"]:
        case "order":
            return [item["id"] for item in view["items"]]
        case "sort":
            return [f"{item['id']}:{view['buckets'][0]['id']}" for item in view["items"]]
        case "match":
            pairs = zip(view["pairs"]["left"], view["pairs"]["right"], strict=True)
            return [f"{left['id']}:{right['id']}" for left, right in pairs]
        case "hotspot":
            return [view["spots"][0]["id"]]
    return [view["options"][0]["id"]]


async def teach(told: dict[str, str]) -> dict[str, Phone]:
    """Press Continue until the lesson is over; a phone in each language answers every round."""
    headers = {"Authorization": f"Bearer {told['teacher_token']}"}
    async with aiohttp.ClientSession() as client:
        phones: dict[str, Phone] = {}
        for tongue in LANGUAGES:
            asked = {"code": told["code"], "seat": None, "language": tongue}
            async with client.post(f"{told['url']}/api/join", json=asked) as answer:
                token = (await answer.json())["token"]
            phones[tongue] = Phone(
                await client.ws_connect(f"{told['url']}/api/ws?token={token}&lang={tongue}")
            )
        while True:
            async with client.post(f"{told['url']}/api/teacher/advance", headers=headers) as answer:
                state = await answer.json()
                if answer.status == 409:
                    return phones
                assert answer.status == 200, state
            if state["phase"] == "open":
                await asyncio.gather(*(phone.answer(state["step"]) for phone in phones.values()))


@every_lesson
def test_taught_to_phones(folder: Path, tongue: str, tmp_path: Path) -> None:
    lessons: dict[str, Lesson] = {
        language: load_lesson(folder / f"lesson.{language}.yaml").lesson for language in LANGUAGES
    }
    lesson = lessons["vi"]
    finished: list[dict[str, Phone]] = []
    failed: list[BaseException] = []
    threads: list[threading.Thread] = []

    def play(told: dict[str, str]) -> None:
        try:
            finished.append(asyncio.run(asyncio.wait_for(teach(told), PATIENCE)))
        except BaseException as error:  # noqa: BLE001 - told in the main thread
            failed.append(error)
        finally:
            os.kill(os.getpid(), signal.SIGTERM)  # as a lab server is stopped

    def ready(told: dict[str, str]) -> None:
        threads.append(threading.Thread(target=play, args=(told,), name="phones"))
        threads[0].start()

    hosting = Hosting(lesson.id, seats=SEATS, class_label="4A", confirmed=True)
    assert run_host(tmp_path, tongue, hosting, ready, lambda _line: None) == 0
    threads[0].join()
    if failed:
        raise failed[0]
    (phones,) = finished
    for language, phone in phones.items():
        for step, prompt in phone.prompts.items():
            assert prompt == getattr(lessons[language].step(step), "prompt", ""), (language, step)
    workspace = Workspace(tmp_path)
    try:
        (info,) = workspace.journal.sessions()
        state = state_of(workspace.events(info.id))
    finally:
        workspace.close()
    assert (info.language, info.closed is not None) == (tongue, True)
    whole(lesson, state, 2)
