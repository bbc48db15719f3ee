# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'dues_form.ui'
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

class Ui_DuesForm(object):
    def setupUi(self, DuesForm: QWidget) -> None:
        if not DuesForm.objectName():
            DuesForm.setObjectName(u"DuesForm")
        self.form = QFormLayout(DuesForm)
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setHorizontalSpacing(12)
        self.form.setVerticalSpacing(8)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.dues_year_label = QLabel(DuesForm)
        self.dues_year_label.setObjectName(u"dues_year_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.dues_year_label)

        self.dues_year = LineEdit(DuesForm)
        self.dues_year.setObjectName(u"dues_year")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.dues_year)

        self.due_label = QLabel(DuesForm)
        self.due_label.setObjectName(u"due_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.due_label)

        self.due = LineEdit(DuesForm)
        self.due.setObjectName(u"due")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.due)

        self.due_on_label = QLabel(DuesForm)
        self.due_on_label.setObjectName(u"due_on_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.due_on_label)

        self.due_on = LineEdit(DuesForm)
        self.due_on.setObjectName(u"due_on")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.due_on)

        self.paid_label = QLabel(DuesForm)
        self.paid_label.setObjectName(u"paid_label")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.paid_label)

        self.paid = LineEdit(DuesForm)
        self.paid.setObjectName(u"paid")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.paid)

        self.paid_on_label = QLabel(DuesForm)
        self.paid_on_label.setObjectName(u"paid_on_label")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.paid_on_label)

        self.paid_on = LineEdit(DuesForm)
        self.paid_on.setObjectName(u"paid_on")

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.paid_on)

        self.receipt_no_label = QLabel(DuesForm)
        self.receipt_no_label.setObjectName(u"receipt_no_label")

        self.form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.receipt_no_label)

        self.receipt_no = LineEdit(DuesForm)
        self.receipt_no.setObjectName(u"receipt_no")

        self.form.setWidget(5, QFormLayout.ItemRole.FieldRole, self.receipt_no)

        self.remark_label = QLabel(DuesForm)
        self.remark_label.setObjectName(u"remark_label")

        self.form.setWidget(6, QFormLayout.ItemRole.LabelRole, self.remark_label)

        self.remark = LineEdit(DuesForm)
        self.remark.setObjectName(u"remark")

        self.form.setWidget(6, QFormLayout.ItemRole.FieldRole, self.remark)

#if QT_CONFIG(shortcut)
        self.dues_year_label.setBuddy(self.dues_year)
        self.due_label.setBuddy(self.due)
        self.due_on_label.setBuddy(self.due_on)
        self.paid_label.setBuddy(self.paid)
        self.paid_on_label.setBuddy(self.paid_on)
        self.receipt_no_label.setBuddy(self.receipt_no)
        self.remark_label.setBuddy(self.remark)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.dues_year, self.due)
        QWidget.setTabOrder(self.due, self.due_on)
        QWidget.setTabOrder(self.due_on, self.paid)
        QWidget.setTabOrder(self.paid, self.paid_on)
        QWidget.setTabOrder(self.paid_on, self.receipt_no)
        QWidget.setTabOrder(self.receipt_no, self.remark)

        self.retranslateUi(DuesForm)

        QMetaObject.connectSlotsByName(DuesForm)
    # setupUi

    def retranslateUi(self, DuesForm: QWidget) -> None:
        self.dues_year_label.setText(QCoreApplication.translate("DuesForm", u"&Year", None))
        self.dues_year.setPlaceholderText(QCoreApplication.translate("DuesForm", u"2026", None))
        self.due_label.setText(QCoreApplication.translate("DuesForm", u"&Due (yuan)", None))
        self.due.setPlaceholderText(QCoreApplication.translate("DuesForm", u"2000.00", None))
        self.due_on_label.setText(QCoreApplication.translate("DuesForm", u"Due &by", None))
        self.due_on.setPlaceholderText(QCoreApplication.translate("DuesForm", u"2026-03-31", None))
        self.paid_label.setText(QCoreApplication.translate("DuesForm", u"&Paid (yuan)", None))
        self.paid.setPlaceholderText(QCoreApplication.translate("DuesForm", u"2000.00", None))
        self.paid_on_label.setText(QCoreApplication.translate("DuesForm", u"Paid &on", None))
        self.paid_on.setPlaceholderText(QCoreApplication.translate("DuesForm", u"2026-03-31", None))
        self.receipt_no_label.setText(QCoreApplication.translate("DuesForm", u"&Receipt no.", None))
        self.remark_label.setText(QCoreApplication.translate("DuesForm", u"R&emark", None))
        pass
    # retranslateUi

