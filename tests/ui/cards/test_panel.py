"""What panel, menu and large window say and ask for, with no camera behind them."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lessonapp.app.cards import camera_setting, setting_texts
from lessonapp.app.cards_view import hint_words
from lessonapp.app.teaching import Teaching
from lessonapp.channels.cards.view import Hint, HintKind
from lessonapp.i18n import _
from lessonapp.session.lesson_session import LessonSession
from lessonapp.ui.cards.camera_menu import CameraMenu
from lessonapp.ui.cards.model import (
    CameraChoice,
    CameraPicture,
    CameraSetting,
    CardHint,
    CardsStatus,
    SourceState,
    Tag,
)
from lessonapp.ui.cards.panel import CardsPanel
from lessonapp.ui.cards.words import missing_words, seat_list, source_words
from lessonapp.ui.theme import apply_theme

USB = CameraChoice("usb", "Webcam & co", ((640, 480), (800, 600), (1280, 720), (1920, 1080)))
LAPTOP = CameraChoice("laptop", "Laptop", ((1280, 720),))
CORNERS = ((0.1, 0.4), (0.2, 0.4), (0.2, 0.6), (0.1, 0.6))
PICTURE = CameraPicture(160, 90, bytes([60]) * (160 * 90), (Tag(7, CORNERS, "B", read=True),))


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication) -> CardsPanel:
    apply_theme(qapp)
    made = CardsPanel()
    made.resize(424, 420)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def menu(qtbot: QtBot, qapp: QApplication) -> CameraMenu:
    made = CameraMenu()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("state", ["off", "starting", "none", "lost", "failed", "no-library", "no-cameras"])
def test_every_state_of_the_camera_says_what_is_so(panel: CardsPanel, state: SourceState) -> None:
    panel.show_status(CardsStatus("running", asked=True))
    panel.show_picture(PICTURE)
    assert panel.view.texts() == ("7",)
    panel.show_status(CardsStatus(state, asked=True))
    assert panel.view.texts() == (), "no picture stays behind"
    assert source_words(state)[0] in panel.view.accessibleDescription()
    assert not panel.hold.isEnabled()


def test_on_one_screen_the_picture_is_hidden_until_asked_for(panel: CardsPanel, qtbot: QtBot) -> None:
    panel.show_status(CardsStatus("running"))
    panel.show_picture(PICTURE)
    panel.set_covered(covered=True, offered=True)
    assert panel.view.texts() == ()
    with qtbot.waitSignal(panel.uncover_requested) as asked:
        panel.cover.click()
    assert asked.args == [True]
    panel.set_covered(covered=False, offered=True)
    assert panel.view.texts() == ("7",)
    with qtbot.waitSignal(panel.uncover_requested) as asked:
        panel.cover.click()
    assert asked.args == [False]


def test_a_mirror_turns_the_picture_and_not_the_words(panel: CardsPanel) -> None:
    panel.show_status(CardsStatus("running"))
    panel.show_picture(PICTURE)
    views = []
    for mirrored in (False, True):
        panel.view.set_mirrored(mirrored)
        views.append(panel.view.grab().toImage())
        across = panel.view._point(panel.view._box(), 0.1, 0.5).x() - panel.view._box().left()
        assert round(across / panel.view._box().width(), 2) == (0.9 if mirrored else 0.1)
    assert views[0] != views[1]
    assert panel.view.texts() == ("7",)


def test_the_privacy_line_is_painted_in_every_state(panel: CardsPanel) -> None:
    corner = []
    for status in (CardsStatus("running"), CardsStatus("none"), CardsStatus("failed")):
        panel.show_status(status)
        if status.source == "running":
            panel.show_picture(PICTURE)
        corner.append(panel.view.grab().toImage().copy(6, 6, 150, 18))
    assert corner[0] == corner[1] == corner[2]
    assert len({corner[0].pixel(x, 9) for x in range(150)}) > 10, "there are words"


def test_the_small_panel_shows_one_warning_and_no_good_news(panel: CardsPanel) -> None:
    far, good = CardHint("warn", "Xa quá"), CardHint("ok", "Đủ sáng")
    panel.show_status(CardsStatus("running", hints=(good, far)))
    assert panel.tile.words() == "Xa quá"
    panel.show_status(CardsStatus("running", hints=(good,)))
    assert panel.tile.words() == ""


def test_seats_still_missing_are_named_while_a_question_is_open() -> None:
    assert missing_words(CardsStatus("running", missing=(3,))) == ""
    assert "3, 5" in missing_words(CardsStatus("running", asked=True, missing=(3, 5)))
    assert missing_words(CardsStatus("running", asked=True)) == _("Every card has been read.")
    assert seat_list(range(1, 13)) == "1, 2, 3, 4, 5, 6, 7, 8 … (+4)"


@pytest.mark.parametrize("kind", ["small", "dark", "blurred", "askew", "mirrored", "raised-early"])
def test_each_hint_of_the_reader_has_words(kind: HintKind) -> None:
    hint = hint_words(Hint(kind, seats=(4, 5), count=2))
    assert hint.tone == "warn"
    assert "4, 5" in hint.title
    assert hint.text


def test_the_menu_offers_cameras_sizes_and_how_to_show(menu: CameraMenu, qtbot: QtBot) -> None:
    setting = CameraSetting("usb")
    menu.show_choices((LAPTOP, USB), setting, CardsStatus("running"))
    assert menu.toolTip() == "Webcam & co"
    actions = {action.text(): action for action in menu.menu().actions()}
    assert actions["Webcam && co"].isChecked()
    assert not actions["Laptop"].isChecked()
    sizes = [text for text in actions if "×" in text]
    assert [text[:9].strip() for text in sizes] == ["640 × 480", "1280 × 72", "1920 × 10"]
    for text, wanted in (
        ("Laptop", replace(setting, camera="laptop")),
        (sizes[2], replace(setting, size=(1920, 1080))),
        (_("As in a mirror"), replace(setting, mirrored=False)),
        (_("Blur faces"), replace(setting, blurred=False)),
    ):
        with qtbot.waitSignal(menu.setting_chosen) as chosen:
            actions[text].trigger()
        assert chosen.args == [wanted]
    with qtbot.waitSignal(menu.power_requested) as power:
        actions[_("Turn the camera off")].trigger()
    assert power.args == [False]


def test_the_menu_leads_back_from_a_file_and_tries_again(menu: CameraMenu, qtbot: QtBot) -> None:
    def entry(text: str) -> None:
        next(action for action in menu.menu().actions() if action.text() == text).trigger()

    menu.show_choices((USB,), CameraSetting(), CardsStatus("file", file="lớp.jpg"))
    assert menu.toolTip() == "lớp.jpg"
    with qtbot.waitSignal(menu.camera_requested):
        entry(_("Back to the camera"))
    with qtbot.waitSignal(menu.file_requested):
        entry(_("A photo or video of the class…"))
    menu.show_choices((USB,), CameraSetting(), CardsStatus("failed"))
    with qtbot.waitSignal(menu.retry_requested):
        entry(_("Try again"))


def test_a_camera_setting_is_kept_but_never_that_faces_are_shown() -> None:
    setting = CameraSetting("usb", (1920, 1080), mirrored=False, blurred=False)
    assert camera_setting(setting_texts(setting)) == replace(setting, blurred=True)
    assert camera_setting({}) == CameraSetting()
    assert camera_setting({"size": "largexhuge", "mirrored": "?"}) == CameraSetting()


def test_a_click_on_a_seat_offers_its_answers(
    qtbot: QtBot, teaching: Teaching, taught: LessonSession, ask: Callable[[str], None]
) -> None:
    seats = teaching.console.answers.seats
    qtbot.mouseClick(seats, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert teaching.console.toast.accessibleName()
    ask("q3")
    qtbot.mouseClick(seats, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    opened = QApplication.activePopupWidget()
    assert opened is not None
    opened.close()


def test_panel_buttons_ask_for_practice_printing_and_the_large_picture(
    panel: CardsPanel, qtbot: QtBot
) -> None:
    for button, signal in (
        (panel.practice, panel.practice_requested),
        (panel.print, panel.print_requested),
        (panel.larger, panel.larger_requested),
    ):
        with qtbot.waitSignal(signal):
            button.click()
        assert button.accessibleName() or button.text()
