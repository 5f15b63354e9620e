"""What a newsroom's repository runs on GitHub and GitLab, in a bare Debian, with the release on the loopback address."""

import re
import shutil
import subprocess

import pytest
import yaml

import roots
import workflow


@pytest.fixture
def repository(new_root):
    """A Debian with what runners have: git, curl and certificates; and a newsroom in a repository."""
    root = new_root("bookworm")
    root.run("apt-get update -qq && apt-get install -qq --no-install-recommends ca-certificates curl git >/dev/null", user="root")
    # The newsroom is made outside, by the program that the release has.
    program = next((roots.REPOSITORY / ".build/package/stage").glob("*/bin/assay"))
    room = root.path.parent / "repository"
    subprocess.run([program, "init", room, "--quiet"], check=True)
    for command in (["init", "-q", "-b", "main"], ["add", "-A"]):
        subprocess.run(["git", *command], cwd=room, check=True)
    root.put(room, workflow.WORKSPACE)
    for name in ("action.yml", "Packaging/ci", "Packaging/version.sh", "Packaging/release_signers", "Sources/Assay/Version.swift"):
        root.put(roots.REPOSITORY / name, f"{workflow.ACTION}/{name}")
    assert root.run("command -v swift gcc assay", check=False).stdout == ""
    return root


def draft(root):
    """Adds a draft with a source that does not exist."""
    content = root.path / workflow.WORKSPACE.lstrip("/") / "content"
    shutil.copy(content / "claims/example-lamps-replaced.md", content / "claims/draft.md")
    verdict = (content / "verdicts/example-lamps-replaced.md").read_text(encoding="utf-8")
    verdict = re.sub(r"\npublished: \S+", "", verdict).replace("claim: example-lamps-replaced", "claim: draft")
    (content / "verdicts/draft.md").write_text(verdict + "\nNo such source [@nowhere].\n", encoding="utf-8")
    root.run(f"chown -R {roots.USER}: {workflow.WORKSPACE}", user="root")


def test_the_action(repository, served, tmp_path):
    root = repository
    session = roots.Session(root, "github-action")

    def run(event, **inputs):
        session.note(f"# {event}\n")
        return workflow.Run(root, event, {"releases": served, **inputs}, tmp_path / "cache", session)

    # The default branch: the site is made, verified, and kept for Pages.
    first = run("push", pages="true")
    assert first.steps(), session.file.read_text()
    site = first.artifacts["github-pages"]
    assert "claims/example-lamps-replaced/index.html" in site and "drafts" not in first.artifacts
    # What Assay remembers of the site is in the cache, and not published.
    assert (tmp_path / "cache/_site/.assay").is_dir() and not any(path.startswith(".assay/") for path in site)
    assert "all hold" in first.said and first.summary.startswith("### Assay: ")
    assert {result["ruleId"] for result in first.artifacts["sarif"]} == {"placeholder-left"}

    # Once more, with the cache of the first run: nothing is made again, and the site is the same.
    root.run(f"rm -rf {workflow.WORKSPACE}/_site {workflow.WORKSPACE}/.assay {workflow.TEMPORARY}")
    stamps = {path: (tmp_path / "cache/_site" / path).read_bytes() for path in site}
    again = run("push", pages="true")
    assert again.steps()
    assert again.artifacts["github-pages"] == site == stamps

    # A pull request with a mistake in a draft: it fails, and says where.
    draft(root)
    root.run(f"rm -rf {workflow.WORKSPACE}/_site {workflow.WORKSPACE}/.assay {workflow.TEMPORARY}")
    wrong = run("pull_request")
    assert not wrong.steps()
    assert "::error file=content/verdicts/draft.md,line=" in wrong.said and "| error | content/verdicts/draft.md:" in wrong.summary
    assert any(result["ruleId"] == "unknown-reference" for result in wrong.artifacts["sarif"])

    # The same on the default branch: the draft is not in the site, and the site is right.
    root.run(f"rm -rf {workflow.WORKSPACE}/_site {workflow.WORKSPACE}/.assay {workflow.TEMPORARY}")
    pushed = run("push", pages="true")
    assert pushed.steps() and "claims/draft/index.html" not in pushed.artifacts["github-pages"]

    # Put right, the pull request shows its draft to reviewers.
    verdict = root.path / workflow.WORKSPACE.lstrip("/") / "content/verdicts/draft.md"
    verdict.write_text(verdict.read_text(encoding="utf-8").replace("\nNo such source [@nowhere].\n", ""), encoding="utf-8")
    root.run(f"rm -rf {workflow.WORKSPACE}/_site {workflow.WORKSPACE}/.assay {workflow.TEMPORARY}")
    right = run("pull_request")
    assert right.steps(), session.file.read_text()[-3000:]
    assert "claims/draft/index.html" in right.artifacts["drafts"] and "github-pages" not in right.artifacts

    # Another file than the release's is not run.
    root.run(f"rm -rf {workflow.TEMPORARY}")
    forged = run("push", sha256="0" * 64)
    assert not forged.steps() and "::error title=Assay::" in forged.said


