"""What the big button says, and other words of the console."""

from lessonapp.domain.answer import takes_hands
from lessonapp.domain.lesson import Lesson
from lessonapp.domain.route import Action
from lessonapp.domain.state import SessionState
from lessonapp.domain.step import BranchStep, PollStep, Step, step_title
from lessonapp.i18n import _, n_


def action_words(action: Action, lesson: Lesson, step: Step | None) -> tuple[str, str]:
    """The big button: what it will do, and where that leads (may be empty)."""
    vote = isinstance(step, PollStep | BranchStep)
    match action.kind:
        case "start" | "next":
            target = step_title(lesson.step(action.step or ""))
            return (_("Begin") if action.kind == "start" else _("Next step")), target
        case "more":
            return _("Show more"), ""
        case "open":
            return (_("Start the vote") if vote else _("Start the question")), ""
        case "close":
            return (_("Close the vote") if vote else _("Close the question")), ""
        case "reveal":
            return (_("Show the result") if vote else _("Show the answer")), ""
        case "resume":
            return _("Go on teaching"), ""
    return _("End the lesson"), ""


def channel_hint(step: Step | None, state: SessionState) -> str:
    """How the class answers this step, in one sentence."""
    if step is None:
        return ""
    if state.channel in ("hands", "cards") and not takes_hands(step):
        return _("One pupil comes to the screen, the class directs. Click on the picture of the stage.")
    if state.channel == "hands":
        return _("Ask for hands, option by option, and type the numbers.")
    if state.channel == "cards":
        return _("Ask for cards: the letter of the answer on the upper edge.")
    return _("Whoever is at the board clicks the answer on the stage.")


def seats_line(state: SessionState) -> str:
    """How many are here, and how many are missing."""
    here, missing = len(state.present), len(state.ever_present - state.present)
    text = n_("{n} pupil here", "{n} pupils here", here).format(n=here)
    return text + (" · " + _("{n} missing").format(n=missing) if missing else "")
