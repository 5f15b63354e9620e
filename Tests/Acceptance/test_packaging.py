"""What a release is made of, as far as no release is needed: man pages, formula, archives, and the scripts that make them."""

import hashlib
import json
import os
import re
import shutil
import tarfile
import zipfile

import pytest

import newsroom
import site_folder
import validators

PACKAGING = site_folder.REPOSITORY / "Packaging"
EPOCH = {**os.environ, "SOURCE_DATE_EPOCH": "1764374400"}


def python(script, *arguments, **options):
    done = validators.run("python3", "-B", PACKAGING / script, *arguments, env={**EPOCH, **options})
    assert done.returncode == 0, done.stderr
    return done.stdout


def commands(command, path=()):
    path = (*path, command["commandName"])
    if command["commandName"] != "help":
        yield "-".join(path)
        for inner in command.get("subcommands", []):
            yield from commands(inner, path)


@pytest.fixture(scope="module")
def manual(tmp_path_factory):
    folder = tmp_path_factory.mktemp("man")
    python("manual.py", newsroom.command(), folder)
    return folder


def test_every_command_has_a_man_page(manual):
    said = json.loads(validators.run(newsroom.command(), "--experimental-dump-help").stdout)["command"]
    assert {file.stem for file in manual.iterdir()} == set(commands(said))


def test_man_pages_are_well_formed(manual):
    if shutil.which("mandoc") is None:
        pytest.skip("mandoc is not installed")
    done = validators.run("mandoc", "-Tlint", "-Wwarning", *sorted(manual.iterdir()))
    assert done.stdout + done.stderr == ""


def test_man_pages_say_what_help_says(manual):
    page = validators.run("man", "--warnings", "-l", manual / "assay-review.1", env={**EPOCH, "MANWIDTH": "200"})
    assert page.returncode == 0 and page.stderr == ""
    text = re.sub(r"\x1b\[[0-9;]*m|.\x08", "", page.stdout)
    for words in ("assay-review - Shows what changed", "--approve ruling", "The claims' ids", "EXIT STATUS"):
        assert words in text


def test_one_place_has_the_version():
    version = validators.run("sh", PACKAGING / "version.sh").stdout.strip()
    assert re.fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", version)
    assert validators.run(newsroom.command(), "--version").stdout.split()[0] == version
    others = [*PACKAGING.rglob("*"), site_folder.REPOSITORY / "action.yml", *(site_folder.REPOSITORY / ".github").rglob("*.yml")]
    named = [
        str(file)
        for file in others
        if file.is_file() and "debian" not in file.parts and version in file.read_text(encoding="utf-8", errors="replace")
    ]
    assert named == []


def test_releases_pin_the_packages_that_the_manifest_asks_for():
    """Package.swift names a lowest version of each; Packaging/swift-packages.json has the one that releases are made with."""
    manifest = (site_folder.REPOSITORY / "Package.swift").read_text(encoding="utf-8")
    pins = json.loads((PACKAGING / "swift-packages.json").read_text(encoding="utf-8"))["pins"]
    pinned = {pin["location"]: tuple(map(int, pin["state"]["version"].split("."))) for pin in pins}
    asked = re.findall(r'\.package\(url: "([^"]+)", from: "([^"]+)"', manifest)
    assert len(asked) == manifest.count(".package(url:")
    for location, version in asked:
        lowest = tuple(map(int, version.split(".")))
        assert pinned[location] >= lowest and pinned[location][0] == lowest[0], "see CONTRIBUTING.md, A release"


def test_a_source_without_git_knows_its_commit(tmp_path):
    """`git archive` writes the commit into the script that prints it; a folder in another repository has none."""
    repository = tmp_path / "own"
    (repository / "Packaging").mkdir(parents=True)
    shutil.copy(PACKAGING / "commit.sh", repository / "Packaging")
    shutil.copy(site_folder.REPOSITORY / ".gitattributes", repository)
    author = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "-A"], [*author, "commit", "-q", "-m", "x"]):
        assert validators.run("git", *command, cwd=repository).returncode == 0

    def said(folder):
        done = validators.run("sh", "Packaging/commit.sh", cwd=folder)
        assert done.returncode == 0, done.stderr
        return done.stdout

    head = validators.run("git", "log", "-1", "--format=%H %ct", cwd=repository).stdout
    assert said(repository) == head
    assert validators.run("git", "archive", "--prefix=inner/", "-o", "source.tar", "HEAD", cwd=repository).returncode == 0
    with tarfile.open(repository / "source.tar") as archive:
        archive.extractall(repository, filter="data")
    assert said(repository / "inner") == head
    copied = repository / "copied/Packaging"
    copied.mkdir(parents=True)
    shutil.copy(PACKAGING / "commit.sh", copied)
    assert said(copied.parent) == ""


@pytest.fixture(scope="module")
def release(tmp_path_factory):
    """Tarballs of three machines with a program that is none."""
    folder = tmp_path_factory.mktemp("release")
    for machine in ("linux-x86_64", "linux-aarch64", "macos-arm64"):
        place = folder / "stage" / f"assay-1.2.3-{machine}"
        (place / "bin").mkdir(parents=True)
        (place / "bin/assay").write_text(f"#!/bin/sh\necho 1.2.3 for {machine}\n")
        (place / "bin/assay").chmod(0o755)
        (place / "share/doc/assay/licenses").mkdir(parents=True)
        (place / "share/doc/assay/licenses/Yams.txt").write_text("MIT\n")
        (folder / "dist").mkdir(exist_ok=True)
        python("archive.py", folder / f"dist/assay-1.2.3-{machine}.tar.gz", place)
    return folder / "dist"


