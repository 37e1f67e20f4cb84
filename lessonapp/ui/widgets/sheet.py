"""The style sheet of the teacher's windows; widgets choose their look with the dynamic property `role`."""

from pathlib import Path
from string import Template

from lessonapp.domain.look import DANGER, DANGER_TINT, INFO, INFO_TINT, OK, OK_TINT, WARN, WARN_TINT
from lessonapp.ui.widgets import colours

_BASE = Template("""
* { outline: none; }
QScrollArea, QAbstractScrollArea { border: none; }
QScrollArea { background: transparent; }
QMainWindow, QDialog, QWidget[role="page"], QScrollArea[role="page"] { background: $BG; }
QLabel { color: $INK; background: transparent; padding: 4px 0 0 0; }
QLabel[role="picture"] { padding: 0; }
QLabel:disabled { color: $DISABLED_INK; }
QLabel[role="heading"] { font-size: 16.5pt; font-weight: 700; padding: 6px 0 2px 0; }
QLabel[role="panel"] { font-size: 12pt; font-weight: 700; padding: 5px 0 0 0; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="secondary"] { font-size: 9.75pt; color: $MUTED; }
QLabel[role="field"] { font-size: 10.5pt; font-weight: 600; }
QLabel[role="kpi"] { font-size: 21pt; font-weight: 800; padding: 8px 0 0 0; }
QLabel[role="brand"] { font-size: 12.75pt; font-weight: 700; padding: 5px 0 0 0; }
QLabel[role="hotline"] { font-size: 21pt; font-weight: 800; color: $PRIMARY; padding: 0; }
QLabel[role="unsaved"] { font-size: 9.75pt; color: $MUTED; padding-top: 3px; }
QLabel[role="error"] { font-size: 9.75pt; font-weight: 600; color: $WARN; padding-top: 3px; }
QLabel[role="tile"] { border-radius: 8px; padding: 0; }
QLabel[role="tag"] { font-size: 9.75pt; font-weight: 600; border-radius: 6px; padding: 4px 8px 3px 8px; }
QLabel[beside="true"] { padding-bottom: 4px; }
QLabel[tone="ok"] { background: $OK_TINT; color: $OK; }
QLabel[tone="warn"] { background: $WARN_TINT; color: $WARN; }
QLabel[tone="danger"] { background: $DANGER_TINT; color: $DANGER; }
QLabel[tone="info"] { background: $INFO_TINT; color: $INFO; }
QLabel[tone="plain"] { background: $NEUTRAL_TINT; color: $MUTED; }
QFrame[role="card"] { background: $SURFACE; border: 1px solid $LINE; border-radius: 12px; }
QFrame[role="rule"] { background: $LINE; border: none; min-height: 1px; max-height: 1px; }
QFrame[role="nav"] { background: $SURFACE; border: none; border-right: 1px solid $LINE; }
QFrame[role="hotline"] { background: $PRIMARY_TINT; border: none; border-radius: 10px; }
QFrame[role="bar"] { background: $SURFACE; border: 1px solid $LINE; border-radius: 12px; }
QFrame[role="notice"] { border-radius: 12px; }
QFrame[role="notice"][tone="warn"] { background: $WARN_TINT; border: 1px solid $WARN_LINE; }
QFrame[role="notice"][tone="danger"] { background: $DANGER_TINT; border: 1px solid $DANGER_LINE; }
QFrame[role="notice"][tone="info"] { background: $INFO_TINT; border: 1px solid $INFO_LINE; }
QFrame[role="notice"][tone="ok"] { background: $OK_TINT; border: 1px solid $OK_LINE; }
QFrame[role="notice"][tone="warn"] QLabel[role="strong"] { color: $INK; }
QFrame[role="notice"][tone="danger"] QLabel { color: $DANGER; }
QFrame[role="strip"] { border: none; }
QFrame[role="strip"][tone="danger"] { background: $DANGER_TINT; border-bottom: 1px solid $DANGER_LINE; }
QFrame[role="strip"][tone="warn"] { background: $WARN_TINT; border-bottom: 1px solid $WARN_LINE; }
QFrame[role="strip"][tone="info"] { background: $INFO_TINT; border-bottom: 1px solid $INFO_LINE; }
QFrame[role="strip"][tone="danger"] QLabel { color: $DANGER; font-weight: 600; }
QFrame[role="strip"][tone="warn"] QLabel { color: $WARN; font-weight: 600; }
QFrame[role="strip"][tone="info"] QLabel { color: $INFO; font-weight: 600; }
QFrame[role="toast"] { background: $INK; border-radius: 8px; }
QFrame[role="toast"] QLabel { color: $SURFACE; font-weight: 600; padding-top: 3px; }
QFrame[role="toast"] QPushButton { background: transparent; border: none; color: $SURFACE;
    font-weight: 600; text-decoration: underline; min-height: 28px; padding: 2px 8px 0 8px; }
QToolTip { background: $INK; color: $SURFACE; border: none; padding: 7px 9px 5px 9px; font-size: 9.75pt; }
""")

