# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'office_form.ui'
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

class Ui_OfficeForm(object):
    def setupUi(self, OfficeForm: QWidget) -> None:
        if not OfficeForm.objectName():
            OfficeForm.setObjectName(u"OfficeForm")
        self.form = QFormLayout(OfficeForm)
        self.form.setObjectName(u"form")
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setHorizontalSpacing(12)
        self.form.setVerticalSpacing(8)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.association_name_label = QLabel(OfficeForm)
        self.association_name_label.setObjectName(u"association_name_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.association_name_label)

        self.association_name = LineEdit(OfficeForm)
        self.association_name.setObjectName(u"association_name")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.association_name)

        self.issuer_line_label = QLabel(OfficeForm)
        self.issuer_line_label.setObjectName(u"issuer_line_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.issuer_line_label)

        self.issuer_line = LineEdit(OfficeForm)
        self.issuer_line.setObjectName(u"issuer_line")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.issuer_line)

        self.verification_prefix_label = QLabel(OfficeForm)
        self.verification_prefix_label.setObjectName(u"verification_prefix_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.verification_prefix_label)

        self.verification_prefix = LineEdit(OfficeForm)
        self.verification_prefix.setObjectName(u"verification_prefix")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.verification_prefix)

        self.certificate_number_pattern_label = QLabel(OfficeForm)
        self.certificate_number_pattern_label.setObjectName(u"certificate_number_pattern_label")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.certificate_number_pattern_label)

        self.certificate_number_pattern = LineEdit(OfficeForm)
        self.certificate_number_pattern.setObjectName(u"certificate_number_pattern")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.certificate_number_pattern)

        self.certificate_scheme_label = QLabel(OfficeForm)
        self.certificate_scheme_label.setObjectName(u"certificate_scheme_label")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.certificate_scheme_label)

        self.certificate_scheme = QComboBox(OfficeForm)
        self.certificate_scheme.setObjectName(u"certificate_scheme")

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.certificate_scheme)

        self.validity_years_label = QLabel(OfficeForm)
        self.validity_years_label.setObjectName(u"validity_years_label")

        self.form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.validity_years_label)

        self.validity_years = LineEdit(OfficeForm)
        self.validity_years.setObjectName(u"validity_years")

        self.form.setWidget(5, QFormLayout.ItemRole.FieldRole, self.validity_years)

        self.seal_picture_label = QLabel(OfficeForm)
        self.seal_picture_label.setObjectName(u"seal_picture_label")

        self.form.setWidget(6, QFormLayout.ItemRole.LabelRole, self.seal_picture_label)

        self.seal_picture = LineEdit(OfficeForm)
        self.seal_picture.setObjectName(u"seal_picture")

        self.form.setWidget(6, QFormLayout.ItemRole.FieldRole, self.seal_picture)

        self.seal_diameter_mm_label = QLabel(OfficeForm)
        self.seal_diameter_mm_label.setObjectName(u"seal_diameter_mm_label")

        self.form.setWidget(7, QFormLayout.ItemRole.LabelRole, self.seal_diameter_mm_label)

        self.seal_diameter_mm = LineEdit(OfficeForm)
        self.seal_diameter_mm.setObjectName(u"seal_diameter_mm")

        self.form.setWidget(7, QFormLayout.ItemRole.FieldRole, self.seal_diameter_mm)

        self.roster_title_label = QLabel(OfficeForm)
        self.roster_title_label.setObjectName(u"roster_title_label")

        self.form.setWidget(8, QFormLayout.ItemRole.LabelRole, self.roster_title_label)

        self.roster_title = LineEdit(OfficeForm)
        self.roster_title.setObjectName(u"roster_title")

        self.form.setWidget(8, QFormLayout.ItemRole.FieldRole, self.roster_title)

        self.reprint_quota_label = QLabel(OfficeForm)
        self.reprint_quota_label.setObjectName(u"reprint_quota_label")

        self.form.setWidget(9, QFormLayout.ItemRole.LabelRole, self.reprint_quota_label)

        self.reprint_quota = LineEdit(OfficeForm)
        self.reprint_quota.setObjectName(u"reprint_quota")

        self.form.setWidget(9, QFormLayout.ItemRole.FieldRole, self.reprint_quota)

        self.sender_address_label = QLabel(OfficeForm)
        self.sender_address_label.setObjectName(u"sender_address_label")

        self.form.setWidget(10, QFormLayout.ItemRole.LabelRole, self.sender_address_label)

        self.sender_address = LineEdit(OfficeForm)
        self.sender_address.setObjectName(u"sender_address")

        self.form.setWidget(10, QFormLayout.ItemRole.FieldRole, self.sender_address)

        self.sender_postcode_label = QLabel(OfficeForm)
        self.sender_postcode_label.setObjectName(u"sender_postcode_label")

        self.form.setWidget(11, QFormLayout.ItemRole.LabelRole, self.sender_postcode_label)

        self.sender_postcode = LineEdit(OfficeForm)
        self.sender_postcode.setObjectName(u"sender_postcode")

        self.form.setWidget(11, QFormLayout.ItemRole.FieldRole, self.sender_postcode)

