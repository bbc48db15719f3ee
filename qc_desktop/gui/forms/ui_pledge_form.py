# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'pledge_form.ui'
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
from PySide6.QtWidgets import (QApplication, QFormLayout, QLabel, QPlainTextEdit,
    QSizePolicy, QWidget)

from qc_desktop.gui.widgets.line_edit import LineEdit

class Ui_PledgeForm(object):
    def setupUi(self, PledgeForm: QWidget) -> None:
        if not PledgeForm.objectName():
            PledgeForm.setObjectName(u"PledgeForm")
        self.form = QFormLayout(PledgeForm)
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setHorizontalSpacing(12)
        self.form.setVerticalSpacing(8)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.products_label = QLabel(PledgeForm)
        self.products_label.setObjectName(u"products_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.products_label)

        self.products = QPlainTextEdit(PledgeForm)
        self.products.setObjectName(u"products")
        self.products.setTabChangesFocus(True)
        self.products.setMaximumSize(QSize(16777215, 76))

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.products)

        self.standards_label = QLabel(PledgeForm)
        self.standards_label.setObjectName(u"standards_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.standards_label)

        self.standards = QPlainTextEdit(PledgeForm)
        self.standards.setObjectName(u"standards")
        self.standards.setTabChangesFocus(True)
        self.standards.setMaximumSize(QSize(16777215, 76))

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.standards)

        self.signatory_label = QLabel(PledgeForm)
        self.signatory_label.setObjectName(u"signatory_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.signatory_label)

        self.signatory = LineEdit(PledgeForm)
        self.signatory.setObjectName(u"signatory")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.signatory)

        self.signed_on_label = QLabel(PledgeForm)
        self.signed_on_label.setObjectName(u"signed_on_label")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.signed_on_label)

        self.signed_on = LineEdit(PledgeForm)
        self.signed_on.setObjectName(u"signed_on")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.signed_on)

#if QT_CONFIG(shortcut)
        self.products_label.setBuddy(self.products)
        self.standards_label.setBuddy(self.standards)
        self.signatory_label.setBuddy(self.signatory)
        self.signed_on_label.setBuddy(self.signed_on)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.products, self.standards)
        QWidget.setTabOrder(self.standards, self.signatory)
        QWidget.setTabOrder(self.signatory, self.signed_on)

        self.retranslateUi(PledgeForm)

        QMetaObject.connectSlotsByName(PledgeForm)
    # setupUi

    def retranslateUi(self, PledgeForm: QWidget) -> None:
        self.products_label.setText(QCoreApplication.translate("PledgeForm", u"Prod&ucts", None))
        self.products.setPlaceholderText(QCoreApplication.translate("PledgeForm", u"One per line", None))
        self.standards_label.setText(QCoreApplication.translate("PledgeForm", u"Dec&lared standards", None))
        self.standards.setPlaceholderText(QCoreApplication.translate("PledgeForm", u"One per line, e.g. GB/T 19001-2016", None))
        self.signatory_label.setText(QCoreApplication.translate("PledgeForm", u"Si&gnatory", None))
        self.signed_on_label.setText(QCoreApplication.translate("PledgeForm", u"Da&y signed", None))
        self.signed_on.setPlaceholderText(QCoreApplication.translate("PledgeForm", u"2026-03-01", None))
        pass
    # retranslateUi

