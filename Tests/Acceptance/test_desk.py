"""The desk in a real browser: an attack page gets nothing; a claim goes from a tip to readers without a terminal."""

import http.server
import re
import subprocess
import threading
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

import desks
import layout
import newsroom
import validators


@pytest.fixture
def folder(tmp_path):
    return desks.write(tmp_path / "room")


@pytest.fixture
def address(folder, tmp_path):
    with desks.serve(folder, tmp_path, "--as", "ann") as address:
        yield address


class Clicks:
    """Counts what a person does on pages: clicks, choices and fields that are filled in."""

    def __init__(self, page, address):
        self.page, self.address, self.clicks, self.fields = page, address, 0, 0

    def open(self, path=""):
        self.page.goto(self.address + path)

    def press(self, name, role="button", exact=True):
        self.clicks += 1
        self.page.get_by_role(role, name=name, exact=exact).first.click()

    def choose(self, name):
        self.clicks += 1
        self.page.get_by_role("radio", name=re.compile("^" + re.escape(name))).check()

    def fill(self, field, text):
        self.fields += 1
        self.page.locator(f"#f-{field}").fill(text)

    def select(self, field, value):
        self.clicks += 1
        self.page.locator(field).select_option(value)

    def say(self, field, text):
        self.fields += 1
        self.page.locator(field).fill(text)


def write_claim(hand):
    hand.press("Write something new", "link")
    hand.press("claim", "link")
    hand.fill("statement", "Every lamp in the town was lit on the night of 1 November 2026.")
    hand.fill("claimant", "gas")
    hand.fill("stated", "2026-11-02")
    hand.fill("appearances-0-article", "lamps")
    hand.press("Show the article's words")
    # The quote is picked by selecting it.
    hand.page.evaluate(
        """() => {
            const paragraph = document.querySelector(".article-words p[dir]").firstChild;
            const start = paragraph.data.indexOf("every lamp");
            const range = document.createRange();
            range.setStart(paragraph, start);
            range.setEnd(paragraph, start + "every lamp in the town was lit last night".length);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            document.querySelector(".article-words").dispatchEvent(new MouseEvent("mouseup", {bubbles: true}));
        }"""
    )
    hand.clicks += 1
    expect(hand.page.locator("#f-appearances-0-quote")).to_have_value("every lamp in the town was lit last night")
    hand.press("Write it")
    expect(hand.page.locator(".done")).to_contain_text("Wrote content/claims/")


def write_verdict(hand):
    hand.press("Write the verdict", "link")
    hand.select("#f-ruling", "half-true")
    hand.fill("title", "Most lamps were lit, and nine were not")
    hand.fill("summary", "The inventory of the lamp office lists nine lamps that were dark that night.")
    hand.clicks += 1
    hand.page.locator(".new-source summary").first.click()
    hand.select("#f-evidence-0-stance", "undermines")
    hand.fill("evidence-0-shows", "that nine lamps were dark")
    hand.fill("evidence-0-new-title", "Inventory of lamps")
    hand.fill("evidence-0-new-publisher", "Lamp office")
    hand.select("#f-evidence-0-new-kind", "primary-document")
    hand.select("#f-evidence-0-new-checked", "read")
    hand.fill("body", "The inventory counts them: nine were dark [@inventory-of-lamps].\n")
    hand.press("Write it")
    expect(hand.page.locator(".done")).to_contain_text("content/sources/inventory-of-lamps.md")


def test_claim_goes_from_a_tip_to_readers(folder, tmp_path, open_page):
    """Three people at one folder: the author, a reviewer, an editor. No terminal but to start the desk."""
    with (
        desks.serve(folder, tmp_path, "--as", "ann") as ann_address,
        desks.serve(folder, tmp_path, "--as", "bo") as bo_address,
        desks.serve(folder, tmp_path, "--as", "cy") as cy_address,
    ):
        ann, bo, cy = (Clicks(open_page(), address) for address in (ann_address, bo_address, cy_address))
        ann.open()
        write_claim(ann)
        write_verdict(ann)
        claim = urlsplit(ann.page.url).path.split("/")[4]
        ann.say("#submit-note", "The inventory is the one of that night.")
        ann.press("Submit")
        expect(ann.page.locator(".done")).to_contain_text("in review")

        bo.open()
        expect(bo.page.locator(".work-first")).to_contain_text("review it")
        bo.clicks += 1
        bo.page.locator(".work-first a").first.click()
        expect(bo.page.locator("main")).to_contain_text("The inventory is the one of that night.")
        expect(bo.page.locator("main")).to_contain_text("that nine lamps were dark")
        bo.say("#request-note", "Say how many lamps there are.")
        bo.press("Request changes")
        expect(bo.page.locator(".done")).to_contain_text("changes requested")

        ann.open(f"claims/{claim}/")
        expect(ann.page.locator("main")).to_contain_text("Say how many lamps there are.")
        ann.press("Edit the verdict", "link")
        text = ann.page.locator("#text")
        ann.say("#text", text.input_value().replace("nine were dark [", "nine of ninety were dark ["))
        ann.press("Save")
        expect(ann.page.locator(".done")).to_contain_text("Saved")
        ann.press("the claim's page", "link")
        ann.press("Submit")

        bo.open(f"claims/{claim}/")
        # What changed since, word by word.
        expect(bo.page.locator("ins").first).to_contain_text("of ninety")
        bo.choose("Half true")
        bo.press("Sign it off")
        expect(bo.page.locator(".done")).to_contain_text("approved")

        cy.open(f"claims/{claim}/")
        cy.press("Publish it", "link")
        expect(cy.page.locator("main")).to_contain_text("Readers have no page of this claim.")
        cy.press("Publish")
        expect(cy.page.locator(".done")).to_contain_text("published")
        cy.press("Retract or take up again", "link")
        expect(cy.page.frame_locator("iframe").first.locator("h1")).to_contain_text("Most lamps were lit")
        for hand in (ann, bo, cy):
            assert [line for line in hand.page.complaints if "favicon" not in line] == []
        hands = [hand.clicks for hand in (ann, bo, cy)]
        print(f"clicks of author, reviewer, editor: {hands}; fields: {[hand.fields for hand in (ann, bo, cy)]}")
    site = tmp_path / "site"
    assert newsroom.site_of(folder, site).returncode == 0
    assert "nine of ninety were dark" in (site / "claims" / claim / "index.html").read_text(encoding="utf-8")


