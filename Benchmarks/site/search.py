#!/usr/bin/env python3
"""Measures the search of a built site in Chromium: search.py SITE [--each N] [--seed SEED]

SITE is the output folder of a site with many claims. It is served by nginx; every query has an empty cache. Queries are made from
the site's own claims, so it is known which claim is meant. The run fails when a goal is missed. Needs what `make acceptance`
installs: .venv/bin/python Benchmarks/site/search.py SITE. On a busy machine, `chrt -r 1` before it gives the browser its processor.
"""

import argparse
import shutil
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from search_queries import Query, queries

sys.path.append(str(Path(__file__).resolve().parents[2] / "Tests" / "Acceptance"))
import hosts  # noqa: E402

SEED = 20_261_121
MOST_BYTES, MOST_MILLISECONDS = 300_000, 100
KEY_DELAY = 90  # milliseconds between keys: a fast typist's
BEFORE_TYPING = 400  # milliseconds from the page's load to the first key
QUIET = 350  # milliseconds without a change, after which results count as complete
INDEX = "/search/"  # in the address of each file of the index

# Notes when the last key was pressed, and when the frames began that show the first and the last change of the results after it.
WATCH = """
() => {
    const seen = window.seen = { key: 0, first: 0, last: 0 };
    document.addEventListener("input", (event) => Object.assign(seen, { key: event.timeStamp, first: 0, last: 0 }), true);
    const note = () => {
        const key = seen.key;
        requestAnimationFrame(() => {
            if (key !== seen.key) return;
            seen.last = performance.now();
            seen.first ||= seen.last;
        });
    };
    new MutationObserver(note).observe(document.getElementById("results"), { childList: true });
    // Says how many there are, also when there are none.
    new MutationObserver(note).observe(document.getElementById("search-status"), { childList: true });
}
"""


@dataclass(frozen=True)
class Outcome:
    """What one query moved, how long it took, and where the claim stands that was meant (0: not among the first ten)."""

    query: Query
    bytes: int
    first: float  # milliseconds from the last key to the frame that shows the first results
    all: float  # and to the one that shows ten
    place: int


def search(browser, address: str, query: Query, typed: bool) -> Outcome:
    """Asks one query in a browser that has nothing of the site, typed key by key or pasted at once."""
    context = browser.new_context()
    page = context.new_page()
    received = []
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    index = set()
    network.on("Network.requestWillBeSent", lambda event: INDEX in event["request"]["url"] and index.add(event["requestId"]))
    network.on("Network.loadingFinished", lambda event: received.append((event["requestId"], event["encodedDataLength"])))
    try:
        page.goto(address + "search/")
        page.evaluate(WATCH)
        field = page.locator("#search-field")
        field.focus()
        page.wait_for_timeout(BEFORE_TYPING)
        if typed:
            page.keyboard.type(query.text, delay=KEY_DELAY)
        else:
            page.keyboard.insert_text(query.text)
        last, quiet = -1.0, 0
        for _ in range(60):
            page.wait_for_timeout(QUIET / 5)
            shown = page.evaluate("seen.last")
            quiet = quiet + 1 if shown and shown == last else 0
            last = shown
            if quiet == 5:
                break
        first, all_ten = page.evaluate("[seen.first - seen.key, seen.last - seen.key]")
        addresses = page.locator("#results a[data-field=statement]").evaluate_all("all => all.map((one) => one.getAttribute('href'))")
        places = [at + 1 for at, found in enumerate(addresses) if f"/claims/{query.claim}/" in found]
        return Outcome(query, sum(size for name, size in received if name in index), first, all_ten, places[0] if places else 0)
    finally:
        context.close()


def spread(values: list[float]) -> tuple[float, float, float]:
    """Median, 95th percentile, and worst."""
    ordered = sorted(values)
    return median(ordered), ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))], ordered[-1]


def row(name: str, outcomes: list[Outcome]) -> str:
    kilobytes = " / ".join(f"{value / 1000:.0f}" for value in spread([one.bytes for one in outcomes]))
    first = " / ".join(f"{value:.0f}" for value in spread([one.first for one in outcomes]))
    all_ten = " / ".join(f"{value:.0f}" for value in spread([one.all for one in outcomes]))
    specific = [one for one in outcomes if one.query.is_specific]
    ranks = [sum(condition(one.place) for one in specific) / max(1, len(specific)) for condition in (lambda at: at == 1, bool)]
    return f"| {name} | {len(outcomes)} | {kilobytes} | {first} | {all_ten} | {f'{ranks[0]:.0%}, {ranks[1]:.0%}' if specific else '-'} |"


def report(outcomes: list[Outcome]) -> str:
    kinds = defaultdict(list)
    for one in outcomes:
        kinds[one.query.kind].append(one)
    rows = [row(kind, kinds[kind]) for kind in kinds] + [row("**all**", outcomes)]
    head = "| query | n | kB moved | ms to the first results | ms to ten | claim that was meant: first, in ten |"
    return "\n".join([head, "| --- | ---: | ---: | ---: | ---: | ---: |", *rows])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("--each", type=int, default=15, help="how many queries of each kind")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--slowest", type=int, default=0, help="also print so many of the slowest and heaviest")
    arguments = parser.parse_args()
    asked = queries(arguments.site, arguments.each, arguments.seed)
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    missed = False
    with hosts.nginx(arguments.site.resolve()) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        # The browser's own first steps are nobody's search.
        search(browser, address, asked[0], typed=False)
        for manner, typed in (("pasted at once", False), (f"typed, {KEY_DELAY} ms a key", True)):
            outcomes = [search(browser, address, query, typed) for query in asked]
            print(f"\n{manner} (median / 95 % / worst)\n\n{report(outcomes)}", flush=True)
            for one in sorted(outcomes, key=lambda one: -one.first)[: arguments.slowest]:
                print(f"slow: {one.first:.0f} ms, {one.bytes} bytes, {one.query}")
            for one in sorted(outcomes, key=lambda one: -one.bytes)[: arguments.slowest]:
                print(f"heavy: {one.first:.0f} ms, {one.bytes} bytes, {one.query}")
            missed |= max(one.bytes for one in outcomes) > MOST_BYTES
            missed |= spread([one.first for one in outcomes])[1] > MOST_MILLISECONDS
        browser.close()
    sys.exit("search misses its goal" if missed else 0)


if __name__ == "__main__":
    main()
