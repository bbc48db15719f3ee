"""The same page as it is commonly written with other tools: one file for each, with one function ``render``.

They know nothing of the program: their pages are plain texts from a file, their Python and what they import is their
own (``benchmarks/requirements.lock``, see ``benchmarks/peers.py``).
"""
