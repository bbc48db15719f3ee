"""The desk among 100,000 certificates: from what a caller reads out, a scan, a photo or a PDF to the verdict.

``python -m benchmarks.desk [--companies N] [--rounds N]``. One process, by the clock, every way in turn, round after
round; pictures and PDFs include the process that reads them. The peer is a search as it is commonly written,
``LIKE '%…%'`` over numbers and names of the same certificates, without the verdict.
"""
