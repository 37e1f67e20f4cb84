"""Qt's own dialogs and menus speak the language of the interface."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale, QMimeDatabase
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from lessonapp.app.qt_words import QtWords, qm_file, qt_words, speak_qt


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    before = qapp.findChild(QtWords)
    yield lambda language: speak_qt(qapp, language)
    speak_qt(qapp, "en")
    assert before is None or qapp.findChild(QtWords) is before


def test_every_word_of_qt_is_translated_and_keeps_what_qt_fills_in() -> None:
    words = qt_words("vi")
    same = [word for word, text in words.items() if text == word]
    assert same == []
    for word, text in words.items():
        assert ("%1" in word) == ("%1" in text), word
        assert text.count("&") == word.count("&"), word


def test_buttons_menus_and_the_file_dialog(qtbot: QtBot, speak: Callable[[str], None]) -> None:
    speak("vi")
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
    field = QLineEdit("abc")
    dialog = QFileDialog(None, "", "", "PDF (*.pdf)")
    for made in (buttons, field, dialog):
        qtbot.addWidget(made)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    menu = field.createStandardContextMenu()
    texts = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    menu.deleteLater()
    assert {made.text() for made in buttons.buttons()} == {"Lưu", "Huỷ"}
    assert texts == ["&Hoàn tác", "&Làm lại", "Cắ&t", "&Chép", "&Dán", "Xoá", "Chọn tất cả"]
    assert dialog.labelText(QFileDialog.DialogLabel.FileName) == "&Tên tệp:"
    assert dialog.labelText(QFileDialog.DialogLabel.Accept) == "&Mở"
    assert "&Tìm trong:" in {made.text() for made in dialog.findChildren(QLabel)}


def test_words_stay_where_qt_reads_them(speak: Callable[[str], None]) -> None:
    speak("vi")
    size = len(qm_file(qt_words("vi")))
    taken = [
        bytes([7]) * (size - over) for over in range(64) for _again in range(64)
    ]  # what was let go is used
    assert QCoreApplication.translate("QFileDialog", "&Open") == "&Mở"
    assert len(taken) == 64 * 64


def test_another_language_takes_the_place_of_the_first(speak: Callable[[str], None]) -> None:
    said = []
    for language in ("vi", "en", "vi"):
        speak(language)
        said.append(QCoreApplication.translate("QFileDialog", "&Open"))
    assert said == ["&Mở", "&Open", "&Mở"]
    assert QCoreApplication.translate("QFileDialog", "No such word") == "No such word"


def test_kinds_of_files_and_dates_are_in_the_same_language(speak: Callable[[str], None]) -> None:
    for language, kind in (("vi", "Tài liệu PDF"), ("en", "PDF document")):
        speak(language)
        assert QMimeDatabase().mimeTypeForName("application/pdf").comment() == kind
        day = QLocale().toString(QDate(2026, 11, 26), QLocale.FormatType.ShortFormat)
        assert day.startswith("26"), day
