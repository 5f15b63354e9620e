"""A newsroom with many steps, long words and fields in another direction than its pages."""

import re

import pytest

import newsroom
import site_folder
import validators

NEWSROOM = site_folder.REPOSITORY / "Tests/Acceptance/newsrooms/arabic"
STEPS = ["Entirely", "Fabricated", "Missing context", "Misleading", "Exaggerated", "Cherrypicked", "Miscaptioned"]
ENGLISH = "Invoices that add up to two million."
WIDTHS = [320, 360, 600, 768, 1024, 1366, 1600]

# Words of the scale that were broken in two, and edges of the drawing that were cut off.
BROKEN = """() => {
    const broken = [];
    for (const link of document.querySelectorAll(".scale a")) {
        const text = link.firstChild;
        for (const word of text.data.matchAll(/\\S+/g)) {
            const range = new Range();
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
            if (lines.size !== 1) broken.push(word[0]);
        }
    }
    const isCut = [...document.querySelectorAll(".scale-drawing")].some((drawing) => getComputedStyle(drawing).overflow !== "visible");
    return { count: document.querySelectorAll(".scale a").length, broken, isCut };
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("extremes")
    copy = newsroom.copy(NEWSROOM, folder / "newsroom")
    settings = copy / "content/site.yaml"
    text = settings.read_text(encoding="utf-8")
    steps = "".join(f'    - {{id: step-{at}, label: {label}, meaning: "{label}."}}\n' for at, label in enumerate(STEPS))
    changed = text.replace("    - {id: true,", steps + "    - {id: true,", 1)
    assert changed != text
    settings.write_text(changed, encoding="utf-8")
    verdict = copy / "content/verdicts/tank-cost.md"
    text = verdict.read_text(encoding="utf-8")
    changed = re.sub("^would-change: .*$", f"would-change: {ENGLISH}", text, flags=re.MULTILINE)
    changed = re.sub('answered: 2026-05-22, note: "[^"]*"', f'answered: 2026-05-22, note: "{ENGLISH}"', changed)
    assert changed.count(ENGLISH) == 2
    verdict.write_text(changed, encoding="utf-8")
    done = newsroom.site_of(copy, folder / "site")
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.mark.parametrize("width", WIDTHS)
def test_no_word_of_a_long_scale_is_broken(site, open_page, width):
    page = open_page(viewport={"width": width, "height": 900})
    for path in ("claims/tank-cost", "rulings", "rulings/true", "pages/methodology"):
        page.goto((site / path / "index.html").as_uri())
        scale = page.evaluate(BROKEN)
        assert scale == {"count": 5 + len(STEPS), "broken": [], "isCut": False}, path
        assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", WIDTHS)
def test_no_word_of_our_own_scale_is_broken(open_page, width):
    page = open_page(viewport={"width": width, "height": 900})
    for name in ("claims/", "rulings"):
        page.goto((site_folder.SITE / site_folder.sample(name)).as_uri())
        scale = page.evaluate(BROKEN)
        assert scale["count"] >= 5 and scale["broken"] == []


# Where the first and the last letter of a text stand.
ENDS = """(text) => {
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT), found = [];
    const left = (node, at) => {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return range.getBoundingClientRect().left;
    };
    while (walker.nextNode()) {
        const at = walker.currentNode.data.indexOf(text);
        if (at >= 0) found.push([left(walker.currentNode, at), left(walker.currentNode, at + text.length - 1)]);
    }
    return found;
}"""


def test_full_stop_of_an_english_sentence_stands_at_its_end(site, open_page):
    page = open_page((site / "claims/tank-cost/index.html").as_uri(), viewport={"width": 1600, "height": 900})
    ends = page.evaluate(ENDS, ENGLISH)
    assert len(ends) == 2 and all(first < last for first, last in ends)


# What stands between names, dates and free texts: without those.
BETWEEN = """() => [...document.querySelectorAll(".attribution, .card-claim, .byline, .kicker, .evidence p, .facts dd, .citations")].map((part) => {
    const copy = part.cloneNode(true);
    copy.querySelectorAll("a, bdi, time, cite, .note, .badge").forEach((each) => each.remove());
    return copy.textContent;
})"""


def test_arabic_has_its_own_commas(site, open_page):
    page = open_page()
    seen = []
    for path in site_folder.samples(site).values():
        if path.name != "404.html":
            page.goto((site / path).as_uri())
            seen += page.evaluate(BETWEEN)
    assert any("\u060c" in text for text in seen)
    assert [text for text in seen if "," in text or ";" in text] == []


def test_addresses_run_from_left_to_right(site, open_page):
    page = open_page((site / "claims/tank-cost/index.html").as_uri(), viewport={"width": 1440, "height": 900})
    address = page.locator(".citation-text bdi[dir=ltr]")
    assert address.inner_text() == site_folder.address(site) + "claims/tank-cost/"
    # No slash jumps to the front of a line: on each line of the address, letters follow one another to the right.
    ordered = page.evaluate(
        """() => {
            const text = document.querySelector(".citation-text bdi").firstChild, lines = {};
            for (let at = 0; at < text.length; at++) {
                const range = new Range();
                range.setStart(text, at);
                range.setEnd(text, at + 1);
                const box = range.getBoundingClientRect();
                (lines[Math.round(box.top)] ??= []).push(box.left);
            }
            return Object.values(lines).every((line) => line.every((left, at) => at === 0 || left > line[at - 1]));
        }"""
    )
    assert ordered
    for path in ("sources", "articles"):
        page.goto((site / site_folder.samples(site)[path + "/"]).as_uri())
        hosts = page.locator("main a.outward:not(.deep-link)")
        assert hosts.count() == page.locator("main a.outward:not(.deep-link) > bdi[dir=ltr]").count() > 0
