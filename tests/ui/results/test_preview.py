"""A preview shows a document and asks where to save; it writes nothing, and closed it is gone."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from lessonapp.ui.results.picture_preview import PicturePreview
from lessonapp.ui.results.preview import PdfPreview


def pdf(pages: int) -> bytes:
    made = BytesIO()
    canvas = Canvas(made, invariant=True)
    for number in range(pages):
        canvas.drawString(80, 700, f"Page {number + 1}")
        canvas.showPage()
    canvas.save()
    return made.getvalue()


@pytest.fixture
def preview(qtbot: QtBot, themed: QApplication, tmp_path: Path) -> PdfPreview:
    dialog = PdfPreview(pdf(2), "tong-ket.pdf", str(tmp_path))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def test_pages_are_counted(preview: PdfPreview) -> None:
    assert preview.page_count() == 2
    assert preview.pages.text() == "2 pages"
    preview.set_content(pdf(1))
    assert preview.pages.text() == "1 page"


def test_bytes_that_are_no_pdf_show_nothing(preview: PdfPreview) -> None:
    preview.set_content(b"not a document")
    assert preview.page_count() == 0
    assert not preview.print.isEnabled()


@pytest.mark.parametrize(("chosen", "wanted"), [("x.pdf", "x.pdf"), ("x", "x.pdf"), ("x.PDF", "x.PDF")])
def test_save_asks_where(
    preview: PdfPreview,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    chosen: str,
    wanted: str,
) -> None:
    starts: list[str] = []

    def ask(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        starts.append(start)
        return str(tmp_path / chosen), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    with qtbot.waitSignal(preview.save_requested) as asked:
        preview.save.click()
    assert asked.args == [str(tmp_path / wanted)]
    assert starts == [str(tmp_path / "tong-ket.pdf")]
    assert list(tmp_path.iterdir()) == []


def test_the_folder_can_be_opened_once_it_was_saved(preview: PdfPreview, tmp_path: Path) -> None:
    assert preview.open_folder.isHidden()
    preview.set_saved(str(tmp_path / "x.pdf"))
    assert preview.open_folder.isVisible()
    preview.set_content(pdf(1))
    assert preview.open_folder.isHidden()


def test_a_picture_fills_its_window_and_is_saved_as_one(
    qtbot: QtBot, themed: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#0C5A55"))
    assert image.save(str(tmp_path / "made.png"))
    dialog = PicturePreview((tmp_path / "made.png").read_bytes(), "thong-diep.png", str(tmp_path))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    seen = dialog.grab().toImage()
    assert seen.pixelColor(dialog.width() // 2, dialog.height() // 2) == QColor("#0C5A55")
    kinds: list[str] = []

    def ask(_parent: object, _title: str, _start: str, wanted: str) -> tuple[str, str]:
        kinds.append(wanted)
        return str(tmp_path / "x"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    with qtbot.waitSignal(dialog.save_requested) as asked:
        dialog.save.click()
    assert asked.args == [str(tmp_path / "x.png")]
    assert "png" in kinds[0]


@pytest.mark.parametrize("close", [PdfPreview.close, PdfPreview.reject, PdfPreview.accept])
def test_closed_it_is_gone(
    qtbot: QtBot, themed: QApplication, close: Callable[[PdfPreview], object], tmp_path: Path
) -> None:
    dialog = PdfPreview(pdf(2), "tong-ket.pdf", str(tmp_path))
    with qtbot.waitExposed(dialog):
        dialog.show()
    with qtbot.waitSignal(dialog.destroyed):
        close(dialog)


def test_the_other_language_is_asked_for(preview: PdfPreview, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preview.language_requested) as asked:
        preview.languages.button("vi").click()
    assert asked.args == ["vi"]
