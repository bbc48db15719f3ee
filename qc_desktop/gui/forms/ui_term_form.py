# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'term_form.ui'
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

class Ui_TermForm(object):
    def setupUi(self, TermForm: QWidget) -> None:
        if not TermForm.objectName():
            TermForm.setObjectName(u"TermForm")
        self.form = QFormLayout(TermForm)
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setHorizontalSpacing(12)
        self.form.setVerticalSpacing(8)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.member_tier_label = QLabel(TermForm)
        self.member_tier_label.setObjectName(u"member_tier_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.member_tier_label)

        self.member_tier = QComboBox(TermForm)
        self.member_tier.setObjectName(u"member_tier")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.member_tier)

        self.starts_on_label = QLabel(TermForm)
        self.starts_on_label.setObjectName(u"starts_on_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.starts_on_label)

        self.starts_on = LineEdit(TermForm)
        self.starts_on.setObjectName(u"starts_on")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.starts_on)

        self.ends_on_label = QLabel(TermForm)
        self.ends_on_label.setObjectName(u"ends_on_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.ends_on_label)

        self.ends_on = LineEdit(TermForm)
        self.ends_on.setObjectName(u"ends_on")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.ends_on)

        self.remark_label = QLabel(TermForm)
        self.remark_label.setObjectName(u"remark_label")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.remark_label)

        self.remark = LineEdit(TermForm)
        self.remark.setObjectName(u"remark")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.remark)

#if QT_CONFIG(shortcut)
        self.member_tier_label.setBuddy(self.member_tier)
        self.starts_on_label.setBuddy(self.starts_on)
        self.ends_on_label.setBuddy(self.ends_on)
        self.remark_label.setBuddy(self.remark)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.member_tier, self.starts_on)
        QWidget.setTabOrder(self.starts_on, self.ends_on)
        QWidget.setTabOrder(self.ends_on, self.remark)

        self.retranslateUi(TermForm)

        QMetaObject.connectSlotsByName(TermForm)
    # setupUi

    def retranslateUi(self, TermForm: QWidget) -> None:
        self.member_tier_label.setText(QCoreApplication.translate("TermForm", u"&Tier", None))
        self.starts_on_label.setText(QCoreApplication.translate("TermForm", u"&First day", None))
        self.starts_on.setPlaceholderText(QCoreApplication.translate("TermForm", u"2026-01-01", None))
        self.ends_on_label.setText(QCoreApplication.translate("TermForm", u"&Last day", None))
        self.ends_on.setPlaceholderText(QCoreApplication.translate("TermForm", u"Without an end", None))
        self.remark_label.setText(QCoreApplication.translate("TermForm", u"Re&mark", None))
        pass
    # retranslateUi

