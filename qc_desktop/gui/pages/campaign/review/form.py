"""The company's form as the review desk uses it: what is typed is saved before a verdict is given."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from qc_desktop.errors import UserError
from qc_desktop.gui.icons import wear
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.editor import Editor
from qc_desktop.gui.widgets.parts import restyle
from qc_desktop.services.companies.entering import Entered


class ReviewForm(Editor):
    """An Editor without a way to new companies; the verdict is its main button.

    Saving is offered while something is typed: the fields beside the scan need the height.
    """

    def __init__(self, context: PageContext, window: QWidget) -> None:
        super().__init__(context, window)
        self._then: Callable[[], None] | None = None
        self._saver.failed.connect(self._forget_verdict)
        self.next_button.hide()
        self.foot.hide()
        self.dirt_changed.connect(self._fit_foot)
        self.approve.setProperty("kind", "primary")
        wear(self.approve, "check", "on_accent")
        restyle(self.approve)

    def _fit_foot(self) -> None:
        if not self.is_dirty and self.foot.isAncestorOf(QApplication.focusWidget() or self):
            self.company.form.name.setFocus()  # else the focus would wander off with the button
        self.foot.setVisible(self.is_dirty)

    @property
    @override
    def main_act(self) -> str:
        return self.save_button.text()

    @override
    def save_and_go_on(self) -> None:
        self.save()

    def save_then(self, act: Callable[[], None]) -> None:
        """Does ``act`` once what is typed is saved; not where it cannot be."""
        if not self.is_dirty:
            act()
            return
        self._then = act
        self.save()
        if not self.is_saving:
            self._then = None

    @override
    def _after_saving(self, entered: Entered, edits: int, go_on: bool) -> None:
        super()._after_saving(entered, edits, go_on)
        then, self._then = self._then, None
        if then is not None and edits == self.edits:
            then()

    def _forget_verdict(self) -> None:
        self._then = None

    @override
    def _refuse(self, error: UserError) -> None:
        self._then = None
        super()._refuse(error)
