"""Forms generated from ui/ by forms.build; do not edit ui_*.py."""
