"""The pupil's page in a real browser, told by a class computer of plain values what it could ever be told."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from lessonapp.domain.look import AUDIENCES, Audience
from tests.browser.room import ORIGIN, Room, facts, seated
from tests.browser.states import HOTSPOT, MATCH, ORDER, SORT, STATES, state, step

SIZES = [("vi", 320, 640), ("en", 360, 640), ("vi", 1280, 720)]
RIGHT = "B, hình tam giác"

STILL = "() => !document.getAnimations().length && [...document.images].every((one) => one.complete)"

# What is wrong with a layout: wider than the screen, too small to touch or to read, help out of reach.
LOOK = """() => {
    const wrong = [];
    if (document.documentElement.scrollWidth > innerWidth) wrong.push("wider than the screen");
    document.querySelectorAll("button, a").forEach((node) => {
        const box = node.getBoundingClientRect();
        const low = box.width && !node.classList.contains("spot") && box.height < 47.9;
        if (low) wrong.push("low: " + node.outerHTML);
    });
    document.querySelectorAll("h1, h2, p, button, b, span, li").forEach((node) => {
        if (!node.getBoundingClientRect().width || !node.textContent.trim()) return;
        if (node.classList.contains("unseen")) return;
        if (parseFloat(getComputedStyle(node).fontSize) < 16) wrong.push("small: " + node.outerHTML);
        if (node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display === "block")
            wrong.push("cut: " + node.outerHTML);
    });
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
        let at = 0;
        texts.currentNode.data.split(" ").forEach((word) => {
            range.setStart(texts.currentNode, at);
            range.setEnd(texts.currentNode, (at += word.length));
            at += 1;
            const lines = new Set(Array.from(range.getClientRects(), (box) => box.top));
            if (lines.size > 1) wrong.push("torn: " + word);
        });
    }
    const help = document.getElementById("help-open").getBoundingClientRect();
    if (help.bottom > innerHeight || help.top < 0) wrong.push("help is out of reach");
    return wrong;
}"""


@pytest.fixture
def room(context: BrowserContext) -> Room:
    made = Room()
    made.attach(context)
    return made


@pytest.fixture
def pupil(page: Page, room: Room) -> Page:
    """Somebody on seat 12."""
    room.say(STATES["waiting"])
    seated(page, room)
    heading(page, "Em vào lớp rồi!")
    return page


def test_marks_touch_their_words(pupil: Page) -> None:
    shown = "text => LH.rich(text).innerHTML"
    assert pupil.evaluate(shown, "**Dừng** rồi *kể*") == "<p><strong>Dừng</strong> rồi <em>kể</em></p>"
    assert pupil.evaluate(shown, "2 * 3 * 4 và ** hai **") == "<p>2 * 3 * 4 và ** hai **</p>"


def heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", name=text, exact=True)).to_be_visible()


def last(room: Room) -> list[str]:
    """The choice that was sent last."""
    choice: list[str] = room.frames[-1]["choice"]
    return choice


def drag(page: Page, what: Locator, where: Locator) -> None:
    what.hover()
    page.mouse.down()
    target = where.bounding_box()
    assert target is not None
    page.mouse.move(target["x"] + target["width"] / 2, target["y"] + target["height"] / 2, steps=6)
    page.mouse.up()


@pytest.mark.slow
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize(("language", "width", "height"), SIZES)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_state_fits_every_screen(
    browser: Browser, audience: Audience, language: str, width: int, height: int, large: bool
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": height}, reduced_motion="reduce", has_touch=width < 800
    )
    faults: list[str] = []
    context.on("weberror", lambda fault: faults.append(str(fault.error)))
    room = Room(facts(audience, language))
    room.attach(context)
    page = context.new_page()
    page.add_init_script(f"localStorage.setItem('lophoc.large', '{json.dumps(large)}')")
    room.say(STATES["waiting"])
    seated(page, room)
    page.wait_for_selector(".huge")
    page.evaluate("document.fonts.ready")
    wrong = {"waiting": page.evaluate(LOOK)}
    for name, told in STATES.items():
        if name != "ended":
            room.say({**told, "step": told["step"] and {**told["step"], "id": name}})
            page.wait_for_function(STILL)
            wrong[name] = page.evaluate(LOOK)
    for cover in ("#help-open", ".aa"):
        page.click(cover)
        wrong[cover] = [fault for fault in page.evaluate(LOOK) if "out of reach" not in fault]
        page.keyboard.press("Escape")
    context.close()
    assert {name: found for name, found in wrong.items() if found} == {}
    assert faults == []


def test_the_tick_comes_with_the_receipt_and_not_before(pupil: Page, room: Room) -> None:
    room.receipt = None
    room.say(STATES["single"])
    pupil.get_by_role("button", name=RIGHT).click()
    heading(pupil, "Đang gửi…")
    expect(pupil.locator(".tick")).to_have_count(0)
    room.sockets[0].send(json.dumps({"type": "receipt", "step": "q1", "status": "saved", "choice": ["b"]}))
    heading(pupil, "Đã gửi!")
    expect(pupil.locator(".tick")).to_have_count(1)
    expect(pupil.locator("#announcer")).to_have_text("Đã gửi!")


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("closed", "Câu hỏi vừa đóng"),
        ("not-open", "Câu hỏi chưa mở"),
        ("unknown-choice", "Em chọn lại nhé"),
        ("not-saving", "Máy của lớp chưa lưu được"),
        ("unknown-seat", "đang ghi số này vắng"),
    ],
)
def test_what_was_not_saved_is_said_so(pupil: Page, room: Room, status: str, told: str) -> None:
    room.receipt = status
    room.say(STATES["single"])
    pupil.get_by_role("button", name=RIGHT).click()
    expect(pupil.get_by_role("alert")).to_contain_text(told)
    expect(pupil.locator(".tick")).to_have_count(0)


def test_a_busy_class_is_asked_again_by_itself(pupil: Page, room: Room) -> None:
    room.receipt = "busy"
    room.say(STATES["single"])
    pupil.get_by_role("button", name=RIGHT).click()
    heading(pupil, "Đang gửi…")
    room.receipt = "saved"
    heading(pupil, "Đã gửi!")
    assert [frame["choice"] for frame in room.frames] == [["b"], ["b"]]


def test_letters_and_numbers_choose(pupil: Page, room: Room) -> None:
    room.say(STATES["single"])
    expect(pupil.get_by_role("button", name=RIGHT)).to_be_visible()
    pupil.keyboard.press("c")
    heading(pupil, "Đã gửi!")
    assert last(room) == ["c"]
    pupil.get_by_role("button", name="Đổi câu trả lời").press("Enter")
    pupil.keyboard.press("1")
    heading(pupil, "Đã gửi!")
    assert last(room) == ["a"]


def test_several_options_are_sent_in_their_order(pupil: Page, room: Room) -> None:
    room.say(STATES["multiple"])
    send = pupil.get_by_role("button", name="Gửi câu trả lời")
    expect(send).to_be_disabled()
    for letter in "dab":
        pupil.keyboard.press(letter)
    pupil.keyboard.press("a")
    expect(pupil.get_by_role("button", name=RIGHT)).to_have_attribute("aria-pressed", "true")
    send.click()
    heading(pupil, "Đã gửi!")
    assert last(room) == ["b", "d"]


def test_a_half_made_answer_lives_through_news_and_a_reload(pupil: Page, room: Room) -> None:
    room.say(STATES["multiple"])
    expect(pupil.get_by_role("button", name=RIGHT)).to_be_visible()
    pupil.keyboard.press("d")
    expect(pupil.locator(".option.chosen")).to_have_count(1)
    room.say(STATES["multiple"])
    expect(pupil.locator(".option.chosen")).to_have_count(1)
    pupil.reload()
    expect(pupil.locator(".option.chosen")).to_have_count(1)


def test_order_by_arrows_by_taps_and_by_dragging(pupil: Page, room: Room) -> None:
    room.say(state("open", ORDER))
    up = pupil.get_by_role("button", name="Đưa lên: Dừng lại, không trả lời")
    up.press("Enter")
    expect(pupil.get_by_role("button", name="Thứ 1: Dừng lại, không trả lời")).to_be_visible()
    expect(up).to_be_disabled()
    rows = pupil.locator(".row .card")
    rows.nth(2).tap()
    rows.nth(1).tap()
    grips = pupil.locator(".row .grip")
    drag(pupil, grips.nth(3), pupil.locator(".row").nth(0))
    pupil.get_by_role("button", name="Gửi câu trả lời").click()
    heading(pupil, "Đã gửi!")
    assert last(room) == ["i4", "i1", "i2", "i3"]


def test_match_by_taps_and_one_card_a_place(pupil: Page, room: Room) -> None:
    room.say(state("open", MATCH))
    places = pupil.locator(".place")
    for card, place in (("Giữ kín, báo bố mẹ", 0), ("Hỏi người lớn trước", 0), ("Không bấm, hỏi lại bạn", 1)):
        pupil.locator(".card", has_text=card.replace("bố mẹ", "bố\u00a0mẹ")).tap()
        places.nth(place).locator(".placename").tap()
    expect(pupil.locator(".tray .card")).to_have_count(1)
    expect(pupil.get_by_role("button", name="Gửi câu trả lời")).to_be_disabled()
    pupil.locator(".tray .card").press("Enter")
    pupil.get_by_role("button", name="Đặt vào đây: Trò chơi xin mật khẩu").press("Enter")
    expect(pupil.get_by_text("Đã đặt hết")).to_be_visible()
    pupil.get_by_role("button", name="Gửi câu trả lời").click()
    heading(pupil, "Đã gửi!")
    assert last(room) == ["l2:r2", "l3:r3", "l1:r1"]


def test_sort_by_dragging_and_back_to_the_tray(pupil: Page, room: Room) -> None:
    pupil.set_viewport_size({"width": 360, "height": 1100})
    room.say(state("open", SORT))
    for name, place in (("Địa chỉ nhà", 1), ("Mật", 1), ("Bài hát yêu thích", 0), ("Món em thích ăn", 1)):
        card = pupil.locator(".tray .card", has_text=name)
        drag(pupil, card.locator(".grip"), pupil.locator(".place").nth(place).locator(".placename"))
    expect(pupil.locator(".tray")).to_have_count(0)
    drag(
        pupil,
        pupil.locator(".place .card", has_text="Món em thích ăn").locator(".grip"),
        pupil.locator(".place").nth(0).locator(".placename"),
    )
    pupil.get_by_role("button", name="Gửi câu trả lời").click()
    heading(pupil, "Đã gửi!")
    assert last(room) == ["i1:b1", "i2:b2", "i3:b2", "i4:b1"]


def test_places_in_a_picture_by_touch_and_from_the_list(pupil: Page, room: Room) -> None:
    room.say(state("open", HOTSPOT))
    pupil.locator(".spot").nth(0).tap()
    pupil.get_by_role("button", name="Chỗ 2: Lời mời nhận quà").press("Enter")
    pupil.get_by_role("button", name="Chỗ 1: Nút màu xanh").press("Enter")
    expect(pupil.locator(".spot.chosen")).to_have_count(1)
    pupil.get_by_role("button", name="Gửi câu trả lời").click()
    heading(pupil, "Đã gửi!")
    assert last(room) == ["s2"]


def test_a_new_round_asks_again(pupil: Page, room: Room) -> None:
    room.say(STATES["single"])
    expect(pupil.get_by_role("button", name=RIGHT)).to_be_visible()
    pupil.keyboard.press("a")
    heading(pupil, "Đã gửi!")
    room.say(state("open", step(round=2)))
    expect(pupil.get_by_role("button", name=RIGHT)).to_be_visible()


def test_a_freed_seat_goes_back_to_the_door(pupil: Page, room: Room) -> None:
    room.sockets[0].close(code=4401)
    expect(pupil.get_by_role("alert")).to_contain_text("Số cũ không còn giữ")
    assert pupil.evaluate("localStorage.getItem('lophoc.seat')") is None


def test_a_restarted_laptop_is_found_again(pupil: Page, room: Room) -> None:
    room.sockets[0].close(code=1001)
    expect(pupil.get_by_role("status")).to_contain_text("Đang nối lại với lớp…")
    expect(pupil.get_by_role("status")).to_be_hidden()
    assert len(room.urls) == 2
    heading(pupil, "Em vào lớp rồi!")


def test_a_line_that_fell_silent_is_opened_anew(page: Page, room: Room) -> None:
    page.clock.install()
    room.say(STATES["waiting"])
    seated(page, room)
    heading(page, "Em vào lớp rồi!")
    room.sockets[0].send('{"type":"ping"}')
    page.evaluate("0")  # the ping has arrived
    page.clock.run_for(45_000)
    assert len(room.urls) == 1
    page.clock.run_for(12_000)
    expect(page.get_by_role("status")).to_be_hidden()
    assert len(room.urls) == 2


def test_an_answer_into_a_dead_line_goes_again_over_a_new_one(page: Page, room: Room) -> None:
    page.clock.install()
    room.receipt = None
    room.say(STATES["single"])
    seated(page, room)
    page.get_by_role("button", name=RIGHT).click()
    heading(page, "Đang gửi…")
    assert len(room.frames) == 1
    room.receipt = "saved"
    page.clock.run_for(6_000)
    heading(page, "Đã gửi!")
    assert [frame["choice"] for frame in room.frames] == [["b"], ["b"]]
    assert len(room.urls) == 2


def test_text_and_contrast_stay_chosen_and_the_lesson_is_asked_for_in_english(
    pupil: Page, room: Room
) -> None:
    pupil.get_by_role("button", name="Chữ và ngôn ngữ").click()
    pupil.get_by_role("switch", name="Chữ to").click()
    pupil.get_by_role("switch", name="Tương phản cao").click()
    expect(pupil.get_by_role("switch", name="Chữ to")).to_have_attribute("aria-checked", "true")
    pupil.get_by_role("button", name="English").click()
    heading(pupil, "Text and language")
    pupil.get_by_role("button", name="Done").click()
    heading(pupil, "You are in!")
    assert room.urls[-1].endswith("lang=en")
    pupil.reload()
    heading(pupil, "You are in!")
    expect(pupil.locator("html")).to_have_attribute("lang", "en")
    expect(pupil.locator("html")).to_have_class("large contrast")


@pytest.mark.parametrize("name", ["single", "order", "match", "sort", "sent", "review", "waiting"])
def test_large_text_fits_too(pupil: Page, room: Room, name: str) -> None:
    pupil.set_viewport_size({"width": 320, "height": 640})
    pupil.evaluate("document.documentElement.classList.add('large')")
    room.say(STATES[name])
    pupil.wait_for_function(STILL)
    assert pupil.evaluate(LOOK) == []


SPEECH = """
window.said = [];
const voices = [
    {lang: "vi-VN", localService: false, name: "far"}, {lang: "vi-VN", localService: true, name: "near"},
];
Object.defineProperty(window, "speechSynthesis", {value: {
    getVoices: () => voices, speak: (words) => window.said.push(words),
    cancel: () => {}, addEventListener: () => {},
}});
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
"""


def test_the_question_is_read_by_a_voice_of_the_device_only(page: Page, room: Room) -> None:
    page.add_init_script(SPEECH)
    room.say(STATES["single"])
    seated(page, room)
    page.get_by_role("button", name="Nghe đọc câu hỏi").click()
    expect(page.get_by_role("button", name="Dừng đọc")).to_be_visible()
    said: dict[str, Any] = page.evaluate(
        "({text: said[0].text, voice: said[0].voice.name, rate: said[0].rate})"
    )
    assert said["voice"] == "near"
    assert said["rate"] < 1
    assert said["text"].startswith("Mật khẩu của em thì nên làm thế nào?")
    assert "B. Giữ kín" in said["text"]


def test_where_only_far_voices_are_there_is_no_button(page: Page, room: Room) -> None:
    page.add_init_script(SPEECH.replace("localService: true", "localService: false"))
    room.say(STATES["single"])
    seated(page, room)
    expect(page.get_by_role("button", name=RIGHT)).to_be_visible()
    expect(page.get_by_role("button", name="Nghe đọc câu hỏi")).to_have_count(0)


@pytest.fixture
def forgetful(page: Page) -> Page:
    """A browser that may keep nothing."""
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('forbidden'); }});"
    )
    return page


def test_a_browser_that_keeps_nothing_can_take_part(forgetful: Page, room: Room) -> None:
    room.say(STATES["single"])
    forgetful.goto(f"{ORIGIN}/#4827")
    forgetful.get_by_role("button", name="Số 9", exact=True).click()
    forgetful.get_by_role("button", name="Vào lớp").click()
    forgetful.get_by_role("button", name=RIGHT).click()
    heading(forgetful, "Đã gửi!")


def test_a_seat_that_was_taken_meanwhile(page: Page, room: Room) -> None:
    page.goto(f"{ORIGIN}/#4827")
    page.get_by_role("button", name="Số 9", exact=True).click()
    room.taken = [9]
    page.get_by_role("button", name="Vào lớp").click()
    expect(page.get_by_role("alert")).to_contain_text("vừa có bạn chọn")
    expect(page.get_by_role("button", name="Số 9, đã có bạn chọn")).to_be_disabled()


def test_the_page_says_no_rank_and_no_number_of_others(pupil: Page, room: Room) -> None:
    told = STATES["review"]
    room.say({**told, "reveal": {**told["reveal"], "counts": {"a": 7, "b": 23}}})
    heading(pupil, "Mình cùng xem lại")
    assert not {"7", "23"} & set(pupil.locator("#screen").inner_text().split())


def test_a_team_answers_together(pupil: Page, room: Room) -> None:
    room.say({**STATES["single"], "team": 2})
    expect(pupil.locator("#top")).to_contain_text("Đội 2 · Câu 2/5")


@pytest.mark.parametrize("audience", AUDIENCES)
def test_help_speaks_to_its_audience_and_needs_nobody(browser: Browser, audience: Audience) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, reduced_motion="reduce")
    room = Room(facts(audience))
    room.attach(context)
    page = context.new_page()
    page.goto(ORIGIN)
    page.wait_for_load_state("networkidle")
    asked = len(room.requests)
    page.locator("#help-open").click()
    expect(page.get_by_role("link", name="Gọi 111")).to_be_visible()
    expect(page.get_by_text("Phòng Tư vấn, tầng 1")).to_be_visible()
    blameless = page.get_by_text("Em không có lỗi.")
    expect(blameless).to_have_count(0 if audience == "adults" else 1)
    expect(page.locator("#help-sao img")).to_have_count(1 if audience in AUDIENCES[:2] else 0)
    assert len(room.requests) == asked
    context.close()


def test_short_lines_end_well_on_a_small_phone(page: Page, room: Room) -> None:
    room.facts = facts(language="en")
    room.say(STATES["in-a-team"])
    seated(page, room)
    where = page.locator(".where")
    expect(where).to_contain_text("Team 2")
    page.evaluate("document.fonts.ready")
    box = where.bounding_box()
    assert box is not None
    assert box["height"] < 2.5 * 1.2 * 16, "the team and its question in two lines"
    room.say(STATES["hotspot"])
    expect(page.locator(".hint")).to_have_css("text-wrap-style", "balance")
    room.say(STATES["review"])
    expect(page.locator("p").first).to_have_css("text-wrap-style", re.compile("pretty|balance"))
