"""What the commands print about lessons, sessions and their answers."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from lessonapp.app.files import write_file
from lessonapp.app.workspace import Workspace
from lessonapp.content.entry import BUNDLED
from lessonapp.domain.events import AnswerGiven, AnswerWithdrawn, HandsCounted
from lessonapp.domain.session_info import SessionInfo
from lessonapp.i18n import Speaker, _, language


def library_data(workspace: Workspace) -> list[dict[str, Any]]:
    """The lessons known, faulty ones with their reasons."""
    return [
        {
            "id": entry.id,
            "title": dict(entry.titles),
            "audience": entry.audience,
            "topic": entry.topic,
            "minutes": entry.minutes,
            "version": entry.version,
            "languages": list(entry.languages),
            "folder": str(entry.folder),
            "date": entry.date,
            "expires": entry.expires,
            "origin": entry.origin,
            "trusted": entry.trusted,
            "faults": [str(fault) for fault in entry.faults],
        }
        for entry in workspace.index.entries(workspace.existing_roots())
    ]


def library_lines(entries: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The lessons, a line each, and a line for each fault."""
    if not entries:
        yield _("There are no lessons.")
    for entry in entries:
        title = entry["title"].get(language()) or next(iter(entry["title"].values()), "")
        own = "" if entry["origin"] == BUNDLED else "  · " + _("your own")
        yield f"{entry['id']:<10} {entry['audience'] or '?':<13} {entry['minutes']:>3}′  {title}{own}"
        yield from (f"    {fault}" for fault in entry["faults"])


def sessions_data(home: Path) -> list[dict[str, Any]]:
    """All sessions, newest first."""
    workspace = Workspace(home)
    try:
        return [_session_row(info) for info in workspace.journal.sessions()]
    finally:
        workspace.close()


def _session_row(info: SessionInfo) -> dict[str, Any]:
    return {
        "id": info.id,
        "lesson": info.lesson,
        "class": info.class_label,
        "opened": info.opened.isoformat(),
        "closed": info.closed.isoformat() if info.closed else None,
        "channel": info.channel,
        "seats": info.seats,
    }


def session_lines(sessions: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The sessions, a line each."""
    if not sessions:
        yield _("No session was taught yet.")
    for row in sessions:
        state = _("closed") if row["closed"] else _("open")
        yield f"{row['id']}  {row['opened'][:16]}  {row['lesson']:<10} {row['class'] or '–':<8} {state}"


def session_data(home: Path, session_id: str) -> dict[str, Any]:
    """A session with the last answer of each seat, step and round, and the hands counted."""
    workspace = Workspace(home)
    try:
        info = workspace.session_info(session_id)
        answers: dict[tuple[int, int, str, int], dict[str, Any]] = {}
        hands: dict[tuple[str, int], dict[str, Any]] = {}
        for event in workspace.journal.events(info.id):
            match event:
                case AnswerGiven(seat=seat, team=team, step=step, round=number):
                    row = {"seat": seat, "step": step, "round": number, "choice": list(event.choice)}
                    row |= {"at": event.at.isoformat(), "channel": event.channel} | (
                        {"team": team} if team else {}
                    )
                    answers[seat, team, step, number] = row
                case AnswerWithdrawn(seat=seat, team=team, step=step, round=number):
                    answers.pop((seat, team, step, number), None)
                case HandsCounted(step=step, round=number, counts=counts):
                    hands[step, number] = {"step": step, "round": number, "counts": counts}
    finally:
        workspace.close()
    return {
        **_session_row(info),
        "step": info.step,
        "answers": list(answers.values()),
        "hands": list(hands.values()),
    }


def show_lines(data: dict[str, Any]) -> Iterator[str]:
    """A session for reading: by seat number, without names because there are none."""
    yield f"{data['id']}  {data['lesson']}  {data['class'] or '–'}  {data['opened'][:16]}"
    for row in data["hands"]:
        counts = "  ".join(f"{option}: {count}" for option, count in row["counts"].items())
        how = _("hands")
        yield f"  {row['step']} ({row['round']})  {how}  {counts}"
    for row in data["answers"]:
        yield f"  {row['step']} ({row['round']})  {_who(row)}  {', '.join(row['choice'])}"


def _who(row: dict[str, Any]) -> str:
    if row["seat"]:
        return _("seat {n}").format(n=row["seat"])
    return _("team {n}").format(n=row["team"]) if row.get("team") else _("the class as one")


def report_session(
    home: Path,
    session_id: str,
    lang: str | None,
    *,
    pdf: Path | None,
    csv: Path | None,
    as_json: bool,
    xlsx: Path | None = None,
) -> str:
    """Write what was asked for; what to print: JSON, or the files written."""
    from lessonapp.app.documents import session_report, summary_name
    from lessonapp.reports.sheets import session_csv, session_xlsx
    from lessonapp.reports.summary import summary_pdf
    from lessonapp.reports.summary_json import summary_dict

    workspace = Workspace(home)
    try:
        tongue = lang or language()
        report = session_report(workspace, session_id, tongue)
        info = workspace.session_info(session_id)
    finally:
        workspace.close()
    speaker = Speaker(tongue)
    if pdf is None and csv is None and xlsx is None and not as_json:
        day = info.opened.astimezone().date().isoformat()
        pdf = Path(summary_name(day, info.class_label, info.lesson, tongue))
    written = []
    if pdf is not None:
        write_file(pdf, summary_pdf(report, speaker))
        written.append(str(pdf))
    if csv is not None:
        write_file(csv, session_csv(report, speaker).encode("utf-8"))
        written.append(str(csv))
    if xlsx is not None:
        write_file(xlsx, session_xlsx(report, speaker))
        written.append(str(xlsx))
    return json.dumps(summary_dict(report), ensure_ascii=False, indent=2) if as_json else "\n".join(written)
