"""Parses rendered pages with html5lib, as browsers do, and compares what it reads with what was shown.

Usage: escaping_html5lib.py FILE, where the Mustache tests wrote FILE because ASSAY_ESCAPING_DUMP or
ASSAY_MARKUP_DUMP named it.
"""

import json
import sys

import html5lib

import escaping_expectations as expectations

XHTML = "{http://www.w3.org/1999/xhtml}"


def lines(text):
    """Browsers read every line end as a line feed (WHATWG HTML, "preprocessing the input stream")."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def shape(html):
    """The elements in order, each with the names of its attributes; comments count as elements."""
    page = html5lib.parse(html, treebuilder="etree")
    return [
        (element.tag if isinstance(element.tag, str) else "comment", sorted(map(str, element.attrib)))
        for element in page.iter()
    ]


def problems(case):
    if case.get("harmless") is not None:
        if shape(case["html"]) != shape(case["harmless"]):
            yield f"elements of {case['html']!r} are {shape(case['html'])}"
        return
    value, wanted = case["value"], lines(expectations.text(case["value"]))
    page = html5lib.parse(case["html"], treebuilder="etree")
    elements = [element.tag.removeprefix(XHTML) for element in page.iter() if isinstance(element.tag, str)]
    if elements != ["html", "head", "title", "body", "p", "a", "i"] or any(
        not isinstance(element.tag, str) for element in page.iter()
    ):
        yield f"elements are {elements}"
        return
    title, paragraph, anchor = (page.find(f".//{XHTML}{name}") for name in ("title", "p", "a"))
    if (title.text or "") != wanted:
        yield "title"
    if (paragraph.text or "") != wanted:
        yield "text"
    if set(paragraph.attrib) != {"data-b", "title"} or set(anchor.attrib) != {"href"}:
        yield "there are other attributes"
        return
    for name in ("data-b", "title"):
        if paragraph.attrib[name] != wanted:
            yield name
    if not expectations.address_is_right(value, anchor.attrib["href"]):
        yield "href " + anchor.attrib["href"]


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        cases = json.load(file)
    found = [(case, problem) for case in cases for problem in problems(case)]
    for case, problem in found:
        print(f"differs: {problem!r} for {case['value'][:80]!r}")
    print(f"{len(cases)} values, {len(found)} differences (html5lib {html5lib.__version__})")
    sys.exit(1 if found or not cases else 0)


main()
