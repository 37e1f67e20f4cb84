"""What is asked of the teacher before a lesson on a hard topic is opened."""

from collections.abc import Iterable
from typing import Literal

from lessonapp.domain.lesson import Lesson
from lessonapp.domain.replay_ids import base_of
from lessonapp.domain.session_info import SessionInfo

LISTENING = "t09-ad"
"""The adults' lesson on listening to a child that tells; teachers take it before pupils take T04."""
Asked = Literal["", "listening", "school"]
"""Nothing; whether the teacher took the lesson on listening, once; whether the school is ready, each time."""


def asked_before(lesson: Lesson) -> Asked:
    """What is asked before this lesson; a replay asks what its lesson does, adults are asked nothing."""
    if lesson.audience == "adults":
        return ""
    match lesson.topic:
        case "strangers":
            return "listening"
        case "sextortion":
            return "school"
    return ""


def took_listening(sessions: Iterable[SessionInfo]) -> bool:
    """Whether the lesson on listening was taught on this machine."""
    return any(base_of(info.lesson) == LISTENING and info.step is not None for info in sessions)