_BUTTONS = Template("""
QPushButton { background: $SURFACE; color: $INK; border: 1px solid $LINE2; border-radius: 8px;
    font-size: 10.5pt; font-weight: 600; min-height: 34px; padding: 0 14px; }
QPushButton:hover { background: $HOVER; }
QPushButton:pressed { background: $PRESSED; }
QPushButton:disabled { background: $BG; color: $DISABLED_INK; border-color: $LINE; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[role="primary"] { background: $PRIMARY; color: $SURFACE; border-color: $PRIMARY; }
QPushButton[role="primary"]:hover { background: $PRIMARY_HOVER; border-color: $PRIMARY_HOVER; }
QPushButton[role="primary"]:pressed { background: $PRIMARY_PRESSED; border-color: $PRIMARY_PRESSED; }
QPushButton[role="primary"]:disabled { background: $DISABLED_FILL; border-color: $DISABLED_FILL;
    color: $DISABLED_INK; }
QPushButton[role="danger"] { color: $DANGER; border-color: $DANGER_LINE; }
QPushButton[role="danger"]:hover { background: $DANGER_TINT; }
QPushButton[role="danger"]:pressed { background: $DANGER_PRESSED; }
QPushButton[role="danger"]:disabled { color: $DISABLED_INK; border-color: $LINE; }
QPushButton[role="danger-solid"] { background: $DANGER; color: $SURFACE; border-color: $DANGER; }
QPushButton[role="danger-solid"]:hover { background: #7E1217; }
QPushButton[role="danger-solid"]:pressed { background: #660D12; }
QPushButton[role="link"] { background: transparent; border: none; color: $PRIMARY; padding: 0 6px;
    min-height: 28px; }
QPushButton[role="link"]:hover { background: $PRIMARY_TINT; }
QPushButton[role="line"] { background: transparent; border: none; color: $PRIMARY; padding: 0;
    min-height: 28px; text-align: left; }
QPushButton[role="line"]:hover { text-decoration: underline; }
QPushButton[role="icon"] { background: transparent; border: none; padding: 0; min-width: 36px;
    max-width: 36px; min-height: 36px; max-height: 36px; }
QPushButton[role="icon"]:hover { background: $HOVER; }
QPushButton[role="icon"]:pressed { background: $PRESSED; }
QPushButton[role="chooser"] { text-align: left; padding: 0 34px 0 40px; }
QPushButton[role="nav"] { background: transparent; border: none; text-align: left; color: $INK;
    min-height: 40px; padding: 0 12px; }
QPushButton[role="nav"]:hover { background: $HOVER; }
QPushButton[role="nav"]:checked { background: $PRIMARY_TINT; color: $PRIMARY; }
QPushButton[role="chip"] { border-radius: 17px; min-height: 32px; padding: 0 14px; }
QPushButton[role="chip"]:hover { border-color: $LINE_HOVER; }
QPushButton[role="chip"]:checked { background: $INK; color: $SURFACE; border-color: $INK; }
QPushButton[role="audience"] { border-radius: 15px; min-height: 28px; padding: 0 10px;
    font-size: 9.75pt; color: $MUTED; font-weight: 400; }
QPushButton[role="audience"]:checked { background: $PRIMARY_TINT; border: 1px solid $PRIMARY;
    color: $PRIMARY; font-weight: 600; }
QPushButton[role="segment"] { border-radius: 6px; border: none; background: transparent; color: $MUTED;
    min-height: 30px; padding: 0 12px; }
QPushButton[role="segment"]:hover { color: $INK; }
QPushButton[role="segment"]:checked { background: $PRIMARY; color: $SURFACE; }
QPushButton[role="segment"]:disabled { color: $DISABLED_INK; }
QFrame[role="segments"] { background: $SURFACE; border: 1px solid $LINE2; border-radius: 8px; }
QPushButton[role="tool"] { min-height: 50px; padding: 0 16px; }
QPushButton[role="next"] { background: $PRIMARY; color: $SURFACE; border-color: $PRIMARY;
    border-radius: 12px; font-size: 15pt; min-height: 58px; padding: 0 20px; }
QPushButton[role="next"]:hover { background: $PRIMARY_HOVER; border-color: $PRIMARY_HOVER; }
QPushButton[role="next"]:pressed { background: $PRIMARY_PRESSED; border-color: $PRIMARY_PRESSED; }
QPushButton[role="next"]:disabled { background: $DISABLED_FILL; border-color: $DISABLED_FILL;
    color: $DISABLED_INK; }
QPushButton[role="danger-tool"] { color: $DANGER; border-color: $DANGER_LINE; min-height: 34px; }
QPushButton[role="danger-tool"]:hover { background: $DANGER_TINT; }
QPushButton[role="choice"] { text-align: left; min-height: 44px; border-radius: 8px; padding: 0 14px;
    font-weight: 400; }
QPushButton[role="choice"]:checked { border: 2px solid $PRIMARY; padding: 0 13px; min-height: 42px;
    background: $PRIMARY_TINT; color: $SELECTED_INK; font-weight: 600; }
""")

