"""Words of Qt's own dialogs in the language of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QFileSystemModel
from pytestqt.qtbot import QtBot


def test_a_folder_in_a_file_dialog_is_called_so(qtbot: QtBot, speak: Callable[[str], None], tmp_path):
    (tmp_path / "一家").mkdir()
    for lang, word in (("en", "Folder"), ("zh_CN", "文件夹")):
        speak(lang)
        model = QFileSystemModel()
        root = model.setRootPath(str(tmp_path))
        qtbot.waitUntil(lambda model=model, root=root: model.rowCount(root) == 1)
        kind = model.index(0, 2, root)
        assert model.data(kind) == word
        assert QDir(model.filePath(kind)).dirName() == "一家"
