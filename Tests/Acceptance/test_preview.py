"""The preview in a real browser: pages that load by themselves, mistakes over the page, the board."""

import pytest
from playwright.sync_api import expect

import layout
import preview
import site_folder
import validators

PANEL = ".assay-preview"


@pytest.fixture
def room(tmp_path):
    return preview.copy(tmp_path)


@pytest.fixture
def served(room):
    with preview.serve(room) as address:
        yield address


def some_verdict(room):
    path = sorted((room / "content/verdicts").glob("*.md"))[0]
    title = next(line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("title: "))
    claim = next(line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("claim: "))
    return path, title, claim.removeprefix("claim: ")


def complaints(page):
    """What went wrong on a page, besides that a page which is loaded again stops listening."""
    return [complaint for complaint in page.complaints if "/_assay/events" not in complaint]


def test_page_loads_by_itself(room, served, open_page):
    path, title, claim = some_verdict(room)
    page = open_page(f"{served}claims/{claim}/")
    preview.replace(path, title, "title: A title that was just typed")
    expect(page.get_by_role("heading", level=1)).to_contain_text("A title that was just typed")
    assert complaints(page) == []


def test_mistake_appears_over_the_page_and_goes(room, served, open_page):
    path, title, claim = some_verdict(room)
    page = open_page(f"{served}claims/{claim}/")
    heading = page.get_by_role("heading", level=1).inner_text()
    preview.replace(path, title, "title: [not closed")
    first = page.locator(f"{PANEL} .assay-preview-error", has_text=f"content/verdicts/{path.name}:").first
    bar = page.locator(f"{PANEL} .assay-preview-bar")
    # A bar says it, one line high; the list is opened by whoever wants it. What was published is missed besides.
    expect(bar).to_contain_text("2 errors")
    expect(first).to_be_hidden()
    assert page.locator(PANEL).bounding_box()["height"] < 50
    bar.click()
    expect(first).to_be_visible()
    expect(first).to_contain_text(f"content/verdicts/{path.name}:")
    expect(first.locator("pre")).to_contain_text("^")
    assert page.get_by_role("heading", level=1).inner_text() == heading
    page.keyboard.press("Escape")
    expect(first).to_be_hidden()
    preview.replace(path, "title: [not closed", title)
    expect(page.locator(f"{PANEL} .assay-preview-error")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    assert complaints(page) == []


def test_what_concerns_the_page_comes_first(room, served, open_page):
    path, title, claim = some_verdict(room)
    other = sorted((room / "content/verdicts").glob("*.md"))[-1]
    other_title = next(line for line in other.read_text(encoding="utf-8").splitlines() if line.startswith("title: "))
    page = open_page(f"{served}claims/{claim}/")
    preview.replace(other, other_title, "title: [not closed")
    bar = page.locator(f"{PANEL} .assay-preview-bar")
    expect(page.locator(f"{PANEL}.assay-preview-has-errors")).to_be_attached()
    preview.replace(path, title, "title: [not closed either")
    expect(bar).to_contain_text("2 errors")
    expect(bar).to_contain_text("on other pages")
    bar.click()
    here = page.locator(f"{PANEL} .assay-preview-finding")
    expect(here.filter(has_text=f"content/verdicts/{path.name}:").first).to_be_visible()
    expect(here.first).to_contain_text(claim)
    # Open stays open, on the next page too, and what is wrong there comes first there.
    page.goto(served + f"claims/{other.stem}/")
    expect(here.first).to_be_visible()
    expect(here.filter(has_text=f"content/verdicts/{other.name}:").first).to_be_visible()


def test_markup_in_a_finding_is_text(room, served, open_page):
    path, title, _ = some_verdict(room)
    page = open_page(served)
    preview.replace(path, title, "titel: <img src=x onerror=document.title='owned'>\n" + title)
    first = page.locator(f"{PANEL} .assay-preview-finding").first
    page.locator(f"{PANEL} .assay-preview-bar").click()
    expect(page.locator(f"{PANEL} pre", has_text="onerror").first).to_be_visible()
    assert first.locator("img").count() == 0
    assert page.title() != "owned"


def test_page_loads_again_when_the_preview_comes_back(room, open_page):
    path, title, claim = some_verdict(room)
    port = preview.free_port()
    with preview.serve(room, port) as address:
        page = open_page(f"{address}claims/{claim}/")
        expect(page.locator(PANEL)).to_be_attached()
    preview.replace(path, title, "title: Typed while the preview was away")
    with preview.serve(room, port):
        expect(page.get_by_role("heading", level=1)).to_contain_text("Typed while", timeout=15_000)


@pytest.mark.parametrize("width", layout.WIDTHS)
@pytest.mark.parametrize("scheme", layout.SCHEMES)
def test_board(room, served, open_page, scheme, width):
    (room / "content/claims/nobody-has-it.md").write_text(
        "---\nstatement: Nobody looked at this.\nclaimant: no-such-profile\n---\n", encoding="utf-8"
    )
    preview.replace(some_verdict(room)[0], "review-by: 2027-11-21", "review-by: 2026-11-20")
    settings = {"bypass_csp": True, "color_scheme": scheme, "reduced_motion": "reduce"}
    page = open_page(f"{served}_desk/", viewport={"width": layout.WIDTHS[width], "height": 900}, **settings)
    expect(page.locator("#unassigned .desk-card")).to_contain_text("Nobody looked at this.")
    expect(page.locator("#unassigned .desk-blockers")).to_contain_text("no-such-profile")
    expect(page.locator("#needs-another-look .desk-card").first).to_contain_text("Overdue")
    assert page.locator(".desk-column").count() == 9
    expect(page.locator(PANEL)).to_be_visible()
    assert validators.accessibility(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= layout.WIDTHS[width]


def test_board_is_in_no_site():
    assert not (site_folder.SITE / "_desk").exists()
    assert not any("_assay" in path.read_text(encoding="utf-8") for path in site_folder.SITE.rglob("*.html"))
