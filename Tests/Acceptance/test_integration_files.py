"""The files for continuous integration and editors: those of this repository, and those that `assay init` writes."""

import contextlib
import functools
import hashlib
import http.server
import json
import os
import re
import shutil
import sys
import threading
import tomllib

import pytest
import yaml

import newsroom
import site_folder
import validators

CI = site_folder.REPOSITORY / "Packaging/ci"


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    folder = tmp_path_factory.mktemp("integration") / "room"
    done = validators.run(newsroom.command(), "init", folder, "--quiet")
    assert done.returncode == 0, done.stderr
    return folder


def schema_findings(schema, file, *options):
    done = validators.run(
        sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *options, file,
    )  # fmt: skip
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.mark.parametrize("file", sorted((site_folder.REPOSITORY / ".github/workflows").glob("*.yml")), ids=lambda file: file.name)
def test_workflows_follow_the_schema(file):
    assert schema_findings("github-workflows", file) == ""


def test_the_action_follows_the_schema():
    assert schema_findings("github-actions", site_folder.REPOSITORY / "action.yml") == ""


def test_the_pipeline_follows_the_schema():
    file = site_folder.REPOSITORY / ".gitlab-ci.yml"
    assert schema_findings("gitlab-ci", file, "--data-transform", "gitlab-ci") == ""


def test_the_component_follows_the_schema(tmp_path):
    head, jobs = (CI / "newsroom.gitlab-ci.yml").read_text(encoding="utf-8").split("\n---\n")
    inputs = yaml.safe_load(head)["spec"]["inputs"]
    assert {name for name, about in inputs.items() if "default" not in about} == {"releases", "version"}
    # What stands in the place of an input is a text.
    used = set(re.findall(r"\$\[\[ inputs\.(\w+) \]\]", jobs))
    assert used == set(inputs)
    file = tmp_path / "jobs.yml"
    file.write_text(re.sub(r"\$\[\[ inputs\.\w+ \]\]", "text", jobs), encoding="utf-8")
    assert schema_findings("gitlab-ci", file, "--data-transform", "gitlab-ci") == ""


