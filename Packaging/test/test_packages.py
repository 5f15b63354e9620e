"""The tarball and the Debian package on bare Debians: no Swift, no compiler, an ordinary user."""

import json
import os
import pathlib
import re
import subprocess
import tarfile
import urllib.request

import pytest
import yaml

import roots


def packed(pattern):
    files = sorted(roots.DIST.glob(pattern))
    assert len(files) == 1, f"dist has {len(files)} files {pattern}"
    return files[0]


def preview(root, session, words="The lamps of Examplewick"):
    """Starts the preview, reads a page of it as a browser does, and stops it."""
    session.note("$ assay serve --port 8123 &\n")
    process = root.start("exec assay serve --port 8123", cwd=session.cwd)
    try:
        for line in process.stdout:
            session.note(line)
            if line.startswith("checked "):
                break
        with urllib.request.urlopen("http://127.0.0.1:8123/", timeout=20) as answer:
            page = answer.read().decode()
        session.note(f"  (a browser gets status {answer.status}, {len(page)} characters)\n")
        assert answer.status == 200 and words in page
    finally:
        process.kill()
        process.wait(20)


def names_what_is_released(room):
    """What the files of a new newsroom pin is this release; a program that does not know its release says so."""
    version = packed("*.deb").name.split("_")[1]
    workflow = (room / ".github/workflows/site.yml").read_text(encoding="utf-8")
    pipeline = yaml.safe_load((room / ".gitlab-ci.yml").read_text(encoding="utf-8"))["include"][0]
    assert f"/.github/workflows/newsroom.yml@v{version}" in workflow
    assert pipeline["inputs"]["version"] == version
    downloads = pipeline["inputs"]["releases"]
    assert pipeline["remote"] == f"{downloads}/newsroom.gitlab-ci.yml" and (roots.DIST / "newsroom.gitlab-ci.yml").exists()
    if "OWNER--OF--ASSAY" in downloads:
        return
    assert "OWNER--OF--ASSAY" not in workflow
    (address,) = json.loads((room / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert json.loads((roots.DIST / address.removeprefix(f"{downloads}/")).read_text(encoding="utf-8"))["$id"] == address
    with tarfile.open(packed("*-source.tar.gz")) as archive:
        assert f"assay-{version}/.github/workflows/newsroom.yml" in archive.getnames()


def newsroom(root, session):
    """A user's first minutes: init, build, check, verify, serve."""
    assert "made a newsroom" in session.type("assay init lamps --name 'The lamps of Examplewick'")
    session.type("cd lamps")
    names_what_is_released(root.path / session.cwd.lstrip("/"))
    assert "built " in session.type("assay build --quiet; assay build 2>&1 | tail -n 1")
    session.type("assay check --quiet")
    assert "all hold" in session.type("assay verify")
    assert "all hold" in session.type("assay verify _site")
    assert (root.path / session.cwd.lstrip("/") / "_site/claims/example-lamps-replaced/index.html").exists()
    preview(root, session)


def test_debian_package(suite, new_root):
    root = new_root(suite)
    package = packed("*.deb")
    root.put(package, f"/home/{roots.USER}/{package.name}")
    session = roots.Session(root, f"debian-package-{suite}")
    session.type("sed -n 's/^PRETTY_NAME=//p' /etc/os-release")
    session.type("command -v swift gcc cc clang ld; true")
    session.type(f"dpkg --install {package.name}", user="root")
    # The user's own folder is not the one that root was in.
    assert re.match(r"[0-9.]+ \(commit [0-9a-f]{12}\)\n", session.type("assay --version"))
    newsroom(root, session)
    session.type("cd ..")
    listed = root.run("dpkg -L assay").stdout.splitlines()
    for path in (
        "/usr/bin/assay", "/usr/share/bash-completion/completions/assay", "/usr/share/zsh/vendor-completions/_assay",
        "/usr/share/fish/vendor_completions.d/assay.fish", "/usr/share/assay/schemas/settings.schema.json",
    ):  # fmt: skip
        assert path in listed
    # A bare Debian leaves pages of manuals out; the package has them all the same.
    assert "/usr/share/man/man1/assay-build.1.gz" in listed
    session.type("dpkg --purge assay", user="root")
    assert root.run("command -v assay", check=False).returncode != 0


def test_tarball_alone(suite, new_root):
    """With the tarball in an empty folder, three commands lead to a page in the browser."""
    root = new_root(suite)
    archive = packed("*-linux-*.tar.gz")
    root.put(archive, f"/home/{roots.USER}/{archive.name}")
    session = roots.Session(root, f"tarball-{suite}")
    session.type("ls")
    session.type(f"tar -xzf {archive.name} --strip-components 1 -C /usr/local", user="root")
    session.type("assay init first")
    session.type("cd first")
    preview(root, session, words="Example newsroom")
    session.type("cd ..")
    newsroom(root, session)


def test_the_program_needs_the_c_library_and_nothing_else():
    program = roots.REPOSITORY / ".build/package/stage" / packed("*-linux-*.tar.gz").name.removesuffix(".tar.gz") / "bin/assay"
    headers = subprocess.run(["objdump", "-p", program], capture_output=True, text=True, check=True).stdout
    needed = set(re.findall(r"NEEDED\s+(\S+)", headers))
    assert needed <= {"libc.so.6", "libm.so.6", "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1", "libgcc_s.so.1"}, needed
    versions = {tuple(map(int, version.split("."))) for version in re.findall(r"GLIBC_([0-9.]+)", headers)}
    # Ubuntu 22.04 has 2.35, Red Hat's 9 has 2.34.
    assert max(versions) <= (2, 34)
    symbols = subprocess.run(["nm", program], capture_output=True, text=True)
    assert "no symbols" in symbols.stderr
    assert os.path.getsize(program) < 120_000_000


def test_nothing_names_the_machine():
    """Neither the program nor a page of the manual knows the folders that it was made in."""
    stage = roots.REPOSITORY / ".build/package/stage" / packed("*-linux-*.tar.gz").name.removesuffix(".tar.gz")
    words = [str(roots.REPOSITORY), f"{pathlib.Path.home()}/"]
    named = [
        f"{path.relative_to(stage)}: {word}"
        for path in stage.rglob("*")
        if path.is_file()
        for word in words
        if word.encode() in path.read_bytes()
    ]
    assert named == []


def test_the_source_knows_its_commit_and_its_packages(tmp_path):
    """Somebody else's build of the source tarball, which has no git, names the same commit and has the same packages."""
    archive = packed("*-source.tar.gz")
    # Inside another repository, whose commit is not that of the source.
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    subprocess.run(["tar", "-xzf", archive, "-C", tmp_path], check=True)
    (source,) = tmp_path.glob("assay-*")
    commit, seconds = subprocess.run([source / "Packaging/commit.sh"], capture_output=True, text=True, check=True).stdout.split()
    program = roots.REPOSITORY / ".build/package/stage" / packed("*-linux-*.tar.gz").name.removesuffix(".tar.gz") / "bin/assay"
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
    assert f"(commit {commit[:12]})" in said and int(seconds) > 0
    assert (source / "Packaging/swift-packages.json").exists()


def test_licences_and_contents():
    """Whatever is inside has its licence there, and is on the list of what is inside."""
    with tarfile.open(packed("*-linux-*.tar.gz")) as archive:
        names = {member.name.split("/", 1)[-1] for member in archive.getmembers()}
    licences = {name.removeprefix("share/doc/assay/licenses/") for name in names if name.startswith("share/doc/assay/licenses/")}
    assert {"Yams.txt", "libyaml.txt", "swift.txt", "icu.txt", "libcmark.txt", "libcrypto.txt", "libstemmer.txt", "libstdc++.txt"} <= licences
    assert {"bin/assay", "share/man/man1/assay.1", "share/doc/assay/README.md", "share/assay/ci/check.sh"} <= names
    listed = {package["name"].lower() for package in json.loads(packed("*.spdx.json").read_text())["packages"]}
    for name in ("yams", "swift", "flyingfox", "libcmark-dev", "libssl-dev", "libstemmer-dev"):
        assert name in listed, sorted(listed)


@pytest.mark.parametrize("file", ["SHA256SUMS"])
def test_sums(file):
    done = subprocess.run(["sha256sum", "--check", "--strict", "--quiet", file], cwd=roots.DIST, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