def test_archives_are_the_same_whenever_they_are_made(release, tmp_path):
    folder = tmp_path / "assay-1.2.3-linux-x86_64"
    with tarfile.open(release / "assay-1.2.3-linux-x86_64.tar.gz") as archive:
        archive.extractall(tmp_path, filter="data")
        assert {member.uname for member in archive.getmembers()} == {"root"}
    for suffix in (".tar.gz", ".zip"):
        made = []
        for _ in range(2):
            python("archive.py", tmp_path / f"again{suffix}", folder)
            made.append((tmp_path / f"again{suffix}").read_bytes())
            os.utime(folder / "bin/assay")
        assert made[0] == made[1]
    assert (tmp_path / "again.tar.gz").read_bytes() == (release / "assay-1.2.3-linux-x86_64.tar.gz").read_bytes()
    with zipfile.ZipFile(tmp_path / "again.zip") as archive:
        program = archive.getinfo("assay-1.2.3-linux-x86_64/bin/assay")
        assert program.external_attr >> 16 & 0o777 == 0o755


def test_the_artifact_bundle_names_every_machine(release, tmp_path):
    python("bundle.py", "1.2.3", release, tmp_path)
    bundle = tmp_path / "assay.artifactbundle"
    said = json.loads((bundle / "info.json").read_text())
    variants = said["artifacts"]["assay"]["variants"]
    assert {triple for variant in variants for triple in variant["supportedTriples"]} == {
        "x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu", "arm64-apple-macosx",
    }  # fmt: skip
    for variant in variants:
        assert os.access(bundle / variant["path"], os.X_OK)
    assert (bundle / "assay-1.2.3-linux-x86_64/licenses/Yams.txt").exists()


# A stand-in for Homebrew, which runs a formula as a Mac with an ARM processor does, and prints what it would download.
HOMEBREW = """
class Formula
  def self.desc(text)
    raise "too long" if text.length > 80
  end
  def self.test = nil
  def self.method_missing(name, *values, &block)
    block.call if %i[on_macos on_arm].include?(name)
    puts "#{name} #{values.join}" if %i[url sha256 version license homepage].include?(name)
  end
end
load ARGV[0]
raise "no install" unless Assay.instance_methods(false).include?(:install)
"""


def test_the_formula_names_the_tarballs_with_their_sums(release, tmp_path):
    if shutil.which("ruby") is None:
        pytest.skip("ruby is not installed")
    address = "https://github.com/desk/assay"
    formula = python("homebrew.py", "1.2.3", release, ASSAY_REPOSITORY=address, ASSAY_DOWNLOADS=f"{address}/releases/download/v1.2.3")
    file = tmp_path / "assay.rb"
    file.write_text(formula)
    assert validators.run("ruby", "-wc", file).stdout == "Syntax OK\n"
    done = validators.run("ruby", "-e", HOMEBREW, file)
    assert done.returncode == 0, done.stderr
    digest = hashlib.sha256((release / "assay-1.2.3-macos-arm64.tar.gz").read_bytes()).hexdigest()
    assert done.stdout.splitlines() == [
        f"homepage {address}", "version 1.2.3", "license Apache-2.0",
        f"url {address}/releases/download/v1.2.3/assay-1.2.3-macos-arm64.tar.gz", f"sha256 {digest}",
    ]  # fmt: skip
    # A machine that the release does not have is not named.
    assert "macos-x86_64" not in formula


def test_sums_are_of_all_files_and_can_be_signed(release, tmp_path):
    folder = shutil.copytree(release, tmp_path / "dist")
    version = validators.run("sh", PACKAGING / "version.sh").stdout.strip()
    for file in folder.glob("*.tar.gz"):
        # release.sh takes the version of the checkout.
        name = file.name.replace(".tar.gz", "").replace("1.2.3", version)
        place = tmp_path / "again" / name
        (place / "bin").mkdir(parents=True)
        (place / "bin/assay").write_text("#!/bin/sh\n")
        file.unlink()
        python("archive.py", folder / f"{name}.tar.gz", place)
    key = tmp_path / "key"
    validators.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key)
    done = validators.run("sh", PACKAGING / "release.sh", folder, env={**EPOCH, "ASSAY_SIGNING_KEY": str(key)})
    assert done.returncode == 0, done.stderr
    listed = {line.split()[1] for line in (folder / "SHA256SUMS").read_text().splitlines()}
    assert listed == {file.name for file in folder.iterdir()} - {"SHA256SUMS", "SHA256SUMS.sig"}
    assert {f"assay-{version}.artifactbundle.zip", "assay.rb", "Dockerfile"} <= listed
    assert validators.run("sha256sum", "--check", "--strict", "SHA256SUMS", cwd=folder).returncode == 0
    signers = tmp_path / "signers"
    signers.write_text(f"release namespaces=\"file\" {key.with_suffix('.pub').read_text()}")
    verify = ["ssh-keygen", "-Y", "verify", "-f", signers, "-I", "release", "-n", "file", "-s", folder / "SHA256SUMS.sig"]
    assert validators.run(*verify, input=(folder / "SHA256SUMS").read_text()).returncode == 0
    assert validators.run(*verify, input="other\n").returncode != 0
