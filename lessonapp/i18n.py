"""The languages of the interface and of documents: English in the source, catalogues beside it."""

import gettext as _gettext
from functools import cache
from pathlib import Path
from typing import Literal

LANGUAGES: tuple[Literal["vi", "en"], ...] = ("vi", "en")
DOMAIN = "lessonapp"


@cache
def translations(language: str) -> _gettext.NullTranslations:
    """The catalogue of a language; English is the source itself. OSError when one was not compiled."""
    if language == "en":
        return _gettext.NullTranslations()
    # Opened by name: looking for it by `gettext.translation` imports and expands the system's locales first.
    with (translations_folder() / language / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as file:
        return _gettext.GNUTranslations(file)


def translations_folder() -> Path:
    """Where the catalogues are."""
    return Path(__file__).resolve().parent.parent / "resources" / "translations"


class _Interface:
    language = "vi"


def set_language(language: str) -> None:
    """Choose the language of the interface; windows redraw themselves afterwards."""
    if language not in LANGUAGES:
        raise ValueError(f"no such language: {language}")
    _Interface.language = language


def language() -> str:
    """The language of the interface."""
    return _Interface.language


def _(message: str) -> str:
    """A sentence in the language of the interface."""
    return translations(_Interface.language).gettext(message)


def n_(one: str, many: str, count: int) -> str:
    """A sentence with a number, in the language of the interface."""
    return translations(_Interface.language).ngettext(one, many, count)


class Speaker:
    """Sentences in one fixed language: of a lesson on the stage, or of a document."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue = translations(language)

    def t(self, message: str) -> str:
        """A sentence."""
        return self._catalogue.gettext(message)

    def nt(self, one: str, many: str, count: int) -> str:
        """A sentence with a number."""
        return self._catalogue.ngettext(one, many, count)
