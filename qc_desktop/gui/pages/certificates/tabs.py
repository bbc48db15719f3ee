"""What can be looked at under 发证与打印 without beginning anything, side by side above the page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips

REGISTER, BATCHES, SENDING, RECONCILE, CALIBRATION = "register", "batches", "sending", "reconcile", "calibration"


def page_tabs() -> FilterChips:
    """The tabs, the register's marked."""
    words = {
        REGISTER: QCoreApplication.translate("CertificatesPage", "Certificates"),
        BATCHES: QCoreApplication.translate("CertificatesPage", "Print batches"),
        SENDING: QCoreApplication.translate("CertificatesPage", "Dispatch"),
        RECONCILE: QCoreApplication.translate("CertificatesPage", "Reconcile"),
        CALIBRATION: QCoreApplication.translate("CertificatesPage", "Printer calibration"),
    }
    return FilterChips([Chip(key, said) for key, said in words.items()])
