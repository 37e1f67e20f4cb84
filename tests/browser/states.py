"""Every state that a pupil's page can be in, as the class computer would tell it."""

from typing import Any

Data = dict[str, Any]

OPTIONS = [
    {"id": "a", "text": "Nói cho bạn thân để cùng chơi", "picture": None},
    {"id": "b", "text": "Giữ kín, chỉ bố mẹ được biết", "picture": None},
    {"id": "c", "text": "Viết lên bàn cho khỏi quên", "picture": None},
    {"id": "d", "text": "Gửi cho người tặng hạt lúa vàng", "picture": None},
]
PICTURES = ["1F60A", "1F64B-1F3FB", "1F910", "1F4DE"]


def step(**more: Any) -> Data:
    """A single question with four options."""
    return {
        "id": "q1",
        "kind": "question",
        "type": "single",
        "prompt": "Mật khẩu của em thì nên làm thế nào?",
        "options": OPTIONS,
        "round": 1,
        "number": 2,
        "of": 5,
        "picture": None,
        "read_aloud": None,
        "seconds_left": None,
    } | more


ORDER = step(
    id="q2",
    type="order",
    prompt="Em xếp các việc theo thứ tự nên làm nhé.",
    options=None,
    items=[
        {"id": "i3", "text": "Kể với người lớn em tin cậy", "picture": None},
        {"id": "i1", "text": "Dừng lại, không trả lời", "picture": "/pictures/1F6D1"},
        {"id": "i2", "text": "Rời màn hình và thở chậm", "picture": None},
        {"id": "i4", "text": "Cùng chặn tài khoản đó", "picture": None},
    ],
)
MATCH = step(
    id="q3",
    type="match",
    prompt="Nối mỗi tình huống với việc nên làm.",
    options=None,
    pairs={
        "left": [
            {"id": "l1", "text": "Có người hỏi tên trường", "picture": None},
            {"id": "l2", "text": "Bạn gửi đường dẫn lạ", "picture": None},
            {"id": "l3", "text": "Trò chơi xin mật khẩu", "picture": None},
        ],
        "right": [
            {"id": "r2", "text": "Không bấm, hỏi lại bạn", "picture": None},
            {"id": "r3", "text": "Giữ kín, báo bố mẹ", "picture": None},
            {"id": "r1", "text": "Hỏi người lớn trước", "picture": None},
        ],
    },
)
SORT = step(
    id="q4",
    type="sort",
    prompt="Điều nào chia sẻ được, điều nào giữ kín?",
    options=None,
    buckets=[
        {"id": "b1", "text": "Chia sẻ được", "picture": None},
        {"id": "b2", "text": "Giữ kín", "picture": None},
    ],
    items=[
        {"id": "i1", "text": "Món em thích ăn", "picture": "/pictures/1F34E"},
        {"id": "i2", "text": "Địa chỉ nhà", "picture": "/pictures/1F3E0"},
        {"id": "i3", "text": "Mật khẩu", "picture": None},
        {"id": "i4", "text": "Bài hát yêu thích", "picture": None},
    ],
)
PICTURED = ["Trường lớp", "Best colour", "Full name", "Họ tên đầy đủ", "Số máy nhà", "School"]
LONG = ["grandparents’", "“Let’s go together.”", "Giữ kín"]


def sort_of(identifier: str, texts: list[str], *, pictured: bool) -> Data:
    """Cards to sort, two groups, with a picture each or none."""
    items = [
        {"id": f"i{at}", "text": text, "picture": "/pictures/1F34E" if pictured else None}
        for at, text in enumerate(texts)
    ]
    return {**SORT, "id": identifier, "items": items}


