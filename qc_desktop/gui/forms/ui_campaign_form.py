# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'campaign_form.ui'
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

class Ui_CampaignForm(object):
    def setupUi(self, CampaignForm: QWidget) -> None:
        if not CampaignForm.objectName():
            CampaignForm.setObjectName(u"CampaignForm")
        self.form = QFormLayout(CampaignForm)
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setHorizontalSpacing(12)
        self.form.setVerticalSpacing(8)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.theme_label = QLabel(CampaignForm)
        self.theme_label.setObjectName(u"theme_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.theme_label)

        self.theme = LineEdit(CampaignForm)
        self.theme.setObjectName(u"theme")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.theme)

        self.edition_label = QLabel(CampaignForm)
        self.edition_label.setObjectName(u"edition_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.edition_label)

        self.edition = LineEdit(CampaignForm)
        self.edition.setObjectName(u"edition")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.edition)

        self.organisers_label = QLabel(CampaignForm)
        self.organisers_label.setObjectName(u"organisers_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.organisers_label)

        self.organisers = QPlainTextEdit(CampaignForm)
        self.organisers.setObjectName(u"organisers")
        self.organisers.setTabChangesFocus(True)
        self.organisers.setMaximumSize(QSize(16777215, 76))

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.organisers)

        self.joint_organisers_label = QLabel(CampaignForm)
        self.joint_organisers_label.setObjectName(u"joint_organisers_label")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.joint_organisers_label)

        self.joint_organisers = QPlainTextEdit(CampaignForm)
        self.joint_organisers.setObjectName(u"joint_organisers")
        self.joint_organisers.setTabChangesFocus(True)
        self.joint_organisers.setMaximumSize(QSize(16777215, 76))

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.joint_organisers)

        self.supporters_label = QLabel(CampaignForm)
        self.supporters_label.setObjectName(u"supporters_label")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.supporters_label)

        self.supporters = QPlainTextEdit(CampaignForm)
        self.supporters.setObjectName(u"supporters")
        self.supporters.setTabChangesFocus(True)
        self.supporters.setMaximumSize(QSize(16777215, 76))

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.supporters)

        self.invitation_notice_label = QLabel(CampaignForm)
        self.invitation_notice_label.setObjectName(u"invitation_notice_label")

        self.form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.invitation_notice_label)

        self.invitation_notice = LineEdit(CampaignForm)
        self.invitation_notice.setObjectName(u"invitation_notice")

        self.form.setWidget(5, QFormLayout.ItemRole.FieldRole, self.invitation_notice)

        self.applications_until_label = QLabel(CampaignForm)
        self.applications_until_label.setObjectName(u"applications_until_label")

        self.form.setWidget(6, QFormLayout.ItemRole.LabelRole, self.applications_until_label)

        self.applications_until = LineEdit(CampaignForm)
        self.applications_until.setObjectName(u"applications_until")

        self.form.setWidget(6, QFormLayout.ItemRole.FieldRole, self.applications_until)

        self.announcement_no_label = QLabel(CampaignForm)
        self.announcement_no_label.setObjectName(u"announcement_no_label")

        self.form.setWidget(7, QFormLayout.ItemRole.LabelRole, self.announcement_no_label)

        self.announcement_no = LineEdit(CampaignForm)
        self.announcement_no.setObjectName(u"announcement_no")

        self.form.setWidget(7, QFormLayout.ItemRole.FieldRole, self.announcement_no)

        self.announced_on_label = QLabel(CampaignForm)
        self.announced_on_label.setObjectName(u"announced_on_label")

        self.form.setWidget(8, QFormLayout.ItemRole.LabelRole, self.announced_on_label)

        self.announced_on = LineEdit(CampaignForm)
        self.announced_on.setObjectName(u"announced_on")

        self.form.setWidget(8, QFormLayout.ItemRole.FieldRole, self.announced_on)

        self.display_from_label = QLabel(CampaignForm)
        self.display_from_label.setObjectName(u"display_from_label")

        self.form.setWidget(9, QFormLayout.ItemRole.LabelRole, self.display_from_label)

        self.display_from = LineEdit(CampaignForm)
        self.display_from.setObjectName(u"display_from")

        self.form.setWidget(9, QFormLayout.ItemRole.FieldRole, self.display_from)

        self.validity_years_label = QLabel(CampaignForm)
        self.validity_years_label.setObjectName(u"validity_years_label")

        self.form.setWidget(10, QFormLayout.ItemRole.LabelRole, self.validity_years_label)

        self.validity_years = LineEdit(CampaignForm)
        self.validity_years.setObjectName(u"validity_years")

        self.form.setWidget(10, QFormLayout.ItemRole.FieldRole, self.validity_years)

