#!/usr/bin/env python3
"""How long Pelican and Jekyll take for 1,000 claims, beside Assay: orientation.py [--runs N] [--folder FOLDER]

For orientation only, and in their favour: they get the same verdicts with their dates, desks and topics, and make a page of
each, and what they make by themselves (Pelican: pages of authors and topics, lists, a feed; Jekyll: one list). There are no
pages of sources, articles, profiles and rulings, no evidence, no search. Pelican comes from PyPI into .venv-bench, Jekyll
from the system's packages; one that is missing is said to be.
"""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

import programs
from generate import SEED
from hugo_files import reasoning
from measure import Measurement, measure
from newsroom import Newsroom
from text_files import TextFiles, front_matter

SIZE = 1_000
PELICAN = "4.12.0"
LAYOUT = (
    "<!doctype html>\n<html lang=\"en\">\n<head><title>{{ page.title }}</title></head>\n<body>\n"
    "<h1>{{ page.title }}</h1>\n<p>{{ page.summary }}</p>\n{{ content }}\n</body>\n</html>\n"
)
LIST = (
    "{% for claim in site.claims %}<p><a href=\"{{ claim.url }}\">{{ claim.title }}</a> {{ claim.summary }}</p>\n"
    "{% endfor %}"
)
SETTINGS = """SITENAME = 'Claims'
PATH = 'content'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
THEME = 'simple'
DEFAULT_PAGINATION = 50
CACHE_CONTENT = False
FEED_ALL_ATOM = 'feeds/all.atom.xml'
"""
CONFIGURATION = """title: Claims
collections:
  claims:
    output: true
defaults:
  - scope: {path: '', type: claims}
    values: {layout: claim}
"""


def pelican(newsroom: Newsroom, folder: Path) -> list:
    """Writes a site of Pelican's; returns the command that builds it."""
    environment = programs.REPOSITORY / ".venv-bench"
    program = environment / "bin" / "pelican"
    if not program.exists():
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        subprocess.run([environment / "bin" / "pip", "install", "--quiet", f"pelican[markdown]=={PELICAN}"], check=True)
    files, names = TextFiles(folder), {topic["id"]: topic["name"] for topic in newsroom.topics}
    files.write("pelicanconf.py", SETTINGS)
    for claim, verdict, text in texts(newsroom):
        tags = ", ".join(names[topic] for topic in claim["topics"])
        files.write(
            f"content/{claim['id']}.md",
            f"Title: {verdict['title']}\nDate: {verdict['published']}\nSlug: {claim['id']}\n"
            f"Authors: {verdict['author']}\nTags: {tags}\nSummary: {verdict['summary']}\n\n{text}",
        )
    settings = ["--settings", folder / "pelicanconf.py", "--output", site_of(folder)]
    return [program, "--quiet", *settings, folder / "content"]


def jekyll(newsroom: Newsroom, folder: Path) -> list | None:
    """Writes a site of Jekyll's; returns the command that builds it, or nothing when there is no Jekyll."""
    program = shutil.which("jekyll")
    if not program:
        return None
    files = TextFiles(folder)
    files.write("_config.yml", CONFIGURATION)
    files.write("_layouts/claim.html", LAYOUT)
    files.write("index.html", "---\ntitle: Claims\nlayout: claim\n---\n" + LIST)
    for claim, verdict, text in texts(newsroom):
        fields = {"title": verdict["title"], "summary": verdict["summary"]}
        fields |= {"date": verdict["published"], "topics": claim["topics"]}
        files.write(f"_claims/{claim['id']}.md", front_matter(fields) + text)
    places = ["--source", folder, "--destination", site_of(folder)]
    return [program, "build", "--quiet", "--disable-disk-cache", *places]


def site_of(folder: Path) -> Path:
    """Beside the sources: Jekyll takes whatever lies among them for one more."""
    return folder.with_name(f"{folder.name}-site")


def texts(newsroom: Newsroom):
    sources = {source["id"]: source for source in newsroom.sources}
    for claim, verdict in zip(newsroom.claims, newsroom.verdicts):
        yield claim, verdict, reasoning(verdict, sources)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5, help="runs of which the median counts (default: 5)")
    parser.add_argument("--folder", type=Path, default=programs.REPOSITORY / ".bench" / "orientation")
    given = parser.parse_args()
    folder = given.folder.resolve()
    generated = programs.Newsroom(folder, SIZE)
    generated.generate()
    newsroom = Newsroom(SIZE, SEED)
    assay = programs.assay(None, settles=True)
    commands = {"Pelican": pelican(newsroom, folder / "pelican"), "Jekyll": jekyll(newsroom, folder / "jekyll")}
    print(f"| {SIZE:,} claims | wall | user | peak memory | HTML pages |\n| --- | ---: | ---: | ---: | ---: |")
    show("Assay", [assay.build_anew(generated.assay, generated.site) for _ in range(given.runs)], generated.site)
    for name, command in commands.items():
        if command is None:
            print(f"{name} is not installed, and was left out", file=sys.stderr)
            continue
        site, runs = site_of(folder / name.lower()), []
        for _ in range(given.runs):
            programs.set_aside(site)
            runs.append(measure(command, folder=folder / name.lower()))
        show(name, runs, site)
    programs.remove(folder)


def show(name: str, runs: list[Measurement], site: Path):
    median = Measurement.median(runs)
    pages = sum(1 for _ in site.rglob("*.html"))
    print(f"| {name} | {median.wall:.2f} s | {median.user:.2f} s | {median.peak / 1e6:.0f} MB | {pages:,} |", flush=True)


if __name__ == "__main__":
    main()
