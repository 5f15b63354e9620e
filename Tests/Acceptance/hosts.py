"""Ways to put a folder on the web, or not: nginx at an address of its own, nginx under a path, a disk."""

import contextlib
import getpass
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

CONFIGURATION = """
daemon off;
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
    types {{ text/html html; text/css css; text/javascript js; image/svg+xml svg; application/json json; application/xml xml; text/csv csv;
        image/jpeg jpg; image/png png; image/gif gif; image/webp webp; image/avif avif; application/pdf pdf;
        audio/wav wav; audio/mpeg mp3; audio/ogg ogg; video/mp4 mp4; video/webm webm; }}
    default_type application/octet-stream;
    charset utf-8;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        location {path} {{ alias {site}/; }}
        error_page 404 {path}404.html;
    }}
}}
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def nginx(site, path="/"):
    """Serves the site under a path; gives its address."""
    program = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/local/bin:/usr/bin:/opt/homebrew/bin")
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        # As root, nginx would hand the files to a user that may not read them.
        user = "user root;" if getpass.getuser() == "root" else ""
        file = Path(folder) / "nginx.conf"
        file.write_text(CONFIGURATION.format(folder=folder, port=port, path=path, site=site, user=user))
        server = subprocess.Popen([program, "-c", str(file), "-e", f"{folder}/error.log"])
        try:
            address = f"http://127.0.0.1:{port}{path}"
            wait_for(address, server)
            yield address
        finally:
            server.terminate()
            server.wait(10)


def wait_for(address, server):
    for _ in range(100):
        try:
            with urllib.request.urlopen(address):
                return
        except urllib.error.HTTPError:
            return
        except OSError:
            assert server.poll() is None, "nginx did not start"
            time.sleep(0.05)
    raise AssertionError("nginx does not answer")


@contextlib.contextmanager
def disk(site):
    yield site.as_uri() + "/"
