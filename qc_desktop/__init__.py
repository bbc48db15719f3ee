"""QC Desktop: a quality association's yearly integrity-pledge campaign on an office PC."""

__version__ = "0.3.0"
