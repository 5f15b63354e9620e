"""axe-core on every kind of page, light and dark, narrow and wide."""

import pytest

import layout
import site_folder
import validators


@pytest.mark.parametrize("width", layout.WIDTHS)
@pytest.mark.parametrize("scheme", layout.SCHEMES)
@pytest.mark.parametrize("kind", site_folder.samples())
def test_page_has_no_violation(open_page, kind, scheme, width):
    address = (site_folder.SITE / site_folder.sample(kind)).as_uri()
    # The page's own policy forbids foreign scripts, and axe is one.
    settings = {"bypass_csp": True, "color_scheme": scheme, "reduced_motion": "reduce"}
    page = open_page(address, viewport={"width": layout.WIDTHS[width], "height": 900}, **settings)
    assert validators.accessibility(page) == []


@pytest.mark.parametrize("kind", site_folder.samples())
def test_page_never_scrolls_sideways(open_page, kind):
    page = open_page((site_folder.SITE / site_folder.sample(kind)).as_uri(), viewport={"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
