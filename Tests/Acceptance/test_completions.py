"""What the shells offer when the tab key is pressed: commands, options, and the newsroom's own ids."""

import json
import re

import pytest

import newsroom
import shells
import validators

# Names of values that shells can complete, with how they do it.
COMPLETED = {
    "claim": "custom", "profile": "custom", "ruling": "custom", "source": "custom", "dir": "directory", "path": "file",
    "rule": "list", "kind": "list", "old": "custom", "from": "custom", "into": "custom",
}  # fmt: skip


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    folder = tmp_path_factory.mktemp("completion") / "room"
    done = validators.run(newsroom.command(), "init", folder, "--quiet")
    assert done.returncode == 0, done.stderr
    claim = folder / "content/claims/example-lamps-replaced.md"
    (folder / "content/claims/second-claim.md").write_text(claim.read_text(encoding="utf-8"), encoding="utf-8")
    # Broken files have ids, too.
    (folder / "content/claims/broken-claim.md").write_text("no front matter", encoding="utf-8")
    return folder


OFFERS = {
    "assay ": {"init", "check", "publish"},
    "assay review ": {"example-lamps-replaced", "second-claim", "broken-claim"},
    "assay review example-lamps-replaced --as ": {"example-writer", "example-reviewer"},
    "assay review example-lamps-replaced --approve ": {"mostly-true", "unproven"},
    "assay explain ": {"unknown-reference", "quote-not-in-article"},
    "assay new verdict an-id --from ": {"example-lamps-replaced", "example-council-minutes", "example-bridge-lamps"},
    "assay check --format ": {"text", "sarif", "github"},
    "assay rename ": {"claim", "profile", "topic"},
    "assay rename claim ": {"example-lamps-replaced", "second-claim", "broken-claim"},
    "assay impact ": {"example-council-minutes", "example-lamp-inventory"},
}  # fmt: skip


@pytest.fixture(scope="module", params=shells.SHELLS)
def offered(request, room, tmp_path_factory):
    """What a shell offers after each line that is tried, in the newsroom's folder (True) or outside of it."""
    outside = tmp_path_factory.mktemp("outside")
    lines = [*((line, room) for line in [*OFFERS, "assay log sec"]), (f"assay log -C {room} ", outside), ("assay log ", outside)]
    found = shells.offered(request.param, lines, tmp_path_factory.mktemp("scripts"))
    return {(line, folder == room): words for (line, folder), words in found.items()}


@pytest.mark.parametrize("line", OFFERS)
def test_offers(line, offered):
    found = offered[line, True]
    assert OFFERS[line] <= found, sorted(found)[:40]


def test_offers_of_another_folder(offered, room):
    found = offered[f"assay log -C {room} ", False]
    assert {"second-claim", "broken-claim"} <= found
    # Where there is no newsroom, nothing is offered, and nobody is told of a mistake.
    assert not {"second-claim", "error:"} & offered["assay log ", False]


def test_a_prefix_is_completed(offered):
    found = offered["assay log sec", True]
    assert not {"example-lamps-replaced", "broken-claim"} & found
    assert any(word.endswith("second-claim") for word in found), found


def arguments(command, path=()):
    path = (*path, command["commandName"])
    for argument in command.get("arguments", []):
        yield " ".join(path), argument
    for inner in command.get("subcommands", []):
        yield from arguments(inner, path)


def test_every_value_that_can_be_completed_is():
    said = json.loads(validators.run(newsroom.command(), "--experimental-dump-help").stdout)
    missing = []
    for command, argument in arguments(said["command"]):
        wanted = COMPLETED.get(argument.get("valueName")) if argument["kind"] != "flag" else None
        kind = json.dumps(argument.get("completionKind", ""))
        if wanted and not re.search(wanted, kind):
            missing.append(f"{command}: <{argument['valueName']}> needs `completion:`, see Sources/AssayCLI/Completion")
    assert missing == []
