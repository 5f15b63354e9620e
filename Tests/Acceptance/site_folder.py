"""The output folder under test: its pages by kind."""

import os
import re
from pathlib import Path

import pytest

import layout

REPOSITORY = Path(__file__).resolve().parents[2]
SITE = Path(os.environ.get("ASSAY_SITE", REPOSITORY / "_site")).resolve()
SHARED = Path(os.environ.get("ASSAY_SHARED", REPOSITORY.parent / "shared")).resolve()


def kind(path):
    """What a page is, from its path: `home`, `claims` (the list), `claims/` (one of them), `404.html`."""
    parts = path.parts
    if len(parts) == 1:
        return "home" if path.name == "index.html" else path.name
    if parts[0] == "pages":
        return "/".join(parts[:-1])
    if parts[0] == "claims" and parts[-2] == "texts":
        return "claims/texts"
    return parts[0] if len(parts) == 2 else parts[0] + "/"


def pages(site=SITE):
    """All pages, relative to the site, in a fixed order."""
    return sorted(path.relative_to(site) for path in site.rglob("*.html"))


def samples(site=SITE):
    """One page of each kind: the largest, because it shows the most."""
    largest = {}
    for path in pages(site):
        size = (site / path).stat().st_size
        if size > largest.get(kind(path), (0, None))[0]:
            largest[kind(path)] = (size, path)
    return {name: path for name, (_, path) in sorted(largest.items())}


def sample(name, site=SITE):
    found = samples(site).get(name)
    return found or missing(f"a page of the kind {name}")


def place(feature, site=SITE):
    """The file or folder of a feature; skips the test where it is not built yet."""
    path = site / layout.PLACES[feature]
    return path if path.exists() else missing(feature)


def shared(path):
    """A file of the shared validation material; skips the test where that is absent."""
    if not (SHARED / path).exists():
        pytest.skip(f"absent: {path} in the shared material; set ASSAY_SHARED")
    return SHARED / path


def address(site=SITE):
    """Where the site says that it is published; ends in `/`."""
    return re.search('rel="canonical" href="([^"]*)"', (site / "index.html").read_text(encoding="utf-8")).group(1)


def uri(path, site=SITE):
    """Where the browser opens a page: from the disk. Only the page for wrong addresses is one of a host: it links from the root."""
    return address(site) + path.name if path.name == "404.html" else (site / path).as_uri()


def missing(feature):
    if feature in layout.PROMISED:
        pytest.fail(f"missing: {feature}")
    pytest.skip(f"not built yet: {feature}")
