"""Each validator fails on a copy of the site in which one thing is broken."""

import json
import re
import shutil
import sqlite3

import pytest

import fragments
import site_folder
import validators


@pytest.fixture
def copy(tmp_path):
    """A copy of the site; `copy.change` replaces the first match of a pattern in one of its files."""
    folder = tmp_path / "site"
    shutil.copytree(site_folder.SITE, folder)

    class Copy:
        path = folder

        def change(self, file, pattern, replacement):
            target = folder / file
            text = target.read_text(encoding="utf-8")
            changed = re.sub(pattern, replacement, text, count=1, flags=re.DOTALL)
            assert changed != text, f"nothing to break in {file}: {pattern}"
            target.write_text(changed, encoding="utf-8")
            return target

    return Copy()


@pytest.mark.parametrize(
    ("pattern", "replacement"),
    [
        ("</h1>", "</h2>"),
        ("<main ", '<main aria-labelledby="nowhere" '),
        ("<p", "<p nosuchattribute"),
        ("</main>", '<img src="x.png"></main>'),
    ],
)
def test_html_checker_bites(copy, pattern, replacement):
    assert validators.html([copy.change("index.html", pattern, replacement)]) != []


def test_style_checker_bites(copy):
    style = next(copy.path.rglob("*.css")).relative_to(copy.path)
    assert validators.html([copy.change(style, r"\{", "{ colour: red; ")]) != []


@pytest.mark.parametrize("target", ["claims/no-such-claim/index.html", "index.html#no-such-place"])
def test_link_checker_bites(copy, target):
    copy.change("index.html", "</main>", f'<a href="{target}">x</a></main>')
    found = validators.links(copy.path)
    assert len(found) == 1 and target in found[0]


@pytest.mark.parametrize(
    ("pattern", "replacement", "rule"),
    [
        (' lang="[^"]*"', "", "html-has-lang"),
        ("</main>", '<p style="color:#999;background:#aaa">Faint</p></main>', "color-contrast"),
        ("</main>", '<input type="text"></main>', "label"),
        ("</main>", '<a href="index.html"></a></main>', "link-name"),
    ],
)
def test_accessibility_checker_bites(copy, open_page, pattern, replacement, rule):
    file = copy.change("index.html", pattern, replacement)
    # Without its policy, the page takes styles that stand in it.
    copy.change("index.html", '<meta http-equiv="Content-Security-Policy"[^>]*>', "")
    found = validators.accessibility(open_page(file.as_uri(), bypass_csp=True))
    assert any(violation.startswith(rule + ":") for violation in found), found


def test_weight_counts_what_a_page_loads(copy, open_page):
    file = copy.path / site_folder.sample("claims/", copy.path)
    light = validators.weight(open_page(), file, copy.path)
    style = next((copy.path / "assets").glob("*.css"))
    style.write_text(style.read_text(encoding="utf-8") + " " * 50_000, encoding="utf-8")
    assert validators.weight(open_page(), file, copy.path) == light + 50_000
    copy.change(file.relative_to(copy.path), "</main>", '<img src="https://elsewhere.example/x.png" alt=""></main>')
    assert validators.weight(open_page(), file, copy.path) == float("inf")


def test_vocabulary_check_bites(tmp_path):
    page = tmp_path / "page.html"
    data = {"@context": "https://schema.org", "@type": "ClaimReview", "claimRevieved": "x"}
    page.write_text(f'<script type="application/ld+json">{json.dumps(data)}</script>', encoding="utf-8")
    assert validators.vocabulary([page], site_folder.shared) != []


def test_json_feed_schema_bites(copy):
    file = next(site_folder.place("feeds", copy.path).rglob("*.json"))
    schema = site_folder.shared("conformance/jsonfeed/feed-1.1.bundled.schema.json")
    assert validators.json_schema(schema, [copy.change(file, '"items"', '"entries"')]) != []


@pytest.mark.parametrize(("pattern", "replacement"), [("</feed>", ""), ("<entry>.*?<id>.*?</id>", "<entry>")])
def test_feed_reader_bites(copy, pattern, replacement):
    # Not every feed has entries.
    file = max(site_folder.place("feeds", copy.path).rglob("*.xml"), key=lambda path: path.stat().st_size)
    assert validators.feed(copy.change(file, pattern, replacement)) != []


def test_sitemap_schema_bites(copy):
    site_folder.place("sitemap", copy.path)
    assert validators.sitemap(copy.change("sitemap.xml", "<loc>.*?</loc>", ""), site_folder.shared) != []


def test_published_schema_bites(copy):
    file = site_folder.place("claims as JSON", copy.path)
    schema = site_folder.place("schema of claims", copy.path)
    assert validators.json_schema(schema, [copy.change(file, '"statement":', '"statment":')]) != []


def test_spreadsheet_check_bites(tmp_path):
    file = tmp_path / "claims.csv"
    file.write_text('id,statement\na,"=HYPERLINK(1)"\nb\n', encoding="utf-8")
    assert len(validators.spreadsheet(file)) == 2


@pytest.mark.parametrize(
    "log",
    [
        {"version": "2.1.0"},
        {"version": "2.1.0", "runs": [{}]},
        {"version": "2.0.0", "runs": []},
        {"version": "2.1.0", "runs": [], "extra": 1},
        {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [{"level": "bad", "message": {}}]}]},
    ],
)
def test_sarif_check_bites(log):
    assert validators.sarif(json.dumps(log)) != []


def test_browser_finds_words_that_are_there_and_no_others(open_page, tmp_path):
    texts = ["we are ready to analyze together", "another passage, with a comma"]
    there = {":~:text=analyze%20together", ":~:text=another-,passage%2C,comma", ":~:text=ready,together"}
    missing = {":~:text=analyse%20together", ":~:text=never-,passage", ":~:text=together,ready"}
    assert set(fragments.unfound(open_page(), texts, there | missing, tmp_path)) == missing


@pytest.mark.parametrize(
    "markup",
    ['<img src="missing.png" alt="">', '<script src="missing.js"></script>', '<p style="color:red">x</p>'],
)
def test_console_is_heard(copy, open_page, markup):
    file = copy.change("index.html", "</main>", markup + "</main>")
    page = open_page(file.as_uri())
    assert page.complaints != []


def test_integrity_check_of_databases_bites(tmp_path):
    file = tmp_path / "a.sqlite"
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE t (a TEXT)")
        database.executemany("INSERT INTO t VALUES (?)", [("x" * 100,)] * 200)
        database.execute("CREATE INDEX i ON t (a)")
    database.close()
    data = bytearray(file.read_bytes())
    data[-4096:] = bytes(4096)
    file.write_bytes(data)
    try:
        found = sqlite3.connect(file).execute("PRAGMA integrity_check").fetchall()
    except sqlite3.DatabaseError:
        found = []
    assert found != [("ok",)]
