"""Newsrooms of three people for the desk in the browser: one folder, or a clone for each and a bare repository."""

import contextlib
import os
import re
import subprocess

import newsroom

# 21 November 2026, noon.
NOW = 1795262400

SETTINGS = """\
name: The Lamp
url: https://facts.example.org
language: en
description: Checks of what is said about lamps.
publisher: lamp
scale:
  version: 1
  rulings:
    - {id: false, label: "False", meaning: "It is wrong."}
    - {id: half-true, label: "Half true", meaning: "It leaves something out."}
    - {id: true, label: "True", meaning: "It is right."}
topics:
  - {id: light, name: Light}
checks: {policy-page-missing: off, source-not-archived: off}
policy:
  mode: newsroom
  sign-offs: 1
"""

FILES = {
    "content/profiles/lamp.md": "---\nname: The Lamp\nkind: organisation\nrole: desk\n---\n",
    "content/profiles/gas.md": "---\nname: The Gas Company\nkind: organisation\n---\n",
    "content/profiles/gazette.md": "---\nname: The Gazette\nkind: organisation\n---\n",
    "content/profiles/ann.md": "---\nname: Ann Author\nkind: person\nrole: staff\nemail: ann@lamp.example\n---\n",
    "content/profiles/bo.md": "---\nname: Bo Reviewer\nkind: person\nrole: reviewer\nemail: bo@lamp.example\n---\n",
    "content/profiles/cy.md": "---\nname: Cy Editor\nkind: person\nrole: desk\nemail: cy@lamp.example\n---\n",
    "seeds/lamps.md": "---\ntitle: The street is dark\npublisher: gazette\npublished: 2026-11-01\nlanguage: en\n---\n"
    "> The company said on Monday that every lamp in the town was lit last night.\n>\n> — P1\n",
}

PEOPLE = ("ann", "bo", "cy")


def write(folder, signed=False):
    settings = SETTINGS + ("  signatures: required\n" if signed else "")
    for name, text in {"content/site.yaml": settings, **FILES}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def environment(home):
    """Settings of git that are nobody's, and no program that asks for passwords."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "SSH_", "DISPLAY"))}
    return kept | {"HOME": str(home), "GIT_CONFIG_NOSYSTEM": "1", "SOURCE_DATE_EPOCH": str(NOW), "GIT_TERMINAL_PROMPT": "0"}


def git(folder, *arguments, home):
    subprocess.run(["git", *arguments], cwd=folder, env=environment(home), check=True, capture_output=True)


@contextlib.contextmanager
def serve(folder, home, *options):
    """Runs `assay desk` and gives its address, with the random word in it."""
    command = [newsroom.command(), "desk", "-C", str(folder), "--port", "0", "--no-open", *options]
    process = subprocess.Popen(
        command, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True, env=environment(home), start_new_session=True
    )
    try:
        yield next(found.group(1) for found in (re.match(r"desk +(http://\S+)", line) for line in process.stderr) if found)
    finally:
        process.terminate()
        process.stderr.close()
        assert process.wait(timeout=30) == 0


def clones(folder, home):
    """A bare repository with the newsroom, and a clone for each person, with a key of their own."""
    first = write(folder / "first", signed=True)
    lines = []
    for person in PEOPLE:
        key = folder / f"{person}.key"
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
        public = key.with_suffix(".key.pub").read_text(encoding="utf-8").split()
        lines.append(f'{person} namespaces="assay" {public[0]} {public[1]}\n')
    (first / "content/allowed_signers").write_text("".join(lines), encoding="utf-8")
    git(first, "init", "-q", "-b", "main", home=home)
    identify(first, "ann", folder, home)
    git(first, "add", "-A", home=home)
    git(first, "commit", "-q", "-m", "Begin", home=home)
    git(folder, "clone", "-q", "--bare", "first", "common.git", home=home)
    for person in PEOPLE:
        git(folder, "clone", "-q", "common.git", person, home=home)
        identify(folder / person, person, folder, home)
    return {person: folder / person for person in PEOPLE}


def identify(clone, person, folder, home):
    for name, value in {
        "user.name": person,
        "user.email": f"{person}@lamp.example",
        "gpg.format": "ssh",
        "user.signingKey": str(folder / f"{person}.key"),
    }.items():
        git(clone, "config", name, value, home=home)
