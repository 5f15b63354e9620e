"""What the shells offer when the tab key is pressed: commands, options, and the newsroom's own ids."""

import json
import re

import pytest

import newsroom
import shells
import validators

# Names of values that shells can complete, with how they do it.
COMPLETED = {
    "claim": "custom", "profile": "custom", "ruling": "custom", "source": "custom", "dir": "directory", "file": None, "path": "file",
    "rule": "list",
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


@pytest.fixture(scope="module")
def scripts(tmp_path_factory):
    return tmp_path_factory.mktemp("scripts")


@pytest.mark.parametrize("shell", shells.SHELLS)
@pytest.mark.parametrize(
    "line, wanted",
    [
        ("assay ", {"init", "check", "publish"}),
        ("assay review ", {"example-lamps-replaced", "second-claim", "broken-claim"}),
        ("assay review example-lamps-replaced --as ", {"example-writer", "example-reviewer"}),
        ("assay review example-lamps-replaced --approve ", {"mostly-true", "unproven"}),
        ("assay explain ", {"unknown-reference", "quote-not-in-article"}),
        ("assay new verdict an-id --from ", {"example-lamps-replaced", "example-council-minutes", "example-bridge-lamps"}),
        ("assay check --format ", {"text", "sarif", "github"}),
    ],
)
def test_offers(shell, line, wanted, room, scripts):
    found = shells.offered(shell, line, scripts, room)
    assert wanted <= found, sorted(found)[:40]


@pytest.mark.parametrize("shell", shells.SHELLS)
def test_offers_of_another_folder(shell, room, scripts, tmp_path):
    found = shells.offered(shell, f"assay log -C {room} ", scripts, tmp_path)
    assert {"second-claim", "broken-claim"} <= found
    # Where there is no newsroom, nothing is offered, and nobody is told of a mistake.
    assert not {"second-claim", "error:"} & shells.offered(shell, "assay log ", scripts, tmp_path)


def test_a_prefix_is_completed(room, scripts):
    assert shells.offered("bash", "assay review sec", scripts, room) == {"second-claim"}
    assert shells.offered("fish", "assay review sec", scripts, room) - {"assay", "review", "sec"} == {"second-claim"}


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
