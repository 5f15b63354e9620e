"""Cards as other sites frame them: as oEmbed says, in a page as narrow as a telephone."""

import json

import pytest
from lxml import html

import site_folder

FRAME = """<!doctype html><meta charset=utf-8><title>Another site</title><body style="margin:0">{frame}"""


def answers():
    folder = site_folder.place("cards").parent / "oembed"
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}


@pytest.mark.parametrize("width", [320, 600])
def test_nothing_of_a_card_is_cut(open_page, width):
    cut = {}
    for claim, answer in answers().items():
        page = open_page((site_folder.SITE / "embed" / claim / "index.html").as_uri(), viewport={"width": width, "height": 100})
        needed = page.evaluate("document.documentElement.scrollHeight")
        sideways = page.evaluate("document.documentElement.scrollWidth")
        if needed > answer["height"] or sideways > width:
            cut[claim] = (needed, answer["height"], sideways)
        page.close()
    assert cut == {}


def test_a_frame_has_no_border_and_fits_its_place(open_page, tmp_path):
    answer = next(iter(answers().values()))
    frame = html.fromstring(answer["html"])
    assert frame.tag == "iframe" and frame.get("height") == str(answer["height"])
    (tmp_path / "page.html").write_text(FRAME.format(frame=answer["html"]), encoding="utf-8")
    page = open_page(viewport={"width": 320, "height": 800})
    page.goto((tmp_path / "page.html").as_uri())
    box = page.locator("iframe").bounding_box()
    assert box["width"] == 320
    assert page.evaluate("getComputedStyle(document.querySelector('iframe')).borderTopWidth") == "0px"
