"""The lessons as a Qt list: one row a card, filtered by audience and by words without diacritics."""

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt

from lessonapp.domain.look import Audience
from lessonapp.domain.text import NBSP, fold
from lessonapp.i18n import _, n_
from lessonapp.ui.home.model import LessonCard
from lessonapp.ui.widgets.words import audience_name, minutes_text, topic_name

CARD_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class LessonList(QAbstractListModel):
    """The cards in the order they came."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: tuple[LessonCard, ...] = ()

    @property
    def cards(self) -> tuple[LessonCard, ...]:
        """What is listed, unfiltered."""
        return self._cards

    def set_cards(self, cards: tuple[LessonCard, ...]) -> None:
        """List other cards."""
        if cards == self._cards:
            return
        self.beginResetModel()
        self._cards = cards
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        if role == CARD_ROLE:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (audience_name(card.audience), minutes_text(card.minutes), topic_name(card.topic))
            state = tuple(part for part in (card.alert, *card.flaws, taught_text(card)) if part)
            return ", ".join((card.title, *said, *(card.faults or state)))
        return None


_folded = lru_cache(maxsize=4096)(fold)


class LessonFilter(QSortFilterProxyModel):
    """Lets through one audience, and cards that hold every word searched for: those so titled come first."""

    def __init__(self, source: LessonList) -> None:
        super().__init__()
        self._list = source
        self._audience: Audience | None = None
        self._words: tuple[str, ...] = ()
        self.setSourceModel(source)

    def set_audience(self, audience: Audience | None) -> None:
        """None lets every audience through."""
        if audience != self._audience:
            self._audience = audience
            self.invalidate()

    def set_search(self, text: str) -> None:
        """Words in any order, with or without diacritics."""
        words = tuple(fold(text).split())
        if words != self._words:
            self._words = words
            self.invalidate()
            self.sort(0 if words else -1)

    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        left, right = source_left.row(), source_right.row()
        return (self._distance(left), left) < (self._distance(right), right)

    def _distance(self, row: int) -> int:
        title = _folded(self._list.cards[row].title)
        if " ".join(self._words) in title:
            return 0
        return 1 if all(word in title for word in self._words) else 2

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        del source_parent
        card = self._list.cards[source_row]
        return self._audience in (None, card.audience) and self._is_found(card)

    def _is_found(self, card: LessonCard) -> bool:
        topic = _folded(topic_name(card.topic)) if self._words else ""
        return all(word in card.search or word in topic for word in self._words)


def taught_text(card: LessonCard) -> str:
    """How often the chosen class was taught a lesson."""
    if not card.taught:
        return _("Not taught")
    taught = n_("Taught once", "Taught {count}×", card.taught).format(count=card.taught)
    return taught.replace(" ", NBSP)


def counts(cards: Iterable[LessonCard]) -> dict[Audience, int]:
    """How many cards each audience has."""
    found: dict[Audience, int] = {}
    for card in cards:
        if card.audience is not None:
            found[card.audience] = found.get(card.audience, 0) + 1
    return found
