"""A ruling that was corrected many times, and one that was retracted, as readers meet them."""

import json
import os
import re

import pytest

import newsroom
import site_folder
import validators

RETRACTED = "russia-did-not-interfere-2016"
REASON = "The report that we relied on was withdrawn by its authors."
CORRECTED = "example-lamps-replaced"
COUNT = 12


def assay(folder, *arguments, at=None):
    environment = {**os.environ, **({"SOURCE_DATE_EPOCH": str(at)} if at else {})}
    done = validators.run(newsroom.command(), *arguments, "-C", folder, env=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def text_of(path):
    return path.read_text(encoding="utf-8")


def content(html, name):
    """What a `meta` element says."""
    found = re.search(f'<meta (?:name|property)="{name}" content="([^"]*)">', html)
    return found and found.group(1)


@pytest.fixture(scope="module")
def retracted(tmp_path_factory):
    """A copy of this repository's newsroom in which a ruling was retracted: its folder, its site, and what the ruling had been."""
    folder = tmp_path_factory.mktemp("retracted")
    for name in ("content", "seeds", "static"):
        newsroom.copy(site_folder.REPOSITORY / name, folder / name)
    assay(folder, "retract", RETRACTED, "--reason", REASON, "--as", "first-desk")
    assert newsroom.site_of(folder, folder / "_site").returncode == 0
    statement = re.search(r"^statement: (.*)$", text_of(folder / f"content/claims/{RETRACTED}.md"), re.MULTILINE).group(1)
    return folder, folder / "_site", statement.strip('"')


def test_card_of_a_retracted_ruling_says_so(retracted, open_page):
    _, site, statement = retracted
    file = site / f"embed/{RETRACTED}/index.html"
    page = open_page(file.as_uri(), bypass_csp=True, viewport={"width": 600, "height": 400})
    said = page.locator("main").inner_text()
    assert REASON in said and page.locator("main time").count() >= 1
    assert page.locator("main h1 a").get_attribute("href") == f"{site_folder.address(site)}claims/{RETRACTED}/"
    # It is framed on pages that believed the ruling: it repeats neither that, nor the claim by itself.
    assert [badge.inner_text() for badge in page.locator(".badge").all()] == ["Retracted"]
    assert page.locator(".pips").count() == 0 and statement not in page.locator("main p").all_inner_texts()
    assert validators.accessibility(page) == []
    assert validators.html([file, site / f"claims/{RETRACTED}/index.html"]) == []


def test_retracted_ruling_can_still_be_framed(retracted):
    _, site, _ = retracted
    answer = json.loads(text_of(site / f"oembed/{RETRACTED}.json"))
    assert answer["title"].startswith("Retracted: ") and f"/embed/{RETRACTED}/" in answer["html"]
    page = text_of(site / f"claims/{RETRACTED}/index.html")
    assert f'oembed/{RETRACTED}.json"' in page
    others = len(list((site_folder.SITE / "oembed").glob("*.json")))
    assert len(list((site / "oembed").glob("*.json"))) == others


def test_what_is_shared_of_a_retracted_ruling_is_the_reason(retracted):
    _, site, statement = retracted
    page = text_of(site / f"claims/{RETRACTED}/index.html")
    for name in ("description", "og:description"):
        assert content(page, name) == REASON
    for title in (content(page, "og:title"), re.search("<title>(.*?)</title>", page).group(1)):
        assert title.startswith("Retracted: ") and title != statement


def test_retraction_is_on_the_first_screen(retracted, open_page):
    _, site, _ = retracted
    page = open_page((site / f"claims/{RETRACTED}/index.html").as_uri(), viewport={"width": 360, "height": 740})
    headline = page.locator("h1")
    assert headline.inner_text().startswith("Retracted: ") and headline.bounding_box()["y"] < 400
    assert page.locator(".retraction").bounding_box()["y"] < 740


def test_links_to_a_retracted_ruling_are_no_links_to_a_draft(retracted):
    folder, _, _ = retracted
    findings = json.loads(newsroom.check(folder, "json").stdout)
    rules = [finding["rule"] for finding in (findings["findings"] if isinstance(findings, dict) else findings)]
    assert "link-to-retracted" in rules and "link-to-draft" not in rules


@pytest.fixture(scope="module")
def corrected(tmp_path_factory):
    """A newsroom whose example was corrected many times."""
    folder = tmp_path_factory.mktemp("corrected") / "room"
    assert validators.run(newsroom.command(), "init", folder).returncode == 0
    settings = folder / "content/site.yaml"
    settings.write_text(text_of(settings).replace("mode: simple", "mode: newsroom"), encoding="utf-8")
    verdict, at = folder / f"content/verdicts/{CORRECTED}.md", 1_795_000_000
    for number in range(COUNT + 1):
        at += 90_000
        if number:
            text = re.sub(r"^summary: .*$", f"summary: Wording {number} of this answer.", text_of(verdict), flags=re.MULTILINE)
            verdict.write_text(text, encoding="utf-8")
        assay(folder, "submit", CORRECTED, "--as", "example-writer", at=at)
        assay(folder, "review", CORRECTED, "--approve", "mostly-true", "--as", "example-reviewer", at=at + 60)
        if number == 0:
            assay(folder, "publish", CORRECTED, "--as", "example-writer", at=at + 120)
        else:
            # The last one is minor: what readers are told first is the one before.
            kind = "minor" if number == COUNT else "clarification"
            note = f"Change {number} of the answer."
            assay(folder, "correct", CORRECTED, "--kind", kind, "--note", note, "--as", "example-writer", at=at + 120)
    done = newsroom.site_of(folder, folder / "_site", "--today", "2027-06-01")
    assert done.returncode == 0, done.stderr
    return folder / "_site"


@pytest.mark.parametrize("width", [360, 1440])
def test_many_corrections_push_nothing_down(corrected, open_page, width):
    page = open_page((corrected / f"claims/{CORRECTED}/index.html").as_uri(), viewport={"width": width, "height": 900})
    notice = page.locator(".correction-notice")
    assert f"Change {COUNT - 1} of the answer." in notice.inner_text() and notice.locator("time").count() == 1
    reasoning = page.locator("#reasoning_heading").bounding_box()["y"]
    assert reasoning < (900 if width == 1440 else 1900)
    assert page.locator(".corrections").bounding_box()["y"] > reasoning
    # One is open, the others are there to be opened, and so is the history.
    shown = [note for note in page.locator(".corrections bdi").all() if note.is_visible()]
    assert [note.inner_text() for note in shown] == [f"Change {COUNT - 1} of the answer."]
    assert page.locator(".history > ol > li").count() == 5
    page.locator(".corrections summary").click()
    assert page.locator(".corrections bdi:visible").count() == COUNT
    assert page.evaluate("document.documentElement.scrollWidth") == width
    # The page of earlier texts has all of it: a sign-off and a publication for each text.
    page.locator(".history").get_by_role("link", name="Earlier texts of this ruling").click()
    assert page.url.endswith("/texts/index.html")
    assert page.locator(".history li:visible").count() == 2 * (COUNT + 1)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_paper_has_all_corrections(corrected, open_page):
    page = open_page((corrected / f"claims/{CORRECTED}/index.html").as_uri())
    # As a browser does before it prints.
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".corrections bdi:visible").count() == COUNT


def test_page_with_folded_parts_is_valid(corrected, open_page):
    file = corrected / f"claims/{CORRECTED}/index.html"
    assert validators.html([file]) == []
    assert validators.accessibility(open_page(file.as_uri(), bypass_csp=True, reduced_motion="reduce")) == []
