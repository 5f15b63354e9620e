"""Tries text fragments (WICG Scroll to Text Fragment) in the browser on a stand-in for the original document."""

import html
from urllib.parse import unquote, urldefrag

from lxml import html as pages

import layout
import site_folder


def links(site=site_folder.SITE):
    """Every text fragment of the site's pages, by the address that it points into."""
    found = {}
    for path in site_folder.pages(site):
        page = pages.fromstring((site / path).read_bytes())
        for link in page.cssselect(layout.SELECTORS["text fragment"]):
            address, fragment = urldefrag(link.get("href"))
            found.setdefault(address, set()).add(fragment)
    return found


def passages(address, site=site_folder.SITE):
    """The words of a document that the site quotes: the passages on the article's page that links to it."""
    for path in sorted((site / "articles").glob("*/index.html")):
        page = pages.fromstring(path.read_bytes())
        if any(urldefrag(link.get("href"))[0] == address for link in page.iter("a") if link.get("href")):
            # The numbers of our claims are not the article's words.
            for note in page.cssselect(layout.SELECTORS["claim note"]):
                note.drop_tree()
            return [passage.text_content() for passage in page.cssselect(layout.SELECTORS["passage"])]
    return []


def unfound(page, texts, fragments, folder):
    """The fragments that the browser does not find among the texts, or finds elsewhere than their words say.

    Each text stands far below the one before, so that a browser which finds one has to scroll.
    """
    body = "".join(f'<div style="height:3000px"></div><p>{html.escape(text)}</p>' for text in texts)
    file = folder / "original.html"
    file.write_text(f"<!doctype html><meta charset=utf-8><title>Original</title>{body}", encoding="utf-8")
    missed = []
    for fragment in sorted(fragments):
        # Only a new navigation looks for a text fragment.
        page.goto("about:blank")
        page.goto(f"{file.as_uri()}#{fragment}")
        try:
            page.wait_for_function("scrollY > 1000", timeout=3000)
            found = page.evaluate(IN_VIEW)
        except Exception:
            found = ""
        if start(fragment) not in " ".join(found.split()).casefold():
            missed.append(fragment)
    return missed


# The text of the paragraphs that a reader sees.
IN_VIEW = """[...document.querySelectorAll('p')]
    .filter(p => p.getBoundingClientRect().bottom > 0 && p.getBoundingClientRect().top < innerHeight)
    .map(p => p.textContent).join(' ')"""


def start(fragment):
    """The first words that a text directive asks for."""
    terms = fragment.split("text=", 1)[1].split(",")
    return unquote(next(term for term in terms if not term.endswith("-"))).casefold()
