# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'print_form.ui'
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

class Ui_PrintForm(object):
    def setupUi(self, PrintForm: QWidget) -> None:
        if not PrintForm.objectName():
            PrintForm.setObjectName(u"PrintForm")
        self.form = QFormLayout(PrintForm)
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setHorizontalSpacing(12)
        self.form.setVerticalSpacing(8)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.printer_label = QLabel(PrintForm)
        self.printer_label.setObjectName(u"printer_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.printer_label)

        self.printer = QComboBox(PrintForm)
        self.printer.setObjectName(u"printer")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.printer)

        self.chunk_label = QLabel(PrintForm)
        self.chunk_label.setObjectName(u"chunk_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.chunk_label)

        self.chunk = QComboBox(PrintForm)
        self.chunk.setObjectName(u"chunk")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.chunk)

        self.copies_label = QLabel(PrintForm)
        self.copies_label.setObjectName(u"copies_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.copies_label)

        self.copies = QComboBox(PrintForm)
        self.copies.setObjectName(u"copies")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.copies)

#if QT_CONFIG(shortcut)
        self.printer_label.setBuddy(self.printer)
        self.chunk_label.setBuddy(self.chunk)
        self.copies_label.setBuddy(self.copies)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.printer, self.chunk)
        QWidget.setTabOrder(self.chunk, self.copies)

        self.retranslateUi(PrintForm)

        QMetaObject.connectSlotsByName(PrintForm)
    # setupUi

    def retranslateUi(self, PrintForm: QWidget) -> None:
        self.printer_label.setText(QCoreApplication.translate("PrintForm", u"&Printer", None))
        self.chunk_label.setText(QCoreApplication.translate("PrintForm", u"&Sheets at a time", None))
        self.copies_label.setText(QCoreApplication.translate("PrintForm", u"&Copies of each", None))
        pass
    # retranslateUi

