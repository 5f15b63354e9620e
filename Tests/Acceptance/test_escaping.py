"""Values that tests put into pages come back whole from html5lib, which parses as browsers do."""

import sys

import pytest

import site_folder
import validators


def test_escaped_values_come_back():
    cases = site_folder.REPOSITORY / ".build/escaping.json"
    if not cases.exists():
        pytest.skip("absent: the escaped values, which `make test` writes")
    done = validators.run(sys.executable, site_folder.REPOSITORY / "Tests/Acceptance/escaping_html5lib.py", cases)
    assert done.returncode == 0, done.stdout + done.stderr
    assert ", 0 differences" in done.stdout
