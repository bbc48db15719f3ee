# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'pc_form.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QFormLayout, QLabel,
    QSizePolicy, QWidget)

from qc_desktop.gui.widgets.line_edit import LineEdit

class Ui_PcForm(object):
    def setupUi(self, PcForm: QWidget) -> None:
        if not PcForm.objectName():
            PcForm.setObjectName(u"PcForm")
        self.form = QFormLayout(PcForm)
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setHorizontalSpacing(12)
        self.form.setVerticalSpacing(8)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.language_label = QLabel(PcForm)
        self.language_label.setObjectName(u"language_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.language_label)

        self.language = QComboBox(PcForm)
        self.language.setObjectName(u"language")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.language)

        self.theme_label = QLabel(PcForm)
        self.theme_label.setObjectName(u"theme_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.theme_label)

        self.theme = QComboBox(PcForm)
        self.theme.setObjectName(u"theme")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.theme)

        self.text_size_label = QLabel(PcForm)
        self.text_size_label.setObjectName(u"text_size_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.text_size_label)

        self.text_size = QComboBox(PcForm)
        self.text_size.setObjectName(u"text_size")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.text_size)

        self.enter_moves_label = QLabel(PcForm)
        self.enter_moves_label.setObjectName(u"enter_moves_label")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.enter_moves_label)

        self.enter_moves = QComboBox(PcForm)
        self.enter_moves.setObjectName(u"enter_moves")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.enter_moves)

        self.lock_minutes_label = QLabel(PcForm)
        self.lock_minutes_label.setObjectName(u"lock_minutes_label")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.lock_minutes_label)

        self.lock_minutes = QComboBox(PcForm)
        self.lock_minutes.setObjectName(u"lock_minutes")

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.lock_minutes)

#if QT_CONFIG(shortcut)
        self.language_label.setBuddy(self.language)
        self.theme_label.setBuddy(self.theme)
        self.text_size_label.setBuddy(self.text_size)
        self.enter_moves_label.setBuddy(self.enter_moves)
        self.lock_minutes_label.setBuddy(self.lock_minutes)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.language, self.theme)
        QWidget.setTabOrder(self.theme, self.text_size)
        QWidget.setTabOrder(self.text_size, self.enter_moves)
        QWidget.setTabOrder(self.enter_moves, self.lock_minutes)

        self.retranslateUi(PcForm)

        QMetaObject.connectSlotsByName(PcForm)
    # setupUi

    def retranslateUi(self, PcForm: QWidget) -> None:
        self.language_label.setText(QCoreApplication.translate("PcForm", u"&Language", None))
        self.theme_label.setText(QCoreApplication.translate("PcForm", u"&Colours", None))
        self.text_size_label.setText(QCoreApplication.translate("PcForm", u"&Text size", None))
        self.enter_moves_label.setText(QCoreApplication.translate("PcForm", u"&Enter key", None))
        self.lock_minutes_label.setText(QCoreApplication.translate("PcForm", u"Loc&k the issuing passphrase", None))
        pass
    # retranslateUi

