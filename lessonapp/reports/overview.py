"""The figures at the top: before, after and the change, with what they rest on."""

from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from lessonapp.domain.statistics import INDICATIVE_BELOW, PERCENT_FROM, Gain
from lessonapp.domain.summary_values import SummaryReport, Unit
from lessonapp.reports.charts import Cards
from lessonapp.reports.fonts import HEAVY, STRONG, width
from lessonapp.reports.layout import SMALL, WIDTH, Text, paragraph, style
from lessonapp.reports.words import Words, hake_words, shift

ROOM = (WIDTH - 2 * Cards.SPACE) / 3 - 2 * Cards.PAD


def overview(report: SummaryReport, words: Words) -> list[Flowable]:
    """Up to three boxes, and notes below them."""
    story: list[Flowable] = []
    cards = list(_cards(report, words))
    if cards:
        gained = report.gain is not None and report.gain.points > 0
        story += [Cards(cards, WIDTH, marked=2 if gained else None), Spacer(0, 2.2 * mm)]
    return [*story, *(paragraph(note, SMALL) for note in _notes(report, words)), Spacer(0, 4 * mm)]


def _cards(report: SummaryReport, words: Words) -> Iterator[list[Text]]:
    before, after = words.t("Before the lesson"), words.t("After the lesson")
    sure = report.confidence != "hidden"
    gain = report.gain
    if gain is not None:
        sds = (gain.before_sd, gain.after_sd) if sure else (None, None)
        yield _score(words, before, gain.before_right, gain.before_answered, sds[0])
        yield _score(words, after, gain.after_right, gain.after_answered, sds[1])
        yield _change(gain, words, _unit(report))
        return
    during = words.t("During the lesson")
    for label, mean in ((before, report.pre), (during, report.practice), (after, report.exit)):
        if mean is not None:
            yield _score(words, label, mean.right, mean.answered, mean.sd if sure else None)


def _score(words: Words, label: str, right: int, answered: int, sd: float | None) -> list[Text]:
    first, second = words.share(right, answered)
    if not words.counts_first and second:
        below = words.t("{counts} answers right", counts=second)
    else:
        below = " · ".join(part for part in (words.t("answers right"), second) if part)
    card = [_label(label), _big(first), paragraph(below, style(9.5, colour="muted"))]
    if sd is not None:
        said = words.t("spread (SD) {points} points", points=words.decimal(100 * sd, 0))
        card.append(paragraph(said, style(9.5, colour="muted")))
    return card


def _change(gain: Gain, words: Words, unit: Unit) -> list[Text]:
    few = min(gain.before_answered, gain.after_answered) < PERCENT_FROM
    change = gain.after_right - gain.before_right if few else gain.points
    label = words.t("The class's progress") if change > 0 else words.t("The class's change")
    before, after = (gain.before_right, gain.before_answered), (gain.after_right, gain.after_answered)
    said = words.change(change) if few else shift(words, before, after)
    card = [_label(label), _big(said[:1].upper() + said[1:], "ok" if change > 0 else "ink")]
    if round(change):
        points = words.t("answers right") if few else words.t("percentage points")
        card.append(paragraph(points, style(9.5, STRONG)))
    if gain.higher is not None and gain.respondents is not None and unit != "class":
        people = words.of_respondents(gain.higher, gain.respondents, unit)
        card.append(
            paragraph(words.t("{people} right more often", people=people), style(9.5, colour="muted"))
        )
    return card


def _label(text: str) -> Text:
    return paragraph(text, style(9.5, STRONG, "muted"))


def _big(text: str, colour: str = "ink") -> Text:
    size = next((size for size in (23.0, 19.0) if width(text, HEAVY, size) <= ROOM), 15.0)
    return paragraph(text, style(size, HEAVY, colour))


def _unit(report: SummaryReport) -> Unit:
    """Who answered the questions before and after."""
    units = {q.unit for q in report.questions if q.purpose != "practice" and q.answered}
    return units.pop() if len(units) == 1 else "mixed"


def _notes(report: SummaryReport, words: Words) -> list[str]:
    notes: list[str] = []
    if report.about.status != "ended":
        notes.append(words.t("The lesson has not ended: these are the results so far."))
    if report.about.taught_version != report.about.lesson_version:
        notes.append(words.t("The lesson has changed since: this page shows its questions as they are now."))
    if not report.answers:
        notes.append(words.t("No answer was recorded in this lesson, so there is nothing to count."))
        return notes
    if report.gain is not None:
        notes.append(_basis(report, report.gain, words))
    if report.questions and report.confidence == "hidden":
        notes.append(words.t("Fewer than 10 answers: read the counts, compare nothing."))
    elif report.questions and report.confidence == "indicative":
        notes.append(words.t("Fewer than {count} answers: for reference only.", count=INDICATIVE_BELOW))
    return [note for note in notes if note]


def _basis(report: SummaryReport, gain: Gain, words: Words) -> str:
    """Whom the gain compares, who lost, and Hake's figure where there are enough."""
    unit = _unit(report)
    said: list[str] = []
    if gain.basis == "class-means":
        said.append(words.t("Compared by class means, as it is not known who gave which answer."))
    elif gain.respondents is not None and unit != "class":
        said.append(
            words.nt(
                "Compared over {people} who answered {count} question before and its twin after.",
                "Compared over {people} who answered {count} questions before and their twins after.",
                gain.questions,
                people=words.respondents(gain.respondents, unit),
            )
        )
        if gain.lower:
            lower = words.respondents(gain.lower, unit)
            said.append(words.t("Right less often than before: {people}.", people=lower))
    if gain.hake is not None and report.confidence != "hidden":
        said.append(hake_words(words, gain))
        if gain.full_before:
            full = words.respondents(gain.full_before, unit)
            said.append(words.t("Left out of g, as all was right before: {people}.", people=full))
    return " ".join(said)
