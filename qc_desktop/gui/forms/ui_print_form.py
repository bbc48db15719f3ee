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
from PySide6.QtWidgets import (QApplication, QComboBox, QFormLayout, QHBoxLayout,
    QLabel, QSizePolicy, QWidget)

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

        self.tray_label = QLabel(PrintForm)
        self.tray_label.setObjectName(u"tray_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.tray_label)

        self.papers = QHBoxLayout()
        self.papers.setSpacing(8)
        self.papers.setObjectName(u"papers")
        self.tray = QComboBox(PrintForm)
        self.tray.setObjectName(u"tray")

        self.papers.addWidget(self.tray)

        self.paper_label = QLabel(PrintForm)
        self.paper_label.setObjectName(u"paper_label")

        self.papers.addWidget(self.paper_label)

        self.paper = QComboBox(PrintForm)
        self.paper.setObjectName(u"paper")

        self.papers.addWidget(self.paper)

        self.papers.setStretch(0, 1)
        self.papers.setStretch(2, 1)

        self.form.setLayout(1, QFormLayout.ItemRole.FieldRole, self.papers)

        self.first_label = QLabel(PrintForm)
        self.first_label.setObjectName(u"first_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.first_label)

        self.range = QHBoxLayout()
        self.range.setSpacing(8)
        self.range.setObjectName(u"range")
        self.first = LineEdit(PrintForm)
        self.first.setObjectName(u"first")

        self.range.addWidget(self.first)

        self.last_label = QLabel(PrintForm)
        self.last_label.setObjectName(u"last_label")

        self.range.addWidget(self.last_label)

        self.last = LineEdit(PrintForm)
        self.last.setObjectName(u"last")

        self.range.addWidget(self.last)

        self.range.setStretch(0, 1)
        self.range.setStretch(2, 1)

        self.form.setLayout(2, QFormLayout.ItemRole.FieldRole, self.range)

        self.chunk_label = QLabel(PrintForm)
        self.chunk_label.setObjectName(u"chunk_label")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.chunk_label)

        self.counts = QHBoxLayout()
        self.counts.setSpacing(8)
        self.counts.setObjectName(u"counts")
        self.chunk = QComboBox(PrintForm)
        self.chunk.setObjectName(u"chunk")

        self.counts.addWidget(self.chunk)

        self.copies_label = QLabel(PrintForm)
        self.copies_label.setObjectName(u"copies_label")

        self.counts.addWidget(self.copies_label)

        self.copies = QComboBox(PrintForm)
        self.copies.setObjectName(u"copies")

        self.counts.addWidget(self.copies)

        self.counts.setStretch(0, 1)
        self.counts.setStretch(2, 1)

        self.form.setLayout(3, QFormLayout.ItemRole.FieldRole, self.counts)

        self.reason_label = QLabel(PrintForm)
        self.reason_label.setObjectName(u"reason_label")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.reason_label)

        self.reason = LineEdit(PrintForm)
        self.reason.setObjectName(u"reason")

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.reason)

#if QT_CONFIG(shortcut)
        self.printer_label.setBuddy(self.printer)
        self.tray_label.setBuddy(self.tray)
        self.paper_label.setBuddy(self.paper)
        self.first_label.setBuddy(self.first)
        self.last_label.setBuddy(self.last)
        self.chunk_label.setBuddy(self.chunk)
        self.copies_label.setBuddy(self.copies)
        self.reason_label.setBuddy(self.reason)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.printer, self.tray)
        QWidget.setTabOrder(self.tray, self.paper)
        QWidget.setTabOrder(self.paper, self.first)
        QWidget.setTabOrder(self.first, self.last)
        QWidget.setTabOrder(self.last, self.chunk)
        QWidget.setTabOrder(self.chunk, self.copies)
        QWidget.setTabOrder(self.copies, self.reason)

        self.retranslateUi(PrintForm)

        QMetaObject.connectSlotsByName(PrintForm)
    # setupUi

    def retranslateUi(self, PrintForm: QWidget) -> None:
        self.printer_label.setText(QCoreApplication.translate("PrintForm", u"&Printer", None))
        self.tray_label.setText(QCoreApplication.translate("PrintForm", u"&Tray", None))
        self.paper_label.setText(QCoreApplication.translate("PrintForm", u"P&aper", None))
        self.first_label.setText(QCoreApplication.translate("PrintForm", u"&From number", None))
        self.last_label.setText(QCoreApplication.translate("PrintForm", u"t&o", None))
        self.chunk_label.setText(QCoreApplication.translate("PrintForm", u"&Sheets at a time", None))
        self.copies_label.setText(QCoreApplication.translate("PrintForm", u"&Copies of each", None))
        self.reason_label.setText(QCoreApplication.translate("PrintForm", u"&Reason", None))
        pass
    # retranslateUi

