"""Qt's own words in the language of the interface: file and print dialogs, menus of text fields.

Qt brings no Vietnamese. A translation file of its kind is made in memory out of the catalogue, so that the
words are kept and checked like all others.
"""

import struct
from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from lessonapp.i18n import Speaker

_LOCALES = {
    "vi": (QLocale.Language.Vietnamese, QLocale.Country.Vietnam),
    "en": (QLocale.Language.English, QLocale.Country.UnitedKingdom),  # the day before the month, as at home
}
_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_HASHES, _MESSAGES = 0x42, 0x69
_END, _TRANSLATION, _SOURCE = 1, 3, 6


class QtWords(QTranslator):
    """Words for what Qt shows by itself; one for the whole program, loaded anew for another language."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._data = b""

    def speak(self, language: str) -> None:
        """From now on Qt's windows speak this language, kinds of files and dates in lists among it."""
        QLocale.setDefault(QLocale(*_LOCALES[language]))
        app = QCoreApplication.instance()
        assert app is not None  # the parent
        app.removeTranslator(self)
        self._data = qm_file(qt_words(language))  # these very bytes are kept: Qt reads them where they lie
        self.load(self._data)
        app.installTranslator(self)


def speak_qt(app: QCoreApplication, language: str) -> None:
    """Let Qt's own windows speak a language."""
    known = app.property("qtWords")  # not `findChild`, which wraps every child, the style among them
    words = known if isinstance(known, QtWords) else QtWords(app)
    app.setProperty("qtWords", words)
    words.speak(language)


def qm_file(words: Mapping[str, str]) -> bytes:
    """A Qt translation file; its entries name no context, so each holds wherever Qt uses the word."""
    messages, hashes = bytearray(), []
    for source, text in words.items():
        hashes.append((_elf_hash(source.encode()), len(messages)))
        for tag, data in ((_TRANSLATION, text.encode("utf-16-be")), (_SOURCE, source.encode())):
            messages += struct.pack(">BI", tag, len(data)) + data
        messages.append(_END)
    table = b"".join(struct.pack(">II", *entry) for entry in sorted(hashes))
    parts = ((_HASHES, table), (_MESSAGES, bytes(messages)))
    return _MAGIC + b"".join(struct.pack(">BI", tag, len(data)) + data for tag, data in parts)


def _elf_hash(text: bytes) -> int:
    """The hash by which Qt finds a word in its file."""
    value = 0
    for byte in text:
        value = (value << 4) + byte
        high = value & 0xF0000000
        value = (value ^ (high >> 24)) & ~high & 0xFFFFFFFF
    return value or 1


def qt_words(language: str) -> dict[str, str]:
    """Qt's word -> ours."""
    words: dict[str, str] = {}
    speaker = Speaker(language)

    def t(text: str) -> None:
        words[text] = speaker.t(text)

    _text_fields(t)
    _buttons(t)
    _file_dialog(t)
    _print_dialog(t)
    return words


def _text_fields(t: Callable[[str], None]) -> None:
    t("&Undo")
    t("&Redo")
    t("Cu&t")
    t("&Copy")
    t("&Paste")
    t("Delete")
    t("Select All")
    t("Copy &Link Location")
    t("&Step up")
    t("Step &down")


def _buttons(t: Callable[[str], None]) -> None:
    t("OK")
    t("Save")
    t("Save All")
    t("Open")
    t("&Yes")
    t("Yes to &All")
    t("&No")
    t("N&o to All")
    t("Abort")
    t("Retry")
    t("Ignore")
    t("Close")
    t("Cancel")
    t("Discard")
    t("Help")
    t("Apply")
    t("Reset")
    t("Restore Defaults")
    t("&OK")
    t("&Save")
    t("&Cancel")
    t("&Close")


def _file_dialog(t: Callable[[str], None]) -> None:
    t("Back")
    t("Go back")
    t("Forward")
    t("Go forward")
    t("Parent Directory")
    t("Go to the parent directory")
    t("Create New Folder")
    t("Create a New Folder")
    t("List View")
    t("Change to list view mode")
    t("Detail View")
    t("Change to detail view mode")
    t("Sidebar")
    t("List of places and bookmarks")
    t("Files")
    t("Files of type:")
    t("Files of &type:")
    t("Look in:")
    t("&Look in:")
    t("Computer")
    t("Drive")
    t("Folder")
    t("File")
    t("File Folder")
    t("File &name:")
    t("Directory:")
    t("&Directory:")
    t("&Choose")
    t("&Open")
    t("Name")
    t("Size")
    _file_dialog_more(t)


def _file_dialog_more(t: Callable[[str], None]) -> None:
    t("Type")
    t("Date Modified")
    t("All Files (*)")
    t("Show ")
    t("&Rename")
    t("&Delete")
    t("Show &hidden files")
    t("&New Folder")
    t("New Folder")
    t("Unknown")
    t("My Computer")
    t("Recent Places")
    t("Remove")
    t("Save As")
    t("Find Directory")
    t("Directories")
    t("%1 already exists.\nDo you want to replace it?")
    t("%1\nFile not found.\nPlease verify the correct file name was given.")
    t("%1\nDirectory not found.\nPlease verify the correct directory name was given.")
    t("Are you sure you want to delete '%1'?")
    t("Could not delete directory.")


def _print_dialog(t: Callable[[str], None]) -> None:
    t("Print")
    t("Printer")
    t("&Name:")
    t("P&roperties")
    t("Location:")
    t("Preview")
    t("Type:")
    t("Output &file:")
    t("Print range")
    t("Print all")
    t("Pages from")
    t("to")
    t("Pages")
    t("Current Page")
    t("Selection")
    t("Page &Set:")
    t("Output Settings")
    t("Copies:")
    t("Collate")
    t("Reverse")
    t("Copies")
    t("Color Mode")
    t("Color")
    t("Grayscale")
    t("Double Sided Printing")
    t("Off")
    t("Long side binding")
    t("Short side binding")
    t("Options")
    t("All Pages")
    t("Odd Pages")
    t("Even Pages")
    t("&Options >>")
    t("&Options <<")
    t("&Print")
    t("Print to File (PDF)")
    t("Local file")
    t("Write PDF file")
    t("Properties")