_FIELDS = Template("""
QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit { background: $SURFACE; color: $INK;
    border: 1px solid $LINE2; border-radius: 8px; font-size: 10.5pt; padding: 0 11px;
    selection-background-color: $SELECTED; selection-color: $SELECTED_INK; }
QLineEdit, QPlainTextEdit { placeholder-text-color: $MUTED; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 34px; }
QPlainTextEdit { padding: 5px 7px; }
QLineEdit:hover, QComboBox:hover, QAbstractSpinBox:hover { border-color: $LINE_HOVER; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { background: $BG;
    border-color: $LINE; color: $DISABLED_INK; }
QLineEdit[state="warn"] { border: 2px solid $WARN_FIELD; padding: 0 10px; min-height: 32px; }
QLineEdit[state="danger"] { border: 2px solid $DANGER; padding: 0 10px; min-height: 32px; }
QLineEdit[role="search"] { padding-left: 6px; }
QAbstractSpinBox QLineEdit { border: none; padding: 0; min-height: 0;
    background: transparent; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none;
    subcontrol-position: right; }
QSpinBox[role="stepper"] { padding: 0 4px; font-weight: 600; }
QComboBox { padding-right: 4px; font-weight: 600; }
QComboBox::drop-down { border: none; width: 32px; subcontrol-position: right center; }
QComboBox::down-arrow { image: url("$icons/down.svg"); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: $SURFACE; border: 1px solid $LINE2; padding: 4px;
    selection-background-color: $SELECTED; selection-color: $SELECTED_INK; outline: none; }
QComboBox QAbstractItemView::item { min-height: 34px; padding: 2px 8px 0 8px; }
QComboBox QAbstractItemView::item:hover, QComboBox QAbstractItemView::item:selected {
    background: $SELECTED; color: $SELECTED_INK; }
QCheckBox, QRadioButton { spacing: 9px; min-height: 34px; padding-left: 4px; font-size: 10.5pt;
    background: transparent; }
QCheckBox::indicator { width: 18px; height: 18px; border: 2px solid $MUTED; border-radius: 5px;
    background: $SURFACE; }
QCheckBox::indicator:checked { border-color: $PRIMARY; background: $PRIMARY_TINT;
    image: url("$icons/check.svg"); }
QMenu { background: $SURFACE; border: 1px solid $LINE2; padding: 5px; font-size: 10.5pt; }
QMenu::item { min-height: 28px; padding: 6px 22px 4px 12px; border-radius: 6px; color: $INK; }
QMenu::item:selected { background: $SELECTED; color: $SELECTED_INK; }
QMenu::item:disabled { color: $DISABLED_INK; }
QMenu::icon { padding-left: 10px; }
QMenu::indicator { width: 16px; height: 16px; padding-left: 4px; }
QMenu::indicator:checked { image: url("$icons/check.svg"); }
QMenu::separator { height: 1px; background: $LINE; margin: 5px 6px; }
""")

