"""Certificates: checked, issued and frozen, printed and checked again, voided, revoked, replaced."""
