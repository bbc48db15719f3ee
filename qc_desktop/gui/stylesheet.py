"""The style sheet: about sixty rules over Fusion, filled with tokens and sizes."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from qc_desktop.gui.tokens import Tokens
from qc_desktop.paths import resource

_RULES = Template("""
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px 8px; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${title}pt; font-weight: bold; }
QLabel[role="section"] { font-size: ${strong}pt; font-weight: bold; }
QLabel[role="number"] { font-size: ${number}pt; font-weight: bold; }
QLabel[role="small"], QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { font-size: ${small}pt; }
QLabel[role="strong"] { font-weight: bold; }
QLabel[tone="muted"] { color: $muted; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="ok"] { color: $ok; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="bad"] { color: $bad; }
QFrame[card="true"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QTextBrowser[card="true"] { padding: 4px; }
QFrame[toast="true"] { background: $raised; border: 1px solid $border; border-radius: 8px; }
QFrame[bar="top"] { background: $surface; border: 0; border-bottom: 1px solid $line; }
QFrame[bar="status"] { background: $surface; border: 0; border-top: 1px solid $line; }
QFrame[bar="foot"] { background: $surface; border: 0; border-top: 1px solid $line; }
QFrame[bar="side"] { background: $nav; border: 0; border-right: 1px solid $line; }
QFrame[message="accent"] { background: $selection; border: 0; border-left: 3px solid $accent; border-radius: 4px; }
QFrame[message="accent"] QLabel { color: $on_selection; }
QFrame[message="ok"] { background: $ok_bg; border: 0; border-left: 3px solid $ok; border-radius: 4px; }
QFrame[message="warn"] { background: $warn_bg; border: 0; border-left: 3px solid $warn; border-radius: 4px; }
QFrame[message="bad"] { background: $bad_bg; border: 0; border-left: 3px solid $bad; border-radius: 4px; }
QFrame[bar="status"] QPushButton, QFrame[toast="true"] QPushButton { min-height: ${status}px; padding: 0 8px; }
QFrame[rule="true"] { background: $line; border: 0; max-height: 1px; }
QFrame[outer="true"] { margin-top: 12px; }
QScrollArea, QScrollArea > QWidget > QWidget[plain="true"] { background: transparent; border: 0; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QDoubleSpinBox {
    background: $surface; border: 1px solid $border; border-radius: 5px; padding: 0 9px;
    min-height: ${inner}px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $bg; color: $muted; border-color: $line; }
QPlainTextEdit { padding: 5px 7px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus {
    border: 2px solid $accent; padding: 0 8px; min-height: ${bare}px; }
QPlainTextEdit:focus { padding: 4px 6px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: $bg; color: $muted; border-color: $line; }
QLineEdit[tone="bad"], QComboBox[tone="bad"], QPlainTextEdit[tone="bad"] { border: 2px solid $bad; padding: 0 8px;
    min-height: ${bare}px; }
QLineEdit[role="large"] { font-size: ${title}pt; min-height: ${large}px; max-height: ${large}px; padding: 0 13px;
    border-radius: 6px; }
QLineEdit[role="large"]:focus { min-height: ${large_bare}px; max-height: ${large_bare}px; }
QLineEdit QToolButton { border: 0; padding: 0; margin: 0; min-height: 0; min-width: 0; background: transparent; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: 0; padding: 0; min-height: 0; background: transparent; }
QComboBox::drop-down { border: 0; width: 28px; }
QComboBox::down-arrow { image: url("$chevron"); width: 16px; height: 16px; }
QAbstractSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right; border: 0; width: 26px; }
QAbstractSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right; border: 0; width: 26px; }
QAbstractSpinBox::up-arrow { image: url("$chevron_up"); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url("$chevron"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $border; padding: 4px; outline: 0;
    selection-background-color: $selection; selection-color: $on_selection; }
QPushButton { background: $surface; border: 1px solid $border; border-radius: 5px; padding: 0 15px; outline: 0;
    min-height: ${inner}px; }
QPushButton:hover { background: $raised; border-color: $accent; }
QPushButton:focus { border: 2px solid $accent; padding: 0 14px; min-height: ${bare}px; }
QPushButton:disabled { color: $muted; border-color: $line; background: $bg; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: bold; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $line; color: $muted; border-color: $line; }
QPushButton[align="left"] { text-align: left; }
QPushButton[kind="danger"] { color: $bad; border-color: $bad; }
QPushButton[kind="danger"]:disabled { color: $muted; border-color: $line; }
QPushButton[kind="plain"], QToolButton { background: transparent; border: 2px solid transparent; border-radius: 5px;
    padding: 0 8px; min-height: ${bare}px; }
QLabel[like="plain"] { padding: 0 10px; }
QPushButton[kind="plain"][tone="warn"] { color: $warn; }
QToolButton { padding: 0 6px; }
QPushButton[kind="plain"]:hover, QToolButton:hover { background: $selection; color: $on_selection; }
QPushButton[kind="plain"]:focus, QToolButton:focus { border: 2px solid $accent; }
QPushButton[kind="link"] { background: transparent; border: 2px solid transparent; padding: 0; min-height: ${bare}px; }
QPushButton[kind="link"]:hover { color: $accent; }
QPushButton[kind="link"]:focus { border: 2px solid $accent; }
QPushButton[kind="chip"] { border-radius: ${round}px; padding: 0 14px; }
QPushButton[kind="chip"]:focus { padding: 0 13px; }
QPushButton[narrow="true"] { padding: 0 10px; }
QPushButton[narrow="true"]:focus { padding: 0 9px; }
QPushButton[kind="chip"]:checked { background: $selection; color: $on_selection; border-color: $accent; }
QPushButton[kind="nav"] { background: transparent; border: 2px solid transparent; border-radius: 6px; text-align: left;
    padding: 0 8px; min-height: ${nav_row}px; }
QPushButton[kind="nav"]:hover { background: $surface; }
QPushButton[kind="nav"]:focus { border: 2px solid $accent; padding: 0 8px; }
QPushButton[kind="nav"]:checked { background: $selection; color: $on_selection; border-left: 3px solid $accent;
    border-top-left-radius: 1px; border-bottom-left-radius: 1px; padding-left: 7px; }
QCheckBox { spacing: 8px; min-height: ${inner}px; }
QCheckBox::indicator, QListView::indicator { width: 16px; height: 16px; border: 1px solid $border; border-radius: 3px;
    background: $surface; }
QCheckBox::indicator:focus { border: 2px solid $accent; width: 14px; height: 14px; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: $accent; border-color: $accent;
    image: url("$tick"); }
QTableView, QListView { background: $surface; alternate-background-color: $raised; border: 1px solid $line;
    border-radius: 8px; outline: 0; selection-background-color: $selection; selection-color: $on_selection; }
QTableView { padding-bottom: 5px; }
QListWidget { padding: 4px; }
QListWidget::item { padding: 0 8px; border-radius: 5px; }
QListWidget::item:selected { background: $selection; color: $on_selection; }
QTableView[frozen="true"] { border: 0; border-right: 1px solid $border; border-radius: 0; padding: 0; }
QTableView:focus, QListView:focus { border-color: $accent; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section { background: $raised; color: $muted; border: 0; border-bottom: 1px solid $line; padding: 0 12px;
    font-weight: bold; }
QHeaderView::section:first { border-top-left-radius: 8px; }
QHeaderView::section:last { border-top-right-radius: 8px; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: ${bar}px; }
QScrollBar:horizontal { height: ${bar}px; }
QScrollBar::handle { background: $border; border-radius: 4px; margin: 2px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $line; border: 0; border-radius: 4px; min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QMenu { background: $surface; border: 1px solid $border; padding: 4px; menu-scrollable: 1; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selection; color: $on_selection; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
""")

SCROLL_BAR = 12
"""How wide a scroll bar is, in logical pixels."""
TYPE_SIZES = {"small": 9.0, "body": 10.5, "strong": 11.5, "title": 15.0, "number": 20.0}


def stylesheet(tokens: Tokens, factor: float) -> str:
    """The style sheet in the colours of ``tokens``, type and controls enlarged by ``factor``."""
    sizes = {name: f"{points * factor:.2f}" for name, points in TYPE_SIZES.items()}
    control = control_height(factor)
    return _RULES.substitute(
        asdict(tokens),
        **sizes,
        inner=control - 2,
        bare=control - 4,
        round=control // 2,
        nav_row=control - 2,
        status=round(24 * factor),
        large=round(50 * factor),
        large_bare=round(50 * factor) - 2,  # within the wider border of the focus, so that nothing moves
        bar=SCROLL_BAR,
        chevron=resource("icons", f"chevron-down.{tokens.name}.svg").as_posix(),
        chevron_up=resource("icons", f"chevron-up.{tokens.name}.svg").as_posix(),
        tick=resource("icons", f"check.{tokens.name}.svg").as_posix(),
    )


def control_height(factor: float) -> int:
    """The height of a control and of a table row, in logical pixels: 34 at the standard text size."""
    return round(34 * factor)
