"""A lesson that holds every kind of step, for any audience and language."""

from typing import Any

from lessonapp.domain.lesson import Lesson

_VI: dict[str, Any] = {
    "title": "Ẩn số trên mạng",
    "sub": "Ai cũng có lúc cần một người nghe mình.",
    "key": "Dừng lại, hỏi người lớn, gọi 111.",
    "heading": "Hộp riêng tư của em",
    "body": "- Địa chỉ nhà em\n- **Số điện thoại** của bố mẹ\n- Mật khẩu\n- Ổ khoá và Ễnh ương",
    "plain": "Chuyện riêng là của em. Ai hỏi, em hỏi người nhà đã.",
    "say": ["Quà to quá! Ai gửi thế nhỉ?", "Khoan! Mình hỏi mẹ đã."],
    "caption": "Mây thấy một hộp quà trên màn hình.",
    "ask": "Theo các em, Mây nên làm gì tiếp?",
    "chat": [
        ("Bạn lạ", "Cậu chơi giỏi ghê!", None),
        ("Mây", "Cảm ơn cậu nhé.", None),
        ("Bạn lạ", "Gửi tớ ảnh của cậu nhé!", "Xin ảnh để đổi lấy quà"),
        ("Bạn lạ", "Đừng kể ai nhé!", "Bảo em giấu mọi người"),
    ],
    "prompt": "Mật khẩu của Mây nên giữ thế nào?",
    "options": ["Nói cho bạn thân", "Giữ kín, hỏi bố mẹ", "Viết lên bàn học", "Gửi người tặng quà"],
    "yes": ["Đúng", "Chưa đúng"],
    "feel": ["Lo", "Sợ", "Buồn", "Khó tả lắm"],
    "six": ["Thích đá bóng", "Số nhà em", "Mật khẩu", "Tên con mèo", "Món ăn yêu thích", "Số điện thoại"],
    "three": ["Kể được", "Hỏi đã", "Giữ kín"],
    "why": "Mật khẩu giống chìa khoá nhà. Bạn thân cũng không cần biết.",
    "order": ["Dừng lại", "Quay đi", "Kể với người lớn"],
    "pairs": [("Thấy lo lắng", "Kể với bà"), ("Bị xin ảnh", "Gọi 111"), ("Quên mật khẩu", "Hỏi thầy cô")],
    "buckets": ["Kể được", "Giữ kín"],
    "items": ["Thích đá bóng", "Số nhà em", "Mật khẩu", "Tên con mèo"],
    "spots": ["Ô nhập địa chỉ", "Nút tặng quà"],
    "prompts": ["Bạn ấy thấy thế nào?", "Ai giúp được bạn ấy?"],
    "steps": ["Đứng lên thật nhẹ", "Hít vào thật sâu", "Thở ra: Phù!"],
    "lines": ["Không gửi ảnh cho người chưa biết rõ", "Thấy lạ thì dừng lại", "Kể ngay với người lớn"],
    "home": "Tối nay, kể cho cả nhà nghe một điều em nhớ.",
    "feedback": "Cảm ơn em. Mình cùng xem vì sao nhé.",
}
_EN: dict[str, Any] = {
    "title": "Unknown online",
    "sub": "Everyone needs someone who listens.",
    "key": "Stop, ask a grown-up, call 111.",
    "heading": "My private box",
    "body": "- Where I live\n- My parents’ **phone number**\n- My password\n- My school and class",
    "plain": "Private things are yours. If anyone asks, ask at home first.",
    "say": ["What a big gift! Who sent it?", "Wait! Let me ask Mum first."],
    "caption": "Mây sees a gift box on the screen.",
    "ask": "What should Mây do next?",
    "chat": [
        ("Stranger", "You play so well!", None),
        ("Mây", "Thank you.", None),
        ("Stranger", "Send me your photo!", "Asks for a photo for a gift"),
        ("Stranger", "Don’t tell anyone!", "Wants it kept a secret"),
    ],
    "prompt": "How should Mây keep her password?",
    "options": [
        "Tell her best friend",
        "Keep it, ask her parents",
        "Write it on the desk",
        "Send it for a gift",
    ],
    "yes": ["True", "Not quite"],
    "feel": ["Worried", "Scared", "Sad", "Hard to say"],
    "six": ["Likes football", "House number", "Password", "The cat’s name", "Favourite food", "Phone number"],
    "three": ["Fine to tell", "Ask first", "Keep private"],
    "why": "A password is like a door key. Even a best friend need not know it.",
    "order": ["Stop", "Turn away", "Tell a grown-up"],
    "pairs": [
        ("Feeling worried", "Tell Grandma"),
        ("Asked for a photo", "Call 111"),
        ("Lost password", "Ask a teacher"),
    ],
    "buckets": ["Fine to tell", "Keep private"],
    "items": ["Likes football", "House number", "Password", "The cat’s name"],
    "spots": ["The address box", "The gift button"],
    "prompts": ["How does she feel?", "Who can help her?"],
    "steps": ["Stand up gently", "Breathe in deeply", "Breathe out: phew!"],
    "lines": [
        "No photos to people we don’t know well",
        "If it is odd, we stop",
        "We tell a grown-up",
    ],
    "home": "Tonight, tell your family one thing you remember.",
    "feedback": "Thank you. Let’s see why together.",
}
_SCENE = {
    "setting": "computer-lab",
    "actors": [
        {"who": "may", "mood": "think", "at": "left"},
        {"who": "na", "mood": "worried", "at": "right"},
    ],
    "props": ["gift"],
}


