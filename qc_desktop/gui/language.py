"""The language of the window: our own sentences and Qt's."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLibraryInfo, QLocale, QTranslator

from qc_desktop.messages import LANGUAGES
from qc_desktop.paths import resource

LEFT_BY_QT = (
    str(QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive")),
    str(QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder")),
    str(QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File Folder")),
    str(QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File")),
    str(QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "%1 File")),
    str(QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Shortcut")),
    str(QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Unknown")),
)
"""Words of Qt's file dialog that its own Chinese catalogue lacks."""


class Language:
    """The translators of one application; keeps them alive while they are installed."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []

    def use(self, lang: str) -> None:
        """Speaks ``lang``, one of LANGUAGES, in every window made from now on.

        Raises KeyError for any other language and FileNotFoundError where a catalogue does not ship.
        """
        if lang not in LANGUAGES:
            raise KeyError(lang)
        self.clear()
        self._load(f"qtbase_{lang}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), lang != "en")
        self._load(f"qc_{lang}", str(resource("i18n")), required=True)
        QLocale.setDefault(QLocale(lang))

    def clear(self) -> None:
        """Speaks the language of the sources again."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = []

    def _load(self, name: str, folder: str, required: bool) -> None:
        translator = QTranslator(self._app)
        if translator.load(f"{name}.qm", folder):
            self._app.installTranslator(translator)
            self._installed.append(translator)
        elif required:
            raise FileNotFoundError(f"{folder}/{name}.qm")
