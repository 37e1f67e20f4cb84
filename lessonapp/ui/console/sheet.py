"""What the console adds to the style sheet of the teacher's windows."""

from lessonapp.domain.look import DANGER, DANGER_TINT, WARN, WARN_TINT
from lessonapp.ui.console.tools_row import CLASS_TOOLS_SHEET
from lessonapp.ui.widgets.colours import BG, INK, LINE, LINE2, MUTED, PRIMARY, PRIMARY_TINT, SURFACE

CONSOLE_SHEET = (
    CLASS_TOOLS_SHEET
    + f"""
QWidget[role="console"] {{ background: {BG}; }}
QWidget[role="plain"] {{ background: transparent; }}
QFrame[role="topbar"] {{ background: {SURFACE}; border: none; border-bottom: 1px solid {LINE}; }}
QFrame[role="topbar"] QLabel[role="panel"], QFrame[role="topbar"] QLabel[role="secondary"] {{
    padding: 4px 0; }}
QFrame[role="sidebar"] {{ background: {SURFACE}; border: none; border-right: 1px solid {LINE}; }}
QWidget[role="console-bar"] {{ background: {SURFACE}; border: none; border-top: 1px solid {LINE}; }}
QFrame[role="mirror-bar"] {{ background: {SURFACE}; border: 2px solid {INK}; border-radius: 14px; }}
QFrame[role="mirror-bar"] QPushButton[role="secondary"]:checked {{ background: {PRIMARY_TINT};
    border-color: {PRIMARY}; color: {PRIMARY}; }}
QListWidget[role="steps"] {{ background: {SURFACE}; border: none; }}
QLabel[role="preview"] {{ background: {SURFACE}; border: 1px solid {LINE2}; border-radius: 8px; padding: 0; }}
QGraphicsView[role="stage-preview"] {{ border: 3px solid {PRIMARY}; border-radius: 0; }}
QLabel[role="banner"] {{ padding: 10px 16px 8px 16px; font-weight: 600; }}
QLabel[role="banner"][tone="danger"] {{ background: {DANGER_TINT}; color: {DANGER}; }}
QLabel[role="banner"][tone="warn"] {{ background: {WARN_TINT}; color: {WARN}; }}
QPushButton[role="segment"] {{ padding: 0 4px; }}
QLabel[role="option"] {{ font-size: 9.75pt; padding: 0; }}
QLabel[role="count"] {{ font-size: 33pt; font-weight: 800; padding: 8px 0 0 0; }}
QLabel[role="count-of"] {{ font-size: 16.5pt; font-weight: 700; color: {MUTED}; padding: 0 0 5px 0; }}
"""
)
