"""The summary of a session as JSON, for programs."""

from typing import Any

from lessonapp.domain.summary_values import SummaryReport

FORMAT = 1


def summary_dict(report: SummaryReport) -> dict[str, Any]:
    """The whole report as JSON values; shares are 0 to 1, times ISO 8601, durations too."""
    data = report.model_dump(mode="json")
    if report.gain is not None:
        gain = report.gain
        data["gain"] |= {"before": gain.before, "after": gain.after, "points": gain.points}
    return {"format": FORMAT, "answers": report.answers, **data}