def test_the_files_of_a_new_newsroom_follow_the_schemas(room):
    assert schema_findings("github-workflows", room / ".github/workflows/site.yml") == ""
    assert schema_findings("gitlab-ci", room / ".gitlab-ci.yml", "--data-transform", "gitlab-ci") == ""
    hooks = yaml.safe_load((room / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    published = yaml.safe_load((site_folder.REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [(hook["id"], hook["entry"], hook["files"]) for hook in hooks] == [
        (hook["id"], hook["entry"], hook["files"]) for hook in published
    ]


def test_what_is_called_has_what_the_caller_gives(room):
    workflow = yaml.safe_load((site_folder.REPOSITORY / ".github/workflows/newsroom.yml").read_text(encoding="utf-8"))
    action = yaml.safe_load((site_folder.REPOSITORY / "action.yml").read_text(encoding="utf-8"))
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    called = next(step for step in steps if step["uses"] == "./.assay-action")
    assert set(called["with"]) <= set(action["inputs"])
    wanted = {}
    for job in workflow["jobs"].values():
        wanted |= job["permissions"]
    caller = yaml.safe_load((room / ".github/workflows/site.yml").read_text(encoding="utf-8"))
    assert caller["permissions"] == wanted
    assert re.fullmatch(r"[\w-]+/[\w-]+/\.github/workflows/newsroom\.yml@v[0-9.]+", caller["jobs"]["site"]["uses"])
    # Each input that the steps of the action use is one that it has.
    used = set(re.findall(r"inputs\.(\w+)", (site_folder.REPOSITORY / "action.yml").read_text(encoding="utf-8")))
    assert used == set(action["inputs"])


def test_editors_can_read_their_settings(room):
    settings = json.loads((room / ".vscode/settings.json").read_text(encoding="utf-8"))
    json.loads((room / ".vscode/extensions.json").read_text(encoding="utf-8"))
    helix = tomllib.loads((room / ".helix/languages.toml").read_text(encoding="utf-8"))
    schemas = helix["language-server"]["yaml-language-server"]["config"]["yaml"]["schemas"]
    assert settings["yaml.schemas"] == schemas
    (address, file), *others = schemas.items()
    assert others == [] and (room / file).exists()
    if not address.startswith("https://"):
        assert json.loads((room / address).read_text(encoding="utf-8"))["title"] == "settings"
    assert f'["{address}"] = "content/site.yaml"' in (room / ".nvim.lua").read_text(encoding="utf-8")
    if shutil.which("luac"):
        assert validators.run("luac", "-p", room / ".nvim.lua").stderr == ""


# What runs in continuous integration.


def git(folder):
    for command in (["init", "-q"], ["add", "-A"]):
        assert validators.run("git", *command, cwd=folder).returncode == 0


@pytest.fixture
def broken(tmp_path):
    """A repository with more mistakes than GitHub shows annotations."""
    folder = tmp_path / "room"
    assert validators.run(newsroom.command(), "init", folder, "--quiet").returncode == 0
    claim = (folder / "content/claims/example-lamps-replaced.md").read_text(encoding="utf-8")
    for number in range(12):
        text = claim.replace("topics:", f"nothing-{number}: x\ntopics:")
        (folder / f"content/claims/wrong-{number}.md").write_text(text, encoding="utf-8")
    git(folder)
    return folder


def on_github(folder, **more):
    summary = folder / "summary.md"
    return {
        **os.environ, "ASSAY": os.path.abspath(newsroom.command()), "GITHUB_ACTIONS": "true",
        "GITHUB_STEP_SUMMARY": str(summary), "GITHUB_WORKSPACE": str(folder), "ASSAY_REPORTS": str(folder / "reports"), **more,
    }  # fmt: skip


def test_check_says_everything_where_github_shows_it(broken):
    done = validators.run("sh", CI / "check.sh", ".", cwd=broken, env=on_github(broken))
    assert done.returncode == 1
    first = done.stdout.split("::group::")[0].splitlines()
    assert [line.split(" ")[0] for line in first[:10]] == ["::error"] * 10
    assert "2 errors" in done.stdout.split("::group::")[1].splitlines()[0]
    assert validators.sarif((broken / "reports/findings.sarif").read_text(encoding="utf-8")) == []
    report = json.loads((broken / "reports/findings.gitlab.json").read_text(encoding="utf-8"))
    assert len({entry["fingerprint"] for entry in report}) == len(report) > 12
    assert all((broken / entry["location"]["path"]).exists() for entry in report)
    summary = (broken / "summary.md").read_text(encoding="utf-8")
    assert summary.startswith("### Assay: 12 errors") and summary.count("\n| error |") == 12


def test_build_stops_at_errors_and_drafts_are_shown_all_the_same(tmp_path):
    folder = tmp_path / "room"
    assert validators.run(newsroom.command(), "init", folder, "--quiet").returncode == 0
    git(folder)
    env = on_github(folder)
    done = validators.run("sh", CI / "build.sh", folder, env=env)
    assert done.returncode == 0 and "all hold" in done.stderr, done.stdout + done.stderr
    assert (folder / "_site/index.html").exists() and not (folder / "_drafts").exists()
    # A draft with a mistake: it stops a change that is proposed, not what is published.
    verdict = (folder / "content/verdicts/example-lamps-replaced.md").read_text(encoding="utf-8")
    claim = (folder / "content/claims/example-lamps-replaced.md").read_text(encoding="utf-8")
    (folder / "content/claims/draft.md").write_text(claim, encoding="utf-8")
    draft = re.sub(r"\npublished: \S+", "", verdict).replace("claim: example-lamps-replaced", "claim: draft")
    (folder / "content/verdicts/draft.md").write_text(draft + "\nNo such source [@nowhere].\n", encoding="utf-8")
    assert validators.run("sh", CI / "build.sh", folder, env=env).returncode == 0
    assert validators.run("sh", CI / "build.sh", folder, env={**env, "ASSAY_STRICT": "1"}).returncode == 1
    assert validators.run("sh", CI / "build.sh", folder, env={**env, "ASSAY_DRAFTS": "1"}).returncode == 0
    assert (folder / "_drafts/claims/draft/index.html").exists() and not (folder / "_site/claims/draft").exists()


def test_a_cache_is_gone_on_with_unless_git_keeps_it(tmp_path):
    folder = tmp_path / "room"
    assert validators.run(newsroom.command(), "init", folder, "--quiet").returncode == 0
    git(folder)
    env = on_github(folder)
    assert validators.run("sh", CI / "build.sh", folder, env=env).returncode == 0
    # As a cache is restored: the same content, other times.
    for name in ("_site", ".assay"):
        shutil.copytree(folder / name, tmp_path / name)
        shutil.rmtree(folder / name)
        shutil.copytree(tmp_path / name, folder / name, copy_function=shutil.copyfile)
    again = validators.run(newsroom.command(), "build", "--from-cache", cwd=folder)
    assert "(0 new or changed, 0 removed)" in again.stderr, again.stderr
    # A site that somebody proposes with a change is not trusted.
    page = folder / "_site/index.html"
    page.write_text("planted", encoding="utf-8")
    assert validators.run("git", "add", "-f", "_site", ".assay", cwd=folder).returncode == 0
    done = validators.run("sh", CI / "build.sh", folder, env=env)
    assert done.returncode == 0 and "git keeps _site" in done.stderr
    assert page.read_text(encoding="utf-8") != "planted"


# Downloading a release.


@contextlib.contextmanager
def served(folder):
    """A folder on this computer's loopback address."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *arguments):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def release(folder, text="#!/bin/sh\necho 1.2.3\n"):
    name = f"assay-1.2.3-linux-{os.uname().machine}"
    place = folder / "stage" / name / "bin"
    place.mkdir(parents=True)
    (place / "assay").write_text(text)
    (place / "assay").chmod(0o755)
    dist = folder / "dist"
    dist.mkdir()
    done = validators.run("tar", "-czf", dist / f"{name}.tar.gz", "-C", folder / "stage", name)
    assert done.returncode == 0
    digest = hashlib.sha256((dist / f"{name}.tar.gz").read_bytes()).hexdigest()
    (dist / "SHA256SUMS").write_text(f"{'0' * 64}  other.tar.gz\n{digest}  {name}.tar.gz\n")
    return dist, digest


def install(target, **variables):
    return validators.run("sh", CI / "install.sh", target, env={**os.environ, "ASSAY_VERSION": "1.2.3", **variables})


def test_install_unpacks_what_the_list_names(tmp_path):
    dist, digest = release(tmp_path)
    with served(dist) as address:
        paths = tmp_path / "paths"
        done = install(tmp_path / "tool", ASSAY_RELEASES=address, ASSAY_SHA256=digest, GITHUB_PATH=str(paths))
    assert done.returncode == 0 and done.stdout == "Assay 1.2.3\n", done.stderr
    assert paths.read_text() == f"{tmp_path}/tool/bin\n"


def test_install_refuses_what_is_not_the_release(tmp_path):
    dist, digest = release(tmp_path)
    target = tmp_path / "tool"
    with served(dist) as address:
        other = install(target, ASSAY_RELEASES=address, ASSAY_SHA256="0" * 64)
        assert other.returncode == 1 and "is not the file that you name" in other.stderr
        missing = install(target, ASSAY_RELEASES=address, ASSAY_VERSION="9.9.9")
        assert missing.returncode == 1 and "the release 9.9.9 has no assay-9.9.9" in missing.stderr
        packed = next(dist.glob("*.tar.gz"))
        packed.write_bytes(packed.read_bytes() + b"\0")
        forged = install(target, ASSAY_RELEASES=address)
        assert forged.returncode == 1 and "is not the file of the release" in forged.stderr
        packed.unlink()
        gone = install(target, ASSAY_RELEASES=address, GITHUB_ACTIONS="true")
        assert gone.returncode == 1 and "::error title=Assay::" in gone.stdout
    for variables, words in [
        ({}, "set ASSAY_RELEASES"),
        ({"ASSAY_RELEASES": "http://example.org/x"}, "no address that begins with https://"),
        ({"ASSAY_RELEASES": "https://127.0.0.1:1", "ASSAY_VERSION": "../x"}, "is no version"),
    ]:
        done = install(target, **variables)
        assert done.returncode == 1 and words in done.stderr, done.stderr
    assert not target.exists()
