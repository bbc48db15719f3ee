# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'members_form.ui'
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
    QPlainTextEdit, QSizePolicy, QWidget)

from qc_desktop.gui.widgets.line_edit import LineEdit

class Ui_MembersForm(object):
    def setupUi(self, MembersForm: QWidget) -> None:
        if not MembersForm.objectName():
            MembersForm.setObjectName(u"MembersForm")
        self.form = QFormLayout(MembersForm)
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setHorizontalSpacing(12)
        self.form.setVerticalSpacing(8)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.membership_grace_days_label = QLabel(MembersForm)
        self.membership_grace_days_label.setObjectName(u"membership_grace_days_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.membership_grace_days_label)

        self.membership_grace_days = LineEdit(MembersForm)
        self.membership_grace_days.setObjectName(u"membership_grace_days")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.membership_grace_days)

        self.membership_term_years_label = QLabel(MembersForm)
        self.membership_term_years_label.setObjectName(u"membership_term_years_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.membership_term_years_label)

        self.membership_term_years = LineEdit(MembersForm)
        self.membership_term_years.setObjectName(u"membership_term_years")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.membership_term_years)

        self.member_no_prefix_label = QLabel(MembersForm)
        self.member_no_prefix_label.setObjectName(u"member_no_prefix_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.member_no_prefix_label)

        self.member_no_prefix = LineEdit(MembersForm)
        self.member_no_prefix.setObjectName(u"member_no_prefix")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.member_no_prefix)

        self.dues_ledger_label = QLabel(MembersForm)
        self.dues_ledger_label.setObjectName(u"dues_ledger_label")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.dues_ledger_label)

        self.dues_ledger = QComboBox(MembersForm)
        self.dues_ledger.setObjectName(u"dues_ledger")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.dues_ledger)

        self.dues_reminder_text_label = QLabel(MembersForm)
        self.dues_reminder_text_label.setObjectName(u"dues_reminder_text_label")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.dues_reminder_text_label)

        self.dues_reminder_text = QPlainTextEdit(MembersForm)
        self.dues_reminder_text.setObjectName(u"dues_reminder_text")
        self.dues_reminder_text.setTabChangesFocus(True)
        self.dues_reminder_text.setMaximumSize(QSize(16777215, 96))

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.dues_reminder_text)

#if QT_CONFIG(shortcut)
        self.membership_grace_days_label.setBuddy(self.membership_grace_days)
        self.membership_term_years_label.setBuddy(self.membership_term_years)
        self.member_no_prefix_label.setBuddy(self.member_no_prefix)
        self.dues_ledger_label.setBuddy(self.dues_ledger)
        self.dues_reminder_text_label.setBuddy(self.dues_reminder_text)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.membership_grace_days, self.membership_term_years)
        QWidget.setTabOrder(self.membership_term_years, self.member_no_prefix)
        QWidget.setTabOrder(self.member_no_prefix, self.dues_ledger)
        QWidget.setTabOrder(self.dues_ledger, self.dues_reminder_text)

        self.retranslateUi(MembersForm)

        QMetaObject.connectSlotsByName(MembersForm)
    # setupUi

    def retranslateUi(self, MembersForm: QWidget) -> None:
        self.membership_grace_days_label.setText(QCoreApplication.translate("MembersForm", u"&Days of grace", None))
        self.membership_grace_days.setPlaceholderText(QCoreApplication.translate("MembersForm", u"90", None))
        self.membership_term_years_label.setText(QCoreApplication.translate("MembersForm", u"&Years per new term", None))
        self.membership_term_years.setPlaceholderText(QCoreApplication.translate("MembersForm", u"1", None))
        self.member_no_prefix_label.setText(QCoreApplication.translate("MembersForm", u"&Member numbers begin with", None))
        self.member_no_prefix.setPlaceholderText(QCoreApplication.translate("MembersForm", u"M", None))
        self.dues_ledger_label.setText(QCoreApplication.translate("MembersForm", u"Dues &ledger", None))
        self.dues_reminder_text_label.setText(QCoreApplication.translate("MembersForm", u"&Reminder text", None))
        pass
    # retranslateUi

