"""A PDF before it is saved: its pages, both languages, save, print, open the folder."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QKeySequence,
    QPageLayout,
    QPageSize,
    QPainter,
    QShortcut,
)
from PySide6.QtWidgets import QDialog, QWidget

from lessonapp.i18n import _, n_
from lessonapp.ui.results.preview_bars import Preview
from lessonapp.ui.widgets.buttons import button, icon_button
from lessonapp.ui.widgets.dialog import resize_on_screen
from lessonapp.ui.widgets.labels import beside, label

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

ZOOM_STEP, ZOOM_LEAST, ZOOM_MOST = 1.25, 0.25, 4.0
PRINT_DPI = 300


class PdfPreview(Preview):
    """Shows the pages of a PDF."""

    def _build(self) -> None:
        # QtPdf brings a whole PDF engine (20 MB): only here, so that the first window does not pay for it.
        from PySide6.QtPdf import QPdfDocument
        from PySide6.QtPdfWidgets import QPdfView

        self._buffer = QBuffer(self)
        self._document = QPdfDocument(self)
        self._view = QPdfView(self)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setDocument(self._document)
        self._view.setAccessibleName(_("Pages"))
        self._custom, self._fit = QPdfView.ZoomMode.Custom, QPdfView.ZoomMode.FitToWidth
        resize_on_screen(self, 900, 720)
        self.print = button(_("Print…"))
        self.sheet = button(_("Spreadsheet…"))
        self.sheet.hide()
        self.pages = beside(label("", "secondary"))
        self._lay_out(self._view, self.sheet, self.print, left=(*self._zooms(), self.pages))
        self._connect()

    def offer_sheet(self, act: Callable[[], object]) -> None:
        """The same figures as a spreadsheet, asked for from here."""
        self.sheet.show()
        self.sheet.clicked.connect(act)

    def page_count(self) -> int:
        """How many pages are shown."""
        return int(self._document.pageCount())

    def done(self, result: int) -> None:
        """Let go of the document before the window goes."""
        super().done(result)
        self._document.close()
        self._buffer.close()

    def _ending(self) -> tuple[str, str]:
        return "pdf", "PDF"

    def _show_content(self) -> None:
        """Place and zoom stay as they are."""
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(self.content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        count = self._document.pageCount()
        self.pages.setText(n_("{count} page", "{count} pages", count).format(count=count))
        self.print.setEnabled(count > 0)

    def _zooms(self) -> tuple[QWidget, ...]:
        smaller = icon_button("minus", _("Smaller"))
        larger = icon_button("plus", _("Larger"))
        whole = button(_("Fit"))
        whole.setToolTip(_("Fit the page to the window"))
        smaller.clicked.connect(lambda: self._zoom(1 / ZOOM_STEP))
        larger.clicked.connect(lambda: self._zoom(ZOOM_STEP))
        whole.clicked.connect(lambda: self._view.setZoomMode(self._fit))
        return smaller, larger, whole

    def _connect(self) -> None:
        self.print.clicked.connect(self._on_print)
        for keys, slot in (
            (QKeySequence.StandardKey.Print, self._on_print),
            (QKeySequence.StandardKey.ZoomIn, lambda: self._zoom(ZOOM_STEP)),
            (QKeySequence.StandardKey.ZoomOut, lambda: self._zoom(1 / ZOOM_STEP)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def _zoom(self, factor: float) -> None:
        if self._view.zoomMode() != self._custom:
            self._view.setZoomFactor(self._shown_zoom())
            self._view.setZoomMode(self._custom)
        self._view.setZoomFactor(min(ZOOM_MOST, max(ZOOM_LEAST, self._view.zoomFactor() * factor)))

    def _shown_zoom(self) -> float:
        """The factor that fitting to the width comes to."""
        points = self._document.pagePointSize(0).width() if self.page_count() else 0
        if points <= 0:
            return 1.0
        return self._view.viewport().width() / (points / 72 * self.logicalDpiX())

    def _on_print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # as QtPdf: only who prints pays for it

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._name)
        printer.setPageSize(QPageSize(self._document.pagePointSize(0), QPageSize.Unit.Point))
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self.page_count())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._paint_on(printer)
        dialog.deleteLater()

    def _paint_on(self, printer: "QPrinter") -> None:
        printer.setFullPage(True)
        printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
        first, last = printer.fromPage() or 1, printer.toPage() or self.page_count()
        painter = QPainter(printer)
        for page in range(first - 1, last):
            if page > first - 1:
                printer.newPage()
            points = self._document.pagePointSize(page)
            pixels = (QSizeF(points) * (PRINT_DPI / 72)).toSize()
            picture = self._document.render(page, pixels)
            area = QRectF(painter.viewport())
            fitted = points.scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QRectF(area.topLeft(), fitted), picture)
        painter.end()
