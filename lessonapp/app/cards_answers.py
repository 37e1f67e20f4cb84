"""What cards said becomes answers of the session; what the teacher typed in stands."""

from collections.abc import Collection, Mapping

from lessonapp.domain.answer import Answer, takes_hands
from lessonapp.domain.look import LETTERS
from lessonapp.ui.session_controller import SessionController

Key = tuple[str, int, int]
"""Step and round that cards answer now, and how often reading was started over in it."""


class CardAnswers:
    """One round at a time; every answer goes the one way that all answers go."""

    def __init__(self, controller: SessionController) -> None:
        self._controller = controller
        self.key: Key | None = None
        self.by_hand: set[int] = set()
        """Seats whose answer the teacher typed in: their cards are not read again in this round."""
        self.without: frozenset[int] = frozenset()
        """Seats that hold up a letter which the question does not have."""
        self._options: dict[str, str] = {}
        self._posted: dict[int, str] = {}

    def follow(self) -> bool:
        """Look where the session is; true where another round is open now, or none any more."""
        found = self._open_round()
        if found == (self.key[:2] if self.key is not None else None):
            return False
        self.key = (*found, 0) if found is not None else None
        if found is not None:
            self._begin()
        return True

    def take(self, key: object, read: Mapping[int, str], doubled: Collection[int] = ()) -> None:
        """Post what is new among the steady answers of a round; those of another round come too late.

        `doubled` seats are seen twice at once: what their cards said counts no more.
        """
        if self.key is None or key != self.key:
            return
        for seat in doubled:
            if self._posted.pop(seat, None) is not None and seat not in self.by_hand:
                self._controller.session.answers.withdraw(self.key[0], seat)
        self.without = frozenset(s for s, letter in read.items() if letter not in self._options)
        present = self._controller.session.state.present
        for seat, letter in read.items():
            option = self._options.get(letter)
            if option is None or seat in self.by_hand or seat not in present:
                continue
            if self._posted.get(seat) != option:
                self._posted[seat] = option
                answer = Answer(step=self.key[0], choice=(option,), channel="cards", seat=seat)
                self._controller.post(answer)

    def correct(self, seat: int, option: str) -> None:
        """The teacher says what the seat answers, in an open round or after it."""
        step = self._controller.session.step
        if step is not None:
            self.by_hand.add(seat)
            self._controller.session.answers.correct(step.id, seat, (option,))

    def withdraw(self, seat: int) -> None:
        """Take an answer back, and leave it at that."""
        step = self._controller.session.step
        if step is not None:
            self.by_hand.add(seat)
            self._controller.session.answers.withdraw(step.id, seat)

    def trust(self, seat: int) -> None:
        """Let the card of a seat speak again."""
        self.by_hand.discard(seat)
        self._posted.pop(seat, None)

    def start_over(self) -> None:
        """Take back what cards said in the open round; what was typed in stays."""
        session = self._controller.session
        current = session.state.round
        if self.key is None or current is None:
            return
        for (seat, team), given in current.answers.items():
            if seat and given.channel == "cards" and seat not in self.by_hand:
                session.answers.withdraw(current.step, seat, team)
        self._posted.clear()
        step, number, times = self.key
        self.key = (step, number, times + 1)  # a look that is still on its way belongs to the past

    def _open_round(self) -> tuple[str, int] | None:
        session = self._controller.session
        state, step = session.state, session.step
        current = state.round
        if state.channel != "cards" or state.status != "running" or step is None or not takes_hands(step):
            return None
        if current is None or current.phase != "open":
            return None
        return current.step, current.number

    def _begin(self) -> None:
        session = self._controller.session
        step, current = session.step, session.state.round
        options = getattr(step, "options", ())
        self._options = {letter: o.id for letter, o in zip(LETTERS, options, strict=False)}
        self.by_hand.clear()
        self.without = frozenset()
        answers = current.answers if current is not None else {}
        # A session taken up in an open round: what is on disk need not be said again.
        self._posted = {seat: given.choice[0] for (seat, _team), given in answers.items() if seat}
