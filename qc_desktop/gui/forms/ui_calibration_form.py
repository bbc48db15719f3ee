# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'calibration_form.ui'
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

class Ui_CalibrationForm(object):
    def setupUi(self, CalibrationForm: QWidget) -> None:
        if not CalibrationForm.objectName():
            CalibrationForm.setObjectName(u"CalibrationForm")
        self.form = QFormLayout(CalibrationForm)
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setHorizontalSpacing(12)
        self.form.setVerticalSpacing(8)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.printer_label = QLabel(CalibrationForm)
        self.printer_label.setObjectName(u"printer_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.printer_label)

        self.printer = QComboBox(CalibrationForm)
        self.printer.setObjectName(u"printer")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.printer)

        self.tray_label = QLabel(CalibrationForm)
        self.tray_label.setObjectName(u"tray_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.tray_label)

        self.papers = QHBoxLayout()
        self.papers.setSpacing(8)
        self.papers.setObjectName(u"papers")
        self.tray = QComboBox(CalibrationForm)
        self.tray.setObjectName(u"tray")

        self.papers.addWidget(self.tray)

        self.paper_label = QLabel(CalibrationForm)
        self.paper_label.setObjectName(u"paper_label")

        self.papers.addWidget(self.paper_label)

        self.paper = QComboBox(CalibrationForm)
        self.paper.setObjectName(u"paper")

        self.papers.addWidget(self.paper)

        self.papers.setStretch(0, 1)
        self.papers.setStretch(2, 1)

        self.form.setLayout(1, QFormLayout.ItemRole.FieldRole, self.papers)

        self.left_label = QLabel(CalibrationForm)
        self.left_label.setObjectName(u"left_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.left_label)

        self.left = LineEdit(CalibrationForm)
        self.left.setObjectName(u"left")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.left)

        self.top_label = QLabel(CalibrationForm)
        self.top_label.setObjectName(u"top_label")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.top_label)

        self.top = LineEdit(CalibrationForm)
        self.top.setObjectName(u"top")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.top)

        self.across_label = QLabel(CalibrationForm)
        self.across_label.setObjectName(u"across_label")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.across_label)

        self.across = LineEdit(CalibrationForm)
        self.across.setObjectName(u"across")

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.across)

        self.down_label = QLabel(CalibrationForm)
        self.down_label.setObjectName(u"down_label")

        self.form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.down_label)

        self.down = LineEdit(CalibrationForm)
        self.down.setObjectName(u"down")

        self.form.setWidget(5, QFormLayout.ItemRole.FieldRole, self.down)

#if QT_CONFIG(shortcut)
        self.printer_label.setBuddy(self.printer)
        self.tray_label.setBuddy(self.tray)
        self.paper_label.setBuddy(self.paper)
        self.left_label.setBuddy(self.left)
        self.top_label.setBuddy(self.top)
        self.across_label.setBuddy(self.across)
        self.down_label.setBuddy(self.down)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.printer, self.tray)
        QWidget.setTabOrder(self.tray, self.paper)
        QWidget.setTabOrder(self.paper, self.left)
        QWidget.setTabOrder(self.left, self.top)
        QWidget.setTabOrder(self.top, self.across)
        QWidget.setTabOrder(self.across, self.down)

        self.retranslateUi(CalibrationForm)

        QMetaObject.connectSlotsByName(CalibrationForm)
    # setupUi

    def retranslateUi(self, CalibrationForm: QWidget) -> None:
        self.printer_label.setText(QCoreApplication.translate("CalibrationForm", u"&Printer", None))
        self.tray_label.setText(QCoreApplication.translate("CalibrationForm", u"&Tray", None))
        self.paper_label.setText(QCoreApplication.translate("CalibrationForm", u"P&aper", None))
        self.left_label.setText(QCoreApplication.translate("CalibrationForm", u"&Left edge to the cross (mm)", None))
        self.top_label.setText(QCoreApplication.translate("CalibrationForm", u"T&op edge to the cross (mm)", None))
        self.across_label.setText(QCoreApplication.translate("CalibrationForm", u"Dot &A to dot B (mm)", None))
        self.down_label.setText(QCoreApplication.translate("CalibrationForm", u"Dot &C to dot D (mm)", None))
        pass
    # retranslateUi

