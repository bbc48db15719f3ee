"""本机: language, colours, text size, the Enter key, and who works here."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from qc_desktop.gui.forms.ui_pc_form import Ui_PcForm
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.settings.model import PcView, pc_view
from qc_desktop.gui.pages.settings.people import People
from qc_desktop.gui.pages.settings.section import Section
from qc_desktop.gui.restyling import restyle_and_breathe
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.theme import TextSize, Theme
from qc_desktop.gui.tokens import DARK, LIGHT
from qc_desktop.gui.widgets.form_values import FormValues
from qc_desktop.gui.widgets.still_wheel import hold_still
from qc_desktop.messages import system_language
from qc_desktop.services import preferences, staff
from qc_desktop.settings import setting

LOCK_MINUTES = setting("lock_minutes").choices


class PcSection(Section):
    """What holds on this PC alone; it is applied and kept as soon as it is chosen."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._ticket = Ticket()
        self._stored: dict[str, str] = {}
        form = QWidget()
        self.ui = Ui_PcForm()
        self.ui.setupUi(form)
        hold_still(form)
        self.values = FormValues(form)
        self._offer()
        self.add_card(self.tr("This PC")).addWidget(form)
        self.people = People(context.drafts)
        self.add_card(self.tr("Operators")).addWidget(self.people)
        self.values.edited.connect(self._chosen)
        self.people.added.connect(self._add)
        self.people.retired.connect(self._retire)

    def _offer(self) -> None:
        languages = [("", self.tr("Same as the system")), ("zh_CN", "中文"), ("en", "English")]
        themes = [("light", self.tr("Light")), ("dark", self.tr("Dark"))]
        sizes = [
            ("standard", self.tr("Standard")),
            ("large", self.tr("Large")),
            ("extra_large", self.tr("Extra large")),
        ]
        enter = [("off", self.tr("Stays in the field")), ("on", self.tr("Goes to the next field"))]
        locks = [(minutes, self.tr("After {minutes} minutes").format(minutes=minutes)) for minutes in LOCK_MINUTES]
        offered = {
            "language": languages,
            "theme": themes,
            "text_size": sizes,
            "enter_moves": enter,
            "lock_minutes": locks,
        }
        for key, choices in offered.items():
            self.values.offer(key, choices)

    @override
    def refresh(self) -> None:
        self._ticket.tear()
        self._ticket = self.context.jobs.query(lambda: pc_view(self.desk.office), self._show)

    def _show(self, view: PcView) -> None:
        self._stored = dict(view.values)
        self.values.write(self._stored)
        self.people.show_people(view.staff, view.operator)

    def _chosen(self) -> None:
        read = {key: str(value) for key, value in self.values.read().items()}
        changed = {key: value for key, value in read.items() if value != self._stored.get(key)}
        self._stored |= changed
        if {"theme", "text_size"} & changed.keys():
            self._wear()
        speak = self._speak if "language" in changed else None
        self.context.jobs.change(lambda: preferences.change(self.desk.office, changed), speak, self.refuse)

    def _wear(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            tokens = DARK if self._stored["theme"] == "dark" else LIGHT
            restyle_and_breathe(app, Theme(tokens, TextSize[self._stored["text_size"].upper()]))

    def _speak(self, _changed: object) -> None:
        self.context.speaker.speak(self._stored["language"] or system_language())

    def _add(self, name: str) -> None:
        self.context.jobs.change(lambda: staff.add(self.desk.office, name), self.people.forget_name, self.refuse)

    def _retire(self, name: str) -> None:
        said = self.tr("{name} is no longer offered as an operator.").format(name=name)
        self.do_change(lambda: staff.retire(self.desk.office, name), lambda _: said)
