"""The published folder behind plain servers: Python's own, and nginx as Debian has it, whose log is then counted."""

from __future__ import annotations

import datetime as dt
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from sqlalchemy import select

from qc_desktop.domain import dates
from qc_desktop.domain.progress import finish
from qc_desktop.services.sightings import seen
from qc_desktop.services.sightings.importing import importing
from qc_desktop.services.site.publishing import publishing
from qc_desktop.storage.tables import Certificate
from tests.samples import DAY, Year
from tests.web.browsing import SETTLED

NOW = dt.datetime.combine(DAY + dt.timedelta(3), dt.time(2), dt.UTC)
PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36"
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/sbin:/bin")
CONFIG = """user root; pid {own}/pid; error_log {own}/error.log; events {{}}
http {{ include /etc/nginx/mime.types; access_log {own}/access.log combined; client_body_temp_path {own}/body;
  proxy_temp_path {own}/proxy; fastcgi_temp_path {own}/fastcgi; uwsgi_temp_path {own}/uwsgi; scgi_temp_path {own}/scgi;
  server {{ listen 127.0.0.1:{port}; root {site}; }} }}
"""


@pytest.fixture
def site(issued_year: Year, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(dates, "now", lambda: NOW)
    finish(publishing(issued_year.office, tmp_path / "site", lambda: issued_year.keys))
    monkeypatch.undo()
    return tmp_path / "site"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that may reach 127.0.0.1 and nothing else; it must not complain."""
    context = browser.new_context(timezone_id="Asia/Shanghai", locale="zh-CN", user_agent=PHONE)
    opened, said = context.new_page(), list[str]()
    opened.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.clock.set_fixed_time(NOW)
    yield opened
    context.close()
    assert not said


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def python_server(site: Path, _own: Path) -> Iterator[str]:
    """What ``python -m http.server`` serves with."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(site)))
    running = threading.Thread(target=server.serve_forever)
    running.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
    running.join()


@contextmanager
def nginx(site: Path, own: Path) -> Iterator[str]:
    """A server of our own; it is there when the command returns."""
    if NGINX is None:
        pytest.skip("there is no nginx: as root, apt-get install nginx-light (or ./run test does it)")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    own.mkdir()
    config = own / "nginx.conf"
    config.write_text(CONFIG.format(own=own, port=port, site=site), encoding="utf-8")
    command = (NGINX, "-e", str(own / "error.log"), "-c", str(config))
    subprocess.run(command, check=True, capture_output=True)
    yield f"http://127.0.0.1:{port}/"
    subprocess.run((*command, "-s", "stop"), check=True, capture_output=True)


@pytest.mark.parametrize("server", [python_server, nginx])
def test_any_plain_server_will_do(server, site, page, issued_year, tmp_path):
    office = issued_year.office
    with office.store.reading() as session:
        certificate = session.scalars(select(Certificate).order_by(Certificate.serial)).first()
    with server(site, tmp_path / "server") as home:
        page.goto(f"{home}?c={certificate.payload}")
        page.wait_for_function(SETTLED)
        assert page.inner_text("#head") == "查验通过"
        page.locator("#record").wait_for()
        assert page.inner_text(".holder") == certificate.holder
        page.click("#actions a")
        assert certificate.holder in page.inner_text("main")
        page.goto(f"{home}#{certificate.payload}")
        page.wait_for_function(SETTLED)
    if server is nginx:
        told = finish(importing(office, tmp_path / "server" / "access.log"))
        assert told.visits == 1  # what stands behind # never reaches a server
        assert [(row.number, row.visits) for row in seen.page(office)] == [(certificate.number, 1)]