HOTSPOT = step(
    id="q5",
    type="hotspot",
    prompt="Em tìm dấu hiệu đèn đỏ trong tranh.",
    options=None,
    picture={"url": "/pictures/1F4F1", "alt": "Màn hình điện thoại"},
    spots=[
        {"id": "s1", "text": "Nút màu xanh", "x": 0.3, "y": 0.15, "w": 0.2, "h": 0.2},
        {"id": "s2", "text": "Lời mời nhận quà", "x": 0.5, "y": 0.5, "w": 0.25, "h": 0.2},
    ],
)
POLL = step(
    id="p1",
    kind="poll",
    type="single",
    prompt="Hôm nay em thấy thế nào?",
    number=None,
    of=None,
    options=[
        {"id": o, "text": text, "picture": f"/pictures/{picture}"}
        for o, text, picture in zip("abc", ("Vui", "Hơi mệt", "Chưa biết"), PICTURES, strict=False)
    ],
)
WITH_PICTURES = step(
    prompt="Na thấy lo. Na nói gì với bà?",
    picture={"url": "/pictures/1F475-1F3FB", "alt": "Bà ngoại của Na."},
    options=[
        {**option, "picture": f"/pictures/{picture}"}
        for option, picture in zip(OPTIONS, PICTURES, strict=True)
    ],
)
BARE = step(prompt="", options=[{"id": o, "text": "", "picture": None} for o in "abcd"])


def state(phase: str, shown: Data | None, choice: list[str] | None = None, **more: Any) -> Data:
    """A state message."""
    mine = {"choice": choice, "status": "saved"} if choice else None
    return {
        "type": "state",
        "phase": phase,
        "paused": False,
        "step": shown,
        "mine": mine,
        "reveal": None,
        "team": None,
    } | more


def reveal(correct: list[str], feedback: str | None, explanation: str | None = None) -> Data:
    """What comes with the right answer."""
    return {"correct": correct, "feedback": feedback, "explanation": explanation, "counts": None}


KEY_IS_KEPT = "Đúng rồi! Mật khẩu giống chìa khoá nhà. Bạn thân cũng không cần biết."
KIND_WORDS = "Chia sẻ với bạn là tốt. Nhưng mật khẩu giống chìa khoá nhà, bạn thân cũng không cần biết."

STATES: dict[str, Data] = {
    "waiting": state("waiting", None),
    "read-first": state("waiting", step(round=0)),
    "single": state("open", step()),
    "timer": state("open", step(seconds_left=25, seconds=40)),
    "pictures": state("open", WITH_PICTURES),
    "bare": state("open", BARE),
    "multiple": state("open", step(type="multiple", id="q6"), None),
    "true-false": state(
        "open",
        step(
            id="q7",
            type="true-false",
            options=[{**OPTIONS[0], "text": "Đúng"}, {**OPTIONS[1], "text": "Chưa đúng"}],
        ),
    ),
    "order": state("open", ORDER),
    "match": state("open", MATCH),
    "sort": state("open", SORT),
    "sort-pictured": state("open", sort_of("q8", PICTURED, pictured=True)),
    "sort-long": state("open", sort_of("q9", LONG, pictured=True)),
    "sort-words": state("open", sort_of("q10", LONG, pictured=False)),
    "in-a-team": state("open", step(number=10, of=12), team=2),
    "hotspot": state("open", HOTSPOT),
    "poll": state("open", POLL),
    "sent": state("open", step(), ["b"]),
    "sent-multiple": state("open", step(type="multiple", id="q6"), ["b", "d"]),
    "sent-order": state("open", ORDER, ["i1", "i2", "i3", "i4"]),
    "sent-match": state("open", MATCH, ["l1:r1", "l2:r2", "l3:r3"]),
    "closed": state("closed", step(), ["b"]),
    "closed-none": state("closed", step()),
    "right": state("revealed", step(), ["b"], reveal=reveal(["b"], KEY_IS_KEPT)),
    "review": state(
        "revealed", step(), ["a"], reveal=reveal(["b"], KIND_WORDS, "Mật khẩu giống chìa khoá nhà.")
    ),
    "seen": state("revealed", step(), None, reveal=reveal(["b"], None, "Mật khẩu giống chìa khoá nhà.")),
    "review-order": state(
        "revealed",
        ORDER,
        ["i2", "i1", "i3", "i4"],
        reveal=reveal(["i1", "i2", "i3", "i4"], None, "Dừng lại trước đã."),
    ),
    "review-sort": state(
        "revealed",
        SORT,
        ["i1:b1", "i2:b1", "i3:b2", "i4:b1"],
        reveal=reveal(["i1:b1", "i2:b2", "i3:b2", "i4:b1"], "Địa chỉ nhà là chuyện riêng."),
    ),
    "poll-thanks": state("revealed", POLL, ["a"], reveal=reveal([], None)),
    "paused": state("waiting", None, paused=True),
    "ended": state("ended", None),
}
