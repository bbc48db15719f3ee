"""How much of a file from outside is read; whatever is larger is refused in words before it can do harm."""

from __future__ import annotations

FILE_BYTES = 200 * 1024 * 1024
"""The largest file, and the largest sum of what a zip-based workbook unpacks to."""

TEXT_BYTES = 100 * 1024 * 1024
"""The largest CSV file: it is decoded as a whole."""

ZIP_RATIO = 100
"""How many times its packed size a workbook may unpack to; real ones reach about 20."""

ROWS = 200_000
COLUMNS = 256
CELL_CHARACTERS = 32_767
"""What a spreadsheet cell can hold."""

PARSE_SECONDS = 30.0
PARSE_MEMORY = 1024 * 1024 * 1024
"""Address space that parsing may take beyond what the process has when it begins."""

HEADER_ROWS = 40
"""How far down a header row is looked for."""

FORM_BYTES = 20 * 1024 * 1024
"""The largest returned form: companies paste pictures of seals into them."""

FORM_SECONDS = 5.0
"""How long reading one returned form may take; its process is killed then and another goes on with the next."""

FORM_FILES = 5_000
"""How many files are looked at when a folder or a packed folder of returned forms is dropped."""

FORM_ROWS = 1_000
FORM_COLUMNS = 64
