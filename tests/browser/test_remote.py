"""The teacher's remote, told by a class computer of plain values."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.remote_states import QUESTION, VIEWS, told
from tests.browser.room import ORIGIN, Room

FITS = """() => {
    const wrong = [];
    if (document.documentElement.scrollWidth > innerWidth) wrong.push("wider than the screen");
    document.querySelectorAll("button").forEach((node) => {
        if (node.getBoundingClientRect().height < 47.9) wrong.push("low: " + node.outerHTML);
        if (node.scrollWidth > node.clientWidth + 1) wrong.push("cut: " + node.outerHTML);
    });
    return wrong;
}"""


@pytest.fixture
def room(context: BrowserContext) -> Room:
    made = Room()
    made.attach(context)
    made.say(VIEWS["lobby"])
    return made


@pytest.fixture
def remote(page: Page, room: Room) -> Page:
    page.goto(f"{ORIGIN}/teacher#token=secret")
    expect(page.get_by_role("heading", name="Chưa mở bước nào")).to_be_visible()
    return page


@pytest.mark.parametrize(
    ("view", "key", "command"),
    [
        ("lobby", "Bắt đầu", "advance {}"),
        ("slide", "Hiện tiếp", "advance {}"),
        ("waiting", "Mở trả lời", "advance {}"),
        ("open", "Đóng trả lời", "advance {}"),
        ("closed", "Hiện đáp án", "advance {}"),
        ("revealed", "Tiếp", "advance {}"),
        ("paused", "Dạy tiếp", "advance {}"),
    ],
)
def test_the_big_key_says_what_it_does(remote: Page, room: Room, view: str, key: str, command: str) -> None:
    room.say(VIEWS[view])
    expect(remote.locator('[data-key="go"]')).to_contain_text(key)
    with remote.expect_response("**/api/teacher/*"):
        remote.locator('[data-key="go"]').click()
    assert room.commands == [command]


@pytest.mark.parametrize(
    ("view", "key", "command"),
    [
        ("slide", "Lùi", "previous {}"),
        ("open", "Sang bước sau", "next {}"),
        ("open", "Thêm 30 giây", 'timer {"seconds": 30}'),
        ("closed", "Hỏi lại lần nữa", "open {}"),
        ("kept", "Hiện đáp án", "reveal {}"),
        ("slide", "Màn tối", 'black {"on": true}'),
        ("paused", "Hiện lại màn", 'black {"on": false}'),
        ("slide", "Tạm dừng", "pause {}"),
    ],
)
def test_every_other_key(remote: Page, room: Room, view: str, key: str, command: str) -> None:
    room.say(VIEWS[view])
    with remote.expect_response("**/api/teacher/*"):
        remote.get_by_role("button", name=key).click()
    assert room.commands == [command]


def test_what_was_shown_is_not_asked_again(remote: Page, room: Room) -> None:
    room.say(VIEWS["closed"])
    expect(remote.get_by_role("button", name="Hỏi lại lần nữa")).to_be_visible()
    room.say(VIEWS["revealed"])
    expect(remote.get_by_text("Đã hiện đáp án")).to_be_visible()
    expect(remote.get_by_role("button", name="Hỏi lại lần nữa")).to_have_count(0)


@pytest.mark.parametrize("kind", ["poll", "branch"])
def test_a_vote_has_a_result_and_no_answer(remote: Page, room: Room, kind: str) -> None:
    room.say(told("reveal", {**QUESTION, "kind": kind}, "closed", counts={"a": 3}, answers=3, missing=[]))
    expect(remote.locator('[data-key="go"]')).to_have_text("Hiện kết quả")
    expect(remote.get_by_text("Đã đóng, chưa hiện kết quả")).to_be_visible()
    room.say(told("next", {**QUESTION, "kind": kind}, "revealed", counts={"a": 3}, answers=3, missing=[]))
    expect(remote.get_by_text("Đã hiện kết quả")).to_be_visible()


@pytest.mark.parametrize("start", ["slide", "last"])
def test_the_end_is_asked_for_twice(remote: Page, room: Room, start: str) -> None:
    room.say(VIEWS[start])
    key = remote.locator('[data-key="go"]' if start == "last" else '.tools [data-key="end"]')
    key.click()
    remote.get_by_role("button", name="Dạy tiếp").click()
    key.click()
    assert room.commands == []
    with remote.expect_response("**/api/teacher/*"):
        remote.get_by_role("button", name="Kết thúc buổi học").click()
    assert room.commands == ["end {}"]


def test_a_refusal_is_said_in_the_words_of_the_class_computer(remote: Page, room: Room) -> None:
    room.refuses = "Chưa làm được lúc này."
    remote.locator('[data-key="go"]').click()
    expect(remote.get_by_role("alert")).to_have_text("Chưa làm được lúc này.")


def test_counts_and_who_has_not_answered(remote: Page, room: Room) -> None:
    room.say(VIEWS["open"])
    expect(remote.get_by_role("heading", name="27/34 đã trả lời")).to_be_visible()
    expect(remote.locator(".count b")).to_have_text(["8", "17", "2", "0"])
    expect(remote.locator(".missing li")).to_have_text(["3", "7", "12", "19"])
    expect(remote.locator("#clock")).to_contain_text("giây")
    expect(remote.locator(".count.right")).to_have_count(0)
    room.say(VIEWS["revealed"])
    expect(remote.locator(".count.right")).to_have_attribute("data-option", "b")


def test_of_a_whole_school_only_the_first_are_named(remote: Page, room: Room) -> None:
    room.say(told("close", QUESTION, "open", counts={}, asked=800, answers=0, missing=list(range(1, 801))))
    expect(remote.locator(".missing li")).to_have_count(60)
    expect(remote.get_by_text("và 740 số nữa")).to_be_visible()


def test_the_token_leaves_the_address_and_a_reload_keeps_it(remote: Page, room: Room) -> None:
    assert remote.url == f"{ORIGIN}/teacher"
    remote.reload()
    expect(remote.get_by_role("heading", name="Chưa mở bước nào")).to_be_visible()
    assert "token=secret" in room.urls[-1]


def test_it_comes_back_after_a_break_and_says_so_where_it_may_not(remote: Page, room: Room) -> None:
    room.sockets[0].close(code=1001)
    expect(remote.get_by_role("status")).to_contain_text("Đang nối lại")
    expect(remote.get_by_role("status")).to_be_hidden()
    room.sockets[0].close(code=4401)
    expect(remote.get_by_role("heading", name="Quét lại mã")).to_be_visible()


def test_a_phone_that_was_never_paired(page: Page, room: Room) -> None:
    page.goto(f"{ORIGIN}/teacher")
    expect(page.get_by_role("heading", name="Quét lại mã")).to_be_visible()
    assert room.urls == []


def test_in_english_too(remote: Page, room: Room) -> None:
    remote.get_by_role("button", name="English").click()
    expect(remote.get_by_role("heading", name="No step shown yet")).to_be_visible()
    expect(remote.locator("html")).to_have_attribute("lang", "en")


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(("width", "height"), [(320, 640), (390, 844), (1280, 720)])
def test_every_view_fits(remote: Page, room: Room, language: str, width: int, height: int) -> None:
    remote.set_viewport_size({"width": width, "height": height})
    if language == "en":
        remote.get_by_role("button", name="English").click()
        expect(remote.locator("html")).to_have_attribute("lang", "en")
    wrong = {}
    for name, view in VIEWS.items():
        room.say(view)
        remote.wait_for_function("() => !document.getAnimations().length")
        wrong[name] = remote.evaluate(FITS)
    assert {name: found for name, found in wrong.items() if found} == {}
