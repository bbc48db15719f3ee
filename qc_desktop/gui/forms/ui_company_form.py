# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'company_form.ui'
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
    QPushButton, QSizePolicy, QWidget)

from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.picker import Picker

class Ui_CompanyForm(object):
    def setupUi(self, CompanyForm: QWidget) -> None:
        if not CompanyForm.objectName():
            CompanyForm.setObjectName(u"CompanyForm")
        self.form = QFormLayout(CompanyForm)
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setHorizontalSpacing(12)
        self.form.setVerticalSpacing(8)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.name_label = QLabel(CompanyForm)
        self.name_label.setObjectName(u"name_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.name_label)

        self.name = LineEdit(CompanyForm)
        self.name.setObjectName(u"name")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.name)

        self.uscc_label = QLabel(CompanyForm)
        self.uscc_label.setObjectName(u"uscc_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.uscc_label)

        self.uscc = LineEdit(CompanyForm)
        self.uscc.setObjectName(u"uscc")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.uscc)

        self.industry_label = QLabel(CompanyForm)
        self.industry_label.setObjectName(u"industry_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.industry_label)

        self.industry = Picker(CompanyForm)
        self.industry.setObjectName(u"industry")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.industry)

        self.province_label = QLabel(CompanyForm)
        self.province_label.setObjectName(u"province_label")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.province_label)

        self.province = Picker(CompanyForm)
        self.province.setObjectName(u"province")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.province)

        self.member_no_label = QLabel(CompanyForm)
        self.member_no_label.setObjectName(u"member_no_label")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.member_no_label)

        self.member_no = LineEdit(CompanyForm)
        self.member_no.setObjectName(u"member_no")

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.member_no)

        self.member_tier_label = QLabel(CompanyForm)
        self.member_tier_label.setObjectName(u"member_tier_label")

        self.form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.member_tier_label)

        self.member_tier = Picker(CompanyForm)
        self.member_tier.setObjectName(u"member_tier")

        self.form.setWidget(5, QFormLayout.ItemRole.FieldRole, self.member_tier)

        self.more = QPushButton(CompanyForm)
        self.more.setObjectName(u"more")
        self.more.setCheckable(True)
        self.more.setProperty(u"kind", u"link")

        self.form.setWidget(6, QFormLayout.ItemRole.FieldRole, self.more)

        self.city_label = QLabel(CompanyForm)
        self.city_label.setObjectName(u"city_label")

        self.form.setWidget(7, QFormLayout.ItemRole.LabelRole, self.city_label)

        self.city = LineEdit(CompanyForm)
        self.city.setObjectName(u"city")

        self.form.setWidget(7, QFormLayout.ItemRole.FieldRole, self.city)

        self.address_label = QLabel(CompanyForm)
        self.address_label.setObjectName(u"address_label")

        self.form.setWidget(8, QFormLayout.ItemRole.LabelRole, self.address_label)

        self.address = LineEdit(CompanyForm)
        self.address.setObjectName(u"address")

        self.form.setWidget(8, QFormLayout.ItemRole.FieldRole, self.address)

        self.legal_representative_label = QLabel(CompanyForm)
        self.legal_representative_label.setObjectName(u"legal_representative_label")

        self.form.setWidget(9, QFormLayout.ItemRole.LabelRole, self.legal_representative_label)

        self.legal_representative = LineEdit(CompanyForm)
        self.legal_representative.setObjectName(u"legal_representative")

        self.form.setWidget(9, QFormLayout.ItemRole.FieldRole, self.legal_representative)

        self.short_name_label = QLabel(CompanyForm)
        self.short_name_label.setObjectName(u"short_name_label")

        self.form.setWidget(10, QFormLayout.ItemRole.LabelRole, self.short_name_label)

        self.short_name = LineEdit(CompanyForm)
        self.short_name.setObjectName(u"short_name")

        self.form.setWidget(10, QFormLayout.ItemRole.FieldRole, self.short_name)

        self.former_names_label = QLabel(CompanyForm)
        self.former_names_label.setObjectName(u"former_names_label")

        self.form.setWidget(11, QFormLayout.ItemRole.LabelRole, self.former_names_label)

        self.former_names = QPlainTextEdit(CompanyForm)
        self.former_names.setObjectName(u"former_names")
        self.former_names.setTabChangesFocus(True)
        self.former_names.setMaximumSize(QSize(16777215, 76))

        self.form.setWidget(11, QFormLayout.ItemRole.FieldRole, self.former_names)

        self.hotline_label = QLabel(CompanyForm)
        self.hotline_label.setObjectName(u"hotline_label")

        self.form.setWidget(12, QFormLayout.ItemRole.LabelRole, self.hotline_label)

        self.hotline = LineEdit(CompanyForm)
        self.hotline.setObjectName(u"hotline")

        self.form.setWidget(12, QFormLayout.ItemRole.FieldRole, self.hotline)

        self.website_label = QLabel(CompanyForm)
        self.website_label.setObjectName(u"website_label")

        self.form.setWidget(13, QFormLayout.ItemRole.LabelRole, self.website_label)

        self.website = LineEdit(CompanyForm)
        self.website.setObjectName(u"website")

        self.form.setWidget(13, QFormLayout.ItemRole.FieldRole, self.website)

        self.remark_label = QLabel(CompanyForm)
        self.remark_label.setObjectName(u"remark_label")

        self.form.setWidget(14, QFormLayout.ItemRole.LabelRole, self.remark_label)

        self.remark = LineEdit(CompanyForm)
        self.remark.setObjectName(u"remark")

        self.form.setWidget(14, QFormLayout.ItemRole.FieldRole, self.remark)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.uscc_label.setBuddy(self.uscc)
        self.industry_label.setBuddy(self.industry)
        self.province_label.setBuddy(self.province)
        self.member_no_label.setBuddy(self.member_no)
        self.member_tier_label.setBuddy(self.member_tier)
        self.city_label.setBuddy(self.city)
        self.address_label.setBuddy(self.address)
        self.legal_representative_label.setBuddy(self.legal_representative)
        self.short_name_label.setBuddy(self.short_name)
        self.former_names_label.setBuddy(self.former_names)
        self.hotline_label.setBuddy(self.hotline)
        self.website_label.setBuddy(self.website)
        self.remark_label.setBuddy(self.remark)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.name, self.uscc)
        QWidget.setTabOrder(self.uscc, self.industry)
        QWidget.setTabOrder(self.industry, self.province)
        QWidget.setTabOrder(self.province, self.member_no)
        QWidget.setTabOrder(self.member_no, self.member_tier)
        QWidget.setTabOrder(self.member_tier, self.more)
        QWidget.setTabOrder(self.more, self.city)
        QWidget.setTabOrder(self.city, self.address)
        QWidget.setTabOrder(self.address, self.legal_representative)
        QWidget.setTabOrder(self.legal_representative, self.short_name)
        QWidget.setTabOrder(self.short_name, self.former_names)
        QWidget.setTabOrder(self.former_names, self.hotline)
        QWidget.setTabOrder(self.hotline, self.website)
        QWidget.setTabOrder(self.website, self.remark)

        self.retranslateUi(CompanyForm)

        QMetaObject.connectSlotsByName(CompanyForm)
    # setupUi

    def retranslateUi(self, CompanyForm: QWidget) -> None:
        self.name_label.setText(QCoreApplication.translate("CompanyForm", u"Company &name *", None))
        self.uscc_label.setText(QCoreApplication.translate("CompanyForm", u"&Credit code", None))
        self.industry_label.setText(QCoreApplication.translate("CompanyForm", u"In&dustry", None))
        self.province_label.setText(QCoreApplication.translate("CompanyForm", u"&Province", None))
        self.member_no_label.setText(QCoreApplication.translate("CompanyForm", u"&Member no.", None))
        self.member_tier_label.setText(QCoreApplication.translate("CompanyForm", u"Member &tier", None))
        self.more.setText(QCoreApplication.translate("CompanyForm", u"More details", None))
        self.city_label.setText(QCoreApplication.translate("CompanyForm", u"C&ity", None))
        self.address_label.setText(QCoreApplication.translate("CompanyForm", u"&Address", None))
        self.legal_representative_label.setText(QCoreApplication.translate("CompanyForm", u"Legal &representative", None))
        self.short_name_label.setText(QCoreApplication.translate("CompanyForm", u"&Short name", None))
        self.former_names_label.setText(QCoreApplication.translate("CompanyForm", u"&Former names", None))
        self.former_names.setPlaceholderText(QCoreApplication.translate("CompanyForm", u"One per line", None))
        self.hotline_label.setText(QCoreApplication.translate("CompanyForm", u"Public &hotline", None))
        self.website_label.setText(QCoreApplication.translate("CompanyForm", u"&Website", None))
        self.remark_label.setText(QCoreApplication.translate("CompanyForm", u"Remar&k", None))
        pass
    # retranslateUi

