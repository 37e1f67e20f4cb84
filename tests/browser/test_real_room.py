"""Pupils and teacher in real browsers, with the real server: `lessonapp host`."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, WebSocket, expect

from tests.browser.hosting import Host, hosting, sit

QUESTION = "hoi-cau-nho"
RIGHT, WRONG = "B, hình tam giác", "A, hình tròn"


@pytest.fixture
def host(playwright: Playwright, tmp_path: Path) -> Iterator[Host]:
    with hosting(playwright, tmp_path / "class") as running:
        yield running


def choose(page: Page, label: str) -> None:
    page.get_by_role("button", name=label).click()


def heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", name=text, exact=True)).to_be_visible()


def test_join_by_code(page: Page, host: Host) -> None:
    page.goto(host.url)
    wrong = "0000" if host.code != "0000" else "1111"
    page.get_by_label("Mã của lớp học").fill(wrong)
    page.get_by_role("button", name="Tiếp tục").click()
    expect(page.get_by_role("alert")).to_contain_text("Mã chưa đúng")
    page.get_by_label("Mã của lớp học").fill(host.code)
    page.get_by_role("button", name="Tiếp tục").click()
    page.get_by_role("button", name="Số 12", exact=True).click()
    expect(page.get_by_text("Bạn Ngựa")).to_be_visible()
    page.get_by_role("button", name="Vào lớp").click()
    heading(page, "Em vào lớp rồi!")


def test_join_by_the_link_of_the_qr(page: Page, host: Host) -> None:
    sit(page, host, 7)
    expect(page.locator("#top")).to_contain_text("Số 7")


def test_joining_survives_a_moment_without_network(context: BrowserContext, page: Page, host: Host) -> None:
    page.goto(host.link)
    page.get_by_role("button", name="Số 8", exact=True).click()
    context.set_offline(True)
    page.get_by_role("button", name="Vào lớp").click()
    expect(page.get_by_role("alert")).to_contain_text("Bấm “Vào lớp” lần nữa")
    context.set_offline(False)
    page.get_by_role("button", name="Vào lớp").click()
    heading(page, "Em vào lớp rồi!")


def test_a_taken_seat_is_grey_and_a_seat_can_be_chosen_for_me(
    browser: Browser, page: Page, host: Host
) -> None:
    sit(page, host, 1)
    other = browser.new_context()
    late = other.new_page()
    late.goto(host.link)
    expect(late.get_by_role("button", name="Số 1, đã có bạn chọn")).to_be_disabled()
    late.get_by_role("button", name="Chọn giúp em một số").click()
    late.get_by_role("button", name="Vào lớp").click()
    heading(late, "Em vào lớp rồi!")
    expect(late.locator("#top")).to_contain_text("Số 2")
    other.close()


def test_answer_change_reload_and_feedback(page: Page, host: Host) -> None:
    sit(page, host, 12)
    host.ask(QUESTION)
    choose(page, WRONG)
    heading(page, "Đã gửi!")
    page.get_by_role("button", name="Đổi câu trả lời").click()
    expect(page.get_by_role("button", name=WRONG)).to_have_attribute("aria-pressed", "true")
    choose(page, RIGHT)
    heading(page, "Đã đổi!")
    page.reload()
    heading(page, "Đã gửi!")
    expect(page.locator(".chosentext")).to_contain_text("Bà ơi")
    host.steer("close")
    heading(page, "Đã hết giờ trả lời")
    host.steer("reveal")
    heading(page, "Đúng rồi!")
    expect(page.get_by_text("Các bạn không thấy câu trả lời của em.")).to_be_visible()


def test_another_answer_is_looked_at_again_together(page: Page, host: Host) -> None:
    sit(page, host, 12)
    host.ask(QUESTION)
    choose(page, WRONG)
    heading(page, "Đã gửi!")
    host.steer("close")
    host.steer("reveal")
    heading(page, "Mình cùng xem lại")
    expect(page.locator(".explain").first).to_contain_text("Bà ơi, giúp cháu với!")
    expect(page.locator(".own")).to_contain_text("Nhiều bạn nói thế vì ngại")


def test_the_right_answer_is_in_nothing_that_came_before_the_reveal(page: Page, host: Host) -> None:
    frames: list[str] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda payload: frames.append(str(payload)))

    page.on("websocket", listen)
    sit(page, host, 3)
    host.ask(QUESTION)
    choose(page, WRONG)
    heading(page, "Đã gửi!")
    host.steer("close")
    heading(page, "Đã hết giờ trả lời")
    assert frames
    assert not [frame for frame in frames if '"correct"' in frame or "Na gọi bà và nhờ bà" in frame]


def test_offline_the_answer_is_kept_and_sent_by_itself(
    context: BrowserContext, page: Page, host: Host
) -> None:
    sit(page, host, 12)
    host.ask(QUESTION)
    expect(page.get_by_role("button", name=RIGHT)).to_be_visible()
    context.set_offline(True)
    expect(page.get_by_role("status")).to_contain_text("Đang nối lại với lớp…")
    choose(page, RIGHT)
    heading(page, "Đang gửi…")
    expect(page.locator(".tick")).to_have_count(0)
    expect(page.get_by_role("status")).to_contain_text("vẫn được giữ")
    context.set_offline(False)
    heading(page, "Đã gửi!")
    expect(page.get_by_role("status")).to_be_hidden()


def test_an_answer_kept_while_the_browser_was_killed_is_sent_too(
    browser: Browser, context: BrowserContext, page: Page, host: Host
) -> None:
    sit(page, host, 12)
    host.ask(QUESTION)
    expect(page.get_by_role("button", name=RIGHT)).to_be_visible()
    context.set_offline(True)
    expect(page.get_by_role("status")).to_be_visible()
    choose(page, RIGHT)
    heading(page, "Đang gửi…")
    kept = context.storage_state()
    page.close()
    again = browser.new_context(storage_state=kept)
    reborn = again.new_page()
    reborn.goto(host.url)
    heading(reborn, "Đã gửi!")
    expect(reborn.locator("#top")).to_contain_text("Số 12")
    again.close()


def test_an_answer_that_comes_back_too_late_is_told_so(
    context: BrowserContext, page: Page, host: Host
) -> None:
    sit(page, host, 12)
    host.ask(QUESTION)
    expect(page.get_by_role("button", name=RIGHT)).to_be_visible()
    context.set_offline(True)
    expect(page.get_by_role("status")).to_be_visible()
    choose(page, RIGHT)
    host.steer("close")
    context.set_offline(False)
    heading(page, "Đã hết giờ trả lời")
    expect(page.get_by_role("alert")).to_contain_text("chưa được nhận")


def test_one_seat_on_two_devices(browser: Browser, context: BrowserContext, page: Page, host: Host) -> None:
    sit(page, host, 12)
    twin = browser.new_context(storage_state=context.storage_state())
    second = twin.new_page()
    second.goto(host.url)
    heading(second, "Em vào lớp rồi!")
    heading(page, "Số này đang mở ở chỗ khác")
    page.get_by_role("button", name="Dùng máy này").click()
    heading(page, "Em vào lớp rồi!")
    heading(second, "Số này đang mở ở chỗ khác")
    twin.close()


def test_help_is_opened_without_a_word_to_anybody(page: Page, host: Host) -> None:
    """No request, no frame, no other address, from the press on the button to the way back."""
    frames: list[str] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", lambda payload: frames.append(str(payload)))

    page.on("websocket", listen)
    sit(page, host, 12)
    page.wait_for_load_state("networkidle")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    address, title, sent = page.url, page.title(), len(frames)
    for leave in ("Ẩn nhanh", "Về bài học"):
        page.get_by_role("button", name="Em cần giúp đỡ").click()
        expect(page.get_by_role("link", name="Gọi 111")).to_have_attribute("href", "tel:111")
        expect(page.get_by_text("Em không có lỗi.")).to_be_visible()
        expect(page.locator("#help-sao img")).to_be_visible()
        assert (page.url, page.title()) == (address, title)
        page.get_by_role("button", name=leave).click()
        heading(page, "Em vào lớp rồi!")
    page.get_by_role("button", name="Em cần giúp đỡ").click()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Em cần giúp đỡ").click()
    page.go_back()
    heading(page, "Em vào lớp rồi!")
    assert requests == []
    assert len(frames) == sent


@pytest.fixture
def small_class(playwright: Playwright, tmp_path: Path) -> Iterator[Host]:
    with hosting(playwright, tmp_path / "class", "t09-a1", "--seats", "3") as running:
        yield running


def test_three_phones_and_the_teachers_remote(browser: Browser, page: Page, small_class: Host) -> None:
    host = small_class
    pupils = [browser.new_context() for _ in range(3)]
    pages = [pupil.new_page() for pupil in pupils]
    for seat, phone in enumerate(pages, start=1):
        sit(phone, host, seat)
    page.goto(host.remote)
    heading(page, "Chưa mở bước nào")
    assert host.token not in page.url
    page.get_by_role("button", name="Bắt đầu").click()
    expect(page.get_by_text("Bước 1/")).to_be_visible()
    host.steer("goto", step=QUESTION)
    expect(page.locator(".phase")).to_contain_text("Chưa mở trả lời")
    page.get_by_role("button", name="Mở trả lời").click()
    for phone in pages[:2]:
        choose(phone, RIGHT)
        heading(phone, "Đã gửi!")
    expect(page.get_by_role("heading", name="2/3 đã trả lời")).to_be_visible()
    expect(page.locator(".missing li")).to_have_text(["3"])
    expect(page.locator('[data-option="b"] b')).to_have_text("2")
    page.reload()
    expect(page.get_by_role("heading", name="2/3 đã trả lời")).to_be_visible()
    choose(pages[2], WRONG)
    heading(pages[2], "Đã gửi!")
    expect(page.get_by_text("Tất cả đã trả lời.")).to_be_visible()
    page.get_by_role("button", name="Đóng trả lời").click()
    heading(pages[0], "Đã hết giờ trả lời")
    page.get_by_role("button", name="Hiện đáp án").click()
    expect(page.locator(".count.right")).to_have_count(1)
    heading(pages[0], "Đúng rồi!")
    heading(pages[2], "Mình cùng xem lại")
    for pupil in pupils:
        pupil.close()


def test_black_pause_back_and_end_from_the_teachers_phone(
    context: BrowserContext, page: Page, small_class: Host
) -> None:
    host = small_class
    pupil = context.new_page()
    sit(pupil, host, 2)
    page.goto(host.remote)
    host.steer("next")
    host.ask(QUESTION)
    page.get_by_role("button", name="Màn tối").click()
    expect(page.get_by_text("Màn chiếu đang tối")).to_be_visible()
    page.get_by_role("button", name="Hiện lại màn").click()
    expect(page.get_by_text("Màn chiếu đang tối")).to_be_hidden()
    page.get_by_role("button", name="Tạm dừng").click()
    heading(pupil, "Mình nghỉ một chút nhé")
    page.locator(".tools").get_by_role("button", name="Dạy tiếp").click()
    expect(page.get_by_text("Đang tạm dừng")).to_be_hidden()
    page.get_by_role("button", name="Lùi").click()
    heading(pupil, "Nhìn lên màn chiếu nhé")
    page.get_by_role("button", name="Kết thúc", exact=True).click()
    page.get_by_role("button", name="Kết thúc buổi học").click()
    heading(page, "Buổi học đã kết thúc")
    heading(pupil, "Buổi học kết thúc rồi")


def test_a_wrong_teacher_token_steers_nothing(page: Page, host: Host) -> None:
    page.goto(f"{host.url}/teacher#token=guessed")
    heading(page, "Quét lại mã trên máy của thầy cô")


def test_a_whole_school_joins_without_numbers(playwright: Playwright, page: Page, tmp_path: Path) -> None:
    with hosting(playwright, tmp_path / "yard", "t09-a1", "--seats", "800") as host:
        page.goto(host.link)
        page.get_by_role("button", name="Vào lớp").click()
        heading(page, "Em vào lớp rồi!")
        expect(page.locator(".seats")).to_have_count(0)


def test_sorting_by_touch_reaches_the_disk_and_the_lesson_comes_in_english(
    playwright: Playwright, page: Page, tmp_path: Path
) -> None:
    with hosting(playwright, tmp_path / "class", "t01-a2") as host:
        sit(page, host, 5)
        host.ask("xep-1")
        cards = page.locator(".tray .card")
        count = cards.count()
        assert count > 1
        for _ in range(count):
            cards.first.tap()
            page.locator(".place").first.tap(position={"x": 40, "y": 12})
        page.get_by_role("button", name="Gửi câu trả lời").tap()
        heading(page, "Đã gửi!")
        page.get_by_role("button", name="Chữ và ngôn ngữ").tap()
        page.get_by_role("button", name="English").tap()
        page.get_by_role("button", name="Done").tap()
        heading(page, "Sent!")
        page.get_by_role("button", name="Change my answer").tap()
        expect(page.locator("h1.prompt")).not_to_contain_text("ă")
        expect(page.locator("html")).to_have_attribute("lang", "en")


def test_the_page_weighs_less_than_sixty_kilobytes(page: Page, host: Host) -> None:
    """All that travels from the first request to the waiting room, as it travels."""
    weights: dict[str, int] = {}

    def weigh(request: object) -> None:
        finished.append(request)

    finished: list[object] = []
    page.on("requestfinished", weigh)
    sit(page, host, 12)
    page.wait_for_load_state("networkidle")
    for request in finished:
        weights[request.url] = request.sizes()["responseBodySize"]  # type: ignore[attr-defined]
    assert len(weights) > 10
    assert sum(weights.values()) < 60_000, weights
