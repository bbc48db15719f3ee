"""The interface font: the system's Chinese font where it has a good one, else the one that ships."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFontDatabase, QGuiApplication

from qc_desktop.paths import resource

GOOD_FAMILIES = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "HarmonyOS Sans SC",
    "Noto Sans SC",
)


def interface_family() -> str:
    """The family to write the interface in; loads the shipped font where no good one is installed.

    Without a screen (tests, screenshots) it is always the shipped one, so that pictures agree everywhere.
    """
    if QGuiApplication.platformName() == "offscreen":
        return load_shipped()
    installed = set(QFontDatabase.families())
    return next((family for family in GOOD_FAMILIES if family in installed), "") or load_shipped()


@cache
def load_shipped() -> str:
    """Loads the shipped sans font, once, and gives its family. Raises FileNotFoundError when it is damaged or gone."""
    path = resource("fonts", "NotoSansSC-Regular.ttf")
    number = QFontDatabase.addApplicationFont(str(path))
    families = QFontDatabase.applicationFontFamilies(number)
    if not families:
        raise FileNotFoundError(path)
    return families[0]