#if QT_CONFIG(shortcut)
        self.association_name_label.setBuddy(self.association_name)
        self.issuer_line_label.setBuddy(self.issuer_line)
        self.verification_prefix_label.setBuddy(self.verification_prefix)
        self.certificate_number_pattern_label.setBuddy(self.certificate_number_pattern)
        self.certificate_scheme_label.setBuddy(self.certificate_scheme)
        self.validity_years_label.setBuddy(self.validity_years)
        self.seal_picture_label.setBuddy(self.seal_picture)
        self.seal_diameter_mm_label.setBuddy(self.seal_diameter_mm)
        self.roster_title_label.setBuddy(self.roster_title)
        self.reprint_quota_label.setBuddy(self.reprint_quota)
        self.sender_address_label.setBuddy(self.sender_address)
        self.sender_postcode_label.setBuddy(self.sender_postcode)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.association_name, self.issuer_line)
        QWidget.setTabOrder(self.issuer_line, self.verification_prefix)
        QWidget.setTabOrder(self.verification_prefix, self.certificate_number_pattern)
        QWidget.setTabOrder(self.certificate_number_pattern, self.certificate_scheme)
        QWidget.setTabOrder(self.certificate_scheme, self.validity_years)
        QWidget.setTabOrder(self.validity_years, self.seal_picture)
        QWidget.setTabOrder(self.seal_picture, self.seal_diameter_mm)
        QWidget.setTabOrder(self.seal_diameter_mm, self.roster_title)
        QWidget.setTabOrder(self.roster_title, self.reprint_quota)
        QWidget.setTabOrder(self.reprint_quota, self.sender_address)
        QWidget.setTabOrder(self.sender_address, self.sender_postcode)

        self.retranslateUi(OfficeForm)

        QMetaObject.connectSlotsByName(OfficeForm)
    # setupUi

    def retranslateUi(self, OfficeForm: QWidget) -> None:
        self.association_name_label.setText(QCoreApplication.translate("OfficeForm", u"&Association", None))
        self.issuer_line_label.setText(QCoreApplication.translate("OfficeForm", u"&Issuer line", None))
        self.issuer_line.setPlaceholderText(QCoreApplication.translate("OfficeForm", u"Empty: the association's name", None))
        self.verification_prefix_label.setText(QCoreApplication.translate("OfficeForm", u"Address of the &verification page", None))
        self.verification_prefix.setPlaceholderText(QCoreApplication.translate("OfficeForm", u"e.g. https://example.org/#", None))
        self.certificate_number_pattern_label.setText(QCoreApplication.translate("OfficeForm", u"Certificate &number pattern", None))
        self.certificate_scheme_label.setText(QCoreApplication.translate("OfficeForm", u"&Colours of the certificate", None))
        self.validity_years_label.setText(QCoreApplication.translate("OfficeForm", u"Valid for (&years)", None))
        self.seal_picture_label.setText(QCoreApplication.translate("OfficeForm", u"&Seal picture", None))
        self.seal_picture.setPlaceholderText(QCoreApplication.translate("OfficeForm", u"Empty: a place for the real seal", None))
        self.seal_diameter_mm_label.setText(QCoreApplication.translate("OfficeForm", u"Seal &diameter (mm)", None))
        self.roster_title_label.setText(QCoreApplication.translate("OfficeForm", u"&Roster title", None))
        self.reprint_quota_label.setText(QCoreApplication.translate("OfficeForm", u"&Further copies of a certificate or label", None))
        self.sender_address_label.setText(QCoreApplication.translate("OfficeForm", u"Sender's address on envelo&pes", None))
        self.sender_address.setPlaceholderText(QCoreApplication.translate("OfficeForm", u"Empty: none is printed", None))
        self.sender_postcode_label.setText(QCoreApplication.translate("OfficeForm", u"Sender's pos&tcode", None))
        self.sender_postcode.setPlaceholderText(QCoreApplication.translate("OfficeForm", u"Six digits", None))
        pass
    # retranslateUi

