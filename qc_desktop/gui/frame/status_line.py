"""The status line: saved or not, the age of the backup, who works."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from qc_desktop.domain import dates
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import button, label, literal, set_tone

if TYPE_CHECKING:
    from qc_desktop.gui.ports import Standing

_OLD = dt.timedelta(days=3)


class StatusLine(QFrame):
    """``operator_clicked`` tells that a person wants to say who works, ``begin_clicked`` to leave the sample data,
    ``backup_clicked`` to see the backups, ``unsaved_clicked`` what is typed and not saved, ``lock_clicked`` to lock."""

    operator_clicked = Signal()
    backup_clicked = Signal()
    begin_clicked = Signal()
    unsaved_clicked = Signal()
    lock_clicked = Signal()
    _GAP = 8

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", "status")
        self._is_busy = self.is_unsaved = False
        self._saved = label(self.tr("Saved"), "muted")
        self._saved.setProperty("like", "plain")
        self._saved.setIndent(0)  # with a padding Qt would add one
        self.unsaved = button(self.tr("Not saved yet"), self.unsaved_clicked.emit, "plain")
        self.unsaved.setProperty("align", "left")  # its words stand where those of the label stood
        self.unsaved.setAccessibleDescription(self.tr("Lists what is typed and not saved"))
        set_tone(self.unsaved, Tone.WARN)
        self.unsaved.hide()
        self._backup = button("", self.backup_clicked.emit, "plain")
        self._was_open = False
        self._open = button(self.tr("Issuing passphrase open"), self.lock_clicked.emit, "plain")
        self._open.setToolTip(self.tr("Lock now: the passphrase is asked for again"))
        self._locked = label(self.tr("Issuing passphrase locked"), "muted")
        self._open.hide()
        self._locked.hide()
        self._operator = button("", self.operator_clicked.emit, "plain", "user")
        self._begin = button(self.tr("Sample data: begin for real"), self.begin_clicked.emit, "plain", "play")
        self._begin.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 3, 8, 3)
        row.setSpacing(self._GAP)
        for part in (self._saved, self.unsaved, label("·", "muted"), self._backup, self._open, self._locked):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._begin)
        row.addWidget(self._operator)

    @property
    def free(self) -> QRect:
        """The part between what is said and who works, where nothing stands."""
        said = [part for part in (self._backup, self._open, self._locked) if not part.isHidden()]
        left = said[-1].geometry().right() + self._GAP
        right = (self._operator if self._begin.isHidden() else self._begin).geometry().left() - self._GAP
        return QRect(left, 0, max(right - left, 0), self.height())

    def show_open(self, is_open: bool) -> None:
        """Says whether the issuing passphrase was given; nothing before it was for the first time."""
        self._was_open |= is_open
        self._open.setVisible(is_open)
        self._locked.setVisible(self._was_open and not is_open)

    def show_busy(self, busy: bool) -> None:
        """Says whether something is being written."""
        self._is_busy = busy
        self._tell()

    def show_unsaved(self, unsaved: bool) -> None:
        """Says whether something is typed and not saved."""
        self.is_unsaved = unsaved
        self._tell()

    def _tell(self) -> None:
        """The way to what is not saved stays while something is written: focus that stands on it is not lost."""
        self.unsaved.setText(self.tr("Working…") if self._is_busy else self.tr("Not saved yet"))
        self._saved.setText(self.tr("Working…") if self._is_busy else self.tr("Saved"))
        self.unsaved.setVisible(self.is_unsaved)
        self._saved.setVisible(not self.is_unsaved)

    @property
    def said(self) -> str:
        """Whether everything is saved, as it is told now."""
        return (self.unsaved if self.is_unsaved else self._saved).text()

    def show_standing(self, standing: Standing) -> None:
        """Shows the operator and how old the last backup is, as a warning where it is old, missing or out of reach."""
        self._begin.setVisible(standing.is_trial)
        self.show_open(standing.is_open)
        self._operator.setText(literal(standing.operator or self.tr("Who is working?")))
        last = dates.local(standing.last_backup) if standing.last_backup else None
        self._backup.setText(self.tr("Backup folder not found") if standing.backups_gone else self._age(last))
        is_old = standing.backups_gone or last is None or dates.local(dates.now()) - last > _OLD
        set_tone(self._backup, Tone.WARN if is_old else None)

    def _age(self, last: dt.datetime | None) -> str:
        if last is None:
            return self.tr("No backup yet")
        days = (dates.local(dates.now()).date() - last.date()).days
        if days <= 0:
            return self.tr("Last backup today {time}").format(time=f"{last:%H:%M}")
        if days == 1:
            return self.tr("Last backup yesterday {time}").format(time=f"{last:%H:%M}")
        return self.tr("Last backup %n day(s) ago", "", days)