def test_works_without_a_script(address, open_page):
    page = open_page(java_script_enabled=False)
    page.goto(address + "new/claim/")
    page.locator("#f-statement").fill("All lamps are lit.")
    page.locator("#f-claimant").fill("gas")
    page.get_by_role("button", name="Write it").click()
    expect(page.locator(".done")).to_contain_text("content/claims/all-lamps-are-lit.md")
    page.get_by_role("link", name="Edit the claim").click()
    page.locator("#text").fill(page.locator("#text").input_value().replace("statement:", "statment:"))
    page.get_by_role("button", name="Look at it without saving").click()
    expect(page.locator(".findings")).to_contain_text("statment")
    page.locator(".fixes button").first.click()
    expect(page.locator("#text")).to_have_value(re.compile("^---\nstatement:"))
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".done")).to_contain_text("Saved")


def test_second_save_loses_nothing(folder, address, open_page):
    one, two = open_page(), open_page()
    for page in (one, two):
        page.goto(address + "edit/?path=content/profiles/gas.md")
    one.locator("#text").fill(one.locator("#text").input_value() + "They light lamps.\n")
    one.get_by_role("button", name="Save").click()
    expect(one.locator(".done")).to_contain_text("Saved")
    two.locator("#text").fill(two.locator("#text").input_value() + "They sell gas.\n")
    two.get_by_role("button", name="Save").click()
    expect(two.locator(".undone")).to_contain_text("Somebody else saved")
    expect(two.locator("#text")).to_have_value(re.compile("They sell gas"))
    expect(two.locator(".conflict del")).to_contain_text("light lamps")
    expect(two.locator(".conflict ins")).to_contain_text("sell gas")
    assert "They light lamps." in (folder / "content/profiles/gas.md").read_text(encoding="utf-8")
    two.get_by_role("button", name="Save").click()
    assert "They sell gas." in (folder / "content/profiles/gas.md").read_text(encoding="utf-8")


ATTACK = """<!doctype html><title>Attack</title><pre id="log"></pre><script>
const log = (line) => { document.getElementById("log").textContent += line + "\\n"; };
const desk = "DESK", word = "WORD";
const attempt = async (name, work) => {
  try { log(name + ": " + await work()); } catch (error) { log(name + ": refused (" + error.name + ")"); }
};
const framed = (url) => new Promise((resolve) => {
  const frame = document.createElement("iframe");
  frame.onload = () => {
    try { resolve("READ " + frame.contentDocument.body.textContent.slice(0, 60)); } catch { resolve("not readable"); }
  };
  frame.src = url;
  document.body.append(frame);
  setTimeout(() => resolve("nothing came"), 1500);
});
const form = (url, type) => new Promise((resolve) => {
  const name = "target" + Math.random();
  const frame = document.createElement("iframe");
  frame.name = name;
  document.body.append(frame);
  const made = document.createElement("form");
  Object.assign(made, { method: "POST", action: url, target: name, enctype: type });
  for (const [field, value] of [["token", word], ["do", "comment"], ["note", "Forged."]]) {
    const input = document.createElement("input");
    Object.assign(input, { name: field, value });
    made.append(input);
  }
  document.body.append(made);
  made.submit();
  setTimeout(() => resolve("sent"), 1000);
});
(async () => {
  const page = desk + "/_desk/" + word + "/";
  await attempt("read without the word", async () => (await (await fetch(desk + "/_desk/")).text()).slice(0, 60));
  await attempt("read with the word", async () => (await (await fetch(page)).text()).slice(0, 60));
  await attempt("read without cors", async () => (await fetch(page, { mode: "no-cors" })).type);
  await attempt("send with fetch", async () => (await fetch(page + "claims/CLAIM/", { method: "POST", mode: "no-cors",
    body: new URLSearchParams({ token: word, do: "comment", note: "Forged." }) })).type);
  await attempt("frame", () => framed(page));
  await attempt("form", () => form(page + "claims/CLAIM/", "application/x-www-form-urlencoded"));
  await attempt("form of plain text", () => form(page + "claims/CLAIM/", "text/plain"));
  await attempt("script", () => new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = page + "desk.js";
    script.onload = () => resolve("LOADED");
    script.onerror = () => resolve("blocked");
    document.head.append(script);
  }));
  log("end");
})();
</script>"""