def specimen(audience: str = "grades-1-3", language: str = "vi") -> Lesson:
    """The specimen lesson."""
    words = _VI if language == "vi" else _EN
    steps = [
        {"minutes": 1, "notes": "…", **step} for step in (*_told(words), *_asked(words), *_closing(words))
    ]
    return Lesson.model_validate(
        {
            "format": 1,
            "id": "specimen",
            "language": language,
            "version": 1,
            "title": words["title"],
            "audience": audience,
            "topic": "privacy",
            "minutes": 35,
            "key_message": words["key"],
            "teacher": {"before": "…", "caution": "…"},
            "blocks": [{"id": "all", "title": "…", "steps": steps}],
        }
    )


def _told(w: dict[str, Any]) -> list[dict[str, Any]]:
    panel = {**_SCENE, "speech": [{"who": "may", "text": w["say"][0]}]}
    answer = {
        **_SCENE,
        "setting": "bedroom",
        "speech": [{"who": "na", "text": w["say"][1]}],
        "caption": w["caption"],
    }
    return [
        {"id": "title", "kind": "title", "subtitle": w["sub"]},
        {"id": "help-first", "kind": "help"},
        {
            "id": "slide",
            "kind": "slide",
            "heading": w["heading"],
            "body": w["body"],
            "reveal": True,
            "scene": _SCENE,
        },
        {"id": "slide-plain", "kind": "slide", "heading": w["heading"], "body": w["plain"]},
        {"id": "slide-picture", "kind": "slide", "heading": w["heading"], "picture": "openmoji:1F511"},
        {"id": "story", "kind": "story", "panels": [panel, answer], "question": w["ask"]},
        {
            "id": "story-three",
            "kind": "story",
            "panels": [panel, {**panel, "setting": "shop"}, {**panel, "setting": "bus"}],
        },
        {
            "id": "story-wide",
            "kind": "story",
            "panels": [
                {
                    **_SCENE,
                    "props": [],
                    "speech": [
                        {"who": "may", "text": w["say"][0]},
                        {"who": "na", "text": w["say"][1]},
                    ],
                    "caption": w["caption"],
                }
            ],
        },
        {
            "id": "chat",
            "kind": "chat",
            "app": "Ríu Rít",
            "owner": "Mây",
            "messages": [
                {"who": who, "text": text, **({"flag": flag} if flag else {})}
                for who, text, flag in w["chat"]
            ],
        },
        {
            "id": "video",
            "kind": "video",
            "file": "pictures/a.mp4",
            "captions": "pictures/a.vtt",
            "heading": w["heading"],
        },
    ]


