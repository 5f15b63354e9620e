"""Parses rendered pages with Python's html.parser, and feeds with its XML parser, and compares with what was shown."""

import json
import sys
from html.parser import HTMLParser
from xml.etree import ElementTree

import escaping_expectations as expectations

# The order in the template; anything more or less is markup that a value has made.
TAGS = [("title", []), ("p", ["data-b", "title"]), ("a", ["href"]), ("i", ["id"])]


class Reader(HTMLParser):
    # html.parser reads <title> as text with references only where it is told to.
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.texts, self.attributes, self.other = [], {}, {}, []

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, [name for name, _ in attributes]))
        self.attributes.update({(tag, name): value for name, value in attributes})

    def handle_data(self, data):
        tag = self.tags[-1][0] if self.tags else ""
        self.texts[tag] = self.texts.get(tag, "") + data

    def handle_comment(self, data):
        self.other.append(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def read(html):
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


def problems(case):
    reader = read(case["html"])
    if case.get("harmless") is not None:
        harmless = read(case["harmless"])
        if reader.tags != harmless.tags or len(reader.other) != len(harmless.other):
            yield f"elements of {case['html']!r} are {reader.tags}, not {harmless.tags}"
        return
    value, wanted = case["value"], expectations.text(case["value"])
    if reader.tags != TAGS or reader.other:
        yield f"tags are {reader.tags} {reader.other}"
        return
    if reader.texts.get("p", "") != wanted:
        yield "text"
    if reader.texts.get("title", "") != wanted:
        yield "title"
    for name in ("data-b", "title"):
        if reader.attributes["p", name] != wanted:
            yield name
    if not expectations.address_is_right(value, reader.attributes["a", "href"]):
        yield "href " + reader.attributes["a", "href"]


def feed_problems(case):
    feed = ElementTree.fromstring(case["feed"].encode())
    # XML reads line ends as line feeds (section 2.11), and white space in attributes as blanks (section 3.3.3).
    wanted = expectations.text(case["value"]).replace("\r\n", "\n").replace("\r", "\n")
    title, other, link = feed
    if title.text != (wanted or None) or other.text != (wanted or None):
        yield "text in XML"
    if other.attrib != {"c": wanted.replace("\n", " ").replace("\t", " ")}:
        yield "attribute in XML"
    if not expectations.address_is_right(case["value"], link.attrib["href"]):
        yield "address in XML"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        cases = json.load(file)
    wrong = 0
    for case in cases:
        for problem in [*problems(case), *(feed_problems(case) if case.get("feed") else [])]:
            wrong += 1
            print(f"differs: {problem!r} for {case['value'][:80]!r}")
    if not wrong:
        print(f"{len(cases)} values came back")


main()
