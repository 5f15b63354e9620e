"""Fixtures: bare Debian systems, and the release served on the loopback address."""

import functools
import http.server
import shutil
import threading

import pytest

import roots


def pytest_report_header():
    return f"release: {roots.DIST}, sessions: {roots.REPOSITORY}/.build/package/sessions"


@pytest.fixture(params=roots.SUITES)
def suite(request):
    return request.param


@pytest.fixture
def new_root(tmp_path):
    """Makes roots, which are removed after the test."""
    made = []

    def new_root(suite, name="root"):
        root = roots.Root(suite, tmp_path / f"{suite}-{name}")
        made.append(root.path)
        return root

    yield new_root
    for path in made:
        shutil.rmtree(path, ignore_errors=True)


@pytest.fixture
def served():
    """The address of the release on this computer."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *arguments):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=roots.DIST))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