def _asked(w: dict[str, Any]) -> list[dict[str, Any]]:
    pictures = ["openmoji:1F60A", "openmoji:1F512", "openmoji:1F4D6", "openmoji:1F381"]

    def options(texts: list[str], right: tuple[int, ...], *, pictured: bool = False) -> list[dict[str, Any]]:
        return [
            {
                "id": "abcd"[i],
                "text": text,
                "feedback": w["feedback"],
                **({"correct": True} if i in right else {}),
                **({"picture": pictures[i]} if pictured else {}),
            }
            for i, text in enumerate(texts)
        ]

    question = {"kind": "question", "prompt": w["prompt"], "explanation": w["why"]}
    plain = [{"id": o["id"], "text": o["text"]} for o in options(w["options"][:3], ())]
    return [
        {**question, "id": "single", "type": "single", "options": options(w["options"], (1,), pictured=True)},
        {
            **question,
            "id": "three",
            "type": "single",
            "options": options(w["options"][:3], (1,)),
            "scene": _SCENE,
        },
        {**question, "id": "multiple", "type": "multiple", "options": options(w["options"], (1, 2))},
        {
            **question,
            "id": "true-false",
            "type": "true-false",
            "options": options(w["yes"], (0,), pictured=True),
        },
        {**question, "id": "true-false-plain", "type": "true-false", "options": options(w["yes"], (1,))},
        {
            **question,
            "id": "order",
            "type": "order",
            "items": [{"id": f"i{n}", "text": text} for n, text in enumerate(w["order"])],
        },
        {
            **question,
            "id": "match",
            "type": "match",
            "pairs": [{"id": f"p{n}", "left": a, "right": b} for n, (a, b) in enumerate(w["pairs"])],
        },
        {
            **question,
            "id": "sort",
            "type": "sort",
            "buckets": [{"id": f"b{n}", "text": text} for n, text in enumerate(w["buckets"])],
            "items": [
                {"id": f"i{n}", "text": text, "bucket": f"b{n % 2}"} for n, text in enumerate(w["items"])
            ],
        },
        {
            **question,
            "id": "sort-six",
            "type": "sort",
            "buckets": [
                {"id": f"b{n}", "text": text, "picture": picture}
                for n, (text, picture) in enumerate(zip(w["three"], pictures, strict=False))
            ],
            "items": [
                {"id": f"i{n}", "text": text, "bucket": f"b{n % 3}", "picture": pictures[n % 4]}
                for n, text in enumerate(w["six"])
            ],
        },
        {
            **question,
            "id": "hotspot",
            "type": "hotspot",
            "scene": _SCENE,
            "spots": [
                {"id": "s1", "text": w["spots"][0], "x": 0.1, "y": 0.2, "w": 0.3, "h": 0.4, "correct": True},
                {"id": "s2", "text": w["spots"][1], "x": 0.6, "y": 0.3, "w": 0.3, "h": 0.4},
            ],
        },
        {"id": "poll", "kind": "poll", "prompt": w["ask"], "options": plain},
        {
            "id": "feelings",
            "kind": "poll",
            "prompt": w["ask"],
            "options": [
                {"id": "abcd"[i], "text": text, "picture": f"openmoji:{face}"}
                for i, (text, face) in enumerate(
                    zip(w["feel"], ("1F61F", "1F628", "1F622", "1F615"), strict=True)
                )
            ],
        },
        {
            "id": "branch-plain",
            "kind": "branch",
            "prompt": w["ask"],
            "options": [{**o, "goto": "discussion"} for o in plain[:2]],
        },
        {
            "id": "branch",
            "kind": "branch",
            "prompt": w["ask"],
            "scene": _SCENE,
            "options": [{**o, "goto": "discussion"} for o in plain],
        },
    ]


def _closing(w: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {"id": "discussion", "kind": "discussion", "prompt": w["ask"], "prompts": w["prompts"]},
        {
            "id": "discussion-pairs",
            "kind": "discussion",
            "prompt": w["ask"],
            "mode": "pairs",
            "scene": _SCENE,
        },
        {
            "id": "discussion-long",
            "kind": "discussion",
            "minutes": 6,
            "prompt": w["ask"],
            "prompts": w["prompts"],
        },
        {
            "id": "activity-scene",
            "kind": "activity",
            "instructions": w["steps"],
            "mode": "role-play",
            "scene": _SCENE,
        },
        {
            "id": "activity",
            "kind": "activity",
            "instructions": w["steps"],
            "materials": w["order"],
            "mode": "move",
        },
        {"id": "pledge", "kind": "pledge", "lines": w["lines"]},
        {"id": "summary", "kind": "summary", "remember": w["lines"], "at_home": w["home"]},
        {"id": "help", "kind": "help"},
    ]


def step_of(lesson: Lesson, step_id: str) -> Any:
    """A step of the lesson, whatever its kind."""
    return lesson.step(step_id)