@pytest.mark.parametrize("knows_the_word", [False, True])
def test_attack_page_gets_nothing(folder, address, open_page, knows_the_word):
    """A page on another port of this computer, which for some checks of browsers is the same site."""
    (folder / "content/claims/lit.md").write_text("---\nstatement: It was lit.\nclaimant: gas\n---\n", encoding="utf-8")
    place = urlsplit(address)
    word = place.path.split("/")[2] if knows_the_word else "0" * 64
    html = ATTACK.replace("DESK", f"http://{place.netloc}").replace("WORD", word).replace("CLAIM", "lit")

    class Attack(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, *arguments):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Attack)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        page = open_page(f"http://127.0.0.1:{server.server_port}/")
        expect(page.locator("#log")).to_contain_text("end", timeout=20_000)
        log = page.locator("#log").inner_text()
    finally:
        server.shutdown()
    print(log)
    assert "READ" not in log and "LOADED" not in log and "My work" not in log
    assert not (folder / "content/journal").exists()


PAGES = {
    "work": "",
    "board": "board/",
    "records": "records/",
    "claim": "claims/lit/",
    "readers": "claims/lit/readers/",
    "editor": "edit/?path=content/claims/lit.md",
    "new": "new/",
    "new claim": "new/claim/?appearances.0.article=lamps",
    "new verdict": "new/verdict/?claim=lit",
}


@pytest.mark.parametrize("width", layout.WIDTHS)
@pytest.mark.parametrize("scheme", layout.SCHEMES)
@pytest.mark.parametrize("name", PAGES)
def test_page_has_no_violation(folder, address, open_page, name, scheme, width):
    (folder / "content/claims/lit.md").write_text("---\nstatement: It was lit.\nclaimant: gas\n---\n", encoding="utf-8")
    settings = {"bypass_csp": True, "color_scheme": scheme, "reduced_motion": "reduce"}
    page = open_page(viewport={"width": layout.WIDTHS[width], "height": 900}, **settings)
    page.goto(address + PAGES[name])
    assert validators.accessibility(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= layout.WIDTHS[width]


def test_three_people_with_three_clones(tmp_path, open_page):
    """Signatures are required, and nobody has a terminal: each has a clone, and they share by the desk's button."""
    clones = desks.clones(tmp_path, tmp_path)
    with (
        desks.serve(clones["ann"], tmp_path) as ann_address,
        desks.serve(clones["bo"], tmp_path) as bo_address,
        desks.serve(clones["cy"], tmp_path) as cy_address,
    ):
        ann, bo, cy = (Clicks(open_page(), address) for address in (ann_address, bo_address, cy_address))

        def share(hand):
            hand.open()
            hand.press("Take in what others did, and share mine")
            expect(hand.page.locator(".done")).to_be_visible()

        ann.open()
        write_claim(ann)
        write_verdict(ann)
        claim = urlsplit(ann.page.url).path.split("/")[4]
        ann.press("Submit")
        expect(ann.page.locator(".done")).to_contain_text("with a signature")
        ann.open()
        expect(ann.page.locator("main")).to_contain_text("1 step not shared yet")
        share(ann)
        share(bo)
        share(cy)
        # Two people write in one journal at one time.
        bo.open(f"claims/{claim}/")
        bo.choose("Half true")
        bo.press("Sign it off")
        expect(bo.page.locator(".done")).to_contain_text("approved")
        cy.open(f"claims/{claim}/")
        cy.say("#comment-note", "The day is right.")
        cy.press("Write the remark")
        share(bo)
        share(cy)
        cy.open(f"claims/{claim}/")
        cy.press("Publish it", "link")
        cy.press("Publish")
        expect(cy.page.locator(".done")).to_contain_text("published")
        share(cy)
        share(ann)
        ann.open(f"claims/{claim}/")
        expect(ann.page.locator("main")).to_contain_text("The day is right.")
        print(f"clicks of author, reviewer, editor: {[hand.clicks for hand in (ann, bo, cy)]}")
    for clone in clones.values():
        done = subprocess.run(
            [newsroom.command(), "verify", str(clone)], capture_output=True, text=True, env=desks.environment(tmp_path)
        )
        assert done.returncode == 0, done.stdout + done.stderr