def component(**inputs):
    """The jobs of the GitLab component, with the inputs in their places."""
    text = (roots.DIST / "newsroom.gitlab-ci.yml").read_text(encoding="utf-8")
    head, jobs = text.split("\n---\n")
    for name, about in yaml.safe_load(head)["spec"]["inputs"].items():
        jobs = jobs.replace(f"$[[ inputs.{name} ]]", inputs.get(name, about.get("default", "")))
    return yaml.safe_load(jobs)


def test_the_component(repository, served):
    root = repository
    version = next(roots.DIST.glob("*.deb")).name.split("_")[1]
    jobs = component(releases=served, version=version)
    session = roots.Session(root, "gitlab-component")

    def run(name):
        job = {**jobs[jobs[name]["extends"]], **jobs[name]}
        env = {"CI_PROJECT_DIR": workflow.WORKSPACE, "CI": "true", "CI_COMMIT_REF_SLUG": "main", "CI_DEFAULT_BRANCH": "main"}
        # GitLab puts a variable's own variables in.
        env |= {key: value.replace("$CI_PROJECT_DIR", workflow.WORKSPACE) for key, value in job["variables"].items()}
        script = "\n".join([*job["before_script"], *job["script"]])
        done = root.run(f"{{ sh -e <<'JOB'\n{script}\nJOB\n}} 2>&1", env=env, cwd=workflow.WORKSPACE, check=False)
        session.note(f"# job {name}\n{script}\n{done.stdout}[status {done.returncode}]\n")
        return done.returncode

    place = root.path / workflow.WORKSPACE.lstrip("/")
    assert run("pages") == 0, session.file.read_text()
    assert (place / "public/claims/example-lamps-replaced/index.html").exists() and not (place / "public/.assay").exists()
    assert (place / ".assay-reports/findings.gitlab.json").read_text().startswith("[")
    assert run("assay-check") == 0
    assert (place / "_drafts/index.html").exists()
    draft(root)
    assert run("assay-check") == 1
    assert run("pages") == 0 and not (place / "public/claims/draft").exists()
    # A tarball that is not on the list of sums stops the job before anything of it runs.
    jobs = component(releases=served, version=version, sha256="0" * 64)
    shutil.rmtree(place / ".assay-tool")
    assert run("pages") != 0 and not (place / ".assay-tool").exists()


def test_the_hook(tmp_path):
    """pre-commit runs the hook that `assay init` writes; the one for other repositories is valid."""
    program = next((roots.REPOSITORY / ".build/package/stage").glob("*/bin/assay"))
    path = f"{program.parent}:{roots.REPOSITORY}/.build/package/test-venv/bin:/usr/bin:/bin"
    env = {"PATH": path, "HOME": str(tmp_path), "PRE_COMMIT_HOME": str(tmp_path / "cache")}
    manifest = ["pre-commit", "validate-manifest", roots.REPOSITORY / ".pre-commit-hooks.yaml"]
    subprocess.run(manifest, env=env, check=True)
    room = tmp_path / "room"
    subprocess.run([program, "init", room, "--quiet"], check=True)

    def hook():
        for command in (["git", "init", "-q"], ["git", "add", "-A"]):
            subprocess.run(command, cwd=room, env=env, check=True)
        return subprocess.run(["pre-commit", "run", "--all-files"], cwd=room, env=env, capture_output=True, text=True)

    done = hook()
    assert done.returncode == 0 and "assay check" in done.stdout, done.stdout + done.stderr
    claim = room / "content/claims/example-lamps-replaced.md"
    claim.write_text(claim.read_text(encoding="utf-8").replace("topics:", "topiks:"), encoding="utf-8")
    done = hook()
    assert done.returncode == 1 and "content/claims/example-lamps-replaced.md:" in done.stdout
