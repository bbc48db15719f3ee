"""The mail merge of LibreOffice through UNO: ``python3 merging.py FOLDER SOURCE TABLE PICTURE``, with Debian's Python.

FOLDER holds ``template.fodt``, the records in ``TABLE.csv`` and a picture for each of them (``1.png`` …), which takes
the place of the one called PICTURE; ``merged0.pdf`` and the office's own profile are written there. It is no program
of our Python and imports nothing of ours.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uno
import unohelper
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.text import XMailMergeListener

PATIENCE = 60.0
FILE, TABLE = 2, 0
"""``MailMergeType.FILE`` and ``CommandType.TABLE``."""


class Pictures(unohelper.Base, XMailMergeListener):
    """Puts each record's picture into the template just before the record is merged."""

    def __init__(self, provider: Any, folder: Path, name: str) -> None:
        self._provider, self._folder, self._name, self._number = provider, folder, name, 0

    def notifyMailMergeEvent(self, event: Any) -> None:  # noqa: N802 - UNO's name
        self._number += 1
        url = (self._folder / f"{self._number}.png").as_uri()
        picture = self._provider.queryGraphic(_values(URL=url))
        event.Model.getGraphicObjects().getByName(self._name).Graphic = picture


def merge(services: Any, folder: Path, source: str, table: str, picture: str) -> None:
    work = services("text.MailMerge")
    work.DataSourceName, work.Command, work.CommandType = source, table, TABLE
    work.DocumentURL, work.OutputURL = (folder / "template.fodt").as_uri(), folder.as_uri()
    work.OutputType, work.SaveAsSingleFile, work.SaveFilter = FILE, True, "writer_pdf_Export"
    work.FileNamePrefix = "merged"
    work.addMailMergeEventListener(Pictures(services("graphic.GraphicProvider"), folder, picture))
    work.execute(())


def register(known: Any, folder: Path, name: str) -> None:
    """Makes a folder of comma-separated lists known as a data source."""
    source = known.createInstance()
    source.URL = f"sdbc:flat:{folder.as_uri()}"
    source.Info = _values(Extension="csv", CharSet="UTF-8", HeaderLine=True, FieldDelimiter=",", StringDelimiter='"')
    source.DatabaseDocument.storeAsURL((folder / f"{name}.odb").as_uri(), ())
    known.registerObject(name, source)


def _values(**said: Any) -> tuple[Any, ...]:
    return tuple(PropertyValue(name, 0, value, 0) for name, value in said.items())


def _connected(pipe: str) -> Any:
    """The office behind ``pipe``, as soon as it answers. Raises NoConnectException where it does not."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    limit = time.monotonic() + PATIENCE
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > limit:
                raise
            time.sleep(0.1)


@contextmanager
def office(folder: Path) -> Any:
    """Starts an office with a profile in ``folder``; gives what makes its services, and ends it."""
    pipe, user = f"merge-{folder.name}", f"-env:UserInstallation={(folder / 'user').as_uri()}"
    line = ["soffice", user, "--headless", "--norestore", f"--accept=pipe,name={pipe};urp"]
    started = subprocess.Popen(line, start_new_session=True)
    try:
        context = _connected(pipe)

        def services(name: str) -> Any:
            return context.ServiceManager.createInstanceWithContext(f"com.sun.star.{name}", context)

        yield services
        services("frame.Desktop").terminate()
        started.wait(PATIENCE)
    finally:
        if started.poll() is None:
            os.killpg(started.pid, signal.SIGTERM)
            started.wait(PATIENCE)


def main() -> None:
    place, source, table, picture = sys.argv[1:]
    folder = Path(place)
    with office(folder) as services:
        register(services("sdb.DatabaseContext"), folder, source)
        merge(services, folder, source, table, picture)


if __name__ == "__main__":
    main()
