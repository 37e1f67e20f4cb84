"""What the teacher's phone can be told."""

from typing import Any

from tests.browser.states import OPTIONS

Data = dict[str, Any]

SLIDE: Data = {
    "id": "s2",
    "kind": "slide",
    "title": "Ai có thể giúp em?",
    "prompt": None,
    "options": [],
    "seconds_left": None,
    "askable": False,
    "round": None,
    "beat": 1,
    "beats": 3,
}
QUESTION: Data = SLIDE | {
    "id": "q1",
    "kind": "question",
    "title": "Hỏi trước: câu nhờ giúp",
    "prompt": "Na thấy lo. Na nói gì với bà?",
    "options": OPTIONS,
    "askable": True,
    "round": 1,
    "beats": 1,
}
STEPS = [{"id": name, "kind": "slide", "title": name} for name in ("s1", "s2", "q1", "s3")]
COUNTS = {"a": 8, "b": 17, "c": 2, "d": 0}


def told(kind: str, step: Data | None = None, phase: str = "waiting", **more: Any) -> Data:
    """A state of the teacher's phone; `kind` is what Continue would do."""
    return {
        "type": "state",
        "status": "running",
        "phase": phase,
        "black": False,
        "lesson": "Em biết gọi giúp đỡ",
        "class": "3A",
        "step": step,
        "notes": "Nói: “Đây là người lớn mình tin.”\n- Nếu có em hỏi: “Câu hỏi hay quá!”",
        "next": {"id": "s3", "title": "Cùng xem lại"},
        "action": {"kind": kind, "step": "s3", "opens": False},
        "counts": None,
        "correct": None,
        "answers": 0,
        "asked": 34,
        "missing": list(range(1, 35)),
        "joined": 31,
        "steps": STEPS,
    } | more


VIEWS: dict[str, Data] = {
    "lobby": told("start", status="lobby"),
    "slide": told("more", SLIDE),
    "waiting": told("open", QUESTION),
    "open": told(
        "close", QUESTION | {"seconds_left": 32}, "open", counts=COUNTS, answers=27, missing=[3, 7, 12, 19]
    ),
    "closed": told("reveal", QUESTION, "closed", counts=COUNTS, answers=32, missing=[3, 7]),
    "kept": told("next", QUESTION, "closed", counts=COUNTS, answers=34, missing=[]),
    "revealed": told("next", QUESTION, "revealed", counts=COUNTS, answers=34, correct=["b"], missing=[]),
    "paused": told("resume", SLIDE, status="paused", black=True),
    "last": told("end", SLIDE, next=None),
}
