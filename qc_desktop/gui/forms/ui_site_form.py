# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'site_form.ui'
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
class Ui_SiteForm(object):
    def setupUi(self, SiteForm: QWidget) -> None:
        if not SiteForm.objectName():
            SiteForm.setObjectName(u"SiteForm")
        self.form = QFormLayout(SiteForm)
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setHorizontalSpacing(12)
        self.form.setVerticalSpacing(8)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.association_phone_label = QLabel(SiteForm)
        self.association_phone_label.setObjectName(u"association_phone_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.association_phone_label)

        self.association_phone = LineEdit(SiteForm)
        self.association_phone.setObjectName(u"association_phone")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.association_phone)

        self.icp_number_label = QLabel(SiteForm)
        self.icp_number_label.setObjectName(u"icp_number_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.icp_number_label)

        self.icp_number = LineEdit(SiteForm)
        self.icp_number.setObjectName(u"icp_number")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.icp_number)

        self.police_number_label = QLabel(SiteForm)
        self.police_number_label.setObjectName(u"police_number_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.police_number_label)

        self.police_number = LineEdit(SiteForm)
        self.police_number.setObjectName(u"police_number")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.police_number)

#if QT_CONFIG(shortcut)
        self.association_phone_label.setBuddy(self.association_phone)
        self.icp_number_label.setBuddy(self.icp_number)
        self.police_number_label.setBuddy(self.police_number)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SiteForm)

        QMetaObject.connectSlotsByName(SiteForm)
    # setupUi

    def retranslateUi(self, SiteForm: QWidget) -> None:
        self.association_phone_label.setText(QCoreApplication.translate("SiteForm", u"Association's &telephone", None))
        self.association_phone.setPlaceholderText(QCoreApplication.translate("SiteForm", u"010-00000000", None))
        self.icp_number_label.setText(QCoreApplication.translate("SiteForm", u"&ICP registration number", None))
        self.police_number_label.setText(QCoreApplication.translate("SiteForm", u"P&ublic security registration number", None))
        pass
    # retranslateUi

