"""Every record of this repository's newsroom gets another id, one after the other, and its own back: nothing that was said or signed changes.

RENAMES=8 renames every eighth record only; without it, or with 1, all of them (some minutes with a debug build).
"""

import json
import os
import re
import shutil

import pytest

import newsroom
import site_folder
import validators

STEP = int(os.environ.get("RENAMES") or 1)
FOLDERS = {
    "claim": "content/claims",
    "source": "content/sources",
    "article": "seeds",
    "profile": "content/profiles",
    "page": "content/pages",
    "medium": "content/media",
}


def run(folder, *words, status=0):
    done = validators.run(newsroom.command(), *words, "-C", folder)
    assert done.returncode == status, f"{words}: {done.stdout}{done.stderr}"
    return done


def verify_site(folder):
    done = validators.run(newsroom.command(), "verify", folder / "_site")
    assert done.returncode == 0, done.stdout + done.stderr


def findings(folder):
    """Rules and messages of all findings, with new ids as the old ones."""
    done = run(folder, "check", "--format", "json", "--today", "2026-12-01")
    return sorted((f["rule"], f["message"].replace("-renamed", "")) for f in json.loads(done.stdout))


def records(folder):
    """Kinds and ids of all records, topics and rulings. A verdict is renamed with its claim."""
    found = [
        (kind, path.stem)
        for kind, place in FOLDERS.items()
        for path in sorted((folder / place).rglob("*.md"))
    ]
    settings = (folder / "content/site.yaml").read_text(encoding="utf-8")
    topics = settings[settings.index("\ntopics:") :].split("\n\n")[0]
    scale = settings[settings.index("\nscale:") : settings.index("\ntopics:")]
    found += [("topic", one) for one in re.findall(r"^  - id: (\S+)$", topics, re.M)]
    found += [("ruling", one) for one in re.findall(r"^    - id: (\S+)$", scale, re.M)]
    return found[::STEP]


def texts(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for top in ("content", "seeds")
        for path in sorted((folder / top).rglob("*"))
        if path.is_file()
    }


def built(folder):
    """This repository's newsroom with its site, in a folder."""
    for name in ("content", "seeds", "static"):
        shutil.copytree(site_folder.REPOSITORY / name, folder / name)
    run(folder, "build", "--today", "2026-12-01")
    return folder


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    return built(tmp_path_factory.mktemp("renaming") / "room")


def test_every_record_gets_another_id_and_its_own_back(room):
    first, verified = findings(room), run(room, "verify").stdout
    addresses = {str(path.relative_to(room / "_site")) for path in (room / "_site").rglob("*.html")}
    everything = records(room)
    assert len(everything) > 10

    # The desk that does it gets another id on the way, too.
    desk = "first-desk"
    for kind, old in everything:
        run(room, "rename", kind, old, f"{old}-renamed", "--as", desk)
        desk = f"{old}-renamed" if (kind, old) == ("profile", "first-desk") else desk
    assert findings(room) == first
    assert run(room, "verify").stdout.split(";")[0].split(",")[0] == verified.split(";")[0].split(",")[0]
    run(room, "build", "--today", "2026-12-01")
    verify_site(room)
    pages = {str(path.relative_to(room / "_site")) for path in (room / "_site").rglob("*.html")}
    # Pages of lists may be fewer; what is about one thing has its old address.
    assert {page for page in addresses - pages if "/page/" not in page} == set()
    for kind, old in everything:
        place = {"topic": "topics", "ruling": "rulings"}.get(kind) or {"medium": "media"}.get(kind, kind + "s")
        page = room / "_site" / place / old / "index.html"
        if page.exists():
            html = page.read_text(encoding="utf-8")
            assert f'http-equiv="refresh" content="0; url=../../{place}/{old}-renamed/index.html"' in html
            assert "noindex" in html and f"/{place}/{old}-renamed/\">" in html
            assert (page.parent.parent / f"{old}-renamed" / "index.html").exists()
    entries = json.loads((room / "_site/feeds/rulings.json").read_text(encoding="utf-8"))["items"]
    assert any("-renamed" in entry["url"] for entry in entries)
    assert [entry["id"] for entry in entries if "-renamed" in entry["id"]] == []

    for kind, old in everything:
        run(room, "rename", kind, f"{old}-renamed", old, "--as", desk)
        desk = old if (kind, old) == ("profile", "first-desk") else desk
    assert findings(room) == first
    run(room, "verify")
    run(room, "build", "--today", "2026-12-01")
    verify_site(room)
    for kind, old in everything:
        place = {"topic": "topics", "ruling": "rulings"}.get(kind) or {"medium": "media"}.get(kind, kind + "s")
        if (room / "_site" / place / old / "index.html").exists():
            assert (room / "_site" / place / f"{old}-renamed" / "index.html").exists()


def test_links_lead_somewhere(room):
    assert validators.links(room / "_site") == []


def test_a_record_that_is_renamed_by_hand_is_an_error(tmp_path):
    room = built(tmp_path / "room")
    path = sorted((room / "content/sources").glob("*.md"))[0]
    other = path.with_name("by-hand.md")
    path.rename(other)
    done = run(room, "check", "--format", "json", status=1)
    found = {f["rule"] for f in json.loads(done.stdout)}
    assert "dead-address" in found
    other.rename(path)
    run(room, "check")
