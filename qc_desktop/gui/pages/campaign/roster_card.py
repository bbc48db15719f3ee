"""The roster: how the published one stands against today's, publishing it, writing it to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from qc_desktop.domain.dates import local
from qc_desktop.gui.pages.campaign.roster_columns import ColumnChooser
from qc_desktop.gui.pages.prose import joined
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.into_view import bring_into_view
from qc_desktop.gui.widgets.parts import button, label, only_card, set_tone
from qc_desktop.gui.widgets.still_wheel import hold_still

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qc_desktop.gui.pages.campaign.model import RosterState
    from qc_desktop.messages import Messages

NAMED = 8
"""How many companies a difference names before it only counts."""


class RosterCard(QWidget):
    """``publish_wanted``, ``export_wanted`` (with a format's id, and a province or empty for the whole),
    ``columns_wanted`` (with their keys) and ``announcement_wanted`` (with or without a red head) tell what a person
    asked for.

    ``form`` and ``province`` are what to begin with, those of the last export.
    """

    publish_wanted = Signal()
    export_wanted = Signal(str, str)
    columns_wanted = Signal(object)
    announcement_wanted = Signal(bool)

    def __init__(self, words: Messages, form: str = "", province: str = "") -> None:
        super().__init__()
        self._words = words
        self._roster: RosterState | None = None
        self._is_choosing = False
        self._state = label("", "", wrap=True)
        self._columns = label("", "muted", wrap=True)
        self._choose = button(self.tr("Columns…"), self.begin_choosing, "", "columns-3")
        self.chooser = ColumnChooser(words)
        self.chooser.chosen.connect(self.columns_wanted)
        self.chooser.left.connect(self._end_choosing)
        self._changes = label("", wrap=True)
        set_tone(self._changes, Tone.WARN)
        self._publish = button(self.tr("Publish the roster…"), self._ask, "", "list-checks")
        self._question = label("", "", wrap=True)
        self._confirm = button(self.tr("Yes, publish it"), self._publish_now, "primary")
        self._keep = button(self.tr("Not yet"), self._let_be)
        self._format = QComboBox()
        self._format.setAccessibleName(self.tr("File format"))
        for one, called in self._formats():
            self._format.addItem(called, one)
        self._format.setCurrentIndex(max(0, self._format.findData(form)))
        self._province = QComboBox()
        self._province.setAccessibleName(self.tr("Whole roster or one province"))
        self._offer_provinces((province,) if province else ())
        self._province.setCurrentIndex(max(0, self._province.findData(province)))
        self._export = button(self.tr("E&xport the roster…"), self._ask_to_export, "", "download")
        self._announce = button(self.tr("Announcement…"), self._ask_to_announce, "", "file-check")
        self._announce.setToolTip(self.tr("The announcement as Word or PDF, with the published roster as its annex"))
        self._red_head = QCheckBox(self.tr("with a red head"))
        self._lay_out()
        hold_still(self)

    def _formats(self) -> tuple[tuple[str, str], ...]:
        return (
            ("xlsx", self.tr("Excel (.xlsx)")),
            ("docx", self.tr("Word (.docx)")),
            ("pdf", self.tr("PDF (.pdf)")),
            ("csv", self.tr("Table (.csv)")),
        )

    def _lay_out(self) -> None:
        column = only_card(self)
        column.addWidget(label(self.tr("Roster"), "section"))
        column.addWidget(self._state)
        column.addWidget(self._columns)
        column.addWidget(self._changes)
        column.addWidget(self.chooser)
        buttons = QHBoxLayout()
        flow = FlowLayout(gap=8)
        column.addWidget(self._question)
        for part in (
            self._publish,
            self._confirm,
            self._keep,
            self._choose,
            self._format,
            self._province,
            self._export,
            self._announce,
            self._red_head,
        ):
            flow.addWidget(part)
        buttons.addLayout(flow, 1)
        column.addLayout(buttons)

    def show_roster(self, roster: RosterState | None) -> None:
        """Shows ``roster``, or that there is none yet. What a person is asked about it stands while it is the same."""
        is_same, self._roster = roster == self._roster, roster
        if roster is None or not (is_same or self._is_choosing):
            self._stop_asking()
        self._changes.setVisible(roster is not None and roster.version > 0 and not roster.is_current)
        self._state.setText(self._sentence(roster))
        self._columns.setVisible(roster is not None)
        if roster is not None:
            self._offer_provinces(roster.provinces)
            self._columns.setText(self.tr("Columns: {names}").format(names=self._named(roster.columns)))
            self._changes.setText(self._told_changes(roster))

    def _offer_provinces(self, provinces: Sequence[str]) -> None:
        """Keeps the choice where it is still there; else the whole roster is meant."""
        held = self._province.currentData()
        self._province.clear()
        self._province.addItem(self.tr("Whole roster"), "")
        for name in provinces:
            self._province.addItem(self.tr("Only {province}").format(province=name), name)
        self._province.setCurrentIndex(max(0, self._province.findData(held)))

    def _ask_to_export(self) -> None:
        self.export_wanted.emit(self._format.currentData(), self._province.currentData())

    def _ask_to_announce(self) -> None:
        self.announcement_wanted.emit(self._red_head.isChecked())

    def _ask(self) -> None:
        """Says what publishing means, and waits for a second click: it is not taken back."""
        roster = self._roster
        if roster is None:
            return
        told = [self.tr("The roster of %n announced company(ies) is frozen as a new version.", "", roster.announced)]
        if roster.without:
            told.append(self.tr("%n of them have no certificate yet.", "", roster.without))
        told.append(self.tr("Publishing cannot be undone; later changes appear as a difference."))
        self._question.setText(" ".join(told))
        self._arrange(asking=True)
        self._keep.setFocus()
        bring_into_view(self)

    def _publish_now(self) -> None:
        self._stop_asking()
        self._export.setFocus()
        self.publish_wanted.emit()

    def _let_be(self) -> None:
        self._stop_asking()
        self._publish.setFocus()

    def _stop_asking(self) -> None:
        self._arrange(asking=False)

    def begin_choosing(self) -> None:
        """Shows the columns to choose from, in the place of the buttons."""
        if self._roster is not None:
            self._arrange(asking=False, choosing=True)
            self.chooser.begin(self._roster.columns)
            bring_into_view(self)

    def _end_choosing(self) -> None:
        self._stop_asking()
        self._choose.setFocus()

    def _arrange(self, *, asking: bool, choosing: bool = False) -> None:
        roster, plain = self._roster, not (asking or choosing)
        self._is_choosing = choosing
        self._publish.setVisible(plain and roster is not None and not roster.is_current)
        self.chooser.setVisible(choosing)
        for asked in (self._question, self._confirm, self._keep):
            asked.setVisible(asking)
        for part in (self._format, self._province, self._export, self._choose):
            part.setVisible(plain and roster is not None)
        may_announce = plain and roster is not None and roster.version > 0
        self._announce.setVisible(may_announce)
        self._red_head.setVisible(may_announce)

    def _sentence(self, roster: RosterState | None) -> str:
        if roster is None:
            return self.tr(
                "The roster holds the announced companies. Nobody is announced yet; the announcement comes after that."
            )
        if roster.version == 0:
            draft = self.tr("Not published yet: %n company(ies). An export now is marked as a draft.", "", roster.rows)
            return joined(draft, self.tr("Publish the roster first, then the announcement can be made from it."))
        day = f"{local(roster.made):%Y-%m-%d}"
        known = self.tr("Version {version}, published on {day}: %n company(ies).", "", roster.rows)
        return known.format(version=roster.version, day=day)

    def _told_changes(self, roster: RosterState) -> str:
        said = (
            (self.tr("Added ({count}): {names}"), roster.differences["added"]),
            (self.tr("Removed ({count}): {names}"), roster.differences["removed"]),
            (self.tr("Changed ({count}): {names}"), roster.differences["changed"]),
        )
        lines = [words.format(count=len(names), names=_some(names)) for words, names in said if names]
        if lines:
            since = self.tr("Since then the companies have changed. Publish again so that the roster says so:")
            lines.insert(0, since)
        if roster.lacking:
            without = self.tr("This version was published without: {names}. Publish again to show it.")
            lines.append(without.format(names=self._named(roster.lacking)))
        return "\n".join(lines)

    def _named(self, columns: Sequence[str]) -> str:
        return self._words.listed(self._words.text(f"roster_column.{key}") for key in columns)


def _some(names: Sequence[str]) -> str:
    shown = "、".join(names[:NAMED])
    return shown + " …" if len(names) > NAMED else shown
