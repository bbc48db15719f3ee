"""Where the files go and how they are made: one PDF or one for each, checked page by page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from qc_desktop.domain.lengths import REASON
from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.certificates.actions import FOLDERS, MANY_FILES, ONE_FILE, ONE_ZIP, SUFFIXES, ZIPS, FileOrder
from qc_desktop.gui.pages.certificates.outcome import Outcome
from qc_desktop.gui.pages.certificates.signing_ask import SigningAsk
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.field_note import FieldNote
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.gui.widgets.foot_said import FootSaid
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import button, card, label
from qc_desktop.gui.widgets.progress_panel import ProgressPanel
from qc_desktop.gui.widgets.spared import passing

if TYPE_CHECKING:
    from qc_desktop.domain.findings import Finding
    from qc_desktop.messages import Messages
    from qc_desktop.services.document_signing import Way


PACKAGE = "package"
WHOLE, ON_STOCK = "whole", "on_stock"


@dataclass(frozen=True)
class Scope:
    """Certificates that can be made into files: in words, and their numbers."""

    words: str
    numbers: Sequence[str]


class MakeView(QWidget):
    """What is said and how far the work is, ``said``, stands at the foot of the page.

    ``make_wanted`` carries the FileOrder, ``left`` tells that it is over.

    ``counted`` asks how many of the numbers it carries were made before, ``print_wanted`` carries the Scope that shall
    go to a printer instead.
    """

    make_wanted = Signal(object)
    counted = Signal(object)
    print_wanted = Signal(object)
    left = Signal()

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._scopes: tuple[Scope, ...] = ()
        self._stem = ""
        self._folder = Path()
        self._begun = ""
        self._replaces = Path()
        """The file that a person agreed to replace."""
        self._heading = label("", "section", wrap=True)
        self.scope = FilterChips()
        self.mode = FilterChips(
            [
                Chip(ONE_FILE, self.tr("One PDF for all")),
                Chip(MANY_FILES, self.tr("One PDF for each company")),
                Chip(PACKAGE, self.tr("Electronic package for each company")),
            ]
        )
        self.packing = FilterChips(
            [
                Chip(FOLDERS, self.tr("A folder each")),
                Chip(ZIPS, self.tr("A zip each")),
                Chip(ONE_ZIP, self.tr("One zip for all")),
            ]
        )
        self.content = FilterChips(
            [Chip(WHOLE, self.tr("The whole page")), Chip(ON_STOCK, self.tr("For pre-printed paper only"))]
        )
        self.content.setToolTip(self.tr("For pre-printed paper: what stands on it already is left out."))
        self._about_stock = label("", "muted", wrap=True)
        self.place = LineEdit()
        passing(self.place)
        self.reason = LineEdit()
        self.reason.setMaxLength(REASON)
        self.reason.setPlaceholderText(self.tr("May stay empty; stands in the register"))
        passing(self.reason)
        self._made_before = 0
        self.check = QCheckBox(self.tr("Check every page: read its code, compare its text (recommended)"))
        self.check.setChecked(True)
        self.signing = SigningAsk()
        self.start_button = button("", self._submit, "primary", "download")
        self.print_button = button(self.tr("Print…"), self._print, "", "printer")
        self._words = words
        self.progress = ProgressPanel(words)
        self.outcome = Outcome(words)
        self.said = FootSaid(self, self.progress, self.outcome)
        self._lay_out()
        self.place.returnPressed.connect(self._submit)
        self.reason.returnPressed.connect(self._submit)
        self.signing.submitted.connect(self._submit)
        self.content.chosen.connect(self._follow_signing)
        self.scope.chosen.connect(self._turn)
        self.mode.chosen.connect(self._suggest)
        self.packing.chosen.connect(self._suggest)

    def _lay_out(self) -> None:
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        choose = button(self.tr("Choose…"), self._choose, "", "folder-open")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.place, 1)
        row.addWidget(choose)
        self.place.setAccessibleName(self.tr("File or folder"))
        line = QWidget()
        line.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(line)
        self._note = FieldNote(form, line)
        self._why = label("", "muted", wrap=True)
        self._why.setBuddy(self.reason)
        form.addRow(self._why)
        form.addRow(self.reason)
        form.setSpacing(6)
        for choice in (self._heading, self.scope, self.mode, self.packing, self.content, self._about_stock):
            column.addWidget(choice)
        column.addLayout(form)
        column.addWidget(self.check)
        column.addWidget(self.signing)
        buttons = QHBoxLayout()
        for act in (self.start_button, self.print_button, button(self.tr("Back to the register"), self.left.emit)):
            buttons.addWidget(act)
        buttons.addStretch(1)
        column.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(frame)
        outer.addWidget(self.outcome.withheld)
        outer.addStretch(1)

    def offer(self, scopes: Sequence[Scope], stem: str, remembered: str, begun: str = "") -> None:
        """Offers to make the certificates of the first of ``scopes``, in the folder used last, named ``stem``.

        ``begun`` is a folder that has some of the single files already, to be filled up.
        """
        self._scopes = tuple(scope for scope in scopes if scope.numbers)
        self._stem, self._folder, self._begun = stem, places.starting(remembered), begun
        self.scope.show_chips([Chip(str(place), scope.words) for place, scope in enumerate(self._scopes)])
        self.scope.setVisible(len(self._scopes) > 1)
        self.outcome.clear()
        self._suggest()
        self._turn()

    def _turn(self) -> None:
        """Other certificates are meant."""
        self.settle()
        self._rename()

    def settle(self) -> None:
        """What was typed as a reason was used, or meant others."""
        self.reason.clear()
        self.counted.emit(self.numbers)

    def show_made_before(self, count: int) -> None:
        """So many of the certificates meant were made before: then it can be said why they are made again."""
        self._made_before = count
        self._why.setText(self.tr("%n of them made before. Why again?", "", count))
        for part in (self._why, self.reason):
            part.setVisible(count > 0 and self.mode.current != PACKAGE)

    def show_stock(self, remarks: Sequence[Finding]) -> None:
        """What is to be said of pre-printed paper, beside its choice."""
        self._about_stock.setText("\n".join(map(self._words.of, remarks)))
        self._about_stock.setVisible(bool(remarks) and self.mode.current != PACKAGE)

    def show_signing(self, told: tuple[Way, bool]) -> None:
        """How files are signed, and whether nothing has to be typed for it."""
        self.signing.show_way(told)
        self._follow_signing()

    def _follow_signing(self) -> None:
        self.signing.setVisible(self.signing.is_on and self._order(Path()).is_single)

    @property
    def _chosen(self) -> Scope | None:
        return self._scopes[int(self.scope.current or 0)] if self._scopes else None

    @property
    def numbers(self) -> Sequence[str]:
        """The numbers to make."""
        return self._chosen.numbers if self._chosen else ()

    @property
    def form(self) -> str:
        """What is made: ONE_FILE, MANY_FILES, or one of PACKAGES."""
        return self.packing.current if self.mode.current == PACKAGE else self.mode.current

    def _rename(self) -> None:
        count, packs = len(self.numbers), self.mode.current == PACKAGE
        heading = self.tr("Make %n package(s)", "", count) if packs else self.tr("Make %n PDF page(s)", "", count)
        self._heading.setText(self.tr("Make files of %n certificate(s)", "", count))
        self.start_button.setText(heading)
        for act in (self.start_button, self.print_button):
            act.setEnabled(count > 0)
        self._follow_signing()

    def _suggest(self) -> None:
        self._note.clear()
        packs, suffix = self.mode.current == PACKAGE, SUFFIXES.get(self.form, "")
        self.packing.setVisible(packs)
        self.content.setVisible(not packs)
        self._about_stock.setVisible(not packs and bool(self._about_stock.text()))
        self.show_made_before(self._made_before)
        self.check.setVisible(not packs)
        name = self.tr("{name}, electronic").format(name=self._stem) if packs else self._stem
        begun = self._begun if self.form == MANY_FILES else ""
        path = self._folder / name
        self.place.setText(begun or str(places.fresh(path.with_name(f"{name}{suffix}")) if suffix else path))
        self._rename()

    def _choose(self) -> None:
        present, suffix = Path(self.place.text().strip() or str(self._folder)), SUFFIXES.get(self.form, "")
        if suffix:
            chosen = places.ask_file(self, self.tr("Write the certificates to"), present, suffix)
        else:
            chosen = places.ask_folder(self, self.tr("Folder for the certificates"), places.nearest(present))
        if chosen is not None:
            self.place.setText(str(chosen))
            self._replaces = chosen  # the system's dialog asked

    def _print(self) -> None:
        self.print_wanted.emit(self._chosen)

    def _submit(self) -> None:
        self._note.clear()
        self.outcome.clear()  # what is refused now has none
        typed, suffix = self.place.text().strip(), SUFFIXES.get(self.form, "")
        if not typed or not Path(typed).is_absolute():
            self._note.say(Tone.BAD, self.tr("Choose where the files go."))
            return
        path = Path(typed)
        if suffix and path.suffix.lower() != suffix:
            path = path.with_name(f"{path.name}{suffix}")
        if suffix and path.exists() and path != self._replaces:
            self._replaces = path
            said = self.tr("{name} is there already. Press again to replace it.")
            self._note.say(Tone.WARN, said.format(name=path.name))
            return
        secret = self.signing.read()
        if secret is not None:
            self._replaces = Path()
            self.make_wanted.emit(replace(self._order(path), secret=secret))

    def _order(self, path: Path) -> FileOrder:
        """What is chosen, made at ``path``."""
        on_stock = self.mode.current != PACKAGE and self.content.current == ON_STOCK
        reason = "" if self.reason.isHidden() else self.reason.text().strip()
        return FileOrder(self.numbers, self.form, path, self.check.isChecked(), on_stock, reason)

    def make_at(self, path: Path) -> None:
        """Makes the files at ``path`` instead; a file that lies there stays."""
        self.place.setText(str(places.fresh(path) if self.form in SUFFIXES else path))
        self._submit()

    def show_busy(self, busy: bool) -> None:
        """Holds the button back while files are made."""
        if busy:
            self.setFocus()  # else the focus would wander to whatever comes behind a disabled button
        for act in (self.start_button, self.print_button):
            act.setEnabled(not busy and bool(self.numbers))
        if not busy:
            self.start_button.setFocus()

    def say_stopped(self) -> None:
        """After a cancel: what is there, and how to go on."""
        if self.form not in SUFFIXES:
            self.outcome.say(Tone.WARN, self.tr("Stopped. What is made stays in the folder; go on when you like."))
            self.start_button.setText(self.tr("Go on"))
        else:
            self.outcome.say(Tone.WARN, self.tr("Stopped. No file was left behind."))
