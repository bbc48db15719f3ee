# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'begin_form.ui'
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
from PySide6.QtWidgets import (QApplication, QFormLayout, QLabel, QSizePolicy,
    QWidget)

from qc_desktop.gui.widgets.line_edit import LineEdit

class Ui_BeginForm(object):
    def setupUi(self, BeginForm: QWidget) -> None:
        if not BeginForm.objectName():
            BeginForm.setObjectName(u"BeginForm")
        self.form = QFormLayout(BeginForm)
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setHorizontalSpacing(12)
        self.form.setVerticalSpacing(8)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.association_name_label = QLabel(BeginForm)
        self.association_name_label.setObjectName(u"association_name_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.association_name_label)

        self.association_name = LineEdit(BeginForm)
        self.association_name.setObjectName(u"association_name")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.association_name)

        self.operator_label = QLabel(BeginForm)
        self.operator_label.setObjectName(u"operator_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.operator_label)

        self.operator = LineEdit(BeginForm)
        self.operator.setObjectName(u"operator")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.operator)

        self.backup_folder_label = QLabel(BeginForm)
        self.backup_folder_label.setObjectName(u"backup_folder_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.backup_folder_label)

        self.backup_folder = LineEdit(BeginForm)
        self.backup_folder.setObjectName(u"backup_folder")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.backup_folder)

#if QT_CONFIG(shortcut)
        self.association_name_label.setBuddy(self.association_name)
        self.operator_label.setBuddy(self.operator)
        self.backup_folder_label.setBuddy(self.backup_folder)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.association_name, self.operator)
        QWidget.setTabOrder(self.operator, self.backup_folder)

        self.retranslateUi(BeginForm)

        QMetaObject.connectSlotsByName(BeginForm)
    # setupUi

    def retranslateUi(self, BeginForm: QWidget) -> None:
        self.association_name_label.setText(QCoreApplication.translate("BeginForm", u"Name of the &association", None))
        self.association_name.setPlaceholderText(QCoreApplication.translate("BeginForm", u"As on certificates", None))
        self.operator_label.setText(QCoreApplication.translate("BeginForm", u"&Your name", None))
        self.operator.setPlaceholderText(QCoreApplication.translate("BeginForm", u"Shown beside what you do", None))
        self.backup_folder_label.setText(QCoreApplication.translate("BeginForm", u"&Backups go to", None))
        self.backup_folder.setPlaceholderText(QCoreApplication.translate("BeginForm", u"May stay empty", None))
        pass
    # retranslateUi