_LISTS = Template("""
QTextBrowser { border: none; }
QListView[role="rail"] { background: transparent; border: none; font-size: 10.5pt; }
QListView[role="rail"]::item { border-radius: 8px; padding: 3px 8px 0 8px; color: $INK; }
QListView[role="rail"]::item:hover { background: $HOVER; }
QListView[role="rail"]::item:selected { background: $PRIMARY_TINT; color: $PRIMARY; font-weight: 600; }
QListView[role="cards"] { background: transparent; border: none; }
QTableView { background: $SURFACE; border: none; font-size: 10.5pt; gridline-color: transparent;
    selection-background-color: $SELECTED; selection-color: $SELECTED_INK; }
QTableView::item { border-bottom: 1px solid $LINE; padding: 2px 10px 0 10px; }
QTableView::item:selected { background: $SELECTED; color: $SELECTED_INK; }
QHeaderView { background: $SURFACE; border: none; }
QHeaderView::section { background: $SURFACE; color: $MUTED; border: none; border-bottom: 1px solid $LINE2;
    font-size: 9.75pt; font-weight: 600; padding: 5px 13px 3px 13px; min-height: 34px; }
QHeaderView::section:hover { color: $INK; }
QHeaderView::up-arrow { image: url("$icons/down.svg"); width: 0; }
QHeaderView::down-arrow { image: url("$icons/down.svg"); width: 0; }
QTabBar { background: transparent; border: none; }
QTabBar::tab { background: transparent; color: $MUTED; font-size: 10.5pt; font-weight: 600;
    padding: 10px 2px 9px 2px; margin-right: 26px; border-bottom: 3px solid transparent; }
QTabBar::tab:hover { color: $INK; }
QTabBar::tab:selected { color: $PRIMARY; border-bottom: 3px solid $PRIMARY; }
QTabBar::tab:focus { color: $FOCUS; border-bottom: 3px solid $FOCUS; }
QTabWidget::pane { border: none; border-top: 1px solid $LINE2; top: -1px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $LINE2; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover { background: $LINE_HOVER; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $DISABLED_FILL; border: none; border-radius: 6px; min-height: 12px;
    max-height: 12px; }
QProgressBar::chunk { background: $PRIMARY; border-radius: 6px; }
""")


def style_sheet(icons: Path) -> str:
    """The whole sheet; `icons` is the folder of the line icons."""
    values = {name: value for name, value in vars(colours).items() if name.isupper()}
    values |= {"OK": OK, "OK_TINT": OK_TINT, "WARN": WARN, "WARN_TINT": WARN_TINT, "DANGER": DANGER}
    values |= {"DANGER_TINT": DANGER_TINT, "INFO": INFO, "INFO_TINT": INFO_TINT, "icons": icons.as_posix()}
    return "".join(part.substitute(values) for part in (_BASE, _BUTTONS, _FIELDS, _LISTS))