#if QT_CONFIG(shortcut)
        self.theme_label.setBuddy(self.theme)
        self.edition_label.setBuddy(self.edition)
        self.organisers_label.setBuddy(self.organisers)
        self.joint_organisers_label.setBuddy(self.joint_organisers)
        self.supporters_label.setBuddy(self.supporters)
        self.invitation_notice_label.setBuddy(self.invitation_notice)
        self.applications_until_label.setBuddy(self.applications_until)
        self.announcement_no_label.setBuddy(self.announcement_no)
        self.announced_on_label.setBuddy(self.announced_on)
        self.display_from_label.setBuddy(self.display_from)
        self.validity_years_label.setBuddy(self.validity_years)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.theme, self.edition)
        QWidget.setTabOrder(self.edition, self.organisers)
        QWidget.setTabOrder(self.organisers, self.joint_organisers)
        QWidget.setTabOrder(self.joint_organisers, self.supporters)
        QWidget.setTabOrder(self.supporters, self.invitation_notice)
        QWidget.setTabOrder(self.invitation_notice, self.applications_until)
        QWidget.setTabOrder(self.applications_until, self.announcement_no)
        QWidget.setTabOrder(self.announcement_no, self.announced_on)
        QWidget.setTabOrder(self.announced_on, self.display_from)
        QWidget.setTabOrder(self.display_from, self.validity_years)

        self.retranslateUi(CampaignForm)

        QMetaObject.connectSlotsByName(CampaignForm)
    # setupUi

    def retranslateUi(self, CampaignForm: QWidget) -> None:
        self.theme_label.setText(QCoreApplication.translate("CampaignForm", u"&Theme", None))
        self.edition_label.setText(QCoreApplication.translate("CampaignForm", u"&Edition", None))
        self.organisers_label.setText(QCoreApplication.translate("CampaignForm", u"&Organisers", None))
        self.organisers.setPlaceholderText(QCoreApplication.translate("CampaignForm", u"One per line", None))
        self.joint_organisers_label.setText(QCoreApplication.translate("CampaignForm", u"&Joint organisers", None))
        self.joint_organisers.setPlaceholderText(QCoreApplication.translate("CampaignForm", u"One per line", None))
        self.supporters_label.setText(QCoreApplication.translate("CampaignForm", u"&Supporters", None))
        self.supporters.setPlaceholderText(QCoreApplication.translate("CampaignForm", u"One per line", None))
        self.invitation_notice_label.setText(QCoreApplication.translate("CampaignForm", u"&Invitation notice", None))
        self.applications_until_label.setText(QCoreApplication.translate("CampaignForm", u"Applications &until", None))
        self.applications_until.setPlaceholderText(QCoreApplication.translate("CampaignForm", u"e.g. 2026-02-28", None))
        self.announcement_no_label.setText(QCoreApplication.translate("CampaignForm", u"Announcement &no.", None))
        self.announcement_no.setPlaceholderText(QCoreApplication.translate("CampaignForm", u"e.g. 2026\u5e74\u7b2c12\u53f7", None))
        self.announced_on_label.setText(QCoreApplication.translate("CampaignForm", u"&Announced on", None))
        self.announced_on.setPlaceholderText(QCoreApplication.translate("CampaignForm", u"e.g. 2026-03-15", None))
        self.display_from_label.setText(QCoreApplication.translate("CampaignForm", u"&Display from", None))
        self.display_from.setPlaceholderText(QCoreApplication.translate("CampaignForm", u"e.g. 2026-03-15", None))
        self.validity_years_label.setText(QCoreApplication.translate("CampaignForm", u"&Valid for (years)", None))
        pass
    # retranslateUi

