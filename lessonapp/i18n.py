"""The languages of the interface and of documents: English in the source, catalogues beside it."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from lessonapp.domain.errors import why
from lessonapp.domain.language import LANGUAGES

DOMAIN = "lessonapp"


class Catalogue:
    """The sentences of a language by their English; what it lacks stays English."""

    def __init__(self, texts: Mapping[str, str], *, plural: bool) -> None:
        self._texts = texts
        self._plural = plural  # whether the language has a form of its own for many, as English has

    def gettext(self, message: str) -> str:
        """A sentence."""
        return self._texts.get(message, message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """A sentence with a number."""
        found = None if self._plural else self._texts.get(one)
        return found if found is not None else one if count == 1 else many


@cache
def translations(language: str) -> Catalogue:
    """The catalogue of a language; English is the source itself. OSError when one was not compiled."""
    if language == "en":
        return Catalogue({}, plural=True)
    # Compiled to JSON: the .mo form takes gettext five times as long to read, before Home can be painted.
    return Catalogue(json.loads(_compiled(language).read_bytes()), plural=False)


def require_compiled() -> None:
    """Make sure that every catalogue was compiled, without reading one; OSError where it was not."""
    for tongue in LANGUAGES:
        if tongue != "en":
            _compiled(tongue).stat()


def _compiled(language: str) -> Path:
    return translations_folder() / language / "LC_MESSAGES" / f"{DOMAIN}.json"


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


def reason(error: OSError) -> str:
    """Why the system refused, in the language of the interface."""
    return _(why(error).template)


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
