"""WeasyPrint's figure for the same summary, in an environment of its own; nothing where it cannot be had."""

import html
import json
import subprocess
import sys
import venv
from pathlib import Path

from lessonapp.domain.summary_values import SummaryReport

CHILD = Path(__file__).with_name("weasy_child.py")
LIMIT_SECONDS = 300
STYLE = (
    "body{font:10pt 'Be Vietnam Pro',sans-serif} td{padding:3pt 6pt;border-bottom:.5pt solid #ccc}"
    ".b{background:#0C5A55;height:8pt} h1{font-size:20pt} h2{font-size:13pt}"
)


def weasy(folder: Path, report: SummaryReport, runs: int) -> tuple[list[float], int] | None:
    """Milliseconds of each run and bytes of the paper; None where WeasyPrint cannot be had."""
    home = folder / "weasy"
    venv.create(home, with_pip=True)
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    install = [str(python), "-m", "pip", "install", "-qq", "weasyprint"]
    measure = [str(python), str(CHILD), str(runs)]
    try:
        subprocess.run(install, check=True, capture_output=True, timeout=LIMIT_SECONDS)
        done = subprocess.run(
            measure, input=_page(report), check=True, capture_output=True, text=True, timeout=LIMIT_SECONDS
        )
    except (OSError, subprocess.SubprocessError):
        return None
    found = json.loads(done.stdout)
    return found["times"], found["size"]


def _page(report: SummaryReport) -> str:
    """The questions with their options and bars, as the paper has them."""
    rows = []
    for question in report.questions:
        rows.append(f"<h2>{question.number}. {html.escape(question.prompt)}</h2><table>")
        for option in question.options:
            share = round(100 * (option.share or 0))
            rows.append(
                f"<tr><td>{option.letter}</td><td>{html.escape(option.text)}</td><td>{option.count}</td>"
                f"<td style='width:200pt'><div class='b' style='width:{share}%'></div></td></tr>"
            )
        rows.append("</table>")
    title = html.escape(report.about.lesson_title)
    return f"<html lang='vi'><style>{STYLE}</style><h1>{title}</h1>{''.join(rows)}</html>"
